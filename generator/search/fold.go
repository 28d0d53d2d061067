package search

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters are those that folding replaces besides what normalising does.
var letters = map[rune]string{
	'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i", 'æ': "ae", 'œ': "oe", 'ς': "σ", '’': "'",
}

// fold appends a text without case and accents, in composed letters.
func fold(to []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return foldAny(to, s)
		}
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		to = append(to, c)
	}
	return to
}

func foldAny(to []byte, s string) []byte {
	var b bytes.Buffer
	for _, r := range norm.NFKD.String(s) {
		r = unicode.ToLower(r)
		switch other, ok := letters[r]; {
		case ok:
			b.WriteString(other)
		case r < 0x300 || r > 0x36f:
			b.WriteRune(r)
		}
	}
	return append(to, norm.NFC.Bytes(b.Bytes())...)
}

// paired tells whether a letter is of a script whose words are not spaced, or
// change their ends: Chinese, Japanese, Korean.
func paired(r rune) bool {
	return r >= 0x1100 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r == 'ー')
}

// inWord tells whether a letter belongs to words.
func inWord(r rune) bool {
	return 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && !paired(r) && unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
