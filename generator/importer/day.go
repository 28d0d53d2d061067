package importer

import (
	"collate/generator/article"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// dayForms are how days are written, with groups for year, month and day.
var dayForms = []func() *regexp.Regexp{
	lazyPattern(`^(?P<y>\d{4})\s?[-/.年]\s?(?P<m>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})(?:\D|$)`),
	lazyPattern(`^(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:[T ]|$)`),
	lazyPattern(`(?:^|[\s,])(?P<d>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<m>[A-Za-z]{3,9})\.?,?[\s-]+` +
		`(?P<y>\d{4}|\d{2})(?:\D|$)`),
	lazyPattern(`(?:^|[\s,])(?P<m>[A-Za-z]{3,9})\.?[\s-]+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(?P<y>\d{4})(?:\D|$)`),
	lazyPattern(`(?:^|[\s,])(?P<m>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2})\s+\d{1,2}:\d{2}.*\s(?P<y>\d{4})$`),
	lazyPattern(`^(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\. ?(?P<y>\d{4})(?:\D|$)`),
	// Of two numbers the one beyond twelve is the day.
	lazyPattern(`^(?P<d>1[3-9]|2\d|3[01])[-/](?P<m>\d{1,2})[-/](?P<y>\d{4})(?:\D|$)`),
	lazyPattern(`^(?P<m>\d{1,2})[-/](?P<d>1[3-9]|2\d|3[01])[-/](?P<y>\d{4})(?:\D|$)`),
}

// seconds finds a number of seconds, or of thousandths, since 1970.
var seconds = lazyPattern(`^\d{10}(?:\d{3})?$`)

// dayIn is the day that a date names in its own time zone, as 2006-01-02; empty
// where it can't be read for certain: 3/4/2024 may be of March or of April.
func dayIn(written string) string {
	written = strings.Join(strings.Fields(written), " ")
	if seconds().MatchString(written) {
		n, _ := strconv.ParseInt(written[:10], 10, 64)
		return shownDay(time.Unix(n, 0).UTC())
	}
	for _, form := range dayForms {
		if m := form().FindStringSubmatch(written); m != nil {
			part := func(name string) string { return m[form().SubexpIndex(name)] }
			if day := dayOf(part("y"), part("m"), part("d")); day != "" {
				return day
			}
		}
	}
	if !strings.ContainsFunc(written, unicode.IsLetter) || !strings.ContainsFunc(written, unicode.IsDigit) {
		return ""
	}
	return shownDay(article.Day(written)) // in the words of another language
}

// dayOf is the day that its parts make; empty where there is no such day.
func dayOf(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	if len(year) == 2 { // as in RFC 822
		y += 2000
		if y >= 2050 {
			y -= 100
		}
	}
	m, err := strconv.Atoi(month)
	if err != nil {
		m = monthNamed(month)
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if m < 1 || m > 12 || t.Day() != d {
		return ""
	}
	return shownDay(t)
}

// monthNamed is the number of a month by its English name or the beginning of
// it; 0 where there is none.
func monthNamed(name string) int {
	if strings.EqualFold(name, "sept") {
		return 9
	}
	for m := time.January; m <= time.December; m++ {
		full := m.String()
		if strings.EqualFold(name, full) || len(name) >= 3 &&
			strings.EqualFold(name, full[:min(len(name), len(full))]) {
			return int(m)
		}
	}
	return 0
}

// shownDay is a day as it is written; empty for one that no article is of.
func shownDay(t time.Time) string {
	if t.Year() < 1900 || t.Year() > 2199 {
		return ""
	}
	return t.Format(time.DateOnly)
}
