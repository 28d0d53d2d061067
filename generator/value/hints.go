package value

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// hint is what to write in the place of what stands at pos, where the mistake
// is a known one.
func (p *parser) hint(pos int) string {
	if pos >= len(p.text) {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(p.text[pos:])
	end := p.wordEnd(pos)
	word := p.lower[pos:end]
	exact := p.text[pos:end]
	switch {
	case p.looksLikeDate():
		return dateHint
	case word == "ton" || word == "tons":
		return "write tonnes, short tons or long tons"
	case word == "cents" || word == "cent" || word == "pence" || word == "penny":
		return "write a part of the currency: $0.99"
	case ambiguous[word]:
		return "write the code of the currency: 500 MXN"
	case exact != "" && symbolInOtherCase(exact) != "":
		return "write " + symbolInOtherCase(exact)
	case currencyCodes[strings.ToUpper(exact)] && !currencyCodes[exact]:
		return "write " + strings.ToUpper(exact)
	case !p.known(pos, end) && foreign(word, true):
		return "this word belongs to another language: set the source's language"
	case p.read && p.known(pos, end):
		return "a value has one magnitude and one unit"
	case p.read && isWordy(first):
		return fmt.Sprintf("a value has one unit or label, so put the rest in brackets: %s (%s)", p.original(0, pos), p.original(pos, len(p.text)))
	case p.text[pos] == ':':
		return "write a span of time as hours or minutes, and a time of day as {text: …}"
	case p.read || p.text[pos] == '(' || p.text[pos] == ')':
		return ""
	}
	return "words that happen to contain digits are written {text: …}"
}

// looksLikeDate says whether the value names a month, or has the strokes or
// points of a date.
func (p *parser) looksLikeDate() bool {
	for _, word := range strings.FieldsFunc(p.lower, func(c rune) bool { return !isWordy(c) }) {
		if months[word] {
			return true
		}
	}
	return shaped(p.text, "0000/0") || shaped(p.text, "0000.00.") || shaped(p.text, "0000-0") || shaped(p.text, "00.00.0000") ||
		shaped(p.text, "00/00/") || strings.Contains(p.text, "年") && strings.Contains(p.text, "月") || strings.Contains(p.text, "년") && strings.Contains(p.text, "월")
}

const dateHint = "a date is written 2026-02-27 or 2026-02"

var ambiguous = listed("peso pesos franc francs crown crowns krona kronor krone kroner kr dinar dinars dirham dirhams riyal riyals rial rials shilling shillings")

var months = listed("jan january feb february mar march apr april jun june jul july aug august sep sept september oct october " +
	"nov november dec december")
