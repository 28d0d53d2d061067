package page

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"html"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"collate/generator/folder"
	"collate/generator/frontmatter"
	"collate/generator/i18n"
	"collate/generator/problem"
	"collate/templates"
)

// Templates are the templates of a site and what goes with them, read and
// checked once. They never change.
type Templates struct {
	dir     string            // of the overrides, for messages
	own     map[string]bool   // files that are overridden
	sources map[string]string // html/template source by file: story.html
	// interface words by language, in lower case; later ones stand over earlier
	// ones
	texts   map[string][]func() map[string]string
	english *template.Template
	assets  map[string]templateFile // style sheet, script, icon, by file: style.css
}

// templateFile is a file of the templates that is published with its hash in its
// name, so that browsers may keep it for ever.
type templateFile struct {
	path string // style.3f9a1c2b.css
	data []byte
}

// fallback is the language whose texts stand in where another has none.
const fallback = "en"

// Load reads the built-in templates, with overrides over them where it is not
// nil: file by file, and of the texts key by key. Mistakes in an override are
// problems with its file, in the folder dir, and line; the templates are not
// usable then. Files that override nothing are warnings.
func Load(overrides fs.FS, dir string) (*Templates, problem.List) {
	t := &Templates{dir: dir, own: map[string]bool{}, sources: map[string]string{},
		texts: map[string][]func() map[string]string{}, assets: map[string]templateFile{}}
	problems := t.read(templates.FS, true)
	if overrides != nil {
		builtIn := slices.Sorted(maps.Keys(t.sources))
		problems = append(problems, t.read(overrides, false)...)
		problems = append(problems, t.idle(builtIn)...)
	}
	set, more := t.parse(t.words(fallback))
	t.english = set
	problems = append(problems, more...)
	problems.Sort() // of a mistake that is found by way of several pages once
	return t, problems
}

// patterns are the files that templates consist of.
// frameScript is what other sites load, so that its address stays.
const frameScript = "embed.js"

var patterns = []string{"*.html", "text/*.yaml", "style.css", "script.js", "search.js", "charts.js", "embed.js",
	"icon.svg"}

// read reads the template files of a folder over those that are there.
func (t *Templates) read(files fs.FS, builtIn bool) problem.List {
	var problems problem.List
	for _, dir := range []string{".", "text"} {
		entries, err := readDir(files, dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			problems = append(problems, fault(path.Join(t.folder(builtIn), dir), 0,
				fmt.Sprintf("it can't be read: %v", err)))
		}
		for _, e := range entries {
			name := path.Join(dir, e.Name())
			if folder.Ignored(e.Name()) {
				continue
			}
			if !isTemplate(name) {
				problems = append(problems, t.unknown(name, e)...)
				continue
			}
			t.own[name] = !builtIn
			data, err := readPlain(files, name, e)
			if err != nil {
				problems = append(problems, fault(t.file(name), 0, err.Error()))
				continue
			}
			problems = append(problems, t.add(name, data, builtIn)...)
		}
	}
	return problems
}

// folder names the folder that a template file is in, for messages.
func (t *Templates) folder(builtIn bool) string {
	if builtIn {
		return "templates"
	}
	return t.dir
}

// file names a template file, for messages.
func (t *Templates) file(name string) string { return path.Join(t.folder(!t.own[name]), name) }

// unknown warns of a file that overrides nothing, where it seems to be meant to.
func (t *Templates) unknown(name string, e fs.DirEntry) problem.List {
	kinds := []string{".html", ".yaml", ".yml", ".css", ".js", ".svg"}
	known := []string{"style.css", "script.js", "search.js", "icon.svg", "text/en.yaml"}
	near, found := problem.Nearest(name, known)
	if e.IsDir() || !found && !slices.Contains(kinds, strings.ToLower(path.Ext(name))) {
		return nil
	}
	p := fault(path.Join(t.dir, name), 0, "the file overrides none of the templates, and is ignored")
	p.Severity, p.Hint = problem.Warning,
		"the files that can be overridden are *.html, text/LANGUAGE.yaml and "+strings.Join(known[:4], ", ")
	if found {
		p.Hint = "did you mean " + near + "?"
	}
	return problem.List{p}
}

// idle warns of pages that no template asks for, beside the built-in ones.
func (t *Templates) idle(builtIn []string) problem.List {
	var problems problem.List
	for _, name := range slices.Sorted(maps.Keys(t.sources)) {
		if slices.Contains(builtIn, name) || t.asked(name) {
			continue
		}
		p := fault(t.file(name), 0, "no template asks for this one, and none of this name is built in")
		p.Severity, p.Hint = problem.Warning, fmt.Sprintf("write {{template %q .}} where it belongs", name)
		if near, found := problem.Nearest(name, builtIn); found {
			p.Hint = "did you mean " + near + "?"
		}
		problems = append(problems, p)
	}
	return problems
}

// asked reports whether a template names another, or what it defines.
func (t *Templates) asked(name string) bool {
	return strings.Contains(t.sources[name], "{{define") || strings.Contains(t.sources[name], "{{- define") ||
		slices.ContainsFunc(slices.Collect(maps.Values(t.sources)), func(source string) bool {
			return strings.Contains(source, fmt.Sprintf("template %q", name)) ||
				strings.Contains(source, fmt.Sprintf("block %q", name))
		})
}

// errLink and errKind say what is not read: it may lead anywhere, or be
// without end.
var (
	errLink = errors.New("this is a symbolic link, and links are not followed: put the file itself here")
	errKind = errors.New("this is not a plain file: remove it")
)

