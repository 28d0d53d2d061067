package chart

import (
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

// numbers appends the numbers that the scale has to cover.
func (m *mark) numbers(all []value.Number) []value.Number {
	if m.report.Value.Kind == value.KindNumber {
		all = append(all, m.report.Value.Number)
	}
	for _, b := range [...]value.Bound{m.report.Value.Interval.Low, m.report.Value.Interval.High} {
		if !b.Infinite {
			all = append(all, b.At)
		}
	}
	return all
}

// top is the upper end of what must not be hidden: the dot and perhaps the
// bar, but not the arrow of a side without an end.
func (m *mark) top(bars bool) int {
	if m.up || !bars {
		return m.y - m.radius - 5
	}
	return min(m.high, m.y-m.radius-5)
}

// bottom is the lower end likewise.
func (m *mark) bottom(bars bool) int {
	if m.down || !bars {
		return m.y + m.radius + 5
	}
	return max(m.low, m.y+m.radius+5)
}

// drop moves the mark down.
func (m *mark) drop(by int) { m.y, m.high, m.low = m.y+by, m.high+by, m.low+by }

// box is the area of what must not be hidden at a width, in tenths of a pixel.
func (m *mark) box(width int) box {
	x := m.x*width/1000 + m.aside
	return box{x - m.radius, x + m.radius, m.top(true), m.bottom(true)}
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
		r = tenths(m.radius + 5)
		p.put(`<path class="chart-dot"`, ink, ` d="M`, x, " ", y, "m0-", r, "l", r, " ", r, "-", r, " ", r, "-", r, "-", r, `z"/>`)
		return
	}
	p.put(`<circle class="chart-dot"`, ink, ` cx="`, x, `" cy="`, y, `" r="`, r, `"/>`)
}
