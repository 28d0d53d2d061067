package chart

import (
	"bytes"
	"slices"
	"strconv"

	"collate/generator/digest"
	"collate/generator/number"
)

// The measures of a composition: lengths in tenths of a pixel, the width in
// thousandths.
const (
	nameHeight = 190 // of the line with a source's name
	lowBar     = 240 // of a bar with values
	highBar    = 380 // of a bar with values and the names of parts
	barGap     = 150 // between a bar and the next source's name
	barWidth   = 995 // of the longest bar
	nameLine   = 170 // of a name below its bar
	inset      = 30  // of a label from both ends of its part, taken together
	overhang   = 30  // of the line at the total, above and below the bar
	between    = 120 // between a source's name and its total
	mostKinds  = 4   // of parts to tell apart
)

// mostStacks is how many sources a composition shows at most.
const mostStacks = 100

// composition is the chart of a group's figures under way.
type composition struct {
	drawing
	Texts
	timeScale
	items []string        // the parts, in the order of the rows
	fits  map[string]bool // the parts whose name fits into one of the bars
	named map[string]bool // the parts whose name was written
}

// Composition appends the chart of a group's figures as parts of a total: a
// bar per source that reports two or more of them. Total is the row of the
// total, nil where there is none. It is false, and nothing is appended, where
// that can't be drawn; see the package.
func Composition(b *bytes.Buffer, t Texts, group digest.Group, total *digest.Row) bool {
	stacks, ok := stacks(group, total)
	if !ok {
		return false
	}
	c := composition{drawing: drawing{b}, Texts: t, timeScale: timeScale{length: barWidth}, fits: map[string]bool{},
		named: map[string]bool{}}
	for _, s := range stacks {
		c.reach(s.sum)
		if s.total != nil {
			c.reach(drawnNumber(s.total))
		}
	}
	if c.high.IsZero() {
		return false
	}
	for _, row := range group.Rows {
		c.items = append(c.items, row.Name.Item)
	}
	c.draw(stacks)
	return true
}

// reach widens the scale to a number.
func (c *composition) reach(n number.Number) {
	if n.Cmp(c.high) > 0 {
		c.high = n
	}
}

// draw appends the chart. The bars are drawn before it is known how high they
// get, so they are put together apart.
func (c *composition) draw(stacks []stack) {
	chart := c.drawing
	c.drawing = drawing{new(bytes.Buffer)}
	for _, s := range stacks {
		c.eachPart(s, func(name string, left, right int) {
			c.fits[name] = c.fits[name] || fitsInto(name, left, right)
		})
	}
	top := 0
	for _, s := range stacks {
		top = c.stack(s, top) + barGap
	}
	chart.open(c.Texts, "chart-composition", top-barGap+overhang+10)
	chart.put(c.String())
	chart.close()
}

// stack draws what one source says, and gives the lower end of its bar.
func (c *composition) stack(s stack, top int) int {
	room := referenceWidth
	if s.total != nil {
		room -= textWidth(c.Value(s.total)) + between
	}
	name := shorten(s.source.Name, room)
	if len(s.others) > 0 {
		name = c.shared(s, room)
	}
	c.label("chart-label chart-source", "0", top+120, "start", name)
	top += nameHeight
	fresh := c.fresh(s)
	height := lowBar
	if len(fresh) > 0 {
		height = highBar
	}
	at := number.Int(0)
	for _, r := range s.parts {
		c.part(r, c.at(at), c.at(at.Add(drawnNumber(r))), top, height, fresh[r.Row.Name.Item])
		at = at.Add(drawnNumber(r))
	}
	if s.total != nil {
		c.total(s, top, height, textWidth(name))
	}
	return c.below(s, top+height)
}

// shared names the sources that share a bar, or where they have no room counts
// them.
func (c *composition) shared(s stack, room int) string {
	names := []string{s.source.Name}
	for _, other := range s.others {
		names = append(names, other.Name)
	}
	if all := c.Names(names, 0); textWidth(all) <= room {
		return all
	}
	return shorten(c.Sources(len(names)), room)
}

