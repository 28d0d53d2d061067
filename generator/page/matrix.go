package page

import (
	"html/template"

	"collate/generator/digest"
	"collate/generator/slug"
	"collate/generator/value"
)

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
	Says *agreementView // nil where nobody reports it
	Sort string         // by which the column sorts: the number of the first camp
}

func (h context) matrix(stories []*digest.Story, names []string) matrixView {
	v := matrixView{Caption: h.words.Text("matrix.caption")}
	if len(names) == 0 {
		names = sharedFigures(stories)
	}
	for _, name := range names {
		l := link{Text: name}
		if f := h.digest.Figure(slug.Of(name)); f != nil {
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

func (h context) matrixCell(row *digest.Row) matrixCell {
	if row == nil {
		return matrixCell{}
	}
	says := h.agreement(row)
	return matrixCell{Href: h.link(row.Path()), Says: &says, Sort: sortKey(row.Front()[0].Shown.Value)}
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
// the order of the first; of one story all.
func sharedFigures(stories []*digest.Story) []string {
	enough := min(2, len(stories))
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
			if count[key]++; count[key] == enough {
				names = append(names, row.Name.String())
			}
		}
	}
	return names
}
