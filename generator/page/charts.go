package page

import (
	"bytes"
	"html/template"
	"strconv"
	"strings"
	"time"

	"collate/generator/agreement"
	"collate/generator/chart"
	"collate/generator/check"
	"collate/generator/digest"
	"collate/generator/markdown"
	"collate/generator/number"
	"collate/generator/slug"
	"collate/generator/value"
)

// chartView is a chart under what it says.
type chartView struct {
	Title string // the finding, in words
	About string // what is drawn: the unit, and how many sources
	Href  template.HTMLAttr
	SVG   template.HTML

	Script template.URL // with which it can be taken away
}

// How much is drawn: figures of a story, and reports of which the usual unit
// is taken.
const (
	storyCharts  = 4
	chartReports = 80
)

// storyCharts draws the first figures of a story in which nothing differs: those
// that moved, else those whose values can be told apart.
func (h context) storyCharts(s *digest.Story) []chartView {
	var charts []chartView
	for _, kind := range []agreement.Kind{agreement.Moved, agreement.Consistent} {
		for _, row := range s.Rows {
			if row.Kind != kind || len(charts) == storyCharts {
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
	return charts
}

// partCharts draws what the totals of a story are made up of.
func (h context) partCharts(s *digest.Story) []chartView {
	var charts []chartView
	for _, g := range s.Groups {
		if v := h.composition("chart-"+g.ID, s, g); v != nil {
			charts = append(charts, *v)
		}
	}
	return charts
}

// rowChart draws what the sources of one story report: the row's path, else
// how far its values are spread; nil where neither can be drawn.
func (h context) rowChart(id string, row *digest.Row) *chartView {
	var b bytes.Buffer
	b.Grow(8 << 10)
	description := h.words.Text("chart.described", "reports", h.words.Count("reports", len(row.Reports)), "camps",
		h.words.Camps(row))
	title := h.finding(row)
	texts := h.chartTexts(id, title, description, row.Unit)
	texts.Unit = h.display([]*digest.Row{row})
	if !chart.Path(&b, texts, row) && !chart.Spread(&b, texts, row) {
		return nil
	}
	return h.drawn(title, h.about(row), row.Path(), &b)
}

// drawn is a chart with what stands around it, and a link to its numbers.
func (h context) drawn(title, about, numbers string, b *bytes.Buffer) *chartView {
	return &chartView{title, about, h.link(numbers), template.HTML(b.String()),
		template.URL(h.target(h.assets["charts.js"].path))}
}

// finding is what a row's chart shows, in words.
func (h context) finding(row *digest.Row) string {
	switch {
	case row.Differed() && len(row.Moments) > 2 && len(row.Past()) > 0:
		return h.movedText(row)
	case row.Kind == agreement.Differ && row.Named():
		return h.differsText(row)
	case row.Kind == agreement.Differ:
		return strings.TrimSuffix(h.differsText(row), ".") + h.ownParts(row)
	case row.Kind == agreement.Moved && len(row.Past()) > 0:
		return h.movedText(row)
	}
	return row.Name.String() + h.words.Text("colon") + h.words.Camps(row)
}

// ownParts says what the parts come to of a source that stands alone against
// the others, where that is not what it says; else nothing.
func (h context) ownParts(row *digest.Row) string {
	for n, camp := range row.Camps {
		for _, c := range row.Story.Checks {
			for _, o := range c.Outcomes {
				if n > 0 && len(camp.Reports) == 1 && o.Status == check.Fails && o.Total != "" &&
					o.Summary == camp.Shown.Summary && isTotal(o, row) {
					return h.words.Text("chart.own", "value", h.words.Said(camp.Shown),
						"total", h.words.Amount(o.Total))
				}
			}
		}
	}
	return ""
}

// isTotal reports whether a row is all that stands on one side of an equation
// that has a sum on the other.
func isTotal(o *digest.Outcome, row *digest.Row) bool {
	n := len(o.Parts)
	if n < 5 {
		return false
	}
	for _, ends := range [][2]int{{0, 1}, {n - 1, n - 2}} {
		sign := o.Parts[ends[1]].Text
		if o.Parts[ends[0]].Key == row.Name.Key() && (sign == "=" || sign == "≠") {
			return true
		}
	}
	return false
}

// movedText says how a figure went: from 50 on 1 Mar 2026 to 120 on 9 Mar
// 2026.
func (h context) movedText(row *digest.Row) string {
	past := row.Past()
	first, last := past[len(past)-1], row.Moments[len(row.Moments)-1]
	verb := map[int]string{1: "rose", -1: "fell"}[row.Trend()]
	if verb == "" {
		verb = "changed"
	}
	return h.words.Text("chart."+verb, "figure", row.Name.String(),
		"from", h.momentText(first), "to", h.momentText(last))
}

// momentText is a value with its moment: 120 (9 Mar 2026).
func (h context) momentText(p *digest.Point) string {
	at := p.Stage
	if at == "" && !p.Moment.IsZero() {
		at = h.words.Day(p.Moment)
	}
	text := h.words.Said(p.Shown)
	if at != "" {
		text = h.words.Text("chart.at", "value", text, "at", at)
	}
	return text
}

// about is what a row's chart draws, and from how many sources: USD · 9
// sources.
func (h context) about(row *digest.Row) string {
	sources := map[string]bool{}
	for _, r := range row.Reports {
		sources[r.Summary.SourceLabel.Slug] = true
	}
	about := h.words.Count("sources", len(sources))
	if unit := h.unitName(row); unit != "" {
		about = unit + " · " + about
	}
	return about
}

// unitName is what a row is counted in, as it is written: years, USD.
func (h context) unitName(row *digest.Row) string {
	if row.Unit == "" {
		return ""
	}
	return h.words.Amount(h.display([]*digest.Row{row}).Name())
}

// figureChart draws a figure over its newest stories, and leaves out rows that
// have another unit than the newest; of one story, as its page does.
func (h context) figureChart(id string, name string, from []*digest.Row) *chartView {
	if len(from) == 1 {
		return h.rowChart(id, from[0])
	}
	if len(from) == 0 {
		return nil
	}
	var b bytes.Buffer
	title := h.words.Text("chart.stories", "figure", name, "stories", h.words.Count("stories", len(from)))
	texts := h.chartTexts(id, title, h.words.Text("figure.description", "figure", name), from[0].Unit)
	texts.Unit = h.display(from)
	texts.Left = func(n int) string {
		return h.words.Text("chart.newest", "n", h.words.Number(len(from)-n), "all", h.words.Number(len(from)))
	}
	story := func(r *digest.Row) string { return h.target(r.Path()) }
	if !chart.Stories(&b, texts, story, from) {
		return nil
	}
	return h.drawn(title, h.unitName(from[0]), from[0].FigurePath(), &b)
}

// composition draws a group's figures as parts of their total; nil where they
// have none, or can't be drawn.
func (h context) composition(id string, s *digest.Story, g digest.Group) *chartView {
	total, equation := chart.Total(s, g)
	if g.Name == "" || total == nil {
		return nil
	}
	var b bytes.Buffer
	title := h.partsText(g, total, equation)
	texts := h.chartTexts(id, title, h.words.Text("chart.parts.described"), total.Unit)
	if !chart.Composition(&b, texts, g, total) {
		return nil
	}
	return h.drawn(title, h.about(total), s.Path()+"#"+equation.ID, &b)
}

// partsText is what the chart of a total's parts shows: that they add up, or
// for how many sources they don't.
func (h context) partsText(g digest.Group, total *digest.Row, equation *digest.Check) string {
	fails, all := map[string]bool{}, map[string]bool{}
	for _, o := range equation.Outcomes {
		switch o.Status {
		case check.Fails:
			fails[o.Summary.SourceLabel.Slug] = true
		case check.Holds:
		default:
			continue
		}
		all[o.Summary.SourceLabel.Slug] = true
	}
	pairs := []string{"group", g.Name, "total", total.Name.String(),
		"n", h.words.Number(len(fails)), "all", h.words.Count("sources", len(all))}
	switch {
	case len(all) == 0:
		return h.words.Text("chart.parts", pairs...)
	case len(fails) == 0:
		return h.words.Text("chart.parts.hold", pairs...)
	}
	return h.words.Text("chart.parts.fail", pairs...)
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

func (h context) chartTexts(id, title, description string, unit value.Unit) chart.Texts {
	w := h.words
	return chart.Texts{
		ID: id, Title: title, Description: description, Log: w.Text("chart.log"),
		Report: func(r *digest.Report) string {
			return w.Text("chart.report", "source", r.Summary.SourceLabel.Name, "date", w.Day(r.Summary.Date), "value",
				w.Written(r.Value))
		},
		Link:  func(r *digest.Report) string { return h.target(r.Summary.Path()) },
		Voice: voiceName,
		Value: func(r *digest.Report) string { return w.Said(r) },
		Names: func(names []string, more int) string {
			if more > 0 {
				names = append(names[:len(names):len(names)], w.Count("more", more))
			}
			return w.List(names)
		},
		Sources: func(n int) string { return w.Count("sources", n) },
		Left:    func(n int) string { return w.Count("values.more", n) },
		Apart:   func(low, high number.Number) string { return w.Apart(low, high, unit) },
		Number:  func(n number.Number, unit value.Display) string { return w.Amount(unit.Format(n)) },
		Day:     w.ShortDay,
		Month:   func(t time.Time) string { return w.ShortMonth(t.Month()) },
		Year:    func(t time.Time) string { return strconv.Itoa(t.Year()) },
	}
}

// voiceName is who gives a report: the claimant where the article names one,
// else the source.
func voiceName(r *digest.Report) string {
	if r.Named {
		return r.Claimant.Name
	}
	return r.Summary.SourceLabel.Name
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
	id := "chart-line-" + strconv.Itoa(f.Place.Line)
	if v := h.figureChart(id, name, rows); v != nil {
		return "chart", v
	}
	for _, story := range stories {
		if g := story.Group(name); g != nil && len(rows) == 0 {
			if v := h.composition(id, story, *g); v != nil {
				return "chart", v
			}
			rows = g.Rows
		}
	}
	l := link{Text: h.words.Text("chart.link", "figure", name)}
	if len(rows) > 0 {
		l.Href = h.link(rows[0].FigurePath())
	}
	return "chart-link", l
}
