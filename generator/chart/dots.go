package chart

import (
	"bytes"
	"strconv"
	"strings"

	"collate/generator/digest"
	"collate/generator/number"
	"collate/generator/value"
)

// The measures of charts whose values lie along the width, in tenths of a
// pixel.
const (
	dotLine   = 470 // a line: its name, and the dots below
	nameBase  = 130 // of a line: where its name stands
	dotMiddle = 290 // of a line: where its dots are
	bracket   = 300 // between two lines: how far they are apart, in words
	axisRoom  = 250 // of the numbers below the lines
	logRoom   = 200 // of the words below those
	sideways  = 100 // how far the ends of the scale are from the edges
)

// nameRoom is the room for a name, whose letters are bold and so wider than
// width takes them to be.
const nameRoom = referenceWidth * 4 / 5

// mostLines is how many lines a chart has at most.
const mostLines = 24

// dots is a chart whose values lie along the width: a line for each value that
// is said, or for each story.
type dots struct {
	drawing
	Texts
	timeScale
	rungs []number.Number
	lines []dotsLine
	left  int // values that are not drawn
}

// dotsLine is a line of dots under a name.
type dotsLine struct {
	name  string
	href  string // where the name leads; may be empty
	marks []dot
	apart string // how far the first dot is from that of the line before; may be empty
	from  number.Number
}

// dot is one value and the reports that give it.
type dot struct {
	reports []*digest.Report
	voices  int
	outside bool
}

func (d dot) shown() value.Value { return d.reports[0].Compared }

// ranged reports whether the value is a range, which has no number.
func (d dot) ranged() bool { return d.shown().Kind == value.KindRange }

// middle is where the value is drawn: its number, or the middle of its range.
func (d dot) middle() number.Number {
	v := d.shown()
	if !d.ranged() {
		return v.Number
	}
	return v.Interval.Low.At.Add(v.Interval.High.At).Quo(number.Int(2))
}

// Spread appends the chart of what the voices of a row say: a line for each
// value, the lowest first, with those who say it. It is false, and nothing is
// appended, where fewer than two values can be drawn.
func Spread(b *bytes.Buffer, t Texts, row *digest.Row) bool {
	c := dots{drawing: drawing{b}, Texts: t}
	all := saidOf(row)
	if c.left = len(all) - mostLines; c.left > 0 {
		all = mostSaid(all)
	}
	for _, d := range all {
		c.lines = append(c.lines, dotsLine{name: c.voices(d.reports), marks: []dot{d}})
	}
	return c.draw("chart-spread", row.Unit)
}

// Stories appends the chart of what is said of one figure in several stories,
// newest first: a line for each, with a dot for each camp. It is false, and
// nothing is appended, where fewer than two stories can be drawn.
func Stories(b *bytes.Buffer, t Texts, link func(*digest.Row) string, rows []*digest.Row) bool {
	c := dots{drawing: drawing{b}, Texts: t}
	var unit value.Unit
	for _, row := range rows {
		if unit == "" {
			unit = row.Unit
		}
		line := dotsLine{name: row.Story.Title, href: link(row)}
		for n, camp := range row.Camps {
			if row.Unit == unit && !camp.Foreign && hasUnit(camp.Shown, unit) {
				line.marks = append(line.marks, dot{[]*digest.Report{camp.Shown}, camp.Voices, n > 0 && !row.Named()})
			}
		}
		if len(line.marks) > 0 {
			c.lines = append(c.lines, line)
		}
	}
	return c.draw("chart-stories", unit)
}

// hasUnit reports whether a report is drawn: a number of the unit, or a range
// with two ends.
func hasUnit(r *digest.Report, unit value.Unit) bool {
	v := r.Compared
	if v.Unit != unit {
		return false
	}
	return v.Kind == value.KindNumber ||
		v.Kind == value.KindRange && !v.Interval.Low.Infinite && !v.Interval.High.Infinite
}

