package importer

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"collate/generator/asset"
	"collate/generator/content"
	"collate/generator/draft"
	"collate/generator/frontmatter"
	"collate/generator/problem"
	"collate/generator/slug"
)

// Kind is the generator that a site was written for.
type Kind string

// The kinds.
const (
	Hugo   Kind = "hugo"
	Jekyll Kind = "jekyll"
)

// largest is how large a file may be that is brought over, in bytes.
const largest = 32 << 20

// Site reads the folder of a site, and gives its files as those of a content
// folder, with what could not be brought over as warnings, in the order of the
// old files. The error is one of reading, or that there is nothing to bring.
func Site(fsys fs.FS, kind Kind) ([]File, problem.List, error) {
	s := &site{fsys: fsys, kind: kind, moved: map[string]string{}, taken: map[string]string{}}
	s.readTitle()
	if err := s.walk(); err != nil {
		return nil, nil, fmt.Errorf("import: %w", err)
	}
	if len(s.posts) == 0 {
		return nil, nil, fmt.Errorf("import: there is no Markdown of a %s site here: name the folder that has %s in it",
			kind, map[Kind]string{Hugo: "content/", Jekyll: "_posts/"}[kind])
	}
	for _, p := range s.posts {
		s.files = append(s.files, File{p.to, s.write(p)})
	}
	if _, found := s.taken["index.md"]; !found && s.title != "" {
		s.files = append(s.files, File{"index.md", []byte("---\ntitle: " + draft.Scalar(oneLine(s.title)) + "\n---\n")})
	}
	slices.SortFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	s.problems.Sort()
	return s.files, s.problems, nil
}

type site struct {
	fsys     fs.FS
	kind     Kind
	title    string
	posts    []post
	files    []File
	moved    map[string]string // new paths of posts by the old
	ends     map[string]string // likewise, by what the old end in; nil until it is asked for
	taken    map[string]string // old paths by the new
	problems problem.List
}

// A post is one Markdown file.
type post struct {
	frontmatter.Foreign
	from, to string
	date     string
}

// summary reports whether the post becomes a summary, and not a page.
func (p post) summary() bool { return strings.Contains(p.to, "/") && path.Base(p.to) != "index.md" }

func (s *site) warn(file string, line int, message, hint, text string) {
	s.problems = append(s.problems, problem.Problem{
		Place: problem.Place{File: file, Line: line}, Severity: problem.Warning, Message: message, Hint: hint,
		Text: text,
	})
}

// readTitle reads the site's title from its configuration.
func (s *site) readTitle() {
	for _, name := range []string{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml",
		"config.yml", "config.json", "config/_default/hugo.toml", "config/_default/config.toml", "_config.yml",
		"_config.yaml"} {
		data, err := fs.ReadFile(s.fsys, name)
		if err != nil {
			continue
		}
		text := string(data)
		switch path.Ext(name) {
		case ".toml":
			text = "+++\n" + text + "\n+++\n"
		case ".yaml", ".yml":
			text = "---\n" + text + "\n---\n"
		}
		if config, ok, _ := frontmatter.ReadForeign(name, []byte(text), content.Keys()); ok &&
			config.First("title") != "" {
			s.title = config.First("title")
			return
		}
	}
}

// roots are the folders that are read, with where their files go: posts are
// placed by what is in them.
func (s *site) roots() []string {
	if s.kind == Jekyll {
		return []string{"_posts", "_drafts", "assets", "images"}
	}
	return []string{"content", "static"}
}

