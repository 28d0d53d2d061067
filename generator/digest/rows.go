package digest

import (
	"cmp"
	"slices"

	"collate/generator/content"
	"collate/generator/value"
)

// lineUpRows makes a row for each figure that a summary reports, in the
// story's order, and says what each row's reports say together.
func (s *Story) lineUpRows(from *content.Story, locale value.Locale, by rates) {
	rows := map[string]*Row{}
	names := newNames()
	claimants := newClaimants(from.Claimants)
	s.claimants = from.Claimants
	specs := specsByKey(from.Figures)
	reports := make([]Report, 0, s.countFigures()) // side by side, as they are used
	for _, sum := range s.Summaries {
		sum.Reports = make([]*Report, 0, len(sum.Figures))
		for i := range sum.Figures {
			f := &sum.Figures[i]
			name := names.of(f.Name)
			row := rows[name.key]
			if row == nil {
				row = &Row{Story: s, Name: name.Name, Slug: label(name.String()).Slug, key: name.key, group: name.group}
				row.describe(specs[name.key])
				rows[name.key] = row
				s.Rows = append(s.Rows, row)
			}
			reports = append(reports, Report{Report: f, Summary: sum, Row: row, order: len(reports)})
			report := &reports[len(reports)-1]
			report.attribute(claimants)
			report.date()
			row.Reports = append(row.Reports, report)
		}
	}
	s.orderRows(from.Figures)
	s.identify(from.Figures)
	for _, row := range s.Rows {
		row.convert(specs[row.key], locale.Currency, by)
		row.settle()
		row.compare(from.Stages, locale.Language)
		for _, r := range row.Reports {
			r.Summary.Reports = append(r.Summary.Reports, r)
		}
	}
}

// specsByKey are what the story says of its figures, by their names folded.
func specsByKey(specs []content.FigureSpec) map[string]*content.FigureSpec {
	all := make(map[string]*content.FigureSpec, len(specs))
	for i, name := range ownNames(specs) {
		all[name.Key()] = &specs[i]
	}
	return all
}

// describe takes over what the story says of the figure.
func (r *Row) describe(spec *content.FigureSpec) {
	if spec != nil {
		r.Moves, r.Reason, r.Why = spec.Moves, spec.Differ, spec.Why
	}
}

// date finds what moment the report is of: that which it states, else of a
// moving figure its article's, which is the latest that its number can be of.
func (r *Report) date() {
	r.stage = foldStage(r.Stage)
	switch {
	case !r.AsOf.IsZero():
		r.Moment, r.Dated = r.AsOf.Moment(), true
	case r.Row.Moves != "":
		r.Moment = r.Summary.Date.Moment()
	}
	r.Dated = r.Dated || r.Stage != ""
}

// countFigures counts what the summaries report.
func (s *Story) countFigures() int {
	n := 0
	for _, sum := range s.Summaries {
		n += len(sum.Figures)
	}
	return n
}

// orderRows sorts the rows: in the order of the story's figures, others after
// them as they first appear; the items of a group stay together, at the place
// of the group or of its first item.
func (s *Story) orderRows(specs []content.FigureSpec) {
	own := map[string]int{} // places by name; of groups too, where the story lists them
	for i, spec := range specs {
		if _, twice := own[spec.Name.Key()]; !twice {
			own[spec.Name.Key()] = i
		}
	}
	blocks := map[string]int{} // places of what stays together
	for i, row := range s.Rows {
		if _, known := own[row.key]; !known {
			own[row.key] = len(specs) + i
		}
		at := own[row.key]
		if listed, ok := own[row.group]; row.group != "" && ok && listed < len(specs) {
			at = listed
		}
		if old, ok := blocks[row.block()]; !ok || at < old {
			blocks[row.block()] = at
		}
	}
	type place struct {
		row        *Row
		block, own int
	}
	places := make([]place, len(s.Rows))
	for i, row := range s.Rows {
		places[i] = place{row, blocks[row.block()], own[row.key]}
	}
	slices.SortStableFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.block, b.block), cmp.Compare(a.own, b.own))
	})
	for i, p := range places {
		s.Rows[i] = p.row
	}
}

// block is equal for rows that must stay together: the items of one group.
func (r *Row) block() string {
	if r.group != "" {
		return r.group + ":"
	}
	return r.key
}

// Standing are the reports that stand: the last word of each source for each
// claimant.
func (r *Row) Standing() []*Report {
	standing := make([]*Report, 0, len(r.Reports))
	for _, report := range r.Reports {
		if report.Standing == Current {
			standing = append(standing, report)
		}
	}
	return standing
}