// voices names those who give reports: Mint, Verdict and 5 more.
func (c *dots) voices(reports []*digest.Report) string {
	var names []string
	seen := map[string]bool{}
	for _, r := range reports {
		if name := c.Voice(r); !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	room := nameRoom
	for some := len(names); some > 0; some-- {
		if text := c.Names(names[:some], len(names)-some); textWidth(text) <= room || some == 1 {
			return shorten(text, room)
		}
	}
	return ""
}

// draw appends the chart; false where it has fewer than two lines, or one value
// alone.
func (c *dots) draw(class string, unit value.Unit) bool {
	if len(c.lines) > mostLines {
		c.left += len(c.lines) - mostLines
		c.lines = c.lines[:mostLines]
	}
	if len(c.lines) < 2 {
		return false
	}
	c.measure(unit)
	if c.low.Equal(c.high) {
		return false
	}
	height := axisRoom
	for i := range c.lines {
		height += c.height(c.lines[i])
		if c.lines[i].apart = c.gap(i, class); c.lines[i].apart != "" {
			height += bracket
		}
	}
	bottom := height - axisRoom
	if c.log || c.left > 0 {
		height += logRoom
	}
	c.open(c.Texts, class, height)
	c.grid(bottom)
	top := 0
	for _, line := range c.lines {
		if line.apart != "" {
			c.bracket(line, top)
			top += bracket
		}
		c.line(line, top)
		top += c.height(line)
	}
	c.remarks(height)
	c.close()
	return true
}

// height is how high a line is.
func (c *dots) height(line dotsLine) int {
	if c.below(line) {
		return dotLine + besideBelow
	}
	return dotLine
}

// measure makes the scale: of all numbers, and the ends of their intervals.
func (c *dots) measure(unit value.Unit) {
	var numbers []number.Number
	for _, line := range c.lines {
		for _, d := range line.marks {
			v := d.shown()
			numbers = append(numbers, d.middle())
			for _, end := range [...]number.Bound{v.Interval.Low, v.Interval.High} {
				if !end.Infinite {
					numbers = append(numbers, end.At)
				}
			}
		}
	}
	if c.Unit.Unit != unit {
		c.Unit = value.Display{Unit: unit}
	}
	c.timeScale = newScale(numbers, 1000-2*sideways*1000/referenceWidth)
	c.rungs = c.ticks(c.Unit, sideways*1000/referenceWidth/2)
}

// x is where a number lies, in thousandths of the width.
func (c *dots) x(n number.Number) int {
	return min(max(sideways*1000/referenceWidth+c.at(n), 0), 1000)
}

// gap is how far the value of a line is from that of the line before, where
// one truth can't explain both.
func (c *dots) gap(i int, class string) string {
	if class != "chart-spread" || i == 0 {
		return ""
	}
	a, b := c.lines[i-1].marks[0], c.lines[i].marks[0]
	if a.ranged() || b.ranged() || a.shown().Interval.Meets(b.shown().Interval) ||
		a.shown().Qualifier != 0 || b.shown().Qualifier != 0 {
		return ""
	}
	c.lines[i].from = a.middle()
	return c.Apart(a.middle(), b.middle())
}

// grid draws a line for each round number, with the number below.
func (c *dots) grid(bottom int) {
	c.put(`<g class="chart-grid" stroke="currentColor" stroke-opacity=".2">`, "\n")
	for _, n := range c.rungs {
		x := percent(c.x(n))
		c.put(`<line x1="`, x, `" x2="`, x, `" y2="`, tenths(bottom+40), `"`)
		if n.IsZero() {
			c.put(` class="chart-zero" stroke-opacity=".6"`)
		}
		c.put("/>\n")
	}
	c.put("</g>\n", `<g class="chart-axis" fill-opacity=".75">`, "\n")
	end := 0
	for i, n := range c.rungs {
		text := c.Number(n, c.Unit)
		x, half := c.x(n)*referenceWidth/1000, textWidth(text)/2
		anchor, from := "middle", x-half
		switch {
		case x-half < 0:
			anchor, from = "start", x
		case x+half > referenceWidth:
			anchor, from = "end", x-2*half
		}
		if i == 0 || from >= end+40 {
			c.label("chart-label", percent(c.x(n)), bottom+190, anchor, text)
			end = from + 2*half
		}
	}
	c.put("</g>\n")
}

// line draws a name and the dots below it.
func (c *dots) line(line dotsLine, top int) {
	name := shorten(line.name, nameRoom)
	if line.href != "" {
		c.link(line.href, line.name, "chart-name")
		c.label("chart-label chart-source", "0", top+nameBase, "start", name)
		c.put("</a>\n")
	} else {
		c.label("chart-label chart-source", "0", top+nameBase, "start", name)
	}
	y := top + dotMiddle
	c.put(`<line class="chart-rail" x2="100%" y1="`, tenths(y), `" y2="`, tenths(y),
		`" stroke="currentColor" stroke-opacity=".2"/>`, "\n")
	for i, d := range line.marks {
		c.dot(d, y, len(line.marks) == 1 || c.free(line.marks, i))
	}
}

// free reports whether there is room for a value beside its dot: all others of
// the line lie at its left, or far enough away.
func (c *dots) free(marks []dot, i int) bool {
	at := c.x(marks[i].middle())
	need := (textWidth(c.Value(marks[i].reports[0])) + 300) * 1000 / referenceWidth
	for n, other := range marks {
		if x := c.x(other.middle()); n != i && max(x-at, at-x) < need {
			return false
		}
	}
	return true
}

// dot draws a value: its interval as a bar, its number as a dot or, outside the
// first camp, as a diamond, with the count of voices in it, and the value
// beside it.
func (c *dots) dot(d dot, y int, labelled bool) {
	class := "chart-report"
	if d.outside {
		class += " outside"
	}
	var titles []string
	for _, r := range d.reports {
		titles = append(titles, c.Report(r))
	}
	c.link(c.Link(d.reports[0]), strings.Join(titles, "\n"), class)
	c.interval(d, y)
	x := c.x(d.middle())
	if !d.ranged() {
		c.mark(x, y, d.radius(), d.outside)
	}
	if d.voices > 1 {
		c.count(d, x, y)
	}
	if labelled {
		c.beside(d, y)
	}
	c.put("</a>\n")
}

// radius is how far a dot reaches, with its count.
func (d dot) radius() int {
	if d.voices > 1 {
		return max(50+15*len(strconv.Itoa(d.voices)), 80)
	}
	return 50
}

// reach is how far along the width a dot and its interval reach, in
// thousandths: to the edge where there is no end.
func (c *dots) reach(d dot) (left, right int) {
	left, right = c.ends(d)
	x, radius := c.x(d.middle()), d.radius()*1000/referenceWidth
	in := d.shown().Interval
	if in.Low.Infinite && !in.High.Infinite {
		left = 0
	}
	if in.High.Infinite && !in.Low.Infinite {
		right = 1000
	}
	return min(left, x-radius), max(right, x+radius)
}

// ends are where a dot's interval ends, in thousandths; its number where there
// is no end.
func (c *dots) ends(d dot) (left, right int) {
	in := d.shown().Interval
	x := c.x(d.middle())
	left, right = x, x
	if !d.ranged() && d.shown().Qualifier == 0 {
		return x, x // a number's last digit is no range that anybody gave
	}
	if !in.Low.Infinite {
		left = min(left, c.x(in.Low.At))
	}
	if !in.High.Infinite {
		right = max(right, c.x(in.High.At))
	}
	return left, right
}

// interval draws what the words of a value allow.
func (c *dots) interval(d dot, y int) {
	in := d.shown().Interval
	left, right := c.ends(d)
	if height := 60; right > left {
		c.put(`<rect class="chart-bar" fill-opacity=".35" x="`, percent(left), `" width="`, percent(max(right-left, 4)),
			`" y="`, tenths(y-height/2), `" height="`, tenths(height), `"/>`)
	}
	if in.Low.Infinite && !in.High.Infinite {
		c.endless(0, left, y, "4")
	}
	if in.High.Infinite && !in.Low.Infinite {
		c.endless(right, 1000, y, "-4")
	}
}

// endless draws that an interval has no end: dashes to the edge, and an arrow.
func (c *dots) endless(from, to, y int, back string) {
	c.put(`<line class="chart-bar open" x1="`, percent(from), `" x2="`, percent(to), `" y1="`, tenths(y), `" y2="`,
		tenths(y), `" stroke="currentColor" stroke-width="2" stroke-dasharray="1 4"/>`)
	edge := to
	if back == "4" {
		edge = from
	}
	c.put(`<svg x="`, percent(edge), `" overflow="visible"><path class="chart-arrow" fill="none" `,
		`stroke="currentColor" stroke-width="2" d="M`, back, ` `, tenths(y-40), `L0 `, tenths(y), `L`, back, ` `,
		tenths(y+40), `"/></svg>`)
}

// mark draws a dot, or a diamond.
func (c *dots) mark(x, y, radius int, diamond bool) {
	if !diamond {
		c.put(`<circle class="chart-dot" cx="`, percent(x), `" cy="`, tenths(y), `" r="`, tenths(radius), `"/>`)
		return
	}
	r := tenths(radius + 15)
	c.put(`<svg x="`, percent(x), `" overflow="visible"><path class="chart-dot" d="M-`, r, ` `, tenths(y), `l`, r, ` -`,
		r, ` `, r, ` `, r, ` -`, r, ` `, r, `z"/></svg>`)
}

// count writes how many voices there are: into the dot, in the page's own
// colour, or above a range.
func (c *dots) count(d dot, x, y int) {
	class, ink, down := "chart-count", ` fill="Canvas"`, 39
	if d.ranged() {
		class, ink, down = "chart-count chart-label", "", -60
	}
	c.put(`<text class="`, class, `" x="`, percent(x), `" y="`, tenths(y+down),
		`" text-anchor="middle" font-size="11" font-weight="700"`, ink, `>`, strconv.Itoa(d.voices), `</text>`)
}

// beside writes a value at the right of its dot, at its left where there is no
// room, or else below.
func (c *dots) beside(d dot, y int) {
	text := c.Value(d.reports[0])
	left, right := c.reach(d)
	x, anchor := right+besideGap, "start"
	switch {
	case right+besideRoom(text) <= 1000:
	case left >= besideRoom(text):
		x, anchor = left-besideGap, "end"
	default:
		text = shorten(text, referenceWidth)
		half := min((textWidth(text)+1)*600/referenceWidth, 500)
		x, anchor, y = min(max(c.x(d.middle()), half), 1000-half), "middle", y+besideBelow
	}
	c.label("chart-label chart-says", percent(x), y+50, anchor, text)
}

// The room that a value takes beside its dot, in thousandths, and how far below
// it stands where it has none, in tenths of a pixel.
const (
	besideGap   = 60 * 1000 / referenceWidth
	besideBelow = 190
)

// besideRoom is what a value takes beside its dot, in thousandths: it is bold,
// and so wider than width takes it to be.
func besideRoom(text string) int { return textWidth(text)*1200/referenceWidth + besideGap }

// below reports whether the value of a line stands below its dot.
func (c *dots) below(line dotsLine) bool {
	if len(line.marks) > 1 {
		return false
	}
	left, right := c.reach(line.marks[0])
	need := besideRoom(c.Value(line.marks[0].reports[0]))
	return right+need > 1000 && left < need
}

// bracket draws how far the values of two lines are apart.
func (c *dots) bracket(line dotsLine, top int) {
	a, b := c.x(line.from), c.x(line.marks[0].middle())
	from, to := percent(min(a, b)), percent(max(a, b))
	y := top + 60
	c.put(`<g class="chart-gap">`)
	c.put(`<line x1="`, from, `" x2="`, to, `" y1="`, tenths(y), `" y2="`, tenths(y), `" stroke="currentColor"/>`)
	for _, x := range []string{from, to} {
		c.put(`<line x1="`, x, `" x2="`, x, `" y1="`, tenths(y-30), `" y2="`, tenths(y+30), `" stroke="currentColor"/>`)
	}
	middle, half := (a+b)/2, textWidth(line.apart)*500/referenceWidth
	c.label("chart-label chart-says", percent(min(max(middle, half), 1000-half)), y+170, "middle", line.apart)
	c.put("</g>\n")
}

// remarks writes below the axis what else there is to know.
func (c *dots) remarks(height int) {
	var texts []string
	if c.log {
		texts = append(texts, c.Log)
	}
	if c.left > 0 {
		texts = append(texts, c.Left(c.left))
	}
	if len(texts) > 0 {
		c.label("chart-label chart-remark", "0", height-50, "start", strings.Join(texts, " · "))
	}
}
