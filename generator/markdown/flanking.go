package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// doubled is an inline parser of what ~~ encloses: one ~ alone is a sign for
// about, or of a range.
type doubled struct{ parser.InlineParser }

func (d doubled) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("~~")) || bytes.HasPrefix(line, []byte("~~~")) {
		return nil
	}
	return d.InlineParser.Parse(parent, block, pc)
}

// flanking lets * and ~~ enclose words beside Chinese, Japanese and Korean
// letters, which are written without spaces: **標題（注）**的. CommonMark asks for
// a space or a mark where there is none.
type flanking struct{ parser.InlineParser }

func (f flanking) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, _ := block.PeekLine()
	n := f.InlineParser.Parse(parent, block, pc)
	d, ok := n.(*parser.Delimiter)
	if !ok || d.Char == '_' {
		return n
	}
	after := ' '
	if rest := line[min(d.Segment.Len(), len(line)):]; len(rest) > 0 {
		after, _ = utf8.DecodeRune(rest)
	}
	if isEastAsian(before) && !isSpace(after) {
		d.CanOpen = true
	}
	if isEastAsian(after) && !isSpace(before) {
		d.CanClose = true
	}
	return n
}

// isSpace reports whether a rune parts words, as the beginning and end of a
// text do.
func isSpace(r rune) bool { return util.IsSpaceRune(r) || r == '\n' || r == utf8.RuneError }

// isEastAsian reports whether a rune is of a script that is written without
// spaces beside signs.
func isEastAsian(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}
