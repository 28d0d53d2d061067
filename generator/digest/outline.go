package digest

import (
	"cmp"
	"slices"
	"time"

	"collate/generator/content"
)

// An Outline names the pages that a digest has across its stories. It is made
// from what each story says of itself and so is quickly there, while what is
// on those pages is put together only when somebody asks for it.
type Outline struct {
	Summaries   int     // in all stories
	Values      int     // that are reported
	Quoted      int     // of those: with the words of the article
	Months      []Month // newest first; their summaries are left out
	Figures     []Named // by slug, as Sources and Tags
	Sources     []Named
	Tags        []Named
	SourcePages []*content.SourcePage // the pages of those sources that have one
}

// Named is the name of a page, and a content file that has it.
type Named struct {
	Label
	File string
}

// outline is what one story adds to the outline, each name once.
type outline struct {
	months                 []Month
	figures, sources, tags []Named
	values, quoted         int
	own                    int // summaries whose pages stand in the story
}

// outlined is the story's outline.
func (s *Story) outlined() outline {
	var o outline
	months := map[int]bool{}
	figures, sources, tags := newRegister(), newRegister(), newRegister()
	for _, l := range s.Tags {
		tags.add(Named{l, s.Document.File})
	}
	for _, sum := range s.Summaries {
		if !sum.Guest() {
			o.own++
		}
		sources.add(Named{sum.SourceLabel, sum.File})
		for _, l := range sum.Labels {
			tags.add(Named{l, sum.File})
		}
		if m := monthOf(sum.Date.Time); !months[m.key()] {
			months[m.key()] = true
			o.months = append(o.months, m)
		}
	}
	for _, row := range s.Rows {
		figures.add(Named{Label{row.Name.String(), row.Slug}, row.Reports[0].Summary.File})
		o.values += len(row.Reports)
		for _, r := range row.Reports {
			if r.Quote != "" {
				o.quoted++
			}
		}
	}
	o.figures, o.sources, o.tags = slices.Clone(figures.names), slices.Clone(sources.names), slices.Clone(tags.names)
	return o
}

// outlineOf puts the outlines of stories together, and adds the sources' pages that
// are among their sources.
func outlineOf(stories []*Story, sourcePages []*content.SourcePage) Outline {
	var o Outline
	months := map[int]bool{}
	figures, sources, tags := newRegister(), newRegister(), newRegister()
	for _, s := range stories {
		o.Summaries += s.outline.own
		o.Values += s.outline.values
		o.Quoted += s.outline.quoted
		for _, m := range s.outline.months {
			if !months[m.key()] {
				months[m.key()] = true
				o.Months = append(o.Months, m)
			}
		}
		figures.add(s.outline.figures...)
		sources.add(s.outline.sources...)
		tags.add(s.outline.tags...)
	}
	slices.SortFunc(o.Months, func(a, b Month) int { return cmp.Compare(b.key(), a.key()) })
	o.Figures, o.Sources, o.Tags = figures.sorted(), sources.sorted(), tags.sorted()
	for _, sourcePage := range sourcePages {
		if sources.known[sourcePage.Slug] {
			o.SourcePages = append(o.SourcePages, sourcePage)
		}
	}
	return o
}

// monthOf is the month of a time, without summaries.
func monthOf(t time.Time) Month {
	year, month, _ := t.Date()
	return Month{Year: year, Month: month}
}

// key is a number that grows from month to month.
func (m Month) key() int { return m.Year*12 + int(m.Month) }

// A register is names, the first with each slug.
type register struct {
	names []Named
	known map[string]bool
}

func newRegister() *register { return &register{known: map[string]bool{}} }

func (r *register) add(names ...Named) {
	for _, n := range names {
		if !r.known[n.Slug] {
			r.known[n.Slug] = true
			r.names = append(r.names, n)
		}
	}
}

// sorted are the names in the order of their slugs.
func (r *register) sorted() []Named {
	slices.SortFunc(r.names, func(a, b Named) int { return cmp.Compare(a.Slug, b.Slug) })
	return r.names
}
