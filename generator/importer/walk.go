package importer

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"collate/generator/folder"
	"collate/generator/slug"
)

func isTaken(name string) bool { return slug.Taken(name) }

// Why files are left out that nobody would miss.
const (
	leftHidden   = "hidden, backups or editors' own"
	leftSettings = "templates, styles, settings or output of the generator"
	leftExcluded = "left out by the site's own settings"
	leftProject  = "about the project itself (readme, license and the like)"
	leftOutside  = "outside of content/ and static/"
)

// machinery are the folders at the top of a site in which its generator keeps
// its own.
var machinery = map[Kind][]string{
	Jekyll: {"_layouts", "_includes", "_sass", "_data", "_plugins", "_site", "node_modules", "vendor", "_scss", "_js",
		"_css", "bin", "script", "scripts", "spec", "test"},
	Hugo: {"layouts", "themes", "archetypes", "data", "i18n", "assets", "resources", "public", "node_modules",
		"_vendor", "config", "templates", "sass", "_includes", "_data", "_config", "_site", "syntaxes", "exampleSite"},
}

// walk meets all files of the site, and sorts them in.
func (s *site) walk() error {
	return fs.WalkDir(s.fsys, ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && file == ".":
			return err
		case err != nil:
			s.leave("unreadable", file, "it can't be read: it is left out", "")
			return skipFolder(d)
		case file == ".":
			return nil
		}
		if reason := s.reason(file, d); reason != "" {
			s.Left[reason] += s.under(file, d)
			return skipFolder(d)
		}
		if d.Type().IsRegular() {
			return s.file(file, d)
		}
		if !d.IsDir() {
			s.leave("links and devices", file, "it is no file: it is left out", "")
		}
		return nil
	})
}

func skipFolder(d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// under is how many files there are in what is left out. A folder of which the
// name begins with a dot counts as one.
func (s *site) under(file string, d fs.DirEntry) int {
	if !d.IsDir() || strings.HasPrefix(d.Name(), ".") {
		return 1
	}
	n := 0
	fs.WalkDir(s.fsys, file, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return nil
	})
	return n
}

// reason is why a file or folder is left out without a look at it; empty where
// it isn't.
func (s *site) reason(file string, d fs.DirEntry) string {
	top := !strings.Contains(file, "/")
	switch {
	case folder.Ignored(d.Name()) && d.Name() != ".":
		return leftHidden
	case s.settings.excluded(file):
		return leftExcluded
	case d.IsDir() && top && slices.Contains(machinery[s.kind], d.Name()), d.Name() == "node_modules":
		return leftSettings
	case s.kind == Hugo && top && d.IsDir() && !slices.Contains(s.contentDirs(), d.Name()) && d.Name() != "static":
		return leftOutside
	case s.kind == Hugo && top && !d.IsDir():
		return leftSettings
	case d.IsDir():
		return ""
	case top && aboutProject(d.Name()):
		return leftProject
	case isSource(d.Name(), top) && !strings.HasPrefix(file, "static/"):
		return leftSettings
	}
	return ""
}

// contentDirs are the folders at the top that texts stand in.
func (s *site) contentDirs() []string {
	dirs := []string{"content"}
	for key, words := range s.settings.fields {
		if strings.HasSuffix(key, "contentdir") {
			for _, dir := range words {
				dirs = append(dirs, strings.Split(strings.Trim(dir, "/"), "/")[0])
			}
		}
	}
	return dirs
}

func aboutProject(name string) bool {
	return slices.Contains([]string{"readme", "license", "licence", "contributing", "changelog", "code_of_conduct",
		"security", "history", "cname", "makefile", "gemfile", "rakefile", "dockerfile"}, stemOfFile(name))
}

// isSource reports whether a file is what a generator or its styles are made
// of. At the top of a site settings of other programs stand as well.
func isSource(name string, top bool) bool {
	ext := strings.TrimPrefix(strings.ToLower(path.Ext(name)), ".")
	if top && slices.Contains([]string{"json", "txt", "js", "ts", "mjs", "cjs", "css", "xml", "ini", "sh", "bat", "py",
		"nix"}, ext) {
		return true
	}
	return slices.Contains([]string{"scss", "sass", "less", "rb", "gemspec", "yml", "yaml", "toml", "lock", "liquid",
		"njk", "coffee", "map", "ts", "tsx", "go"}, ext)
}

// markupEndings are texts of kinds that can't be read here.
var markupEndings = []string{".html", ".htm", ".adoc", ".asciidoc", ".asc", ".org", ".rst", ".textile", ".ipynb",
	".pandoc",
	".xhtml", ".pdc"}

func markdown(file string) bool {
	return slices.Contains([]string{".md", ".markdown", ".mkd", ".mdown", ".mkdn", ".mdx"},
		strings.ToLower(path.Ext(file)))
}

func stemOfFile(file string) string {
	return strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file)))
}

// file reads one file: a post, or one that goes along.
func (s *site) file(file string, d fs.DirEntry) error {
	info, err := d.Info()
	if err != nil {
		return err
	}
	if info.Size() > largestFile {
		s.leave("too large", file, fmt.Sprintf("the file has %d MB, and is left out", info.Size()>>20), "")
		return nil
	}
	root := ""
	if s.kind == Hugo {
		root = strings.Split(file, "/")[0] + "/"
	}
	static := root == "static/" || s.kind == Jekyll && (strings.HasPrefix(file, "assets/") ||
		strings.HasPrefix(file, "images/"))
	if !static && slices.Contains(markupEndings, strings.ToLower(path.Ext(file))) {
		s.leave("texts that are no Markdown ("+strings.ToLower(path.Ext(file))+")", file,
			"texts in "+path.Ext(file)+" are not read: it is left out", "save it as Markdown if it is a text")
		return nil
	}
	data, err := fs.ReadFile(s.fsys, file)
	if err != nil {
		s.leave("unreadable", file, "it can't be read: it is left out", "")
		return nil
	}
	if markdown(file) && !static {
		s.post(root, file, data)
		return nil
	}
	o := s.beside(root, file, static)
	if !s.refused(file, o.to, data) {
		o.data = data
		s.others = append(s.others, o)
	}
	return nil
}

// beside is where a file goes that is no post: to the folder of the posts
// beside it.
func (s *site) beside(root, file string, static bool) other {
	rest := strings.TrimPrefix(file, root)
	o := other{from: file, to: rest, url: "/" + rest}
	if section, inner, nested := strings.Cut(rest, "/"); s.kind == Hugo && !static && nested {
		o.to = storyFor(section) + "/" + path.Base(inner)
	}
	parts := strings.Split(o.to, "/")
	for i := range parts { // what content can't publish
		parts[i] = strings.Map(func(r rune) rune {
			if strings.ContainsRune(`\:*?"<>|`, r) {
				return '-'
			}
			return r
		}, strings.TrimLeft(parts[i], "."))
	}
	o.to = strings.Join(parts, "/")
	return o
}
