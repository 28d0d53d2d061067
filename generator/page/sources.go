package page

import (
	"html/template"

	"collate/generator/digest"
)

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
	On                         []saidView // the newest things that it stands alone on
	More                       string     // how many more there are
}

// saidView is a figure with what a source says of it.
type saidView struct {
	Href        template.HTMLAttr
	Name, Value string
}

// aloneView is a figure of which a source says what no other source does.
type aloneView struct {
	saidView
	Others template.HTML // what the others say
	Story  link
}

// aloneListed is how many things a source stands alone on its line in the index
// names.
const aloneListed = 3

func (h context) sources() (any, error) {
	v := sourcesView{Page: h.frame("sources/", h.words.Text("sources.title"), h.words.Text("sources.description"))}
	for _, s := range h.digest.Sources() {
		last := s.Summaries[0]
		line := sourceLine{
			Href: h.link(s.Path()), Name: s.Name, Summaries: len(s.Summaries),
			Compared: s.Compared, Alone: s.Alone,
			Last: h.date(last), LastISO: last.Date.String(),
		}
		on := s.StandsAlone()
		for _, r := range on[:min(aloneListed, len(on))] {
			line.On = append(line.On, h.saidOf(r))
		}
		if more := len(on) - len(line.On); more > 0 {
			line.More = h.words.Count("more.figures", more)
		}
		v.Sources = append(v.Sources, line)
	}
	return v, nil
}

// saidOf is what a report says of a figure, without its remark.
func (h context) saidOf(r *digest.Report) saidView {
	return saidView{Href: h.link(r.Row.Path()), Name: r.Row.Name.String(), Value: h.words.Bare(r.Value)}
}

// alone is a report of a source that stands alone with it.
func (h context) alone(r *digest.Report) aloneView {
	return aloneView{h.saidOf(r), h.othersSay(r, r.Row.Camps), link{h.link(r.Row.Story.Path()), r.Row.Story.Title}}
}
