package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldedLetters are those that folding replaces besides what normalising does.
var foldedLetters = map[rune]string{
	'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i", 'æ': "ae", 'œ': "oe", 'ς': "σ", '’': "'",
}

// foldInto appends a text without case and accents, in composed letters. What is
// not ASCII never joins what is, so each run of it is folded by itself.
func foldInto(to []byte, s string) []byte {
	for len(s) > 0 {
		n := 0
		for n < len(s) && s[n] < utf8.RuneSelf {
			n++
		}
		to = append(to, s[:n]...)
		lowerASCII(to[len(to)-n:])
		s, n = s[n:], 0
		for n < len(s) && s[n] >= utf8.RuneSelf {
			n++
		}
		if n > 0 {
			to = foldRun(to, s[:n])
		}
		s = s[n:]
	}
	return to
}

func lowerASCII(ascii []byte) {
	for i, c := range ascii {
		if 'A' <= c && c <= 'Z' {
			ascii[i] = c + 'a' - 'A'
		}
	}
}

func foldRun(to []byte, s string) []byte {
	var room [64]byte
	folded := room[:0]
	for _, r := range norm.NFKD.String(s) {
		r = unicode.ToLower(r)
		switch other, ok := foldedLetters[r]; {
		case ok:
			folded = append(folded, other...)
		case r < 0x300 || r > 0x36f:
			folded = utf8.AppendRune(folded, r)
		}
	}
	return norm.NFC.Append(to, folded...)
}

// isUnspaced reports whether a letter is of a script whose words are not spaced, or
// change their ends: Chinese, Japanese, Korean.
func isUnspaced(r rune) bool {
	return r >= 0x1100 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r == 'ー')
}

// isWordLetter reports whether a letter belongs to words.
func isWordLetter(r rune) bool {
	return 'a' <= r && r <= 'z' ||
		r >= utf8.RuneSelf && !isUnspaced(r) && unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

func isASCIIDigit(c byte) bool { return '0' <= c && c <= '9' }
