package page

import (
	"html/template"

	"collate/generator/digest"
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
}

func (h here) figures() (any, error) {
	v := figuresView{Page: h.frame("figures/", h.words.text("figures.title"), h.words.text("figures.description"))}
	for _, f := range h.digest.Figures() {
		line := figureLine{Href: h.link(f.Path()), Name: f.Name.String(), Unit: h.unitOf(f), Stories: storiesOf(f), Differ: f.Differ}
		for _, row := range f.Rows {
			line.Reports += len(row.Reports)
		}
		v.Figures = append(v.Figures, line)
	}
	return v, nil
}

// storiesOf counts the stories of a figure; rows of one story are together.
func storiesOf(f *digest.Figure) int {
	n := 0
	for i, row := range f.Rows {
		if i == 0 || f.Rows[i-1].Story != row.Story {
			n++
		}
	}
	return n
}

// unitOf is what a figure is counted in, as it is written: years, USD, /day. It
// is empty where the stories have no unit in common.
func (h here) unitOf(f *digest.Figure) string {
	if f.Unit == "" {
		return ""
	}
	return h.words.amount(h.display(f.Rows).Name())
}
