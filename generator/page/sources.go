package page

import "html/template"

// sourcesView is what templates/sources.html sees: every source of the site.
type sourcesView struct {
	Page    frame
	Sources []sourceLine
}

type sourceLine struct {
	Href                       template.HTMLAttr
	Name                       string
	Summaries, Compared, Alone int
	Last                       template.HTML
	LastISO                    string
}

func (h context) sources() (any, error) {
	v := sourcesView{Page: h.frame("sources/", h.words.Text("sources.title"), h.words.Text("sources.description"))}
	for _, s := range h.digest.Sources() {
		last := s.Summaries[0]
		v.Sources = append(v.Sources, sourceLine{
			Href: h.link(s.Path()), Name: s.Name, Summaries: len(s.Summaries),
			Compared: s.Compared, Alone: s.Alone,
			Last: h.date(last), LastISO: last.Date.String(),
		})
	}
	return v, nil
}
