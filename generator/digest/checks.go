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

// checking is what holding a story's checks against its sources takes.
type checking struct {
	*Story
	columns []*column
	common  map[string]bool    // items of groups that most sources name, by folded name
	implied map[told]bool      // what rows know already
	saying  map[told][]*Report // standing reports of a row that say a total
}

// told is a text about a row: what a source is implied to report, or a total.
type told struct {
	row          *Row
	source, text string
}

// lineUpChecks reads the story's equations and holds each source against them.
func (s *Story) lineUpChecks(from *content.Story, locale value.Locale) problem.List {
	if len(from.Checks) == 0 {
		return nil
	}
	var problems problem.List
	names := s.checkNames(from.Figures, locale)
	held := checking{s, s.columns(), s.commonItems(), map[told]bool{}, map[told][]*Report{}}
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
		for _, column := range held.columns {
			held.hold(c, equation, column)
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

// hold holds one source against a check, as of the date for which it reports
// most of it.
func (h *checking) hold(c *Check, equation *check.Equation, column *column) {
	common := func(item string) bool { return h.common[item] }
	reading := column.readings[0]
	outcome := equation.Evaluate(reading.value, common)
	for _, other := range column.readings[1:] {
		if o := equation.Evaluate(other.value, common); other.used(o.Parts) > reading.used(outcome.Parts) {
			reading, outcome = other, o
		}
	}
	if outcome.Status == check.LeftOut {
		return
	}
	o := &Outcome{Outcome: outcome, Check: c, Summary: column.lastOf(reading, outcome.Parts), AsOf: reading.asOf}
	switch outcome.Status {
	case check.Fails:
		c.Fails++
		o.Off = outcome.Off.Text
		h.explainShortfall(o, reading)
	case check.Implies:
		h.imply(o)
	}
	c.Outcomes = append(c.Outcomes, o)
}

// imply notes an implied value in the row of its figure, unless another check
// implied the same.
func (h *checking) imply(o *Outcome) {
	row := h.rowAsOf(o.Implied.Key, o.AsOf)
	if row == nil || o.Implied.Group {
		return
	}
	if at := (told{row, o.Summary.Outlet.Slug, o.Implied.Text}); !h.implied[at] {
		h.implied[at] = true
		row.Implied = append(row.Implied, Implied{Summary: o.Summary, Check: o.Check, Text: o.Implied.Text})
	}
}

// rowAsOf is the row of a figure as of a date, or its only one where that has
// no date; nil where there is neither.
func (h *checking) rowAsOf(key string, asOf content.Date) *Row {
	var rows []*Row
	for _, row := range h.Rows {
		if row.key != key {
			continue
		}
		if row.AsOf.String() == asOf.String() {
			return row
		}
		rows = append(rows, row)
	}
	if len(rows) == 1 && rows[0].AsOf.Time.IsZero() {
		return rows[0]
	}
	return nil
}

// explainShortfall says what the parts of a failing check come to, and which
// other sources report just that for the figure on the other side.
func (h *checking) explainShortfall(o *Outcome, r reading) {
	whole, parts := o.Left, o.Right
	if whole.Terms > parts.Terms {
		whole, parts = parts, whole
	}
	if whole.Terms != 1 || parts.Terms < 2 {
		return
	}
	o.Total = parts.Text
	report := r.reports[o.wholeKey()]
	if report == nil || !parts.Known {
		return
	}
	o.Agrees = h.sayingOf(report.Row, parts) // not the source itself, or the check would hold
}

// sayingOf are the standing reports of a row that say what the parts come to.
func (h *checking) sayingOf(row *Row, parts check.Side) []*Report {
	at := told{row: row, text: parts.Nominal.String() + " " + string(parts.Unit)}
	saying, known := h.saying[at]
	if !known {
		saying = slices.DeleteFunc(row.Standing(), func(r *Report) bool { return !r.says(parts) })
		h.saying[at] = saying
	}
	return saying
}

// says reports whether a report puts a number on what the parts come to: a
// mere bound, which allows much else, does not.
func (r *Report) says(parts check.Side) bool {
	_, bounded := r.Value.Interval.Width()
	return bounded && r.Value.Kind == value.KindNumber && r.Value.Unit == parts.Unit && r.Value.Interval.Contains(parts.Nominal)
}

// wholeKey is the figure that stands alone on its side: the first or the last
// of the equation's parts.
func (o *Outcome) wholeKey() string {
	parts := o.Parts
	if o.Left.Terms == 1 {
		return parts[0].Key
	}
	return parts[len(parts)-1].Key
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
	texts := make([]string, len(o.Parts))
	for i, p := range o.Parts {
		texts[i] = cmp.Or(p.Text, p.Name)
	}
	joined := strings.Join(texts, " ")
	return strings.NewReplacer("( ", "(", " )", ")").Replace(joined)
}
