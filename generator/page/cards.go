package page

import (
	"html/template"

	"collate/generator/digest"
	"collate/generator/i18n"
)

// cardView is a story in a list of stories.
type cardView struct {
	Href     template.HTMLAttr
	Title    string
	Sentence string
	Last     template.HTML // date of the newest report
	Status   i18n.Status
	Row      *differView   // the sharpest disagreement; nil where none differs
	Broken   template.HTML // the first check that fails, where no row differs
}

// boardView is one row set large: its name and its camps with their voices.
type boardView struct {
	Href template.HTMLAttr
	Name string
	AsOf template.HTML
	Says agreementView
	More string // how many camps are not shown; empty where all are
}

func (h context) board(row *digest.Row) boardView {
	v := boardView{Href: h.link(row.Path()), Name: row.Name.String(), AsOf: h.frontWhen(row), Says: h.agreement(row)}
	if more := len(v.Says.Camps) - i18n.MostCamps; more > 0 {
		v.Says.Camps, v.More = v.Says.Camps[:i18n.MostCamps], h.words.Count("values.more", more)
	}
	return v
}

func (h context) card(s *digest.Story) cardView {
	c := cardView{
		Href:     h.link(s.Path()),
		Title:    s.Title,
		Sentence: s.Sentence,
		Last:     h.time(s.Last, ""),
		Status:   h.words.Status(s),
	}
	if row := s.Sharpest(); row != nil {
		c.Row = &differView{Href: h.link(row.Path()), Name: row.Name.String(), AsOf: h.differsWhen(row),
			Sentence: h.differs(row, plainSource), Why: h.why(row)}
		return c
	}
	c.Broken = h.firstBroken(s)
	return c
}

// firstBroken is a story's first check that fails, in a sentence; empty where
// none does.
func (h context) firstBroken(s *digest.Story) template.HTML {
	for _, check := range s.Checks {
		if check.Fails > 0 {
			return h.broken(check)
		}
	}
	return ""
}

func (h context) cards(stories []*digest.Story) []cardView {
	cards := make([]cardView, len(stories))
	for i, s := range stories {
		cards[i] = h.card(s)
	}
	return cards
}
