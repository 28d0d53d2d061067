package page

import (
	"slices"

	"collate/generator/digest"
)

// tagView is what templates/tag.html sees: the stories and summaries of a tag.
type tagView struct {
	Page    frame
	Status  string
	Stories []cardView // the newest
	Older   []link     // all other stories
	Entries entriesView
	Others  []link // older summaries that carry the tag though their story does not
}

// What a tag's page shows at most: stories as cards, older ones are links; and
// summaries in a timeline. The stories lead to their older ones, others are
// links.
const (
	tagStories = 30
	tagEntries = 50
)

func (h context) tag(t *digest.Tag) (any, error) {
	shown := min(tagEntries, len(t.Summaries))
	v := tagView{
		Page:    h.frame("tags/", t.Name, h.words.Text("tag.description", "tag", t.Name)),
		Status:  h.words.TagLine(t),
		Stories: h.cards(t.Stories[:min(tagStories, len(t.Stories))]),
		Entries: h.entries(t.Summaries[:shown], nil),
	}
	for _, s := range t.Stories[min(tagStories, len(t.Stories)):] {
		v.Older = append(v.Older, link{h.link(s.Path()), s.Title})
	}
	for _, s := range t.Summaries[shown:] {
		if !slices.ContainsFunc(s.Story.Tags, func(l digest.Label) bool { return l.Slug == t.Slug }) {
			v.Others = append(v.Others, link{h.link(s.Path()), s.Title})
		}
	}
	return v, nil
}
