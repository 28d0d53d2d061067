package digest

import (
	"slices"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/value"
)

// Standing says what has become of a report.
type Standing string

// The standings, as exports name them.
const (
	Current Standing = "current" // the last word of its source and claimant
	Updated Standing = "updated" // the same source has one of a later day or time
	// of a rising or falling figure, an earlier count; or an earlier word of its
	// claimant
	Older     Standing = "older"
	Replaced  Standing = "replaced"           // the same source gave another of the same moment later
	Corrected Standing = "corrected"          // a later one says that it corrects it
	Withdrawn Standing = "withdrawn"          // the source took its article back
	Misquoted Standing = "quoted differently" // sources give one claimant's value of one moment differently
	NoValue   Standing = "none"               // the article says that there is no value
)

// origin is whose series of reports one is in: a later one of the same series
// can take its place.
type origin struct{ source, voice, stage string }

// settle finds what has become of each report of the row. The reports are in
// the order of publication.
func (r *Row) settle() {
	series := map[origin][]*Report{} // those that stand, of several moments
	for _, report := range r.Reports {
		switch {
		case report.None:
			report.Standing = NoValue
		case !report.Summary.Withdrawn.IsZero():
			report.Standing = Withdrawn
		default:
			at := origin{report.Summary.SourceLabel.Slug, report.Voice, report.stage}
			report.Standing = Current
			r.correct(report)
			series[at] = report.follow(series[at], r.Moves)
		}
	}
	if r.Moves == content.Up || r.Moves == content.Down {
		r.settleOlder()
	}
	r.settleQuotes()
}

// correct lets a correction stand in the place of what its claimant said last,
// whichever source printed that.
func (r *Row) correct(by *Report) {
	if by.Corrects == "" {
		return
	}
	var last *Report
	for _, old := range r.Reports[:slices.Index(r.Reports, by)] {
		if old.counts() && old.Voice == by.Voice && old.stage == by.stage &&
			(last == nil || !old.Moment.To.Before(last.Moment.To)) {
			last = old
		}
	}
	if last != nil {
		last.giveWay(by, Corrected)
	}
}

// follow puts a report behind those of its series that stand, and returns
// those that stand then.
func (r *Report) follow(standing []*Report, moves content.Movement) []*Report {
	kept := standing[:0]
	for _, old := range standing {
		switch {
		case old.Standing == Corrected:
			continue
		case old.Moment.Name == r.Moment.Name:
			old.giveWay(r, Replaced)
			continue
		case !old.passes() || !r.passes():
		case !old.Dated && !r.Dated && behind(r, old, moves):
			r.giveWay(old, Older)
		case r.Moment.To.Before(old.Moment.To):
			if r.Standing == Current {
				r.giveWay(old, Updated)
			}
		default:
			old.giveWay(r, Updated)
		}
		kept = append(kept, old)
	}
	return append(kept, r)
}

// giveWay lets another report of the same series stand in the place of r.
func (r *Report) giveWay(to *Report, standing Standing) {
	r.Standing, r.Revised = standing, to
	if standing == Older {
		return // a later article with an earlier count came before nothing
	}
	if to.Replaces == nil || to.Replaces.Moment.To.Before(r.Moment.To) || standing == Corrected {
		to.Replaces = r
	}
}

// passes reports whether the report is of a day or a time, which the next one
// follows: months, quarters, years and stages are periods of their own.
func (r *Report) passes() bool {
	return r.stage == "" && r.Moment.Name != "" && (!r.Dated || r.AsOf.Period == content.Day)
}

// behind reports whether a says less than b of a rising figure, or more of a
// falling one.
func behind(a, b *Report, moves content.Movement) bool {
	if !value.Comparable(a.Compared, b.Compared) || a.Value.Kind == value.KindText {
		return false
	}
	x, y := a.Compared.Interval, b.Compared.Interval
	switch moves {
	case content.Up:
		return !y.Low.Reaches(x.High)
	case content.Down:
		return !x.Low.Reaches(y.High)
	}
	return false
}

// settleOlder marks the undated reports of a rising or falling figure that say
// less than one of an earlier moment: the article is later, its count is not.
// One that names its claimant is held against that claimant alone.
func (r *Row) settleOlder() {
	for _, late := range r.Reports {
		if late.Dated || late.Standing != Current && late.Standing != Updated {
			continue
		}
		for _, early := range r.Reports {
			if early.counts() && !late.Moment.To.Before(early.Moment.To) && early != late &&
				r.epoch(early) == r.epoch(late) && (early.Voice == late.Voice || !late.Named) &&
				behind(late, early, r.Moves) {
				late.Standing = Older
				break
			}
		}
	}
}

// counts reports whether the report has a part in what reports say together.
func (r *Report) counts() bool { return r.Standing == Current || r.Standing == Updated }

// moment is what reports are compared within.
type moment struct{ name, stage string }

func (r *Report) at() moment { return moment{r.Moment.Name, r.stage} }

// settleQuotes finds claimants of whom two sources give values of one moment,
// which both write, so that no true value could lie behind both.
func (r *Row) settleQuotes() {
	type quoted struct {
		voice string
		at    moment
	}
	all := map[quoted][]*Report{}
	for _, report := range r.Reports {
		if report.counts() && report.Dated {
			at := quoted{report.Voice, report.at()}
			all[at] = append(all[at], report)
		}
	}
	for _, reports := range all {
		if len(reports) > 1 && !oneTruth(reports) {
			for _, report := range reports {
				report.Standing = Misquoted
			}
		}
	}
}

// oneTruth reports whether one value could lie behind all reports.
func oneTruth(reports []*Report) bool {
	all := make([]agreement.Report, len(reports))
	for i, report := range reports {
		all[i] = agreement.Report{Value: report.Compared}
	}
	kind := agreement.Of(all, agreement.Options{}).Kind
	return kind != agreement.Differ
}
