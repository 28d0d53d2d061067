package page

import (
	"html/template"

	"collate/generator/digest"
)

// shareView is what it takes to pass a story's figures on: its table in a
// frame, and each figure with a permanent link.
type shareView struct {
	Frame string // HTML to be copied: a frame, and the script that fits its height
	Cites []template.HTML
}

// citedFigures is how many figures are written out to be cited: the first. Every
// other one has a link of the same kind in the table.
const citedFigures = 4

// share is a story's shareView; nil where the site has no URL to link to.
func (h context) share(s *digest.Story) *shareView {
	if h.digest.Config.URL == "" || len(s.Rows) == 0 {
		return nil
	}
	v := &shareView{Frame: `<iframe src="` + escape(h.url(s.Path()+"table/")) + `" title="` +
		escape(h.words.Text("table.caption", "story", s.Title)) +
		`" width="100%" height="600" loading="lazy"></iframe><script src="` + escape(h.url(frameScript)) +
		`" async></script>`}
	for _, row := range s.Rows[:min(citedFigures, len(s.Rows))] {
		v.Cites = append(v.Cites, h.cite(row))
	}
	return v
}

// cite is what the sources say of a row, in words to be quoted.
func (h context) cite(row *digest.Row) template.HTML {
	url, name := escape(h.url(row.Path())), escape(row.Name.String())
	if !row.AsOf.Time.IsZero() {
		name += " (" + h.words.HTML("as.of", "date", escape(h.words.Day(row.AsOf))) + ")"
	}
	last := row.Reports[len(row.Reports)-1]
	return template.HTML(h.words.HTML("share.cite",
		"figure", name, "values", escape(h.words.Camps(row)), "story", escape(row.Story.Title),
		"site", escape(h.digest.Config.Title), "date", escape(h.words.Day(last.Summary.Date)),
		"url", url))
}
