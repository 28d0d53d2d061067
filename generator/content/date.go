package content

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"collate/generator/frontmatter"
	"collate/generator/problem"
)

// How dates may be written. Those without an offset are in the site's time
// zone.
var (
	dayLayout   = "2006-01-02"
	monthLayout = "2006-01"
	timeLayouts = []string{
		time.RFC3339,
		"2006-01-02T15:04:05",
		"2006-01-02T15:04",
		"2006-01-02T15:04Z07:00",
		"2006-01-02 15:04:05",
		"2006-01-02 15:04",
		"2006-01-02 15:04:05Z07:00",
		"2006-01-02 15:04Z07:00",
		"2006-01-02 15:04:05 Z07:00",
		"2006-01-02 15:04:05 -0700",
	}
)

// Dates of other years are typing errors: there were no newspapers, or the
// article would wait for decades. What a number is of may be later.
const (
	earliest = 1600
	latest   = 2199
)

// date reads a date; zero for a nil node, and where it can't be read, which
// is reported. Only where period is set may it be a month, quarter or year.
func (s *fileReader) date(n *frontmatter.Node, field string, zone *time.Location, month bool) Date {
	written := s.Words(n, field)
	if written == "" {
		return Date{}
	}
	d, ok := readDate(written, zone, month)
	switch {
	case !ok:
		form := "2026-02-27 or 2026-02-27T16:30:00+01:00"
		if month {
			form = "2026-02-27, 2026-02, 2026-Q1, 2026 or FY2026"
		}
		message, hint := misread(written, month)
		if hint == "" {
			hint = "write it as " + form
		}
		s.Fail(n, fmt.Sprintf("%s: %s %s", field, problem.Quote(written), message), hint)
	case d.Time.Year() < earliest:
		s.Fail(n, fmt.Sprintf("%s: %s is in the year %d", field, problem.Quote(written), d.Time.Year()),
			"write the year with four digits")
		return Date{}
	case d.Time.Year() > latest && !month:
		s.Fail(n, fmt.Sprintf("%s: %s is in the year %d", field, problem.Quote(written), d.Time.Year()),
			"write the year in which the article appeared")
		return Date{}
	}
	return d
}

// readDate reads a date that is written as dates are to be written.
func readDate(written string, zone *time.Location, month bool) (Date, bool) {
	if t, err := time.ParseInLocation(dayLayout, written, zone); err == nil {
		return Date{Time: startOf(t, dayLayout, written)}, true
	}
	if t, err := time.ParseInLocation(monthLayout, written, zone); month && err == nil {
		return Date{Time: startOf(t, monthLayout, written), Period: Month}, true
	}
	for _, layout := range timeLayouts {
		if t, err := time.ParseInLocation(layout, written, zone); err == nil {
			return Date{Time: t.In(zone), HasTime: true}, true
		}
	}
	if month {
		return readPeriod(written, zone)
	}
	return Date{}, false
}

// startOf is when a day or month begins: where clocks go forward at midnight,
// there is none, and t is on the day before.
func startOf(t time.Time, layout, written string) time.Time {
	for t.Format(layout) < written {
		t = t.Add(15 * time.Minute)
	}
	return t
}

// foreignLayouts are ways to write dates that others know.
var foreignLayouts = []string{
	"2006-1-2", "2006/01/02", "2006/1/2", "2006.01.02", "2006.1.2", "20060102",
	"2.1.2006", "2. January 2006", "2. 1. 2006",
	"Jan 2, 2006", "January 2, 2006", "Jan. 2, 2006", "Jan 2 2006", "January 2 2006",
	"2 Jan 2006", "2 January 2006", "2 Jan. 2006", "2-Jan-2006",
	"Mon, 2 Jan 2006", "Monday, January 2, 2006", "Mon, Jan 2, 2006", "Monday, 2 January 2006",
	time.RFC1123, time.RFC1123Z, time.UnixDate, time.ANSIC,
}

var (
	isoLike        = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})([T ].*)?$`)
	twoWays        = regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$`)
	ordinalEndings = regexp.MustCompile(`(\d)(st|nd|rd|th)\b`)
)

// misread says what is wrong with a date, and what it should be, where that
// can be known.
func misread(written string, month bool) (message, hint string) {
	if m := isoLike.FindStringSubmatch(written); m != nil {
		if _, err := time.Parse(dayLayout, written[:10]); err != nil {
			first, err := time.Parse(monthLayout, written[:7])
			if err != nil {
				return "is no date: there is no month " + m[2], ""
			}
			days := first.AddDate(0, 1, -1).Day()
			return fmt.Sprintf("is no date: %s has %d days", first.Format("January 2006"), days), ""
		}
		return "has a time of day that can't be read",
			"write " + written[:10] + "T16:30:00, with Z or +01:00 at the end if it is not the site's time zone"
	}
	const wrong = "is not written as a date"
	plain := ordinalEndings.ReplaceAllString(written, "$1")
	for _, layout := range foreignLayouts {
		if t, err := time.Parse(layout, plain); err == nil {
			return wrong, "write " + t.Format(dayLayout)
		}
	}
	if m := twoWays.FindStringSubmatch(written); m != nil {
		dayFirst, err1 := time.Parse("2/1/2006", strings.ReplaceAll(written, "-", "/"))
		monthFirst, err2 := time.Parse("1/2/2006", strings.ReplaceAll(written, "-", "/"))
		switch {
		case err1 == nil && err2 == nil && !dayFirst.Equal(monthFirst):
			return wrong, "write " + dayFirst.Format(dayLayout) + " or " + monthFirst.Format(dayLayout) +
				", whichever is meant"
		case err1 == nil:
			return wrong, "write " + dayFirst.Format(dayLayout)
		case err2 == nil:
			return wrong, "write " + monthFirst.Format(dayLayout)
		}
	}
	for _, layout := range []string{"2006-1", "January 2006", "Jan 2006", "1/2006", "2006/01", monthLayout} {
		if t, err := time.Parse(layout, written); err == nil {
			if month {
				return wrong, "write " + t.Format(monthLayout)
			}
			return "has no day", "write " + t.Format(monthLayout) +
				"-01, with the right day, and say in date_note if that is not certain"
		}
	}
	return wrong, ""
}
