package page

import (
	"html/template"
	"strings"
	"time"

	"collate/generator/agreement"
	"collate/generator/digest"
	"collate/generator/i18n"
)

// storiesView is what templates/stories.html sees: every story of the site.
type storiesView struct {
	Page    frame
	Status  string
	Stories []storyLine // the newest
	Older   []monthList // all others, by the month of their last report
}

// storyLine is a story with what is said of its headline figure.
type storyLine struct {
	Href    template.HTMLAttr
	Title   string
	Last    template.HTML
	LastISO string
	Sources int
	Differ  string // 3 differ · 1 not yet explained; empty where none does
	Figure  *headlineView
	Tags    string // names, bars between them; to filter by
	Differs bool   // to filter by
}

// headlineView is a figure in a line: its name and what is said of it.
type headlineView struct {
	Name    string
	Values  string // $110B (8) and $120B (1)
	Verdict template.HTML
	Sort    string // the number of the first camp
}

// monthList is a month of things that are only listed.
type monthList struct {
	Name  string // March 2026
	Count string
	Items []listItem
}

// listItem is a line of such a month.
type listItem struct {
	Href  template.HTMLAttr
	Text  string
	Small string
	Why   string // to filter disagreements by
}

// listedStories is how many stories are shown with their headline figure.
const listedStories = 200

func (h context) stories() (any, error) {
	d, w := h.digest, h.words
	v := storiesView{
		Page:   h.frame("stories/", w.Text("stories.title"), w.Text("stories.description")),
		Status: w.SiteLine(d),
	}
	shown := min(listedStories, len(d.Stories))
	for _, s := range d.Stories[:shown] {
		v.Stories = append(v.Stories, h.storyLine(s))
	}
	for _, s := range d.Stories[shown:] {
		v.Older = h.addToMonth(v.Older, s.Last.Time.Year(), s.Last.Time.Month(),
			listItem{Href: h.link(s.Path()), Text: s.Title})
	}
	return v, nil
}

// addToMonth adds an item to the last month, or begins another.
func (h context) addToMonth(months []monthList, year int, month time.Month, item listItem) []monthList {
	name := i18n.Heading(h.words.Month(year, month))
	if n := len(months); n == 0 || months[n-1].Name != name {
		months = append(months, monthList{Name: name})
	}
	last := &months[len(months)-1]
	last.Items = append(last.Items, item)
	last.Count = h.words.Number(len(last.Items))
	return months
}

func (h context) storyLine(s *digest.Story) storyLine {
	v := storyLine{Href: h.link(s.Path()), Title: s.Title, Last: h.time(s.Last, ""), LastISO: s.Last.String(),
		Sources: s.Sources, Differs: s.Differ > 0}
	if s.Differ > 0 {
		v.Differ = h.words.Count("differ", s.Differ)
		if s.Unexplained > 0 {
			v.Differ += " · " + h.words.Count("unexplained", s.Unexplained)
		}
	}
	names := make([]string, len(s.Tags))
	for i, tag := range s.Tags {
		names[i] = tag.Name
	}
	v.Tags = strings.Join(names, "|")
	if row := headline(s); row != nil {
		figure := h.headline(row)
		v.Figure = &figure
	}
	return v
}

// headline is the figure that stands for a story: the first that several sources
// report, else the first of all; nil where it has none.
func headline(s *digest.Story) *digest.Row {
	for _, row := range s.Rows {
		if row.Kind != agreement.Single {
			return row
		}
	}
	if len(s.Rows) > 0 {
		return s.Rows[0]
	}
	return nil
}

func (h context) headline(row *digest.Row) headlineView {
	v := headlineView{Name: row.Name.String(), Values: h.words.Camps(row), Verdict: h.verdict(row),
		Sort: sortKey(row.Front()[0].Shown.Value)}
	if row.Kind == agreement.Single {
		v.Values, _ = h.words.CampValue(row.Front()[0]) // one gives it: the verdict says so
	}
	return v
}
