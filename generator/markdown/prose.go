package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// Characters that prose has to look at.
var isSpecial = [256]bool{'\\': true, '&': true, '<': true, '>': true, '"': true, '\'': true}

// prose writes text with backslashes and entities resolved and quotes set. It
// comes from n, whose neighbours decide about a quote at its ends.
func (w *writer) prose(b []byte, n *ast.Text) {
	w.markText(n, 0) // and again after what is not written as it stands
	last := 0
	for i := 0; i < len(b); i++ {
		c := b[i]
		if !isSpecial[c] {
			continue
		}
		if (c == '"' || c == '\'') && w.quotes.on {
			w.out = append(w.out, b[last:i]...)
			before, after := w.quote.before, nextRune(b[i+1:], n)
			if i > 0 && b[i-1] != '"' && b[i-1] != '\'' {
				before, _ = utf8.DecodeLastRune(b[:i])
			}
			w.literal([]byte(w.quote.set(&w.quotes, c, before, after)))
			last = i + 1
			w.markText(n, last)
			continue
		}
		size := w.resolve(b[last:i], b[i:])
		i += size - 1
		last = i + 1
		w.markText(n, last)
	}
	w.out = append(w.out, b[last:]...)
	if len(b) > 0 && b[len(b)-1] != '"' && b[len(b)-1] != '\'' {
		w.quote.before, _ = utf8.DecodeLastRune(b)
	}
}

// decoded writes text with backslashes and entities resolved.
func (w *writer) decoded(b []byte) {
	last := 0
	for i := 0; i < len(b); i++ {
		if isSpecial[b[i]] {
			i += w.resolve(b[last:i], b[i:]) - 1
			last = i + 1
		}
	}
	w.out = append(w.out, b[last:]...)
}

// resolve writes what comes before a special character and what the character
// stands for, and tells how many bytes of b that takes.
func (w *writer) resolve(before, b []byte) int {
	w.out = append(w.out, before...)
	switch b[0] {
	case '\\':
		if len(b) > 1 && util.IsPunct(b[1]) {
			w.literal(b[1:2])
			return 2
		}
	case '&':
		if text, size := entityAt(b); size > 0 {
			w.literal(text)
			return size
		}
	}
	w.literal(b[:1])
	return 1
}

// literal writes text as it stands.
func (w *writer) literal(b []byte) {
	if w.plain {
		w.out = append(w.out, b...)
		return
	}
	last := 0
	for i, c := range b {
		if e := util.EscapeHTMLByte(c); e != nil {
			w.out = append(append(w.out, b[last:i]...), e...)
			last = i + 1
		}
	}
	w.out = append(w.out, b[last:]...)
}

// entityAt reads the reference to a character that b begins with, and tells its
// length; 0 where it is none.
func entityAt(b []byte) ([]byte, int) {
	end := bytes.IndexByte(b[:min(len(b), 40)], ';')
	if end < 2 {
		return nil, 0
	}
	name := string(b[1:end])
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return nil, 0
		}
		return e.Characters, end + 1
	}
	digits, base, most := name[1:], 10, 7
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		digits, base, most = digits[1:], 16, 6
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return nil, 0
	}
	r := util.ToValidRune(rune(code))
	if forbidden(r) {
		r = utf8.RuneError
	}
	return utf8.AppendRune(nil, r), end + 1
}

// nextRune gives the character after a quote: the rest of its text, or else
// what stands beside it in the paragraph.
func nextRune(rest []byte, n *ast.Text) rune {
	if len(rest) > 0 {
		r, _ := utf8.DecodeRune(rest)
		return r
	}
	if n == nil || n.SoftLineBreak() || n.HardLineBreak() || n.NextSibling() == nil {
		return ' '
	}
	return 'x'
}
