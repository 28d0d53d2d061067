package page

import "collate/generator/digest"

// tagView is what templates/tag.html sees: the stories and summaries of a tag.
type tagView struct {
	Page    frame
	Status  string
	Stories []cardView // the newest
	Older   []link     // all other stories
	Entries entriesView
}

// What a tag's page shows at most: stories as cards, older ones are links; and
// summaries, the stories lead to the others.
const (
	tagStories = 30
	tagEntries = 50
)

func (h here) tag(t *digest.Tag) (any, error) {
	v := tagView{
		Page:    h.frame("tags/", t.Name, h.words.text("tag.description", "tag", t.Name)),
		Status:  h.TagLine(t),
		Stories: h.cards(t.Stories[:min(tagStories, len(t.Stories))]),
		Entries: h.entries(t.Summaries[:min(tagEntries, len(t.Summaries))], nil),
	}
	for _, s := range t.Stories[min(tagStories, len(t.Stories)):] {
		v.Older = append(v.Older, link{h.link(s.Path()), s.Title})
	}
	return v, nil
}
