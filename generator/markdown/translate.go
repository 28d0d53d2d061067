package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	gtext "github.com/yuin/goldmark/text"

	"collate/generator/problem"
)

// writer translates goldmark's tree into HTML and parts.
type writer struct {
	*gather
	out   []byte
	parts []outputPart // in their order
	marks []sourceMark // where out comes from
	quote quoter
	bare  bool // write no tags: the text of an attribute or an excerpt
	plain bool // escape nothing: not HTML at all
	links int  // links that we are in
}

// gather is what is learned about a document on the way.
type gather struct {
	d       *Document
	t       *text
	source  []byte
	quotes  quotes
	slugs   usedSlugs
	warned  int // the line of the last warning about raw HTML
	dropped int // problems for which there was no room
	later   int // bytes of HTML that rendering will add, at least
}

// translate fills a document from its tree.
func translate(d *Document, t *text, tree *tree) *trouble {
	g := &gather{d: d, t: t, source: tree.source, quotes: quotesOf(t.at.Language)}
	w := &writer{gather: g, out: make([]byte, 0, len(tree.source)*5/4+64), marks: make([]sourceMark, 0, 64)}
	w.children(tree.root)
	if w.full() {
		return &trouble{0, fmt.Sprintf("the text gives more than %d MB of HTML", maxHTML>>20),
			"divide it into several files"}
	}
	d.html = w.packed()
	d.shareIDs()
	d.linkHeadings()
	w.excerpt(tree.root)
	d.references, d.fences = slices.Clone(d.references), slices.Clone(d.fences)
	d.headings, d.links = slices.Clone(d.headings), slices.Clone(d.links)
	if g.dropped > 0 {
		d.problems = append(d.problems, t.complaint(len(t.source), problem.Warning,
			fmt.Sprintf("%d more problems in this text are not listed", g.dropped), ""))
	}
	return nil
}

// shareIDs makes the ids of headings substrings of the HTML, so that they take
// no memory of their own. It gives up where a long one is packed in pieces.
func (d *Document) shareIDs() {
	rest := string(d.html)
	for i := range d.headings {
		h := &d.headings[i]
		at := strings.Index(rest, h.ID)
		if at < 0 {
			return
		}
		end := at + len(h.ID)
		h.ID, rest = rest[at:end], rest[end:]
	}
}

// linkHeadings finds the headings that links within the text lead to.
func (d *Document) linkHeadings() {
	var ids map[string]bool
	for i := range d.links {
		l := &d.links[i]
		if l.Image || l.Destination == "" || l.Destination[0] != '#' {
			continue
		}
		if ids == nil {
			ids = make(map[string]bool, len(d.headings))
			for _, h := range d.headings {
				ids[h.ID] = true
			}
		}
		if id, ok := headingFor(ids, l.Destination[1:]); ok {
			if id != l.Destination[1:] {
				l.Destination = "#" + id
			}
			l.heading = l.Destination[1:]
		}
	}
}

// excerpt keeps the first paragraph as plain text. What w has written is no
// longer needed, so it is written over.
func (w *writer) excerpt(root ast.Node) {
	for c := root.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindParagraph {
			continue
		}
		s := &writer{gather: w.gather, out: w.out[:0], marks: w.marks[:0], bare: true, plain: true}
		s.children(c)
		if len(s.out) == 0 && len(s.parts) == 0 {
			continue
		}
		w.d.excerpt = s.packed()
		return
	}
}

// problem notes something about an offset of the source.
func (g *gather) problem(offset int, severity problem.Severity, message, hint string) {
	if len(g.d.problems) >= maxWarnings {
		g.dropped++
		return
	}
	g.d.problems = append(g.d.problems, g.t.complaint(offset, severity, message, hint))
}

// part marks the place that has been reached.
func (w *writer) part(k partKind, n int) {
	w.parts = append(w.parts, outputPart{len(w.out), k, n})
}

// tag writes HTML, where there are tags at all.
func (w *writer) tag(html string) {
	if !w.bare {
		w.out = append(w.out, html...)
	}
}

func (w *writer) number(n int) {
	w.out = strconv.AppendInt(w.out, int64(n), 10)
}

// full reports whether there is more HTML than there may be.
func (w *writer) full() bool { return len(w.out)+w.later > maxHTML }

