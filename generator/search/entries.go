package search

import (
	"encoding/json"
	"strings"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/value"
)

// kind is what page an entry is; templates/search.js knows them by number.
type kind int

const (
	figurePage kind = iota
	sourcePage
	tagPage
	plainPage
	storyPage
	summaryPage
)

// entry is a page that can be found; one of its fields is set, of a summary
// also the story.
type entry struct {
	kind    kind
	figure  *digest.Figure
	source  *digest.Source
	tag     *digest.Tag
	page    *content.Page
	story   *digest.Story
	summary *digest.Summary
}

// entries lists every page that can be found, in the order of their numbers.
func entries(d *digest.Digest) []entry {
	var all []entry
	for _, f := range d.Figures() {
		all = append(all, entry{kind: figurePage, figure: f})
	}
	for _, s := range d.Sources() {
		all = append(all, entry{kind: sourcePage, source: s})
	}
	for _, t := range d.Tags() {
		all = append(all, entry{kind: tagPage, tag: t})
	}
	for _, p := range d.Pages {
		all = append(all, entry{kind: plainPage, page: p})
	}
	for _, s := range d.Stories {
		all = append(all, entry{kind: storyPage, story: s})
	}
	for _, s := range d.Summaries() {
		all = append(all, entry{kind: summaryPage, story: s.Story, summary: s})
	}
	return all
}

// kinds counts the entries of each kind, in the order of kinds.
func kinds(d *digest.Digest) [summaryPage + 1]int {
	return [summaryPage + 1]int{
		figurePage: len(d.Outline.Figures), sourcePage: len(d.Outline.Sources), tagPage: len(d.Outline.Tags), plainPage: len(d.Pages),
		storyPage: len(d.Stories), summaryPage: d.Outline.Summaries,
	}
}

// shown is an entry as the page shows it.
type shown struct {
	Kind    kind
	Path    string
	Title   string
	By      string // source, counts
	Date    string
	Figures []string // name, value, and ≠ where it is outside the largest camp
}

// MarshalJSON writes the fields as a list, without empty ones at its end.
func (s shown) MarshalJSON() ([]byte, error) {
	fields := []any{s.Kind, s.Path, s.Title, s.By, s.Date, s.Figures}
	for len(fields) > 3 && (fields[len(fields)-1] == "" || len(fields) == 6 && len(s.Figures) == 0) {
		fields = fields[:len(fields)-1]
	}
	return json.Marshal(fields)
}

// figuresShown is how many figures a result shows.
const figuresShown = 3

func (w Words) show(e entry) shown {
	switch e.kind {
	case figurePage:
		return shown{e.kind, e.figure.Path(), e.figure.Name.String(), w.Figure(e.figure), "", nil}
	case sourcePage:
		return shown{e.kind, e.source.Path(), e.source.Name, w.Source(e.source), "", nil}
	case tagPage:
		return shown{e.kind, e.tag.Path(), e.tag.Name, "", "", nil}
	case plainPage:
		return shown{e.kind, digest.PagePath(e.page), e.page.Title, "", "", nil}
	case storyPage:
		s := shown{e.kind, e.story.Path(), e.story.Title, w.Story(e.story), w.Day(e.story.Last), nil}
		if row := w.Sharpest(e.story); row != nil {
			s.Figures = []string{row.Name.String(), w.Says(row), "≠"}
		}
		return s
	}
	s := shown{e.kind, e.summary.Path(), e.summary.Title, e.summary.Outlet.Name, w.Day(e.summary.Date), nil}
	for _, r := range e.summary.Reports[:min(figuresShown, len(e.summary.Reports))] {
		mark := ""
		if r.Outside {
			mark = symbols[r.Row.Kind]
		}
		s.Figures = append(s.Figures, r.Row.Name.String(), r.Value.Written, mark)
	}
	return s
}

// symbols mark a value outside the largest camp.
var symbols = map[agreement.Kind]string{agreement.Differ: "≠", agreement.Incomparable: "∥"}

