// Package diff compares two states of a digest as figures: which values came,
// went or changed, which figures' reports came to agree or to differ, and which
// checks began or ceased to hold. Prose, and whatever else no figure depends on,
// is no difference.
//
// Comparing a state with itself gives nothing, and comparing the other way round
// gives the same changes with both sides exchanged.
package diff

import (
	"maps"
	"slices"
	"strings"

	"collate/generator/check"
	"collate/generator/digest"
)

// Kind is what happened.
type Kind string

// The kinds of changes.
const (
	Added     Kind = "added"     // a value is there that was not
	Withdrawn Kind = "withdrawn" // a value is no longer there
	Changed   Kind = "changed"   // a summary says otherwise of a figure, or of whom or when
	Agreement Kind = "agreement" // what the reports of a figure say together
	Checked   Kind = "check"     // whether an equation holds for a summary
)

// Change is one difference. Of values Old and New are as they were written,
// with whose word and of when; of agreement and checks what they came to be.
type Change struct {
	Kind     Kind   `json:"kind"`
	Story    string `json:"story"`
	Figure   string `json:"figure,omitempty"`
	Check    string `json:"check,omitempty"`
	Summary  string `json:"summary,omitempty"` // its slug, in the new state where it has one there
	Source   string `json:"source,omitempty"`
	Claimant string `json:"claimant,omitempty"` // where it is not the source
	Date     string `json:"date,omitempty"`     // of the article
	Old      string `json:"old,omitempty"`
	New      string `json:"new,omitempty"`

	// Updated is set where the article changed as well, by its updated: then
	// the change is the source's, else it is the digest's own.
	Updated bool `json:"updated,omitempty"`
}

// Compare gives what differs between two states, by story, then figures in the
// order of their rows, then checks.
func Compare(before, after *digest.Digest) []Change {
	var all []Change
	for _, slug := range storySlugs(before, after) {
		all = append(all, Stories(storyWithSlug(before, slug), storyWithSlug(after, slug))...)
	}
	return all
}

// Stories gives what differs between two states of one story.
func Stories(before, after *digest.Story) []Change {
	c := storyComparison{old: before, new: after, slug: after.Slug}
	c.matchSummaries()
	c.values()
	c.checks()
	return c.changes
}

func storySlugs(states ...*digest.Digest) []string {
	var slugs []string
	for _, d := range states {
		for _, s := range d.Stories {
			slugs = append(slugs, s.Slug)
		}
	}
	slices.Sort(slugs)
	return slices.Compact(slugs)
}

// storyWithSlug is a story of a state, empty where it has none of the slug.
func storyWithSlug(d *digest.Digest, slug string) *digest.Story {
	if s := d.Story(slug); s != nil {
		return s
	}
	return &digest.Story{Slug: slug}
}

// storyComparison is one story in both states, and what differs so far.
type storyComparison struct {
	slug     string
	old, new *digest.Story
	now      map[*digest.Summary]*digest.Summary // of old summaries, the same in the new state
	before   map[*digest.Summary]*digest.Summary // of new summaries, the same in the old one
	changes  []Change
}

// matchSummaries finds which summaries are the same in both states: those of one
// slug, and of the others those of one source and date.
func (c *storyComparison) matchSummaries() {
	c.now, c.before = map[*digest.Summary]*digest.Summary{}, map[*digest.Summary]*digest.Summary{}
	for _, same := range []func(a, b *digest.Summary) bool{
		func(a, b *digest.Summary) bool { return a.Slug == b.Slug },
		func(a, b *digest.Summary) bool {
			return a.SourceLabel.Slug == b.SourceLabel.Slug && a.Date.String() == b.Date.String()
		},
	} {
		for _, old := range c.old.Summaries {
			if c.now[old] != nil {
				continue
			}
			i := slices.IndexFunc(c.new.Summaries, func(s *digest.Summary) bool {
				return c.before[s] == nil && same(old, s)
			})
			if i >= 0 {
				c.now[old], c.before[c.new.Summaries[i]] = c.new.Summaries[i], old
			}
		}
	}
}

