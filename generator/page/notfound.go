package page

// notFoundView is what templates/notfound.html sees.
type notFoundView struct {
	frame
	Links []link
}

func (h here) notFound() (any, error) {
	v := notFoundView{frame: h.frame(none, h.words.text("notfound.title"), h.words.text("notfound.description"))}
	v.Canonical, v.NoIndex = "", true
	for _, s := range sections {
		v.Links = append(v.Links, link{h.link(s.path), h.words.text(s.key)})
	}
	return v, nil
}
