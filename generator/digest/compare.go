package digest

import (
	"cmp"
	"slices"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/value"
)

// comparison is the reports of a row that are held against each other: those
// of one moment, or along a curve those of all.
type comparison struct {
	at        moment // of a curve, its stage alone
	direction agreement.Direction
	reports   []*Report // one of a voice and moment, by publication
	result    agreement.Result
}

// compare says what the reports that count say together.
func (r *Row) compare(stages []string, language string) {
	r.Moments = r.lineUpMoments(stages)
	comparisons := r.comparisons()
	for _, c := range comparisons {
		c.compare(r.Unit, language)
	}
	r.Kind = r.kind(comparisons)
	r.spread(comparisons)
	r.shown(comparisons)
	r.mark()
	r.AsOf = r.asOf()
	r.Drifts = r.drifts()
}

// driftSteps is how many values must follow one another for a row to be asked
// whether it moves.
const driftSteps = 3

// drifts reports whether the values of a figure that is not said to move rise
// or fall with their articles' dates over three or more.
func (r *Row) drifts() bool {
	if r.Moves != "" || r.Kind != agreement.Differ || len(r.Moments) != 1 || r.Moments[0].To.Name != "" ||
		len(r.Camps) < driftSteps || r.Camps[len(r.Camps)-1].Foreign {
		return false
	}
	var all []agreement.Report
	for _, camp := range r.Camps {
		for _, report := range camp.Reports {
			if report.Value.Kind == value.KindText {
				return false
			}
			all = append(all, agreement.Report{Value: report.Compared, Moment: report.Summary.Date.Moment()})
		}
	}
	for _, direction := range []agreement.Direction{agreement.Rising, agreement.Falling} {
		if len(agreement.Of(all, agreement.Options{Direction: direction}).Camps) == 1 {
			return true
		}
	}
	return false
}

// comparisons divides the reports that count into what can conflict, the
// earliest moment first.
func (r *Row) comparisons() []*comparison {
	var all []*comparison
	find := func(at moment, direction agreement.Direction) *comparison {
		n := slices.IndexFunc(all, func(c *comparison) bool { return c.at == at && c.direction == direction })
		if n < 0 {
			n = len(all)
			all = append(all, &comparison{at: at, direction: direction})
		}
		return all[n]
	}
	for _, p := range r.Moments {
		for _, report := range p.Reports {
			switch {
			case r.Moves != "" && !report.Dated:
				// it may be of any time before its article
			case r.curve() != agreement.Still && report.Value.Kind != value.KindText:
				c := find(moment{stage: report.stage}, r.curve())
				c.reports = append(c.reports, report)
			default:
				c := find(report.at(), agreement.Still)
				c.reports = append(c.reports, report)
			}
		}
	}
	if named := r.lastWords(); named != nil {
		all = append(all, named)
	}
	for _, c := range all {
		slices.SortStableFunc(c.reports, func(a, b *Report) int { return cmp.Compare(a.order, b.order) })
	}
	return all
}

// curve is the direction in which the writer says that the figure moves.
func (r *Row) curve() agreement.Direction {
	switch r.Moves {
	case content.Up:
		return agreement.Rising
	case content.Down:
		return agreement.Falling
	}
	return agreement.Still
}

// epoch counts the corrections up to a report: what is older than a correction
// is not held against what is later.
func (r *Row) epoch(report *Report) int {
	n := 0
	if r.Moves == "" {
		return n
	}
	for _, other := range r.Reports {
		if other.Corrects != "" && other.counts() && other.stage == report.stage &&
			!report.Moment.To.Before(other.Moment.To) {
			n++
		}
	}
	return n
}

// lastWords holds the latest reports of named claimants against each other,
// where one of a moving figure doesn't say what time it is of.
func (r *Row) lastWords() *comparison {
	if r.Moves == "" {
		return nil
	}
	latest := map[string]*Report{}
	var voices []string
	undated := false
	for _, p := range r.Moments {
		for _, report := range p.Reports {
			if !report.Named {
				continue
			}
			if latest[report.Voice] == nil {
				voices = append(voices, report.Voice)
			}
			latest[report.Voice] = report
		}
	}
	c := &comparison{direction: agreement.Still, at: moment{name: "latest"}}
	for _, voice := range voices {
		c.reports = append(c.reports, latest[voice])
		undated = undated || !latest[voice].Dated
	}
	if !undated || len(c.reports) < 2 {
		return nil
	}
	return c
}