func (s *site) walk() error {
	for _, root := range s.roots() {
		err := fs.WalkDir(s.fsys, root, func(file string, d fs.DirEntry, err error) error {
			switch {
			case err != nil && file == root:
				return fs.SkipDir // not every site has every folder
			case err != nil:
				return err
			case content.Ignored(d.Name()) && file != root:
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.Type().IsRegular():
				return s.file(root, file, d)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if s.kind == Jekyll {
		return s.pages()
	}
	return nil
}

// pages reads the Markdown at the top of a Jekyll site.
func (s *site) pages() error {
	entries, err := fs.ReadDir(s.fsys, ".")
	if err != nil {
		return err
	}
	for _, d := range entries {
		if d.Type().IsRegular() && markdown(d.Name()) &&
			!slices.Contains([]string{"readme", "license", "contributing", "changelog"}, stem(d.Name())) {
			if err := s.file(".", d.Name(), d); err != nil {
				return err
			}
		}
	}
	return nil
}

func markdown(file string) bool {
	return slices.Contains([]string{".md", ".markdown", ".mkd"}, strings.ToLower(path.Ext(file)))
}

func stem(file string) string {
	return strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file)))
}

// file reads one file: a post, or one that goes along.
func (s *site) file(root, file string, d fs.DirEntry) error {
	info, err := d.Info()
	if err != nil {
		return err
	}
	if info.Size() > largest {
		s.warn(file, 0, fmt.Sprintf("the file has %d MB, and is left out", info.Size()>>20), "", "")
		return nil
	}
	data, err := fs.ReadFile(s.fsys, file)
	if err != nil {
		return err
	}
	if markdown(file) && root != "static" && root != "assets" && root != "images" {
		return s.post(root, file, data)
	}
	to := s.beside(root, file)
	if fault := asset.Refused(to, data); fault.Message != "" {
		s.warn(file, 0, fault.Message+": it is left out", fault.Hint, "")
		return nil
	}
	s.add(to, file, data)
	return nil
}

// add adds a file that goes along, unless another has its place.
func (s *site) add(to, from string, data []byte) {
	if other, twice := s.taken[strings.ToLower(to)]; twice {
		s.warn(from, 0, fmt.Sprintf("%s is where %s goes already, and this file is left out", to, other), "", "")
		return
	}
	s.taken[strings.ToLower(to)] = from
	s.files = append(s.files, File{to, data})
}

// beside is where a file goes that is no post: to the folder of the posts
// beside it.
func (s *site) beside(root, file string) string {
	if s.kind == Jekyll {
		return file
	}
	rest := strings.TrimPrefix(file, root+"/")
	if section, inner, nested := strings.Cut(rest, "/"); root == "content" && nested {
		return storyFor(section) + "/" + path.Base(inner)
	}
	return rest
}

// post reads a Markdown file and finds its place.
func (s *site) post(root, file string, data []byte) error {
	f, ok, problems := frontmatter.ReadForeign(file, data, content.Keys())
	if !ok {
		for _, p := range problems {
			p.Severity = problem.Warning
			p.Message += ": the file is left out"
			s.problems = append(s.problems, p)
		}
		if len(problems) == 0 {
			s.warn(file, 0, "the front matter can't be read: the file is left out", "", "")
		}
		return nil
	}
	p := post{Foreign: f, from: file, date: dateOf(f, file)}
	p.to = s.place(root, p)
	if other, twice := s.taken[strings.ToLower(p.to)]; twice {
		s.warn(file, 0, fmt.Sprintf("%s is where %s goes already, and this file is left out", p.to, other), "", "")
		return nil
	}
	s.taken[strings.ToLower(p.to)], s.moved[file] = file, p.to
	s.posts = append(s.posts, p)
	return nil
}

// place is where a post goes.
func (s *site) place(root string, p post) string {
	rest := strings.TrimPrefix(p.from, root+"/")
	rest = strings.TrimSuffix(rest, path.Ext(rest))
	section := ""
	switch {
	case root == "_posts" || root == "_drafts":
		section, rest = storyFor(first(p.First("categories", "category"), path.Dir(rest), "posts")), path.Base(rest)
	case path.Base(rest) == "_index":
		if dir := path.Dir(rest); dir != "." {
			return storyFor(strings.Split(dir, "/")[0]) + "/index.md"
		}
		return "index.md"
	default:
		rest = strings.TrimSuffix(rest, "/index")
		if before, after, nested := strings.Cut(rest, "/"); nested {
			section, rest = storyFor(before), after
		}
	}
	name := slug.Of(strings.ReplaceAll(rest, "/", "-"))
	switch {
	case section == "":
		return name + ".md"
	case p.date == "":
		return section + "-" + name + ".md"
	}
	return section + "/" + name + ".md"
}

// storyFor is the story of a section's posts. Where every site has a page of
// that name, it is called otherwise.
func storyFor(section string) string {
	story := slug.Of(section)
	if slug.Taken(story) {
		story += "-posts"
	}
	return story
}

// first is the first of some words that says something.
func first(words ...string) string {
	for _, w := range words {
		if w != "" && w != "." {
			return w
		}
	}
	return ""
}

var named = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})-`)

// dateOf is the day of a post, from its front matter or else its name; empty
// where neither has one.
func dateOf(f frontmatter.Foreign, file string) string {
	if day := dayIn(f.First("date", "publishdate", "published")); day != "" {
		return day
	}
	if m := named.FindStringSubmatch(path.Base(file)); m != nil {
		return dayIn(m[1])
	}
	return ""
}
