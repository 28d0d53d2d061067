package feed

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode"

	"collate/generator/content"
	"collate/generator/digest"
)

// The Sitemaps protocol 0.9.
type (
	urlset struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []sitemapURL
	}
	sitemapURL struct {
		XMLName xml.Name `xml:"url"`
		Loc     string   `xml:"loc"`
		LastMod string   `xml:"lastmod,omitempty"`
	}
)

// mostURLs is how many addresses the protocol allows in one file.
const mostURLs = 50000

// writeSitemap lists every page a reader may look for, with the last change of
// what it shows. Past the most that a sitemap can hold the oldest summaries are
// left out, which their stories' pages still link to.
func (s siteFeeds) writeSitemap(b *bytes.Buffer) error {
	var set urlset
	add := func(path string, last time.Time) {
		if len(set.URLs) < mostURLs {
			set.URLs = append(set.URLs, sitemapURL{Loc: s.url(path), LastMod: content.Date{Time: last}.String()})
		}
	}
	newest := lastUpdate(s.Summaries())
	for _, path := range []string{"", "timeline/", "disagreements/", "figures/", "sources/", "tags/", "search/"} {
		add(path, newest)
	}
	for _, p := range s.Pages {
		add(digest.PagePath(p), time.Time{})
	}
	stories := map[*digest.Story]time.Time{}
	for _, story := range s.Stories {
		stories[story] = lastUpdate(story.Summaries)
		add(story.Path(), stories[story])
	}
	for _, f := range s.Figures() {
		var last time.Time
		for _, row := range f.Rows {
			last = laterOf(last, stories[row.Story])
		}
		add(f.Path(), last)
	}
	for _, source := range s.Sources() {
		add(source.Path(), lastUpdate(source.Summaries))
	}
	for _, t := range s.Tags() {
		add(t.Path(), lastUpdate(t.Summaries))
	}
	for _, m := range s.Months() {
		add(m.Path(), lastUpdate(m.Summaries))
	}
	for _, sum := range s.Summaries() {
		add(sum.Path(), updated(sum))
	}
	return writeXML(b, set)
}

func (s siteFeeds) writeRobots(b *bytes.Buffer) error {
	b.WriteString("User-agent: *\nAllow: /\n")
	if s.Config.URL != "" {
		fmt.Fprintf(b, "\nSitemap: %s\n", s.url("sitemap.xml"))
	}
	return nil
}

// writeLLMs renders the site's outline for language models: llmstxt.org.
func (s siteFeeds) writeLLMs(b *bytes.Buffer) error {
	fmt.Fprintf(b, "# %s\n", markdownLine(s.Config.Title))
	if s.Config.Description != "" {
		fmt.Fprintf(b, "\n> %s\n", markdownLine(s.Config.Description))
	}
	b.WriteString("\n## Stories\n\n")
	for _, story := range s.Stories {
		fmt.Fprintf(b, "- [%s](%s)", cmp.Or(markdownLine(story.Title), story.Slug), s.url(story.Path()))
		if story.Sentence != "" {
			fmt.Fprintf(b, ": %s", markdownLine(story.Sentence))
		}
		b.WriteByte('\n')
	}
	b.WriteString("\n## Data\n\n")
	fmt.Fprintf(b, "- [figures.csv](%s): every value as written and as read: story, figure, source, date, unit, "+
		"agreement\n", s.url("figures.csv"))
	fmt.Fprintf(b, "- [figures.json](%s): the same as JSON, by articles\n", s.url("figures.json"))
	fmt.Fprintf(b, "- [feed.json](%s): the newest summaries with their figures\n", s.url("feed.json"))
	if len(s.Pages) > 0 {
		b.WriteString("\n## Optional\n\n")
	}
	for _, p := range s.Pages {
		fmt.Fprintf(b, "- [%s](%s)\n", cmp.Or(markdownLine(p.Title), p.Slug), s.url(digest.PagePath(p)))
	}
	return nil
}

// linkEscaper keeps a text from ending a link.
var linkEscaper = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)

// markdownLine is text as one line of Markdown in which nothing ends a link.
func markdownLine(text string) string {
	text = strings.Join(strings.FieldsFunc(text,
		func(c rune) bool { return unicode.IsSpace(c) || unicode.IsControl(c) }), " ")
	return linkEscaper.Replace(text)
}
