package folder

import (
	"io/fs"
	"slices"
	"time"

	"collate/generator/content"
	"collate/generator/problem"
)

// Read reads a content folder, and finds every problem in it. The site is
// never nil, and holds whatever could be read; where a problem is an error it
// is not whole. The order of everything depends on names alone.
func Read(fsys fs.FS, o Options) (*content.Site, problem.List) {
	return new(Cache).Read(fsys, o, nil)
}

// Read reads a content folder once more. Files whose bytes are those of an
// earlier Read are not parsed again, and stories whose files are the same are
// the same [content.Story]. Where changed is not nil it names, by their slash paths in
// the folder, all files that may have changed since; others are not looked at,
// and the site is the same [content.Site] if no text among them has changed.
// The options must be those of the earlier Reads, but for Now.
func (m *Cache) Read(fsys fs.FS, o Options, changed []string) (*content.Site, problem.List) {
	w, changed := m.look(fsys, o.Prefix, changed)
	site := &content.Site{Config: content.Defaults(), Home: content.Document{File: shownPath(o.Prefix, "index.md")}}
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
	var problems problem.List
	b.site.Config, b.site.Home, problems = content.ParseSite(b.site.Home.File, data)
	b.problems = append(b.problems, problems...)
}

// Zone is the time zone of a content folder; UTC where its index.md names none
// that can be read.
func Zone(fsys fs.FS) *time.Location {
	info, err := fs.Lstat(fsys, "index.md")
	if err != nil || !info.Mode().IsRegular() {
		return time.UTC
	}
	data, err := load(fsys, foundFile{name: "index.md", size: info.Size()})
	if err != nil {
		return time.UTC
	}
	c, _, _ := content.ParseSite("index.md", data)
	return c.Timezone
}
