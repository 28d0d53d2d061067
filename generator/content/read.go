package content

import (
	"io/fs"
	"slices"
	"strings"
	"time"

	"collate/generator/frontmatter"
	"collate/generator/problem"
)

// Options say what is read of a content folder, and how it is called.
type Options struct {
	Prefix string    // put before every path in problems and Documents: content
	Drafts bool      // take drafts in
	Future bool      // take summaries in that are dated after Now
	Now    time.Time // decides what is future and nothing else; zero: nothing is
	URL    string    // stands in for the site's own url; may be empty
}

// Read reads a content folder, and finds every problem in it. The site is
// never nil, and holds whatever could be read; where a problem is an error it
// is not whole. The order of everything depends on names alone.
func Read(fsys fs.FS, o Options) (*Site, problem.List) {
	return new(Cache).Read(fsys, o, nil)
}

// Read reads a content folder once more. Files whose bytes are those of an
// earlier Read are not parsed again, and stories whose files are the same are
// the same [Story]. Where changed is not nil it names, by their slash paths in
// the folder, all files that may have changed since; others are not looked at,
// and the site is the same [Site] if no text among them has changed.
// The options must be those of the earlier Reads, but for Now.
func (m *Cache) Read(fsys fs.FS, o Options, changed []string) (*Site, problem.List) {
	w, changed := m.look(fsys, o.Prefix, changed)
	site := &Site{Config: defaults(), Home: Document{File: prefixed(o.Prefix, "index.md")}}
	b := builder{site: site, options: o, cache: m, walk: w, problems: slices.Clone(w.problems)}
	if w.home != nil || len(w.texts)+len(w.assets) > 0 {
		b.home(fsys)
	}
	b.override(o.URL)
	files := m.parse(fsys, o.Prefix, w.texts, site.Config, changed)
	if m.same(w.texts, files, changed, o) {
		return m.site, m.problems
	}
	b.tell(files)
	b.finish()
	b.assets(fsys)
	b.changes(fsys)
	b.problems.Sort()
	m.parsed, m.site, m.problems = files, site, b.problems
	return site, b.problems
}

// home reads index.md.
func (b *builder) home(fsys fs.FS) {
	if b.walk.home == nil {
		b.problems = append(b.problems, problem.Problem{
			Place: problem.Place{File: b.site.Home.File}, Severity: problem.Warning,
			Message: "the file is missing, and the site has no title and no url",
			Hint:    "write it, with title: and url: between two lines ---",
		})
		return
	}
	data, err := load(fsys, *b.walk.home)
	if err != nil {
		b.problems = append(b.problems, unreadable(b.site.Home.File, err))
		return
	}
	b.site.Config, b.site.Home = b.index(b.site.Home.File, data)
}

// Zone is the time zone of a content folder; UTC where its index.md names none
// that can be read.
func Zone(fsys fs.FS) *time.Location {
	info, err := fs.Lstat(fsys, "index.md")
	if err != nil || !info.Mode().IsRegular() {
		return time.UTC
	}
	data, err := load(fsys, found{name: "index.md", size: info.Size()})
	if err != nil {
		return time.UTC
	}
	c, _ := new(builder).index("index.md", data)
	return c.Timezone
}

// index parses index.md.
func (b *builder) index(file string, data []byte) (Config, Document) {
	c := defaults()
	read, root := frontmatter.Read(file, data, anyKeys)
	s := &fileReader{File: read}
	if root != nil {
		c = s.config(root)
	}
	b.problems = append(b.problems, s.Problems...)
	return c, s.document()
}

// roleOf is what a content file is by its path.
func roleOf(name string) fileRole {
	folder, rest, nested := strings.Cut(name, "/")
	switch {
	case !nested:
		return topRole
	case folder == "sources":
		return outletRole
	case rest == "index.md":
		return storyRole
	}
	return summaryRole
}
