package folder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"collate/generator/content"
	"collate/generator/frontmatter"
	"collate/generator/problem"
	"collate/generator/slug"
	"collate/generator/value"
)

// comparedSources are what sources found, and in what.
type comparedSources struct {
	files    []*parsed
	left     []string // the sources of summaries that are left out
	pages    []*content.SourcePage
	problems problem.List
}

// holds reports whether the same would be found in other files.
func (n comparedSources) holds(files []*parsed, left []string, outlets []*content.SourcePage) bool {
	return n.files != nil && slices.Equal(n.left, left) && slices.Equal(n.pages, outlets) &&
		slices.EqualFunc(n.files, files, func(x, y *parsed) bool {
			return x == y || x.Summary.Source == y.Summary.Source && x.credits() == y.credits()
		})
}

// credits are the lines on which a summary names its source and whom that
// repeats, with its file.
func (p *parsed) credits() string {
	_, line := p.File.Find(p.Summary.Source.Position())
	_, via := p.File.Find(p.Summary.Source.ViaPosition())
	return p.File.Path + "\n" + line + "\n" + via
}

// sources warns of one source that is written in two ways, unless that was
// looked for in the same before.
func (b *builder) sources() {
	files := b.files()
	var left []string
	for _, t := range b.folders {
		left = append(left, t.left...)
	}
	if n := &b.cache.sourceNames; !n.holds(files, left, b.site.SourcePages) {
		before := len(b.problems)
		b.compareSources(files, left)
		*n = comparedSources{files, left, b.site.SourcePages, slices.Clone(b.problems[before:])}
		b.problems = b.problems[:before]
	}
	b.problems = append(b.problems, b.cache.sourceNames.problems...)
}

// A sourceSpelling is one way in which the name of a source is written.
type sourceSpelling struct {
	name  string
	key   string
	slug  string
	field string // where it stands first: source, or source: via
	count int
	first *parsed
	at    frontmatter.Position
}

// spellings are the names of sources, those that are used most first.
func spellings(files []*parsed, one oneNames) []*sourceSpelling {
	var all []*sourceSpelling
	at := map[string]*sourceSpelling{}
	note := func(name, field string, f *parsed, place frontmatter.Position) {
		name = one.of(name)
		if name == "" {
			return
		}
		w := at[name]
		if w == nil {
			w = &sourceSpelling{name: name, key: sourceName(name), slug: slug.Of(name), field: field, first: f,
				at: place}
			at[name] = w
			all = append(all, w)
		}
		w.count++
	}
	for _, f := range files {
		src := &f.Summary.Source
		note(src.Name, "source", f, src.Position())
		note(src.Via, "source: via", f, src.ViaPosition())
	}
	slices.SortStableFunc(all, func(x, y *sourceSpelling) int { return y.count - x.count })
	return all
}

// compareSources warns of names of sources that are nearly the same, or would
// have the same page, and of pages that no source has.
func (b *builder) compareSources(files []*parsed, left []string) {
	all := spellings(files, newOneNames(b.site.SourcePages))
	outlets := map[string]bool{}
	for _, o := range b.site.SourcePages {
		outlets[o.Title], outlets[o.Slug] = true, true
	}
	if len(b.site.SourcePages) > 0 {
		b.lost(all, left)
	}
	for i, w := range all {
		for _, usual := range all[:min(i, mostCompared)] {
			onePage := w.slug == usual.slug
			if !onePage && (outlets[w.name] || outlets[w.slug]) {
				continue
			}
			if onePage || w.key == usual.key || misspells(w.name, usual.name) {
				place, line := w.first.File.Find(w.at)
				hint := "write " + usual.name + ", or make sources/" + w.slug + ".md if it is another"
				if onePage {
					hint = "write " + usual.name + ", or a name that differs in its letters if it is another"
				}
				b.problems = append(b.problems, warn(place, line,
					fmt.Sprintf("%s: %s is probably %s, as other summaries have it", w.field, problem.Quote(w.name),
						problem.Quote(usual.name)), hint))
				break
			}
		}
	}
}

// sourceName is the name of a source as it may be written in several ways: with
// an article or without, as the name of its site.
func sourceName(name string) string {
	name = content.WithoutArticle(strings.ToLower(name))
	for _, domain := range []string{".com", ".org", ".net"} {
		name = strings.TrimSuffix(strings.ToLower(name), domain)
	}
	return value.FoldName(name)
}

// lost warns of pages of sources that no summary names, and says which of
// those that are named, and have no page, probably was meant.
func (b *builder) lost(named []*sourceSpelling, left []string) {
	pages := map[string]bool{}
	for _, o := range b.site.SourcePages {
		pages[o.Slug] = true
	}
	slugs := map[string]string{} // with their names
	var bare []string            // those without a page
	for _, w := range named {
		slugs[w.slug] = w.name
		if !pages[w.slug] {
			bare = append(bare, w.slug)
		}
	}
	slices.Sort(bare)
	for _, name := range left {
		slugs[slug.Of(name)] = cmp.Or(slugs[slug.Of(name)], name)
	}
	for _, o := range b.site.SourcePages {
		if slugs[o.Slug] != "" || len(o.Aliases) > 0 {
			continue // its aliases may be those of a claimant
		}
		lost := problem.Problem{
			Place: problem.Place{File: o.File}, Severity: problem.Warning,
			Message: "no summary has a source of this name, and the file is not published",
			Hint:    "name the file as summaries name the source, or delete it",
		}
		for _, slug := range bare[:min(len(bare), mostCompared)] {
			name := slugs[slug]
			if sourceName(o.Title) == sourceName(name) || misspells(o.Slug, slug) ||
				value.FoldName(o.Slug) == value.FoldName(slug) {
				lost.Message = fmt.Sprintf("no summary has a source of this name, but %s has no page",
					problem.Quote(name))
				lost.Hint = "rename the file to " + slug + ".md if it is about that source"
				break
			}
		}
		b.problems = append(b.problems, lost)
	}
}
