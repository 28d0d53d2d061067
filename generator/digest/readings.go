package digest

import (
	"slices"
	"strings"

	"collate/generator/check"
	"collate/generator/content"
	"collate/generator/value"
)

// reading is what one article says on the word of one claimant, as of one
// moment. A figure that the article gives once, on whosever word, serves all.
type reading struct {
	summary *Summary
	voice   string
	at      moment             // written; empty where the article states none
	asOf    content.Date       // likewise
	reports map[string]*Report // by folded name
	others  []string           // figures, in no order, that the article gives on the word of several others
}

// readings are what an article can be held to: one for each claimant and each
// moment that it gives.
func (s *Summary) readings() []*reading {
	var all []*reading
	for _, report := range s.Reports {
		if !report.reckons() {
			continue
		}
		at, asOf := moment{}, content.Date{}
		if report.Dated {
			at, asOf = report.at(), report.AsOf
		}
		if slices.ContainsFunc(all, func(r *reading) bool { return r.voice == report.Voice && r.at == at }) {
			continue
		}
		all = append(all, &reading{summary: s, voice: report.Voice, at: at, asOf: asOf})
	}
	dated := map[string]bool{} // voices that state a moment somewhere
	for _, r := range all {
		dated[r.voice] = dated[r.voice] || r.at != moment{}
	}
	all = slices.DeleteFunc(all, func(r *reading) bool { return r.at == moment{} && dated[r.voice] })
	for _, r := range all {
		r.read()
	}
	return all
}

// reckons reports whether the report is one that its article can be held to.
func (r *Report) reckons() bool {
	switch r.Standing {
	case NoValue, Withdrawn, Corrected:
		return false
	}
	return true
}

// read chooses a report for each figure of the article: the claimant's own of
// the moment, else its only one, else the only one that there is.
func (r *reading) read() {
	r.reports = map[string]*Report{}
	given := map[string][]*Report{}
	for _, report := range r.summary.Reports {
		if report.reckons() {
			given[report.Row.key] = append(given[report.Row.key], report)
		}
	}
	for key, reports := range given {
		own := slices.DeleteFunc(slices.Clone(reports), func(report *Report) bool { return report.Voice != r.voice })
		if len(own) == 0 && len(reports) == 1 {
			own = reports
		}
		if len(own) == 0 {
			r.others = append(r.others, key)
		}
		for _, report := range own {
			if r.fits(report) || len(own) == 1 {
				r.reports[key] = report
			}
			if r.fits(report) && report.Dated {
				break
			}
		}
	}
}

// fits reports whether a report can be of the reading's moment.
func (r *reading) fits(report *Report) bool {
	return !report.Dated || r.at == moment{} || report.at() == r.at
}

// speaks reports whether some of the reports are the claimant's own.
func (r *reading) speaks(used []*Report) bool {
	return slices.ContainsFunc(used, func(report *Report) bool { return report.Voice == r.voice })
}

// mixed reports whether some of the reports are of another moment or on the
// word of another whom the article names, or don't stand any more: they can
// hold together, and accuse nobody.
func (r *reading) mixed(used []*Report) bool {
	named := ""
	return slices.ContainsFunc(used, func(report *Report) bool {
		if report.Named && named == "" {
			named = report.Voice
		}
		return !r.fits(report) || report.Standing == Replaced || report.Named && report.Voice != named
	})
}

// value is the value of a figure, by its folded name.
func (r *reading) value(key string) (value.Value, bool) {
	if report := r.reports[key]; report != nil {
		return report.reckoned(), true
	}
	return value.Value{}, false
}

// reckoned is the report's value as an equation shows it: under an alias with
// the other sign it is not as written. On negative numbers "more than" speaks
// of size.
func (r *Report) reckoned() value.Value {
	v := r.Value
	if r.Turned && v.Kind == value.KindNumber {
		v.Written = strings.TrimSpace(v.Qualifier.String() + " " + value.Format(v.Number, v.Unit))
	}
	return v
}

// borrowed is the value of a figure that the article lacks.
func (r *reading) borrowed(key string) (value.Value, bool) {
	if report := r.lend(key); report != nil {
		return report.reckoned(), true
	}
	return value.Value{}, false
}

// lend finds another report of the same voice and moment; nil where there is
// none that stands, or the article has a report of its own that doesn't.
func (r *reading) lend(key string) *Report {
	row := r.summary.Story.rows[key]
	if row == nil || slices.ContainsFunc(row.Reports, func(own *Report) bool { return own.Summary == r.summary }) {
		return nil
	}
	at := r.at
	if at == (moment{}) && row.Moves != "" {
		at.name = r.summary.Date.Moment().Name
	}
	for _, report := range row.Reports {
		if report.Replaces != nil && report.order > r.lastOrder() {
			continue // when the article appeared, its word was another
		}
		if report.Standing == Current && report.Voice == r.voice && report.at() == at &&
			(row.Moves != "" || !r.moves() || report.Summary.Date == r.summary.Date) {
			return report
		}
	}
	return nil
}

// lastOrder is the place of the article's last report in the order of
// publication.
func (r *reading) lastOrder() int {
	last := 0
	for _, report := range r.reports {
		last = max(last, report.order)
	}
	return last
}

// moves reports whether some of the reports are of a moving figure and of the
// article's date, when what another article says of others may be out of date.
func (r *reading) moves() bool {
	for _, report := range r.reports {
		if report.Row.Moves != "" && !report.Dated {
			return true
		}
	}
	return false
}

// uses are the article's reports that an equation takes.
func (r *reading) uses(parts []check.Part) []*Report {
	var used []*Report
	for _, p := range parts {
		if report := r.reports[p.Key]; report != nil && !p.Missing {
			used = append(used, report)
		}
	}
	return used
}

// leavesTo reports whether an equation lacks a figure that the article does
// give, on the word of others: it is held against the check on theirs.
func (r *reading) leavesTo(parts []check.Part) bool {
	return slices.ContainsFunc(parts, func(p check.Part) bool { return p.Missing && slices.Contains(r.others, p.Key) })
}

// namedItems are the figures in groups that any article names, with a value or
// by saying that there is none; by folded name.
func (s *Story) namedItems() map[string]bool {
	named := map[string]bool{}
	for _, row := range s.Rows {
		if row.group != "" {
			named[row.key] = true
		}
	}
	return named
}
