package draft

import (
	"collate/generator/article"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number or a mark beside a reading.
type token struct {
	gap   string // what parts it from what is next to it: a space, a hyphen, nothing
	text  string // in lower case; empty where there is none
	raw   string
	start int // in the block
}

// isNumber reports whether a token is a number, in digits or words.
func (t token) isNumber() bool { return t.isDigits() || isNumberWord(t.text) }

// isNumberWord reports whether a word is a number; German writes long ones as
// one word.
func isNumberWord(word string) bool {
	return numberWordSet.has(word) || germanNumber().MatchString(word)
}

var germanNumber = compileOne(`^(?:ein|eine|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwölf|` +
	`hundert|tausend)\p{L}*(?:zehn|zig|ßig|hundert|tausend|hundert\p{L}+|tausend\p{L}+|und\p{L}+zig)$`)

func (t token) isDigits() bool { return t.text != "" && strings.ContainsAny(t.text, "0123456789") }

// isQuantity reports whether a token is a number with something else: $5, 40%.
func (t token) isQuantity() bool {
	return t.isDigits() && strings.Trim(t.text, "0123456789.,'’-") != ""
}

// isNumeralText reports whether a text is digits with marks between them.
func isNumeralText(text string) bool {
	return text != "" && unicode.IsDigit(firstRune(text)) && strings.Trim(text, "0123456789.,") == ""
}

// groupedBehind reports whether the digits that a text begins with can be the
// next group of a number before a space: 640 000.
func groupedBehind(number, text string) bool {
	digits := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
	head := number[strings.LastIndexAny(number, ".,")+1:]
	return len(digits) == 3 && len(head) > 0 && len(head) <= 3 && !strings.ContainsAny(number, ".,") && head[0] != '0'
}

// lastNumeral is the digits that a text ends with.
func lastNumeral(text string) string { return text[len(strings.TrimRight(text, "0123456789.,")):] }

func isDigitFirst(text string) bool { return unicode.IsDigit(firstRune(text)) }

func firstRune(text string) rune {
	c, _ := utf8.DecodeRuneInString(text)
	return c
}

func isDash(c rune) bool { return strings.ContainsRune("-–—‒−", c) }

// tokensBefore are the tokens before a byte, the nearest first. None reaches
// over a mark that ends a phrase.
func (s *scanner) tokensBefore(at int) (list [4]token) {
	for i := range list {
		head := s.block[:at]
		short := strings.TrimRightFunc(head, unicode.IsSpace)
		short = strings.TrimSuffix(short, "-")
		start := len(short) - lastTokenLength(short)
		if start == len(short) {
			break
		}
		raw := short[start:]
		list[i] = token{gap: strings.Map(plainGap, head[len(short):]), raw: raw, text: strings.ToLower(raw),
			start: start}
		at = start
	}
	return list
}

// tokensAfter are the tokens behind a byte.
func (s *scanner) tokensAfter(at int) (list [4]token) {
	for i := range list {
		rest := s.block[at:]
		trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
		trimmed = strings.TrimPrefix(trimmed, "-")
		trimmed = strings.TrimPrefix(strings.TrimPrefix(trimmed, "'"), "’")
		size := firstTokenLength(trimmed)
		if size == 0 {
			break
		}
		start := at + len(rest) - len(trimmed)
		raw := trimmed[:size]
		list[i] = token{gap: strings.Map(plainGap, rest[:len(rest)-len(trimmed)]), raw: raw, text: strings.ToLower(raw),
			start: start}
		at = start + size
	}
	return list
}

func plainGap(c rune) rune {
	if unicode.IsSpace(c) && c != '\n' {
		return ' '
	}
	return c
}

// inToken reports whether c goes on with a token: letters and digits, and marks
// between digits.
func inToken(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c) || unicode.Is(unicode.Sc, c) || c == '%'
}

// lastTokenLength is how long the token is that a text ends with.
func lastTokenLength(text string) int {
	at := len(text)
	for at > 0 && len(text)-at < nearby {
		c, size := utf8.DecodeLastRuneInString(text[:at])
		mark := (c == '.' || c == ',') && at < len(text) && isDigitFirst(text[at:]) &&
			unicode.IsDigit(lastRuneOf(text[:at-size]))
		if !inToken(c) && !mark || at < len(text) && article.Eastern(c) != article.Eastern(firstRune(text[at:])) {
			break
		}
		at -= size
	}
	return len(text) - at
}

// firstTokenLength is how long the token is that a text begins with.
func firstTokenLength(text string) int {
	end := 0
	for end < len(text) && end < nearby {
		c, size := utf8.DecodeRuneInString(text[end:])
		mark := (c == '.' || c == ',') && end > 0 && unicode.IsDigit(lastRuneOf(text[:end])) &&
			isDigitFirst(text[end+size:])
		if !inToken(c) && !mark || end > 0 && article.Eastern(c) != article.Eastern(lastRuneOf(text[:end])) {
			break
		}
		end += size
	}
	return end
}
