package chart

import (
	"math"
	"slices"
)

// farthestAside is how far a mark may be moved aside, in tenths of a pixel: half a
// dot with a count.
const farthestAside = 80

// cluster makes marks of points, given by date: one for those that would hide
// one another at the reference width, and that are drawn alike. Since whatever
// is apart there lies farther apart at any greater width, that holds for all.
func cluster(points []*point) []*mark {
	var marks []*mark
	for _, p := range points {
		marks = append(marks, newMark(p))
	}
	for again := true; again; {
		again = false
		for i := 0; i < len(marks); i++ {
			m := marks[i]
			before := len(marks)
			marks = slices.DeleteFunc(marks, func(other *mark) bool {
				hidden := other != m && m.hides(other)
				if hidden {
					m.add(other)
				}
				return hidden
			})
			again = again || len(marks) < before
		}
	}
	for _, m := range marks {
		slices.SortStableFunc(m.points, byDate)
	}
	slices.SortStableFunc(marks, func(a, b *mark) int { return byDate(a.points[0], b.points[0]) })
	return marks
}

// hides reports whether two marks that are drawn alike lie so near that they are
// better one: half of a dot must show, and a count and its dot wholly.
func (m *mark) hides(other *mark) bool {
	if m.outside != other.outside || m.ranged != other.ranged {
		return false
	}
	least := 50
	if len(m.points)+len(other.points) > 2 {
		least = (m.radius() + other.radius()) * 9 / 10
	}
	dx, dy := m.apart(other)
	return dx*dx+dy*dy < least*least
}

// apart is how far two marks are from each other sideways and in height, at
// the reference width, from what they stand for on; 0 where they overlap.
func (m *mark) apart(other *mark) (dx, dy int) {
	dx = max(m.first, other.first) - min(m.last, other.last)
	return max(dx*reference/1000, 0), max(max(m.high, other.high)-min(m.low, other.low), 0)
}

// separate moves marks inside and outside the first camp that would hide one
// another aside, each as far as the other, but not farther than farthest.
func separate(marks []*mark) {
	for i, a := range marks {
		for _, b := range marks[i+1:] {
			if a.outside == b.outside || a.ranged != b.ranged {
				continue
			}
			dx, dy := a.apart(b)
			if need := a.radius() + b.radius(); dy < need {
				need = int(math.Sqrt(float64(need*need - dy*dy)))
				by := max(need-dx+1, 0) / 2
				a.aside, b.aside = a.aside-by, b.aside+by
			}
		}
	}
	for _, m := range marks {
		m.aside = min(max(m.aside, -farthestAside), farthestAside)
	}
}
