package chart

import (
	"strconv"
	"strings"
)

// mark is what is drawn for a report, or for several that would hide one
// another: a dot, as wide as from the first date to the last, as high as from
// the highest number to the lowest, and with their count in it.
type mark struct {
	points      []*point // by date, once all are there
	first, last int      // thousandths: where the first and the last date are
	high, low   int      // how far down the highest and the lowest number are
	aside       int      // how far it was moved to the right
	outside     bool     // a diamond
	ranged      bool     // a thick bar, as high as the ranges
}

// newMark is the mark of one report.
func newMark(p *point) *mark {
	m := &mark{[]*point{p}, p.x, p.x, p.y, p.y, 0, p.report.Outside, p.ranged()}
	if m.ranged {
		m.high, m.low = min(p.high, p.y-20), max(p.low, p.y+20)
	}
	return m
}

// add takes in what another mark stands for.
func (m *mark) add(other *mark) {
	m.points = append(m.points, other.points...)
	m.first, m.last = min(m.first, other.first), max(m.last, other.last)
	m.high, m.low = min(m.high, other.high), max(m.low, other.low)
}

// radius is how far the mark reaches beyond its dates, and a dot beyond its
// numbers too: with a count, as far as that takes.
func (m *mark) radius() int {
	digits := len(strconv.Itoa(len(m.points)))
	switch {
	case len(m.points) == 1 && m.ranged:
		return 30
	case len(m.points) == 1 && m.outside:
		return 50
	case len(m.points) == 1:
		return 45
	case m.outside && !m.ranged:
		return 75 + 30*digits
	}
	return max(50+15*digits, 75)
}

// revised reports whether the sources of all reports say another value now.
func (m *mark) revised() bool {
	for _, p := range m.points {
		if !p.report.Corrected() {
			return false
		}
	}
	return true
}

// middle is the middle of the mark, in thousandths and in height.
func (m *mark) middle() (x, y int) { return (m.first + m.last) / 2, (m.high + m.low) / 2 }

// box is the area of what must not be hidden at a width, in tenths of a pixel.
func (m *mark) box(width int) box {
	r := m.radius()
	b := box{m.first*width/1000 + m.aside - r, m.last*width/1000 + m.aside + r, m.high - r - 5, m.low + r + 5}
	for _, p := range m.points {
		b.top, b.bottom = min(b.top, p.top()), max(b.bottom, p.bottom())
	}
	return b
}

// draw appends the mark as a link to its first report. Each thing has a place
// on the width of its own, in which it is drawn in pixels.
func (m *mark) draw(out drawing, t Texts) {
	class := "chart-report"
	if m.outside {
		class += " outside"
	}
	if m.revised() {
		class += " revised"
	}
	var titles []string
	for _, p := range m.points {
		titles = append(titles, t.Report(p.report))
	}
	out.link(t.Link(m.points[0].report), strings.Join(titles, "\n"), class)
	at := nowhere
	m.bars(out, &at)
	m.body(out, &at)
	m.count(out, &at)
	out.leave(&at)
	out.put("</a>\n")
}

// count writes how many reports there are: into the dot, in the page's own
// colour, or above the thick bar.
func (m *mark) count(out drawing, at *int) {
	if len(m.points) == 1 {
		return
	}
	x, y := m.middle()
	out.place(at, x)
	class, y, ink := `chart-count`, y+39, ` fill="Canvas"`
	if m.ranged {
		class, y, ink = `chart-label chart-count`, m.high-40, ""
	}
	out.put(`<text class="`, class, `" x="`, tenths(m.aside), `" y="`, tenths(y),
		`" text-anchor="middle" font-size="11" font-weight="700"`, ink, `>`,
		strconv.Itoa(len(m.points)), `</text>`)
}

// bars draws the intervals, each at its date; those that are equal once.
func (m *mark) bars(out drawing, at *int) {
	if m.ranged {
		return
	}
	drawn := map[point]bool{}
	for _, p := range m.points {
		bar := *p
		bar.report = nil
		if !drawn[bar] {
			drawn[bar] = true
			out.place(at, p.x)
			p.bar(out, m.aside)
		}
	}
}

// body draws both ends and what lies between them.
func (m *mark) body(out drawing, at *int) {
	out.place(at, m.first)
	m.end(out)
	if m.revised() {
		r := m.radius()
		_, y := m.middle()
		out.put(`<path class="chart-strike" stroke="currentColor" d="M`, tenths(m.aside-r-30), " ", tenths(y), "h",
			tenths(2*r+60), `"/>`)
	}
	if m.first == m.last {
		return
	}
	out.place(at, m.last)
	m.end(out)
	out.leave(at)
	high, low := m.high, m.low
	if !m.ranged {
		high, low = high-m.radius(), low+m.radius()
	}
	out.put(`<rect class="chart-span"`, m.ink(), ` x="`, percent(m.first), `" width="`, percent(m.last-m.first),
		`" y="`, tenths(high), `" height="`, tenths(low-high), `"`)
	if m.aside != 0 {
		out.put(` transform="translate(`, tenths(m.aside), `)"`)
	}
	out.put("/>")
}

// ink is how a mark is filled: ranges lighter, a revised report not at all,
// unless there is a count in it.
func (m *mark) ink() string {
	switch counted := len(m.points) > 1; {
	case m.ranged:
		return ` fill-opacity=".55"`
	case counted && m.revised():
		return ` fill="currentColor"`
	case counted:
		return ""
	case m.revised():
		return ` fill-opacity="0" stroke="currentColor" stroke-width="1.5"`
	}
	return ""
}

// end draws the mark as it is at one date: a dot, a diamond for reports outside
// the first camp, both as high as the numbers, or a thick bar.
func (m *mark) end(out drawing) {
	r := m.radius()
	x, left, radius, height := tenths(m.aside), tenths(m.aside-r), tenths(r), tenths(m.low-m.high)
	class := `class="chart-dot"`
	if m.first < m.last {
		class = `class="chart-span"` // without an outline, which would show within
	}
	switch {
	case m.ranged:
		out.put(`<rect class="chart-bar"`, m.ink(), ` x="`, tenths(m.aside-30), `" y="`, tenths(m.high),
			`" width="6" height="`, height, `"/>`)
	case m.outside:
		out.put(`<path `, class, m.ink(), ` d="M`, left, " ", tenths(m.high), "l", radius, " -", radius, " ", radius,
			" ", radius,
			"v", height, "l-", radius, " ", radius, " -", radius, " -", radius, `z"/>`)
	case m.high == m.low:
		out.put(`<circle `, class, m.ink(), ` cx="`, x, `" cy="`, tenths(m.high), `" r="`, radius, `"/>`)
	default:
		out.put(`<rect `, class, m.ink(), ` x="`, left, `" y="`, tenths(m.high-r), `" width="`, tenths(2*r),
			`" height="`, tenths(m.low-m.high+2*r), `" rx="`, radius, `"/>`)
	}
}
