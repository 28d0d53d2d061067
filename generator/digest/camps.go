package digest

import (
	"cmp"
	"slices"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/value"
)

// mark says for each report where it stands beside the others.
func (r *Row) mark() {
	r.bringCopies()
	if r.named() {
		return // whose words they are is said, and whoever quotes them is not marked
	}
	tied := r.Tied()
	for n, camp := range r.Camps {
		for _, report := range camp.Reports {
			report.Outside = len(r.Camps) > 1 && (n > 0 || tied)
		}
	}
	r.markOpens()
	r.count()
}

// bringCopies adds to the camp of each voice the further reports of other
// sources that say what it says.
func (r *Row) bringCopies() {
	for _, p := range r.Moments {
		for _, copied := range p.Copies {
			for n := range r.Camps {
				camp := &r.Camps[n]
				if slices.ContainsFunc(camp.Reports, func(report *Report) bool {
					return report.Voice == copied.Voice && report.at() == copied.at()
				}) && !slices.Contains(camp.Reports, copied) {
					camp.Reports = append(camp.Reports, copied)
				}
			}
		}
	}
	for _, camp := range r.Camps {
		slices.SortFunc(camp.Reports, func(a, b *Report) int { return cmp.Compare(a.order, b.order) })
	}
}

// named reports whether all camps are of named claimants.
func (r *Row) named() bool {
	for _, camp := range r.Camps {
		if slices.ContainsFunc(camp.Reports, func(report *Report) bool { return !report.Named }) {
			return false
		}
	}
	return len(r.Camps) > 1
}

// Named reports whether the figure differs between named claimants alone, so
// that it is said who says what, and not how many.
func (r *Row) Named() bool { return r.named() }

// Voices are the independent voices behind what the row shows.
func (r *Row) Voices() int {
	seen := map[string]bool{}
	for _, camp := range r.Camps {
		for _, report := range camp.Reports {
			seen[report.Voice] = true
		}
	}
	for _, report := range r.Apart {
		seen[report.Voice] = true
	}
	return len(seen)
}

// CampNumber is the camp of the report among those of its moment, or along the
// curve: from 1, the largest first. It is 0 for a report that fits more than
// one, can't be compared, or no longer stands.
func (r *Report) CampNumber() int {
	if r.Standing != Current || r.foreign {
		return 0
	}
	return r.camp
}

// Reason is why the report differs from others, as it says itself or its story
// does: a word, and words; both empty where nobody says.
func (r *Report) Reason() (content.Reason, string) {
	if r.Differ != "" || r.Why != "" {
		return r.Differ, r.Why
	}
	if r.Agreement != agreement.Differ {
		return "", ""
	}
	return r.Row.Reason, r.Row.Why
}

// count counts for each source how its own reports stand beside those of
// others; what it quotes of somebody is not held against it.
func (r *Row) count() {
	voices := 0
	for _, camp := range r.Camps {
		voices += camp.Voices
	}
	if voices+len(r.Apart) < 2 {
		return
	}
	for _, camp := range r.Camps {
		for _, report := range camp.Reports {
			if report.Standing != Current || report.Named {
				continue
			}
			report.Summary.tally.compared++
			if len(r.Camps) > 1 && camp.Voices == 1 {
				report.Summary.tally.alone++
			}
		}
	}
}

// StandsAlone are the reports of a source that no other voice agrees with, where
// others give something else: those that Alone counts, the newest first.
func (s *Source) StandsAlone() []*Report {
	var alone []*Report
	for _, sum := range s.Summaries {
		for _, r := range sum.Reports {
			own := r.Standing == Current && !r.Named && len(r.Row.Camps) > 1
			if own && slices.ContainsFunc(r.Row.Camps, func(c Camp) bool {
				return c.Voices == 1 && slices.Contains(c.Reports, r)
			}) {
				alone = append(alone, r)
			}
		}
	}
	return alone
}

// markOpens marks in each camp the report that opened it, the first to say
// what it says after somebody else said otherwise. Of two on one day of which
// one has no time, nobody knows which was first, and an article that gives
// what several say has opened nothing.
func (r *Row) markOpens() {
	if r.Kind != agreement.Differ || r.curve() != agreement.Still {
		return
	}
	opening := r.firstSummary()
	for _, camp := range r.Camps {
		first := camp.Reports[0]
		if first.Summary == opening {
			continue
		}
		first.Opens = len(camp.Reports) < 2 || first.before(camp.Reports[1])
	}
}

// firstSummary is that of the first report in any camp.
func (r *Row) firstSummary() *Summary {
	first := r.Camps[0].Reports[0]
	for _, camp := range r.Camps[1:] {
		if camp.Reports[0].order < first.order {
			first = camp.Reports[0]
		}
	}
	return first.Summary
}

// before reports whether the report is known to have been published before
// another.
func (r *Report) before(other *Report) bool {
	a, b := r.Summary.Date, other.Summary.Date
	if a.String() != b.String() {
		return a.Time.Before(b.Time)
	}
	return a.HasTime && b.HasTime && a.Time.Before(b.Time)
}

// Against is how a report outside the largest camp stands to the others: it
// differs or can't be compared. It is empty for a report that is not outside.
func (r *Report) Against() agreement.Kind {
	switch {
	case r.foreign:
		return agreement.Incomparable
	case !r.Outside:
		return ""
	case r.Row.Kind == agreement.Incomparable:
		return ""
	}
	return agreement.Differ
}

// Mixed reports whether some of the reports can't be compared with the others.
func (r *Row) Mixed() bool {
	return slices.ContainsFunc(r.Reports, func(report *Report) bool { return report.foreign })
}

// Tied reports whether no camp has more voices than any other.
func (r *Row) Tied() bool {
	return len(r.Camps) > 1 && !r.Camps[1].Foreign && r.Camps[0].Voices == r.Camps[1].Voices
}

// Corrected reports whether another report of the same source and claimant
// stands in the place of this one and says something else.
func (r *Report) Corrected() bool {
	return r.Revised != nil && (r.Standing == Replaced || r.Standing == Corrected) && !r.Value.Same(r.Revised.Value)
}

// commonUnit is the one unit that all reports have, those without a unit
// aside; empty where there is none or more than one.
func commonUnit(reports []*Report) value.Unit {
	var common value.Unit
	for _, r := range reports {
		switch unit := r.Value.Unit; {
		case unit == "" || unit == common:
		case common == "":
			common = unit
		default:
			return ""
		}
	}
	return common
}

// Misquoted are the reports of claimants of whom sources give different values
// of one moment, together for each.
func (r *Row) Misquoted() [][]*Report {
	var all [][]*Report
	for _, report := range r.Reports {
		if report.Standing != Misquoted {
			continue
		}
		n := slices.IndexFunc(all, func(of []*Report) bool {
			return of[0].Voice == report.Voice && of[0].at() == report.at()
		})
		if n < 0 {
			n, all = len(all), append(all, nil)
		}
		all[n] = append(all[n], report)
	}
	return all
}

// Valueless reports whether nobody gives a value: all say that there is none.
func (r *Row) Valueless() bool {
	return len(r.Reports) > 0 &&
		!slices.ContainsFunc(r.Reports, func(report *Report) bool { return report.Standing != NoValue })
}
