// Package feed plans what machines follow the site by: Atom and JSON feeds,
// the sitemap, robots.txt and llms.txt.
//
//	feed.xml                 Atom: the newest 50 summaries with their text
//	feed.json                JSON Feed 1.1: the same, figures under _collate
//	<story>/feed.xml         Atom: the newest 50 summaries of a story
//	disagreements/feed.xml   Atom: the newest 50 things that differ or don't add up
//	sitemap.xml              every page but tables that stand alone, with the date of the last change
//	robots.txt, llms.txt     an invitation, and the site's outline in Markdown
//	.nojekyll                empty; tells GitHub Pages to publish files as they are
//
// Links are absolute under the site's url; an entry's id is its page's
// address and so stays the same as long as the page. Where a site states no
// url, links are paths from its root. Addresses are percent-encoded. All dates
// come from content: an article's updated, else its date. A feed without
// entries was updated in 1970, so that it is valid and the same at each build.
// Control characters, which XML has no way to write, become U+FFFD.
package feed

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"collate/generator/digest"
	"collate/generator/plan"
	"collate/generator/problem"
)

// Texts gives what a feed shows of a summary.
type Texts struct {
	Sentence func(*digest.Summary) string               // one plain sentence
	Content  func(*bytes.Buffer, *digest.Summary) error // HTML with links as the feeds have them
}

// mostEntries is how many entries a feed holds.
const mostEntries = 50

// Plan adds every feed of the digest.
func Plan(p *plan.Plan, d *digest.Digest, t Texts) problem.List {
	var problems problem.List
	add := func(path string, render func(*bytes.Buffer) error) {
		if clash := p.Add(path, "the site's feeds", render); clash != nil {
			problems = append(problems, *clash)
		}
	}
	s := site{d, t}
	add("feed.xml", func(b *bytes.Buffer) error {
		return s.writeSummaries(b, "feed.xml", d.Config.Title, "", s.latest())
	})
	add("feed.json", s.writeJSON)
	add("disagreements/feed.xml", s.writeDisputes)
	for _, story := range d.Stories {
		add(story.Path()+"feed.xml", func(b *bytes.Buffer) error {
			return s.writeSummaries(b, story.Path()+"feed.xml", story.Title, story.Path(), latestOf(story))
		})
	}
	add("sitemap.xml", s.writeSitemap)
	add("robots.txt", s.writeRobots)
	add("llms.txt", s.writeLLMs)
	add(".nojekyll", func(*bytes.Buffer) error { return nil })
	return problems
}

// site is what every feed is made from.
type site struct {
	*digest.Digest
	texts Texts
}

// url is the absolute address of a path of the site.
func (s site) url(path string) string { return digest.URL(cmp.Or(s.Config.URL, "/"), path) }

// id is the lasting name of what is at a path.
func (s site) id(path string) string {
	return digest.URL(cmp.Or(s.Config.URL, "urn:collate:"), path)
}

func (s site) latest() []*digest.Summary {
	return s.Summaries()[:min(mostEntries, len(s.Summaries()))]
}

// latestOf are a story's newest summaries, the newest first.
func latestOf(story *digest.Story) []*digest.Summary {
	last := slices.Clone(story.Summaries[max(0, len(story.Summaries)-mostEntries):])
	slices.Reverse(last)
	return last
}

// updated is when a summary last changed, as its front matter has it.
func updated(s *digest.Summary) time.Time { return laterOf(s.Date.Time, s.Updated.Time) }

// lastUpdate is the latest change of any of the summaries.
func lastUpdate(summaries []*digest.Summary) time.Time {
	var last time.Time
	for _, s := range summaries {
		last = laterOf(last, updated(s))
	}
	return last
}

// laterOf is the later of two times.
func laterOf(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
