package page

import (
	"bytes"
	"fmt"
	"html/template"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/markdown"
	"collate/generator/problem"
	"collate/generator/value"
)

// fence appends what a fenced block places in a text.
func (h here) fence(b *bytes.Buffer, t text, f markdown.Fence) {
	var name string
	var view any
	switch f.Kind {
	case "compare":
		name, view = h.compareFence(t, f)
	case "timeline":
		name, view = "entries", h.timelineFence(t, f)
	case "chart":
		name, view = "chart", h.chartFence(f)
	}
	if name != "" && h.set.ExecuteTemplate(b, name, view) != nil {
		fmt.Fprintf(b, "<!-- %s -->", escape(name))
	}
}

// compareFence shows one story's figures by source, or several stories by
// figure.
func (h here) compareFence(t text, f markdown.Fence) (string, any) {
	names := texts(f.Values("figures"))
	if len(f.Values("stories")) > 0 || f.Value("tag") != "" {
		return "matrix", h.matrix(h.chosen(t, f), names)
	}
	story := t.story
	if slug := f.Value("story"); slug != "" {
		story = h.digest.Story(slug)
	}
	if story == nil {
		return "", nil
	}
	prefix := fmt.Sprintf("line-%d-", f.Place.Line)
	return "comparison", h.comparison(story, groupsOf(story, names), false, prefix)
}

// chosen are the stories that a fence chooses, in its order.
func (h here) chosen(t text, f markdown.Fence) []*digest.Story {
	if tag := h.digest.Tag(content.Slug(f.Value("tag"))); tag != nil {
		return tag.Stories
	}
	var stories []*digest.Story
	for _, v := range f.Values("stories") {
		if s := h.digest.Story(v.Text); s != nil {
			stories = append(stories, s)
		}
	}
	return stories
}

func texts(values []markdown.Value) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = v.Text
	}
	return all
}

// matrixView compares stories: a row each, figures as columns.
type matrixView struct {
	Caption string
	Figures []link
	Rows    []matrixRow
}

type matrixRow struct {
	Href  template.HTMLAttr
	Title string
	Date  template.HTML
	ISO   string // of the date, for sorting
	Cells []matrixCell
}

// matrixCell is what the sources of a story say about a figure.
type matrixCell struct {
	Href template.HTMLAttr
	Says *saysView // nil where nobody reports it
	Sort string    // by which the column sorts: the number of the first camp
}

