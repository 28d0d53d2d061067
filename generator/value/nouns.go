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
// alone, a unit.
func foreign(word string, alone bool) bool {
	if len(word) < 4 {
		return false
	}
	if inAny(magnitudes, word) && word != "mill" {
		return true
	}
	if !alone {
		return false
	}
	return inAny(units, word) || inAny(durations, word) || inAny(currencyNames, word)
}

func inAny[V any](table words[V], word string) bool {
	for language := range table {
		if _, ok := table[language][word]; ok {
			return true
		}
	}
	return false
}

// symbolInOtherCase is the symbol of a unit that word is, but for its case:
// GW for gw; "" where there is none.
func symbolInOtherCase(word string) string {
	if len(word) < 2 || len(word) > 5 {
		return ""
	}
	best := ""
	for symbol := range units[""] {
		if strings.EqualFold(symbol, word) && symbol > best {
			best = symbol
		}
	}
	return best
}
