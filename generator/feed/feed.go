// Package feed plans what machines follow the site by: Atom and JSON feeds,
// the sitemap, robots.txt and llms.txt.
//
//	feed.xml                 Atom: the newest 50 summaries with their text and figures
//	feed.json                JSON Feed 1.1: the same, figures under _collate as well
//	<story>/feed.xml         Atom: the newest 20 summaries of a story, their sentence and figures
//	disagreements/feed.xml   Atom: the newest 50 things that differ or don't add up
//	editions/feed.xml        Atom: the newest 10 weeks, each whole
//	changes/feed.xml         Atom: the digest's own log, an entry a day and story, where it keeps one
//	sitemap.xml              every page but tables that stand alone, with the date of the last change
//	robots.txt, llms.txt     an invitation, and the site's outline in Markdown
//	.nojekyll                empty; tells GitHub Pages to publish files as they are
//
// Links are absolute under the site's url; where a site states none they are
// paths from its root. Addresses are percent-encoded. An entry's id is of the
// article, and stays the same when files or the site move (identity.go). All
// dates come from content: a summary was added when its article appeared or was
// read, if that was later, and changed when the article was updated. A feed
// without entries was updated in 1970, so that it is valid and the same at each
// build.
// Control characters, which XML has no way to write, become U+FFFD.
package feed

import (
	"bytes"
	"cmp"
	"html"
	"slices"
	"sync"
	"time"

	"collate/generator/agreement"
	"collate/generator/digest"
	"collate/generator/i18n"
	"collate/generator/plan"
	"collate/generator/problem"
)

// Texts gives what a feed shows of a summary.
type Texts struct {
	Sentence func(*digest.Summary) string               // one plain sentence
	Content  func(*bytes.Buffer, *digest.Summary) error // HTML with links as the feeds have them
	Editions []Edition                                  // the newest first
}

// Edition is a week as a feed has it.
type Edition struct {
	Path    string // of its page
	Title   string
	Updated time.Time
	Letter  func(*bytes.Buffer) error // the whole of it as HTML with inline styles
}

// How many entries a feed holds, and that of a story, and how many figures the
// text of an entry lists.
const (
	mostEntries = 50
	mostOfStory = 20
	mostFigures = 12
)

// Plan adds every feed of the digest.
func Plan(p *plan.Plan, d *digest.Digest, words *i18n.Words, t Texts) problem.List {
	var problems problem.List
	add := func(path string, render func(*bytes.Buffer) error) {
		if clash := p.Add(path, "the site's feeds", render); clash != nil {
			problems = append(problems, *clash)
		}
	}
	s := siteFeeds{Digest: d, words: words, texts: t,
		identities: sync.OnceValue(func() identities { return identify(d) }),
		latest:     sync.OnceValue(func() []*digest.Summary { return latestOf(d.Summaries(), mostEntries) })}
	add("feed.xml", func(b *bytes.Buffer) error {
		return s.writeSummaries(b, "feed.xml", d.Config.Title, "", s.latest(), s.whole)
	})
	add("feed.json", s.writeJSON)
	add("disagreements/feed.xml", s.writeDisputes)
	if len(t.Editions) > 0 {
		add("editions/feed.xml", s.writeEditions)
	}
	if len(d.Changes) > 0 {
		add("changes/feed.xml", s.writeChanges)
	}
	for _, story := range d.Stories {
		add(story.Path()+"feed.xml", func(b *bytes.Buffer) error {
			return s.writeSummaries(b, story.Path()+"feed.xml", story.Title, story.Path(), newest(story), s.short)
		})
	}
	add("sitemap.xml", s.writeSitemap)
	add("robots.txt", s.writeRobots)
	add("llms.txt", s.writeLLMs)
	add(".nojekyll", func(*bytes.Buffer) error { return nil })
	return problems
}

// siteFeeds is what every feed is made from.
type siteFeeds struct {
	*digest.Digest
	words *i18n.Words
	texts Texts

	identities func() identities
	latest     func() []*digest.Summary // that were added last, the last first
}

// author is who writes the digest.
func (s siteFeeds) author() string { return cmp.Or(s.Config.Author, s.Config.Title) }

