package digest

import (
	"cmp"
	"maps"
	"slices"

	"collate/generator/content"
	"collate/generator/value"
)

// convert chooses the row's unit and puts every value that has one in it into
// it: the unit that most voices have, what they give in brackets included, of
// several with as many the site's currency, then the first by its code. A bare
// number takes the unit that the story gives, else the only one that is written.
func (r *Row) convert(spec *content.FigureSpec, currency string, by rates) {
	voices := map[value.Unit]map[string]bool{}
	for _, report := range r.Reports {
		for v := &report.Value; v != nil && v.Unit != "" && !report.None; v = v.Also {
			if voices[v.Unit] == nil {
				voices[v.Unit] = map[string]bool{}
			}
			voices[v.Unit][report.Voice] = true
		}
	}
	units := slices.SortedFunc(maps.Keys(voices), func(a, b value.Unit) int {
		return cmp.Or(
			cmp.Compare(len(voices[b]), len(voices[a])),
			-cmp.Compare(bit(string(a) == currency), bit(string(b) == currency)),
			cmp.Compare(a, b),
		)
	})
	if len(units) > 0 {
		r.Unit = units[0]
	}
	bare := value.Unit("")
	if spec != nil {
		bare = spec.BaseUnit()
	}
	if bare == "" && len(units) == 1 {
		bare = units[0]
	}
	for _, report := range r.Reports {
		report.Compared = report.Value.In(bare)
		if also := report.Value.Also; also != nil && also.Unit == r.Unit && report.Value.Unit != r.Unit &&
			!report.None {
			report.Compared = *also
		}
	}
	r.equate()
	if r.Unit == "" {
		r.Unit = bare
	}
	r.exchange(by)
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// equate lets reports of one value that give different conversions of it allow
// all of these: they chose different rates, and say the same.
func (r *Row) equate() {
	for i, report := range r.Reports {
		if !report.bracketed() {
			continue
		}
		for _, other := range r.Reports[:i] {
			if other.bracketed() && other.Value.Same(report.Value) {
				both := other.Compared.Interval.Cover(report.Compared.Interval)
				report.Compared.Interval, other.Compared.Interval = both, both
			}
		}
	}
}

// bracketed reports whether it is what the brackets say that is compared.
func (r *Report) bracketed() bool { return r.Value.Also != nil && r.Compared.Unit == r.Value.Also.Unit }
