package value

import (
	"maps"
	"slices"
)

// Words are the words and symbols behind which numbers count in something, of
// the locale's language and of any: million, GW, Prozent; in the order of their
// bytes. What one means there, the locale reads behind a number.
func (l Locale) Words() []string {
	seen := map[string]bool{}
	languages, _ := languagesOf(l.Language)
	for _, language := range languages {
		collect(seen, magnitudes.words[language])
		collect(seen, units.words[language])
		collect(seen, currencyNames.words[language])
	}
	for sign := range easternMagnitudes {
		seen[string(sign)] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

func collect[V any](seen map[string]bool, words map[string]V) {
	for word := range words {
		seen[word] = true
	}
}
