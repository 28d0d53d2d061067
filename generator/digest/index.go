package digest

import (
	"cmp"
	"slices"
	"time"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/value"
)

// indexSummaries puts the summaries of all stories, given in order of their
// slugs, into one timeline.
func (d *Digest) indexSummaries(bySlug []*Story) {
	var all []*Summary
	for _, story := range bySlug {
		all = append(all, story.Summaries...)
	}
	d.Summaries = newestFirst(all, func(s *Summary) time.Time { return s.Date.Time })
}

// indexMonths cuts the timeline into months.
func (d *Digest) indexMonths() {
	first := 0 // of the last month's summaries
	for i, s := range d.Summaries {
		year, month, _ := s.Date.Time.Date()
		last := len(d.Months) - 1
		if last < 0 || d.Months[last].Year != year || d.Months[last].Month != month {
			d.Months = append(d.Months, Month{Year: year, Month: month})
			first = i
			last++
		}
		d.Months[last].Summaries = d.Summaries[first : i+1 : i+1]
	}
}

// indexSources gathers what each source published, and counts how its
// reports stand beside those of others.
func (d *Digest) indexSources(outlets []*content.Outlet) {
	d.sources = map[string]*Source{}
	for _, s := range d.Summaries {
		source := d.sources[s.Outlet.Slug]
		if source == nil {
			source = &Source{Label: s.Outlet}
			d.sources[s.Outlet.Slug] = source
			d.Sources = append(d.Sources, source)
		}
		source.add(s)
	}
	for _, story := range d.Stories {
		for _, slug := range story.outlets {
			d.sources[slug].Stories++
		}
	}
	for _, o := range outlets {
		if source := d.sources[o.Slug]; source != nil {
			source.URL, source.Document = o.URL, o.Document
			source.Name = cmp.Or(o.Title, source.Name)
		}
	}
	for _, source := range d.Sources {
		slices.Sort(source.Via)
		source.Via = slices.Compact(source.Via)
	}
	d.Sources = byName(d.Sources, func(s *Source) (name, slug string) { return value.FoldName(s.Name), s.Slug })
}

func (s *Source) add(sum *Summary) {
	s.Summaries = append(s.Summaries, sum)
	if sum.Source.Via != "" {
		s.Via = append(s.Via, sum.Source.Via)
	}
	s.Compared += sum.tally.compared
	s.Majority += sum.tally.majority
	s.Alone += sum.tally.alone
	s.Revised += sum.tally.revised
}

// indexTags gathers the stories and summaries of each tag.
func (d *Digest) indexTags() {
	d.tags = map[string]*Tag{}
	find := func(l Label) *Tag {
		tag := d.tags[l.Slug]
		if tag == nil {
			tag = &Tag{Label: l}
			d.tags[l.Slug] = tag
			d.Tags = append(d.Tags, tag)
		}
		return tag
	}
	for _, story := range d.Stories {
		for _, l := range story.Tags {
			tag := find(l)
			tag.Stories = append(tag.Stories, story)
		}
	}
	for _, sum := range d.Summaries {
		for _, l := range sum.Labels {
			tag := find(l)
			tag.Summaries = append(tag.Summaries, sum)
		}
	}
	d.Tags = byName(d.Tags, func(t *Tag) (name, slug string) { return value.FoldName(t.Name), t.Slug })
}

// indexFigures gathers the rows of each figure over all stories.
func (d *Digest) indexFigures() {
	d.figures = map[string]*Figure{}
	for _, story := range d.Stories {
		for _, row := range story.Rows {
			f := d.figures[row.Slug]
			if f == nil {
				f = &Figure{Name: row.Name, Slug: row.Slug, Unit: row.Unit}
				d.figures[row.Slug] = f
				d.Figures = append(d.Figures, f)
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
	d.Figures = byName(d.Figures, func(f *Figure) (name, slug string) { return f.Rows[0].key, f.Slug })
}

// indexDisputes lists what does not agree, newest first.
func (d *Digest) indexDisputes() {
	for _, story := range d.Stories {
		d.Disputes = append(d.Disputes, story.disputes...)
	}
	d.Disputes = newestFirst(d.Disputes, func(x Dispute) time.Time { return x.Since.Date.Time })
}

// newestFirst sorts by date, and keeps the order of what has the same. It
// takes the dates out first, which costs less than looking them up to compare.
func newestFirst[T any](all []T, date func(T) time.Time) []T {
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

// byName sorts by folded name, then by slug, and folds each name once.
func byName[T any](all []T, names func(T) (name, slug string)) []T {
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

// Last is the date of the newest summary with the tag; zero where there is none.
func (t *Tag) Last() content.Date {
	if len(t.Summaries) == 0 {
		return content.Date{}
	}
	return t.Summaries[0].Date
}
