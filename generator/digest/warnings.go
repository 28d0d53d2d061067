package digest

import (
	"fmt"
	"slices"
	"strings"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/problem"
	"collate/generator/value"
)

// warnings are what only the reports of a figure together show to be doubtful.
// All are questions to the writer, in no order.
func (s *Story) warnings(specs map[string]*content.FigureSpec) problem.List {
	var all problem.List
	for _, row := range s.Rows {
		spec := specs[row.key]
		for _, question := range []func(*content.FigureSpec) problem.List{
			row.needlessReason, row.movesOtherwise, row.moved, row.opposite, row.undated, row.sameDay, row.otherKind,
		} {
			all = append(all, question(spec)...)
		}
	}
	return all
}

// warning is a warning at the name of a figure in the story's index.md.
func warning(spec *content.FigureSpec, message, hint string) problem.Problem {
	return problem.Problem{Place: spec.Place, Severity: problem.Warning, Text: spec.Line,
		Message: "figures: " + spec.Name.String() + ": " + message, Hint: hint}
}

// warning is a warning at the report's value.
func (r *Report) warning(message, hint string) problem.Problem {
	return r.Summary.Warning(r.Report, message, hint)
}

// needlessReason warns of a reason why reports differ that don't. A report may
// say why it is not the same as others that it doesn't contradict.
func (r *Row) needlessReason(spec *content.FigureSpec) problem.List {
	if r.Kind == agreement.Differ || r.Kind == agreement.Incomparable || r.Story.Incomplete || r.fails() ||
		slices.ContainsFunc(r.Reports, func(report *Report) bool { return report.Standing == Misquoted }) {
		return nil
	}
	const hint = "leave differ and why out, or look whether a value is missing"
	var all problem.List
	if r.Reason != "" || r.Why != "" {
		all = append(all, warning(spec, "it says why reports differ, and they don't", hint))
	}
	for _, report := range r.Reports {
		if (report.Differ != "" || report.Why != "") && report.counts() && r.Kind != agreement.Consistent {
			all = append(all, report.warning("it says why it differs from others, and it doesn't", hint))
		}
	}
	return all
}

// fails reports whether a check with the figure in it fails: a reason may be
// that of the check.
func (r *Row) fails() bool {
	return slices.ContainsFunc(r.Story.Checks, func(c *Check) bool {
		return c.Fails > 0 && c.figures[r.key]
	})
}

// movesOtherwise warns of a figure that is said to rise, and whose values only
// fall, or the other way round. Two values of one voice are enough; of several
// voices, who may differ, it takes three.
func (r *Row) movesOtherwise(spec *content.FigureSpec) problem.List {
	said, other := content.Up, content.Down
	if r.Moves == content.Down {
		said, other = other, said
	}
	if r.Moves != said {
		return nil
	}
	all := slices.DeleteFunc(slices.Clone(r.Reports), func(report *Report) bool {
		return !report.numeric() || !report.counts() && report.Standing != Older
	})
	if len(all) < 2 || slices.ContainsFunc(all, func(report *Report) bool { return report.Corrects != "" }) {
		return nil
	}
	slices.SortStableFunc(all, func(a, b *Report) int { return a.Moment.To.Compare(b.Moment.To) })
	steps, voices := 0, map[string]bool{all[0].Voice: true}
	for i, report := range all[1:] {
		voices[report.Voice] = true
		before := all[i]
		if behind(before, report, said) || report.stage != before.stage {
			return nil
		}
		if behind(report, before, said) {
			steps++
		}
	}
	if steps == 0 || len(voices) > 1 && steps < driftSteps-1 {
		return nil
	}
	verb := map[content.Movement]string{content.Up: "rise", content.Down: "fall"}
	return problem.List{warning(spec, fmt.Sprintf("moves: %s, but its values only %s: %s", said, verb[other],
		written(all)), fmt.Sprintf("write moves: %s, or moves: freely, or mend the values", other))}
}

