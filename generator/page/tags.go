package page

import "html/template"

// tagsView is what templates/tags.html sees: every tag of the site.
type tagsView struct {
	Page frame
	Tags []tagLine
}

type tagLine struct {
	Href   template.HTMLAttr
	Name   string
	Counts string // 3 stories · 21 summaries
}

func (h context) tags() (any, error) {
	v := tagsView{Page: h.frame("tags/", h.words.Text("tags.title"), h.words.Text("tags.description"))}
	for _, t := range h.digest.Tags() {
		v.Tags = append(v.Tags, tagLine{h.link(t.Path()), t.Name, h.words.TagLine(t)})
	}
	return v, nil
}
