package digest

import (
	"cmp"
	"slices"
	"time"

	"collate/generator/content"
	"collate/generator/parallel"
	"collate/generator/problem"
	"collate/generator/value"
)

// Cache remembers stories that were lined up, by what they were made from.
// Lining up a story depends on nothing else, so what is remembered can't be
// stale. The zero value remembers nothing yet; it serves one LineUp at a time.
type Cache struct {
	locale  value.Locale
	stories map[*content.Story]lined
}

// lined is a story, lined up, and the problems of its checks.
type lined struct {
	story    *Story
	problems problem.List
}

// LineUp makes the digest of a site. Its problems are the checks that can't
// be read, each at its place, in the order of the stories; the digest is whole
// apart from those checks.
func LineUp(site *content.Site) (*Digest, problem.List) { return new(Cache).LineUp(site) }

// LineUp makes the digest of a site and takes the stories that it remembers
// from memory.
func (m *Cache) LineUp(site *content.Site) (*Digest, problem.List) {
	d := &Digest{
		Config:  site.Config,
		Home:    site.Home,
		Pages:   site.Pages,
		Assets:  site.Assets,
		Changes: site.Changes,
		Drafts:  site.Drafts,
		Later:   site.Later,
		Due:     site.Due,
		bySlug:  make([]*Story, 0, len(site.Stories)),
		stories: make(map[string]*Story, len(site.Stories)),
	}
	d.across = d.span()
	lined := m.lineUp(site.Stories, site.Config)
	count := 0
	for _, l := range lined {
		count += len(l.problems)
	}
	problems := make(problem.List, 0, count)
	for _, l := range lined {
		d.bySlug = append(d.bySlug, l.story)
		d.stories[l.story.Slug] = l.story
		problems = append(problems, l.problems...)
	}
	slices.SortFunc(d.bySlug, func(a, b *Story) int { return cmp.Compare(a.Slug, b.Slug) })
	d.Stories = sortedNewest(d.bySlug, func(s *Story) time.Time { return s.Last.Time })
	d.Outline = outlineOf(d.Stories, site.SourcePages)
	return d, problems
}

// lineUp lines up every story by itself, in parallel.
func (m *Cache) lineUp(from []*content.Story, site content.Config) []lined {
	locale, known := site.Locale(), m.stories
	if m.locale.Language != locale.Language || m.locale.Currency != locale.Currency ||
		!m.locale.Tolerance.Equal(locale.Tolerance) {
		known = nil
	}
	all := make([]lined, len(from))
	parallel.Do(len(from), func(i int) {
		l, ok := known[from[i]]
		if !ok {
			l.story, l.problems = lineUpStory(from[i], site)
		}
		all[i] = l
	})
	m.locale, m.stories = locale, make(map[*content.Story]lined, len(from))
	for i, l := range all {
		m.stories[from[i]] = l
	}
	return all
}
