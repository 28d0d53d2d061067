package digest

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"collate/generator/content"
	"collate/generator/problem"
	"collate/generator/value"
)

// LineUp makes the digest of a site. Its problems are the checks that can't
// be read, each at its place; they are sorted by nothing but the stories'
// order, and the digest is whole apart from those checks.
func LineUp(site *content.Site) (*Digest, problem.List) {
	d := &Digest{
		Config: site.Config,
		Home:   site.Home,
		Pages:  site.Pages,
		Assets: site.Assets,
	}
	stories, problems := lineUpStories(site.Stories, site.Config.Locale())
	d.Stories = stories
	slices.SortFunc(d.Stories, func(a, b *Story) int {
		return cmp.Or(b.Last.Time.Compare(a.Last.Time), cmp.Compare(a.Slug, b.Slug))
	})
	d.stories = make(map[string]*Story, len(stories))
	for _, s := range d.Stories {
		d.stories[s.Slug] = s
		d.Summaries = append(d.Summaries, s.Summaries...)
	}
	slices.SortFunc(d.Summaries, newestFirst)
	d.indexMonths()
	d.indexSources(site.Outlets)
	d.indexTags()
	d.indexFigures()
	d.indexDisputes()
	return d, problems
}

// lineUpStories lines up every story by itself, in parallel.
func lineUpStories(from []*content.Story, locale value.Locale) ([]*Story, problem.List) {
	stories := make([]*Story, len(from))
	problems := make([]problem.List, len(from))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(from)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(from); i = int(next.Add(1)) - 1 {
				stories[i], problems[i] = lineUpStory(from[i], locale)
			}
		})
	}
	workers.Wait()
	return stories, slices.Concat(problems...)
}

func newestFirst(a, b *Summary) int {
	return cmp.Or(
		b.Date.Time.Compare(a.Date.Time),
		cmp.Compare(a.Story.Slug, b.Story.Slug),
		cmp.Compare(a.Slug, b.Slug),
	)
}
