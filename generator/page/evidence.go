package page

import (
	"html/template"
	"strings"

	"collate/generator/digest"
	"collate/generator/textfragment"
)

// quoted is the quote of a report: the words, which lead to where they stand in
// the article, and behind them its archived copies.
func (h context) quoted(r *digest.Report) template.HTML {
	words := escape(r.Quote)
	if address := r.Summary.Source.URL; address != "" {
		words = `<a ` + string(original(r.Summary, textfragment.Link(address, r.Quote))) + `>` + words + `</a>`
	}
	html := `<q` + h.inLanguage(r.Summary) + `>` + words + `</q>`
	for _, c := range r.Summary.Copies() {
		html += ` <a href="` + escape(textfragment.Link(c.URL, r.Quote)) + `" rel="noopener">` +
			h.words.HTML("evidence.copy") + `</a>`
	}
	return template.HTML(html)
}

// inLanguage are the attributes of words in a summary's language, where that is
// not the site's.
func (h context) inLanguage(s *digest.Summary) string {
	language := h.languageOf(s)
	if language == h.words.Language {
		return ""
	}
	return ` lang="` + escape(language) + `" dir="auto"`
}

// original is a link to a summary's article, at an address in it. As Robust
// Links has it, the link says where a copy is and of what day, so that it can
// be followed when the article is gone.
func original(s *digest.Summary, address string) template.HTMLAttr {
	attributes := `href="` + escape(address) + `" rel="noopener"`
	if copies := s.Copies(); len(copies) > 0 {
		attributes += ` data-versionurl="` + escape(copies[0].URL) + `" data-versiondate="` + copies[0].Day + `"`
	}
	return template.HTMLAttr(attributes)
}

// copies are links to the archived copies of a summary's article.
func (h context) copies(s *digest.Summary) template.HTML {
	var links []string
	for _, c := range s.Copies() {
		links = append(links, `<a class="original" href="`+escape(c.URL)+`" rel="noopener">`+
			h.words.HTML("evidence.copy")+` <small>(`+c.Day+`)</small></a>`)
	}
	return template.HTML(strings.Join(links, " "))
}