func (h here) matrix(stories []*digest.Story, names []string) matrixView {
	v := matrixView{Caption: h.words.text("matrix.caption")}
	if len(names) == 0 {
		names = sharedFigures(stories)
	}
	for _, name := range names {
		l := link{Text: name}
		if f := h.digest.Figure(content.Slug(name)); f != nil {
			l.Href = h.link(f.Path())
		}
		v.Figures = append(v.Figures, l)
	}
	for _, s := range stories {
		row := matrixRow{Href: h.link(s.Path()), Title: s.Title, Date: h.time(s.First, ""), ISO: s.First.String()}
		for _, name := range names {
			row.Cells = append(row.Cells, h.matrixCell(s.Row(name)))
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}

func (h here) matrixCell(row *digest.Row) matrixCell {
	if row == nil {
		return matrixCell{}
	}
	says := h.says(row)
	return matrixCell{Href: h.link(row.Path()), Says: &says, Sort: sortKey(row.Camps[0].Shown.Value)}
}

// sortKey is the number that a value sorts by; words sort by themselves.
func sortKey(v value.Value) string {
	switch v.Kind {
	case value.KindNumber, value.KindDate:
		return v.Number.String()
	case value.KindRange:
		return v.Interval.Low.At.String()
	}
	return v.Written
}

// sharedFigures are the figures that more than one of the stories have, in
// the order of the first.
func sharedFigures(stories []*digest.Story) []string {
	count := map[string]int{}
	var names []string
	for _, s := range stories {
		seen := map[string]bool{}
		for _, row := range s.Rows {
			key := row.Name.Key()
			if seen[key] {
				continue
			}
			seen[key] = true
			if count[key]++; count[key] == 2 {
				names = append(names, row.Name.String())
			}
		}
	}
	return names
}

// timelineFence is a timeline of a story, a tag, a source or everything.
func (h here) timelineFence(t text, f markdown.Fence) entriesView {
	summaries := h.digest.Summaries
	var own *digest.Story
	if slug := f.Value("story"); slug != "" || t.story != nil && f.Value("tag") == "" && f.Value("source") == "" {
		own = t.story
		if slug != "" {
			own = h.digest.Story(slug)
		}
		summaries = nil
		if own != nil {
			summaries = newestFirst(own)
		}
	} else if tag := h.digest.Tag(content.Slug(f.Value("tag"))); tag != nil {
		summaries = tag.Summaries
	} else if source := h.digest.Source(content.Slug(f.Value("source"))); source != nil {
		summaries = source.Summaries
	}
	if limit := f.Limit(); limit > 0 {
		summaries = summaries[:min(limit, len(summaries))]
	}
	v := h.entries(summaries, own)
	v.InText = true
	return v
}

// chartFence links to the figure's page.
func (h here) chartFence(f markdown.Fence) link {
	name := f.Value("figure")
	l := link{Text: h.words.text("chart.link", "figure", name)}
	if figure := h.digest.Figure(content.Slug(name)); figure != nil {
		l.Href = h.link(figure.Path())
	}
	return l
}

// checkFence says which of a fence's stories, tags, sources and figures there
// are not.
func (s *Site) checkFence(t text, f markdown.Fence) problem.List {
	var problems problem.List
	stories := []*digest.Story{t.story}
	unknown := func(v markdown.Value, what string, known []string) {
		problems = append(problems, problem.Problem{
			Place: v.Place, Text: v.Line, Severity: problem.Error,
			Message: fmt.Sprintf("%s: there is no %s %q", f.Kind, what, v.Text), Hint: likely(v.Text, known),
		})
	}
	for _, key := range []string{"story", "stories", "tag", "source"} {
		for i, v := range f.Values(key) {
			if i == 0 {
				stories = nil
			}
			switch key {
			case "story", "stories":
				if story := s.digest.Story(v.Text); story != nil {
					stories = append(stories, story)
				} else {
					unknown(v, "story", s.slugs())
				}
			case "tag":
				if tag := s.digest.Tag(content.Slug(v.Text)); tag != nil {
					stories = tag.Stories
				} else {
					unknown(v, "tag", tagNames(s.digest))
				}
			case "source":
				if s.digest.Source(content.Slug(v.Text)) == nil {
					unknown(v, "source", sourceNames(s.digest))
				}
			}
		}
	}
	if len(problems) > 0 {
		return problems
	}
	for _, key := range []string{"figure", "figures"} {
		for _, v := range f.Values(key) {
			if !reported(stories, v.Text) {
				unknown(v, "figure", allRowNames(stories))
			}
		}
	}
	if chosen := len(f.Values("stories")) + len(f.Values("tag")) + len(f.Values("story")); f.Kind == "compare" && t.story == nil && chosen == 0 {
		problems = append(problems, missingChoice(f))
	}
	return problems
}

func missingChoice(f markdown.Fence) problem.Problem {
	return problem.Problem{Place: f.Place, Text: f.Line, Severity: problem.Error,
		Message: "compare: this page belongs to no story, so the table has to name what it compares",
		Hint:    "add a line such as \"stories: [one, another]\", \"tag: funding\" or \"story: one\""}
}

// reported tells whether one of the stories has the figure; with no story,
// nothing is known of it.
func reported(stories []*digest.Story, name string) bool {
	any := false
	for _, story := range stories {
		if story == nil {
			continue
		}
		any = true
		if story.Row(name) != nil {
			return true
		}
	}
	return !any
}

func allRowNames(stories []*digest.Story) []string {
	var names []string
	for _, story := range stories {
		if story != nil {
			names = append(names, rowNames(story)...)
		}
	}
	return names
}

func tagNames(d *digest.Digest) []string {
	var names []string
	for _, t := range d.Tags {
		names = append(names, t.Name)
	}
	return names
}

func sourceNames(d *digest.Digest) []string {
	var names []string
	for _, s := range d.Sources {
		names = append(names, s.Name)
	}
	return names
}
