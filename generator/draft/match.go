package draft

import (
	"cmp"
	"slices"

	"collate/generator/content"
	"collate/generator/value"
)

// Known is a figure that a story has already.
type Known struct {
	Name   content.Name
	names  []nameWords   // of its name and its aliases
	values []value.Value // that are reported for it
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
			known = append(known, Known{Name: name, names: []nameWords{wordsOf(name.Group, name.Item)}})
		}
		return &known[i]
	}
	place := map[string]int{} // of a name or group in the story's list
	for i, spec := range story.Figures {
		place[spec.Name.Key()] = i
		k := add(spec.Name)
		for _, alias := range spec.Aliases {
			k.names = append(k.names, wordsOf("", alias))
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

// Named is a figure of the text and the names that it may have.
type Named struct {
	Find
	Name   content.Name   // the likeliest; empty where none fits
	Others []content.Name // that it may have as well
	Sure   bool           // it is Name: all that speaks of it agrees, and nothing competes
}

// Match names the figures of a text that a story has already.
//
// A name is sure where the words that it is made of stand beside the figure, in
// its own part of the sentence; where its unit is that of what the story reports
// for the name, and its size is the same, or near and about nothing narrower
// than the name; where no other name fits as well and no other figure of the
// text has a better claim; and where the sentence does not speak of a part, a
// change, an earlier number or a wish. A value that fits alone proves nothing,
// least of all one without an upper end. Whatever is not sure is a guess.
func Match(figures []Find, known []Known) []Named {
	named := make([]Named, len(figures))
	for i, f := range figures {
		named[i].Find = f
		c := clauseOf(figures, i)
		var claims []claim
		for k := range known {
			if claim, ok := known[k].claim(f, c); ok {
				claims = append(claims, claim)
			}
		}
		slices.SortStableFunc(claims, func(a, b claim) int { return cmp.Compare(b.strength, a.strength) })
		named[i].take(claims)
	}
	onlyOnce(named)
	return named
}

// take gives a figure the names that claim it, the strongest first. It is sure
// of one that no other claims as strongly.
func (f *Named) take(claims []claim) {
	const most = 3
	for i, c := range claims[:min(len(claims), most)] {
		if i == 0 {
			f.Name = c.known.Name
		} else {
			f.Others = append(f.Others, c.known.Name)
		}
	}
	if len(claims) == 0 || claims[0].strength < sureClaim {
		return
	}
	f.Sure = len(claims) == 1 || claims[1].strength < sureClaim || claims[0].narrower(claims[1])
}

// onlyOnce leaves every name that is given for sure to one figure: the first,
// where all that have it can be the same number, and none where they can't.
func onlyOnce(named []Named) {
	first := map[string]int{}
	split := map[string]bool{}
	for i, n := range named {
		if !n.Sure {
			continue
		}
		key := n.Name.Key()
		j, ok := first[key]
		switch {
		case !ok:
			first[key] = i
		case named[j].Unit != n.Unit || !named[j].Interval.Meets(n.Interval):
			split[key] = true
		}
	}
	for i := range named {
		key := named[i].Name.Key()
		if named[i].Sure && (split[key] || first[key] != i) {
			named[i].Sure = false
		}
	}
}
