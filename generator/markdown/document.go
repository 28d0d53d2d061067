package markdown

import (
	"strings"

	"collate/generator/problem"
)

// Position says where a text stands in its file, and its language.
type Position struct {
	File     string // slash path as shown in problems
	Line     int    // the file's line, from 1, on which the text begins
	Language string // BCP 47; it chooses the quotes. Empty: quotes stay as written
}

// Document is a parsed text. It never changes, and may be rendered by several
// goroutines at the same time.
type Document struct {
	file       string // as in problems
	source     string // what html, excerpt and most other strings are made of
	html       packed // with a part where something depends on where it is rendered
	excerpt    packed // not HTML; its parts are references
	references []Reference
	fences     []Fence
	headings   []Heading
	links      []Link
	problems   problem.List
}

// Reference is a [[figure]] of the text.
type Reference struct {
	Story   string // the other story's folder; empty: this one
	Name    string // the figure, without the story
	Written string // story and name as one: a figure may have a slash in its name
	Words   string // what to show in place of the value; may be empty
	Place   problem.Place
	Line    string // the line at Place as it stands in the file
}

// Heading is a heading of the text, for a table of contents.
type Heading struct {
	Level int // 1 to 6 as written
	ID    string
	Text  string // plain text; references as their words or names
}

// Link is a link or an image of the text that leads into the site.
type Link struct {
	Destination string // decoded, with its fragment; for a heading of this text, # and its ID
	Image       bool
	Place       problem.Place
	Line        string // the line at Place as it stands in the file

	heading string // the id of the heading that it leads to in this document
}

// Parse reads a text. The same source and position always give the same
// document. Whatever is wrong with it is in [Document.Problems]; the document
// can be rendered in any case. It keeps the source, from which it renders.
func Parse(source string, at Position) *Document {
	source = clean(source)
	d := &Document{file: at.File, source: source}
	t := &text{source: source, at: at}
	if refuseText(t, d, findTrouble(source)) {
		return d
	}
	root, busy := parse(t)
	if busy != nil {
		refuseText(t, d, busy)
		return d
	}
	refuseText(t, d, translate(d, t, root))
	return d
}

// Problems lists what is wrong with the text, in no order.
func (d *Document) Problems() problem.List { return d.problems }

// References lists the figures that the text names, in its order.
func (d *Document) References() []Reference { return d.references }

// Fences lists the tables, charts and timelines that the text places, in its
// order; those with errors are left out.
func (d *Document) Fences() []Fence { return d.fences }

// Headings lists the headings in order.
func (d *Document) Headings() []Heading { return d.headings }

// Links lists the links and images that lead into the site, in order: those
// that have no scheme.
func (d *Document) Links() []Link { return d.links }

// Excerpt gives the first paragraph as plain text on one line, with references
// as their words or else the text that lookup gives; empty where there is no
// paragraph. A nil lookup gives their names.
func (d *Document) Excerpt(lookup Lookup) string {
	size := 0
	for rest := d.excerpt; rest != ""; {
		text, _, _, next := rest.next(d.source)
		if len(text) > 0 && len(rest) == len(d.excerpt) && next == "" {
			return text // nothing is to be put together
		}
		size, rest = size+len(text), next
	}
	var excerpt strings.Builder
	excerpt.Grow(size)
	for rest := d.excerpt; rest != ""; {
		text, _, n, next := rest.next(d.source)
		if text == "" {
			text = d.shown(n, lookup).Text
		}
		excerpt.WriteString(text)
		rest = next
	}
	return excerpt.String()
}
