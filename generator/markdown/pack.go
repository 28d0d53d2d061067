package markdown

import (
	"encoding/binary"
	"math/bits"

	"github.com/yuin/goldmark/ast"
)

// packed is a text, HTML or plain, in little memory: most of what a writer
// writes stands letter for letter in the source, which is kept in any case. So
// a packed text is a row of instructions, each of them one byte and what
// follows it:
//
//	a kind      a number: the part's n
//	spanCode    two numbers, an offset and a length: a span of the source
//	textCode    a number and so many bytes: these
//
// A number is written as [binary.AppendUvarint] does.
type packed string

// The first bytes of instructions. Those below spanCode are kinds.
const (
	spanCode = 0x10 + iota
	textCode
)

// minSpan is the length from which on a span is worth an instruction more.
const minSpan = 10

// A sourceMark notes that what is written from an offset on comes from an offset of
// the source. Texts are short enough for 32 bits: see limits.go.
type sourceMark struct{ at, source int32 }

// mark notes that what is written next comes from an offset of the source. It
// is a hint: packing compares, so a wrong one does no harm.
func (w *writer) mark(source int) {
	w.marks = append(w.marks, sourceMark{int32(len(w.out)), int32(source)})
}

// markNear marks what stands in the source soon after an offset.
func (w *writer) markNear(offset int, written string) {
	if i := w.t.find(offset, written); i >= 0 {
		w.mark(i)
	}
}

// markText marks so many bytes of n, which may be nil, as written.
func (w *writer) markText(n *ast.Text, written int) {
	if n != nil {
		w.mark(n.Segment.Start + written)
	}
}

// packer packs what a writer has written.
type packer struct {
	text   []byte
	source []byte
	marks  []sourceMark
	done   int // bytes of text that are packed
	out    []byte
}

// packed gives what has been written as instructions.
func (w *writer) packed() packed {
	p := packer{text: w.out, source: w.source, marks: w.marks, out: make([]byte, 0, 64+len(w.out)/3)}
	for _, part := range w.parts {
		p.upTo(part.at)
		p.out = binary.AppendUvarint(append(p.out, byte(part.kind)), uint64(part.n))
	}
	p.upTo(len(p.text))
	return packed(p.out)
}

// upTo packs the text up to an offset: spans from where marks lead to as far as
// source and text are the same, and literally what is between.
func (p *packer) upTo(end int) {
	for len(p.marks) > 0 && int(p.marks[0].at) < end {
		at, source := int(p.marks[0].at), int(p.marks[0].source)
		p.marks = p.marks[1:]
		if at < p.done || source > len(p.source) {
			continue
		}
		if n := commonPrefix(p.text[at:end], p.source[source:]); n >= minSpan {
			p.literal(p.text[p.done:at])
			p.out = binary.AppendUvarint(append(p.out, spanCode), uint64(source))
			p.out = binary.AppendUvarint(p.out, uint64(n))
			p.done = at + n
		}
	}
	p.literal(p.text[p.done:end])
	p.done = end
}

// commonPrefix is the number of bytes that a and b begin with alike.
func commonPrefix(a, b []byte) int {
	n, most := 0, min(len(a), len(b))
	for ; n+8 <= most; n += 8 {
		if x := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); x != 0 {
			return n + bits.TrailingZeros64(x)/8
		}
	}
	for n < most && a[n] == b[n] {
		n++
	}
	return n
}

// literal packs text that is not in the source.
func (p *packer) literal(text []byte) {
	if len(text) > 0 {
		p.out = binary.AppendUvarint(append(p.out, textCode), uint64(len(text)))
		p.out = append(p.out, text...)
	}
}

// next cuts the first instruction off. It stands for some text, or where that
// is empty, for a part of the kind k.
func (p packed) next(source string) (text string, k partKind, n int, rest packed) {
	n, rest = cutNumber(p[1:])
	switch p[0] {
	case textCode:
		return string(rest[:n]), 0, 0, rest[n:]
	case spanCode:
		at := n
		n, rest = cutNumber(rest)
		return source[at : at+n], 0, 0, rest
	}
	return "", partKind(p[0]), n, rest
}

// cutNumber cuts off a number.
func cutNumber(p packed) (n int, rest packed) {
	for i := 0; ; i++ {
		n |= int(p[i]&0x7f) << (7 * i)
		if p[i] < 0x80 {
			return n, p[i+1:]
		}
	}
}