// children translates what is in a node. Once there is too much HTML it does
// nothing more.
func (w *writer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil && !w.full(); c = c.NextSibling() {
		if c.Type() == ast.TypeInline {
			w.inline(c)
		} else {
			w.quote = quoter{}
			w.block(c)
		}
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.wrap("<p>", n, "</p>\n")
	case *ast.TextBlock:
		w.children(n)
		if n.NextSibling() != nil && n.FirstChild() != nil {
			w.tag("\n")
		}
	case *ast.Heading:
		w.heading(n)
	case *ast.Blockquote:
		w.wrap("<blockquote>\n", n, "</blockquote>\n")
	case *ast.List:
		w.list(n)
	case *ast.ListItem:
		w.tag("<li>")
		if c := n.FirstChild(); c != nil && c.Kind() != ast.KindTextBlock {
			w.tag("\n")
		}
		w.wrap("", n, "</li>\n")
	case *ast.CodeBlock:
		w.code("", n.Lines())
	case *ast.FencedCodeBlock:
		w.fenced(n)
	case *ast.ThematicBreak:
		w.tag("<hr>\n")
	case *ast.HTMLBlock:
		w.rawBlock(n)
	case *extast.Table, *extast.TableHeader, *extast.TableRow, *extast.TableCell:
		w.table(n)
	case *extast.FootnoteList, *extast.Footnote:
		w.footnotes(n)
	}
}

func (w *writer) wrap(before string, n ast.Node, after string) {
	w.tag(before)
	w.children(n)
	w.tag(after)
}

func (w *writer) list(n *ast.List) {
	if !n.IsOrdered() {
		w.wrap("<ul>\n", n, "</ul>\n")
		return
	}
	w.tag("<ol")
	if n.Start != 1 {
		w.tag(` start="`)
		w.number(n.Start)
		w.tag(`"`)
	}
	w.wrap(">\n", n, "</ol>\n")
}

func (w *writer) code(language string, lines *gtext.Segments) {
	w.tag(`<pre tabindex="0"><code`)
	if language != "" {
		w.tag(` class="language-`)
		w.decoded([]byte(language))
		w.tag(`"`)
	}
	w.tag(">")
	for _, s := range lines.Sliced(0, lines.Len()) {
		w.mark(s.Start)
		w.literal(s.Value(w.source))
	}
	w.tag("</code></pre>\n")
}

// fenced writes a block of code, or places what a fence stands for.
func (w *writer) fenced(n *ast.FencedCodeBlock) {
	if n.Info != nil {
		if f, is := w.fence(n); is {
			if f != nil {
				w.d.fences = append(w.d.fences, *f)
				w.part(partFence, len(w.d.fences)-1)
			}
			return
		}
	}
	w.code(string(n.Language(w.source)), n.Lines())
}

// rawBlock shows HTML as text, without its comments.
func (w *writer) rawBlock(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	first := lines.At(0)
	raw := bytes.Clone(lines.Value(w.source))
	if n.HasClosure() {
		raw = append(raw, n.ClosureLine.Value(w.source)...)
	}
	shown, open := withoutComments(raw)
	if open {
		w.problem(first.Start, problem.Warning, "a comment begins here that never ends, and hides the rest of the text",
			"end it with -->")
	}
	if len(bytes.TrimSpace(shown)) == 0 {
		return
	}
	w.rawWarning(first.Start)
	w.tag("<p>")
	w.literal(bytes.TrimSpace(shown))
	w.tag("</p>\n")
}

// rawWarning warns once for a line.
func (w *writer) rawWarning(offset int) {
	place, _ := w.t.place(offset)
	if place.Line == w.warned {
		return
	}
	w.warned = place.Line
	w.problem(offset, problem.Warning, "raw HTML is shown as text",
		"use Markdown, or write \\< where a < is meant")
}

func (w *writer) table(n ast.Node) {
	switch n := n.(type) {
	case *extast.Table:
		w.wrap("<div class=\"scroll\" tabindex=\"0\">\n<table>\n", n, "")
		if n.ChildCount() > 1 {
			w.tag("</tbody>\n")
		}
		w.tag("</table>\n</div>\n")
	case *extast.TableHeader:
		w.wrap("<thead>\n<tr>\n", n, "</tr>\n</thead>\n")
		if n.NextSibling() != nil {
			w.tag("<tbody>\n")
		}
	case *extast.TableRow:
		w.wrap("<tr>\n", n, "</tr>\n")
	case *extast.TableCell:
		w.cell(n)
	}
}

func (w *writer) cell(n *extast.TableCell) {
	tag := "td"
	if n.Parent().Kind() == extast.KindTableHeader {
		tag = "th"
	}
	w.tag("<" + tag)
	if tag == "th" {
		w.tag(` scope="col"`)
	}
	if n.Alignment != extast.AlignNone {
		w.tag(` class="` + n.Alignment.String() + `"`)
	}
	w.wrap(">", n, "</"+tag+">\n")
}

func (w *writer) footnotes(n ast.Node) {
	switch n := n.(type) {
	case *extast.FootnoteList:
		w.wrap("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n", n, "</ol>\n</section>\n")
	case *extast.Footnote:
		w.tag(`<li id="`)
		w.noteID("fn_", n.Index, 0)
		w.wrap("\">\n", n, "</li>\n")
	}
}

// noteID writes the id of a footnote, or of its mark: the first, or a later one.
func (w *writer) noteID(prefix string, index, again int) {
	w.tag(prefix)
	w.number(index)
	if again > 0 {
		w.tag("_")
		w.number(again + 1)
	}
}
