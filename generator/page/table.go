package page

import (
	"html/template"

	"collate/generator/digest"
)

// tableView is what templates/table.html sees: the comparison alone, for
// other sites to show in a frame of theirs.
type tableView struct {
	Page  frame
	Story template.HTMLAttr
	Table comparisonView
}

func (h context) table(s *digest.Story) (any, error) {
	v := tableView{
		Page:  h.frame(noSection, h.words.Text("table.caption", "story", s.Title), s.Sentence),
		Story: h.link(s.Path()),
		Table: h.comparison(s, s.Groups, false),
	}
	v.Page.Bare, v.Page.NoIndex = true, true
	if v.Page.Canonical != "" {
		v.Page.Canonical = h.url(s.Path())
		v.Page.CanonicalHref = hrefAttr(v.Page.Canonical)
	}
	v.Page.showCard(h, s)
	return v, nil
}