// moved asks whether a figure moves whose values only rise or fall with their
// dates.
func (r *Row) moved(spec *content.FigureSpec) problem.List {
	if !r.Drifts || r.Explained() {
		return nil
	}
	var all []*Report
	for _, camp := range r.Camps {
		all = append(all, camp.Reports...)
	}
	slices.SortStableFunc(all, func(a, b *Report) int { return a.order - b.order })
	last := all[len(all)-1]
	direction, verb := content.Up, "rise"
	if behind(last, all[0], content.Up) {
		direction, verb = content.Down, "fall"
	}
	message := fmt.Sprintf("its values only %s with their dates, %s: does it move?", verb, written(all))
	if spec != nil {
		return problem.List{warning(spec, message,
			fmt.Sprintf("write moves: %s if it does, or differ: with the reason if reports contradict each other",
				direction))}
	}
	return problem.List{last.warning(message, fmt.Sprintf(
		"if it does, write %s: {moves: %s} below figures: in the story's index.md", yamlKey(r.Name.String()),
		direction))}
}

// yamlKey is a name as a key of YAML.
func yamlKey(name string) string {
	if strings.Contains(name, ": ") {
		return problem.Quote(name)
	}
	return name
}

// numeric reports whether the report's value is a number or a range.
func (r *Report) numeric() bool {
	return r.Value.Kind == value.KindNumber || r.Value.Kind == value.KindRange
}

// written are the values of reports as somebody wrote them, those that say the
// same as the one before left out: 50, 80 and 120.
func written(reports []*Report) string {
	const most = 5
	var all []string
	for i, report := range reports {
		if i == 0 || !report.Compared.Same(reports[i-1].Compared) {
			all = append(all, report.Value.Bare())
		}
	}
	if len(all) > most {
		all = append(all[:most-1], "…", all[len(all)-1])
	}
	return strings.Join(all, ", ")
}

// mostOpposite is with how many values of the other sign one is compared.
const mostOpposite = 100

// opposite warns of two values of one moment that are of one size and have
// opposite signs.
func (r *Row) opposite(*content.FigureSpec) problem.List {
	for _, p := range r.Moments {
		bySign := map[int][]*Report{}
		for _, report := range p.Reports {
			if report.Compared.Kind != value.KindNumber {
				continue
			}
			sign := report.Compared.Number.Sign()
			for _, other := range bySign[-sign] {
				if sign != 0 && report.opposes(other) {
					return problem.List{report.oppositeSign(other)}
				}
			}
			if len(bySign[sign]) < mostOpposite {
				bySign[sign] = append(bySign[sign], report)
			}
		}
	}
	return nil
}

// opposes reports whether two reports of opposite signs are of one size.
func (r *Report) opposes(other *Report) bool {
	return r.Compared.Unit == other.Compared.Unit && r.Compared.Interval.Neg().Meets(other.Compared.Interval)
}

// oppositeSign is the warning that a report has the opposite sign of another.
func (r *Report) oppositeSign(other *Report) problem.Problem {
	hint := "check the sign"
	if alias := otherName(r, other); alias != "" {
		hint = fmt.Sprintf("write the alias with a minus, -%s, if it is the same with the other sign", alias)
	}
	return r.warning(fmt.Sprintf("%s is as much as %s in %s, with the opposite sign", r.Value.Bare(),
		other.Value.Bare(), other.Summary.File), hint)
}

// otherName is the alias under which one of two reports gives its figure; empty
// where neither does.
func otherName(reports ...*Report) string {
	for _, r := range reports {
		if r.As() != r.Name.String() && !r.Turned {
			return r.As()
		}
	}
	return ""
}

