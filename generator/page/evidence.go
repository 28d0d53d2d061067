package page

import (
	"html/template"
	"regexp"
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
	html := `<q lang="` + escape(h.languageOf(r.Summary)) + `" dir="auto">` + words + `</q>`
	for _, copy := range strings.Fields(r.Summary.Source.Archived) {
		html += ` <a href="` + escape(textfragment.Link(copy, r.Quote)) + `" rel="noopener">` +
			h.words.HTML("evidence.copy") + `</a>`
	}
	return template.HTML(html)
}

// original is a link to a summary's article, at an address in it. As Robust
// Links has it, the link says where a copy is and of what day, so that it can
// be followed when the article is gone.
func original(s *digest.Summary, address string) template.HTMLAttr {
	attributes := `href="` + escape(address) + `" rel="noopener"`
	if copy, _, _ := strings.Cut(s.Source.Archived, " "); copy != "" {
		attributes += ` data-versionurl="` + escape(copy) + `" data-versiondate="` + versionDate(s, copy) + `"`
	}
	return template.HTMLAttr(attributes)
}

// waybackTime finds the time in the address of a copy, as web archives write it.
var waybackTime = regexp.MustCompile(`/(\d{4})(\d{2})(\d{2})\d{0,6}[a-z_]*/https?:`)

// versionDate is the day of an archived copy: as its address says, else that on
// which the article was read, else its own.
func versionDate(s *digest.Summary, copy string) string {
	if m := waybackTime.FindStringSubmatch(copy); m != nil {
		return m[1] + "-" + m[2] + "-" + m[3]
	}
	if !s.Source.Read.IsZero() {
		return s.Source.Read.String()
	}
	return s.Date.String()
}

// copies are links to the archived copies of a summary's article.
func (h context) copies(s *digest.Summary) template.HTML {
	var links []string
	for _, copy := range strings.Fields(s.Source.Archived) {
		links = append(links, `<a class="original" href="`+escape(copy)+`" rel="noopener">`+
			h.words.HTML("evidence.copy")+` <small>(`+escape(versionDate(s, copy))+`)</small></a>`)
	}
	return template.HTML(strings.Join(links, " "))
}