// fresh are the parts whose name is to be written, since it was not yet and
// there is room.
func (c *composition) fresh(s stack) map[string]bool {
	fresh := map[string]bool{}
	c.eachPart(s, func(name string, left, right int) {
		if !c.named[name] && fitsInto(name, left, right) {
			fresh[name], c.named[name] = true, true
		}
	})
	return fresh
}

// eachPart calls do with the name of each part and where it lies.
func (c *composition) eachPart(s stack, do func(name string, left, right int)) {
	at := number.Int(0)
	for _, r := range s.parts {
		from := at
		at = at.Add(drawnNumber(r))
		do(r.Row.Name.Item, c.at(from), c.at(at))
	}
}

// fitsInto reports whether a text has room between two thousandths.
func fitsInto(text string, left, right int) bool {
	return textWidth(text)+inset <= (right-left)*referenceWidth/1000
}

// below writes the names that have room in no bar below the first bar that has
// the part, as near its middle as the width allows, and gives the lower end.
func (c *composition) below(s stack, bottom int) int {
	var ends []int // of the lines, in thousandths
	c.eachPart(s, func(name string, left, right int) {
		if c.named[name] || c.fits[name] {
			return
		}
		c.named[name] = true
		name = shorten(name, referenceWidth)
		half := min(textWidth(name)*500/referenceWidth+1, 500)
		middle := min(max((left+right)/2, half), 1000-half)
		line := slices.IndexFunc(ends, func(end int) bool { return end <= middle-half })
		if line < 0 {
			line, ends = len(ends), append(ends, 0)
		}
		ends[line] = middle + half + 20
		c.label("chart-label chart-item", percent(middle), bottom+nameLine*(line+1), "middle", name)
	})
	if len(ends) > 0 {
		bottom += nameLine*len(ends) + 40
	}
	return bottom
}

// part draws one part, from left to right in thousandths.
func (c *composition) part(r *digest.Report, left, right, top, height int, named bool) {
	kind := 1
	for i, item := range c.items {
		if item == r.Row.Name.Item {
			kind = i%mostKinds + 1
			break
		}
	}
	c.link(c.Link(r), c.Report(r), "chart-part part-"+strconv.Itoa(kind))
	c.put(`<rect x="`, percent(left), `" width="`, percent(right-left), `" y="`, tenths(top), `" height="`,
		tenths(height),
		`" fill-opacity="`, [mostKinds]string{".34", ".24", ".16", ".28"}[kind-1], `"/>`)
	middle, base := percent((left+right)/2), top+height/2+40
	if named {
		c.label("chart-label chart-item", middle, top+155, "middle", r.Row.Name.Item)
		base = top + 310
	}
	if fitsInto(c.Value(r), left, right) {
		c.label("chart-label", middle, base, "middle", c.Value(r))
	}
	c.put("</a>\n")
}

// total draws a line at what the source calls the total, and a box between it
// and the parts where they can't come to it. The total is written above the
// line, or where the source's name, of a known width, lies there, beside the
// bar or at the right.
func (c *composition) total(s stack, top, height, name int) {
	sum, at := c.at(s.sum), c.at(drawnNumber(s.total))
	class := "chart-total"
	if s.total.Outside {
		class += " outside"
	}
	c.link(c.Link(s.total), c.Report(s.total), class)
	if !s.allowed.Meets(s.total.Compared.Interval) {
		c.put(`<rect class="chart-gap" x="`, percent(min(sum, at)), `" width="`, percent(max(sum, at)-min(sum, at)),
			`" y="`, tenths(top+5), `" height="`, tenths(height-10),
			`" fill-opacity="0" stroke="currentColor" stroke-dasharray="3 3"/>`)
	}
	x := percent(at)
	c.put(`<line x1="`, x, `" x2="`, x, `" y1="`, tenths(top-overhang), `" y2="`, tenths(top+height+overhang),
		`" stroke="currentColor" stroke-width="2"/>`)
	text := c.Value(s.total)
	beside := max(sum, at) + 15
	switch {
	case at*referenceWidth/1000 >= name+between+textWidth(text):
		c.label("chart-label", x, top-70, "end", text)
	case beside*referenceWidth/1000+textWidth(text) <= referenceWidth:
		c.label("chart-label", percent(beside), top+height/2+40, "start", text)
	default:
		c.label("chart-label", percent(barWidth), top-70, "end", text)
	}
	c.put("</a>\n")
}
