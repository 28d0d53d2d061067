package digest

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"collate/generator/agreement"
	"collate/generator/value"
)

// across is what spans the stories of a digest. Each part is put together when
// it is first asked for, once: a site that is looked at while it is written
// has most of them made for nothing.
type across struct {
	summaries func() []*Summary
	months    func() []Month
	sources   func() found[*Source]
	tags      func() found[*Tag]
	figures   func() found[*Figure]
	disputes  func() []Dispute
}

// found is things in order, and by their slugs.
type found[T any] struct {
	all    []T
	bySlug map[string]T
}

// add adds a thing under its slug.
func (f *found[T]) add(slug string, thing T) {
	if f.bySlug == nil {
		f.bySlug = map[string]T{}
	}
	f.bySlug[slug] = thing
	f.all = append(f.all, thing)
}

// span readies what spans the stories.
func (d *Digest) span() across {
	return across{
		summaries: sync.OnceValue(d.lineUpSummaries),
		months:    sync.OnceValue(d.lineUpMonths),
		sources:   sync.OnceValue(d.lineUpSources),
		tags:      sync.OnceValue(d.lineUpTags),
		figures:   sync.OnceValue(d.lineUpFigures),
		disputes:  sync.OnceValue(d.lineUpDisputes),
	}
}

// Summaries is the timeline: newest first, then by story and slug.
func (d *Digest) Summaries() []*Summary { return d.summaries() }

// Months is the timeline by months, newest first; only those that have
// summaries.
func (d *Digest) Months() []Month { return d.months() }

// Sources are all sources by name.
func (d *Digest) Sources() []*Source { return d.sources().all }

// Tags are all tags by name.
func (d *Digest) Tags() []*Tag { return d.tags().all }

// Figures are the figures of all stories by name.
func (d *Digest) Figures() []*Figure { return d.figures().all }

// Disputes is everything that differs or doesn't add up, newest first.
func (d *Digest) Disputes() []Dispute { return d.disputes() }

// Source finds a source by its slug; nil where there is none.
func (d *Digest) Source(slug string) *Source { return d.sources().bySlug[slug] }

// Tag finds a tag by its slug; nil where there is none.
func (d *Digest) Tag(slug string) *Tag { return d.tags().bySlug[slug] }

// Figure finds a figure by its slug; nil where there is none.
func (d *Digest) Figure(slug string) *Figure { return d.figures().bySlug[slug] }

// lineUpSummaries puts the summaries of all stories into one timeline.
func (d *Digest) lineUpSummaries() []*Summary {
	all := make([]*Summary, 0, d.Outline.Summaries)
	for _, story := range d.bySlug {
		for _, s := range story.Summaries {
			if !s.Guest() {
				all = append(all, s)
			}
		}
	}
	return sortedNewest(all, func(s *Summary) time.Time { return s.Date.Time })
}

// lineUpMonths cuts the timeline into months.
func (d *Digest) lineUpMonths() []Month {
	var months []Month
	summaries, first := d.Summaries(), 0 // of the last month's
	for i, s := range summaries {
		m := monthOf(s.Date.Time)
		last := len(months) - 1
		if last < 0 || months[last].key() != m.key() {
			months = append(months, m)
			first = i
			last++
		}
		months[last].Summaries = summaries[first : i+1 : i+1]
	}
	return months
}

// lineUpSources gathers what each source published, and counts how its
// reports stand beside those of others.
func (d *Digest) lineUpSources() found[*Source] {
	var sources found[*Source]
	for _, s := range d.Summaries() {
		source := sources.bySlug[s.SourceLabel.Slug]
		if source == nil {
			source = &Source{Label: s.SourceLabel}
			sources.add(s.SourceLabel.Slug, source)
		}
		source.add(s)
	}
	for _, story := range d.Stories {
		for _, l := range story.outline.sources {
			sources.bySlug[l.Slug].Stories++
		}
	}
	for _, o := range d.Outline.SourcePages {
		source := sources.bySlug[o.Slug]
		source.URL, source.Document = o.URL, o.Document
		source.Name = cmp.Or(o.Title, source.Name)
	}
	for _, source := range sources.all {
		slices.Sort(source.Via)
		source.Via = slices.Compact(source.Via)
	}
	sources.all = foundByName(sources.all, func(s *Source) (name, slug string) {
		return value.FoldName(s.Name),
			s.Slug
	})
	return sources
}

