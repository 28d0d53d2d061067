package content

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"collate/generator/agreement"
)

// Period is how long a stretch of time a date is.
type Period uint8

// The periods. A fiscal year or quarter is some company's or state's own.
const (
	Day Period = iota // or an instant, where the time of day is given
	Month
	Quarter
	Year
	FiscalQuarter
	FiscalYear
)

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.Time.IsZero() }

// String is the date in ISO 8601, without the time of day: 2026-02-27, 2026-02
// for a month, 2026 for a year, and 2026-Q1, FY2026 and FY2026-Q1, for which
// ISO has no form; empty for the zero date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	quarter := func() string { return fmt.Sprintf("%04d-Q%d", d.Time.Year(), (d.Time.Month()+2)/3) }
	switch d.Period {
	case Month:
		return d.Time.Format(monthLayout)
	case Quarter:
		return quarter()
	case Year:
		return d.Time.Format("2006")
	case FiscalQuarter:
		return "FY" + quarter()
	case FiscalYear:
		return d.Time.Format("FY2006")
	}
	return d.Time.Format(dayLayout)
}

// Moment is the date as reports are ordered by it: a day is a stretch, a time
// of day an instant, and a month, quarter or year stands for its last day, a
// fiscal one for that of its calendar namesake.
func (d Date) Moment() agreement.Moment {
	if d.IsZero() {
		return agreement.Moment{}
	}
	if d.HasTime {
		return agreement.Moment{Name: d.Time.UTC().Format(time.RFC3339Nano), From: d.Time, To: d.Time}
	}
	first := d.Time
	switch d.Period {
	case Month:
		first = first.AddDate(0, 1, -1)
	case Quarter, FiscalQuarter:
		first = first.AddDate(0, 3, -1)
	case Year, FiscalYear:
		first = first.AddDate(1, 0, -1)
	}
	return agreement.Moment{Name: d.String(), From: first, To: first.AddDate(0, 0, 1)}
}

var periods = regexp.MustCompile(`^(FY ?)?(\d{4})(?:-? ?[Qq]([1-4]))?$`)

// readPeriod reads a year or a quarter, fiscal or not.
func readPeriod(written string, zone *time.Location) (Date, bool) {
	m := periods.FindStringSubmatch(strings.ToUpper(written))
	if m == nil {
		return Date{}, false
	}
	year, _ := strconv.Atoi(m[2])
	d := Date{Period: Year}
	month := time.January
	if m[3] != "" {
		d.Period = Quarter
		month = time.Month(3*int(m[3][0]-'1') + 1)
	}
	if m[1] != "" {
		d.Period = map[Period]Period{Year: FiscalYear, Quarter: FiscalQuarter}[d.Period]
	}
	d.Time = time.Date(year, month, 1, 0, 0, 0, 0, zone)
	return d, true
}
