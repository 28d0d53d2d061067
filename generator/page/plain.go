package page

import (
	"html/template"

	"collate/generator/content"
	"collate/generator/digest"
)

// plainView is what templates/plain.html sees: a page without a source.
type plainView struct {
	Page frame
	Text template.HTML
}

func (h context) plain(p *content.Page) (any, error) {
	description := p.Description
	if doc := h.texts.of(text{Document: &p.Document}); description == "" && doc != nil {
		description = doc.Excerpt(nil)
	}
	text, err := h.text(p.Document, nil, nil, 2)
	v := plainView{
		Page: h.frame(digest.PagePath(p), p.Title, description),
		Text: text,
	}
	return v, err
}
