package digest

import (
	"cmp"
	"slices"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/value"
)

// indexMonths cuts the timeline into months.
func (d *Digest) indexMonths() {
	for _, s := range d.Summaries {
		year, month, _ := s.Date.Time.Date()
		last := len(d.Months) - 1
		if last < 0 || d.Months[last].Year != year || d.Months[last].Month != month {
			d.Months = append(d.Months, Month{Year: year, Month: month})
			last++
		}
		d.Months[last].Summaries = append(d.Months[last].Summaries, s)
	}
}

// indexSources gathers what each source published, and counts how its
// reports stand beside those of others.
func (d *Digest) indexSources(outlets []*content.Outlet) {
	d.sources = map[string]*Source{}
	type pair struct{ source, story string }
	seen := map[pair]bool{}
	for _, s := range d.Summaries {
		source := d.sources[s.Outlet.Slug]
		if source == nil {
			source = &Source{Label: s.Outlet}
			d.sources[s.Outlet.Slug] = source
			d.Sources = append(d.Sources, source)
		}
		source.add(s)
		if at := (pair{s.Outlet.Slug, s.Story.Slug}); !seen[at] {
			seen[at] = true
			source.Stories++
		}
	}
	for _, o := range outlets {
		if source := d.sources[o.Slug]; source != nil {
			source.URL, source.Document = o.URL, o.Document
			source.Name = cmp.Or(o.Title, source.Name)
		}
	}
	slices.SortFunc(d.Sources, func(a, b *Source) int { return compareLabels(a.Label, b.Label) })
}

func (s *Source) add(sum *Summary) {
	s.Summaries = append(s.Summaries, sum)
	if via := sum.Source.Via; via != "" && !slices.Contains(s.Via, via) {
		s.Via = append(s.Via, via)
		slices.Sort(s.Via)
	}
	for _, r := range sum.Reports {
		switch {
		case r.Revised != nil:
			s.Revised++
		case r.Row.Kind != agreement.Single:
			s.Compared++
			if !r.Outside {
				s.Majority++
			} else if r.alone() {
				s.Alone++
			}
		}
	}
}

// alone reports whether no other voice is in a camp with the report.
func (r *Report) alone() bool {
	for _, camp := range r.Row.Camps {
		if camp.Voices > 1 && slices.Contains(camp.Reports, r) {
			return false
		}
	}
	return true
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
	slices.SortFunc(d.Tags, func(a, b *Tag) int { return compareLabels(a.Label, b.Label) })
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
	slices.SortFunc(d.Figures, func(a, b *Figure) int {
		return cmp.Or(cmp.Compare(a.Name.Key(), b.Name.Key()), cmp.Compare(a.Slug, b.Slug))
	})
}

// indexDisputes lists what does not agree, newest first.
func (d *Digest) indexDisputes() {
	for _, story := range d.Stories {
		for _, row := range story.Rows {
			if row.Kind == agreement.Differ {
				standing := row.Standing()
				d.Disputes = append(d.Disputes, Dispute{Story: story, Row: row, Since: standing[len(standing)-1].Summary})
			}
		}
		for _, c := range story.Checks {
			if c.Fails > 0 {
				d.Disputes = append(d.Disputes, Dispute{Story: story, Check: c, Since: c.lastFailure()})
			}
		}
	}
	slices.SortStableFunc(d.Disputes, func(a, b Dispute) int {
		return b.Since.Date.Time.Compare(a.Since.Date.Time)
	})
}

func compareLabels(a, b Label) int {
	return cmp.Or(cmp.Compare(value.FoldName(a.Name), value.FoldName(b.Name)), cmp.Compare(a.Slug, b.Slug))
}

// Last is the date of the newest summary with the tag; zero where there is none.
func (t *Tag) Last() content.Date {
	if len(t.Summaries) == 0 {
		return content.Date{}
	}
	return t.Summaries[0].Date
}
