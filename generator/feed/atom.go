package feed

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"time"

	"collate/generator/check"
	"collate/generator/digest"
)

// The Atom syndication format, RFC 4287, as far as it is used.
type (
	atomTranslator struct {
		XMLName  xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Language string   `xml:"xml:lang,attr"`
		Title    string   `xml:"title"`
		Subtitle string   `xml:"subtitle,omitempty"`
		ID       string   `xml:"id"`
		Links    []atomLink
		Updated  string `xml:"updated"`
		Author   atomPerson
		Entries  []atomEntry
	}
	atomEntry struct {
		XMLName    xml.Name `xml:"entry"`
		Title      string   `xml:"title"`
		ID         string   `xml:"id"`
		Links      []atomLink
		Published  string `xml:"published,omitempty"`
		Updated    string `xml:"updated"`
		Categories []atomCategory
		Summary    string       `xml:"summary,omitempty"`
		Content    *atomContent `xml:",omitempty"`
	}
	atomLink struct {
		XMLName xml.Name `xml:"link"`
		Rel     string   `xml:"rel,attr"`
		Type    string   `xml:"type,attr,omitempty"`
		Href    string   `xml:"href,attr"`
	}
	atomPerson struct {
		XMLName xml.Name `xml:"author"`
		Name    string   `xml:"name"`
	}
	atomCategory struct {
		XMLName xml.Name `xml:"category"`
		Term    string   `xml:"term,attr"`
		Label   string   `xml:"label,attr"`
	}
	atomContent struct {
		XMLName xml.Name `xml:"content"`
		Type    string   `xml:"type,attr"`
		Text    string   `xml:",chardata"`
	}
)

// writeSummaries renders a feed of summaries, given newest first, as the file
// at a path about the page at another. Its author is the digest's, whose words
// they are; the source of the article stands in the title.
func (s siteFeeds) writeSummaries(b *bytes.Buffer, path, title, about string, summaries []*digest.Summary,
	content func(*bytes.Buffer, *digest.Summary) error) error {
	f := s.feed(path, title, about, lastUpdate(summaries))
	for _, sum := range summaries {
		entry, err := s.summaryEntry(sum, content)
		if err != nil {
			return err
		}
		f.Entries = append(f.Entries, entry)
	}
	return writeXML(b, f)
}

// feed is a feed without its entries.
func (s siteFeeds) feed(path, title, about string, last time.Time) atomTranslator {
	return atomTranslator{
		Language: s.Config.Language,
		Title:    title,
		Subtitle: s.Config.Description,
		ID:       urn("feed " + s.Config.Title + " " + path),
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: s.url(path)},
			{Rel: "alternate", Type: "text/html", Href: s.url(about)},
		},
		Updated: rfc3339(last),
		Author:  atomPerson{Name: s.author()},
	}
}

func (s siteFeeds) summaryEntry(sum *digest.Summary,
	write func(*bytes.Buffer, *digest.Summary) error) (atomEntry, error) {
	var content bytes.Buffer
	if err := write(&content, sum); err != nil {
		return atomEntry{}, fmt.Errorf("feed: %s: %w", sum.File, err)
	}
	e := atomEntry{
		Title:     s.title(sum),
		ID:        s.identities().of(sum),
		Links:     []atomLink{{Rel: "alternate", Type: "text/html", Href: s.url(sum.Path())}},
		Published: rfc3339(added(sum)),
		Updated:   rfc3339(updated(sum)),
		Summary:   s.texts.Sentence(sum),
		Content:   &atomContent{Type: "html", Text: content.String()},
	}
	if sum.Source.URL != "" {
		e.Links = append(e.Links, atomLink{Rel: "via", Type: "text/html", Href: sum.Source.URL})
	}
	for _, l := range sum.Labels {
		e.Categories = append(e.Categories, atomCategory{Term: l.Slug, Label: l.Name})
	}
	return e, nil
}

// writeDisputes renders the feed of what does not agree.
func (s siteFeeds) writeDisputes(b *bytes.Buffer) error {
	var last time.Time
	if len(s.Disputes()) > 0 {
		last = s.Disputes()[0].Since.Date.Time
	}
	f := s.feed("disagreements/feed.xml", s.Config.Title+" ≠", "disagreements/", last)
	for _, d := range s.Disputes()[:min(mostEntries, len(s.Disputes()))] {
		f.Entries = append(f.Entries, atomEntry{
			Title:   d.Story.Title + s.words.Text("colon") + s.disputeTitle(d),
			ID:      disputed(d),
			Links:   []atomLink{{Rel: "alternate", Type: "text/html", Href: s.url(d.Path())}},
			Updated: rfc3339(d.Since.Date.Time),
			Summary: s.disputeText(d),
		})
	}
	return writeXML(b, f)
}

func (s siteFeeds) disputeTitle(d digest.Dispute) string {
	if d.Check != nil {
		return d.Check.Text
	}
	if !d.Row.AsOf.IsZero() {
		return d.Row.Name.String() + " (" + s.words.Text("as.of", "date", s.words.Day(d.Row.AsOf)) + ")"
	}
	return d.Row.Name.String()
}

// mostNamed is how many sources a dispute's entry names for one thing.
const mostNamed = 20

// disputeText says what does not agree: each value with whose word it is, and
// why where somebody says it.
func (s siteFeeds) disputeText(d digest.Dispute) string {
	if d.Check != nil {
		return failures(d.Check)
	}
	var parts []string
	for _, camp := range d.Row.Camps {
		var names []string
		for _, r := range camp.Reports {
			name := r.Summary.SourceLabel.Name
			if d.Row.Named() {
				name = r.Claimant.Name
			} else if r.Named {
				name += " " + s.words.Text("note.by", "by", r.Claimant.Name)
			}
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		value, _ := s.words.CampValue(camp)
		parts = append(parts, value+" ("+joinFirst(names, s.words.Text("list.comma"))+")")
	}
	text := joinFirst(parts, " ≠ ")
	if why := s.words.Why(d.Row); why != "" {
		text += " – " + why
	}
	return text
}

// failures are the sources that a check fails for, with their numbers in it.
func failures(c *digest.Check) string {
	var parts []string
	for _, o := range c.Outcomes {
		if o.Status != check.Fails {
			continue
		}
		part := o.Summary.SourceLabel.Name + ": " + o.Equation()
		if o.Off != "" {
			part += " (" + o.Off + ")"
		}
		parts = append(parts, part)
	}
	return joinFirst(parts, "; ")
}

// joinFirst joins the first of many parts.
func joinFirst(parts []string, between string) string {
	if len(parts) > mostNamed {
		parts = append(parts[:mostNamed:mostNamed], "…")
	}
	return strings.Join(parts, between)
}

// rfc3339 is a time as feeds want it; no time at all is the epoch.
func rfc3339(t time.Time) string {
	if t.IsZero() {
		t = time.Unix(0, 0).UTC()
	}
	return t.Format(time.RFC3339)
}

func writeXML(b *bytes.Buffer, v any) error {
	b.WriteString(xml.Header)
	e := xml.NewEncoder(b)
	e.Indent("", " ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("feed: %w", err)
	}
	b.WriteByte('\n')
	return nil
}
