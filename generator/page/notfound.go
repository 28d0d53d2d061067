package page

// notFoundView is what templates/notfound.html sees.
type notFoundView struct {
	Page  frame
	Links []link
}

func (h context) notFound() (any, error) {
	v := notFoundView{Page: h.frame(noSection, h.words.Text("notfound.title"), h.words.Text("notfound.description"))}
	v.Page.Canonical, v.Page.NoIndex = "", true
	v.Links = append(v.Links, link{h.link(""), h.digest.Config.Title})
	for _, s := range sections {
		v.Links = append(v.Links, link{h.link(s.path), h.words.Text(s.key)})
	}
	return v, nil
}
