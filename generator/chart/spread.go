package chart

import (
	"cmp"
	"slices"
)

// margins is the room for labels at both sides of the dots, at the reference
// width, in tenths of a pixel.
type margins struct{ left, right int }

// room is how many dots fit side by side between the margins.
func (g margins) room(radius int) int {
	return (reference - g.left - g.right - 2*radius) / pitch(radius)
}

// pitch is the distance of dots that lie side by side.
func pitch(radius int) int { return 2*radius + 10 }

// tries are the ways to place the marks, best first: the radius of the dots,
// and whether the bars too have to be clear of one another.
var tries = []struct {
	radius int
	bars   bool
}{{45, true}, {40, true}, {30, true}, {20, true}, {30, false}, {20, false}}

// spread moves marks aside that would hide one another: sideways if some way
// allows it, else in heaps. It is false where there are too many in one place.
func (g margins) spread(marks []*mark) bool {
	for _, try := range tries {
		for _, m := range marks {
			m.radius = try.radius
		}
		lanes := lanes(marks, try.bars)
		if !slices.ContainsFunc(lanes, func(lane []*mark) bool { return len(lane) > g.room(try.radius) }) {
			for _, lane := range lanes {
				g.line(lane)
			}
			return true
		}
	}
	return g.heap(marks)
}

// lanes divides the marks into sets, from the highest down, such that no mark
// overlaps in height with one of another set; with or without the bars.
func lanes(marks []*mark, bars bool) [][]*mark {
	sorted := slices.Clone(marks)
	slices.SortStableFunc(sorted, func(a, b *mark) int { return cmp.Compare(a.top(bars), b.top(bars)) })
	var lanes [][]*mark
	bottom := 0
	for _, m := range sorted {
		if len(lanes) == 0 || m.top(bars) > bottom {
			lanes = append(lanes, nil)
			bottom = 0
		}
		last := len(lanes) - 1
		lanes[last] = append(lanes[last], m)
		bottom = max(bottom, m.bottom(bars))
	}
	return lanes
}

// line moves marks of one radius sideways until none meets another. Later ones
// stay to the right of earlier ones, so that they can't meet in a wider chart
// either.
func (g margins) line(marks []*mark) {
	slices.SortStableFunc(marks, func(a, b *mark) int { return cmp.Compare(a.x, b.x) })
	var want []int
	for _, m := range marks {
		want = append(want, m.x*reference/1000)
	}
	radius := marks[0].radius
	for i, at := range dodge(want, pitch(radius), g.left+radius, reference-g.right-radius) {
		marks[i].aside = at - want[i]
	}
}

// farthest is how many lines up or down a mark may be moved.
const farthest = 3

// heap moves marks of one radius to lines at fixed heights, each to the
// nearest that has room, and then sideways.
func (g margins) heap(marks []*mark) bool {
	radius := marks[0].radius
	lines := make([][]*mark, plotEnd/pitch(radius)+farthest)
	for _, m := range marks {
		nearest := m.y / pitch(radius)
		for n := range 2*farthest + 2 {
			away := (n + 1) / 2 * (n%2*2 - 1) // 0 1 -1 2 -2
			if n > 2*farthest {
				return false
			}
			if to := max(nearest+away, 0); len(lines[to]) < g.room(radius) {
				m.drop(to*pitch(radius) + pitch(radius)/2 - m.y)
				lines[to] = append(lines[to], m)
				break
			}
		}
	}
	for _, line := range lines {
		if len(line) > 0 {
			g.line(line)
		}
	}
	return true
}
