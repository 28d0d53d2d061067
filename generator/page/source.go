package page

import (
	"html/template"

	"collate/generator/digest"
)

// sourceView is what templates/source.html sees: everything from one source.
type sourceView struct {
	Page    frame
	Outlet  string // URL of the outlet; may be empty
	Status  string // 3 summaries in 2 stories
	Counts  []countView
	Alone   []aloneView // the newest things that it stands alone on
	Via     string
	Text    template.HTML
	Entries entriesView // the newest
	Older   []*otherView
}

// sourceEntries is how many summaries of a source are shown as a timeline;
// older ones are listed.
const sourceEntries = 50

// sourceAlone is how many things that a source stands alone on its page lists.
const sourceAlone = 50

// countView is a number and what it counts.
type countView struct{ N, Text string }

func (h context) source(s *digest.Source) (any, error) {
	w := h.words
	v := sourceView{
		Page:    h.frame("sources/", s.Name, w.Text("source.description", "source", s.Name)),
		Outlet:  s.URL,
		Status:  h.words.SourceLine(s),
		Entries: h.entries(s.Summaries[:min(sourceEntries, len(s.Summaries))], nil),
	}
	text, err := h.text(s.Document, nil, nil, 2)
	v.Text = text
	if len(s.Via) > 0 {
		v.Via = w.Text("source.via", "names", w.List(s.Via))
	}
	for _, older := range s.Summaries[min(sourceEntries, len(s.Summaries)):] {
		v.Older = append(v.Older, h.other(older))
	}
	add := func(key string, n int) {
		v.Counts = append(v.Counts, countView{w.Number(n), w.Text(key + "." + w.Plural(key, n))})
	}
	if s.Compared > 0 {
		add("source.compared", s.Compared)
		add("source.alone", s.Alone)
	}
	on := s.StandsAlone()
	for _, r := range on[:min(sourceAlone, len(on))] {
		v.Alone = append(v.Alone, h.alone(r))
	}
	return v, err
}
