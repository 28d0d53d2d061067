package page

import (
	"cmp"
	"html/template"

	"collate/generator/digest"
)

// citationView is how programs that manage references cite a page.
type citationView struct {
	Title, Author, Date string
	URL                 string            // absolute; empty where the site has none
	BibTeX, CSL         template.HTMLAttr // the articles that it is about
}

// take is what to take from a story: its data, its table, its sources.
func (h context) take(s *digest.Story) []link {
	at := func(name string) template.HTMLAttr { return h.link(s.Path() + name) }
	return []link{
		{at("figures.csv"), "CSV"}, {at("table.md"), "Markdown"}, {at("table.wiki"), "Wikitext"},
		{at("sources.bib"), "BibTeX"}, {at("sources.json"), "CSL JSON"},
	}
}

// citation is how a story's page is cited.
func (h context) citation(s *digest.Story) *citationView {
	c := h.digest.Config
	return &citationView{
		Title: s.Title, Author: cmp.Or(c.Author, c.Title), Date: s.Last.String(), URL: h.url(s.Path()),
		BibTeX: h.link(s.Path() + "sources.bib"), CSL: h.link(s.Path() + "sources.json"),
	}
}
