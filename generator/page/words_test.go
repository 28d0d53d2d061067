package page

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/plan"
	"collate/templates"
)

func compressed(s string) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.Len()
}

// asked is how Go code asks for words: the key, whole or up to a dot.
var asked = regexp.MustCompile(`(?:Text|HTML|Count|Plural|text|add)\("([a-z.]+)"|"(nav\.[a-z]+)"`)

// Every text is asked for somewhere, and everything asked for is there.
func TestTexts(t *testing.T) {
	loaded, problems := Load(nil, "")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	texts := loaded.texts[fallback][0]()
	used := map[string]bool{}
	for _, source := range loaded.sources {
		for _, m := range textCall.FindAllStringSubmatch(source, -1) {
			used[m[1]] = true
		}
	}
	files, _ := filepath.Glob("*.go")
	phrases, _ := filepath.Glob("../i18n/*.go")
	searched, _ := filepath.Glob("../search/*.go")
	fed := []string{"../feed/feed.go", "../feed/atom.go", "../takeaway/table.go"}
	for _, file := range slices.Concat(files, phrases, searched, fed) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, m := range asked.FindAllStringSubmatch(string(data), -1) {
			if slices.Contains(fed, file) && strings.HasPrefix(m[0], "add(") {
				continue // a file of the plan
			}
			used[m[1]+m[2]] = true
		}
	}
	for key := range used {
		if !anyText(texts, key) {
			t.Errorf("no text for %q", key)
		}
	}
	for key := range texts {
		if !anyUse(used, key) {
			t.Errorf("nobody asks for %q", key)
		}
	}
}

// anyText: the key itself, its plural forms, or what begins with it.
func anyText(texts map[string]string, key string) bool {
	if _, ok := texts[key]; ok {
		return true
	}
	for name := range texts {
		if strings.HasPrefix(name, strings.TrimSuffix(key, ".")+".") {
			return true
		}
	}
	return false
}

func anyUse(used map[string]bool, key string) bool {
	for i := len(key); i > 0; i = strings.LastIndexByte(key[:i], '.') {
		if used[key[:i]] || used[key[:i]+"."] {
			return true
		}
	}
	return false
}

// Mistakes in templates that stand in for the built-in ones are problems with
// file and line.
func TestLoadProblems(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"syntax", "story.html", "<p>\n{{if}}</p>", "templates/story.html:2: missing value for if"},
		{"word", "story.html", "\n\n{{t \"no.such\"}}",
			"templates/story.html:3: no text for \"no.such\" in text/en.yaml"},
		{"unclosed", "plain.html", "<a href=\"{{.Title}}", "templates/plain.html:"},
		{"part", "plain.html", "{{template \"nothing\"}}", "templates/plain.html:"},
		{"texts", "text/en.yaml", "a: [1]", "templates/text/en.yaml:1: a is a list, and a text was expected"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := Load(fstest.MapFS{c.file: &fstest.MapFile{Data: []byte(c.text)}}, "templates")
			var all []string
			for _, p := range problems {
				all = append(all, p.File+":"+strconv.Itoa(p.Line)+": "+p.Message)
			}
			if !strings.Contains(strings.Join(all, "\n"), strings.TrimSuffix(c.want, ":")) {
				t.Errorf("problems are\n%s\nwant %s", strings.Join(all, "\n"), c.want)
			}
		})
	}
}

// A template stands in for one file; the others stay.
func TestOverride(t *testing.T) {
	templates, problems := Load(fstest.MapFS{"style.css": &fstest.MapFile{Data: []byte("p{}")}}, "templates")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if data := templates.assets["style.css"].data; string(data) != "p{}" {
		t.Errorf("style.css is %q", data)
	}
	if len(templates.assets) != 6 || templates.sources["story.html"] == "" {
		t.Error("the other files are missing")
	}
}

// A file that overrides nothing is told, with what it was probably meant to be;
// a mistake is told once, in the folder that it stands in.
func TestLoadNames(t *testing.T) {
	for file, want := range map[string]string{
		"styles.css": "mine/styles.css:0: the file overrides none of the templates, and is ignored (did you mean " +
			"style.css?)",
		"storry.html": "mine/storry.html:0: no template asks for this one, and none of this name is built in (did " +
			"you mean story.html?)",
		"text/en.yml": "mine/text/en.yml:0: the file overrides none of the templates, and is ignored (did you mean " +
			"text/en.yaml?)",
		"README.md":    "",
		"text/de.yaml": "",
	} {
		_, problems := Load(fstest.MapFS{file: &fstest.MapFile{Data: []byte("nav.home: a")}}, "mine")
		var got []string
		for _, p := range problems {
			got = append(got, p.File+":"+strconv.Itoa(p.Line)+": "+p.Message+" ("+p.Hint+")")
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%s: got %q", file, got)
		}
	}
	_, problems := Load(fstest.MapFS{"plain.html": &fstest.MapFile{Data: []byte("{{.Nope}")}}, "mine")
	if len(problems) != 1 || problems[0].File != "mine/plain.html" {
		t.Errorf("got %v", problems)
	}
}

// The texts of a language stand in for the built-in ones, however the file
// writes the language.
func TestOverrideTexts(t *testing.T) {
	for _, file := range []string{"text/de.yaml", "text/DE.yaml", "text/De.yaml"} {
		templates, problems := Load(fstest.MapFS{file: &fstest.MapFile{Data: []byte("nav.home: Anfang")}}, "templates")
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		for range 8 { // maps are walked in a new order each time
			if got := templates.words("de").Text("nav.home"); got != "Anfang" {
				t.Errorf("%s: nav.home is %q", file, got)
			}
		}
	}
}

// What can't be filled in is told with file and line: where all pages have it
// when the site is planned, in a fenced block when its page is rendered.
func TestTemplateFaults(t *testing.T) {
	built := func(name string) string {
		data, err := templates.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	files := fstest.MapFS{
		"index.md":   {Data: []byte("---\ntitle: T\n---\n```compare\nstories: [story]\n```\n")},
		"story/a.md": {Data: []byte("---\ntitle: A\ndate: 2026-01-01\nsource: S\n---\n")},
	}
	read, _ := folder.Read(files, folder.Options{Prefix: "content"})
	d, _ := digest.LineUp(read)
	for _, c := range []struct{ name, file, define, want string }{
		{"head", "base.html", "chrome-head", "templates/base.html:"},
		{"top", "base.html", "chrome-top", "templates/base.html:"},
		{"verdict", "says.html", "verdict", "templates/says.html:"},
		{"fence", "matrix.html", "matrix", "content/index.md:4: compare: template: matrix.html:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := strings.Replace(built(c.file), `{{define "`+c.define+`"}}`, `{{define "`+c.define+`"}}{{.Nope}}`,
				1)
			set, problems := Load(fstest.MapFS{c.file: {Data: []byte(source)}}, "templates")
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			p := plan.New()
			_, problems = Plan(p, d, set, files, new(Cache))
			var got []string
			for _, fault := range problems {
				got = append(got, fault.File+":"+strconv.Itoa(fault.Line)+": "+fault.Message)
			}
			if file, _ := p.File("index.html"); len(got) == 0 {
				got = append(got, fmt.Sprint(file.Render(new(bytes.Buffer))))
			}
			if len(got) != 1 || !strings.HasPrefix(got[0], c.want) || !strings.Contains(got[0], "Nope") {
				t.Errorf("got %q", got)
			}
		})
	}
}
