package chart

import (
	"slices"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/number"
	"collate/generator/value"
)

// stack is what one source, or several, say of the parts and of the total.
type stack struct {
	source  digest.Label
	others  []digest.Label // further sources that say the same
	parts   []*digest.Report
	total   *digest.Report  // nil where the source reports none
	sum     number.Number   // of the parts as drawn
	allowed number.Interval // the sums that the parts as written allow
}

// stacks gathers what each source that names two parts or more reports, in
// the order of their last reports; false where it can't be drawn.
func stacks(group digest.Group, total *digest.Row) ([]stack, bool) {
	var all []stack
	at := map[string]int{} // by the source's slug
	var unit value.Unit
	for _, row := range group.Rows {
		if row.Unit == "date" || unit != "" && row.Unit != "" && unit != row.Unit ||
			row.Kind == agreement.Incomparable {
			return nil, false
		}
		unit = max(unit, row.Unit)
		for _, r := range row.Standing() {
			if !hasUnit(r, row.Unit) || drawnNumber(r).Sign() < 0 {
				return nil, false
			}
			i, known := at[r.Summary.SourceLabel.Slug]
			if !known {
				at[r.Summary.SourceLabel.Slug] = len(all)
				all = append(all, stack{source: r.Summary.SourceLabel, parts: []*digest.Report{r}})
				continue
			}
			all[i].add(r)
		}
	}
	all = slices.DeleteFunc(all, func(s stack) bool { return len(s.parts) < 2 })
	if len(all) == 0 || len(all) > mostStacks {
		return nil, false
	}
	for i := range all {
		all[i].addUp(total, unit)
	}
	slices.SortStableFunc(all, func(a, b stack) int { return a.last().Time.Compare(b.last().Time) })
	return share(all), len(all) > 1 || all[0].total != nil
}

// share puts sources together that say the same of all parts and of the total,
// those that most say first.
func share(all []stack) []stack {
	var shared []stack
	for _, s := range all {
		i := slices.IndexFunc(shared, s.same)
		if i < 0 {
			shared = append(shared, s)
			continue
		}
		shared[i].others = append(shared[i].others, s.source)
	}
	slices.SortStableFunc(shared, func(a, b stack) int { return len(b.others) - len(a.others) })
	return shared
}

// same reports whether two sources say the same of all parts and of the total.
func (s stack) same(other stack) bool {
	if (s.total == nil) != (other.total == nil) || s.total != nil && !s.total.Compared.Same(other.total.Compared) {
		return false
	}
	return slices.EqualFunc(s.parts, other.parts, func(a, b *digest.Report) bool {
		return a.Row == b.Row && a.Compared.Same(b.Compared)
	})
}

// add adds a part to the stack. Of reports on one part as of different days
// the newest counts, which comes last.
func (s *stack) add(r *digest.Report) {
	if last := len(s.parts) - 1; s.parts[last].Row.Name == r.Row.Name {
		s.parts[last] = r
		return
	}
	s.parts = append(s.parts, r)
}

// addUp sums the parts, and finds what the source itself calls the total.
func (s *stack) addUp(total *digest.Row, unit value.Unit) {
	for _, r := range s.parts {
		s.sum = s.sum.Add(drawnNumber(r))
		s.allowed = s.allowed.Add(r.Compared.Interval)
	}
	if total == nil {
		return
	}
	for _, r := range total.Standing() {
		if r.Summary.SourceLabel.Slug == s.source.Slug && hasUnit(r, unit) && drawnNumber(r).Sign() >= 0 {
			s.total = r
		}
	}
}

// last is the date of the source's last report on a part.
func (s *stack) last() content.Date {
	last := s.parts[0].Summary.Date
	for _, r := range s.parts {
		if r.Summary.Date.Time.After(last.Time) {
			last = r.Summary.Date
		}
	}
	return last
}

// drawnNumber is the number that a report is drawn with: a range's lower end.
func drawnNumber(r *digest.Report) number.Number {
	if r.Compared.Kind == value.KindRange {
		return r.Compared.Interval.Low.At
	}
	return r.Compared.Number
}
