package page

import "collate/generator/digest"

// tagView is what templates/tag.html sees: the stories and summaries of a tag.
type tagView struct {
	Page    frame
	Status  string
	Stories []cardView
	Entries entriesView
}

// tagEntries is how many summaries a tag's page lists; the stories lead to
// the others.
const tagEntries = 200

func (h here) tag(t *digest.Tag) (any, error) {
	v := tagView{
		Page: h.frame("tags/", t.Name, h.words.text("tag.description", "tag", t.Name)),
		Status: h.words.text("tag.status",
			"stories", h.words.count("stories", len(t.Stories)), "summaries", h.words.count("summaries", len(t.Summaries))),
		Stories: h.cards(t.Stories),
		Entries: h.entries(t.Summaries[:min(tagEntries, len(t.Summaries))], nil),
	}
	return v, nil
}
