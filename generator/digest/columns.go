package digest

import (
	"maps"
	"slices"

	"collate/generator/check"
	"collate/generator/content"
	"collate/generator/value"
)

// column is one source of a story and what it stands by.
type column struct {
	summaries []*Summary // oldest first
	readings  []reading  // without a date first, then the newest first
}

// reading is what a source can be held to as of one date: what it reports as of
// that date, and for other figures what it reports without one. Values as of
// two dates are never held against each other.
type reading struct {
	asOf    content.Date       // zero for what it reports without a date
	reports map[string]*Report // by folded name
}

// columns are the story's sources, in the order of their last summaries.
func (s *Story) columns() []*column {
	bySource := map[string]*column{}
	var columns []*column
	for _, sum := range s.Summaries {
		c := bySource[sum.Outlet.Slug]
		if c == nil {
			c = &column{readings: []reading{{reports: map[string]*Report{}}}}
			bySource[sum.Outlet.Slug] = c
			columns = append(columns, c)
		}
		c.summaries = append(c.summaries, sum)
	}
	for _, c := range columns {
		c.read()
	}
	slices.SortStableFunc(columns, func(a, b *column) int {
		return a.last().Date.Time.Compare(b.last().Date.Time)
	})
	return columns
}

func (c *column) last() *Summary { return c.summaries[len(c.summaries)-1] }

// read makes the source's readings of the reports that it stands by.
func (c *column) read() {
	undated := c.readings[0].reports
	var dated []*Report
	for _, sum := range c.summaries {
		for _, r := range sum.Reports {
			switch {
			case r.Revised != nil:
			case r.Row.AsOf.Time.IsZero():
				undated[r.Row.key] = r
			default:
				dated = append(dated, r)
			}
		}
	}
	slices.SortStableFunc(dated, func(a, b *Report) int { return b.Row.AsOf.Time.Compare(a.Row.AsOf.Time) })
	for _, r := range dated {
		last := &c.readings[len(c.readings)-1]
		if last.asOf.String() != r.Row.AsOf.String() {
			c.readings = append(c.readings, reading{r.Row.AsOf, maps.Clone(undated)})
			last = &c.readings[len(c.readings)-1]
		}
		last.reports[r.Row.key] = r
	}
}

// value is the value of a figure, by its folded name.
func (r reading) value(key string) (value.Value, bool) {
	if report := r.reports[key]; report != nil {
		return report.Value, true
	}
	return value.Value{}, false
}

// used counts the source's own figures in an equation.
func (r reading) used(parts []check.Part) int {
	n := 0
	for _, p := range parts {
		if r.reports[p.Key] != nil && !p.Missing {
			n++
		}
	}
	return n
}

// lastOf is the source's last summary that reports a part of an equation.
func (c *column) lastOf(r reading, parts []check.Part) *Summary {
	last := c.summaries[0]
	for _, p := range parts {
		if report := r.reports[p.Key]; report != nil && !p.Missing && oldestFirst(last, report.Summary) < 0 {
			last = report.Summary
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
