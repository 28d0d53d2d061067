package chart

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"

	"collate/generator/digest"
	"collate/generator/number"
	"collate/generator/value"
)

// The measures of a path, in tenths of a pixel.
const (
	plotTop    = 240  // where the plot begins, below the highest label
	plotHeight = 1800 // of the plot
	plotEdge   = 160  // how far the plot reaches beyond its scale at either end
	plotEnd    = plotTop + plotHeight
	axisHeight = 360 // of the dates below it
	stageLine  = 170 // of a stage's name
	endGap     = 180 // between the labels at the ends of curves
	mostMargin = referenceWidth * 3 / 10
)

// leastMoments is how many moments a path has at least: of two, a sentence says
// more.
const leastMoments = 3

// mostCurves is how many curves a path has at most.
const mostCurves = 6

// path is the chart of a figure over its moments under way.
type path struct {
	drawing
	Texts
	timeScale
	calendar
	curves      []curve
	rungs       []number.Number
	left, right int      // room for labels at both sides, at the reference width, in tenths of a pixel
	stages      []string // by place; none where moments have dates
}

// curve is a line through reports.
type curve struct {
	digest.Curve
	places []placedLabel
}

// placedLabel is where a report is drawn.
type placedLabel struct {
	report *digest.Report
	day    int // since 1970-01-01; of stages their number
	x, y   int // thousandths of the width; tenths of a pixel
}

// Path appends the chart of a row over its moments: a stepped line for each
// curve, each value until the next moment. It is false, and nothing is
// appended, where fewer than three moments or two values can be drawn.
func Path(b *bytes.Buffer, t Texts, row *digest.Row) bool {
	p := path{drawing: drawing{b}, Texts: t}
	if !p.collect(row) {
		return false
	}
	p.measure(row.Unit)
	height := plotEnd + axisHeight
	if len(p.stages) > 0 {
		height = plotEnd + stageLine*len(p.stages) + 60
	}
	p.open(t, "chart-path", height)
	p.grid()
	for i := len(p.curves) - 1; i >= 0; i-- {
		p.curve(p.curves[i], i)
	}
	p.ends()
	if len(p.stages) > 0 {
		p.stageNames()
	} else {
		p.dates()
	}
	p.close()
	return true
}

// collect takes the reports that can be drawn; false where they are too few.
func (p *path) collect(row *digest.Row) bool {
	timed := !slices.ContainsFunc(row.Moments, func(m *digest.Point) bool { return m.To.Name == "" })
	days, values := map[int]bool{}, map[string]bool{}
	for n, from := range row.Curves() {
		if n == mostCurves {
			break
		}
		c := curve{Curve: from}
		for _, r := range from.Reports {
			if !hasUnit(r, row.Unit) {
				continue
			}
			at := placedLabel{report: r, day: p.stage(row, r)}
			if timed {
				at.day = daysSinceEpoch(r.Moment.From)
			}
			c.places = append(c.places, at)
			days[at.day], values[middleOf(r).String()] = true, true
		}
		if len(c.places) > 0 {
			p.curves = append(p.curves, c)
		}
	}
	if timed {
		p.stages = nil
	}
	return len(days) >= leastMoments && len(values) > 1
}

// stage is the place of a report's stage among those of the row's moments.
func (p *path) stage(row *digest.Row, r *digest.Report) int {
	if p.stages == nil {
		for _, m := range row.Moments {
			if name := stageName(m); !slices.Contains(p.stages, name) {
				p.stages = append(p.stages, name)
			}
		}
	}
	for _, m := range row.Moments {
		if slices.Contains(m.Reports, r) {
			return slices.Index(p.stages, stageName(m))
		}
	}
	return 0
}

// stageName is what a moment is called where not all have dates.
func stageName(m *digest.Point) string {
	if m.Stage == "" && !m.Moment.IsZero() {
		return m.Moment.String()
	}
	return m.Stage
}

// middleOf is the number that a report is drawn at.
func middleOf(r *digest.Report) number.Number { return dot{reports: []*digest.Report{r}}.middle() }

// measure makes the scales and gives every report its place on them.
func (p *path) measure(unit value.Unit) {
	var numbers []number.Number
	first, last := p.curves[0].places[0].day, p.curves[0].places[0].day
	for _, c := range p.curves {
		for _, at := range c.places {
			numbers = append(numbers, middleOf(at.report))
			first, last = min(first, at.day), max(last, at.day)
		}
	}
	if p.Unit.Unit != unit {
		p.Unit = value.Display{Unit: unit}
	}
	p.timeScale = newScale(numbers, plotHeight-2*plotEdge)
	p.rungs = p.timeScale.ticks(p.Unit, plotEdge)
	p.margins()
	p.calendar = calendar{first, last, p.left * 1000 / referenceWidth, 1000 - p.right*1000/referenceWidth}
	for _, c := range p.curves {
		for i := range c.places {
			at := &c.places[i]
			at.x, at.y = p.calendar.at(at.day), p.y(middleOf(at.report))
		}
	}
}

// margins leaves room for the labels of the axis at the left and of the curves
// at the right, for each three tenths of the width at most.
func (p *path) margins() {
	p.left, p.right = 100, 100
	for _, n := range p.rungs {
		p.left = max(p.left, textWidth(p.Number(n, p.Unit))+80)
	}
	for _, c := range p.curves {
		p.right = max(p.right, textWidth(p.endText(c))+100)
	}
	p.left, p.right = min(p.left, mostMargin), min(p.right, mostMargin)
}

