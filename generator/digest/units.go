package digest

import (
	"cmp"
	"maps"
	"slices"

	"collate/generator/content"
	"collate/generator/value"
)

// convert chooses the row's unit and puts every value that has one in it into
// it: the unit that most voices have, of several with as many the site's
// currency, then the first by its code. A bare number takes the unit that the
// story gives, else the only one that is written.
func (r *Row) convert(spec *content.FigureSpec, currency string, by rates) {
	voices := map[value.Unit]map[string]bool{}
	for _, report := range r.Reports {
		if unit := report.Value.Unit; unit != "" && !report.None {
			if voices[unit] == nil {
				voices[unit] = map[string]bool{}
			}
			voices[unit][report.Voice] = true
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
	}
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
