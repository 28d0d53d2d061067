package agreement

import (
	"cmp"
	"slices"
	"time"

	"collate/generator/number"
)

// node is a report as far as conflicts go. One stands before another if its
// stretch of time is not after that of the other and its interval lies above.
type node struct {
	interval number.Interval
	moment   int   // equal for the same moment
	from, to int64 // of the moment
}

// nodes are the members of a class of which the quantity moves as told; a
// falling one is a rising one below zero.
func nodes(reports []Report, members []int, direction Direction) []node {
	all := make([]node, len(members))
	names := map[string]int{}
	for n, i := range members {
		all[n].interval = reports[i].Value.Interval
		if direction == Still {
			continue
		}
		if direction == Falling {
			all[n].interval = all[n].interval.Neg()
		}
		m := reports[i].Moment
		known, ok := names[m.Name]
		if !ok {
			known = len(names)
			names[m.Name] = known
		}
		all[n].moment, all[n].from, all[n].to = known, instant(m.From), instant(m.To)
	}
	return all
}

// instant is a time as a number that orders as times do, in years as far off
// as reports may be of.
func instant(t time.Time) int64 { return t.Unix()*1000 + int64(t.Nanosecond()/1e6) }

// mirrored turns time and values around, so that what stood before another
// stands behind it.
func mirrored(all []node) []node {
	turned := slices.Clone(all)
	for i := range turned {
		turned[i].interval = turned[i].interval.Neg()
		turned[i].from, turned[i].to = -turned[i].to, -turned[i].from
	}
	return turned
}

// above reports whether a lies above b altogether.
func above(a, b node) bool { return !a.interval.Low.Reaches(b.interval.High) }

// peaceful reports whether all intervals have a point in common, so that no
// two conflict, whatever their moments.
func peaceful(all []node) bool {
	low, high := all[0], all[0]
	for _, n := range all[1:] {
		if number.CompareLower(n.interval, low.interval) > 0 {
			low = n
		}
		if number.CompareUpper(n.interval, high.interval) < 0 {
			high = n
		}
	}
	return !above(low, high)
}

// depthsByEpoch finds depths among the nodes of each epoch by itself.
func depthsByEpoch(all []node, epochs []int) []int {
	if !slices.ContainsFunc(epochs, func(epoch int) bool { return epoch != epochs[0] }) {
		return depths(all)
	}
	depth := make([]int, len(all))
	at := map[int][]int{}
	for i, epoch := range epochs {
		at[epoch] = append(at[epoch], i)
	}
	for _, members := range at {
		some := make([]node, len(members))
		for n, i := range members {
			some[n] = all[i]
		}
		for n, d := range depths(some) {
			depth[members[n]] = d
		}
	}
	return depth
}

// depths finds for each node how many links the longest chain of conflicts
// has that ends in it. It sweeps through time: nodes whose moments have ended
// are kept by their lower ends in a tree of maxima, those of one moment are
// taken by their upper ends, the highest first, so that whatever stands before
// a node has its depth already.
func depths(all []node) []int {
	depth := make([]int, len(all))
	byLow := sorted(all, func(a, b node) int { return number.CompareLower(a.interval, b.interval) })
	rank := make([]int, len(all))
	for r, i := range byLow {
		rank[i] = r
	}
	byEnd := sorted(all, func(a, b node) int { return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.from, b.from)) })
	inTime := sorted(all, func(a, b node) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.moment, b.moment),
			-number.CompareUpper(a.interval, b.interval))
	})
	ended := make(maxima, len(all)+1)
	for len(inTime) > 0 {
		first := all[inTime[0]]
		for len(byEnd) > 0 && all[byEnd[0]].to <= first.from && all[byEnd[0]].moment != first.moment {
			ended.raise(rank[byEnd[0]], depth[byEnd[0]])
			byEnd = byEnd[1:]
		}
		end := slices.IndexFunc(inTime, func(i int) bool { return all[i].moment != first.moment })
		if end < 0 {
			end = len(inTime)
		}
		descend(all, inTime[:end], depth, func(j int) int {
			lowest, _ := slices.BinarySearchFunc(byLow, all[j], func(i int, of node) int {
				if above(all[i], of) {
					return 1
				}
				return -1
			})
			return ended.from(lowest)
		})
		inTime = inTime[end:]
	}
	return depth
}

// descend gives the nodes of one moment, by their upper ends from the highest,
// their depths; before is the depth of what stands before a node in earlier
// moments.
func descend(all []node, group []int, depth []int, before func(j int) int) {
	byLow := slices.Clone(group)
	slices.SortFunc(byLow, func(a, b int) int {
		return cmp.Or(-number.CompareLower(all[a].interval, all[b].interval), cmp.Compare(a, b))
	})
	own := 0
	for _, j := range group {
		for len(byLow) > 0 && above(all[byLow[0]], all[j]) {
			own = max(own, depth[byLow[0]])
			byLow = byLow[1:]
		}
		depth[j] = 1 + max(own, before(j))
	}
}

// sorted are the indexes of nodes in an order.
func sorted(all []node, compare func(a, b node) int) []int {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(compare(all[a], all[b]), cmp.Compare(a, b)) })
	return order
}

// maxima is a Fenwick tree of the largest values at or above each rank.
type maxima []int

// raise puts a value at a rank.
func (m maxima) raise(rank, v int) {
	for i := len(m) - 1 - rank; i < len(m); i += i & -i {
		m[i] = max(m[i], v)
	}
}

// from is the largest value at a rank or above; 0 where there is none.
func (m maxima) from(rank int) int {
	largest := 0
	for i := len(m) - 1 - rank; i > 0; i -= i & -i {
		largest = max(largest, m[i])
	}
	return largest
}
