package digest

import (
	"cmp"
	"fmt"
	"slices"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/value"
)

// lineUpRows makes a row for each figure and as-of date that a summary
// reports, in the story's order, and says what each row's reports say together.
func (s *Story) lineUpRows(specs []content.FigureSpec) {
	byKey := map[string]*Row{}
	for _, sum := range s.Summaries {
		for i := range sum.Figures {
			f := &sum.Figures[i]
			key := f.Name.Key() + "\n" + f.AsOf.String()
			row := byKey[key]
			if row == nil {
				row = &Row{Story: s, Name: f.Name, Slug: content.Slug(f.Name.String()), AsOf: f.AsOf}
				byKey[key] = row
				s.Rows = append(s.Rows, row)
			}
			row.Reports = append(row.Reports, &Report{Figure: f, Summary: sum, Row: row})
		}
	}
	s.orderRows(specs)
	s.nameRows(specs)
	for _, row := range s.Rows {
		row.revise()
		row.compare()
		for _, r := range row.Reports {
			r.Summary.Reports = append(r.Summary.Reports, r)
		}
	}
}

// orderRows sorts the rows: in the order of the story's figures, others after
// them as they first appear; the items of a group stay together, at the place
// of the group or of its first item; rows of one figure by as-of date.
func (s *Story) orderRows(specs []content.FigureSpec) {
	rank := map[string]int{}
	for i, spec := range specs {
		rank[spec.Name.Key()] = i + 1
	}
	own, block := map[*Row]int{}, map[string]int{}
	for i, row := range s.Rows {
		own[row] = len(specs) + 1 + i
		if at := rank[row.Name.Key()]; at > 0 {
			own[row] = at
		}
		key := blockKey(row)
		at := own[row]
		if group := rank[value.FoldName(row.Name.Group)]; row.Name.Group != "" && group > 0 {
			at = group
		}
		if old, ok := block[key]; !ok || at < old {
			block[key] = at
		}
	}
	slices.SortStableFunc(s.Rows, func(a, b *Row) int {
		return cmp.Or(
			cmp.Compare(block[blockKey(a)], block[blockKey(b)]),
			cmp.Compare(own[a], own[b]),
			a.AsOf.Time.Compare(b.AsOf.Time),
		)
	})
}

// blockKey is equal for rows that must stay together: the items of one group,
// and the as-of dates of one figure.
func blockKey(r *Row) string {
	if r.Name.Group != "" {
		return value.FoldName(r.Name.Group) + ":"
	}
	return r.Name.Key()
}

// nameRows gives rows and groups their ids and notes and makes them findable,
// by the story's aliases too.
func (s *Story) nameRows(specs []content.FigureSpec) {
	note := map[string]string{}
	s.rows = map[string]*Row{}
	taken := map[string]bool{}
	for _, spec := range specs {
		note[spec.Name.Key()] = spec.Note
	}
	for _, row := range s.Rows {
		s.rows[row.Name.Key()] = row // the newest as_of comes last
		row.Note = note[row.Name.Key()]
		id := row.Slug
		if !row.AsOf.Time.IsZero() {
			id += "-" + row.AsOf.String()
		}
		row.ID = unique(taken, id)
		last := len(s.Groups) - 1
		if last < 0 || value.FoldName(s.Groups[last].Name) != value.FoldName(row.Name.Group) {
			group := Group{Name: row.Name.Group}
			if group.Name != "" {
				group.ID = unique(taken, content.Slug(group.Name))
				group.Note = note[value.FoldName(group.Name)]
			}
			s.Groups = append(s.Groups, group)
			last++
		}
		s.Groups[last].Rows = append(s.Groups[last].Rows, row)
	}
	for _, spec := range specs {
		row := s.rows[spec.Name.Key()]
		for _, alias := range spec.Aliases {
			if key := value.FoldName(alias); row != nil && s.rows[key] == nil {
				s.rows[key] = row
			}
		}
	}
}

// unique is the id itself, or with a number where it is taken.
func unique(taken map[string]bool, id string) string {
	name := id
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s-%d", id, n)
	}
	taken[name] = true
	return name
}

// revise marks every report that a later one of the same source replaces.
func (r *Row) revise() {
	latest := map[string]*Report{}
	for _, report := range slices.Backward(r.Reports) {
		report.Revised = latest[report.Summary.Outlet.Slug]
		if report.Revised == nil {
			latest[report.Summary.Outlet.Slug] = report
		}
	}
}

// Standing are the reports that no later one of the same source replaces.
func (r *Row) Standing() []*Report {
	var standing []*Report
	for _, report := range r.Reports {
		if report.Revised == nil {
			standing = append(standing, report)
		}
	}
	return standing
}

// compare says what the standing reports say together.
func (r *Row) compare() {
	standing := r.Standing()
	reports := make([]agreement.Report, len(standing))
	for i, report := range standing {
		reports[i] = agreement.Report{Value: report.Value, Voice: report.Summary.voice(), Order: i}
	}
	result := agreement.Of(reports)
	r.Kind = result.Kind
	r.Unit = commonUnit(standing)
	for _, c := range result.Camps {
		camp := Camp{Shown: standing[c.Shown], Voices: c.Voices}
		for _, i := range c.Members {
			camp.Reports = append(camp.Reports, standing[i])
		}
		r.Camps = append(r.Camps, camp)
	}
	r.markOutside(standing)
}

// markOutside marks the reports that are not in the first camp, and in each
// camp the report that opened it against an earlier one.
func (r *Row) markOutside(standing []*Report) {
	if r.Kind != agreement.Differ && r.Kind != agreement.Incomparable {
		return
	}
	for _, report := range standing {
		report.Outside = !slices.Contains(r.Camps[0].Reports, report)
	}
	for _, camp := range r.Camps {
		if first := camp.Reports[0]; !slices.Contains(camp.Reports, standing[0]) {
			first.Opens = true
		}
	}
}
