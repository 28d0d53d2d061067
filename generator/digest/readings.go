package digest

import (
	"slices"

	"collate/generator/check"
	"collate/generator/content"
	"collate/generator/value"
)

// reading is what one article says on the word of one claimant, as of one
// moment. A figure that the article gives once, on whosever word, serves all.
type reading struct {
	summary  *Summary
	claimant Label
	voice    string
	at       moment             // written; empty where the article states none
	asOf     content.Date       // likewise
	reports  map[string]*Report // by folded name
	mixed    bool               // some are of another moment, or don't stand any more
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
		all = append(all, &reading{summary: s, claimant: report.Claimant, voice: report.Voice, at: at, asOf: asOf})
	}
	dated := map[string]bool{} // voices that state a moment somewhere
	for _, r := range all {
		dated[r.voice] = dated[r.voice] || r.at != moment{}
	}
	all = slices.DeleteFunc(all, func(r *reading) bool { return r.at == moment{} && dated[r.voice] })
	for _, r := range all {
		r.read()
	}
	return slices.CompactFunc(all, func(a, b *reading) bool { return sameReports(a.reports, b.reports) })
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
		for _, report := range own {
			fits := !report.Dated || r.at == moment{} || report.at() == r.at
			if fits || len(own) == 1 {
				r.reports[key] = report
				r.mixed = r.mixed || !fits || report.Standing == Replaced
			}
			if fits && report.Dated {
				break
			}
		}
	}
}

func sameReports(a, b map[string]*Report) bool {
	if len(a) != len(b) {
		return false
	}
	for key, report := range a {
		if b[key] != report {
			return false
		}
	}
	return true
}

// value is the value of a figure, by its folded name.
func (r *reading) value(key string) (value.Value, bool) {
	if report := r.reports[key]; report != nil {
		return report.Value, true
	}
	return value.Value{}, false
}

// borrowed is the value of a figure that the article lacks.
func (r *reading) borrowed(key string) (value.Value, bool) {
	if report := r.lend(key); report != nil {
		return report.Value, true
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
		if report.Standing == Current && report.Voice == r.voice && report.at() == at {
			return report
		}
	}
	return nil
}

// uses counts the article's own figures in an equation.
func (r *reading) uses(parts []check.Part) int {
	n := 0
	for _, p := range parts {
		if r.reports[p.Key] != nil && !p.Missing {
			n++
		}
	}
	return n
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
