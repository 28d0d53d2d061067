// Package chart draws what sources report as inline SVG, when the site is
// built: [Spread] the values that the voices of a figure give, [Path] a figure
// over its moments, [Stories] a figure over several stories, [Composition] the
// parts of a total. All are pure functions that append to a buffer and say
// whether there was something that can be drawn: nothing is for one value, one
// moment or one bar. A chart never says more than the table beside it.
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
// # Values along the width
//
// In a spread each value has a line, the lowest first, under the names of those
// who give it; its dot has their number in it where they are several, and is a
// diamond where it is not the largest camp's. What qualified words allow (about,
// nearly, a range) is a bar, a bound runs in dashes to the edge; a plain number
// is a dot alone. Between two lines that no one truth can explain it is said
// how far they are apart. Over several stories a line is a story and a dot a
// camp. At most 24 lines are drawn, and what is left out is said.
//
// # Paths
//
// A path has a stepped line for each curve, each value until the next moment:
// in proportion where all moments have dates, else a stage beside a stage. It
// needs three moments. Curves are those of digest.Row.Curves.
//
// # Parts of a total
//
// A bar for the sources that give the same parts and total; its parts side by
// side, and a line at the total. Where the parts can't come to that total, a
// dashed box spans the difference. A range counts with its lower end. A part's
// name stands in the first bar that has room for it, or, if none has, below the
// first that has the part. Not drawn: parts of several units, or below zero.
//
// # Scales
//
// The scale begins at zero where the values cover more than half of the way from
// there, and is logarithmic, which is said, where all are positive and the largest
// is 50 times the smallest or more. Its numbers are round in the unit in which the
// page says that they are shown. A value is drawn in its row's unit or not at
// all.
//
// # Colours and structure
//
// All ink is currentColor, with lighter tones by opacity, as attributes, but
// for counts, which have the page's own colour, Canvas; there are no inline
// styles. The page's style sheet may change both by class: chart
// (the svg), with chart-spread, chart-stories, chart-path or chart-composition;
// chart-grid, chart-zero, chart-axis and chart-rail; chart-report, and in it
// chart-bar, chart-arrow, chart-dot and chart-count; chart-curve with curve-1 to
// curve-4; chart-part with part-1 to part-4, chart-total and chart-gap;
// chart-label on every text, with chart-says for a value, chart-source for a
// name, chart-item for a part's and chart-remark for what is said of the chart.
// What lies outside the first camp has the class outside too.
//
// The role is group, since an image may not hold links. The links are left
// out of the order of the tab key, since the table beside has the same ones.
package chart
