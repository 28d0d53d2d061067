package chart

import (
	"slices"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/value"
)

// stack is what one source says of the parts and of the total.
type stack struct {
	outlet  digest.Label
	parts   []*digest.Report
	total   *digest.Report // nil where the source reports none
	sum     value.Number   // of the parts as drawn
	allowed value.Interval // the sums that the parts as written allow
}

// stacks gathers what each source that names two parts or more reports, in
// the order of their last reports; false where it can't be drawn.
func stacks(group digest.Group, total *digest.Row) ([]stack, bool) {
	var all []stack
	var unit value.Unit
	for _, row := range group.Rows {
		if row.Unit == "date" || unit != "" && row.Unit != "" && unit != row.Unit || row.Kind == agreement.Incomparable {
			return nil, false
		}
		unit = max(unit, row.Unit)
		for _, r := range row.Standing() {
			if !fits(r, row.Unit) || size(r).Sign() < 0 {
				return nil, false
			}
			all = add(all, r)
		}
	}
	all = slices.DeleteFunc(all, func(s stack) bool { return len(s.parts) < 2 })
	for i := range all {
		all[i].addUp(total, unit)
	}
	slices.SortStableFunc(all, func(a, b stack) int { return a.last().Time.Compare(b.last().Time) })
	return all, 0 < len(all) && len(all) <= mostStacks
}

// add adds a part to its source's stack. Of reports on one part as of
// different days the newest counts, which comes last.
func add(all []stack, r *digest.Report) []stack {
	i := slices.IndexFunc(all, func(s stack) bool { return s.outlet.Slug == r.Summary.Outlet.Slug })
	if i < 0 {
		return append(all, stack{outlet: r.Summary.Outlet, parts: []*digest.Report{r}})
	}
	s := &all[i]
	if last := len(s.parts) - 1; s.parts[last].Row.Name == r.Row.Name {
		s.parts[last] = r
		return all
	}
	s.parts = append(s.parts, r)
	return all
}

// addUp sums the parts, and finds what the source itself calls the total.
func (s *stack) addUp(total *digest.Row, unit value.Unit) {
	for _, r := range s.parts {
		s.sum = s.sum.Add(size(r))
		s.allowed = s.allowed.Add(r.Value.Interval)
	}
	if total == nil {
		return
	}
	for _, r := range total.Standing() {
		if r.Summary.Outlet.Slug == s.outlet.Slug && fits(r, unit) && size(r).Sign() >= 0 {
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

// size is the number that a report is drawn with: a range's lower end.
func size(r *digest.Report) value.Number {
	if r.Value.Kind == value.KindRange {
		return r.Value.Interval.Low.At
	}
	return r.Value.Number
}
