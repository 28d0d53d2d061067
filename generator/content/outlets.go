package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"collate/generator/problem"
	"collate/generator/value"
)

// credits are what sources found, and in what.
type credits struct {
	files    []*parsed
	outlets  []*Outlet
	problems problem.List
}

// holds reports whether the same would be found in other files.
func (n credits) holds(files []*parsed, outlets []*Outlet) bool {
	return n.files != nil && slices.Equal(n.outlets, outlets) && slices.EqualFunc(n.files, files, func(x, y *parsed) bool {
		return x == y || x.summary.Source == y.summary.Source && x.credit() == y.credit()
	})
}

// credit is the line on which a summary names its source, with its file.
func (p *parsed) credit() string {
	_, line := p.sheet.find(p.summary.Source.at)
	return p.sheet.file + "\n" + line
}

// sources warns of one source that is written in two ways, unless that was
// looked for in the same before.
func (b *builder) sources() {
	files := b.files()
	if n := &b.memory.credits; !n.holds(files, b.site.Outlets) {
		before := len(b.problems)
		b.compareSources(files)
		*n = credits{files, b.site.Outlets, slices.Clone(b.problems[before:])}
		b.problems = b.problems[:before]
	}
	b.problems = append(b.problems, b.memory.credits.problems...)
}

func (b *builder) compareSources(files []*parsed) {
	type writing struct {
		name  string
		key   string
		count int
		first *parsed
	}
	var all []*writing
	at := map[string]*writing{}
	for _, f := range files {
		name := f.summary.Source.Name
		if name == "" {
			continue
		}
		w := at[name]
		if w == nil {
			w = &writing{name: name, key: outlet(name), first: f}
			at[name] = w
			all = append(all, w)
		}
		w.count++
	}
	slices.SortStableFunc(all, func(x, y *writing) int { return y.count - x.count })
	outlets := map[string]bool{}
	for _, o := range b.site.Outlets {
		outlets[o.Title], outlets[o.Slug] = true, true
	}
	if len(b.site.Outlets) > 0 {
		b.lost(slices.Sorted(maps.Keys(at)))
	}
	for i, w := range all {
		for _, usual := range all[:min(i, mostCompared)] {
			if outlets[w.name] || outlets[Slug(w.name)] && Slug(w.name) != Slug(usual.name) {
				continue
			}
			if w.key == usual.key || slip(w.name, usual.name) {
				place, line := w.first.sheet.find(w.first.summary.Source.at)
				b.problems = append(b.problems, warn(place, line,
					fmt.Sprintf("source: %s is probably %s, as other summaries have it", show(w.name), show(usual.name)),
					"write "+usual.name+", or make a file in sources/ for each"))
				break
			}
		}
	}
}

// articles are words with which names of newspapers begin, and are cited
// without.
var articles = wordSet("the der die das le la les el los il lo de het")

// outlet is the name of a source as it may be written in several ways: with
// an article or without, as the name of its site.
func outlet(name string) string {
	if first, rest, ok := strings.Cut(strings.ToLower(name), " "); ok && articles[first] && columns(rest) > 2 {
		name = rest
	}
	for _, domain := range []string{".com", ".org", ".net"} {
		name = strings.TrimSuffix(strings.ToLower(name), domain)
	}
	return value.FoldName(name)
}

// lost warns of pages of sources that no summary's source leads to, where one
// of these, which are given by their names, probably was meant.
func (b *builder) lost(names []string) {
	pages := map[string]bool{}
	for _, o := range b.site.Outlets {
		pages[o.Slug] = true
	}
	slugs := map[string]string{} // with their names
	var bare []string            // those without a page
	for _, name := range names {
		slug := Slug(name)
		slugs[slug] = name
		if !pages[slug] {
			bare = append(bare, slug)
		}
	}
	for _, o := range b.site.Outlets {
		if slugs[o.Slug] != "" {
			continue
		}
		for _, slug := range bare[:min(len(bare), mostCompared)] {
			name := slugs[slug]
			if outlet(o.Title) == outlet(name) || slip(o.Slug, slug) || value.FoldName(o.Slug) == value.FoldName(slug) {
				b.problems = append(b.problems, problem.Problem{
					Place: problem.Place{File: o.File}, Severity: problem.Warning,
					Message: fmt.Sprintf("no summary has a source of this name, but %s has no page", show(name)),
					Hint:    "rename the file to " + slug + ".md if it is about that source",
				})
				break
			}
		}
	}
}
