package page

import (
	"html/template"

	"collate/generator/digest"
	"collate/generator/i18n"
)

// figuresView is what templates/figures.html sees: every figure of the site.
type figuresView struct {
	Page    frame
	Figures []figureLine
}

type figureLine struct {
	Href    template.HTMLAttr
	Name    string
	Unit    string
	Stories int
	Reports int
	Differ  int
	Said    headlineView // in the newest story
}

func (h context) figures() (any, error) {
	v := figuresView{Page: h.frame("figures/", h.words.Text("figures.title"), h.words.Text("figures.description"))}
	for _, f := range h.digest.Figures() {
		line := figureLine{Href: h.link(f.Path()), Name: f.Name.String(), Unit: h.unitOf(f),
			Stories: i18n.CountStories(f), Differ: f.Differ, Said: h.headline(f.Rows[0])}
		for _, row := range f.Rows {
			line.Reports += len(row.Reports)
		}
		v.Figures = append(v.Figures, line)
	}
	return v, nil
}

// unitOf is what a figure is counted in, as it is written: years, USD, /day. It
// is empty where the stories have no unit in common.
func (h context) unitOf(f *digest.Figure) string {
	if f.Unit == "" {
		return ""
	}
	return h.words.Amount(h.display(f.Rows).Name())
}
