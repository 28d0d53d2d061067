package draft

import (
	"strings"
	"unicode"

	"collate/generator/value"
)

// foreignMoney reports whether a currency follows that the reading has not
// taken in, or the country that it is of: 16 Millionen kanadischen Dollar, 16
// millones de dólares taiwaneses.
func (s *scanner) foreignMoney(f value.Found, text string, after [4]token) bool {
	first := after[0]
	if f.Unit == "" {
		if linkWords.has(first.text) {
			first, after[1], after[2] = after[1], after[2], after[3]
		}
		if f.Label != "" && !strings.HasSuffix(text, f.Label) {
			return false
		}
		return s.isMoney(first) || s.isMoney(after[1]) &&
			(isCountry(first.text) || unicode.IsUpper(firstRune(first.raw))) ||
			s.isMoney(after[2]) && isCountry(after[1].text)
	}
	if !isCurrency(f.Unit) {
		return f.Unit == "m" && (hourlyWords.has(first.text) ||
			first.text == "à" && after[1].text == "l" && after[2].text == "heure")
	}
	switch c := lastRuneOf(text); {
	case c == '$':
		return dollarOf.has(first.raw) || dollarOfLower.has(first.raw)
	case linkWords.has(first.text) && s.isMoney(after[1]) && strings.ContainsAny(text, "$"):
		return true
	case !sharedMoney().MatchString(text):
		return false
	case ofWords.has(first.text):
		return isCountry(after[1].text) && unicode.IsUpper(firstRune(after[1].raw))
	}
	return isCountry(first.text) && !s.isMoney(after[1])
}

// sharedMoney is a currency's name that several countries have.
var sharedMoney = compileOne(`(?i)(?:d[oó]ll?ar\p{L}*|pounds?|pfund|libras?|livres?|francs?|franken|francos?|` +
	`pesos?|rupees?|rupi\p{L}*|roupies?|kron\p{L}*|couronnes?|coronas?|crowns?|dinar\p{L}*|dirhams?|ri[jy]?als?|` +
	`shillings?|liras?|yen(?:es|s)?|yuan(?:es|s)?)$`)

// isMoney reports whether a token names a currency.
func (s *scanner) isMoney(t token) bool {
	if t.text == "" || !unicode.IsLetter(firstRune(t.text)) {
		return false
	}
	return currencyWords.has(t.text)
}

func isCurrency(u value.Unit) bool {
	return len(u) == 3 && strings.ToUpper(string(u)) == string(u) && u[0] >= 'A' && u[0] <= 'Z'
}

// isCountry reports whether a word is a country that shares the name of its
// currency with others, or its adjective.
func isCountry(word string) bool {
	for _, stem := range countryStems {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}
