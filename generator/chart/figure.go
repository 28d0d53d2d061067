package chart

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"collate/generator/agreement"
	"collate/generator/digest"
	"collate/generator/value"
)

// The measures of a figure's chart, in tenths of a pixel.
const (
	plotTop    = 240  // where the plot begins, below the highest label
	plotHeight = 2000 // of the plot
	plotEdge   = 160  // how far the plot reaches beyond its scale at either end
	axisHeight = 360  // of the dates below it
	plotEnd    = plotTop + plotHeight
)

// mostReports is how many reports a chart shows at most.
const mostReports = 500

// figure is a figure's chart under way.
type figure struct {
	drawing
	Texts
	rows   []*digest.Row
	points []*point
	marks  []*mark
	scale
	rungs []gridLine
	calendar
	margins
}

// gridLine is a round number on the scale.
type gridLine struct {
	value.Number
	y    int // how far down it lies
	text string
}

// Figure appends the chart of what rows report over time: one row, or the rows
// of one figure in several stories, newest first. It is false, and nothing is
// appended, where that can't be drawn; see the package.
func Figure(b *bytes.Buffer, t Texts, rows ...*digest.Row) bool {
	f := figure{drawing: drawing{b}, Texts: t, rows: rows}
	if !f.collect() {
		return false
	}
	f.measure()
	f.marks = cluster(f.points)
	separate(f.marks)
	f.open(t, "chart-figure", plotEnd+axisHeight)
	f.grid()
	bands := f.bands()
	f.labels()
	for _, m := range f.marks {
		m.draw(f.drawing, t)
	}
	f.says(bands)
	f.dates()
	f.close()
	return true
}

// collect makes a point of every report, by date; false where there is none,
// or one that has no place on the scale of the others.
func (f *figure) collect() bool {
	var unit value.Unit
	for _, row := range f.rows {
		if row.Kind == agreement.Incomparable || row.Unit == "date" ||
			unit != "" && row.Unit != "" && row.Unit != unit {
			return false
		}
		unit = max(unit, row.Unit)
		for _, r := range row.Reports {
			if hasUnit(r, row.Unit) {
				f.points = append(f.points, &point{report: r, day: dayOfDate(r.Summary.Date)})
			} else if r.Revised == nil {
				return false
			}
		}
	}
	if f.Unit.Unit != unit {
		f.Unit = value.Display{Unit: unit}
	}
	slices.SortStableFunc(f.points, byDate)
	return len(f.points) > 0 && len(f.points) <= mostReports
}

// byDate orders points.
func byDate(a, b *point) int {
	return cmp.Or(cmp.Compare(a.day, b.day), a.report.Summary.Date.Time.Compare(b.report.Summary.Date.Time))
}

// hasUnit reports whether a report is a number of the unit.
func hasUnit(r *digest.Report, unit value.Unit) bool {
	number := r.Value.Kind == value.KindNumber || r.Value.Kind == value.KindRange
	return number && (r.Value.Unit == unit || r.Value.Unit == "")
}

// measure makes the scales and gives every point its place on them.
func (f *figure) measure() {
	var numbers []value.Number
	for _, p := range f.points {
		numbers = p.numbers(numbers)
	}
	f.scale = newScale(numbers, plotHeight-2*plotEdge)
	for _, n := range f.scale.ticks(f.Unit, plotEdge) {
		f.rungs = append(f.rungs, gridLine{n, f.y(n), f.Number(n, f.Unit)})
	}
	f.margins = f.margin()
	f.calendar = calendar{
		f.points[0].day, f.points[len(f.points)-1].day,
		(f.left + farthestAside) * 1000 / reference, 1000 - (f.right+farthestAside)*1000/reference,
	}
	for _, p := range f.points {
		p.x = f.calendar.at(p.day)
		p.high, p.up = f.end(p.report.Value.Interval.High, plotTop)
		p.low, p.down = f.end(p.report.Value.Interval.Low, plotEnd)
		p.y = (p.high + p.low) / 2
		if !p.ranged() {
			p.y = f.y(p.report.Value.Number)
		}
	}
}

// margins is the room for labels at both sides of the dots, at the reference
// width, in tenths of a pixel.
type margins struct{ left, right int }

// margin leaves room for the labels of the axis at the left and, where there
// is one row, of the camps at the right; for each three tenths of the width at
// most.
func (f *figure) margin() margins {
	g := margins{60, 60}
	for _, r := range f.rungs {
		g.left = max(g.left, width(r.text)+60)
	}
	if len(f.rows) == 1 && len(f.rows[0].Standing()) > 1 {
		for _, camp := range f.rows[0].Camps[:min(len(f.rows[0].Camps), mostBands)] {
			g.right = max(g.right, width(f.voices(camp))+60)
		}
	}
	return margins{min(g.left, mostMargin), min(g.right, mostMargin)}
}

// y is how far down a number lies, within the plot.
func (f *figure) y(n value.Number) int {
	return min(max(plotEnd-plotEdge-f.scale.at(n), plotTop), plotEnd)
}

// end is how far down an end of an interval lies: at the edge where there is
// no end.
func (f *figure) end(b value.Bound, edge int) (y int, infinite bool) {
	if b.Infinite {
		return edge, true
	}
	return f.y(b.At), false
}

// grid draws a line for each round number.
func (f *figure) grid() {
	f.put(`<g class="chart-grid" stroke="currentColor" stroke-opacity=".2">`, "\n")
	for _, r := range f.rungs {
		y := tenths(r.y)
		f.put(`<line x2="100%" y1="`, y, `" y2="`, y, `"`)
		if r.IsZero() {
			f.put(` class="chart-zero" stroke-opacity=".6"`)
		}
		f.put("/>\n")
	}
	f.put("</g>\n")
}

// labels writes the round numbers over their lines, at the left.
func (f *figure) labels() {
	f.put(`<g class="chart-axis" fill-opacity=".75">`, "\n")
	for _, r := range f.rungs {
		f.label("chart-label", "0", r.y-40, "start", r.text)
	}
	f.put("</g>\n")
}

// mostMargin is how wide the room for labels at either side is at most.
const mostMargin = reference * 3 / 10

// voices writes a camp's label: $110B · 6. A value that has no room at the side
// is written as on the axis where that is as exact.
func (f *figure) voices(c digest.Camp) string {
	behind := " · " + strconv.Itoa(c.Voices)
	v := c.Shown.Value
	text := v.Bare() + behind
	if width(text)+60 <= mostMargin || v.Kind != value.KindNumber || v.Qualifier != 0 {
		return text
	}
	if short := f.Number(v.Number, f.Unit) + behind; width(short) < width(text) && !strings.HasPrefix(short, "≈") {
		return short
	}
	return text
}
