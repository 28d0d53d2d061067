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
	if p.looksLikeDate() {
		return dateHint
	}
	first, _ := utf8.DecodeRuneInString(p.text[pos:])
	end := p.wordEnd(pos)
	if hint := p.wordHint(pos, end); hint != "" {
		return hint
	}
	switch {
	case p.read && isWordy(first):
		return p.restHint(pos, p.lower[pos:end])
	case p.text[pos] == ':':
		return "write a span of time as hours or minutes, and a time of day as {text: …}"
	case p.read || p.text[pos] == '(' || p.text[pos] == ')':
		return ""
	}
	return digitsHint + "{text: …}"
}

// wordHint is what to write in the place of the word in text[pos:end], where
// it is known by itself.
func (p *parser) wordHint(pos, end int) string {
	word, exact := p.lower[pos:end], p.text[pos:end]
	switch {
	case word == "ton" || word == "tons":
		return "write tonnes, short tons or long tons"
	case smallCoins[word] || p.text[pos:] == "¢" || (word == "c" || word == "p") && pos > 0 && isDigit(p.text[pos-1]):
		return "write a part of the currency: $0.99"
	case ambiguous[word]:
		return "write the code of the currency: 500 MXN"
	case exact != "" && symbolInOtherCase(exact) != "":
		return "write " + symbolInOtherCase(exact)
	case currencyCodes[strings.ToUpper(exact)] && !currencyCodes[exact] && !commonWords[word]:
		return "write " + strings.ToUpper(exact)
	case !p.known(pos, end) && p.misspelt(word) != "":
		return "did you mean " + p.misspelt(word) + "?"
	case !p.known(pos, end) && foreign(word, true):
		return "this word belongs to another language: set the source's language"
	case p.read && p.known(pos, end):
		return "a value has one magnitude and one unit"
	case p.read && slangMagnitudes[word] != "":
		return "write " + slangMagnitudes[word]
	}
	return ""
}

// restHint is what to do with what stands behind a value and begins with word.
func (p *parser) restHint(pos int, word string) string {
	switch {
	case pos > 0 && p.text[pos-1] != ' ':
		return "magnitudes are k, M, B and T, units such as % and GW, and words are written " + p.asText()
	case p.mayBeRemark(pos, word):
		return fmt.Sprintf("a value has one unit or label, so put the rest in brackets: %s (%s)", p.original(0, pos),
			p.original(pos, len(p.text)))
	}
	return digitsHint + p.asText()
}

const digitsHint = "words that happen to contain digits are written "

var smallCoins = listed("cents cent pence penny")

// commonWords are written like the codes of currencies: top 10.
var commonWords = listed("all bob cop cup gel mad mop pen rub sos top try")

// slangMagnitudes are what some write for a magnitude, and others for
// something else.
var slangMagnitudes = map[string]string{"mil": "M for million", "mill": "M for million", "bil": "B for billion",
	"tr": "T for trillion", "grand": "k for thousand"}

// mayBeRemark says whether what stands at pos, and begins with the word given,
// can be put into brackets with nothing lost: no word that changes what the
// number means, and no number but a year.
func (p *parser) mayBeRemark(pos int, word string) bool {
	return !changing[word] && !strings.ContainsFunc(years4().ReplaceAllString(p.text[pos:], ""), isNumeral)
}

var changing = listed(countingWords, doubtfulUnits, calendarWords, "plus minus vs versus or and to per times am pm "+
	"a.m p.m noon midnight o'clock a p ad bc bce ce")

// years4 are years behind the words that lead to one.
var years4 = like(`\b(?:in|by|since|from|for|of|until|during|before|after|through|year|fiscal) (?:19|20)\d\d\b`)

// looksLikeDate says whether the value names a month, or has the strokes or
// points of a date.
func (p *parser) looksLikeDate() bool {
	if dateLike().MatchString(p.text) {
		return true
	}
	for _, word := range strings.FieldsFunc(p.lower, func(c rune) bool { return !isWordy(c) }) {
		if months[word] {
			return true
		}
	}
	return shaped(p.text, "0000/0") || shaped(p.text, "0000.00.") || shaped(p.text, "0000-0") ||
		shaped(p.text, "00.00.0000") ||
		shaped(p.text, "00/00/") || strings.Contains(p.text, "年") && strings.Contains(p.text, "月") ||
		strings.Contains(p.text, "년") && strings.Contains(p.text, "월")
}

// dateLike are dates that the names of months, of which may is none, and their
// shape do not tell.
var dateLike = like(`^(?:\d{1,2}(?:st|nd|rd|th)? may|may \d{1,2}(?:st|nd|rd|th)?)\b|` +
	`^\d{1,2}[/.]\d{1,2}[/.]\d{2}(?:\d\d)?$`)

const dateHint = "a date is written 2026-02-27 or 2026-02"

var ambiguous = listed("peso pesos franc francs crown crowns krona kronor krone kroner kr dinar dinars dirham " +
	"dirhams riyal riyals rial rials shilling shillings")

var months = listed("jan january feb february mar march apr april jun june jul july aug august sep sept september " +
	"oct october nov november dec december")
