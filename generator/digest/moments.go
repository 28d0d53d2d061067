package digest

import (
	"cmp"
	"slices"
	"time"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/value"
)

// Point is one moment of a row's path, and what was reported of it.
type Point struct {
	Moment  content.Date // zero for the figure as such
	Dated   bool         // the moment is written, and not that of the article
	Stage   string
	Reports []*Report // of each voice the last, by publication
	Shown   *Report   // the most precise of them
	Copies  []*Report // further reports of the same voices that say what those do

	To agreement.Moment

	stage string // folded
}

// lineUpMoments puts the reports that count in the order of their moments: by time,
// then by stage, as the story orders stages, else as they first appear. Of a
// voice's reports of one moment the last has its place; earlier ones of other
// sources that say otherwise are older words.
func (r *Row) lineUpMoments(stages []string) []*Point {
	var path []*Point
	points := map[moment]*Point{}
	for _, report := range slices.Backward(r.Reports) {
		if !report.counts() {
			continue
		}
		p := points[report.at()]
		if p == nil {
			p = &Point{Moment: report.when(), Dated: report.Dated, Stage: report.Stage, stage: report.stage,
				To: report.Moment}
			points[report.at()] = p
			path = append(path, p)
		}
		p.add(report)
	}
	for _, p := range path {
		slices.Reverse(p.Reports)
		slices.Reverse(p.Copies)
		p.Shown = mostPrecise(p.Reports)
	}
	slices.Reverse(path)
	order := stageOrder(path, stages)
	timed := slices.ContainsFunc(path, func(p *Point) bool { return p.To.Name != "" })
	slices.SortStableFunc(path, func(a, b *Point) int {
		if timed {
			if c := a.end().Compare(b.end()); c != 0 {
				return c
			}
		}
		return cmp.Or(cmp.Compare(order[a.stage], order[b.stage]), cmp.Compare(a.To.Name, b.To.Name))
	})
	return path
}

// add adds a report to those of its moment; later ones of its voice are there.
func (p *Point) add(report *Report) {
	for _, last := range p.Reports {
		if last.Voice != report.Voice {
			continue
		}
		if value.Comparable(last.Compared, report.Compared) && oneTruth([]*Report{last, report}) {
			p.Copies = append(p.Copies, report)
		} else {
			report.Standing = Older
		}
		return
	}
	p.Reports = append(p.Reports, report)
}

func (p *Point) at() moment { return moment{p.To.Name, p.stage} }

// end is when the moment is over; of a figure as such, when it was last said.
func (p *Point) end() time.Time {
	if p.To.Name != "" {
		return p.To.To
	}
	return p.Reports[len(p.Reports)-1].Summary.Date.Moment().To
}

// when is the moment that the report is of, for display.
func (r *Report) when() content.Date {
	switch {
	case !r.AsOf.IsZero():
		return r.AsOf
	case r.Row.Moves != "":
		return r.Summary.Date
	}
	return content.Date{}
}

// stageOrder is the place of each stage; the empty stage is before all.
func stageOrder(path []*Point, stages []string) map[string]int {
	order := map[string]int{"": 0}
	for _, stage := range stages {
		if _, known := order[foldStage(stage)]; !known {
			order[foldStage(stage)] = len(order)
		}
	}
	for _, p := range path {
		if _, known := order[p.stage]; !known {
			order[p.stage] = len(order)
		}
	}
	return order
}

// mostPrecise is the report with the narrowest interval, the earliest of
// several.
func mostPrecise(reports []*Report) *Report {
	all := make([]agreement.Report, len(reports))
	for i, report := range reports {
		all[i] = agreement.Report{Value: report.Compared, Order: i}
	}
	return reports[agreement.Of(all, agreement.Options{}).Camps[0].Shown]
}

// Said is what the reports of the point say: one of each camp.
func (p *Point) Said() []*Report {
	if len(p.Reports) < 2 || oneTruth(p.Reports) {
		return []*Report{p.Shown}
	}
	all := make([]agreement.Report, len(p.Reports))
	for i, report := range p.Reports {
		all[i] = agreement.Report{Value: report.Compared, Voice: report.Voice, Order: i}
	}
	var said []*Report
	for _, camp := range agreement.Of(all, agreement.Options{}).Camps {
		said = append(said, p.Reports[camp.Shown])
	}
	return said
}

// Past are the points of the path before what stands in front that said
// otherwise than the one after them, the latest first: where a figure came
// from.
func (r *Row) Past() []*Point {
	var past []*Point
	at, next := r.frontPoint(), r.Front()[0].Shown
	for _, p := range slices.Backward(r.Moments[:max(at, 0)]) {
		if oneTruth([]*Report{p.Shown, next}) {
			continue
		}
		past = append(past, p)
		next = p.Shown
	}
	return past
}

// Before is the report that r corrects, else the latest of the same voice and
// stage about an earlier moment that says otherwise; nil where there is none.
func (r *Report) Before() *Report {
	if old := r.Replaces; old != nil && old.Standing == Corrected {
		return old
	}
	for _, p := range slices.Backward(r.Row.Moments) {
		if p.stage != r.stage || !p.end().Before(r.Moment.To) {
			continue
		}
		for _, report := range p.Reports {
			if report.SameVoice(r) && !oneTruth([]*Report{report, r}) {
				return report
			}
		}
	}
	return nil
}

// ElsewhereOnPath is the point of the row's path that the report is of, where
// what the row differs at is another; nil where it is not.
func (r *Report) ElsewhereOnPath() *Point {
	if r.Row.DiffersAt == nil || r.Row.DiffersAt.at() == r.at() {
		return nil
	}
	for _, p := range r.Row.Moments {
		if p.at() == r.at() {
			return p
		}
	}
	return nil
}

// frontPoint is the place on the path of what stands in front; -1 where it is
// on none.
func (r *Row) frontPoint() int {
	front := r.Front()[0].Shown
	return slices.IndexFunc(r.Moments, func(p *Point) bool { return slices.Contains(p.Reports, front) })
}

// Trend is 1 where what stands in front lies above all that was said before it,
// -1 where it lies below, and 0 where neither can be said.
func (r *Row) Trend() int {
	past := r.Past()
	if len(past) == 0 {
		return 0
	}
	up, down := true, true
	front := r.Front()[0].Shown
	for _, p := range past {
		if p.stage != front.stage {
			return 0 // another count, and not another time
		}
		up = up && behind(p.Shown, front, content.Up)
		down = down && behind(p.Shown, front, content.Down)
	}
	switch {
	case up:
		return 1
	case down:
		return -1
	}
	return 0
}
