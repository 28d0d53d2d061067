package page

import (
	"cmp"
	"html/template"
	"slices"

	"collate/generator/agreement"
	"collate/generator/check"
	"collate/generator/digest"
	"collate/generator/i18n"
)

// storyView is what templates/story.html sees.
type storyView struct {
	Page     frame
	Sentence string
	Status   i18n.Status
	Tags     []template.HTML // links
	Boards   []boardView     // the headline figures, large
	Differs  []differView
	Further  []differView    // what differs beyond those
	More     string          // how many those are
	Table    *comparisonView // nil where nothing is reported
	Checks   []checkView     // those that some source's numbers fail
	Holding  []checkView     // the others
	Held     string          // how many those are
	Open     bool            // those stand open
	Parts    []chartView     // what totals are made up of
	Charts   []chartView     // where nothing differs: what moved, or can be told apart
	Contents bool            // there is enough to list
	Editions []link          // the weeks in which it was reported
	Entries  entriesView     // the newest
	Earlier  entriesView     // those that fold away
	Before   string          // how many those are
	Text     template.HTML
	Related  []link
	Take     []link            // the data, the table and the sources, in the forms that others take
	Package  template.HTMLAttr // describes the data
	Share    *shareView        // nil where there is nothing to share
}

// differView is a disagreement in a sentence.
type differView struct {
	Href     template.HTMLAttr
	Name     string
	AsOf     template.HTML
	Sentence template.HTML
	Why      template.HTML // why, where somebody says, or a hint
	Chart    *chartView    // tells it in place of the sentence; nil where there is none

	explained bool
	row       *digest.Row
}

// openChecks is up to how many checks that don't fail stand open where none fails.
const openChecks = 3

// storyDiffers is how many disagreements a story spells out at once; the others
// fold away.
const storyDiffers = 12

// headlineFigures is how many figures a story shows large.
const headlineFigures = 4

func (h context) story(s *digest.Story) (any, error) {
	text, err := h.text(s.Document, s, nil, 3)
	v := storyView{
		Page:     h.frame(noSection, s.Title, s.Sentence),
		Sentence: s.Sentence,
		Status:   h.words.Status(s),
		Tags:     h.labels(s.Tags),
		Parts:    h.partCharts(s),
		Text:     text,
	}
	for _, c := range h.checks(s.Checks) {
		if c.Outcomes[0].Status == check.Fails {
			v.Checks = append(v.Checks, c)
		} else {
			v.Holding = append(v.Holding, c)
		}
	}
	v.Held = h.words.Count("check.held", len(v.Holding))
	v.Open = len(v.Checks) == 0 && len(v.Holding) <= openChecks
	for _, row := range headlines(s) {
		v.Boards = append(v.Boards, h.board(row))
	}
	v.Differs = h.storyDiffers(s)
	if len(v.Differs) == 0 {
		v.Charts = h.storyCharts(s)
	}
	if shown := min(storyDiffers, len(v.Differs)); shown < len(v.Differs) {
		v.Differs, v.Further = v.Differs[:shown], v.Differs[shown:]
		v.More = h.words.Count("more", len(v.Further))
	}
	if len(s.Rows) > 0 {
		table := h.comparison(s, s.Groups, true)
		v.Table, v.Take, v.Package = &table, h.take(s), h.link("datapackage.json")
		v.Page.Citation = h.citation(s)
		v.Share = h.share(s)
	}
	h.addEntries(&v, newestFirst(s), s)
	v.Editions = h.editionsOf(s)
	v.Contents = len(s.Rows) > 0 && len(s.Summaries) > 1
	for _, other := range h.digest.Related(s) {
		v.Related = append(v.Related, link{h.link(other.Path()), other.Title})
	}
	v.Page.Feed, v.Page.FeedTitle = h.link(s.Path()+"feed.xml"), s.Title
	if v.Page.Description == "" || s.Sentence == "" {
		if row := s.Sharpest(); row != nil {
			v.Page.Description = h.differsText(row)
		}
	}
	v.Page.Data = h.storyData(s)
	v.Page.showCard(h, s)
	if row := s.Sharpest(); row != nil {
		v.Page.ImageAlt = h.differsText(row)
	}
	return v, err
}

// How many entries of its timeline a story shows, and from how many on the
// others fold away.
const (
	storyEntries = 4
	foldEntries  = 8
)

// addEntries adds the story's timeline.
func (h context) addEntries(v *storyView, all []*digest.Summary, s *digest.Story) {
	shown := len(all)
	if shown >= foldEntries {
		shown = storyEntries
		v.Earlier = h.entries(all[shown:], s)
		v.Before = h.words.Count("story.earlier", len(all)-shown)
	}
	v.Entries = h.entries(all[:shown], s)
}

// headlines are the first figures that several sources report, or else the
// first of all.
func headlines(s *digest.Story) []*digest.Row {
	var shared []*digest.Row
	for _, row := range s.Rows {
		if row.Kind != agreement.Single && len(shared) < headlineFigures {
			shared = append(shared, row)
		}
	}
	if len(shared) == 0 {
		return s.Rows[:min(headlineFigures, len(s.Rows))]
	}
	return shared
}

// rank puts what nobody has explained first.
func rank(explained bool) int {
	if explained {
		return 1
	}
	return 0
}

// storyDiffers are the rows that differ, those that nobody has explained first,
// then in the order of the table. Checks that fail are told among the checks.
func (h context) storyDiffers(s *digest.Story) []differView {
	var all []differView
	for _, row := range s.Rows {
		if row.Kind == agreement.Differ {
			all = append(all, differView{Href: h.link(row.Path()), Name: row.Name.String(), AsOf: h.differsWhen(row),
				Sentence: h.differs(row, plainSource), Why: h.why(row), explained: row.Explained() || row.Drifts,
				row: row})
		}
	}
	slices.SortStableFunc(all, func(a, b differView) int { return cmp.Compare(rank(a.explained), rank(b.explained)) })
	h.drawFirst(all)
	return all
}

// drawFirst draws the first disagreements of a story.
func (h context) drawFirst(all []differView) {
	drawn := 0
	for i := range all {
		if drawn == storyCharts {
			break
		}
		if all[i].Chart = h.rowChart("chart-"+all[i].row.ID, all[i].row); all[i].Chart != nil {
			drawn++
		}
	}
}

// labels are links to the pages of tags.
func (h context) labels(labels []digest.Label) []template.HTML {
	var links []template.HTML
	for _, l := range labels {
		links = append(links, template.HTML(h.anchor(digest.TagPath(l.Slug), l.Name)))
	}
	return links
}