// values compares what each summary says of each figure.
func (c *storyComparison) values() {
	for _, name := range rowNamesOfBoth(c.old, c.new) {
		before, after := reportsBySummary(c.old, name), reportsBySummary(c.new, name)
		for _, s := range c.old.Summaries {
			c.pair(before[s], after[c.now[s]])
			delete(after, c.now[s])
		}
		for _, s := range c.new.Summaries {
			c.pair(nil, after[s])
		}
		c.agreement(name)
	}
}

// rowNamesOfBoth are the figures of both states, those of the new one in the order of
// its rows, then those that it lacks.
func rowNamesOfBoth(before, after *digest.Story) []string {
	var names []string
	seen := map[string]bool{}
	for _, s := range []*digest.Story{after, before} {
		for _, row := range s.Rows {
			if key := row.Name.Key(); !seen[key] {
				seen[key] = true
				names = append(names, row.Name.String())
			}
		}
	}
	return names
}

func reportsBySummary(s *digest.Story, name string) map[*digest.Summary][]*digest.Report {
	of := map[*digest.Summary][]*digest.Report{}
	if row := s.Row(name); row != nil {
		for _, r := range row.Reports {
			of[r.Summary] = append(of[r.Summary], r)
		}
	}
	return of
}

// pair compares the reports of one figure in one summary: those of one claimant
// and moment with each other, then those of one claimant, those of one value, and
// whatever is left in order.
func (c *storyComparison) pair(before, after []*digest.Report) {
	before, after = slices.Clone(before), slices.Clone(after)
	slices.SortStableFunc(before, byPlace)
	slices.SortStableFunc(after, byPlace)
	for _, same := range []func(a, b *digest.Report) bool{
		func(a, b *digest.Report) bool { return describe(a) == describe(b) },
		func(a, b *digest.Report) bool { return placeOf(a) == placeOf(b) },
		func(a, b *digest.Report) bool { return a.Voice == b.Voice },
		func(a, b *digest.Report) bool { return a.Value.Written == b.Value.Written },
		func(_, _ *digest.Report) bool { return true },
	} {
		for i := 0; i < len(before); i++ {
			old := before[i]
			j := slices.IndexFunc(after, func(r *digest.Report) bool { return same(old, r) })
			if j < 0 {
				continue
			}
			c.changed(old, after[j])
			before, after = slices.Delete(before, i, i+1), slices.Delete(after, j, j+1)
			i--
		}
	}
	for _, r := range before {
		change := c.change(Withdrawn, r)
		change.Old = describe(r)
		if now := c.now[r.Summary]; now != nil {
			change.Summary, change.Updated = now.Slug, wasUpdated(r.Summary, now)
		}
		c.changes = append(c.changes, change)
	}
	for _, r := range after {
		change := c.change(Added, r)
		change.New = describe(r)
		change.Updated = wasUpdated(c.before[r.Summary], r.Summary)
		c.changes = append(c.changes, change)
	}
}

func byPlace(a, b *digest.Report) int {
	if order := strings.Compare(placeOf(a), placeOf(b)); order != 0 {
		return order
	}
	return strings.Compare(describe(a), describe(b))
}

// placeOf tells the reports of one summary on one figure apart.
func placeOf(r *digest.Report) string {
	return r.Voice + "\x00" + r.AsOf.String() + "\x00" + r.Stage
}

// changed adds that a report says otherwise, if it does.
func (c *storyComparison) changed(old, now *digest.Report) {
	change := c.change(Changed, now)
	change.Old, change.New = describe(old), describe(now)
	change.Updated = wasUpdated(old.Summary, now.Summary)
	if change.Old != change.New {
		c.changes = append(c.changes, change)
	}
}

func (c *storyComparison) change(kind Kind, r *digest.Report) Change {
	change := Change{Kind: kind, Story: c.slug, Figure: r.Row.Name.String(), Summary: r.Summary.Slug,
		Source: r.Summary.SourceLabel.Name, Date: r.Summary.Date.String()}
	if r.Named {
		change.Claimant = r.Claimant.Name
	}
	return change
}