func (s *Source) add(sum *Summary) {
	s.Summaries = append(s.Summaries, sum)
	if sum.Source.Via != "" {
		s.Via = append(s.Via, sum.Source.Via)
	}
	s.Compared += sum.tally.compared
	s.Alone += sum.tally.alone
}

// lineUpTags gathers the stories and summaries of each tag.
func (d *Digest) lineUpTags() found[*Tag] {
	var tags found[*Tag]
	find := func(l Label) *Tag {
		tag := tags.bySlug[l.Slug]
		if tag == nil {
			tag = &Tag{Label: l}
			tags.add(l.Slug, tag)
		}
		return tag
	}
	for _, story := range d.Stories {
		for _, l := range story.Tags {
			tag := find(l)
			tag.Stories = append(tag.Stories, story)
		}
	}
	for _, sum := range d.Summaries() {
		for _, l := range sum.Labels {
			tag := find(l)
			tag.Summaries = append(tag.Summaries, sum)
		}
	}
	tags.all = foundByName(tags.all, func(t *Tag) (name, slug string) { return value.FoldName(t.Name), t.Slug })
	return tags
}

// lineUpFigures gathers the rows of each figure over all stories.
func (d *Digest) lineUpFigures() found[*Figure] {
	var figures found[*Figure]
	for _, story := range d.Stories {
		for _, row := range story.Rows {
			f := figures.bySlug[row.Slug]
			if f == nil {
				f = &Figure{Name: row.Name, Slug: row.Slug, Unit: row.Unit}
				figures.add(row.Slug, f)
			}
			f.Rows = append(f.Rows, row)
			if f.Unit != row.Unit {
				f.Unit = ""
			}
			if row.Kind == agreement.Differ {
				f.Differ++
			}
		}
	}
	figures.all = foundByName(figures.all, func(f *Figure) (name, slug string) { return f.Rows[0].key, f.Slug })
	return figures
}

// lineUpDisputes lists what does not agree, newest first.
func (d *Digest) lineUpDisputes() []Dispute {
	var all []Dispute
	for _, story := range d.Stories {
		all = append(all, story.disputes...)
	}
	return sortedNewest(all, func(x Dispute) time.Time { return x.Since.Date.Time })
}

// sortedNewest sorts by date, and keeps the order of what has the same. It
// takes the dates out first, which costs less than looking them up to compare.
func sortedNewest[T any](all []T, date func(T) time.Time) []T {
	type dated struct {
		second     int64
		nanosecond int32
		at         int32
	}
	dates := make([]dated, len(all))
	for i, of := range all {
		t := date(of)
		dates[i] = dated{t.Unix(), int32(t.Nanosecond()), int32(i)}
	}
	slices.SortFunc(dates, func(a, b dated) int {
		switch {
		case a.second != b.second:
			return cmp.Compare(b.second, a.second)
		case a.nanosecond != b.nanosecond:
			return cmp.Compare(b.nanosecond, a.nanosecond)
		}
		return cmp.Compare(a.at, b.at)
	})
	sorted := make([]T, len(all))
	for i, d := range dates {
		sorted[i] = all[d.at]
	}
	return sorted
}

// foundByName sorts by folded name, then by slug, and folds each name once.
func foundByName[T any](all []T, names func(T) (name, slug string)) []T {
	type keyed struct {
		name, slug string
		of         T
	}
	keys := make([]keyed, len(all))
	for i, of := range all {
		name, slug := names(of)
		keys[i] = keyed{name, slug, of}
	}
	slices.SortFunc(keys, func(a, b keyed) int {
		if c := cmp.Compare(a.name, b.name); c != 0 {
			return c
		}
		return cmp.Compare(a.slug, b.slug)
	})
	sorted := make([]T, len(all))
	for i, k := range keys {
		sorted[i] = k.of
	}
	return sorted
}
