package markdown

import (
	"bytes"

	"collate/generator/problem"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.String:
		w.decoded(n.Value)
	case *ast.Emphasis:
		if n.Level == 2 {
			w.wrap("<strong>", n, "</strong>")
		} else {
			w.wrap("<em>", n, "</em>")
		}
	case *extast.Strikethrough:
		w.wrap("<del>", n, "</del>")
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n)
	case *ast.RawHTML:
		if !isComment(n.Segments, w.source) {
			w.rawInline(n)
		}
	case *referenceNode:
		w.reference(n)
	case *extast.FootnoteLink:
		w.note(n)
	case *extast.FootnoteBacklink:
		w.noteBack(n)
	default:
		w.children(n)
	}
}

func (w *writer) text(n *ast.Text) {
	value := n.Segment.Value(w.source)
	if n.IsRaw() {
		w.literal(value)
		return
	}
	if !w.bare {
		w.stray(n)
	}
	w.prose(value, n)
	if n.HardLineBreak() || n.SoftLineBreak() {
		w.lineBreak(n.HardLineBreak())
	}
}

// stray warns of what looks like a reference or a link and is text: [[Total],
// and [chart](my chart.png), since a space ends a destination.
func (w *writer) stray(n *ast.Text) {
	end := n.Segment.Stop
	if next, ok := n.NextSibling().(*ast.Text); ok && next.Segment.Start == end && next.Segment.Len() > 0 {
		end++ // brackets that open nothing are texts of their own
	}
	seen := w.source[n.Segment.Start:end]
	if at := bytes.Index(seen, []byte("[[")); at >= 0 && !w.escaped(n.Segment.Start+at) {
		w.problem(n.Segment.Start+at, problem.Warning, "[[ begins no reference here, and is shown as text",
			`write [[Figure]], or \[[ where brackets are meant`)
	}
	if at := bytes.Index(seen, []byte("<!--")); at >= 0 && !w.escaped(n.Segment.Start+at) {
		w.problem(n.Segment.Start+at, problem.Error, "a comment begins here, and its --> is not in this paragraph",
			"end the comment with -->, without blank lines in it, or write \\<!-- where these characters are meant")
	}
	if at := bytes.Index(seen, []byte("](")); at >= 0 && !w.escaped(n.Segment.Start+at) {
		w.problem(n.Segment.Start+at, problem.Warning, "this looks like a link, and is shown as text",
			"a destination with spaces stands between < and >: [words](<my chart.png>)")
	}
}

// escaped reports whether there is a backslash before an offset.
func (w *writer) escaped(offset int) bool { return offset > 0 && w.source[offset-1] == '\\' }

// lineBreak ends a line, and takes off the spaces at its end: the parser of
// URLs, which stops at every space, has made them text of their own.
func (w *writer) lineBreak(hard bool) {
	start := 0
	if n := len(w.parts); n > 0 {
		start = w.parts[n-1].at
	}
	for len(w.out) > start && w.out[len(w.out)-1] == ' ' {
		w.out = w.out[:len(w.out)-1]
	}
	switch {
	case w.bare:
		w.out = append(w.out, ' ')
	case hard:
		w.out = append(w.out, "<br>\n"...)
	default:
		w.out = append(w.out, '\n')
	}
	w.quote.before = ' '
}

func (w *writer) codeSpan(n *ast.CodeSpan) {
	w.tag("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		value := t.Segment.Value(w.source)
		if last := len(value) - 1; last >= 0 && value[last] == '\n' {
			w.literal(value[:last])
			w.out = append(w.out, ' ')
		} else {
			w.literal(value)
		}
	}
	w.tag("</code>")
	w.quote.before = 'x'
}

// rawInline shows HTML as text.
func (w *writer) rawInline(n *ast.RawHTML) {
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		if i == 0 && !w.bare {
			w.rawWarning(s.Start)
		}
		w.literal(s.Value(w.source))
	}
	w.quote.before = 'x'
}

func (w *writer) reference(n *referenceNode) {
	if n.index < 0 {
		n.index = len(w.d.references)
		r := Reference{Written: w.t.within(n.Pos(), n.written), Words: w.t.within(n.Pos(), w.quotes.words(n.words))}
		r.Story, r.Name = cutStory(r.Written)
		r.Place, r.Line = w.t.place(n.Pos())
		w.d.references = append(w.d.references, r)
	}
	if w.bare || w.links > 0 {
		w.part(partWords, n.index)
	} else {
		w.part(partReference, n.index)
	}
	w.later += len(`<span class="ref"></span>`) + len(n.words)
	w.quote.before = 'x'
}

// note writes the mark of a footnote.
func (w *writer) note(n *extast.FootnoteLink) {
	if w.bare {
		return
	}
	w.tag(`<sup class="footnote" id="`)
	w.noteID("fnref_", n.Index, n.RefIndex)
	if w.links > 0 { // no link within a link
		w.tag(`">`)
		w.number(n.Index)
		w.tag("</sup>")
		return
	}
	w.tag(`"><a href="#`)
	w.noteID("fn_", n.Index, 0)
	w.tag(`" role="doc-noteref">`)
	w.number(n.Index)
	w.tag("</a></sup>")
}

// noteBack writes the way back from a footnote to one of its marks.
func (w *writer) noteBack(n *extast.FootnoteBacklink) {
	w.tag(`&#160;<a class="back" href="#`)
	w.noteID("fnref_", n.Index, n.RefIndex)
	w.tag(`" role="doc-backlink">↩&#xfe0e;</a>`)
}
