package page

import (
	"cmp"
	"html/template"
	"slices"

	"collate/generator/digest"
)

// searchView is what templates/search.html sees: where the script and the
// index are, and lists to filter by and to browse.
type searchView struct {
	Page    frame
	Script  template.URL
	Stories []searchLink // the newest
	Sources []searchLink // those with most summaries
	Tags    []searchLink // likewise
	Figures []searchLink // those that most stories have
}

// searchLink is a page to browse to, and by its slug something to filter by.
type searchLink struct {
	Href template.HTMLAttr
	Text string
	Slug string
}

// searchLists is how long each list of the search page is at most.
const searchLists = 100

func (h context) search() (any, error) {
	d := h.digest
	v := searchView{
		Page:   h.frame("search/", h.words.Text("search.title"), h.words.Text("search.description")),
		Script: template.URL(h.target(h.assets["search.js"].path)),
	}
	for _, s := range d.Stories[:min(searchLists, len(d.Stories))] {
		v.Stories = append(v.Stories, searchLink{h.link(s.Path()), s.Title, s.Slug})
	}
	for _, s := range largest(d.Sources(), func(s *digest.Source) int { return len(s.Summaries) }) {
		v.Sources = append(v.Sources, searchLink{h.link(s.Path()), s.Name, s.Slug})
	}
	for _, t := range largest(d.Tags(), func(t *digest.Tag) int { return len(t.Summaries) }) {
		v.Tags = append(v.Tags, searchLink{h.link(t.Path()), t.Name, t.Slug})
	}
	for _, f := range largest(d.Figures(), func(f *digest.Figure) int { return len(f.Rows) }) {
		v.Figures = append(v.Figures, searchLink{h.link(f.Path()), f.Name.String(), f.Slug})
	}
	return v, nil
}

// largest keeps the items that are largest, in the order that they have.
func largest[T any](items []T, size func(T) int) []T {
	if len(items) <= searchLists {
		return items
	}
	at := make([]int, len(items))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int { return cmp.Compare(size(items[b]), size(items[a])) })
	slices.Sort(at[:searchLists])
	var kept []T
	for _, i := range at[:searchLists] {
		kept = append(kept, items[i])
	}
	return kept
}