// y is how far down a number lies.
func (p *path) y(n number.Number) int {
	return min(max(plotEnd-plotEdge-p.timeScale.at(n), plotTop), plotEnd)
}

// grid draws a line for each round number, with the number above it at the left.
func (p *path) grid() {
	p.put(`<g class="chart-grid" stroke="currentColor" stroke-opacity=".2">`, "\n")
	for _, n := range p.rungs {
		y := tenths(p.y(n))
		p.put(`<line x2="100%" y1="`, y, `" y2="`, y, `"`)
		if n.IsZero() {
			p.put(` class="chart-zero" stroke-opacity=".6"`)
		}
		p.put("/>\n")
	}
	p.put("</g>\n", `<g class="chart-axis" fill-opacity=".75">`, "\n")
	for _, n := range p.rungs {
		p.label("chart-label", "0", p.y(n)-40, "start", p.Number(n, p.Unit))
	}
	if p.log {
		p.label("chart-label chart-remark", "100%", 120, "end", p.Log)
	}
	p.put("</g>\n")
}

// curve draws the steps from report to report, then the reports.
func (p *path) curve(c curve, n int) {
	p.put(`<g class="chart-curve curve-`, strconv.Itoa(n%4+1), `">`, "\n")
	for i, at := range c.places[:len(c.places)-1] {
		next := c.places[i+1]
		p.put(`<line x1="`, percent(at.x), `" x2="`, percent(next.x), `" y1="`, tenths(at.y), `" y2="`, tenths(at.y),
			`" stroke="currentColor" stroke-width="2"/>`)
		if at.y != next.y {
			p.put(`<line x1="`, percent(next.x), `" x2="`, percent(next.x), `" y1="`, tenths(at.y), `" y2="`,
				tenths(next.y), `" stroke="currentColor" stroke-width="2"/>`)
		}
	}
	p.put("\n")
	for i, at := range c.places {
		if i > 0 && c.places[i-1].day == at.day && c.places[i-1].y == at.y {
			continue
		}
		class := "chart-report"
		if at.report.Outside {
			class += " outside"
		}
		p.link(p.Link(at.report), p.Report(at.report), class)
		dots := dots{drawing: p.drawing}
		dots.mark(at.x, at.y, 45, at.report.Outside)
		p.put("</a>\n")
	}
	p.put("</g>\n")
}

// endText is what stands at the end of a curve: its last value, and where
// claimants differ, whose word it is.
func (p *path) endText(c curve) string {
	last := c.places[len(c.places)-1].report
	text := p.Value(last)
	if short := p.Number(middleOf(last), p.Unit); textWidth(text)+100 > mostMargin &&
		textWidth(short) < textWidth(text) {
		text = short
	}
	return text
}

// ends labels each curve at its end, apart from one another, and below the value
// whose word it is.
func (p *path) ends() {
	order := make([]int, len(p.curves))
	for i := range order {
		order[i] = i
	}
	last := func(i int) placedLabel { return p.curves[i].places[len(p.curves[i].places)-1] }
	slices.SortStableFunc(order, func(a, b int) int { return last(a).y - last(b).y })
	gap := endGap
	var want []int
	for _, i := range order {
		want = append(want, last(i).y+50)
		if p.curves[i].Claimant.Name != "" {
			gap = endGap * 2
		}
	}
	for n, y := range separate(want, gap, plotTop, plotEnd) {
		c := p.curves[order[n]]
		class := "chart-label chart-says"
		if last(order[n]).report.Outside {
			class += " outside"
		}
		x := percent(last(order[n]).x + 80*1000/referenceWidth)
		p.label(class, x, min(y, plotEnd), "start", p.endText(c))
		if c.Claimant.Name != "" {
			name := shorten(c.Claimant.Name, referenceWidth/2)
			p.label("chart-label chart-source", "100%", min(y, plotEnd)+160, "end", name)
		}
	}
}

// stageNames names the stages below the axis, each on a line of its own so that
// none hides another.
func (p *path) stageNames() {
	p.put(`<g class="chart-axis" fill-opacity=".75">`, "\n")
	p.put(`<line x2="100%" y1="`, tenths(plotEnd), `" y2="`, tenths(plotEnd), `" stroke="currentColor"/>`, "\n")
	for n, name := range p.stages {
		x := p.calendar.at(n)
		bottom := plotEnd + stageLine*(n+1)
		p.put(`<line x1="`, percent(x), `" x2="`, percent(x), `" y1="`, tenths(plotEnd), `" y2="`, tenths(bottom-130),
			`" stroke="currentColor"/>`, "\n")
		text := shorten(strings.TrimSpace(name), referenceWidth-100)
		half := textWidth(text) * 500 / referenceWidth
		p.label("chart-label", percent(min(max(x, half), 1000-half)), bottom, "middle", text)
	}
	p.put("</g>\n")
}

// daysSinceEpoch counts days since 1970-01-01, in the time's own zone.
func daysSinceEpoch(t time.Time) int {
	year, month, day := t.Date()
	return int(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}
