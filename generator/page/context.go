package page

import (
	"bytes"
	"html"
	"html/template"
	"time"

	"collate/generator/content"
	"collate/generator/digest"
)

// context is the page that a view is made for: what it shows, and how it links,
// depend on where it stands.
type context struct {
	*Site
	path string // as digest's paths: story/, empty for the home page
	base string // where not empty: links are this and the target percent-encoded, not relative
}

// target is where a link to a path of the site leads from here.
func (h context) target(to string) string {
	if h.base != "" {
		return digest.URL(h.base, to)
	}
	return digest.Relative(h.path, to)
}

// link is a link to a path of the site as a ready attribute, href="…", since
// that is what a page has most of.
func (h context) link(to string) template.HTMLAttr {
	return hrefAttr(h.target(to))
}

func hrefAttr(target string) template.HTMLAttr {
	return template.HTMLAttr(`href="` + html.EscapeString(target) + `"`)
}

// anchor is a link in ready HTML.
func (h context) anchor(to, text string) string {
	return `<a ` + string(h.link(to)) + `>` + html.EscapeString(text) + `</a>`
}

// link is a link with its text.
type link struct {
	Href template.HTMLAttr
	Text string
}

// time is a day as an element of HTML. One that is not exact says so.
func (h context) time(d content.Date, note string) template.HTML {
	return h.timeElement(d, note, d.String())
}

// moment is a date with its time of day, if it has one; the reader sees the
// day.
func (h context) moment(d content.Date, note string) template.HTML {
	if d.HasTime {
		return h.timeElement(d, note, d.Time.Format(time.RFC3339))
	}
	return h.time(d, note)
}

func (h context) timeElement(d content.Date, note, iso string) template.HTML {
	if d.Time.IsZero() {
		return ""
	}
	element := html.EscapeString(h.words.Day(d))
	switch d.Period {
	case content.Quarter, content.FiscalQuarter, content.FiscalYear: // HTML has no form for them
	default:
		element = `<time datetime="` + iso + `">` + element + `</time>`
	}
	if note != "" {
		element = `<span class="about" title="` + html.EscapeString(note) + `">` +
			h.words.HTML("date.about", "date", element) + `</span>`
	}
	return template.HTML(element)
}

// date is the date of a summary's article.
func (h context) date(s *digest.Summary) template.HTML { return h.time(s.Date, s.DateNote) }

// text is the document's HTML as it stands on this page, its highest heading
// at the level given. Story and summary say where its references belong.
func (h context) text(doc content.Document, story *digest.Story, sum *digest.Summary, level int) (template.HTML,
	error) {
	var b bytes.Buffer
	b.Grow(len(doc.Body) * 3 / 2)
	err := h.renderText(&b, text{Document: &doc, story: story, summary: sum}, level)
	return template.HTML(b.String()), err
}
