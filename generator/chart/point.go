package chart

import (
	"collate/generator/digest"
	"collate/generator/value"
)

// point is a report in a figure's chart: where it lies.
type point struct {
	report    *digest.Report
	day       int
	x         int  // thousandths: where its date is
	y         int  // how far down its number is; a range's middle
	high, low int  // how far down its interval's ends are
	up, down  bool // the interval has no end on that side
}

// numbers appends the numbers that the scale has to cover.
func (p *point) numbers(all []value.Number) []value.Number {
	if !p.ranged() {
		all = append(all, p.report.Value.Number)
	}
	for _, b := range [...]value.Bound{p.report.Value.Interval.Low, p.report.Value.Interval.High} {
		if !b.Infinite {
			all = append(all, b.At)
		}
	}
	return all
}

// ranged reports whether the report is a range, which has no number.
func (p *point) ranged() bool { return p.report.Value.Kind == value.KindRange }

// top is the upper end of the bar, but not the arrow of a side without an end.
func (p *point) top() int {
	if p.up {
		return p.y
	}
	return min(p.high, p.y)
}

// bottom is the lower end likewise.
func (p *point) bottom() int {
	if p.down {
		return p.y
	}
	return max(p.low, p.y)
}

// bar draws the interval, aside from the point's date.
func (p *point) bar(out drawing, aside int) {
	high, low := p.high, p.low
	if p.up {
		high = p.y
		p.arrow(out, aside, plotTop, 1)
	}
	if p.down {
		low = p.y
		p.arrow(out, aside, plotEnd, -1)
	}
	if low > high {
		out.put(`<rect class="chart-bar" fill-opacity=".55" x="`, tenths(aside-10), `" y="`, tenths(high),
			`" width="2" height="`, tenths(low-high), `"/>`)
	}
}

// arrow draws the side of an interval that has no end: dashes up or down to
// the edge of the plot, and a point. In is 1 for the upper edge, -1 for the
// lower one.
func (p *point) arrow(out drawing, aside, edge, in int) {
	x, side := tenths(aside), 35
	out.put(`<path class="chart-bar open" fill="none" stroke="currentColor" stroke-opacity=".55" stroke-width="2" stroke-dasharray="1 4" d="M`,
		x, " ", tenths(p.y), "V", tenths(edge), `"/>`)
	out.put(`<path class="chart-arrow" fill-opacity=".55" d="M`, tenths(aside-side), " ", tenths(edge+in*60), "h",
		tenths(2*side), "L", x, " ", tenths(edge), `z"/>`)
}
