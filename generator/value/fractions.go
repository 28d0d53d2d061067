package value

import (
	"strings"
	"unicode/utf8"

	"collate/generator/number"
)

// fraction reads a share in words, as a percentage to half a per cent: two
// thirds, one in five, 3分の1. It must be all that is left but a qualifier
// behind and a remark, so that "a third of the voters" asks for brackets.
func (p *parser) fraction(qualifier Qualifier) (Value, bool) {
	p.skipSpace()
	ahead := *p
	part, whole, ok := ahead.shareInWords()
	if !ok || part.Sign() <= 0 || part.Cmp(whole) >= 0 || ahead.qualifierBehind(&qualifier, &quantity{plus: -1},
		false) != nil {
		return Value{}, false
	}
	if end := p.spaced(ahead.pos); end < len(p.text) && p.text[end] != '(' {
		return Value{}, false
	}
	share := quantity{start: p.pos, size: number.Int(1), unit: measure{unit: "%"}, has: true, plus: -1}
	share.number, share.half = part.Mul(number.Int(100)).Quo(whole), number.Fraction(1, 2)
	if half := share.number.Quo(number.Int(2)); half.Cmp(share.half) < 0 {
		share.half = half
	}
	v, err := p.single(share, qualifier, "")
	p.pos = ahead.pos
	return v, err == nil
}

// shareInWords reads a fraction: its numerator and denominator.
func (p *parser) shareInWords() (part, whole number.Number, ok bool) {
	if n, end, ok := matchWord(p, wholeFractions, p.pos); ok && !isWordyAt(p.text, end) {
		p.pos = end
		return number.Int(1), number.Int(n), true
	}
	if part, whole, ok = p.easternShare(); ok {
		return part, whole, true
	}
	digits := isDigitAt(p.text, p.pos)
	part, ok = p.plainCount()
	if !ok {
		return part, whole, false
	}
	from := p.pos
	if at(p.text, from) == ' ' || at(p.text, from) == '-' {
		from++
		if _, _, span := match(p, durations, from); span && digits {
			return part, whole, false // 3 quarters are nine months
		}
		if n, end, ok := matchWord(p, denominators, from); ok && !isWordyAt(p.text, end) {
			p.pos = end
			return part, number.Int(n), true
		}
		if _, end, ok := matchWord(p, outOf, from); ok && (at(p.text, end) == ' ' || at(p.text, end) == '-') {
			p.pos = end + 1
			whole, ok = p.plainCount()
			return part, whole, ok && !(isYear(whole) && part.Cmp(number.Int(1)) > 0)
		}
	}
	return part, whole, false
}

// isYear reports whether n may be a year: 120 in 2025 is no share.
func isYear(n number.Number) bool { return n.Cmp(number.Int(1900)) >= 0 && n.Cmp(number.Int(2100)) < 0 }

// plainCount reads a whole number without magnitude in digits or in one word,
// an article among them.
func (p *parser) plainCount() (number.Number, bool) {
	if isDigitAt(p.text, p.pos) {
		digits, places, err := p.digits()
		if err != nil || places > 0 {
			return number.Number{}, false
		}
		return number.Decimal(digits, 0), true
	}
	word := p.lower[p.pos:p.wordEnd(p.pos)]
	n, ok := find(p.languages, numberWords, word)
	if !ok {
		n, ok = p.spelledNumber(word)
	}
	p.pos += len(word)
	return number.Int(n), ok && n < 1000
}

// easternShare reads a fraction whose denominator comes first: 3分の1, 5분의 2,
// 三分之一, 5人に1人, 10명 중 3명.
func (p *parser) easternShare() (part, whole number.Number, ok bool) {
	ahead := *p
	whole, ok = ahead.easternCount()
	if !ok {
		return part, whole, false
	}
	counter := ""
	for _, name := range []string{"人", "명", "個", "곳"} {
		if strings.HasPrefix(ahead.text[ahead.pos:], name) {
			counter = name
			ahead.pos += len(name)
			break
		}
	}
	ahead.skipSpace()
	for _, link := range []string{"分の", "分之", "분의", "に", "중"} {
		if !strings.HasPrefix(ahead.text[ahead.pos:], link) || (counter == "") != strings.ContainsAny(link, "分분") {
			continue
		}
		ahead.pos += len(link)
		ahead.skipSpace()
		if part, ok = ahead.easternCount(); !ok || !strings.HasPrefix(ahead.text[ahead.pos:], counter) {
			return part, whole, false
		}
		p.pos = ahead.pos + len(counter)
		return part, whole, true
	}
	return part, whole, false
}

// easternCount reads a whole number in digits or in Chinese characters.
func (p *parser) easternCount() (number.Number, bool) {
	if n, end, ok := p.characters(p.pos); ok {
		p.pos = end
		return n, true
	}
	if !isDigitAt(p.text, p.pos) {
		return number.Number{}, false
	}
	return p.plainCount()
}

func isWordyAt(text string, pos int) bool {
	c, _ := utf8.DecodeRuneInString(text[pos:])
	return isWordy(c)
}