// undated warns of a figure that doesn't move, of which some say what day it is
// of, and others don't: those are never compared. It is said of those that are
// fewer.
func (r *Row) undated(*content.FigureSpec) problem.List {
	if r.Moves != "" {
		return nil
	}
	var with, without []*Report
	for _, report := range r.counting() {
		switch {
		case report.Value.Kind == value.KindText:
		case !report.AsOf.IsZero():
			with = append(with, report)
		case report.stage == "":
			without = append(without, report)
		}
	}
	if len(with) == 0 || len(without) == 0 {
		return nil
	}
	var all problem.List
	if len(without) <= len(with) {
		for _, report := range without {
			if other := reportElsewhere(report, with); other != nil {
				all = append(all, report.warning(fmt.Sprintf("no as_of here, and %s in %s: the two are never compared",
					other.AsOf, other.Summary.File), fmt.Sprintf("write as_of: %s if it is of that", other.AsOf)))
			}
		}
		return all
	}
	for _, report := range with {
		if other := reportElsewhere(report, without); other != nil {
			all = append(all, report.warning(fmt.Sprintf("as_of: %s here, and none in %s: the two are never compared",
				report.AsOf, other.Summary.File), "write as_of there too, or leave it out here"))
		}
	}
	return all
}

// reportElsewhere is the last of the reports that another source gives; nil where
// none does.
func reportElsewhere(r *Report, reports []*Report) *Report {
	for _, other := range slices.Backward(reports) {
		if other.Summary.SourceLabel.Slug != r.Summary.SourceLabel.Slug {
			return other
		}
	}
	return nil
}

// sameDay warns of two values that a source gives on one day, where only the
// names of their files say which is the later.
func (r *Row) sameDay(*content.FigureSpec) problem.List {
	var all problem.List
	for _, old := range r.Reports {
		later := old.Revised
		if later == nil || old.Standing != Replaced || old.Summary == later.Summary ||
			later.Summary.SourceLabel.Slug != old.Summary.SourceLabel.Slug || old.Compared.Same(later.Compared) {
			continue
		}
		a, b := old.Summary.Date, later.Summary.Date
		if a.String() != b.String() || a.HasTime && b.HasTime {
			continue
		}
		all = append(all, later.warning(fmt.Sprintf(
			"%s here and %s in %s are one source's of one day, and only the files' names say which is later",
			later.Value.Bare(), old.Value.Bare(), old.Summary.File),
			"write the date of both with the time of day: "+a.String()+"T16:30:00+01:00"))
	}
	return all
}

// otherKind warns of values that can't be compared with those of the row, and
// are not just in another currency: people and dollars, $0.81 and $0.81 a share.
func (r *Row) otherKind(spec *content.FigureSpec) problem.List {
	if r.Kind != agreement.Incomparable && r.Kind != agreement.Differ || spec != nil && spec.BaseUnit() != "" {
		return nil // what is not in the unit that the story gives is told with that
	}
	var usual *Report
	for _, report := range r.counting() {
		if report.numeric() && !report.foreign && (report.Compared.Unit == r.Unit) {
			usual = report
			break
		}
	}
	if usual == nil {
		return nil
	}
	var all problem.List
	for _, report := range r.counting() {
		if !report.foreign || !report.numeric() || money(report) && money(usual) {
			continue
		}
		all = append(all, report.warning(fmt.Sprintf("%s can't be compared with %s in %s", report.Value.Bare(),
			usual.Value.Bare(), usual.Summary.File), otherKindHint(report, usual)))
	}
	return all
}

func money(r *Report) bool { return value.KnownCurrency(string(r.Compared.Unit)) }

// otherKindHint says what to write where values are of different kinds: a rate
// and what it is a rate of differ by what it is per.
func otherKindHint(odd, usual *Report) string {
	whole, rate, where := odd, usual, ""
	if strings.HasPrefix(string(odd.Value.Unit), string(usual.Value.Unit)+"/") {
		whole, rate, where = usual, odd, " in "+usual.Summary.File
	}
	per, ok := strings.CutPrefix(string(rate.Value.Unit), string(whole.Value.Unit)+"/")
	switch {
	case !ok:
		return "mend the value, or give what it counts a name of its own"
	case strings.Contains(rate.Value.Written, per):
		return fmt.Sprintf("write %s a %s%s, if that is meant", whole.Value.Bare(), per, where)
	}
	return fmt.Sprintf("say what %s is per%s, as %s does, if that is meant", whole.Value.Bare(), where,
		rate.Value.Bare())
}
