package chart

// dateLabel is a date on the axis with its label and, where it is not that of the
// one before, its year.
type dateLabel struct {
	tick
	x          int // thousandths
	text, year string
}

// dates writes the axis of time: days or months, and below them the year,
// where it is not the one before.
func (p *path) dates() {
	p.put(`<g class="chart-axis" fill-opacity=".75">`, "\n")
	p.put(`<line x2="100%" y1="`, tenths(plotEnd), `" y2="`, tenths(plotEnd), `" stroke="currentColor"/>`, "\n")
	for _, d := range p.datesThatFit() {
		x := percent(d.x)
		p.put(`<line x1="`, x, `" x2="`, x, `" y1="`, tenths(plotEnd), `" y2="`, tenths(plotEnd+40),
			`" stroke="currentColor"/>`, "\n")
		if d.year != "" {
			p.label("chart-label", x, plotEnd+320, "middle", d.year)
		}
		p.label("chart-label", x, plotEnd+170, "middle", d.text)
	}
	p.put("</g>\n")
}

// datesThatFit are the dates at the shortest distance at which their labels
// have room side by side.
func (p *path) datesThatFit() []dateLabel {
	for _, step := range steps {
		dates := p.datesBy(step)
		fit := len(dates) <= mostTicks
		for i := 1; i < len(dates) && fit; i++ {
			fit = dates[i].x-dates[i-1].x >= ((dates[i].width()+dates[i-1].width())/2+50)*1000/referenceWidth
		}
		if fit {
			return dates
		}
	}
	return nil
}

func (p *path) datesBy(by step) []dateLabel {
	var dates []dateLabel
	year := 0
	for _, tick := range p.calendar.ticks(by) {
		d := dateLabel{tick: tick, x: p.calendar.at(daysSinceEpoch(tick.Time)), text: p.Year(tick.Time)}
		if tick.years == 0 {
			if tick.Year() != year {
				d.year = d.text
			}
			d.text = p.Month(tick.Time)
		}
		if tick.days > 0 {
			d.text = p.Day(tick.Time)
		}
		year = tick.Year()
		dates = append(dates, d)
	}
	return dates
}

// width is the room that the labels take.
func (d dateLabel) width() int { return max(textWidth(d.text), textWidth(d.year)) }
