package digest

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"collate/generator/check"
	"collate/generator/content"
	"collate/generator/problem"
	"collate/generator/value"
)

// lineUpChecks reads the story's equations and holds each source against them.
func (s *Story) lineUpChecks(from *content.Story, locale value.Locale) problem.List {
	if len(from.Checks) == 0 {
		return nil
	}
	var problems problem.List
	names := s.checkNames(from.Figures, locale)
	columns := s.columns()
	common := s.commonItems()
	for i, e := range from.Checks {
		equation, err := check.Parse(e.Text, names)
		if err != nil {
			var syntax *check.SyntaxError
			if errors.As(err, &syntax) && !(syntax.Unknown && s.Incomplete) {
				problems = append(problems, checkProblem(e, syntax))
			}
			continue
		}
		c := &Check{Story: s, Text: e.Text, ID: fmt.Sprintf("check-%d", i+1)}
		for _, column := range columns {
			s.hold(c, equation, column, common)
		}
		s.Checks = append(s.Checks, c)
	}
	return problems
}

// checkProblem places a complaint about an equation. A name alone is no
// equation but does no harm either, even if nobody reports such a figure.
func checkProblem(e content.Equation, err *check.SyntaxError) problem.Problem {
	p := problem.Problem{Place: e.Place, Severity: problem.Error, Text: e.Line, Message: "checks: " + err.Message, Hint: err.Hint}
	p.Column += err.Offset
	if err.Bare || !strings.ContainsAny(e.Text, "=<>≤≥+*/×÷()") {
		p.Severity = problem.Warning
	}
	return p
}

// checkNames are the figures and groups that the story's equations may speak
// of: those that somebody reports and those that the story lists.
func (s *Story) checkNames(specs []content.FigureSpec, locale value.Locale) check.Names {
	names := check.Names{Figures: map[string]check.Figure{}, Groups: map[string][]string{}, Locale: locale}
	units := map[string][]*Report{}
	for _, row := range s.Rows {
		key := row.Name.Key()
		units[key] = append(units[key], row.Reports...)
		names.Figures[key] = check.Figure{Name: row.Name.String(), Unit: commonUnit(units[key])}
		if row.Name.Group != "" {
			group := value.FoldName(row.Name.Group)
			if !slices.Contains(names.Groups[group], key) {
				names.Groups[group] = append(names.Groups[group], key)
			}
		}
	}
	for _, spec := range specs {
		key := spec.Name.Key()
		if _, known := names.Figures[key]; !known && names.Groups[key] == nil {
			names.Figures[key] = check.Figure{Name: spec.Name.String()}
		}
		for _, alias := range spec.Aliases {
			names.Figures[value.FoldName(alias)] = names.Figures[key]
		}
	}
	return names
}

// column is one source of a story and what it stands by.
type column struct {
	summaries []*Summary         // oldest first
	reports   map[string]*Report // by folded name; of several as-of dates none, or else the newest
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
	key := r.Name.Key()
	old := c.reports[key]
	if old == nil || !old.AsOf.Time.IsZero() && (r.AsOf.Time.IsZero() || r.AsOf.Time.After(old.AsOf.Time)) {
		c.reports[key] = r
	}
}

// hold holds one source against a check.
func (s *Story) hold(c *Check, equation *check.Equation, column *column, common map[string]bool) {
	outcome := equation.Evaluate(
		func(key string) (value.Value, bool) {
			if r := column.reports[key]; r != nil {
				return r.Value, true
			}
			return value.Value{}, false
		},
		func(item string) bool { return common[item] },
	)
	if outcome.Status == check.LeftOut {
		return
	}
	o := &Outcome{Outcome: outcome, Check: c, Summary: column.lastOf(outcome.Parts)}
	switch outcome.Status {
	case check.Fails:
		c.Fails++
		o.Off = outcome.Off.Text
		s.explainShortfall(o)
	case check.Implies:
		if row := s.rows[outcome.Implied.Key]; row != nil && !outcome.Implied.Group {
			row.imply(Implied{Summary: o.Summary, Check: c, Text: outcome.Implied.Text})
		}
	}
	c.Outcomes = append(c.Outcomes, o)
}

// lastOf is the source's last summary that reports a part of an equation.
func (c *column) lastOf(parts []check.Part) *Summary {
	last := c.summaries[0]
	for _, p := range parts {
		if r := c.reports[p.Key]; r != nil && !p.Missing && r.Summary.Date.Time.Compare(last.Date.Time) >= 0 {
			last = r.Summary
		}
	}
	return last
}

// imply notes an implied value, unless another check implied the same.
func (r *Row) imply(value Implied) {
	for _, known := range r.Implied {
		if known.Summary == value.Summary && known.Text == value.Text {
			return
		}
	}
	r.Implied = append(r.Implied, value)
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
		for _, r := range row.Reports {
			if row.Name.Group != "" {
				count(row.Name.Key(), r.Summary.Outlet.Slug)
				count(value.FoldName(row.Name.Group), r.Summary.Outlet.Slug)
			}
		}
	}
	common := map[string]bool{}
	for _, row := range s.Rows {
		if group := value.FoldName(row.Name.Group); 2*naming[row.Name.Key()] > naming[group] {
			common[row.Name.Key()] = row.Name.Group != ""
		}
	}
	return common
}

// explainShortfall says what the parts of a failing check come to, and which
// other sources report just that for the figure on the other side.
func (s *Story) explainShortfall(o *Outcome) {
	whole, parts := o.Left, o.Right
	if whole.Terms > parts.Terms {
		whole, parts = parts, whole
	}
	if whole.Terms != 1 || parts.Terms < 2 {
		return
	}
	o.Parts = parts.Text
	row := s.wholeRow(o, whole)
	if row == nil || !parts.Known {
		return
	}
	for _, r := range row.Standing() {
		if r.Summary.Outlet.Slug != o.Summary.Outlet.Slug && r.says(parts) {
			o.Agrees = append(o.Agrees, r)
		}
	}
}

// says reports whether a report puts a number on what the parts come to: a
// mere bound, which allows much else, does not.
func (r *Report) says(parts check.Side) bool {
	_, bounded := r.Value.Interval.Width()
	return bounded && r.Value.Kind == value.KindNumber && r.Value.Unit == parts.Unit && r.Value.Interval.Contains(parts.Nominal)
}

// wholeRow is the row of the figure that stands alone on its side: the first
// or the last of the equation's parts.
func (s *Story) wholeRow(o *Outcome, whole check.Side) *Row {
	part := o.Outcome.Parts[0]
	if len(o.Outcome.Parts) > 1 && whole.Terms == o.Right.Terms && o.Left.Terms != 1 {
		part = o.Outcome.Parts[len(o.Outcome.Parts)-1]
	}
	return s.rows[part.Key]
}

// lastFailure is the newest summary that the check fails for.
func (c *Check) lastFailure() *Summary {
	var last *Summary
	for _, o := range c.Outcomes {
		if o.Status == check.Fails && (last == nil || o.Summary.Date.Time.After(last.Date.Time)) {
			last = o.Summary
		}
	}
	return last
}

// Equation is the check with the source's own values in it: $120B ≠ $50B +
// $30B + $30B.
func (o *Outcome) Equation() string {
	texts := make([]string, len(o.Outcome.Parts))
	for i, p := range o.Outcome.Parts {
		texts[i] = cmp.Or(p.Text, p.Name)
	}
	joined := strings.Join(texts, " ")
	return strings.NewReplacer("( ", "(", " )", ")").Replace(joined)
}
