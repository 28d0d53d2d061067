package search

import (
	"cmp"
	"slices"
	"strings"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/number"
	"collate/generator/value"
)

// entryKind is what page an entry is; templates/search.js knows them by number.
type entryKind int

const (
	figurePage entryKind = iota
	sourcePage
	tagPage
	plainPage
	storyPage
	summaryPage
)

// entry is a page that can be found; one of its fields is set, of a summary
// also the story.
type entry struct {
	kind    entryKind
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
	for _, f := range largestOf(d.Figures(), func(f *digest.Figure) int { return len(f.Rows) }) {
		all = append(all, entry{kind: figurePage, figure: f})
	}
	for _, s := range largestOf(d.Sources(), func(s *digest.Source) int { return len(s.Summaries) }) {
		all = append(all, entry{kind: sourcePage, source: s})
	}
	for _, t := range largestOf(d.Tags(), func(t *digest.Tag) int { return len(t.Summaries) }) {
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

// largestOf are items by their size, the largest first, else in the order that
// they have.
func largestOf[T any](items []T, size func(T) int) []T {
	return slices.SortedStableFunc(slices.Values(items), func(a, b T) int { return cmp.Compare(size(b), size(a)) })
}

// countKinds counts the entries of each kind, in the order of kinds.
func countKinds(d *digest.Digest) [summaryPage + 1]int {
	return [summaryPage + 1]int{
		figurePage: len(d.Outline.Figures), sourcePage: len(d.Outline.Sources), tagPage: len(d.Outline.Tags),
		plainPage: len(d.Pages),
		storyPage: len(d.Stories), summaryPage: d.Outline.Summaries,
	}
}

// shownEntry is an entry as the page shows it.
type shownEntry struct {
	Kind    entryKind
	Path    string
	Title   string
	By      string // source, counts
	Date    string
	Figures []string // name, value, and ≠ where it is outside the largest camp
}

// list is the fields without empty ones at the end.
func (s shownEntry) list() []any {
	fields := []any{s.Kind, s.Path, s.Title, s.By, s.Date, s.Figures}
	for len(fields) > 3 && (fields[len(fields)-1] == "" || len(fields) == 6 && len(s.Figures) == 0) {
		fields = fields[:len(fields)-1]
	}
	return fields
}

// How many figures are kept of a summary and of a story, of which the page
// shows those that fit the query best, and how many stories of a figure.
const (
	figuresKept      = 16
	storyFiguresKept = 40
	storiesKept      = 4
)

func (w wording) show(e entry) shownEntry {
	switch e.kind {
	case figurePage:
		return shownEntry{e.kind, e.figure.Path(), e.figure.Name.String(), w.FigureLine(e.figure), "",
			w.figureValues(e.figure)}
	case sourcePage:
		return shownEntry{e.kind, e.source.Path(), e.source.Name, w.SourceLine(e.source), "", nil}
	case tagPage:
		return shownEntry{e.kind, e.tag.Path(), e.tag.Name, w.TagLine(e.tag), "", nil}
	case plainPage:
		return shownEntry{e.kind, digest.PagePath(e.page), e.page.Title, "", "", nil}
	case storyPage:
		return shownEntry{e.kind, e.story.Path(), e.story.Title, w.StoryLine(e.story), w.Day(e.story.Last),
			w.storyValues(e.story)}
	}
	s := shownEntry{e.kind, e.summary.Path(), e.summary.Title, e.summary.SourceLabel.Name, w.Day(e.summary.Date), nil}
	for _, r := range e.summary.Reports[:min(figuresKept, len(e.summary.Reports))] {
		s.Figures = append(s.Figures, r.Row.Name.String(), r.Value.Written, againstSigns[r.Against()])
	}
	return s
}

// figureValues are what is said of a figure in its newest stories, each under
// the story's title.
func (w wording) figureValues(f *digest.Figure) []string {
	var values []string
	for _, row := range f.Rows[:min(storiesKept, len(f.Rows))] {
		values = append(values, row.Story.Title, w.Camps(row), signOfRow(row))
	}
	return values
}

// signOfRow is the sign of what stands in front of a row; empty where that agrees.
func signOfRow(row *digest.Row) string {
	if row.Differed() {
		return ""
	}
	return againstSigns[row.Kind]
}

// storyValues are what is said of a story's figures, the one that differs most
// in front.
func (w wording) storyValues(s *digest.Story) []string {
	var values []string
	add := func(row *digest.Row) {
		values = append(values, row.Name.String(), w.Camps(row), signOfRow(row))
	}
	sharpest := s.Sharpest()
	if sharpest != nil {
		add(sharpest)
	}
	for _, row := range s.Rows {
		if len(values) == 3*storyFiguresKept {
			break
		}
		if row != sharpest {
			add(row)
		}
	}
	return values
}

// againstSigns mark a value outside the largest camp.
var againstSigns = map[agreement.Kind]string{agreement.Differ: "≠", agreement.Incomparable: "∥"}

// describe adds the terms of an entry: title first, then figures, then text.
func (g *gatherer) describe(e entry) {
	switch e.kind {
	case figurePage:
		g.title(e.figure.Name.String())
		g.filter(e.figure.Differ > 0, "", nil, nil, "")
	case sourcePage:
		g.title(e.source.Name)
		g.part(inText)
		g.cutMarkdown(e.source.Document.Body)
		g.filter(false, "", nil, nil, e.source.Slug)
	case tagPage:
		g.title(e.tag.Name)
		g.filter(false, "", []digest.Label{e.tag.Label}, nil, "")
	case plainPage:
		g.title(e.page.Title)
		g.part(inText)
		g.cutMarkdown(e.page.Body)
	case storyPage:
		g.describeStory(e.story)
	case summaryPage:
		g.describeSummary(e.summary)
	}
}

func (g *gatherer) describeStory(s *digest.Story) {
	g.cut(s.Title)
	g.part(inFigures)
	g.cut(strings.ReplaceAll(s.Slug, "-", " "))
	for _, row := range s.Rows {
		g.cut(row.Name.String())
		for _, camp := range row.Front() {
			g.value(camp.Shown.Value)
		}
	}
	g.labels(s.Tags)
	g.part(inText)
	g.cut(s.Sentence)
	g.cutMarkdown(s.Document.Body)
	g.filter(s.Differ+s.Broken > 0, s.Slug, s.Tags, s.Summaries, "")
}

func (g *gatherer) describeSummary(s *digest.Summary) {
	g.cut(s.Title)
	g.part(inFigures)
	differs := false
	for _, r := range s.Reports {
		g.cut(r.Row.Name.String())
		g.value(r.Value)
		differs = differs || r.Row.Kind == agreement.Differ
	}
	g.cut(g.words.Day(s.Date))
	g.cut(g.words.Month(s.Date.Time.Year(), s.Date.Time.Month()))
	g.cut(s.SourceLabel.Name)
	g.cut(s.Source.Via)
	g.cut(s.Source.Author)
	g.labels(s.Labels)
	g.part(inText)
	g.cut(s.Summary.Sentence)
	g.cutMarkdown(s.Body)
	for _, r := range s.Reports {
		g.cut(r.By)
		g.cut(r.Note)
		g.cut(r.Quote)
	}
	g.filter(differs, s.Story.Slug, s.Labels, nil, s.SourceLabel.Slug)
}

// title adds a title by its words and as a whole.
func (g *gatherer) title(s string) {
	g.cut(s)
	g.emit(wholeTitle(s))
}

func (g *gatherer) labels(labels []digest.Label) {
	for _, l := range labels {
		g.cut(l.Name)
	}
}

// value adds a value as it is written, as Collate would write it, and by what
// it comes to.
func (g *gatherer) value(v value.Value) {
	g.cut(v.Written)
	switch v.Kind {
	case value.KindNumber:
		g.number(v.Number, v.Unit)
	case value.KindRange:
		g.number(v.Interval.Low.At, v.Unit)
		g.number(v.Interval.High.At, v.Unit)
	}
}

func (g *gatherer) number(n number.Number, unit value.Unit) {
	base, _, _ := strings.Cut(string(unit), "/")
	g.term = append(append(g.term[:0], '#'), n.String()...)
	if base == "" || value.KnownCurrency(base) {
		g.emit(g.term)
		return
	}
	g.emit(append(g.term, base...))
	g.cut(value.Format(n, unit))
}

// filter adds the terms that results are filtered by.
func (g *gatherer) filter(differs bool, story string, tags []digest.Label, summaries []*digest.Summary, source string) {
	add := func(what, slug string) {
		if slug != "" {
			g.emit(append(append(g.term[:0], what...), slug...))
		}
	}
	if differs {
		g.emit([]byte("!d"))
	}
	add("!t", story)
	add("!s", source)
	for _, tag := range tags {
		add("!g", tag.Slug)
	}
	for _, s := range summaries {
		add("!s", s.SourceLabel.Slug)
	}
}
