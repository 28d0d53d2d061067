// Package edition says what happened in a calendar week: which stories are new,
// what was reported in others, which figures moved, came to differ or were
// settled, which checks began or ceased to hold, and what was corrected.
//
// Nothing is kept from week to week. What stood before a week is each of its
// stories lined up from the summaries dated before it, and what stands after it
// likewise: so an edition costs what its week touched, and changes later only as
// summaries arrive late.
package edition

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
	"time"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/diff"
	"collate/generator/digest"
)

// Week is a calendar week of the site's time zone that has summaries, as ISO
// 8601 counts them: from Monday on.
type Week struct {
	Year, Number int
	From, To     time.Time // To is the next week's first moment
	Summaries    []*digest.Summary
}

// Name is the week's name and the folder of its page: 2026-W09.
func (w *Week) Name() string { return fmt.Sprintf("%04d-W%02d", w.Year, w.Number) }

// Path is the week's page.
func (w *Week) Path() string { return "editions/" + w.Name() + "/" }

// Editions are those of a digest.
type Editions struct {
	Weeks []*Week // that have summaries, the newest first, each with its summaries, the oldest first

	digest *digest.Digest
	states states
}

// New finds the weeks of a digest. What happened in them is found when it is
// asked for.
func New(d *digest.Digest) *Editions { return &Editions{Weeks: weeksOf(d), digest: d} }

func weeksOf(d *digest.Digest) []*Week {
	var weeks []*Week
	at := map[[2]int]*Week{}
	for _, s := range slices.Backward(d.Summaries()) {
		day := s.Date.Time.In(zoneOf(d))
		year, number := day.ISOWeek()
		w := at[[2]int{year, number}]
		if w == nil {
			monday := day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
			from := time.Date(monday.Year(), monday.Month(), monday.Day(), 0, 0, 0, 0, day.Location())
			w = &Week{Year: year, Number: number, From: from, To: from.AddDate(0, 0, 7)}
			at[[2]int{year, number}] = w
			weeks = append(weeks, w)
		}
		w.Summaries = append(w.Summaries, s)
	}
	slices.SortFunc(weeks, func(a, b *Week) int { return b.From.Compare(a.From) })
	return weeks
}

func zoneOf(d *digest.Digest) *time.Location {
	if d.Config.Timezone == nil {
		return time.UTC
	}
	return d.Config.Timezone
}

// Edition is what happened in a week.
type Edition struct {
	*Week
	New         []*Part // stories that began in it
	Others      []*Part // older stories with reports in it
	Moved       []Move
	Differ      []Turn // figures that came to differ
	Settled     []Turn // figures that no longer do
	Checks      []diff.Change
	Corrected   []*digest.Report // that say so themselves
	Corrections []content.Change // of the digest's own log
}

// Part is a story in a week.
type Part struct {
	Story     *digest.Story // as it is today
	Before    *digest.Story // as it stood when the week began; nil where it is new
	After     *digest.Story // as it stood when the week ended
	Summaries []*digest.Summary
}

// Move is a moving figure whose value in front changed.
type Move struct {
	Row      *digest.Row // as it stood when the week ended
	From, To *digest.Report
}

// Turn is a figure whose reports came to differ, or ceased to.
type Turn struct {
	Row    *digest.Row // as it stood when the week ended
	Before agreement.Kind
}

// Of finds what happened in a week.
func (e *Editions) Of(w *Week) *Edition {
	d, found := e.digest, &Edition{Week: w}
	for _, part := range e.parts(w) {
		if part.Before == nil {
			found.New = append(found.New, part)
		} else {
			found.Others = append(found.Others, part)
			found.compare(part)
		}
		for _, s := range part.After.Summaries {
			for _, r := range s.Reports {
				if r.Corrects != "" && !s.Date.Time.Before(w.From) {
					found.Corrected = append(found.Corrected, r)
				}
			}
		}
	}
	for _, c := range slices.Backward(d.Changes) {
		day, err := time.ParseInLocation(time.DateOnly, c.Day, w.From.Location())
		if err == nil && c.Correction() && !day.Before(w.From) && day.Before(w.To) {
			found.Corrections = append(found.Corrections, c)
		}
	}
	return found
}

// parts are the stories of a week, those with most reports in it first.
func (e *Editions) parts(w *Week) []*Part {
	var all []*Part
	at := map[*digest.Story]*Part{}
	for _, s := range w.Summaries {
		part := at[s.Story]
		if part == nil {
			part = &Part{Story: s.Story, Before: e.until(s.Story, w.From), After: e.until(s.Story, w.To)}
			at[s.Story] = part
			all = append(all, part)
		}
		part.Summaries = append(part.Summaries, s)
	}
	slices.SortStableFunc(all, func(a, b *Part) int {
		return cmp.Or(cmp.Compare(len(b.Summaries), len(a.Summaries)), cmp.Compare(a.Story.Slug, b.Story.Slug))
	})
	return all
}

// states are stories as they stood when a week ended, kept until the next of
// their weeks begins with them: each is asked for twice.
type states struct {
	lock  sync.Mutex
	known map[storyState]*digest.Story
}

// storyState is a story with how many of its summaries there were.
type storyState struct {
	story *digest.Story
	count int
}

// until is a story as it stood at a time.
func (e *Editions) until(s *digest.Story, end time.Time) *digest.Story {
	key := storyState{story: s}
	for _, sum := range s.Summaries {
		if sum.Date.Time.Before(end) {
			key.count++
		}
		if !sum.Withdrawn.IsZero() {
			return e.digest.Until(s, end) // what stood depends on more than on how many there were
		}
	}
	if key.count == 0 || key.count == len(s.Summaries) {
		return e.digest.Until(s, end)
	}
	if known := e.states.take(key); known != nil {
		return known
	}
	story := e.digest.Until(s, end)
	e.states.put(key, story)
	return story
}

// take gives what is kept under a key, and keeps it no longer; nil where nothing
// is.
func (s *states) take(key storyState) *digest.Story {
	s.lock.Lock()
	defer s.lock.Unlock()
	story := s.known[key]
	delete(s.known, key)
	return story
}

func (s *states) put(key storyState, story *digest.Story) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.known == nil {
		s.known = map[storyState]*digest.Story{}
	}
	s.known[key] = story
}

// compare adds what became of a story's figures and checks.
func (e *Edition) compare(part *Part) {
	for _, row := range part.After.Rows {
		before := part.Before.Row(row.Name.String())
		if before == nil {
			continue
		}
		switch was, is := before.Kind == agreement.Differ, row.Kind == agreement.Differ; {
		case is && !was:
			e.Differ = append(e.Differ, Turn{row, before.Kind})
		case was && !is:
			e.Settled = append(e.Settled, Turn{row, before.Kind})
		}
		if from, to := inFront(before), inFront(row); row.Kind == agreement.Moved && from != nil && to != nil &&
			!from.Compared.Interval.Meets(to.Compared.Interval) {
			e.Moved = append(e.Moved, Move{row, from, to})
		}
	}
	for _, c := range diff.Stories(part.Before, part.After) {
		if c.Kind == diff.Checked {
			e.Checks = append(e.Checks, c)
		}
	}
}

// inFront is the report that a row shows; nil where it has none.
func inFront(row *digest.Row) *digest.Report {
	if len(row.Camps) == 0 {
		return nil
	}
	return row.Camps[0].Shown
}

// Quiet reports whether nothing happened but that something was reported.
func (e *Edition) Quiet() bool {
	return len(e.New)+len(e.Moved)+len(e.Differ)+len(e.Settled)+len(e.Checks)+len(e.Corrected)+len(e.Corrections) == 0
}
