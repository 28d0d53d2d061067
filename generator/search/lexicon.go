package search

import (
	"strings"
	"sync"
	"unicode/utf8"

	"collate/generator/content"
	"collate/generator/number"
	"collate/generator/value"
)

// lexicon is what words and symbols behind numbers mean, by the folded word:
// as package value reads them in the site's language, and where they mean
// nothing there, in another language of ours.
type lexicon struct {
	powers map[string]int      // of ten: million is 6
	units  map[string]unitWord // gigawatts are 1000000000 W
}

// unitWord is how many of a base unit one of a word is.
type unitWord struct {
	number number.Number
	unit   value.Unit
}

// otherLanguages are read where a word means nothing in the site's own.
var otherLanguages = []string{"en", "de", "es", "fr", "ja", "ko"}

// lexicons are made once, since what they hold depends on the locale alone.
var lexicons sync.Map

func lexiconOf(c content.Config) *lexicon {
	own := value.Locale{Language: c.Locale().Language, Currency: c.Locale().Currency}
	if made, ok := lexicons.Load(own); ok {
		return made.(*lexicon)
	}
	x := &lexicon{powers: map[string]int{}, units: map[string]unitWord{}}
	locales := []value.Locale{own}
	for _, language := range otherLanguages {
		locales = append(locales, value.Locale{Language: language})
	}
	for _, from := range locales {
		for _, word := range from.Words() {
			for _, locale := range []value.Locale{own, from} {
				if x.learn(locale, word, from.Language == own.Language || from.Language == "en") {
					break
				}
			}
		}
	}
	made, _ := lexicons.LoadOrStore(own, x)
	return made.(*lexicon)
}

// learn adds what a word means behind a number, and reports whether it means
// something; the first meaning counts. Units are kept of the site's language
// and of English.
func (x *lexicon) learn(locale value.Locale, word string, withUnits bool) bool {
	key := strings.TrimRight(string(foldInto(nil, word)), ".")
	gap := " "
	if utf8.RuneCountInString(word) == 1 {
		gap = ""
	}
	one, err := locale.Parse("1" + gap + word)
	none, failed := locale.Parse("0" + gap + word)
	if err != nil || failed != nil || one.Kind != value.KindNumber || one.Label != "" || one.Qualifier != 0 ||
		!none.Number.IsZero() || none.Unit != one.Unit {
		return false
	}
	if one.Unit != "" {
		if _, known := x.units[key]; !known && !strings.Contains(key, "/") && withUnits {
			x.units[key] = unitWord{one.Number, one.Unit}
		}
		return true
	}
	power, ok := powerOf(one.Number)
	if _, known := x.powers[key]; ok && !known {
		x.powers[key] = power
	}
	return ok
}

// powerOf is the power of ten that a number above one is.
func powerOf(n number.Number) (int, bool) {
	written := n.String()
	zeros := strings.TrimPrefix(written, "1")
	return len(zeros), len(zeros) > 0 && strings.Trim(zeros, "0") == ""
}
