package digest

import (
	"collate/generator/agreement"
	"collate/generator/check"
	"collate/generator/number"
	"collate/generator/value"
)

// HomeStories is how many stories the home page shows.
const HomeStories = 20

// Lead is the story that the home page begins with: the one that the site
// names, else of those that the page shows the newest in which something
// differs that nobody explains, else the newest in which something differs,
// else the newest. It is nil where there is no story.
func (d *Digest) Lead() *Story {
	if d.Config.Lead != "" {
		if s := d.Story(d.Config.Lead); s != nil {
			return s
		}
	}
	shown := d.Stories[:min(HomeStories, len(d.Stories))]
	for _, wanted := range []func(*Story) bool{
		func(s *Story) bool { return s.Unexplained > 0 },
		func(s *Story) bool { return s.Sharpest() != nil || s.Broken > 0 },
		func(*Story) bool { return true },
	} {
		for _, s := range shown {
			if wanted(s) {
				return s
			}
		}
	}
	return nil
}

// Sharpest is the row of a story where most voices take part in a
// disagreement: one that nobody explains before one that is explained, and
// about money before anything else. It is nil where none differs. A figure
// whose values only rise or fall with their dates is none.
func (s *Story) Sharpest() *Row {
	var best *Row
	for _, row := range s.Rows {
		if row.sharpness() > best.sharpness() {
			best = row
		}
	}
	return best
}

// sharpness ranks disagreements. It is zero where a row is nil, does not
// differ, no longer does, or may be a figure that moves.
func (r *Row) sharpness() int {
	if r == nil || r.Kind != agreement.Differ || r.Drifts || r.Differed() {
		return 0
	}
	n := r.Voices()
	if value.KnownCurrency(string(r.Unit)) {
		n += 1 << 20
	}
	if !r.Explained() {
		n += 1 << 21
	}
	return n
}

// Explained reports whether it is said why the row's reports differ: of the
// row, or of each camp but the first.
func (r *Row) Explained() bool {
	if r.Reason != "" || r.Why != "" {
		return true
	}
	for n, camp := range r.Camps {
		if n > 0 && !camp.Foreign && !camp.explained() {
			return false
		}
	}
	return len(r.Camps) > 1
}

// explained reports whether a report of the camp says why it differs.
func (c Camp) explained() bool {
	for _, report := range c.Reports {
		if report.Differ != "" || report.Why != "" {
			return true
		}
	}
	return false
}

// A Gap is how far two camps are apart, or how far a check is off, where
// another figure of the story is as much.
type Gap struct {
	Text string  // $10B
	Is   *Report // of the other figure
}

// Gap finds a figure that is as much as what lies between the first camp and
// another: rather one that a report of that camp's articles gives. It is nil
// where there is none.
func (r *Row) Gap(camp Camp) *Gap {
	a, b := r.Camps[0].Shown.Compared, camp.Shown.Compared
	exact := func(v value.Value) bool { return v.Kind == value.KindNumber && v.Qualifier == 0 }
	if camp.Foreign || !exact(a) || !exact(b) || a.Unit != b.Unit || a.Unit == "%" || a.Unit == "×" {
		return nil
	}
	var summaries []*Summary
	for _, report := range camp.Reports {
		summaries = append(summaries, report.Summary)
	}
	return r.Story.gap(a.Number.Sub(b.Number).Abs(), a, summaries, func(other *Row) bool { return other != r })
}

// Gap finds a figure that is as much as a check is off by, and no part of it;
// nil where there is none.
func (o *Outcome) Gap() *Gap {
	if o.Status != check.Fails || !o.Left.Known || !o.Right.Known {
		return nil
	}
	parts := map[string]bool{}
	for _, p := range o.Parts {
		parts[p.Key] = true
	}
	like := value.Value{Unit: o.Left.Unit}
	return o.Check.Story.gap(o.Left.Nominal.Sub(o.Right.Nominal).Abs(), like, []*Summary{o.Summary},
		func(other *Row) bool { return !parts[other.key] })
}

// gap finds a report of the figures asked for that allows an amount in the unit
// of a value: of the summaries named, else of any. One that sets no end to
// itself is as much as anything, and counts of other things are no answer.
func (s *Story) gap(amount number.Number, like value.Value, of []*Summary, asked func(*Row) bool) *Gap {
	if amount.IsZero() {
		return nil
	}
	fits := func(report *Report) bool {
		v := report.Compared
		_, ends := v.Interval.Width()
		return report.Standing == Current && asked(report.Row) && ends && v.Kind == value.KindNumber &&
			v.Unit == like.Unit &&
			(v.Unit != "" || like.Label != "" && v.Label == like.Label) && v.Interval.Contains(amount)
	}
	for _, summaries := range [][]*Summary{of, s.Summaries} {
		for _, sum := range summaries {
			for _, report := range sum.Reports {
				if fits(report) {
					return &Gap{Text: value.Format(amount, like.Unit), Is: report}
				}
			}
		}
	}
	return nil
}
