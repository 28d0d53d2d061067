package agreement

import (
	"slices"

	"collate/generator/value"
)

// pierce divides comparable reports into the fewest sets that have a point in
// common, from the lowest to the highest. A report may be in several sets.
func pierce(reports []Report, members []int) [][]int {
	interval := func(i int) value.Interval { return reports[i].Value.Interval }
	byLow := slices.Clone(members)
	slices.SortStableFunc(byLow, func(a, b int) int { return value.CompareLower(interval(a), interval(b)) })
	byHigh := slices.Clone(members)
	slices.SortStableFunc(byHigh, func(a, b int) int { return value.CompareUpper(interval(a), interval(b)) })

	var sets [][]int
	var below []int // placed reports that may still reach into the next set
	placed := make(map[int]bool, len(members))
	for _, first := range byHigh {
		if placed[first] {
			continue
		}
		end := interval(first).High
		var set []int
		for ; len(byLow) > 0 && interval(byLow[0]).Low.Reaches(end); byLow = byLow[1:] {
			if next := byLow[0]; !placed[next] {
				set = append(set, next)
				placed[next] = true
			}
		}
		if !placed[first] { // an interval that holds nothing, which no value should have
			set = append(set, first)
			placed[first] = true
		}
		low := interval(set[len(set)-1]).Low
		below = slices.DeleteFunc(below, func(i int) bool { return !low.Reaches(interval(i).High) })
		sets = append(sets, slices.Concat(set, below))
		below = append(below, set...)
	}
	return sets
}
