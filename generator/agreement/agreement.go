// Package agreement says what several written values of one quantity say
// together: whether one true value, or one rising or falling curve of them,
// could lie behind all, and if not, which of them could share one.
//
// # Comparable
//
// A report belongs to one of these classes: words; dates; numbers and ranges
// of one unit. A bare number, without unit or counted noun, joins the class of
// the unit in which all others are written; where those are of several units,
// it is a class of its own. The class with most voices is the row's; the
// others can't be compared with it.
//
// # Kinds
//
// One voice is [Single]. Reports are [Same] when all are equal as numbers with
// the same qualifier, as dates, or as words: 2 GW and 2000 MW, $110B and
// $110.0B. They are [Consistent] when they are not the same and one truth
// could lie behind all. They [Differ] when none could behind those of one
// class: a report in another unit hides no disagreement. They are
// [Incomparable] when they are of several classes and those of each agree.
// A rounded number does not include its upper end, so 3 and 4 have no point in
// common, and 2 GW and 2.2 GW have.
//
// # Conflict
//
// Reports of one moment conflict when their intervals have no number in
// common. Of a rising quantity, a report also conflicts with one of a later
// moment when it allows only more than that one; of a falling one, only less.
// A correction begins a new epoch, and what is older than it is not held
// against what is later. Which of two is which makes conflict a strict partial
// order: i stands before j if they are of one epoch, i's moment is not after
// j's and the lower end of i lies above the upper end of j. It is irreflexive,
// since no interval is empty, and transitive, since ends and moments are
// ordered. Reports of which no two conflict are
// explained by one curve, which at each time is the largest lower end so far;
// so pairs are all that has to be looked at (with one moment this is Helly's
// theorem on the line).
//
// # Camps
//
// The camps are the fewest true values, or curves, that explain all reports
// of a class: as many as the longest chain of conflicts has links, since
// reports at equal depth never conflict (Mirsky 1971, the dual of Dilworth's
// theorem). A report is in camp k if it is the k-th link of a longest chain;
// so no camp is empty, and nothing depends on the order of reports. Any other
// report fits more than one camp and stands apart from all, unless its voice
// is in one of those that it fits. With one moment this is interval piercing.
// It takes time in proportion to n log n (see depths).
//
// A voice is counted once: in the camp of its latest report that is the link
// of a longest chain. The camp with most voices comes first; ties go to the
// earliest report. A camp shows the report of the latest moment with the
// narrowest interval, of several one that is written in the site's language,
// then one without a remark, then the earliest. Nothing is averaged.
package agreement

import (
	"time"

	"collate/generator/value"
)

// Kind says how values stand to each other.
type Kind string

// The kinds, as DESIGN and `collate value --json` name them.
const (
	Single       Kind = "single"       // one voice reports it
	Same         Kind = "same"         // all equal as numbers, dates or words
	Consistent   Kind = "consistent"   // not equal; one truth could lie behind all
	Moved        Kind = "moved"        // those of each moment agree, and the value changed
	Differ       Kind = "differ"       // no one truth could lie behind those of one kind of unit
	Incomparable Kind = "incomparable" // different kinds of unit, and no difference within any
)

// Direction is how the quantity behind reports of several moments changes.
type Direction int8

// The directions. With Still all reports are taken to be of one moment.
const (
	Falling Direction = iota - 1
	Still
	Rising
)

// Moment is what time a report is of: the stretch from From up to, not
// including, To; an instant where they are equal. Moments are the same if
// their names are; one is earlier than another if it ends before or when that
// begins. The zero value is no moment in particular.
type Moment struct {
	Name     string // 2026-03-09, 2025-Q1, FY2025; unique to what it names
	From, To time.Time
}

// Report is one value, whose it is, and of when.
type Report struct {
	Value  value.Value
	Voice  string // counts once, with at most one report of a moment; empty: a voice of its own
	Moment Moment
	Epoch  int  // reports of different epochs never conflict: a correction begins a new one
	Order  int  // in time of publication: ties between camps go to the earlier
	Local  bool // written in the language in which the camps are shown
}

// Options are what the comparison depends on beside the reports.
type Options struct {
	Direction Direction
	Unit      value.Unit // of the class that is the row's; empty: that of most voices
}

// Camp is a set of reports that one truth can explain.
type Camp struct {
	Members []int // indexes of the reports, by their Order
	Shown   int   // the member that stands for the camp
	Voices  int   // voices that are counted in it
}

// Result is what reports say together.
type Result struct {
	Kind   Kind   // empty where there is no report; never Moved
	Camps  []Camp // of the row's class: most voices first, ties by the earliest report
	Apart  []int  // reports of that class that fit more than one camp, by their Order
	Others []Camp // reports that can't be compared with those, in their own camps
}

// Of compares the reports of one figure.
func Of(reports []Report, options Options) Result {
	if len(reports) == 0 {
		return Result{}
	}
	classes := classify(reports, options.Unit)
	result := Result{}
	for n, c := range classes {
		camps, apart := camps(reports, c, options.Direction)
		if n == 0 {
			result.Camps, result.Apart = camps, apart
			result.Kind = kindOfAgreement(reports, len(classes), len(camps))
			continue
		}
		result.Others = append(result.Others, camps...)
		if len(camps) > 1 {
			result.Kind = Differ
		}
	}
	sortCamps(reports, result.Others)
	return result
}

// kindOfAgreement is how reports stand that are of so many classes, the first of which
// has so many camps.
func kindOfAgreement(reports []Report, classes, camps int) Kind {
	switch {
	case camps > 1:
		return Differ
	case classes > 1:
		return Incomparable
	case oneVoice(reports):
		return Single
	case allSame(reports):
		return Same
	}
	return Consistent
}

// oneVoice reports whether all reports are of one voice.
func oneVoice(reports []Report) bool {
	for _, r := range reports[1:] {
		if r.Voice == "" || r.Voice != reports[0].Voice {
			return false
		}
	}
	return true
}

// allSame reports whether all reports, known to be comparable, are equal.
func allSame(reports []Report) bool {
	for _, r := range reports[1:] {
		if !r.Value.Same(reports[0].Value) {
			return false
		}
	}
	return true
}
