package chart

import (
	"cmp"
	"slices"

	"collate/generator/digest"
	"collate/generator/value"
)

// mark is a report in a figure's chart.
type mark struct {
	report    *digest.Report
	day       int
	x         int  // thousandths: where its date is
	y         int  // how far down its number is; a range's middle
	high, low int  // how far down its interval's ends are
	up, down  bool // the interval has no end on that side
	aside     int  // how far it was moved to the right
	radius    int  // of its dot
}

// numbers are the numbers that the scale has to cover.
func (m *mark) numbers() []value.Number {
	var all []value.Number
	if m.report.Value.Kind == value.KindNumber {
		all = append(all, m.report.Value.Number)
	}
	for _, b := range []value.Bound{m.report.Value.Interval.Low, m.report.Value.Interval.High} {
		if !b.Infinite {
			all = append(all, b.At)
		}
	}
	return all
}

// sizes are the dots to choose from: the largest with which all fit.
var sizes = []int{45, 40, 30, 20}

// mostLines is how many lines of dots a lane may have.
const mostLines = 5

// margins is the room for labels at both sides of the dots, at the reference
// width, in tenths of a pixel.
type margins struct{ left, right int }

// room is how many dots fit side by side between the margins.
func (g margins) room(radius int) int {
	return (reference - g.left - g.right - 2*radius) / pitch(radius)
}

// spread moves marks sideways that would hide one another. It is false where
// there are too many in one place.
func (g margins) spread(marks []*mark) bool {
	lanes := lanes(marks)
	largest := 0
	for _, lane := range lanes {
		largest = max(largest, len(lane))
	}
	radius := sizes[len(sizes)-1]
	for _, size := range sizes {
		if largest <= g.room(size) {
			radius = size
			break
		}
	}
	room := g.room(radius)
	if largest > room*mostLines {
		return false
	}
	for _, lane := range lanes {
		g.fill(lane, radius, (len(lane)+room-1)/room)
	}
	return true
}

// pitch is the distance of dots that lie side by side.
func pitch(radius int) int { return 2*radius + 10 }

// lanes divides the marks into sets, from the highest down, such that no mark
// overlaps in height with one of another set.
func lanes(marks []*mark) [][]*mark {
	sorted := slices.Clone(marks)
	slices.SortStableFunc(sorted, func(a, b *mark) int { return cmp.Compare(a.top(), b.top()) })
	var lanes [][]*mark
	bottom := 0
	for _, m := range sorted {
		if len(lanes) == 0 || m.top() > bottom {
			lanes = append(lanes, nil)
			bottom = 0
		}
		last := len(lanes) - 1
		lanes[last] = append(lanes[last], m)
		bottom = max(bottom, m.bottom())
	}
	return lanes
}

// top is the upper end of what must not be hidden: the dot and the bar, but
// not the arrow of a side without an end.
func (m *mark) top() int {
	if m.up {
		return m.y - sizes[0]
	}
	return min(m.high, m.y-sizes[0])
}

// bottom is the lower end likewise.
func (m *mark) bottom() int {
	if m.down {
		return m.y + sizes[0]
	}
	return max(m.low, m.y+sizes[0])
}

// fill moves the marks of a lane apart: sideways, in as many lines as needed.
// Later ones stay to the right of earlier ones, so that they can't meet in a
// wider chart either.
func (g margins) fill(lane []*mark, radius, lines int) {
	slices.SortStableFunc(lane, func(a, b *mark) int { return cmp.Compare(a.x, b.x) })
	for line := range lines {
		var members []*mark
		var want []int
		for i := line; i < len(lane); i += lines {
			members = append(members, lane[i])
			want = append(want, lane[i].x*reference/1000)
		}
		for i, at := range dodge(want, pitch(radius), g.left+radius, reference-g.right-radius) {
			m := members[i]
			shift := (2*line - lines + 1) * pitch(radius) / 2
			m.aside, m.radius = at-want[i], radius
			m.y, m.high, m.low = m.y+shift, m.high+shift, m.low+shift
		}
	}
}

// box is the area of what must not be hidden at a width, in tenths of a pixel.
func (m *mark) box(width int) box {
	x := m.x*width/1000 + m.aside
	return box{x - m.radius, x + m.radius, m.top(), m.bottom()}
}

// draw appends the mark: a link around a place on the width, in which the rest
// is drawn in pixels.
func (m *mark) draw(p page, t Texts) {
	class := "chart-report"
	if m.report.Outside {
		class += " outside"
	}
	if m.report.Revised != nil {
		class += " revised"
	}
	p.link(t.Link(m.report), t.Report(m.report), class)
	p.put(`<svg x="`, percent(m.x), `" overflow="visible">`)
	m.bar(p)
	if m.report.Value.Kind == value.KindNumber {
		m.dot(p)
	}
	if m.report.Revised != nil {
		from := tenths(m.aside - m.radius - 30)
		p.put(`<path class="chart-strike" stroke="currentColor" d="M`, from, " ", tenths(m.y), "h", tenths(2*m.radius+60), `"/>`)
	}
	p.put("</svg></a>\n")
}

// bar draws the interval; a range has nothing else and so a thicker one.
func (m *mark) bar(p page) {
	wide := 20
	high, low := m.high, m.low
	if m.report.Value.Kind == value.KindRange {
		wide = max(2*m.radius-30, 20)
		high, low = min(high, m.y-20), max(low, m.y+20)
	}
	if m.up {
		high = m.y
		m.arrow(p, plotTop, 1)
	}
	if m.down {
		low = m.y
		m.arrow(p, plotEnd, -1)
	}
	if low > high {
		p.put(`<rect class="chart-bar" fill-opacity=".55" x="`, tenths(m.aside-wide/2), `" y="`, tenths(high), `" width="`, tenths(wide), `" height="`, tenths(low-high), `"/>`)
	}
}

// arrow draws the side of an interval that has no end: dashes up or down to
// the edge of the plot, and a point. In is 1 for the upper edge, -1 for the
// lower one.
func (m *mark) arrow(p page, edge, in int) {
	x, side := tenths(m.aside), 35
	p.put(`<path class="chart-bar open" fill="none" stroke="currentColor" stroke-opacity=".55" stroke-width="2" stroke-dasharray="1 4" d="M`,
		x, " ", tenths(m.y), "V", tenths(edge), `"/>`)
	p.put(`<path class="chart-arrow" fill-opacity=".55" d="M`, tenths(m.aside-side), " ", tenths(edge+in*60), "h", tenths(2*side), "L", x, " ", tenths(edge), `z"/>`)
}

// dot draws the number itself: a diamond for one outside the first camp.
func (m *mark) dot(p page) {
	x, y, r := tenths(m.aside), tenths(m.y), tenths(m.radius)
	ink := ""
	if m.report.Revised != nil {
		ink = ` fill-opacity="0" stroke="currentColor" stroke-width="1.5"`
	}
	if m.report.Outside {
		r = tenths(m.radius + m.radius/4)
		p.put(`<path class="chart-dot"`, ink, ` d="M`, x, " ", y, "m0-", r, "l", r, " ", r, "-", r, " ", r, "-", r, "-", r, `z"/>`)
		return
	}
	p.put(`<circle class="chart-dot"`, ink, ` cx="`, x, `" cy="`, y, `" r="`, r, `"/>`)
}
