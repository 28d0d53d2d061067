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

// most is how many reports a chart shows at most.
const most = 500

// figure is a figure's chart under way.
type figure struct {
	page
	Texts
	rows  []*digest.Row
	marks []*mark
	unit  value.Unit
	scale
	rungs []rung
	calendar
	margins
}

// rung is a round number on the scale.
type rung struct {
	value.Number
	y    int // how far down it lies
	text string
}

// Figure appends the chart of what rows report over time: one row, or the rows
// of one figure in several stories, newest first. It is false, and nothing is
// appended, where that can't be drawn; see the package.
func Figure(b *bytes.Buffer, t Texts, rows ...*digest.Row) bool {
	f := figure{page: page{b}, Texts: t, rows: rows}
	if !f.collect() {
		return false
	}
	f.measure()
	if !f.spread(f.marks) {
		return false
	}
	f.open(t, "chart-figure", plotEnd+axisHeight)
	f.grid()
	bands := f.bands()
	f.labels()
	for _, m := range f.marks {
		m.draw(f.page, t)
	}
	f.says(bands)
	f.dates()
	f.close()
	return true
}

// collect makes a mark for every report, by date; false where there is none,
// or one that has no place on the scale of the others.
func (f *figure) collect() bool {
	units := false
	for _, row := range f.rows {
		if row.Kind == agreement.Incomparable || row.Unit == "date" || units && row.Unit != "" && row.Unit != f.unit {
			return false
		}
		if row.Unit != "" {
			f.unit, units = row.Unit, true
		}
		for _, r := range row.Reports {
			if fits(r, row.Unit) {
				f.marks = append(f.marks, &mark{report: r, day: day(r.Summary.Date)})
			} else if r.Revised == nil {
				return false
			}
		}
	}
	slices.SortStableFunc(f.marks, func(a, b *mark) int {
		return cmp.Or(cmp.Compare(a.day, b.day), a.report.Summary.Date.Time.Compare(b.report.Summary.Date.Time))
	})
	return len(f.marks) > 0 && len(f.marks) <= most
}

// fits tells whether a report is a number of the unit.
func fits(r *digest.Report, unit value.Unit) bool {
	number := r.Value.Kind == value.KindNumber || r.Value.Kind == value.KindRange
	return number && (r.Value.Unit == unit || r.Value.Unit == "")
}

// measure makes the scales and gives every mark its place on them.
func (f *figure) measure() {
	var numbers []value.Number
	for _, m := range f.marks {
		numbers = m.numbers(numbers)
	}
	f.scale = newScale(numbers, plotHeight-2*plotEdge)
	for _, n := range f.scale.ticks(f.unit, plotEdge) {
		f.rungs = append(f.rungs, rung{n, f.y(n), f.Number(n, f.unit)})
	}
	f.margins = f.margin()
	f.calendar = calendar{
		f.marks[0].day, f.marks[len(f.marks)-1].day,
		(f.left + tries[0].radius) * 1000 / reference, 1000 - (f.right+tries[0].radius)*1000/reference,
	}
	for _, m := range f.marks {
		m.x = f.calendar.at(m.day)
		m.high, m.up = f.end(m.report.Value.Interval.High, plotTop)
		m.low, m.down = f.end(m.report.Value.Interval.Low, plotEnd)
		m.y = (m.high + m.low) / 2
		if m.report.Value.Kind == value.KindNumber {
			m.y = f.y(m.report.Value.Number)
		}
	}
}

// margin leaves room for the labels of the axis at the left and, where there
// is one row, of the camps at the right; for each a quarter of the width at
// most.
func (f *figure) margin() margins {
	g := margins{60, 60}
	for _, r := range f.rungs {
		g.left = max(g.left, width(r.text)+60)
	}
	if len(f.rows) == 1 && len(f.rows[0].Standing()) > 1 {
		for _, camp := range f.rows[0].Camps[:min(len(f.rows[0].Camps), mostBands)] {
			g.right = max(g.right, width(voices(camp))+60)
		}
	}
	return margins{min(g.left, reference/4), min(g.right, reference/4)}
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

// dates writes the axis of time: days or months, and below them the year,
// where it is not the one before.
func (f *figure) dates() {
	f.put(`<g class="chart-axis" fill-opacity=".75">`, "\n")
	f.put(`<line x2="100%" y1="`, tenths(plotEnd), `" y2="`, tenths(plotEnd), `" stroke="currentColor"/>`, "\n")
	year := 0
	for _, tick := range f.calendar.ticks() {
		x := percent(f.calendar.at(dayOf(tick.Time)))
		f.put(`<line x1="`, x, `" x2="`, x, `" y1="`, tenths(plotEnd), `" y2="`, tenths(plotEnd+40), `" stroke="currentColor"/>`, "\n")
		text := f.Year(tick.Time)
		if tick.years == 0 {
			if year != tick.Year() {
				f.label("chart-label", x, plotEnd+320, "middle", text)
			}
			text = f.Month(tick.Time)
		}
		if tick.days > 0 {
			text = f.Day(tick.Time)
		}
		f.label("chart-label", x, plotEnd+170, "middle", text)
		year = tick.Year()
	}
	f.put("</g>\n")
}

// voices writes a camp's label: $110B · 6.
func voices(c digest.Camp) string {
	return brief(c.Shown.Value) + " · " + strconv.Itoa(c.Voices)
}

// brief is a value as it was written, without its trailing remark.
func brief(v value.Value) string {
	at := strings.LastIndex(v.Written, v.Remark)
	if v.Remark == "" || at < 0 {
		return v.Written
	}
	return strings.TrimRight(v.Written[:at], " ([（［")
}
