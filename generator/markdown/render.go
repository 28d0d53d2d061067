package markdown

import (
	"bytes"
	"fmt"
	"html"

	"github.com/yuin/goldmark/util"
)

// Lookup says what a reference becomes. It is called once for every place
// where the reference is shown.
type Lookup func(Reference) Inline

// Inline is what a reference becomes.
type Inline struct {
	Text  string // what is shown, unless the reference has words of its own
	URL   string // where it leads; empty: nowhere
	Mark  string // a sign where sources differ, such as ≠; empty: they don't
	Title string // what the sign or the value means; may be empty
}

// RenderOptions says how a document fits the page that it is put on. The zero
// value works: references are their words or names, fences are left out.
type RenderOptions struct {
	Reference Lookup
	Fence     func(*bytes.Buffer, Fence) error // appends what it places; an error ends the rendering
	// maps links and images that have no scheme, but for headings of this text
	Link         func(destination string) string
	HeadingShift int // added to the level of headings
}

// An outputPart is a place in the HTML where something depends on the options.
type outputPart struct {
	at   int // offset in what is written
	kind partKind
	n    int // index or level
}

type partKind uint8

const (
	partReference partKind = iota // n is the reference
	partWords                     // n is the reference, which may not be a link here
	partFence                     // n is the fence
	partLink                      // n is the link
	partLevel                     // n is the heading's level
)

// Render appends the document's HTML. It fails where a fence can't be filled
// in, or where there is too much HTML once references and fences are.
func (d *Document) Render(b *bytes.Buffer, o RenderOptions) error {
	start := b.Len()
	for rest := d.html; rest != ""; {
		text, k, n, next := rest.next(d.source)
		rest = next
		if text != "" {
			b.WriteString(text)
			continue
		}
		if err := d.renderPart(b, k, n, &o); err != nil {
			return err
		}
		if b.Len()-start > maxHTML {
			return fmt.Errorf("%s: rendering gives more than %d MB of HTML", d.file, maxHTML>>20)
		}
	}
	return nil
}

func (d *Document) renderPart(b *bytes.Buffer, k partKind, n int, o *RenderOptions) error {
	switch k {
	case partReference:
		renderReference(b, d.shown(n, o.Reference))
	case partWords:
		b.WriteString(html.EscapeString(d.shown(n, o.Reference).Text))
	case partFence:
		if o.Fence != nil {
			return o.Fence(b, d.fences[n])
		}
	case partLink:
		writeURL(b, destination(d.links[n], o))
	case partLevel:
		b.WriteByte("0123456"[min(max(n+o.HeadingShift, 1), 6)])
	}
	return nil
}

// shown is what reference n becomes, with the words that the writer chose.
func (d *Document) shown(n int, lookup Lookup) Inline {
	r := d.references[n]
	var in Inline
	if lookup != nil {
		in = lookup(r)
	}
	if r.Words != "" {
		in.Text = r.Words
	} else if lookup == nil {
		in.Text = r.Name
	}
	return in
}

func renderReference(b *bytes.Buffer, in Inline) {
	tag, class := "span", "ref"
	if in.URL != "" {
		tag = "a"
	}
	if in.Mark != "" {
		class = "ref differs"
	}
	b.WriteString(`<` + tag + ` class="` + class + `"`)
	if in.URL != "" {
		b.WriteString(` href="`)
		writeURL(b, in.URL)
		b.WriteByte('"')
	}
	if in.Title != "" {
		b.WriteString(` title="` + html.EscapeString(in.Title) + `"`)
	}
	b.WriteString(`>` + html.EscapeString(in.Text))
	if in.Mark != "" {
		b.WriteString(`<span class="mark">` + html.EscapeString(in.Mark) + `</span>`)
	}
	b.WriteString(`</` + tag + `>`)
}

// destination is where a link into the site leads from the page that it is
// rendered on.
func destination(l Link, o *RenderOptions) string {
	if l.heading != "" {
		return "#" + l.heading
	}
	if o.Link != nil {
		return o.Link(l.Destination)
	}
	return l.Destination
}

// writeURL writes a link target into an attribute, with what may not stand in
// one percent-encoded.
func writeURL(b *bytes.Buffer, url string) {
	b.Write(util.EscapeHTML(util.URLEscape([]byte(url), false)))
}
