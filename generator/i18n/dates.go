package i18n

import (
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"collate/generator/content"
)

// Day writes a date without its time of day: 27 Feb 2026, or Feb 2026.
func (w *Words) Day(d content.Date) string {
	year, month, day := d.Time.Date()
	switch d.Period {
	case content.Quarter, content.FiscalQuarter, content.Year, content.FiscalYear:
		return d.String()
	case content.Month:
		return w.Text("date.month", "month", w.short[month], "year", strconv.Itoa(year))
	}
	return w.Text("date.day", "day", w.dayOfMonth(day), "month", w.short[month], "year", strconv.Itoa(year))
}

// dayOfMonth is a day's number; some languages write the first as an ordinal.
func (w *Words) dayOfMonth(day int) string {
	if day == 1 {
		return w.Text("date.first")
	}
	return strconv.Itoa(day)
}

// Month writes a month in full: February 2026.
func (w *Words) Month(year int, month time.Month) string {
	return w.Text("date.month", "month", w.long[month], "year", strconv.Itoa(year))
}

// ShortDay is a day without its year: 27 Feb.
func (w *Words) ShortDay(t time.Time) string {
	return w.Text("date.short", "day", w.dayOfMonth(t.Day()), "month", w.short[t.Month()])
}

// ShortMonth is the short name of a month: Feb.
func (w *Words) ShortMonth(month time.Month) string { return w.short[month] }

// Heading is a text as it begins a line of its own, as names of months do that
// are not capitalised within a sentence.
func Heading(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
