package i18n

import (
	"strconv"

	"golang.org/x/text/feature/plural"
)

// Count is a number of things: "1 source", "9 sources". The key has a form
// for one and for others; a language may have more (few, many), for which
// Plural chooses.
func (w *Words) Count(key string, n int) string {
	return w.Text(key+"."+w.Plural(key, n), "n", w.Number(n))
}

// pluralForms are the names that texts give to the plurals of CLDR.
var pluralForms = map[plural.Form]string{
	plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few",
	plural.Many: "many",
}

// Plural names the form that a number takes in the language, by the rules of
// CLDR; other where the texts don't have that form.
func (w *Words) Plural(key string, n int) string {
	form := pluralForms[plural.Cardinal.MatchPlural(w.tag, n, 0, 0, 0, 0)]
	if !w.Has(key + "." + form) {
		return "other"
	}
	return form
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
