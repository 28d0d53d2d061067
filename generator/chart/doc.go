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
// in percent, everything else in pixels, so that text is always 12 px and a
// dot always round. It is laid out for a width of 288 px (a screen of 320) and
// stays free of overlaps at any greater width.
//
// # Reports over time
//
// Each report is a link at its date and its number: a dot, with the interval
// that its words allow as a bar. A diamond is a report outside the first camp,
// a hollow dot with a line through it a revised one, a thick bar without a dot
// a range. A bound's bar runs to the edge, dashed, and ends in an arrow. Camps
// are bands, as high as the true values that their reports have in common,
// labelled with the value shown and the number of voices; a row's first six.
//
// Reports that would hide one another are moved apart sideways, later ones to
// the right. Where they don't fit side by side, the dots become smaller, and
// then lie in heaps, some pixels above and below their number.
//
// The axis of values begins at zero where the values cover more than half of
// the way from there, and is logarithmic where all are positive and the
// largest is 50 times the smallest or more. Not drawn: rows of dates or words,
// rows of several units, more than 500 reports, or more of about one value than
// make a heap (some 200).
//
// # Parts of a total
//
// A bar per source that names two parts or more; its parts side by side, and
// a line at the total that the same source reports. Where the parts can't come
// to that total, a dashed box spans the difference. A range counts with its
// lower end. Not drawn: parts of several units, or below zero.
//
// # Colours and structure
//
// All ink is currentColor, with lighter tones by opacity, as attributes; there
// are no inline styles. The page's style sheet may change both by class: chart
// (the svg), with chart-figure or chart-composition; chart-grid, chart-zero and
// chart-axis; chart-band; chart-report, and in it chart-bar, chart-arrow,
// chart-dot and chart-strike; chart-part with part-1 to part-4, chart-total and
// chart-gap; chart-label on every text, with chart-says for a camp's,
// chart-source for a source's and chart-item for a part's name. What lies
// outside the first camp has the class outside too, and a revised report
// revised.
//
// The role is group, since an image may not hold links. The links are left
// out of the order of the tab key, since the table beside has the same ones.
package chart
