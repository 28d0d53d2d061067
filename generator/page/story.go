package page

import (
	"html/template"
	"slices"

	"collate/generator/agreement"
	"collate/generator/digest"
)

// storyView is what templates/story.html sees.
type storyView struct {
	frame
	Sentence string
	Status   statusView
	Tags     []link
	Boards   []boardView // the headline figures, large
	Differs  []differView
	Table    *comparisonView // nil where nothing is reported
	Checks   []checkView
	Entries  entriesView
	Text     template.HTML
	Related  []link
	CSV      template.URL
}

// differView is a disagreement in a sentence.
type differView struct {
	URL      template.URL
	Name     string
	AsOf     template.HTML
	Sentence template.HTML
	Check    bool // it is a check that fails, not a row that differs
}

// headlineFigures is how many figures a story shows large.
const headlineFigures = 4

func (h here) story(s *digest.Story) (any, error) {
	text, err := h.text(s.Document, s, nil, 3)
	v := storyView{
		frame:    h.frame(none, s.Title, s.Sentence),
		Sentence: s.Sentence,
		Status:   h.status(s),
		Tags:     h.labels(s.Tags),
		Checks:   h.checks(s.Checks),
		Text:     text,
	}
	for _, row := range headlines(s) {
		v.Boards = append(v.Boards, h.board(row))
	}
	v.Differs = h.storyDiffers(s)
	if len(s.Rows) > 0 {
		table := h.comparison(s, s.Groups, true, "")
		v.Table, v.CSV = &table, h.link(s.Path()+"figures.csv")
	}
	v.Entries = h.entries(newestFirst(s), s)
	for _, other := range h.digest.Related(s) {
		v.Related = append(v.Related, link{h.link(other.Path()), other.Title})
	}
	v.Feed, v.FeedTitle = h.link(s.Path()+"feed.xml"), s.Title
	if v.Description == "" || s.Sentence == "" {
		if row := sharpest(s); row != nil {
			v.Description = h.words.text("story.description", "figure", row.Name.String(), "differ", h.differsText(row))
		}
	}
	v.Data = h.storyData(s)
	return v, err
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

// storyDiffers are the rows that differ and the checks that fail, in the
// order of the table.
func (h here) storyDiffers(s *digest.Story) []differView {
	var all []differView
	for _, row := range s.Rows {
		if row.Kind == agreement.Differ {
			all = append(all, differView{URL: h.link(row.Path()), Name: row.Name.String(), AsOf: h.asOf(row.AsOf), Sentence: h.differs(row, h.linked)})
		}
	}
	for _, c := range s.Checks {
		if c.Fails > 0 {
			all = append(all, differView{URL: h.link(c.Path()), Name: c.Text, Sentence: h.broken(c), Check: true})
		}
	}
	return all
}

// labels are links to the pages of tags.
func (h here) labels(labels []digest.Label) []link {
	var links []link
	for _, l := range labels {
		links = append(links, link{h.link("tags/" + l.Slug + "/"), l.Name})
	}
	return links
}

func (h here) storyData(s *digest.Story) template.JS {
	page := thing{"@type": "CollectionPage", "name": s.Title, "inLanguage": h.digest.Config.Language, "isPartOf": h.site()}.
		with("url", h.url(s.Path())).with("description", s.Sentence).with("dateModified", s.Last.String())
	if len(s.Rows) == 0 {
		return data(page)
	}
	csv := h.url(s.Path() + "figures.csv")
	if csv == "" {
		csv = "figures.csv"
	}
	set := thing{
		"@type": "Dataset", "name": h.words.text("story.dataset", "story", s.Title), "description": h.words.text("story.dataset.description", "story", s.Title),
		"distribution": thing{"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": csv},
	}
	var names []string
	for _, row := range s.Rows {
		if name := row.Name.String(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	set["variableMeasured"] = names
	return data(page, set.with("url", h.url(s.Path())).with("temporalCoverage", coverage(s)))
}

// coverage is the time from a story's first report to its last, in ISO 8601.
func coverage(s *digest.Story) string {
	if s.First.String() == s.Last.String() {
		return s.First.String()
	}
	return s.First.String() + "/" + s.Last.String()
}
