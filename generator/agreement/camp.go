package agreement

import (
	"cmp"
	"slices"

	"collate/generator/value"
)

// camps makes camps of sets of reports and puts them in order.
func camps(reports []Report, sets [][]int) []Camp {
	in := make([]int, len(reports)) // number of sets that a report is in
	for _, set := range sets {
		for _, i := range set {
			in[i]++
		}
	}
	camps := make([]Camp, len(sets))
	for n, set := range sets {
		sortByOrder(reports, set)
		camps[n] = Camp{Members: set, Shown: shown(reports, set, in), Voices: voices(reports, set)}
	}
	slices.SortStableFunc(camps, func(a, b Camp) int {
		return cmp.Or(
			cmp.Compare(b.Voices, a.Voices),
			cmp.Compare(reports[a.Members[0]].Order, reports[b.Members[0]].Order),
			cmp.Compare(reports[a.Shown].Order, reports[b.Shown].Order),
		)
	})
	return camps
}

// shown is the report with the narrowest interval among those that are in no
// other set; of several one without a remark, then the earliest.
func shown(reports []Report, set, in []int) int {
	best := -1
	for _, i := range set {
		if in[i] > 1 {
			continue
		}
		if best < 0 || compareShown(reports[i].Value, reports[best].Value) < 0 {
			best = i
		}
	}
	return best
}

// compareShown puts the value first that stands better for a camp. Texts have
// no interval and are alike in that.
func compareShown(a, b value.Value) int {
	return cmp.Or(compareWidth(a, b), cmp.Compare(min(1, len(a.Remark)), min(1, len(b.Remark))))
}

// compareWidth puts the narrower interval first, one without end last.
func compareWidth(a, b value.Value) int {
	x, ends := a.Interval.Width()
	y, others := b.Interval.Width()
	switch {
	case a.Kind == value.KindText || !ends && !others:
		return 0
	case !ends:
		return 1
	case !others:
		return -1
	}
	return x.Cmp(y)
}

func voices(reports []Report, set []int) int {
	n := 0
	seen := map[string]bool{}
	for _, i := range set {
		voice := reports[i].Voice
		if voice == "" || !seen[voice] {
			n++
		}
		seen[voice] = true
	}
	return n
}
