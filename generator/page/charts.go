package page

import (
	"bytes"
	"html/template"
	"strconv"
	"time"

	"collate/generator/agreement"
	"collate/generator/chart"
	"collate/generator/digest"
	"collate/generator/markdown"
	"collate/generator/slug"
	"collate/generator/value"
)

// chartView is a chart under its name.
type chartView struct {
	Name string
	SVG  template.HTML
}

// How much is drawn: figures of a story over time, and reports of a figure
// over all stories.
const (
	storyCharts  = 2
	chartReports = 80
)

// storyCharts draws the first figures of a story that differ, or else the
// first that several sources report; and what totals are made up of.
func (h context) storyCharts(s *digest.Story) []chartView {
	var charts []chartView
	for _, wanted := range []func(agreement.Kind) bool{
		func(k agreement.Kind) bool { return k == agreement.Differ },
		func(k agreement.Kind) bool { return k == agreement.Same || k == agreement.Consistent },
	} {
		for _, row := range s.Rows {
			if len(charts) == storyCharts {
				break
			}
			if !wanted(row.Kind) {
				continue
			}
			if v := h.rowChart("chart-"+row.ID, row); v != nil {
				charts = append(charts, *v)
			}
		}
		if len(charts) > 0 {
			break
		}
	}
	for _, g := range s.Groups {
		if v := h.composition(s, g); v != nil {
			charts = append(charts, *v)
		}
	}
	return charts
}

// rowChart draws what the sources of one story report; nil where that can't
// be drawn.
func (h context) rowChart(id string, row *digest.Row) *chartView {
	description := h.words.Text("chart.described", "reports", h.words.Count("reports", len(row.Reports)), "camps",
		h.words.Camps(row))
	return h.overTime(id, row.Name.String(), description, row)
}

// overTime draws rows of one figure; nil where that can't be done.
func (h context) overTime(id, name, description string, rows ...*digest.Row) *chartView {
	var b bytes.Buffer
	b.Grow(8 << 10)
	title := h.words.Text("chart.title", "figure", name)
	texts := h.chartTexts(id, title, description)
	texts.Unit = h.display(rows)
	if len(rows) == 0 || !chart.Figure(&b, texts, rows...) {
		return nil
	}
	return &chartView{title, template.HTML(b.String())}
}

// figureChart draws a figure over its newest stories, as many as have few
// enough reports, and leaves out rows that have another unit than the newest.
func (h context) figureChart(id string, name string, from []*digest.Row) *chartView {
	var rows []*digest.Row
	var unit value.Unit
	reports := 0
	for _, row := range from {
		if reports += len(row.Reports); reports > chartReports && len(rows) > 0 {
			break
		}
		if unit == "" {
			unit = row.Unit
		}
		if !row.Mixed() && (row.Unit == unit || row.Unit == "") {
			rows = append(rows, row)
		}
	}
	if len(rows) == 1 {
		return h.rowChart(id, rows[0])
	}
	return h.overTime(id, name, h.words.Text("figure.description", "figure", name), rows...)
}

// composition draws a group's figures as parts of their total; nil where they
// have none, or can't be drawn.
func (h context) composition(s *digest.Story, g digest.Group) *chartView {
	total := chart.Total(s, g)
	if g.Name == "" || total == nil {
		return nil
	}
	var b bytes.Buffer
	name := h.words.Text("chart.parts", "total", total.Name.String(), "group", g.Name)
	if !chart.Composition(&b, h.chartTexts("chart-"+g.ID, name, h.words.Text("chart.parts.described")), g, total) {
		return nil
	}
	return &chartView{name, template.HTML(b.String())}
}

// display is the unit in which most of the rows' reports are written, of as
// many rows as have the reports of a chart.
func (h context) display(rows []*digest.Row) value.Display {
	var all []value.Display
	for _, row := range rows {
		for _, r := range row.Reports {
			if r.Value.Unit != "" {
				all = append(all, r.Summary.Source.Locale(h.digest.Config).Written(r.Value))
			}
		}
		if len(all) >= chartReports {
			break
		}
	}
	return value.Usual(all)
}

func (h context) chartTexts(id, title, description string) chart.Texts {
	w := h.words
	return chart.Texts{
		ID: id, Title: title, Description: description,
		Report: func(r *digest.Report) string {
			return w.Text("chart.report", "source", r.Summary.SourceLabel.Name, "date", w.Day(r.Summary.Date), "value",
				w.Written(r.Value))
		},
		Link:   func(r *digest.Report) string { return h.target(r.Summary.Path()) },
		Number: func(n value.Number, unit value.Display) string { return w.Amount(unit.Format(n)) },
		Day:    w.ShortDay,
		Month:  func(t time.Time) string { return w.ShortMonth(t.Month()) },
		Year:   func(t time.Time) string { return strconv.Itoa(t.Year()) },
	}
}

// chartFence is the chart that a text asks for, or where that can't be drawn
// a link to the figure's page.
func (h context) chartFence(t text, f markdown.Fence) (string, any) {
	name := f.Value("figure")
	var rows []*digest.Row
	stories, choice := h.chosen(t, f)
	for _, story := range stories {
		if row := story.Row(name); row != nil {
			rows = append(rows, row)
		}
	}
	if figure := h.digest.Figure(slug.Of(name)); figure != nil && !choice {
		rows = figure.Rows
	}
	if v := h.figureChart("chart-line-"+strconv.Itoa(f.Place.Line), name, rows); v != nil {
		return "chart", v
	}
	l := link{Text: h.words.Text("chart.link", "figure", name)}
	if len(rows) > 0 {
		l.Href = h.link(rows[0].FigurePath())
	}
	return "chart-link", l
}
