package agreement

import (
	"cmp"
	"slices"

	"collate/generator/value"
)

// camps divides the reports of one class into camps, in order, and finds those
// that stand apart.
func camps(reports []Report, of class, direction Direction) (all []Camp, apart []int) {
	var sets [][]int
	if of.key == wordsClass {
		sets = alike(reports, of.members)
	} else {
		sets, apart = divide(reports, of.members, direction)
	}
	all = make([]Camp, len(sets))
	for n, set := range sets {
		all[n] = Camp{Members: set, Shown: shownReport(reports, set)}
	}
	countVoicesOf(reports, all)
	sortCamps(reports, all)
	return all, apart
}

// divide finds the links of the longest chains of conflicts, by their place,
// and what is no link of one.
func divide(reports []Report, members []int, direction Direction) (sets [][]int, apart []int) {
	all := nodes(reports, members, direction)
	if peaceful(all) {
		return [][]int{members}, nil
	}
	epochs := make([]int, len(members))
	for n, i := range members {
		epochs[n] = reports[i].Epoch
	}
	down, up := depthsByEpoch(all, epochs), depthsByEpoch(mirrored(all), epochs)
	longest := slices.Max(down)
	sets = make([][]int, longest)
	link := func(n int) bool { return down[n]+up[n] == longest+1 }
	home := map[string]int{} // of a voice: the place of its latest link
	for n, i := range members {
		if !link(n) {
			continue
		}
		voice := reports[i].Voice
		if voice == "" {
			continue
		}
		if at, known := home[voice]; !known || later(reports[i], reports[members[at]]) {
			home[voice] = n
		}
	}
	guests := make([][]int, longest) // of a set: further reports of its voices, by their place among members
	for n, i := range members {
		at, known := home[reports[i].Voice]
		if !link(n) && known && down[at] >= down[n] && down[at] <= longest+1-up[n] {
			guests[down[at]-1] = append(guests[down[at]-1], n)
		}
	}
	seats := seated(guests, all)
	for n, i := range members {
		if link(n) {
			seats[n] = down[n]
		}
		if k := seats[n]; k > 0 {
			sets[k-1] = append(sets[k-1], i)
		} else {
			apart = append(apart, i)
		}
	}
	return sets, apart
}

// seated gives guests the set, counted from 1, whose links none of them conflicts
// with; where they may conflict with one another they have none.
func seated(guests [][]int, all []node) map[int]int {
	seats := map[int]int{}
	for k, some := range guests {
		nodes := make([]node, len(some))
		for i, n := range some {
			nodes[i] = all[n]
		}
		if len(some) > 1 && !peaceful(nodes) {
			continue
		}
		for _, n := range some {
			seats[n] = k + 1
		}
	}
	return seats
}

// later reports whether a is of a later moment than b, or of the same and
// published later.
func later(a, b Report) bool {
	return cmp.Or(a.Moment.To.Compare(b.Moment.To), a.Moment.From.Compare(b.Moment.From),
		cmp.Compare(a.Order, b.Order)) > 0
}

// alike puts texts that are equal when folded together, by their first.
func alike(reports []Report, members []int) [][]int {
	var sets [][]int
	at := map[string]int{}
	for _, i := range members {
		text := reports[i].Value.Text()
		n, known := at[text]
		if !known {
			n = len(sets)
			at[text] = n
			sets = append(sets, nil)
		}
		sets[n] = append(sets[n], i)
	}
	return sets
}

// shownReport is the report that stands for a set: of the latest moment, with the
// narrowest interval, in the right language, without a remark, the earliest.
func shownReport(reports []Report, set []int) int {
	best := set[0]
	for _, i := range set[1:] {
		if compareShown(reports[i], reports[best]) < 0 {
			best = i
		}
	}
	return best
}

// compareShown puts the report first that stands better for a camp.
func compareShown(a, b Report) int {
	return cmp.Or(
		b.Moment.To.Compare(a.Moment.To),
		compareWidth(a.Value, b.Value),
		compareBools(a.Local, b.Local),
		compareBools(a.Value.Remark == "", b.Value.Remark == ""),
		cmp.Compare(a.Order, b.Order),
	)
}

// compareWidth puts the narrower interval first, one without end last. Texts
// have no interval and are alike in that.
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

// countVoicesOf gives each voice to one camp: the one that has its latest report.
func countVoicesOf(reports []Report, all []Camp) {
	type place struct{ camp, report int }
	home := map[string]place{}
	for n, c := range all {
		for _, i := range c.Members {
			voice := reports[i].Voice
			if voice == "" {
				all[n].Voices++
				continue
			}
			if at, known := home[voice]; !known || later(reports[i], reports[at.report]) {
				home[voice] = place{n, i}
			}
		}
	}
	for _, at := range home {
		all[at.camp].Voices++
	}
}

// sortCamps puts camps in order: most voices, then the earliest report, then
// the earlier of those that stand for them.
func sortCamps(reports []Report, all []Camp) {
	slices.SortStableFunc(all, func(a, b Camp) int {
		return cmp.Or(
			cmp.Compare(b.Voices, a.Voices),
			cmp.Compare(reports[a.Members[0]].Order, reports[b.Members[0]].Order),
			cmp.Compare(reports[a.Shown].Order, reports[b.Shown].Order),
		)
	})
}