// wasUpdated reports whether the article of a summary changed between two states.
func wasUpdated(before, after *digest.Summary) bool {
	return before != nil && after != nil && before.Updated.String() != after.Updated.String()
}

// describe is a report in words: its value as it was written, whose word it is,
// and of when.
func describe(r *digest.Report) string {
	var more []string
	if r.Named {
		more = append(more, "according to "+r.Claimant.Name)
	}
	if !r.AsOf.IsZero() {
		more = append(more, "as of "+r.AsOf.String())
	}
	if r.Stage != "" {
		more = append(more, r.Stage)
	}
	if r.Standing == digest.Withdrawn {
		more = append(more, "withdrawn")
	}
	text := r.Value.Written
	if len(more) > 0 {
		text += " [" + strings.Join(more, ", ") + "]"
	}
	return text
}

// agreement compares what the reports of a figure say together, where both
// states have some.
func (c *storyComparison) agreement(name string) {
	before, after := c.old.Row(name), c.new.Row(name)
	if before != nil && after != nil && before.Kind != after.Kind {
		c.changes = append(c.changes, Change{Kind: Agreement, Story: c.slug, Figure: after.Name.String(),
			Old: string(before.Kind), New: string(after.Kind)})
	}
}

// checks compares for whom each equation holds.
func (c *storyComparison) checks() {
	for _, text := range checkTexts(c.old, c.new) {
		before, after := outcomesOf(c.old, text), outcomesOf(c.new, text)
		for _, s := range c.old.Summaries {
			for _, claimant := range slices.Sorted(maps.Keys(before[s])) {
				c.checked(text, before[s][claimant], after[c.now[s]][claimant])
			}
		}
	}
}

func checkTexts(before, after *digest.Story) []string {
	var texts []string
	for _, s := range []*digest.Story{after, before} {
		for _, ch := range s.Checks {
			if !slices.Contains(texts, ch.Text) {
				texts = append(texts, ch.Text)
			}
		}
	}
	return texts
}

// outcomesOf are the outcomes of an equation by summary, then by claimant.
func outcomesOf(s *digest.Story, text string) map[*digest.Summary]map[string]*digest.Outcome {
	of := map[*digest.Summary]map[string]*digest.Outcome{}
	for _, ch := range s.Checks {
		if ch.Text != text {
			continue
		}
		for _, o := range ch.Outcomes {
			if of[o.Summary] == nil {
				of[o.Summary] = map[string]*digest.Outcome{}
			}
			of[o.Summary][claimantsOf(o)] = o
		}
	}
	return of
}

// checked adds that an equation began or ceased to hold for a summary.
func (c *storyComparison) checked(text string, old, now *digest.Outcome) {
	if old == nil || now == nil || old.Status == now.Status || !decided(old) && !decided(now) {
		return
	}
	change := Change{Kind: Checked, Story: c.slug, Check: text, Summary: now.Summary.Slug,
		Source: now.Summary.SourceLabel.Name, Date: now.Summary.Date.String(), Old: result(old), New: result(now)}
	if len(now.Claimants) > 0 {
		change.Claimant = claimantsOf(now)
	}
	change.Updated = wasUpdated(old.Summary, now.Summary)
	c.changes = append(c.changes, change)
}

// claimantsOf are those on whose word an outcome is, where the article names
// them.
func claimantsOf(o *digest.Outcome) string {
	var names []string
	for _, l := range o.Claimants {
		names = append(names, l.Name)
	}
	return strings.Join(names, ", ")
}

// decided reports whether an equation holds or fails.
func decided(o *digest.Outcome) bool { return o.Status == check.Holds || o.Status == check.Fails }

func result(o *digest.Outcome) string {
	if o.Off != "" {
		return string(o.Status) + ", off by " + o.Off
	}
	return string(o.Status)
}
