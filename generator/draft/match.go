package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"collate/generator/content"
	"collate/generator/value"
)

// Known is a figure that a story has already.
type Known struct {
	Name   content.Name
	words  map[string]bool // of its name and aliases
	values []value.Value   // that are reported for it
}

// KnownFigures are the figures of a story: those that its index.md lists, in
// that order, then the others in the order of their reports.
func KnownFigures(story *content.Story) []Known {
	var known []Known
	index := map[string]int{}
	add := func(name content.Name) *Known {
		i, ok := index[name.Key()]
		if !ok {
			i = len(known)
			index[name.Key()] = i
			known = append(known, Known{Name: name, words: map[string]bool{}})
			addWords(known[i].words, name.String())
		}
		return &known[i]
	}
	place := map[string]int{} // of a name or group in the story's list
	for i, spec := range story.Figures {
		place[spec.Name.Key()] = i
		k := add(spec.Name)
		for _, alias := range spec.Aliases {
			addWords(k.words, alias)
		}
	}
	for _, summary := range story.Summaries {
		for _, f := range summary.Figures {
			k := add(f.Name)
			k.values = append(k.values, f.Value)
		}
	}
	rank := func(k Known) int {
		for _, key := range []string{k.Name.Key(), content.Name{Item: k.Name.Group}.Key()} {
			if i, ok := place[key]; ok {
				return i
			}
		}
		return len(place)
	}
	slices.SortStableFunc(known, func(a, b Known) int { return cmp.Compare(rank(a), rank(b)) })
	return withoutGroups(known)
}

// withoutGroups leaves out names that stand for a group: a story may list
// Commitment, whose figures are Commitment: Amazon and so on.
func withoutGroups(known []Known) []Known {
	groups := map[string]bool{}
	for _, k := range known {
		if k.Name.Group != "" {
			groups[content.Name{Item: k.Name.Group}.Key()] = true
		}
	}
	var list []Known
	for _, k := range known {
		if len(k.values) > 0 || !groups[k.Name.Key()] {
			list = append(list, k)
		}
	}
	return list
}

// Named is a figure of the text and the name that it probably has.
type Named struct {
	Figure
	Name content.Name // empty where none fits
	Sure bool         // its value and the words around it both fit, and nothing else in the text fits better
}

// Match names the figures of a text that a story has already. A name is sure
// where the value overlaps with one that is reported for it, in the same unit,
// and the sentence has a word of the name; it is a guess where only the value
// fits and no other figure has it, or only the words do. Each name is given
// for sure once.
func Match(figures []Figure, known []Known) []Named {
	named := make([]Named, len(figures))
	best := make([]int, len(known)) // words shared with the figure that has the name for sure
	for i, f := range figures {
		named[i].Figure = f
		words := map[string]bool{}
		addWords(words, f.Sentence)
		k, shared, sure := likeliest(f, words, known)
		if k < 0 {
			continue
		}
		named[i].Name = known[k].Name
		if sure && shared > best[k] {
			best[k] = shared
			unsure(named[:i], known[k].Name)
			named[i].Sure = true
		}
	}
	return named
}

func unsure(named []Named, name content.Name) {
	for i := range named {
		if named[i].Name == name {
			named[i].Sure = false
		}
	}
}

// likeliest is the known figure that f probably is, -1 where none fits, with
// how many words of its name the sentence has.
func likeliest(f Figure, words map[string]bool, known []Known) (best, shared int, sure bool) {
	best, fits := -1, 0
	for i, k := range known {
		common := 0
		for word := range k.words {
			if words[word] {
				common++
			}
		}
		if !k.reports(f.Value) {
			if fits == 0 && common > 1 && common == len(k.words) && common > shared && k.sameUnit(f.Value) {
				best, shared = i, common
			}
			continue
		}
		if fits++; fits == 1 || common > shared {
			best, shared = i, common
		}
	}
	if fits > 1 && shared == 0 {
		return -1, 0, false
	}
	return best, shared, fits > 0 && shared > 0
}

// reports says whether one of the values known allows what v does, in the same
// unit.
func (k Known) reports(v value.Value) bool {
	for _, known := range k.values {
		if known.Unit == v.Unit && value.Comparable(known, v) && known.Interval.Meets(v.Interval) && !(known.Interval.High.Infinite && v.Interval.High.Infinite) {
			return true
		}
	}
	return false
}

func (k Known) sameUnit(v value.Value) bool {
	for _, known := range k.values {
		if known.Unit == v.Unit && value.Comparable(known, v) {
			return true
		}
	}
	return false
}

var littleWords = set("the and for from with its per total part share")

// addWords adds the words of text, folded so that a plural or genitive is the
// word itself.
func addWords(words map[string]bool, text string) {
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if len(word) > 2 && !littleWords.has(word) {
			words[strings.TrimSuffix(word, "s")] = true
		}
	}
}