// describe adds the terms of an entry: title first, then figures, then text.
func (x *index) describe(e entry) {
	switch e.kind {
	case figurePage:
		x.title(e.figure.Name.String())
		x.filter(e.figure.Differ > 0, "", nil, nil, "")
	case sourcePage:
		x.title(e.source.Name)
		x.part(inText)
		x.cutMarkdown(e.source.Document.Body)
		x.filter(false, "", nil, nil, e.source.Slug)
	case tagPage:
		x.title(e.tag.Name)
		x.filter(false, "", []digest.Label{e.tag.Label}, nil, "")
	case plainPage:
		x.title(e.page.Title)
		x.part(inText)
		x.cutMarkdown(e.page.Body)
	case storyPage:
		x.describeStory(e.story)
	case summaryPage:
		x.describeSummary(e.summary)
	}
}

func (x *index) describeStory(s *digest.Story) {
	x.cut(s.Title)
	x.part(inFigures)
	x.cut(strings.ReplaceAll(s.Slug, "-", " "))
	for _, row := range s.Rows {
		x.cut(row.Name.String())
		for _, camp := range row.Camps {
			x.value(camp.Shown.Value)
		}
	}
	x.labels(s.Tags)
	x.part(inText)
	x.cut(s.Sentence)
	x.cutMarkdown(s.Document.Body)
	x.filter(s.Differ+s.Broken > 0, s.Slug, s.Tags, s.Summaries, "")
}

func (x *index) describeSummary(s *digest.Summary) {
	x.cut(s.Title)
	x.part(inFigures)
	differs := false
	for _, r := range s.Reports {
		x.cut(r.Row.Name.String())
		x.value(r.Value)
		differs = differs || r.Row.Kind == agreement.Differ
	}
	x.cut(x.words.Day(s.Date))
	x.cut(x.words.Month(s.Date))
	x.cut(s.Outlet.Name)
	x.cut(s.Source.Via)
	x.cut(s.Source.Author)
	x.labels(s.Labels)
	x.part(inText)
	x.cut(s.Summary.Summary)
	x.cutMarkdown(s.Body)
	for _, r := range s.Reports {
		x.cut(r.By)
		x.cut(r.Note)
		x.cut(r.Quote)
	}
	x.filter(differs, s.Story.Slug, s.Labels, nil, s.Outlet.Slug)
}

// title adds a title by its words and as a whole.
func (x *index) title(s string) {
	x.cut(s)
	x.emit(whole(s))
}

func (x *index) labels(labels []digest.Label) {
	for _, l := range labels {
		x.cut(l.Name)
	}
}

// value adds a value as it is written, as Collate would write it, and by what
// it comes to.
func (x *index) value(v value.Value) {
	x.cut(v.Written)
	switch v.Kind {
	case value.KindNumber:
		x.number(v.Number, v.Unit)
	case value.KindRange:
		x.number(v.Interval.Low.At, v.Unit)
		x.number(v.Interval.High.At, v.Unit)
	}
}

func (x *index) number(n value.Number, unit value.Unit) {
	if base, _, _ := strings.Cut(string(unit), "/"); base == "" || value.KnownCurrency(base) {
		x.emit(append(append(x.term[:0], '#'), n.String()...))
		return
	}
	x.cut(value.Format(n, unit))
}

// filter adds the terms that results are filtered by.
func (x *index) filter(differs bool, story string, tags []digest.Label, summaries []*digest.Summary, source string) {
	add := func(what, slug string) {
		if slug != "" {
			x.emit(append(append(x.term[:0], what...), slug...))
		}
	}
	if differs {
		x.emit([]byte("!d"))
	}
	add("!t", story)
	add("!s", source)
	for _, tag := range tags {
		add("!g", tag.Slug)
	}
	for _, s := range summaries {
		add("!s", s.Outlet.Slug)
	}
}
