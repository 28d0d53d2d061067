package digest

import (
	"cmp"
	"slices"

	"collate/generator/content"
)

// lineUpRows makes a row for each figure and as-of date that a summary
// reports, in the story's order, and says what each row's reports say together.
func (s *Story) lineUpRows(specs []content.FigureSpec) {
	type place struct{ figure, asOf string }
	rows := map[place]*Row{}
	names := newNames()
	reports := make([]Report, 0, s.countFigures()) // side by side, as they are used
	for _, sum := range s.Summaries {
		sum.Reports = make([]*Report, 0, len(sum.Figures))
		for i := range sum.Figures {
			f := &sum.Figures[i]
			name := names.of(f.Name)
			at := place{name.key, f.AsOf.String()}
			row := rows[at]
			if row == nil {
				row = &Row{Story: s, Name: name.Name, Slug: label(name.String()).Slug, AsOf: f.AsOf, key: name.key, group: name.group}
				rows[at] = row
				s.Rows = append(s.Rows, row)
			}
			reports = append(reports, Report{Figure: f, Summary: sum, Row: row})
			row.Reports = append(row.Reports, &reports[len(reports)-1])
		}
	}
	s.orderRows(specs)
	s.identify(specs)
	for _, row := range s.Rows {
		row.revise()
		row.compare()
		for _, r := range row.Reports {
			r.Summary.Reports = append(r.Summary.Reports, r)
		}
	}
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
// of the group or of its first item; rows of one figure by as-of date.
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
		return cmp.Or(cmp.Compare(a.block, b.block), cmp.Compare(a.own, b.own), a.row.AsOf.Time.Compare(b.row.AsOf.Time))
	})
	for i, p := range places {
		s.Rows[i] = p.row
	}
}

// block is equal for rows that must stay together: the items of one group, and
// the as-of dates of one figure.
func (r *Row) block() string {
	if r.group != "" {
		return r.group + ":"
	}
	return r.key
}

// revise marks every report that a later one of the same source replaces.
func (r *Row) revise() {
	latest := make(map[string]*Report, len(r.Reports))
	for _, report := range r.Reports {
		report.Replaces = latest[report.Summary.Outlet.Slug]
		latest[report.Summary.Outlet.Slug] = report
	}
	for _, report := range r.Reports {
		last := latest[report.Summary.Outlet.Slug]
		if last == report {
			continue
		}
		report.Revised = last
		if report.Corrected() {
			report.Summary.tally.revised++
		}
	}
}

// Standing are the reports that no later one of the same source replaces.
func (r *Row) Standing() []*Report {
	standing := make([]*Report, 0, len(r.Reports))
	for _, report := range r.Reports {
		if report.Revised == nil {
			standing = append(standing, report)
		}
	}
	return standing
}
