package page

import "html/template"

// homeView is what templates/home.html sees.
type homeView struct {
	Page    frame
	Text    template.HTML
	Lead    *cardView // the newest story; nil where there is none
	Stories []cardView
	Strip   stripView
	Entries entriesView
	More    bool // the timeline has more than these entries
	All     template.HTMLAttr
}

// What the home page shows at most.
const (
	homeStories = 20
	homeEntries = 50
)

func (h here) home() (any, error) {
	d := h.digest
	text, err := h.text(d.Home, nil, nil, 2)
	v := homeView{
		Page:    h.frame("", "", d.Config.Description),
		Text:    text,
		Strip:   h.strip(-1),
		Entries: h.entries(d.Summaries[:min(homeEntries, len(d.Summaries))], nil),
		More:    len(d.Summaries) > homeEntries,
		All:     h.link("timeline/"),
	}
	v.Page.Data = data(*h.siteData())
	for i, s := range d.Stories[:min(homeStories, len(d.Stories))] {
		card := h.card(s)
		if i == 0 {
			v.Lead = &card
			continue
		}
		v.Stories = append(v.Stories, card)
	}
	return v, err
}
