package value

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainNoun says whether the words in text[start:end] can be a label. One word
// alone must not look like a unit or a code that is not known, or be one that
// other languages or other case would make known.
func (p *parser) plainNoun(start, end int) bool {
	label := p.text[start:end]
	first, _, several := strings.Cut(label, " ")
	if foreign(strings.ToLower(first), !several) {
		return false
	}
	if symbolInOtherCase(first) != "" {
		return false
	}
	if several {
		return true
	}
	letters := utf8.RuneCountInString(label)
	c, _ := utf8.DecodeRuneInString(label)
	if unicode.Is(unicode.Latin, c) && letters < 3 {
		return false
	}
	code := letters == 3 && len(label) == 3 && label == strings.ToUpper(label)
	return !code && !currencyCodes[strings.ToUpper(label)]
}

// foreign says whether a word is a magnitude in some language, or, standing
// alone, a unit or a currency.
func foreign(word string, alone bool) bool {
	return len(word) >= 4 && (magnitudeWords[word] || alone && unitWords[word])
}

// magnitudeWords and unitWords are the words of all languages together.
// (A mill is no million where English is read.)
var magnitudeWords, unitWords = func() (m, u map[string]bool) {
	m, u = map[string]bool{}, map[string]bool{}
	addWords(m, magnitudes)
	addWords(u, units)
	addWords(u, durations)
	addWords(u, currencyNames)
	delete(m, "mill")
	return m, u
}()

func addWords[V any](set map[string]bool, table words[V]) {
	for _, named := range table {
		for name := range named {
			set[name] = true
		}
	}
}

// symbolInOtherCase is the symbol of a unit that word is, but for its case:
// GW for gw; "" where there is none.
func symbolInOtherCase(word string) string {
	if len(word) < 2 || len(word) > 5 {
		return ""
	}
	return symbols[strings.ToLower(word)]
}

// symbols are the symbols of units by their lower case; of mW and MW the latter.
var symbols = func() map[string]string {
	all := map[string]string{}
	for symbol := range units[""] {
		low := strings.ToLower(symbol)
		if low != symbol && (all[low] == "" || symbol < all[low]) {
			all[low] = symbol
		}
	}
	return all
}()
