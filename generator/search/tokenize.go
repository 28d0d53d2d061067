package search

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// tokenizer cuts texts into terms. It keeps what it works in from text to text.
type tokenizer struct {
	folded, term []byte
	emit         func(term []byte) // hears each term; it has to copy it
	lexicon      *lexicon
}

// cut emits the terms of a text.
func (c *tokenizer) cut(s string) {
	c.folded = foldInto(c.folded[:0], s)
	text := c.folded
	for i := 0; i < len(text); {
		switch b := text[i]; {
		case 'a' <= b && b <= 'z':
			i = c.word(text, i)
		case isASCIIDigit(b):
			i = c.number(text, i)
		case b < utf8.RuneSelf:
			i++
		default:
			i = c.other(text, i)
		}
	}
}

// other emits what begins at i with a letter that is not ASCII, and gives where
// it ends.
func (c *tokenizer) other(text []byte, i int) int {
	switch r, size := utf8.DecodeRune(text[i:]); {
	case isUnspaced(r):
		return c.pairs(text, i)
	case isWordLetter(r):
		return c.word(text, i)
	default:
		return i + size
	}
}

// wholeTitle is the term of a title as a whole: its letters and digits, with a space
// for whatever stands between them.
func wholeTitle(s string) []byte {
	words := bytes.FieldsFunc(foldInto(nil, s),
		func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) })
	return append([]byte("="), bytes.Join(words, []byte(" "))...)
}

// cutMarkdown emits the terms of a Markdown text without the addresses of its
// links.
func (c *tokenizer) cutMarkdown(s string) {
	s = withoutNotes(s)
	for {
		at := indexAddress(s)
		if at < 0 {
			c.cut(s)
			return
		}
		c.cut(s[:at])
		s = s[at:]
		end := 0
		for end < len(s) && s[end] != ')' && s[end] != ' ' && s[end] != '\n' && s[end] != '>' {
			end++
		}
		s = s[end:]
	}
}

// definition finds the definition of a link, whose title nobody may see.
var definition = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^ {0,3}\[[^\]^][^\]]*\]:.*$`) })

// withoutNotes is Markdown without what no page shows: comments, and
// definitions of links.
func withoutNotes(s string) string {
	if strings.Contains(s, "]:") {
		s = definition().ReplaceAllString(s, "")
	}
	before, rest, found := strings.Cut(s, "<!--")
	if !found {
		return s
	}
	var shown strings.Builder
	for found {
		shown.WriteString(before + " ")
		_, rest, _ = strings.Cut(rest, "-->")
		before, rest, found = strings.Cut(rest, "<!--")
	}
	return shown.String() + before
}

// indexAddress is where the address of a link begins; -1 where there is none.
func indexAddress(s string) int {
	for i := 0; i+3 < len(s); i++ {
		if s[i] == ']' && s[i+1] == '(' || s[i] == ':' && s[i+1] == '/' && s[i+2] == '/' {
			return i
		}
	}
	return -1
}

// word emits the word that begins at i, but not a letter left over behind an
// apostrophe, and gives where it ends.
func (c *tokenizer) word(text []byte, i int) int {
	end := i
	for end < len(text) {
		if b := text[end]; 'a' <= b && b <= 'z' || isASCIIDigit(b) {
			end++
			continue
		}
		r, size := utf8.DecodeRune(text[end:])
		if !isWordLetter(r) {
			break
		}
		end += size
	}
	if end-i > 1 || i == 0 || text[i-1] != '\'' {
		c.emit(text[i:min(end, i+longestWord)])
	}
	return end
}

// longestWord is how many bytes of a word count.
const longestWord = 32

// pairs emits the pairs of the run of letters that begins at i, and its last
// letter, and gives where the run ends.
func (c *tokenizer) pairs(text []byte, i int) int {
	for {
		_, size := utf8.DecodeRune(text[i:])
		next, more := utf8.DecodeRune(text[i+size:])
		if more == 0 || !isUnspaced(next) {
			c.emit(text[i : i+size])
			return i + size
		}
		c.emit(text[i : i+size+more])
		i += size
	}
}

// number emits the number that begins at i: as it is written, and by what it
// comes to. It gives where it ends; a word that is not a magnitude is left.
func (c *tokenizer) number(text []byte, i int) int {
	end := i
	for end < len(text) && (isASCIIDigit(text[end]) || isSeparatorAt(text, end)) {
		end++
	}
	whole, fraction, ok := readDigits(text[i:end])
	if !ok {
		for part := range bytes.FieldsFuncSeq(text[i:end], func(r rune) bool { return r > '9' || r < '0' }) {
			c.emit(part[:min(len(part), longestWord)])
		}
		return end
	}
	c.term = append(append(c.term[:0], whole...), '.')
	if c.term = append(c.term, fraction...); len(fraction) == 0 {
		c.term = c.term[:len(whole)]
	}
	c.emit(c.term)
	power, after := c.lexicon.magnitude(text, end)
	if power > 0 || len(whole) >= 4 {
		c.term = appendAmount(c.term[:0], whole, fraction, power)
		c.emit(c.term)
	}
	return after
}

// isSeparatorAt reports whether what is at i stands between digits of one number.
func isSeparatorAt(text []byte, i int) bool {
	return isSeparator(text[i]) && i+1 < len(text) && isASCIIDigit(text[i+1])
}
