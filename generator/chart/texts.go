package chart

import (
	"time"

	"collate/generator/digest"
	"collate/generator/number"
	"collate/generator/value"
)

// Texts are the words and links of a chart, from the page that it stands on.
// They are plain text; the chart escapes them.
type Texts struct {
	ID          string // begins the chart's ids; a chart's own on its page
	Title       string
	Description string // what the chart shows, in a sentence or two
	// what numbers are shown in; where it is none of the chart's unit, as
	// value.Format has it
	Unit    value.Display
	Report  func(*digest.Report) string               // a report's title: source, date, value as written
	Link    func(*digest.Report) string               // the URL that a report leads to
	Voice   func(*digest.Report) string               // whose word a report is
	Value   func(*digest.Report) string               // what it says, without a remark: $110B
	Names   func(names []string, more int) string     // Mint, Verdict and 5 more
	Sources func(n int) string                        // 8 sources
	Left    func(n int) string                        // and 3 other values: what is not drawn
	Apart   func(low, high number.Number) string      // how far two values are apart: 9 % apart
	Number  func(number.Number, value.Display) string // a round number on the axis: $110B
	Day     func(time.Time) string                    // a day on the axis, short and without its year: 27 Feb
	Month   func(time.Time) string                    // a month likewise: Feb
	Year    func(time.Time) string                    // 2026
	Log     string                                    // says that the axis is logarithmic
}
