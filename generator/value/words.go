package value

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// words is a table of phrases with their meaning, by language: a base language
// (de), a language in a region (es-MX), or "" for what holds everywhere. The
// narrower entry wins. Symbols are kept in their own case, words in lower case.
type words[V any] map[string]map[string]V

// phrases is a table ready for matching.
type phrases[V any] struct {
	words   words[V]
	longest int // of the phrases, in bytes
}

func table[V any](all words[V]) phrases[V] {
	longest := 0
	for _, named := range all {
		for phrase := range named {
			longest = max(longest, len(phrase))
		}
	}
	return phrases[V]{all, longest}
}

// find looks a phrase up, from the narrowest language to "".
func find[V any](languages [3]string, table phrases[V], phrase string) (V, bool) {
	for i, language := range languages {
		if i > 0 && language == languages[i-1] {
			continue
		}
		if v, ok := table.words[language][phrase]; ok {
			return v, true
		}
	}
	var none V
	return none, false
}

// match is the longest phrase of table that begins at pos, and where it ends.
// Words are matched in any case, symbols of one or two letters and those with a
// stroke as they stand.
func match[V any](p *parser, table phrases[V], pos int) (v V, end int, ok bool) {
	ends, n := p.ends(pos, table.longest)
	for i := n - 1; i >= 0; i-- {
		if v, ok = find(p.languages, table, p.text[pos:ends[i]]); ok {
			return v, ends[i], true
		}
		if ends[i]-pos <= 2 || strings.IndexByte(p.text[pos:ends[i]], '/') >= 0 {
			continue // kB/s is no kb/s
		}
		if v, ok = find(p.languages, table, p.lower[pos:ends[i]]); ok {
			return v, ends[i], true
		}
	}
	return v, pos, false
}

// matchWord is match for a table of words alone, in which even a or to may be
// written A or To.
func matchWord[V any](p *parser, table phrases[V], pos int) (v V, end int, ok bool) {
	ends, n := p.ends(pos, table.longest)
	for i := n - 1; i >= 0; i-- {
		if v, ok = find(p.languages, table, p.lower[pos:ends[i]]); ok {
			return v, ends[i], true
		}
	}
	return v, pos, false
}

// most is how many places ends looks for: no phrase has more parts.
const most = 12

// ends lists where a phrase of at most so many bytes that begins at pos may end,
// nearest first: behind a word, behind a symbol, and in Chinese, Japanese and
// Korean anywhere.
func (p *parser) ends(pos, longest int) (list [most]int, n int) {
	for i := pos; i < len(p.text) && n < most; {
		c, size := utf8.DecodeRuneInString(p.text[i:])
		switch {
		case c == '(' || isDigit(p.text[i]):
			return list, n
		case c == ' ':
			if i++; i == pos+1 {
				return list, n
			}
			continue
		case isWordy(c) && !isCJK(c):
			i = p.wordEnd(i)
		default:
			i += size
		}
		if i > pos+longest {
			return list, n
		}
		list[n] = i
		n++
	}
	return list, n
}

// wordEnd is the end of the run of letters and digits at i, which begins with
// a letter.
func (p *parser) wordEnd(i int) int {
	for i < len(p.text) {
		if b := p.text[i]; b < utf8.RuneSelf {
			if !isDigit(b) && !isLetter(b) {
				break
			}
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(p.text[i:])
		if !isWordy(c) || isCJK(c) {
			break
		}
		i += size
	}
	return i
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// fold is text without what comparison disregards: case, and the characters
// that drop picks.
func fold(text string, drop func(rune) bool) string {
	return strings.Map(func(c rune) rune {
		if drop(c) {
			return -1
		}
		return unicode.ToLower(unicode.ToUpper(c))
	}, text)
}
