package chart

import "time"

// calendar places days along the width, between two points in thousandths.
type calendar struct {
	first, last int // days since 1970-01-01
	begin, end  int
}

// at is where a day lies; a single day lies in the middle.
func (c calendar) at(day int) int {
	if c.first == c.last {
		return (c.begin + c.end) / 2
	}
	return c.begin + roundedQuotient((day-c.first)*(c.end-c.begin), c.last-c.first)
}

// step is a distance between ticks: days, months or years.
type step struct{ years, months, days int }

var steps = []step{
	{days: 1}, {days: 2}, {days: 7}, {days: 14}, {days: 28},
	{months: 1}, {months: 2}, {months: 3}, {months: 6},
	{years: 1}, {years: 2}, {years: 5}, {years: 10}, {years: 25}, {years: 50}, {years: 100},
}

// mostTicks is how many dates are shown at most.
const mostTicks = 4

// tick is a date on the axis.
type tick struct {
	time.Time
	step
}

// ticks are the dates on the axis at a distance, up to one more than can be
// shown: the first day and others by days, or first days of months or years.
func (c calendar) ticks(by step) []tick {
	at := time.Unix(int64(c.first)*86400, 0).UTC()
	last := time.Unix(int64(c.last)*86400, 0).UTC()
	if by.days == 0 {
		at = by.round(at)
	}
	var ticks []tick
	for ; !at.After(last) && len(ticks) <= mostTicks; at = at.AddDate(by.years, by.months, by.days) {
		if daysSinceEpoch(at) >= c.first {
			ticks = append(ticks, tick{at, by})
		}
	}
	return ticks
}

// round is the last round date not after t.
func (s step) round(t time.Time) time.Time {
	year, month := t.Year(), int(t.Month())-1
	if s.years > 0 {
		return time.Date(year-year%s.years, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(year, time.Month(month-month%s.months+1), 1, 0, 0, 0, 0, time.UTC)
}
