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
	if word := strings.ToLower(first); foreign(word, !several) || p.misspelt(word) != "" {
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

// misspelt is the magnitude of the value's language that a word is but for one
// letter; empty where there is none, or the word is another one. Short words
// are too like others.
func (p *parser) misspelt(word string) string {
	const short = 7 // million
	if len(word) < short-1 || nearly[word] {
		return ""
	}
	meant := ""
	for _, language := range p.languages {
		for name := range magnitudes.words[language] {
			if len(name) >= short && oneSlip(name, word) && (meant == "" || name < meant) {
				meant = name
			}
		}
	}
	return meant
}

// nearly are words that are a magnitude but for one letter.
var nearly = listed("bullion mullion mullions pillion pillions")

// oneSlip says whether a letter more, less or changed, or two that changed
// places, make one word of the other.
func oneSlip(a, b string) bool {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	swapped := len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
	return len(a) <= 1 && len(b) <= 1 || swapped
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

// everyNumberWord are the number words of all languages together, which are no
// part of a label. (Once is English, and eleven in Spanish.)
var everyNumberWord = func() map[string]bool {
	all := map[string]bool{}
	for _, table := range []phrases[int64]{numberWords, higherWords} {
		for _, named := range table.words {
			for name, n := range named {
				if len(name) >= 4 && n > 1 {
					all[name] = true
				}
			}
		}
	}
	delete(all, "once")
	return all
}()

func addWords[V any](set map[string]bool, table phrases[V]) {
	for _, named := range table.words {
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
	for symbol := range units.words[""] {
		low := strings.ToLower(symbol)
		if low != symbol && (all[low] == "" || symbol < all[low]) {
			all[low] = symbol
		}
	}
	return all
}()
