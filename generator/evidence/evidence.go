package evidence

import (
	"fmt"
	"slices"
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/problem"
	"collate/generator/value"
)

// Check holds the values of a summary against their quotes and notes. All
// problems are warnings, in the order of the values.
func Check(summary *digest.Summary, c content.Config) problem.List {
	var problems problem.List
	locale := summary.Source.Locale(c)
	for i := range summary.Figures {
		report := &summary.Figures[i]
		if message, hint := doubt(report, locale, c.Locale()); message != "" {
			problems = append(problems, summary.Warning(report, message, hint))
		}
	}
	return problems
}

// doubt is what is doubtful about a value beside its quote and note, and what to
// write; nothing of most. The quote is in the source's language, or else in the
// site's.
func doubt(report *content.Report, source, site value.Locale) (message, hint string) {
	v := report.Given()
	if v.Kind != value.KindNumber && v.Kind != value.KindRange || report.None {
		return "", ""
	}
	if report.Quote != "" && len(report.Quote) <= mostQuoted {
		q := read(report.Quote, source)
		if source.Language != site.Language && !q.holds(v) {
			if other := read(report.Quote, site); other.holds(v) {
				q = other
			}
		}
		if message, hint = q.doubt(v); message != "" {
			return message, hint
		}
	}
	if v.Kind == value.KindNumber && v.Qualifier == 0 && !v.Number.IsZero() {
		for _, words := range []string{report.Quote, report.Note} {
			if sign := minimum(words, v.Unit == ""); sign != "" {
				return fmt.Sprintf("%s is exact, and %q says that it is a minimum", v.Bare(), sign),
					"write at least " + v.Bare() + " if the true number may be higher"
			}
		}
	}
	return "", ""
}

// doubt is what is doubtful about a value beside the quote.
func (q quoteReading) doubt(v value.Value) (message, hint string) {
	if q.silent(v) {
		return "", ""
	}
	sure := q.equal(q.sure, v)
	switch {
	case len(sure) > 0 && !slices.ContainsFunc(sure, func(r quoteValue) bool { return agree(v, r.Value) }):
		said := sure[0].text
		return fmt.Sprintf("the quote says %q, and the value is %s", said, v.Bare()),
			"write " + likelyReading(sure[0]) + ", as the quote does, or quote the words that say " + v.Bare()
	case len(sure) > 0 || q.holds(v) && !q.within(v):
		return "", ""
	case len(q.sure) == 0:
		return fmt.Sprintf("the quote %s has no number, and the value is %s", problem.Quote(shortQuote(q.words)),
				v.Bare()),
			"quote the words that say " + v.Bare()
	}
	r := q.nearest(v)
	return fmt.Sprintf("the quote says %q, and the value is %s", r.text, v.Bare()),
		"write " + likelyReading(r) + " if that is meant, or quote the words that say " + v.Bare()
}

// agree reports whether a value that is equal to a reading has its qualifier, or
// one that the quote may have been cut off from.
func agree(v, reading value.Value) bool {
	return reading.Qualifier == 0 || v.Qualifier == reading.Qualifier
}

// likelyReading is a reading as it would be written as a value: without what is
// counted.
func likelyReading(r quoteValue) string {
	text := r.text
	if r.Label != "" {
		text = strings.TrimSpace(strings.TrimSuffix(text, r.Label))
	}
	return text
}

// mostShown is how much of a quote a message shows, in characters.
const mostShown = 60

// shortQuote is a quote as a message shows it.
func shortQuote(words string) string {
	if runes := []rune(words); len(runes) > mostShown {
		return strings.TrimSpace(string(runes[:mostShown])) + "…"
	}
	return words
}
