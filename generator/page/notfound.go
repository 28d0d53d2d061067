package page

// notFoundView is what templates/notfound.html sees.
type notFoundView struct {
	Page  frame
	Links []link
}

func (h here) notFound() (any, error) {
	v := notFoundView{Page: h.frame(none, h.words.text("notfound.title"), h.words.text("notfound.description"))}
	v.Page.Canonical, v.Page.NoIndex = "", true
	for _, s := range sections {
		v.Links = append(v.Links, link{h.link(s.path), h.words.text(s.key)})
	}
	return v, nil
}