// title is that of a summary, with the source of the article.
func (s siteFeeds) title(sum *digest.Summary) string {
	return s.words.Text("feed.title", "title", sum.Title, "source", sum.SourceLabel.Name)
}

// whole appends a summary's text and its figures.
func (s siteFeeds) whole(b *bytes.Buffer, sum *digest.Summary) error {
	b.Grow(len(sum.Body) * 3 / 2)
	if err := s.texts.Content(b, sum); err != nil {
		return err
	}
	s.figures(b, sum)
	return nil
}

// short appends a summary's sentence and its figures.
func (s siteFeeds) short(b *bytes.Buffer, sum *digest.Summary) error {
	if sentence := s.texts.Sentence(sum); sentence != "" {
		b.WriteString("<p>" + html.EscapeString(sentence) + "</p>")
	}
	s.figures(b, sum)
	return nil
}

// figures appends what a summary reports, and where others say otherwise.
func (s siteFeeds) figures(b *bytes.Buffer, sum *digest.Summary) {
	if len(sum.Reports) == 0 {
		return
	}
	b.WriteString("<ul>")
	for _, r := range sum.Reports[:min(mostFigures, len(sum.Reports))] {
		b.WriteString("<li>")
		escapeXML(b, r.Row.Name.String())
		escapeXML(b, s.words.Text("colon"))
		b.WriteString("<b>")
		escapeXML(b, s.words.Written(r.Value))
		b.WriteString("</b>")
		if r.Named {
			escapeXML(b, " ("+s.words.Text("note.by", "by", r.Claimant.Name)+")")
		}
		if others := s.others(r); others != "" {
			b.WriteString(" ≠ ")
			escapeXML(b, others)
		}
		b.WriteString("</li>")
	}
	if more := len(sum.Reports) - mostFigures; more > 0 {
		b.WriteString("<li>")
		escapeXML(b, s.words.Count("more", more))
		b.WriteString("</li>")
	}
	b.WriteString("</ul>")
}

// others is what the other camps say where a report stands in one of several;
// empty for one that is of another moment, or no longer stands.
func (s siteFeeds) others(r *digest.Report) string {
	if r.Row.Kind != agreement.Differ {
		return ""
	}
	own := slices.IndexFunc(r.Row.Camps, func(c digest.Camp) bool { return slices.Contains(c.Reports, r) })
	if own < 0 {
		return ""
	}
	var values []string
	for n, camp := range r.Row.Camps {
		if n == own || len(values) == i18n.MostCamps {
			continue
		}
		value, _ := s.words.CampValue(camp)
		said := s.words.Number(camp.Voices)
		if r.Row.Named() {
			said = camp.Shown.Claimant.Name
		}
		values = append(values, s.words.Text("camp.short", "value", value, "n", said))
	}
	return s.words.List(values)
}

// url is the absolute address of a path of the site.
func (s siteFeeds) url(path string) string { return digest.URL(cmp.Or(s.Config.URL, "/"), path) }

// latestOf are the summaries that were added last, the last first. So an old
// article that is summarised late is new to whoever follows the feed.
func latestOf(summaries []*digest.Summary, most int) []*digest.Summary {
	all := slices.Clone(summaries)
	slices.SortStableFunc(all, func(a, b *digest.Summary) int {
		return cmp.Or(added(b).Compare(added(a)), b.Date.Time.Compare(a.Date.Time))
	})
	return all[:min(most, len(all))]
}

// added is when a summary came into the digest: when its article appeared or,
// if that was later, was read.
func added(s *digest.Summary) time.Time { return laterOf(s.Date.Time, s.Source.Read.Time) }

// newest are the summaries of a story that were added last, the last first.
func newest(story *digest.Story) []*digest.Summary {
	all := slices.Clone(story.Summaries)
	slices.Reverse(all)
	return latestOf(all, mostOfStory)
}

// escapeXML appends a text as HTML.
func escapeXML(b *bytes.Buffer, text string) { b.WriteString(html.EscapeString(text)) }

// updated is when a summary last changed, as its front matter has it.
func updated(s *digest.Summary) time.Time { return laterOf(added(s), s.Updated.Time) }

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
