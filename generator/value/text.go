package value

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// line is a written value made ready for reading: composed characters, narrow
// forms, ASCII digits, single plain spaces where there are none that group
// digits. Positions are byte offsets into text.
type line struct {
	written string  // as given
	text    string  // for symbols, whose case counts
	lower   string  // for words; as long as text
	source  []int32 // offset in written of each byte of text, and of its end; nil: the same
}

// newLine prepares written. A plain ASCII value is used as it is.
func newLine(written string) *line {
	if plainASCII(written) {
		return &line{written: written, text: written, lower: strings.ToLower(written)}
	}
	m := maker{source: make([]int32, 0, len(written)+8)}
	if norm.NFC.IsNormalString(written) {
		for at, c := range written {
			m.add(c, at)
		}
	} else {
		for at := 0; at < len(written); {
			n := norm.NFC.NextBoundaryInString(written[at:], true)
			for _, c := range norm.NFC.String(written[at : at+n]) {
				m.add(c, at)
			}
			at += n
		}
	}
	m.source = append(m.source, int32(len(written)))
	return &line{written: written, text: string(m.text), lower: string(m.lower), source: m.source}
}

// maker gathers the characters of a line.
type maker struct {
	text, lower []byte
	source      []int32
}

// add takes a character that stands at offset at; a space after a space is dropped.
func (m *maker) add(c rune, at int) {
	c = narrow(c)
	if n := len(m.text); c == ' ' && (n == 0 || m.text[n-1] == ' ') {
		return
	}
	for range utf8.RuneLen(c) {
		m.source = append(m.source, int32(at))
	}
	m.text = utf8.AppendRune(m.text, c)
	m.lower = utf8.AppendRune(m.lower, lowerSameSize(c))
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' || s[i] == ' ' && (i == 0 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// narrow is the one character that stands for c when reading.
func narrow(c rune) rune {
	switch {
	case c < utf8.RuneSelf && !unicode.IsSpace(c):
		return c
	case unicode.IsSpace(c):
		return ' '
	case c == '\u2010' || c == '\u2011': // hyphen, hyphen that does not break
		return '-'
	case c == '’' || c == 'ʼ':
		return '\''
	case c == 'μ':
		return 'µ'
	case c == '٪':
		return '%'
	case c == '～':
		return c
	}
	if unicode.Is(unicode.Nd, c) {
		return '0' + digitOf(c)
	}
	if folded := width.LookupRune(c).Folded(); folded != 0 {
		return folded
	}
	return c
}

// digitOf is the value of a decimal digit of any script. Unicode keeps the ten
// of a script together, in order, so its place in its range tells.
func digitOf(c rune) rune {
	for _, r := range unicode.Nd.R16 {
		if rune(r.Lo) <= c && c <= rune(r.Hi) {
			return (c - rune(r.Lo)) % 10
		}
	}
	for _, r := range unicode.Nd.R32 {
		if rune(r.Lo) <= c && c <= rune(r.Hi) {
			return (c - rune(r.Lo)) % 10
		}
	}
	return 0
}

func lowerSameSize(c rune) rune {
	if low := unicode.ToLower(c); utf8.RuneLen(low) == utf8.RuneLen(c) {
		return low
	}
	return c
}

// offset is where in written the byte at pos of text comes from.
func (l *line) offset(pos int) int {
	if l.source == nil {
		return pos
	}
	return int(l.source[pos])
}

// column is the column of pos in written, in characters from 1.
func (l *line) column(pos int) int {
	return utf8.RuneCountInString(l.written[:l.offset(pos)]) + 1
}

// original is the part of written that text[from:to] was made of, trimmed.
func (l *line) original(from, to int) string {
	return strings.TrimSpace(l.written[l.offset(from):l.offset(to)])
}

// isCJK says whether c belongs to a script written without spaces between
// words, where a word may end anywhere; Thai is such a one too.
func isCJK(c rune) bool {
	return c >= 0x1100 && (unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) ||
		c == 'ー' || c == '々' || c == 'ヶ') || c >= 0x0E00 && unicode.Is(unicode.Thai, c) && !unicode.IsDigit(c)
}

// isWordy says whether c is part of a word that letters of other scripts make.
func isWordy(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsMark(c) || c == '²' || c == '³'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
