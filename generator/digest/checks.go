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

// lineUpChecks reads the story's equations and holds each summary against them.
func (s *Story) lineUpChecks(from *content.Story, locale value.Locale) problem.List {
	if len(from.Checks) == 0 {
		return nil
	}
	var problems problem.List
	names := s.checkNames(from.Figures, locale)
	named := s.namedItems()
	readings := make([][]*reading, len(s.Summaries))
	for i, sum := range s.Summaries {
		readings[i] = sum.readings()
	}
	for i, e := range from.Checks {
		equation, err := check.Parse(e.Text, names)
		if err != nil {
			var syntax *check.SyntaxError
			if errors.As(err, &syntax) && !(syntax.Unknown && s.Incomplete) {
				problems = append(problems, checkProblem(e, syntax))
			}
			continue
		}
		c := &Check{Story: s, Text: e.Text, ID: fmt.Sprintf("check-%d", i+1), figures: equation.Figures()}
		for _, of := range readings {
			c.hold(equation, of, func(item string) bool { return named[item] })
		}
		c.imply()
		s.Checks = append(s.Checks, c)
	}
	return problems
}

// checkProblem places a complaint about an equation. A name alone is no
// equation but does no harm either, even if nobody reports such a figure.
func checkProblem(e content.Equation, err *check.SyntaxError) problem.Problem {
	p := problem.Problem{Place: e.Place, Severity: problem.Error, Text: e.Line, Message: "checks: " + err.Message,
		Hint: err.Hint}
	p.Column += err.Offset
	if err.Bare || !strings.ContainsAny(e.Text, "=<>≤≥+*/×÷()") {
		p.Severity = problem.Warning
	}
	return p
}

// hold holds an article against a check: once for each of its readings that
// takes other reports of it.
func (c *Check) hold(equation *check.Equation, readings []*reading, named func(item string) bool) {
	first := len(c.Outcomes)
	var taken [][]*Report
	for _, r := range readings {
		outcome := equation.Evaluate(r.value, r.borrowed, named)
		used := r.uses(outcome.Parts)
		if !r.speaks(used) || r.leavesTo(outcome.Parts) ||
			slices.ContainsFunc(taken, func(other []*Report) bool { return slices.Equal(used, other) }) {
			continue
		}
		taken = append(taken, used)
		if r.mixed(used) && (outcome.Status == check.Fails || outcome.Status == check.Implies) {
			outcome = check.Outcome{Status: check.LeftOut, Parts: outcome.Parts}
		}
		o := &Outcome{Outcome: outcome, Check: c, Summary: r.summary}
		if slices.ContainsFunc(used, func(report *Report) bool { return report.Dated }) {
			o.AsOf, o.at = r.asOf, r.at
		}
		for _, key := range outcome.Borrowed {
			o.Borrowed = append(o.Borrowed, r.lend(key))
		}
		if outcome.Status == check.Fails {
			c.Fails++
			o.Off = outcome.Off.Text
			o.explainShortfall(r)
		}
		c.Outcomes = append(c.Outcomes, o)
	}
	for i, o := range c.Outcomes[first:] {
		o.attribute(taken[i], len(taken) > 1)
	}
}

// attribute finds on whose word the reports are that an outcome takes. Where
// some are the article's own, those whose word the others are need naming only
// if the article is held against the check on the word of others too.
func (o *Outcome) attribute(used []*Report, several bool) {
	own := slices.ContainsFunc(used, func(report *Report) bool { return !report.Named })
	if own && !several {
		return
	}
	for _, report := range used {
		if report.Named && !slices.Contains(o.Claimants, report.Claimant) {
			o.Claimants = append(o.Claimants, report.Claimant)
		}
	}
}

// Claimant is the one on whose word the outcome is: the article's own, unless
// all is on the word of one whom it names.
func (o *Outcome) Claimant() Label {
	if len(o.Claimants) == 1 {
		return o.Claimants[0]
	}
	return o.Summary.Word
}

// imply notes implied values in the rows of their figures, each once. What
// fails wherever it is complete implies nothing.
func (c *Check) imply() {
	holds := slices.ContainsFunc(c.Outcomes, func(o *Outcome) bool { return o.Status == check.Holds })
	for _, o := range c.Outcomes {
		if o.Status != check.Implies {
			continue
		}
		if c.Fails > 0 && !holds {
			o.Outcome = check.Outcome{Status: check.LeftOut, Parts: o.Parts}
			continue
		}
		row := c.Story.rows[o.Implied.Key]
		if row == nil || o.Implied.Group {
			continue
		}
		implied := Implied{Summary: o.Summary, Claimant: o.Claimant(), Check: c, Text: o.Implied.Text,
			Value: valueOf(o.Implied)}
		o.Denied = row.denies(o)
		implied.Against = o.Denied != nil
		if !slices.ContainsFunc(row.Implied, func(known Implied) bool {
			return known.Summary == implied.Summary && known.Text == implied.Text
		}) {
			row.Implied = append(row.Implied, implied)
		}
	}
}

// valueOf is an implied value as one that somebody wrote.
func valueOf(implied check.Implied) value.Value {
	v := value.Value{Written: implied.Text, Kind: value.KindRange, Interval: implied.Interval, Unit: implied.Unit}
	if implied.Known {
		v.Kind, v.Number = value.KindNumber, implied.Nominal
	}
	return v
}

// denies finds what the row's reports say of the same moment, where that can't
// be an implied value; nil where it can.
func (r *Row) denies(o *Outcome) *Point {
	at := slices.IndexFunc(r.Moments, func(p *Point) bool { return p.at() == o.at })
	if at < 0 || !oneTruth(r.Moments[at].Reports) {
		return nil
	}
	shown := r.Moments[at].Shown.Compared
	number := shown.Kind == value.KindNumber || shown.Kind == value.KindRange
	if !number || shown.Unit != o.Implied.Unit || shown.Interval.Meets(o.Implied.Interval) {
		return nil
	}
	return r.Moments[at]
}

// explainShortfall says what the parts of a failing check come to, and which
// other reports say just that for the figure on the other side.
func (o *Outcome) explainShortfall(r *reading) {
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
	o.Agrees = slices.DeleteFunc(report.Row.Standing(), func(other *Report) bool {
		return other.at() != report.at() || !other.says(parts)
	})
}

// says reports whether a report gives what the parts come to: one that merely
// allows it, as a bound or a coarser number does, does not say it.
func (r *Report) says(parts check.Side) bool {
	_, bounded := r.Value.Interval.Width()
	v := r.Compared
	return bounded && v.Kind == value.KindNumber && v.Unit == parts.Unit && v.Number.Equal(parts.Nominal)
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