// compare holds the reports against each other.
func (c *comparison) compare(unit value.Unit, language string) {
	all := make([]agreement.Report, len(c.reports))
	for i, report := range c.reports {
		all[i] = agreement.Report{Value: report.Compared, Voice: report.Voice, Moment: report.Moment, Order: i,
			Epoch: report.Row.epoch(report),
			Local: !report.Turned && (report.Summary.Source.Language == "" ||
				report.Summary.Source.Language == language)}
	}
	c.result = agreement.Of(all, agreement.Options{Direction: c.direction, Unit: unit})
}

// camps are the camps of the comparison, and behind them what can't be
// compared with those.
func (c *comparison) camps() []Camp {
	var all []Camp
	for n, camps := range [][]agreement.Camp{c.result.Camps, c.result.Others} {
		for _, from := range camps {
			camp := Camp{Shown: c.reports[from.Shown], Voices: from.Voices, Foreign: n > 0}
			for _, i := range from.Members {
				camp.Reports = append(camp.Reports, c.reports[i])
			}
			all = append(all, camp)
		}
	}
	return all
}

// kind is what all comparisons say: that one differs, that some can't be
// compared, that the value moved, or what one alone says.
func (r *Row) kind(comparisons []*comparison) agreement.Kind {
	counting := r.counting()
	if len(counting) == 0 {
		return agreement.Single // whatever there is to show, nobody stands by it
	}
	apart := false
	for _, c := range comparisons {
		if c.result.Kind == agreement.Differ {
			return agreement.Differ
		}
		apart = apart || c.result.Kind == agreement.Incomparable
	}
	all := make([]agreement.Report, len(counting))
	for i, report := range counting {
		all[i] = agreement.Report{Value: report.Compared, Voice: report.Voice}
	}
	together := agreement.Of(all, agreement.Options{Unit: r.Unit})
	switch {
	case apart || together.Kind == agreement.Incomparable || len(together.Others) > 0:
		return agreement.Incomparable
	case together.Kind == agreement.Differ:
		return agreement.Moved
	}
	return together.Kind
}

// spread tells every report what those of its moment, or along its curve, say
// together, and which of their camps it is in.
func (r *Row) spread(comparisons []*comparison) {
	at := map[moment]agreement.Kind{}
	for _, report := range r.counting() {
		report.camp = 1
	}
	for _, c := range comparisons {
		for _, report := range c.reports {
			at[report.at()] = c.result.Kind
			report.camp = 0
		}
		for n, camp := range c.camps() {
			for _, report := range camp.Reports {
				report.camp, report.foreign = n+1, camp.Foreign
			}
		}
	}
	for _, p := range r.Moments {
		for _, copied := range p.Copies {
			for _, report := range p.Reports {
				if report.Voice == copied.Voice {
					copied.camp, copied.foreign = report.camp, report.foreign
				}
			}
		}
	}
	for _, report := range r.Reports {
		kind, compared := at[report.at()]
		if !compared || r.Kind == agreement.Moved {
			kind = r.Kind
		}
		report.Agreement = kind
	}
}

// counting are the reports that have a part in what all say together.
func (r *Row) counting() []*Report {
	var all []*Report
	for _, p := range r.Moments {
		all = append(all, p.Reports...)
	}
	return all
}

// shown chooses what stands in front: the camps of the latest comparison that
// differs, else what the latest moment says.
func (r *Row) shown(comparisons []*comparison) {
	for _, c := range slices.Backward(comparisons) {
		if c.result.Kind == agreement.Differ {
			r.show(c)
			r.showLast()
			return
		}
	}
	if len(r.Moments) == 0 {
		last := r.Reports[len(r.Reports)-1]
		r.Camps = []Camp{{Shown: last, Reports: []*Report{last}}}
		return
	}
	front := r.front()
	for _, c := range slices.Backward(comparisons) {
		if slices.Contains(c.reports, front) && c.direction == agreement.Still {
			r.show(c)
			return
		}
	}
	r.showAround(front)
}

