package digest

import (
	"slices"

	"collate/generator/check"
)

// column is one source of a story and what it stands by.
type column struct {
	summaries []*Summary         // oldest first
	reports   map[string]*Report // by folded name, those that a name means
}

// columns are the story's sources, in the order of their last summaries.
func (s *Story) columns() []*column {
	bySource := map[string]*column{}
	var columns []*column
	for _, sum := range s.Summaries {
		c := bySource[sum.Outlet.Slug]
		if c == nil {
			c = &column{reports: map[string]*Report{}}
			bySource[sum.Outlet.Slug] = c
			columns = append(columns, c)
		}
		c.summaries = append(c.summaries, sum)
		for _, r := range sum.Reports {
			if r.Revised == nil {
				c.keep(r)
			}
		}
	}
	slices.SortStableFunc(columns, func(a, b *column) int {
		return a.last().Date.Time.Compare(b.last().Date.Time)
	})
	return columns
}

func (c *column) last() *Summary { return c.summaries[len(c.summaries)-1] }

// keep keeps the report that an equation means by the figure's name.
func (c *column) keep(r *Report) {
	if old := c.reports[r.Row.key]; old == nil || meant(r.Row, old.Row) {
		c.reports[r.Row.key] = r
	}
}

// lastOf is the source's last summary that reports a part of an equation.
func (c *column) lastOf(parts []check.Part) *Summary {
	last := c.summaries[0]
	for _, p := range parts {
		if r := c.reports[p.Key]; r != nil && !p.Missing && oldestFirst(last, r.Summary) < 0 {
			last = r.Summary
		}
	}
	return last
}

// commonItems are the figures in groups that more than half of the sources
// name, of those that name anything of the group; by folded name.
func (s *Story) commonItems() map[string]bool {
	type pair struct{ name, source string }
	seen := map[pair]bool{}
	naming := map[string]int{} // sources, by item and by group
	count := func(name, source string) {
		if at := (pair{name, source}); !seen[at] {
			seen[at] = true
			naming[name]++
		}
	}
	for _, row := range s.Rows {
		if row.group == "" {
			continue
		}
		for _, r := range row.Reports {
			count(row.key, r.Summary.Outlet.Slug)
			count(row.group, r.Summary.Outlet.Slug)
		}
	}
	common := map[string]bool{}
	for _, row := range s.Rows {
		if row.group != "" && 2*naming[row.key] > naming[row.group] {
			common[row.key] = true
		}
	}
	return common
}
