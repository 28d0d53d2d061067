package article

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"collate/generator/content"
)

// page is what a saved page says of itself outside its text. What several
// places say is taken from the first that has it:
//
//   - title: the heading that the metadata repeat, or the only one; else JSON-LD, Open Graph,
//     Twitter card, Dublin Core, <title>;
//   - date: JSON-LD, article:published_time, microdata, other metadata, <time>,
//     the line of the date around the headline, the address; then the text,
//     and that is a guess. The day is that of the zone given; where that is
//     UTC, the day that the page shows;
//   - updated: JSON-LD, article:modified_time, microdata;
//   - outlet: og:site_name, JSON-LD's publisher unless it is a company or an
//     agency, other metadata, the end of <title>, the host;
//   - author: JSON-LD, metadata, microdata, the byline;
//   - address: rel=canonical, og:url, JSON-LD, the address that a browser noted
//     when it saved the page;
//   - language: lang of <html>, Content-Language, og:locale, JSON-LD, unless
//     the text says otherwise.
type page struct {
	doc       *html.Node
	metas     map[string][]string // of meta elements, by name, property, itemprop or http-equiv in lower case
	micro     map[string][]string // of elements with itemprop, in the body
	data      linkedData
	article   thing // of data, that the page is; nil where there is none
	title     string
	language  string
	headings  []string // h1, and h2 where there is none
	sole      string   // the one h1 that an article has
	canonical string
	next      bool   // the article goes on at another address
	saved     string // the address in a browser's note
	times     []string
}

// pageOf gathers what a page says of itself.
func pageOf(doc *html.Node) *page {
	p := &page{doc: doc, metas: map[string][]string{}, micro: map[string][]string{},
		data: linkedData{byID: map[string]thing{}}}
	var second []string
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			p.language = cmp.Or(p.language, attributeOf(n, "lang"), attributeOf(n, "xml:lang"))
		case atom.Title:
			if p.title == "" && n.FirstChild != nil && n.Parent != nil && n.Parent.DataAtom != atom.Svg {
				p.title = oneLine(n.FirstChild.Data)
			}
		case atom.Link:
			p.link(n)
		case atom.Meta:
			p.addMeta(n)
		case atom.Script:
			if strings.EqualFold(attributeOf(n, "type"), "application/ld+json") && n.FirstChild != nil {
				p.data.read(n.FirstChild.Data)
			}
		case atom.H1:
			if text := lineOfNode(n); text != "" {
				p.headings = append(p.headings, text)
			}
		case atom.H2:
			second = append(second, lineOfNode(n))
		case atom.Time:
			if attributeOf(n, "itemprop") == "" {
				p.times = append(p.times, cmp.Or(attributeOf(n, "datetime"), lineOfNode(n)))
			}
		}
		if n.Type == html.CommentNode && p.saved == "" {
			if m := savedFrom().FindStringSubmatch(n.Data); m != nil {
				p.saved = webAddress(m[1])
			}
		}
		if prop := attributeOf(n, "itemprop"); prop != "" && n.DataAtom != atom.Meta {
			p.addMicro(n, prop)
		}
	}
	if len(p.headings) == 0 {
		p.headings = second
	}
	p.sole = soleHeading(doc)
	p.article = p.data.article(append(slices.Clone(p.headings), p.meta("og:title"), p.title))
	return p
}

var savedFrom = compileOne(`(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*|url: |` +
	`Mirrored from )(https?://\S+)`)

// link takes over a link element.
func (p *page) link(n *html.Node) {
	switch rel := strings.ToLower(attributeOf(n, "rel")); rel {
	case "canonical":
		p.canonical = cmp.Or(p.canonical, attributeOf(n, "href"))
	case "next":
		p.next = p.next || pagination().MatchString(attributeOf(n, "href"))
	}
}

// addMeta takes over a meta element.
func (p *page) addMeta(n *html.Node) {
	written := oneLine(html.UnescapeString(attributeOf(n, "content")))
	if written == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		for name := range strings.FieldsSeq(strings.ToLower(attributeOf(n, key))) {
			p.metas[name] = append(p.metas[name], written)
		}
	}
}

// addMicro takes over an element of microdata.
func (p *page) addMicro(n *html.Node, props string) {
	for prop := range strings.FieldsSeq(props) {
		switch prop {
		case "datePublished", "dateModified", "dateCreated", "author", "headline", "inLanguage":
			text := cmp.Or(attributeOf(n, "datetime"), attributeOf(n, "content"))
			if text == "" {
				text = lineOfNode(n)
			}
			p.micro[prop] = append(p.micro[prop], text)
		}
	}
}

// meta is the first of the metadata of these names; empty where there is none.
func (p *page) meta(names ...string) string {
	for _, name := range names {
		if list := p.metas[name]; len(list) > 0 {
			return list[0]
		}
	}
	return ""
}

func (p *page) publisher() string {
	if p.article == nil {
		return ""
	}
	return p.data.text(p.article, "publisher")
}

// host is the host that the page was published on.
func (p *page) host() string {
	for _, address := range []string{p.meta("og:url"), p.saved, p.canonical, p.data.text(p.article, "url")} {
		if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
			return strings.ToLower(u.Hostname())
		}
	}
	return ""
}

// address is the page's own, and the outlet that it was taken over from, where
// the canonical address is at another's site.
func (p *page) address() (own, from string) {
	own = cmp.Or(webAddress(p.meta("og:url")), p.saved)
	canonical := p.canonical
	if u, err := url.Parse(canonical); err == nil && !u.IsAbs() {
		canonical = ""
		if base, err := url.Parse(cmp.Or(own, p.data.text(p.article, "url"))); err == nil && u.String() != "" &&
			base.IsAbs() {
			canonical = base.ResolveReference(u).String()
		}
	}
	canonical = webAddress(canonical)
	if canonical != "" && own != "" && siteOf(canonical) != siteOf(own) {
		return own, agencyAt(siteOf(canonical))
	}
	if u, err := url.Parse(canonical); err == nil && own != "" && strings.Trim(u.Path, "/") == "" {
		canonical = "" // the home page, by a careless template
	}
	main, _ := p.article["mainEntityOfPage"].(map[string]any)
	id, _ := main["@id"].(string)
	return cmp.Or(canonical, own, webAddress(p.data.text(p.article, "url")), webAddress(id)), ""
}

// declared is the language that a page says it is in.
func (p *page) declared() string {
	for _, written := range []string{p.language, p.meta("content-language", "language"), p.meta("og:locale"),
		p.data.text(p.article, "inLanguage"), p.meta("dc.language", "dcterms.language")} {
		written, _, _ = strings.Cut(written, ",")
		if tag := content.LanguageTag(strings.ReplaceAll(written, "_", "-")); tag != "" {
			return tag
		}
	}
	return ""
}

// description is what the page says in a sentence or two that it is about.
func (p *page) description() string {
	for _, text := range []string{p.meta("og:description"), p.meta("description"),
		p.data.text(p.article, "description"), p.meta("twitter:description"),
		p.meta("dc.description", "dcterms.description")} {
		text = oneLine(text)
		if n := utf8.RuneCountInString(text); n >= 30 && !truncated().MatchString(text) {
			return text
		}
	}
	return ""
}

// truncated are descriptions that are only the beginning of something.
var truncated = compileOne(`(?:…|\.\.\.|\[&hellip;\]|\[…\])\s*$`)
