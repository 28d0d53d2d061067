package chart

import (
	"slices"

	"collate/generator/digest"
)

// band is what the reports of a camp have in common, as an area.
type band struct {
	digest.Camp
	left, right int // thousandths
	top, bottom int
	outside     bool // as its reports are
}

// mostBands is how many camps of a row are shown as bands: more would be
// stripes.
const mostBands = 6

// bandHeight is the least height of a band.
const bandHeight = 30

// bands draws the camps of the rows that have more than one report. Those of
// one row reach over the whole width.
func (f *figure) bands() []band {
	var bands []band
	for _, row := range f.rows {
		if len(row.Standing()) > 1 {
			bands = append(bands, f.bandsOf(row)...)
		}
	}
	f.put(`<g class="chart-bands">`, "\n")
	for _, b := range bands {
		f.put(`<rect class="chart-band`)
		if b.outside {
			f.put(` outside`)
		}
		f.put(`" x="`, percent(b.left), `" width="`, percent(b.right-b.left), `" y="`, tenths(b.top), `" height="`,
			tenths(b.bottom-b.top), `" fill-opacity=".1"/>`, "\n")
	}
	f.put("</g>\n")
	return bands
}

// says labels the bands with what the camps say.
func (f *figure) says(bands []band) {
	if len(f.rows) == 1 {
		f.nameAtTheSide(bands)
	} else {
		f.nameWhereThereIsRoom(bands)
	}
}

// bandsOf are the first camps of one row as bands.
func (f *figure) bandsOf(row *digest.Row) []band {
	var bands []band
	for _, camp := range row.Camps[:min(len(row.Camps), mostBands)] {
		b := band{Camp: camp, right: 1000, outside: camp.Shown.Outside}
		if len(f.rows) > 1 {
			last := camp.Reports[len(camp.Reports)-1]
			b.left = max(f.calendar.at(dayOfDate(camp.Reports[0].Summary.Date))-25, 0)
			b.right = min(f.calendar.at(dayOfDate(last.Summary.Date))+25, 1000)
		}
		common := camp.Reports[0].Value.Interval
		for _, r := range camp.Reports[1:] {
			common, _ = common.Intersect(r.Value.Interval)
		}
		b.top, _ = f.end(common.High, plotTop)
		b.bottom, _ = f.end(common.Low, plotEnd)
		if thin := bandHeight - (b.bottom - b.top); thin > 0 {
			b.top, b.bottom = b.top-thin/2, b.bottom+thin/2
		}
		bands = append(bands, b)
	}
	return bands
}

// lineHeight is the height of a label and its distance to the next.
const lineHeight = 170

// nameAtTheSide labels the bands at the right, each as near to its middle as
// the others leave room.
func (f *figure) nameAtTheSide(bands []band) {
	slices.SortStableFunc(bands, func(a, b band) int { return a.top + a.bottom - b.top - b.bottom })
	var want []int
	for _, b := range bands {
		l := label{"end", 1000, (b.top+b.bottom)/2 + 40, width(f.voices(b.Camp))}
		if l.width > f.right { // it would reach over the dots
			if l.y -= 130; !f.free(l, nil) {
				below := l
				if below.y += 260; f.free(below, nil) {
					l = below
				}
			}
		}
		want = append(want, l.y)
	}
	for i, y := range spread(want, lineHeight, 120, plotEnd-30) {
		f.label(bands[i].class(), "100%", y, "end", f.voices(bands[i].Camp))
	}
}

func (b band) class() string {
	if b.outside {
		return "chart-label chart-says outside"
	}
	return "chart-label chart-says"
}

// nameWhereThereIsRoom labels the bands above, below or to the left, unless
// something lies there: then the table has to tell.
func (f *figure) nameWhereThereIsRoom(bands []band) {
	var taken []label
	for _, b := range bands {
		text := f.voices(b.Camp)
		wide := width(text)
		half := wide*500/reference + 1
		middle := max(min((b.left+b.right)/2, 1000-half), f.left*1000/reference+half)
		for _, l := range []label{
			{"middle", middle, b.top - 90, wide},
			{"middle", middle, b.bottom + 160, wide},
			{"end", b.left, (b.top+b.bottom)/2 + 40, wide},
		} {
			if f.free(l, taken) {
				taken = append(taken, l)
				f.label(b.class(), percent(l.x), l.y, l.anchor, text)
				break
			}
		}
	}
}

// label is a text at x, in thousandths, and over y.
type label struct {
	anchor      string
	x, y, width int
}

func (l label) box(width int) box {
	left := l.x*width/1000 - l.width
	if l.anchor == "middle" {
		left += l.width / 2
	}
	return box{left, left + l.width, l.y - 130, l.y + 40}
}

// free reports whether a label lies within the plot and hides neither a report
// nor another label, on a narrow and on a wide screen.
func (f *figure) free(l label, taken []label) bool {
	for _, width := range []int{reference, 2 * reference} {
		area := l.box(width)
		if area.left < f.left || area.right > width || area.top < 0 || area.bottom > plotEnd ||
			slices.ContainsFunc(f.marks, func(m *mark) bool { return area.meets(m.box(width)) }) ||
			slices.ContainsFunc(taken, func(t label) bool { return area.meets(t.box(width)) }) {
			return false
		}
	}
	return true
}

// box is an area at some width, in tenths of a pixel.
type box struct{ left, right, top, bottom int }

func (a box) meets(b box) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
