package chart

import (
	"cmp"
	"slices"

	"collate/generator/digest"
)

// saidOf are the values that the voices of a row say, the lowest first, those
// that fit several camps included. Reports of one value are together, as wide
// as they were written.
func saidOf(row *digest.Row) []dot {
	var all []dot
	add := func(r *digest.Report) {
		if !hasUnit(r, row.Unit) {
			return
		}
		i := slices.IndexFunc(all, func(d dot) bool { return d.says(r) })
		if i < 0 {
			i, all = len(all), append(all, dot{outside: r.Outside})
		}
		all[i].reports = append(all[i].reports, r)
	}
	for _, camp := range row.Camps {
		if camp.Foreign {
			continue
		}
		for _, r := range camp.Reports {
			add(r)
		}
	}
	for _, r := range row.Apart {
		add(r)
	}
	for i := range all {
		all[i].countVoices()
	}
	slices.SortStableFunc(all, func(a, b dot) int { return a.middle().Cmp(b.middle()) })
	return all
}

// says reports whether a report says the same value in the same way.
func (d dot) says(r *digest.Report) bool {
	v, w := d.shown(), r.Compared
	return v.Kind == w.Kind && v.Qualifier == w.Qualifier && v.Number.Equal(w.Number) && v.Interval.Equal(w.Interval)
}

// countVoices counts whose word the value is; the empty voice is one by itself.
func (d *dot) countVoices() {
	seen := map[string]bool{}
	for _, r := range d.reports {
		if r.Voice == "" || !seen[r.Voice] {
			d.voices++
		}
		seen[r.Voice] = true
	}
}

// mostSaid are as many values as a chart has lines, those with most voices.
func mostSaid(all []dot) []dot {
	byVoices := slices.Clone(all)
	slices.SortStableFunc(byVoices, func(a, b dot) int { return cmp.Compare(b.voices, a.voices) })
	some := byVoices[:mostLines]
	slices.SortStableFunc(some, func(a, b dot) int { return a.middle().Cmp(b.middle()) })
	return some
}
