package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// piece is a block of a page's text: a paragraph, a heading, a list item, a row
// of a table.
type piece struct {
	text   string
	node   *html.Node // the element that it is of
	linked int        // how many of its bytes are links'
	row    bool       // of a table
}

func (p piece) heading() bool {
	switch p.node.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// isLink reports whether a piece is nothing but links to other pages.
func (p piece) isLink() bool { return p.linked*10 >= len(p.text)*8 && len(p.text) < 400 && !p.row }

// separateElements are the elements whose text stands by itself.
var separateElements = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true,
	atom.Main: true, atom.Aside: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true,
	atom.Ol: true, atom.Li: true, atom.Dt: true, atom.Dd: true,
	atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Blockquote: true, atom.Figure: true,
	atom.Figcaption: true, atom.Pre: true, atom.Br: true, atom.Hr: true,
	atom.Body: true, atom.Html: true,
}

var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Svg: true,
	atom.Iframe: true, atom.Nav: true,
	atom.Button: true, atom.Form: true, atom.Sup: true, atom.Select: true, atom.Textarea: true, atom.Video: true,
	atom.Audio: true, atom.Canvas: true, atom.Object: true,
}

// piecesOf are the pieces of the text that is seen of a node.
func piecesOf(root *html.Node) []piece {
	w := walker{at: root}
	w.walk(root, root, false)
	w.flush()
	return w.pieces
}

type walker struct {
	pieces []piece
	open   strings.Builder
	at     *html.Node // the element whose text is open
	linked int
}

func (w *walker) flush() {
	if text := oneLine(w.open.String()); text != "" {
		w.pieces = append(w.pieces, piece{text: text, node: w.at, linked: w.linked})
	}
	w.open.Reset()
	w.linked = 0
}

func (w *walker) walk(n, block *html.Node, link bool) {
	switch {
	case n.Type == html.TextNode:
		if w.open.Len() == 0 {
			w.at = block
		}
		w.open.WriteString(n.Data)
		if link {
			w.linked += len(strings.TrimSpace(n.Data))
		}
	case unseen[n.DataAtom] || n.Type == html.ElementNode && hidden(n):
		return
	case n.DataAtom == atom.Table && isDataTable(n):
		w.flush()
		w.rows(n)
		return
	}
	if separateElements[n.DataAtom] {
		w.flush()
		defer w.flush()
		block = n
	}
	for c := range n.ChildNodes() {
		w.walk(c, block, link || n.DataAtom == atom.A)
	}
}

// hidden reports whether an element is not seen.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		}
	}
	return false
}

// rows are the rows of a table, their cells in one line.
func (w *walker) rows(table *html.Node) {
	for tr := range table.Descendants() {
		if tr.DataAtom != atom.Tr {
			continue
		}
		var cells []string
		for cell := range tr.ChildNodes() {
			if cell.DataAtom == atom.Td || cell.DataAtom == atom.Th {
				cells = append(cells, lineOfNode(cell))
			}
		}
		if text := strings.Join(cells, " | "); strings.Trim(text, " |") != "" {
			w.pieces = append(w.pieces, piece{text: text, node: tr, row: true})
		}
	}
}

// mostCell is how long the cells of a table of data are at most, on average.
const mostCell = 100

// isDataTable reports whether a table has data and does not lay out a page: no
// table within, at least two rows with two cells, nothing long in them.
func isDataTable(table *html.Node) bool {
	rows, cells, size := 0, 0, 0
	for n := range table.Descendants() {
		switch n.DataAtom {
		case atom.Table, atom.Article, atom.H1:
			return false
		case atom.Tr:
			here := 0
			for cell := range n.ChildNodes() {
				if cell.DataAtom == atom.Td || cell.DataAtom == atom.Th {
					here++
					size += len(lineOfNode(cell))
				}
			}
			if here > 1 {
				rows++
			}
			cells += here
		}
	}
	return rows > 1 && size <= cells*mostCell
}

// lineOfNode is the text of a node in one line.
func lineOfNode(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode && c.Parent.DataAtom != atom.Script && c.Parent.DataAtom != atom.Style:
			b.WriteString(c.Data)
		case separateElements[c.DataAtom]:
			b.WriteByte(' ')
		}
	}
	return oneLine(b.String())
}

// textOf is pieces as a text, a paragraph each; the rows of a table follow each
// other line by line.
func textOf(pieces []piece) string {
	var b strings.Builder
	for i, p := range pieces {
		switch {
		case i == 0:
		case p.row && pieces[i-1].row && p.node.Parent == pieces[i-1].node.Parent:
			b.WriteByte('\n')
		default:
			b.WriteString("\n\n")
		}
		if p.row {
			b.WriteString("| ")
		}
		b.WriteString(p.text)
		if p.row {
			b.WriteString(" |")
		}
	}
	return b.String()
}

func attributeOf(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// withinElement reports whether a node is in an element of a kind.
func withinElement(n *html.Node, kind atom.Atom) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.DataAtom == kind {
			return true
		}
	}
	return false
}

// hasToken reports whether an element's id or one of its classes is what a
// pattern matches, or their part behind the last __ (a BEM element).
func hasToken(n *html.Node, pattern func() *regexp.Regexp) bool {
	for _, a := range n.Attr {
		if a.Key != "id" && a.Key != "class" {
			continue
		}
		for token := range strings.FieldsSeq(a.Val) {
			if pattern().MatchString(token) {
				return true
			}
			if _, part, ok := strings.Cut(token, "__"); ok && pattern().MatchString(part) {
				return true
			}
		}
	}
	return false
}

// isSentence reports whether a text is long enough for a sentence of an
// article, and is none of the short lines around it.
func isSentence(text string) bool {
	n := utf8.RuneCountInString(text)
	if strings.IndexFunc(text, func(c rune) bool {
		return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}) >= 0 {
		n *= 2
	}
	return n >= 30 && strings.ContainsAny(text, ".!?:;。！？,、，…\"”»")
}
