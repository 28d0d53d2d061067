package search

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// readDigits reads digits with separators: the digits before the point and behind
// it, without zeros at the end. It is false for what is no single number, as a
// date.
func readDigits(s []byte) (whole, fraction []byte, ok bool) {
	if len(s) > longestWord {
		return nil, nil, false
	}
	if !slices.ContainsFunc(s, isSeparator) {
		return s, nil, true
	}
	switch {
	case isGrouped(s, ','):
		s = bytes.ReplaceAll(s, []byte(","), nil)
	case isGrouped(s, '\''):
		s = bytes.ReplaceAll(s, []byte("'"), nil)
	case bytes.Count(s, []byte(".")) > 1 && isGrouped(s, '.'):
		s = bytes.ReplaceAll(s, []byte("."), nil)
	}
	at := slices.IndexFunc(s, isSeparator)
	if at < 0 {
		return s, nil, true
	}
	whole, fraction = s[:at], s[at+1:]
	if slices.ContainsFunc(fraction, isSeparator) {
		return nil, nil, false
	}
	return whole, bytes.TrimRight(fraction, "0"), true
}

// isSeparator reports whether a number may have it between digits.
func isSeparator(c byte) bool { return c == '.' || c == ',' || c == '\'' }

// isGrouped reports whether a separator stands before every three digits, up to a
// point.
func isGrouped(s []byte, by byte) bool {
	if by != '.' {
		s, _, _ = bytes.Cut(s, []byte("."))
	}
	first := bytes.IndexByte(s, by)
	if first < 1 || first > 3 || (len(s)-first)%4 != 0 {
		return false
	}
	for i, c := range s {
		if separates := i >= first && (i-first)%4 == 0; separates && c != by || !separates && !isDigit(c) {
			return false
		}
	}
	return true
}

// magnitudes are what a number may be multiplied by: powers of ten, by folded
// word. A single letter has to stand right behind the number.
var magnitudes = map[string]int{
	"k": 3, "thousand": 3, "tausend": 3,
	"m": 6, "mn": 6, "mln": 6, "mio": 6, "million": 6, "millions": 6, "millionen": 6, "millones": 6, "millon": 6,
	"b": 9, "bn": 9, "bln": 9, "mrd": 9, "billion": 9, "billions": 9, "milliard": 9, "milliards": 9, "milliarden": 9,
	"milliarde": 9,
	"t":         12, "tn": 12, "trn": 12, "trillion": 12, "trillions": 12, "billionen": 12,
	"lakh": 5, "crore": 7,
	"万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12, "만": 4, "억": 8, "조": 12,
}

// magnitude is the power of ten of the word at i, behind one space or hyphen
// if it is longer than a letter, and where it ends; 0 where there is none.
func magnitude(text []byte, i int) (power, end int) {
	start := i
	if start < len(text) && (text[start] == ' ' || text[start] == '-') {
		start++
	}
	end = start
	for end < len(text) {
		r, size := utf8.DecodeRune(text[end:])
		if isUnspaced(r) && end == start {
			end += size
			break
		}
		if !isWordLetter(r) {
			break
		}
		end += size
	}
	power = magnitudes[string(text[start:end])]
	if power == 0 || start > i && end-start == 1 || start > i && text[start] >= utf8.RuneSelf {
		return 0, i
	}
	return power, end
}

// appendAmount appends the term of a number times a power of ten: #110000000000.
func appendAmount(to, whole, fraction []byte, power int) []byte {
	to = append(to, '#')
	start := len(to)
	shifted := min(power, len(fraction))
	to = append(append(to, whole...), fraction[:shifted]...)
	to = append(to, "000000000000"[:power-shifted]...)
	to = append(to[:start], bytes.TrimLeft(to[start:], "0")...)
	if len(fraction) > power {
		to = append(append(to, '.'), fraction[power:]...)
	}
	return to
}
