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
		if separates := i >= first && (i-first)%4 == 0; separates && c != by || !separates && !isASCIIDigit(c) {
			return false
		}
	}
	return true
}

// magnitude is the power of ten of the word at i, or of two, behind one space
// or hyphen if it is longer than a letter, and where it ends; 0 where there is
// none.
func (x *lexicon) magnitude(text []byte, i int) (power, end int) {
	start := i
	if start < len(text) && (text[start] == ' ' || text[start] == '-') {
		start++
	}
	end = wordEnd(text, start)
	if start > i && (end-start == 1 || end > start && text[start] >= utf8.RuneSelf && isUnspacedAt(text, start)) {
		return 0, i
	}
	if end < len(text) && text[end] == ' ' {
		if second := wordEnd(text, end+1); second > end+1 {
			if power = x.powers[string(text[start:second])]; power > 0 {
				return power, second
			}
		}
	}
	if power = x.powers[string(text[start:end])]; power == 0 {
		return 0, i
	}
	return power, end
}

// wordEnd is where the word at start ends; a letter of a script without spaces
// is one by itself.
func wordEnd(text []byte, start int) int {
	end := start
	for end < len(text) {
		r, size := utf8.DecodeRune(text[end:])
		if isUnspaced(r) && end == start {
			return end + size
		}
		if !isWordLetter(r) {
			break
		}
		end += size
	}
	return end
}

func isUnspacedAt(text []byte, i int) bool {
	r, _ := utf8.DecodeRune(text[i:])
	return isUnspaced(r)
}

// appendAmount appends the term of a number times a power of ten: #110000000000.
func appendAmount(to, whole, fraction []byte, power int) []byte {
	to = append(to, '#')
	start := len(to)
	shifted := min(power, len(fraction))
	to = append(append(to, whole...), fraction[:shifted]...)
	for range power - shifted {
		to = append(to, '0')
	}
	to = append(to[:start], bytes.TrimLeft(to[start:], "0")...)
	if len(fraction) > power {
		to = append(append(to, '.'), fraction[power:]...)
	}
	return to
}
