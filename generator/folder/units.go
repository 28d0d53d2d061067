package folder

import (
	"fmt"

	"collate/generator/value"
)

// bare warns of a number without a unit where the other summaries of the
// story give the same figure in one: 31M beside $30M. It would be compared as
// if it had theirs.
func (p *storyBuild) bare(keys spellingOf) {
	type row struct {
		unit  located // the first number that has a unit
		bare  []located
		mixed bool // there are two units
	}
	rows := map[string]*row{}
	var order []*row
	for n, m := range p.story.Summaries {
		for i := range m.Figures {
			f := located{&m.Figures[i], p.from.files[n].File}
			if f.Value.Kind != value.KindNumber && f.Value.Kind != value.KindRange {
				continue
			}
			key := keys.of(f.Name)
			r := rows[key]
			if r == nil {
				r = new(row)
				rows[key] = r
				order = append(order, r)
			}
			switch {
			case f.Value.Unit == "" && f.Value.Label != "": // 5M users are users
			case f.Value.Unit == "":
				r.bare = append(r.bare, f)
			case r.unit.Report == nil:
				r.unit = f
			case r.unit.Value.Unit != f.Value.Unit:
				r.mixed = true
			}
		}
	}
	for _, r := range order {
		if r.unit.Report == nil || r.mixed {
			continue
		}
		for _, f := range r.bare {
			place, line := f.file.Find(f.Position())
			p.problems = append(p.problems, warn(place, line,
				fmt.Sprintf("figures: %s: %s has no unit, and %s in %s has one", f.Name, f.Value.Written,
					r.unit.Value.Written, r.unit.file.Path),
				"write the unit as well, if the article has the same"))
		}
	}
}
