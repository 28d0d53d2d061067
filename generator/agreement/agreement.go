// Package agreement says what several written values of one quantity say
// together: whether one true value could lie behind all of them, and if not,
// which of them could share one.
//
// # Comparable
//
// A report belongs to one of these classes: text; dates; numbers and ranges
// of one unit. Numbers without a unit are comparable with any unit, so they
// join the class of numbers that has most reports (the one with the earliest
// report where two are equally large). Each class is divided into camps by
// itself, whatever the others hold.
//
// # Kinds
//
// One report is [Single]. Several reports of one voice are compared like any
// others; they just count as one voice. Reports are [Same] when all are equal
// as numbers with the same qualifier, as dates, or as words: 2 GW and 2000 MW,
// $110B and $110.0B, $5 and a bare 5. They are [Consistent] when they are not
// the same and all their intervals have a point in common. They [Differ] when
// those of one class don't: a report in another unit hides no disagreement.
// They are [Incomparable] when they are of several classes and those of each
// are the same or consistent. A rounded number does not include its upper end,
// so 3 and 4 have no point in common, and 2 GW and 2.2 GW have. A side without
// an end reaches everything on that side. Dates are intervals of days: 2026-02
// and 2026-02-27 are consistent. Texts are the same or they differ.
//
// # Camps
//
// The camps are the fewest true values that explain all the reports of a
// class: the classic piercing of intervals, in which the interval with the
// lowest upper end takes along all that reach down to that end, and so on with
// what is left. A camp's common interval is the intersection of those. A
// report from a lower camp whose interval reaches into a higher camp's common
// interval is a member of both. All members of a camp still have a point in
// common: the reports taken along all hold the whole common interval, and
// those that reach in from below all hold its lower end.
//
// The camp with most voices comes first; ties go to the camp with the earliest
// report, then to the one whose shown report is earlier, then to the lower
// value. A camp shows the report with the narrowest interval, of several one
// without a remark, then the earliest, and leaves out the reports that are
// members of another camp too, since those do not tell the two apart (each
// camp has a member of its own).
//
// Nothing is averaged. The result does not depend on the order of the reports,
// except that the earlier in the slice counts as earlier where Order is equal.
package agreement

import (
	"slices"

	"collate/generator/value"
)

// Kind says how values stand to each other.
type Kind string

// The kinds, as DESIGN and `collate value --json` name them.
const (
	Single       Kind = "single"       // one source reports it
	Same         Kind = "same"         // all equal as numbers, dates or words
	Consistent   Kind = "consistent"   // not equal; one true value could lie behind all
	Differ       Kind = "differ"       // no one true value could lie behind those of one kind of unit
	Incomparable Kind = "incomparable" // different kinds of unit, and no difference within any
)

// Report is one value, and whose it is.
type Report struct {
	Value value.Value
	Voice string // reports with the same voice repeat one another and count once; empty: a voice of its own
	Order int    // time order of the report: ties between camps go to the earlier
}

// Camp is a set of reports that one true value can explain.
type Camp struct {
	Members []int // indexes of the reports, by their Order
	Shown   int   // the member with the most precise value, as somebody wrote it
	Voices  int   // independent voices among the members
}

// Result is what reports say together.
type Result struct {
	Kind  Kind   // empty where there is no report
	Camps []Camp // most voices first, ties by the earliest report; never empty for one report or more
}

// Of compares the reports of one figure. It takes time in proportion to
// n log n and to the number of members that it lists.
func Of(reports []Report) Result {
	if len(reports) == 0 {
		return Result{}
	}
	classes := classify(reports)
	var sets [][]int
	for _, c := range classes {
		if c.text {
			sets = append(sets, alike(reports, c.members)...)
		} else {
			sets = append(sets, pierce(reports, c.members)...)
		}
	}
	camps := camps(reports, sets)
	return Result{Kind: kind(reports, len(classes), len(camps)), Camps: camps}
}

func kind(reports []Report, classes, camps int) Kind {
	switch {
	case len(reports) == 1:
		return Single
	case camps > classes: // each class has one at least
		return Differ
	case classes > 1:
		return Incomparable
	case same(reports):
		return Same
	}
	return Consistent
}

// same tells whether all reports, known to be comparable, are equal.
func same(reports []Report) bool {
	first := reports[0].Value
	return !slices.ContainsFunc(reports[1:], func(r Report) bool { return !first.Same(r.Value) })
}