// readDir lists a folder of templates, which must not be a link.
func readDir(files fs.FS, dir string) ([]fs.DirEntry, error) {
	if info, err := fs.Lstat(files, dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, errLink
	}
	return fs.ReadDir(files, dir)
}

// readPlain reads a template file, if it is one.
func readPlain(files fs.FS, name string, e fs.DirEntry) ([]byte, error) {
	switch {
	case e.Type()&fs.ModeSymlink != 0:
		return nil, errLink
	case !e.Type().IsRegular():
		return nil, errKind
	}
	return fs.ReadFile(files, name)
}

// isTemplate reports whether a file is among the patterns.
func isTemplate(name string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		match, _ := path.Match(pattern, name) // the patterns are well formed
		return match
	})
}

// add adds a template file, in place of one of its name.
func (t *Templates) add(name string, data []byte, builtIn bool) problem.List {
	base, ext := strings.TrimSuffix(name, path.Ext(name)), path.Ext(name)
	switch ext {
	case ".html":
		t.sources[name] = string(data)
	case ".yaml":
		parse := sync.OnceValues(func() (map[string]string, problem.List) {
			return frontmatter.ReadTexts(t.file(name), data)
		})
		texts := func() map[string]string {
			texts, _ := parse()
			return texts
		}
		language := strings.ToLower(path.Base(base))
		t.texts[language] = append(t.texts[language], texts)
		if !builtIn { // those are right, and most sites need one or two languages
			_, problems := parse()
			return problems
		}
	default:
		if name == frameScript {
			t.assets[name] = templateFile{name, data}
			return nil
		}
		sum := sha256.Sum256(data)
		t.assets[name] = templateFile{fmt.Sprintf("%s.%x%s", base, sum[:4], ext), data}
	}
	return nil
}

// words are the texts of a language, or of the language it is a kind of, with
// English for what they lack.
func (t *Templates) words(language string) *i18n.Words {
	texts := map[string]string{}
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	for _, name := range slices.Compact([]string{fallback, base, strings.ToLower(language)}) {
		for _, more := range t.texts[name] {
			maps.Copy(texts, more())
		}
	}
	return i18n.New(language, texts)
}

// set is the templates in the words of a language.
func (t *Templates) set(w *i18n.Words) *template.Template {
	if w.Language == fallback {
		return t.english
	}
	set, _ := t.parse(w) // it parsed in English
	return set
}

// textCall is how a template asks for interface words: {{t "story.checks"}}.
// Words are put in before parsing: they cost nothing when a page is rendered.
var textCall = regexp.MustCompile(`\{\{t "([^"]*)"\}\}`)

func (t *Templates) parse(w *i18n.Words) (*template.Template, problem.List) {
	set := template.New("").Option("missingkey=error")
	var problems problem.List
	for _, name := range slices.Sorted(maps.Keys(t.sources)) {
		source, list := putWords(t.file(name), t.sources[name], w)
		problems = append(problems, list...)
		if _, err := set.New(name).Parse(source); err != nil {
			problems = append(problems, t.templateFault(name, err))
		}
	}
	for _, kind := range pageKinds {
		if _, there := t.sources[kind+".html"]; !there {
			problems = append(problems, fault("templates/"+kind+".html", 0, "the template is missing"))
		}
	}
	if len(problems) > 0 {
		return set, problems
	}
	return set, t.escapeAll(set)
}

// putWords replaces every {{t "key"}} of a template file.
func putWords(file, source string, w *i18n.Words) (string, problem.List) {
	var problems problem.List
	line := func(at int) int { return 1 + strings.Count(source[:at], "\n") }
	var b strings.Builder
	last := 0
	for _, m := range textCall.FindAllStringSubmatchIndex(source, -1) {
		key := source[m[2]:m[3]]
		if !w.Has(key) {
			problems = append(problems, fault(file, line(m[0]),
				fmt.Sprintf("no text for %q in text/%s.yaml", key, fallback)))
		}
		b.WriteString(source[last:m[0]])
		b.WriteString(strings.ReplaceAll(html.EscapeString(w.Text(key)), "{{", "&#123;{"))
		last = m[1]
	}
	b.WriteString(source[last:])
	return b.String(), problems
}

// escapeAll makes html/template check every page's escaping now, not when the
// first page is rendered.
func (t *Templates) escapeAll(set *template.Template) problem.List {
	var problems problem.List
	for _, kind := range pageKinds {
		// Rendering nothing fails at the first field, long after escaping.
		err := set.ExecuteTemplate(io.Discard, kind+".html", nil)
		if escaping := new(template.Error); errors.As(err, &escaping) && escaping.ErrorCode != template.OK {
			problems = append(problems, t.templateFault(kind, err))
		}
	}
	return problems
}

// templatePlace finds the line in a message of text/template, which looks
// like "template: story.html:12: unexpected …".
var templatePlace = regexp.MustCompile(`^template: ([^:]+):(\d+):(?:\d+:)? (.*)`)

// templateFault is what html/template found wrong with the template of a name.
func (t *Templates) templateFault(name string, err error) problem.Problem {
	if escaping := new(template.Error); errors.As(err, &escaping) {
		return fault(t.file(escaping.Name), escaping.Line, escaping.Description)
	}
	if m := templatePlace.FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[2])
		return fault(t.file(m[1]), line, m[3])
	}
	return fault(t.file(name), 0, err.Error())
}

func fault(file string, line int, message string) problem.Problem {
	return problem.Problem{Place: problem.Place{File: file, Line: line}, Severity: problem.Error, Message: message}
}
