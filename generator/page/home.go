package page

import (
	"html/template"

	"collate/generator/digest"
)

// homeView is what templates/home.html sees.
type homeView struct {
	Page    frame
	Text    template.HTML
	Lead    *cardView     // the story that leads; nil where there is none
	Board   *boardView    // its sharpest disagreement, large; nil where none differs
	Sum     template.HTML // its first check that fails; empty where none does or Lead says so
	Stories []cardView
	Others  *link        // to all stories, where there are more than the page shows
	Edition *editionLine // the newest; nil where there is none
	Strip   stripView
	Entries entriesView
	More    bool // the timeline has more than these entries
	All     template.HTMLAttr
	Quoted  string // how many values stand beside the words they come from; empty where none does
	Pages   []link // plain pages that the navigation has no room for
}

// What the home page shows at most.
const (
	homeEntries = 10
)

func (h context) home() (any, error) {
	d := h.digest
	text, err := h.text(d.Home, nil, nil, 2)
	v := homeView{
		Page:    h.frame("", "", d.Config.Description),
		Text:    text,
		Strip:   h.strip(-1),
		Entries: h.entries(d.Summaries()[:min(homeEntries, len(d.Summaries()))], nil),
		More:    len(d.Summaries()) > homeEntries,
		All:     h.link("timeline/"),
	}
	v.Page.Data = h.homeData()
	if d.Outline.Quoted > 0 {
		v.Quoted = h.words.Text("home.quoted", "n", h.words.Number(d.Outline.Quoted),
			"all", h.words.Number(d.Outline.Values))
	}
	if weeks := h.weeks(); len(weeks) > 0 {
		v.Edition = &editionLine{h.link(weeks[0].Path()), h.weekTitle(weeks[0]), h.weekStatus(weeks[0])}
	}
	_, others := h.pagesOfNav()
	for _, p := range others {
		v.Pages = append(v.Pages, link{h.link(digest.PagePath(p)), p.Title})
	}
	if n := len(d.Stories); n > digest.HomeStories {
		v.Others = &link{h.link("stories/"), h.words.Count("stories", n)}
	}
	shown := d.Stories[:min(digest.HomeStories, len(d.Stories))]
	first := h.digest.Lead()
	for _, s := range shown {
		card := h.card(s)
		if s == first {
			v.Lead = &card
			if card.Row != nil {
				board := h.board(s.Sharpest())
				v.Board, v.Sum = &board, h.firstBroken(s)
			}
		} else {
			v.Stories = append(v.Stories, card)
		}
	}
	return v, err
}
