package i18n

import (
	"strconv"
	"strings"
)

// Count is a number of things: "1 source", "9 sources". The key has a form
// for one and for others; a language may have more (few, many), for which
// Plural chooses.
func (w *Words) Count(key string, n int) string {
	return w.Text(key+"."+w.Plural(key, n), "n", w.Number(n))
}

// Plural names the form that a number takes: the CLDR categories that the
// language's texts have.
func (w *Words) Plural(key string, n int) string {
	base, _, _ := strings.Cut(strings.ToLower(w.Language), "-")
	form := "other"
	switch {
	case n == 1, n == 0 && base == "fr":
		form = "one"
	case base == "ru" || base == "uk" || base == "pl":
		form = slavic(base, n)
	}
	if !w.Has(key + "." + form) {
		form = "other"
	}
	return form
}

func slavic(base string, n int) string {
	ten, hundred := n%10, n%100
	switch {
	case ten == 1 && hundred != 11 && base != "pl":
		return "one"
	case ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14):
		return "few"
	}
	return "many"
}

// Number writes a count, its thousands grouped as the language does.
func (w *Words) Number(n int) string {
	s := strconv.Itoa(n)
	if len(s) < 5 {
		return s
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + w.group + s[i:]
	}
	return s
}
