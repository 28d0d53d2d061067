package search

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostIndexedNames is how many words a misspelt one is compared with, those that most
// titles have.
const mostIndexedNames = 2000

// shortestName is how many letters a word has at least that may be misspelt.
const shortestName = 4

// wordsByPower are the words of magnitudes by their power of ten, joined by
// bars.
func (x *lexicon) wordsByPower() map[int]string {
	all := map[int]string{}
	for _, word := range slices.Sorted(maps.Keys(x.powers)) {
		power := x.powers[word]
		all[power] = strings.TrimPrefix(all[power]+"|"+word, "|")
	}
	return all
}

// common are the words that ask for nothing in the site's language, folded.
func (w wording) common() string { return string(foldInto(nil, w.Text("search.common"))) }

// writeUnits writes what queries with a unit need: how many of which base unit
// each is.
func (w wording) writeUnits(b *bytes.Buffer) error {
	units := map[string][2]string{}
	for word, of := range w.lexicon.units {
		units[word] = [2]string{of.number.String(), string(of.unit)}
	}
	return writeCall(b, "units", units, false)
}

// writeNames writes the words to which a misspelt one may be corrected.
func (w wording) writeNames(b *bytes.Buffer, all []entry) error {
	return writeCall(b, "names", w.names(all), false)
}

// names are the words of titles of all but summaries, as first written, those
// that most have in front.
func (w wording) names(all []entry) []string {
	type name struct {
		written string
		count   int
	}
	found := map[string]*name{}
	for _, e := range all {
		if e.kind == summaryPage {
			break
		}
		for word := range strings.FieldsFuncSeq(w.show(e).Title, func(r rune) bool {
			return !unicode.In(r, unicode.L, unicode.M)
		}) {
			key := string(foldInto(nil, word))
			if utf8.RuneCountInString(word) < shortestName || strings.ContainsFunc(word, isUnspaced) {
				continue
			}
			if found[key] == nil {
				found[key] = &name{written: word}
			}
			found[key].count++
		}
	}
	names := slices.SortedFunc(maps.Values(found), func(a, b *name) int {
		return cmp.Or(cmp.Compare(b.count, a.count), strings.Compare(a.written, b.written))
	})
	var words []string
	for _, n := range names[:min(mostIndexedNames, len(names))] {
		words = append(words, n.written)
	}
	return words
}