// show puts the camps of a comparison in front.
func (r *Row) show(c *comparison) {
	r.Camps = c.camps()
	for _, i := range c.result.Apart {
		r.Apart = append(r.Apart, c.reports[i])
	}
	if c.direction != agreement.Still || len(r.Moments) < 2 || c.result.Kind != agreement.Differ {
		return
	}
	for _, p := range r.Moments {
		if p.at() == c.at {
			r.DiffersAt = p
		}
	}
}

// showLast puts the last moment in front of a difference at an earlier one.
func (r *Row) showLast() {
	last := r.Moments[len(r.Moments)-1]
	if r.DiffersAt != nil && r.DiffersAt != last {
		r.last = &Camp{Shown: last.Shown, Reports: last.Reports, Voices: len(last.Reports)}
	}
}

// Front is what stands in front: the camps of what differs, unless that is of
// an earlier moment than the last.
func (r *Row) Front() []Camp {
	if r.last != nil {
		return []Camp{*r.last}
	}
	return r.Camps
}

// Differed reports whether the reports of an earlier moment differ, and those
// of the last don't.
func (r *Row) Differed() bool { return r.last != nil }

// showAround puts a report in front, with those that can say the same.
func (r *Row) showAround(front *Report) {
	camp := Camp{Shown: front}
	voices := map[string]bool{}
	for _, report := range r.counting() {
		if report != front && report.SameVoice(front) && report.at() != front.at() {
			continue
		}
		if report == front || report.Standing == Current && value.Comparable(report.Compared, front.Compared) &&
			(report.Compared.Same(front.Compared) ||
				report.Compared.Interval.Meets(front.Compared.Interval) && report.Value.Kind != value.KindText) {
			camp.Reports = append(camp.Reports, report)
			voices[report.Voice] = true
		}
	}
	camp.Voices = len(voices)
	r.Camps = []Camp{camp}
}

// asOf is the date that all camps state; zero where they don't.
func (r *Row) asOf() content.Date {
	front := r.Front()
	if len(front) == 0 {
		return content.Date{}
	}
	first := front[0].Shown.AsOf
	for _, camp := range front[1:] {
		if camp.Shown.AsOf.String() != first.String() {
			return content.Date{}
		}
	}
	return first
}

// advances reports whether a report moves a rising or falling figure on: it lies
// beyond the one before, or nearer to the figure's end where that one sets none.
func (r *Row) advances(from, to *Report) bool {
	if behind(from, to, r.Moves) {
		return true
	}
	if !value.Comparable(from.Compared, to.Compared) || to.Value.Kind == value.KindText {
		return false
	}
	a, b := from.Compared.Interval, to.Compared.Interval
	switch r.Moves {
	case content.Up:
		return a.High.Infinite && !a.Low.Infinite && !b.Low.Infinite &&
			b.Low.At.Cmp(a.Low.At) > 0
	case content.Down:
		return a.Low.Infinite && !a.High.Infinite && !b.High.Infinite &&
			b.High.At.Cmp(a.High.At) < 0
	}
	return false
}

// Stage is the stage of what stands in front; empty where it has none, or more
// than one.
func (r *Row) Stage() string {
	front := r.Front()
	for _, camp := range front {
		if camp.Shown.stage != front[0].Shown.stage {
			return ""
		}
	}
	return front[0].Shown.Stage
}

// front is the report that last moved the figure; of one that need not rise or
// fall, the most precise of the latest moment.
func (r *Row) front() *Report {
	last := r.Moments[len(r.Moments)-1]
	if r.curve() == agreement.Still {
		return last.Shown
	}
	var front *Report
	for _, p := range r.Moments {
		for _, report := range p.Reports {
			if front == nil || report.Corrects != "" || front.Value.Kind == value.KindText ||
				r.advances(front, report) {
				front = report
			}
		}
	}
	return front
}
