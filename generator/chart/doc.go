// Package chart draws what sources report as inline SVG, when the site is
// built: [Figure] the reports of a figure over time, [Composition] the parts
// of a total per source. Both are pure functions that append to a buffer and
// say whether there was something that can be drawn. A chart never says more
// than the table beside it.
//
// # Width
//
// A chart is as wide as its place and of a fixed height. It has no viewBox,
// which would shrink the text on a phone: what lies along the width is placed
// in percent, everything else in pixels, so that text is always 15 px and a
// dot always round. It is laid out for a width of 288 px (a screen of 320) and
// stays free of overlaps at any greater width, where whatever is apart lies
// farther apart.
//
// # Reports over time
//
// Each report is drawn at its date and its number, as a link: a dot, with the
// interval that its words allow as a bar. A diamond is a report outside the
// first camp (or outside one of several that are equally large), a hollow dot
// with a line through it a revised one, a thick bar without a dot a range. A
// bound's bar runs to the edge, dashed, and ends in an arrow. Camps are bands,
// as high as the true values that their reports have in common, labelled with
// the value shown and the number of voices; a row's first six. At the side, a
// plain number that has no room as it was written is labelled as the axis is.
//
// No dot stands more than 8 px from its date, and none from its number. Reports
// that would hide one another (less than half of a dot would show, or not all
// of a count) are drawn as one dot with their count, which reaches from the
// first date to the last and from the highest number to the lowest; its title
// names them all, and it leads to the first. So are ranges, with the count
// above the bar. Only reports outside the first camp are never one with others:
// where they meet, both are moved aside alike, by 8 px at most, even if that is
// not enough. A revised report counts with those that stand, and makes a dot
// grey only where none does.
//
// The axis of values begins at zero where the values cover more than half of
// the way from there, and is logarithmic where all are positive and the
// largest is 50 times the smallest or more. Its numbers are round in the unit in
// which the page says that they are shown. Not drawn: rows of dates or words,
// rows of several units, or more than 500 reports.
//
// # Parts of a total
//
// A bar per source that names two parts or more; its parts side by side, and
// a line at the total that the same source reports. Where the parts can't come
// to that total, a dashed box spans the difference. A range counts with its
// lower end. A part's name stands in the first bar that has room for it, or, if
// none has, below the first that has the part. Not drawn: parts of several
// units, or below zero.
//
// # Colours and structure
//
// All ink is currentColor, with lighter tones by opacity, as attributes, but
// for counts, which have the page's own colour, Canvas; there are no inline
// styles. The page's style sheet may change both by class: chart
// (the svg), with chart-figure or chart-composition; chart-grid, chart-zero and
// chart-axis; chart-band; chart-report, and in it chart-bar, chart-arrow,
// chart-dot or chart-span (the pieces of a dot that is wider than high),
// chart-count and chart-strike; chart-part with part-1 to part-4, chart-total and
// chart-gap; chart-label on every text, with chart-says for a camp's,
// chart-source for a source's and chart-item for a part's name. What lies
// outside the first camp has the class outside too, and a revised report
// revised.
//
// The role is group, since an image may not hold links. The links are left
// out of the order of the tab key, since the table beside has the same ones.
package chart
