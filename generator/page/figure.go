package page

import (
	"cmp"
	"html/template"
	"slices"

	"collate/generator/digest"
	"collate/generator/i18n"
)

// figureView is what templates/figure.html sees: one figure over all stories.
type figureView struct {
	Page    frame
	Status  string     // 7 stories · 32 reports
	Chart   *chartView // nil where it can't be drawn
	Caption string
	Rows    []figureRow    // newest story first
	Reports []figureReport // newest first
	More    template.HTML  // that there are more; empty where all are shown
}

// figureLimit is how many stories and reports a figure's page shows; a common
// figure of a large site has thousands.
const figureLimit = 100

// figureRow is what the sources of one story say.
type figureRow struct {
	Href    template.HTMLAttr
	Story   string
	AsOf    template.HTML
	Date    template.HTML
	DateISO string
	Says    agreementView
	Sort    string
}

type figureReport struct {
	Date    template.HTML
	DateISO string
	AsOf    template.HTML
	Href    template.HTMLAttr
	Source  string
	Story   link
	Value   string
	Sort    string
	Against template.HTML // a sign, where it is outside the largest camp
	Revised bool
	Noted   template.HTML // whose word it is, what is noted of it, and the words it was taken from
}

func (h context) figure(f *digest.Figure) (any, error) {
	name := f.Name.String()
	v := figureView{
		Page:    h.frame("figures/", name, h.words.Text("figure.description", "figure", name)),
		Chart:   h.figureChart("chart", name, f.Rows),
		Caption: h.words.Text("figure.caption", "figure", name),
	}
	var reports []*digest.Report
	for _, row := range f.Rows {
		reports = append(reports, row.Reports...)
		if len(v.Rows) == figureLimit {
			continue
		}
		v.Rows = append(v.Rows, figureRow{
			Href: h.link(row.Path()), Story: row.Story.Title, AsOf: h.frontWhen(row),
			Date: h.time(row.Story.Last, ""), DateISO: row.Story.Last.String(),
			Says: h.agreement(row), Sort: sortKey(row.Front()[0].Shown.Value),
		})
	}
	slices.SortStableFunc(reports, func(a, b *digest.Report) int {
		return cmp.Compare(b.Summary.Date.Time.Unix(), a.Summary.Date.Time.Unix())
	})
	for _, r := range reports[:min(figureLimit, len(reports))] {
		v.Reports = append(v.Reports, h.figureReport(r))
	}
	if len(reports) > figureLimit {
		v.More = template.HTML(h.words.HTML("figure.more", "n", h.words.Number(figureLimit), "all",
			h.words.Number(len(reports)),
			"csv", h.anchor("figures.csv", h.words.Text("figure.csv"))))
	}
	v.Status = h.words.Text("figure.status",
		"stories", h.words.Count("stories", i18n.CountStories(f)), "reports", h.words.Count("reports", len(reports)))
	return v, nil
}

func (h context) figureReport(r *digest.Report) figureReport {
	v := figureReport{
		Date: h.date(r.Summary), DateISO: r.Summary.Date.String(), AsOf: h.when(r),
		Href: h.link(r.Summary.Path()), Source: r.Summary.SourceLabel.Name,
		Story: link{h.link(r.Row.Path()), r.Row.Story.Title},
		Value: h.words.Written(r.Value), Sort: sortKey(r.Value), Revised: r.Corrected(), Noted: h.noted(r),
	}
	if kind := r.Against(); kind != "" {
		v.Against = template.HTML(h.against(kind))
	}
	return v
}
