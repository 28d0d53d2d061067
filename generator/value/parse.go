package value

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/number"
)

// mostCharacters is how long a written value may be.
const mostCharacters = 1000

// Parse reads a written value. An error is always a *SyntaxError.
func (l Locale) Parse(written string) (Value, error) {
	if l.Currency == "" {
		l.Currency = "USD"
	}
	if l.Tolerance.Sign() <= 0 {
		l.Tolerance = number.Fraction(1, 20)
	}
	if len(written) > mostCharacters && utf8.RuneCountInString(written) > mostCharacters {
		return Value{}, &SyntaxError{Column: mostCharacters + 1, Message: "a value has at most 1000 characters"}
	}
	for i, c := range written {
		if c == utf8.RuneError && !strings.HasPrefix(written[i:], "\uFFFD") {
			return Value{}, &SyntaxError{Column: utf8.RuneCountInString(written[:i]) + 1, Message: "this is not " +
				"UTF-8 text"}
		}
	}
	p := &parser{line: newLine(written), Locale: l, whole: true}
	p.languages, p.style = languagesOf(l.Language)
	p.skipSpace()
	if p.pos == len(p.text) {
		return Value{}, p.fail(0, "expected a value, found nothing")
	}
	start := p.pos
	text, isText := p.words()
	p.pos, p.quiet = start, isText
	v, err := p.value()
	if err != nil && !isText {
		return Value{}, l.advised(written, err)
	}
	if err != nil {
		v = text
	}
	v.Written = strings.TrimSpace(written)
	return v, nil
}

// advised is an error with the hint that the shape of the whole value asks
// for, where it is a known one.
func (l Locale) advised(written string, err error) error {
	var syntax *SyntaxError
	if errors.As(err, &syntax) && syntax.Hint != dateHint {
		p := &parser{line: newLine(written), Locale: l} // of its own, so that the one of all values need not escape
		p.languages, p.style = languagesOf(l.Language)
		if hint := p.shapeHint(); hint != "" {
			syntax.Hint = hint
		}
	}
	return err
}

// parser reads one value. Its position is a byte offset into the line.
type parser struct {
	*line
	Locale
	languages [3]string
	style     style
	pos       int
	read      bool // all of the value is read, and something follows
	whole     bool // the line is one value, not running text
	onLine    bool // the qualifier speaks of the number line, not of size
	quiet     bool // an error is not looked at, since words are text
}

// value reads all of the line as a date, a number or a range.
func (p *parser) value() (Value, error) {
	v, err := p.date()
	if err == nil && v.Kind == 0 {
		v, err = p.number()
	}
	if err != nil {
		return Value{}, err
	}
	if v.Remark, err = p.remark(); err != nil {
		return Value{}, err
	}
	return p.equivalent(p.confidence(v)), nil
}

// remark reads the brackets that may end a value.
func (p *parser) remark() (string, error) {
	p.skipSpace()
	if p.pos == len(p.text) {
		return "", nil
	}
	if p.text[p.pos] != '(' {
		p.read = true
		return "", p.unexpected(p.pos, "the end or a remark in brackets")
	}
	end, ok := closing(p.text, p.pos)
	if !ok {
		return "", p.fail(p.pos, "this bracket is not closed")
	}
	remark := p.original(p.pos+1, end)
	if remark == "" {
		return "", p.fail(end, "expected a remark in the brackets, found none")
	}
	p.pos = end + 1
	p.skipSpace()
	if p.pos < len(p.text) {
		return "", p.unexpected(p.pos, "nothing after the remark in brackets")
	}
	return remark, nil
}

// closing is the position of the bracket that closes the one at open.
func closing(text string, open int) (int, bool) {
	depth := 0
	for i := open; i < len(text); i++ {
		switch text[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i, true
			}
		}
	}
	return 0, false
}

// words takes the line as text, with the remark that ends it; false where it
// has a digit or a currency sign, or begins with a sign, and so was meant as
// a number.
func (p *parser) words() (Value, bool) {
	p.pos = 0
	p.skipSpace()
	start, end := p.pos, len(strings.TrimRight(p.text, " "))
	remark := ""
	for i := start; i < end; i++ {
		if p.text[i] != '(' {
			continue
		}
		last, ok := closing(p.text, i)
		if !ok {
			break
		}
		if last == end-1 && i > start {
			remark = p.original(i+1, last)
			end = len(strings.TrimRight(p.text[:i], " "))
		}
		i = last
	}
	body := p.text[start:end]
	if c, _ := utf8.DecodeRuneInString(body); isSign(c) || strings.ContainsFunc(body, isNumeral) {
		return Value{}, false
	}
	return Value{Kind: KindText, Words: p.original(start, end), Remark: remark}, true
}

func isSign(c rune) bool {
	return unicode.Is(unicode.Sm, c) || unicode.Is(unicode.Pd, c) || c == '%' || c == '‰' || c == '〜' || c == '～'
}

func isNumeral(c rune) bool {
	return unicode.IsNumber(c) && !isCJK(c) && c != '²' && c != '³' || unicode.Is(unicode.Sc, c)
}

func (p *parser) skipSpace() {
	for at(p.text, p.pos) == ' ' {
		p.pos++
	}
}

// spaced is pos, or the position after the space there.
func (p *parser) spaced(pos int) int {
	if at(p.text, pos) == ' ' {
		return pos + 1
	}
	return pos
}

func (p *parser) fail(pos int, format string, args ...any) *SyntaxError {
	if p.quiet {
		return &SyntaxError{}
	}
	return &SyntaxError{Column: p.column(pos), Message: fmt.Sprintf(format, args...)}
}

// unexpected says what was found at pos in the place of what was expected,
// with a hint where the mistake is a known one.
func (p *parser) unexpected(pos int, expected string) *SyntaxError {
	if p.quiet {
		return &SyntaxError{}
	}
	pos = p.spaced(pos)
	err := p.fail(pos, "expected %s, found %s", expected, p.quote(pos))
	err.Hint = p.hint(pos)
	return err
}

// quote is the word or character at pos, in quotation marks.
func (p *parser) quote(pos int) string {
	if pos >= len(p.text) {
		return "the end"
	}
	c, size := utf8.DecodeRuneInString(p.text[pos:])
	end := pos + size
	if isWordy(c) && !isCJK(c) || isDigit(p.text[pos]) {
		end = p.wordEnd(pos)
	}
	return fmt.Sprintf("%q", p.original(pos, end))
}
