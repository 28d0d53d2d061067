package draft

import (
	"bytes"
	"cmp"
	"net/url"
	"strings"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"collate/generator/content"
)

// readHTML reads a saved page: the readability library finds the main text and
// what the page's metadata say.
func readHTML(data []byte) Article {
	decoded, err := charset.NewReader(bytes.NewReader(data), "text/html")
	if err != nil {
		decoded = bytes.NewReader(data)
	}
	doc, err := html.Parse(decoded)
	if err != nil {
		return unnested(data)
	}
	page := pageFacts(doc)
	a := Article{URL: webAddress(page.address), Language: content.LanguageTag(page.language)}
	whole := textOf(doc) // before the library takes the page apart
	address, _ := url.Parse(cmp.Or(a.URL, "https://example.org/"))
	var body string
	if crowded(doc) {
		body = whole
	} else if read, err := readability.FromDocument(doc, address); err == nil {
		a.Title, a.Source, a.Author = read.Title(), read.SiteName(), read.Byline()
		if t, err := read.PublishedTime(); err == nil {
			a.Date = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
		}
		if read.Node != nil {
			body = textOf(read.Node)
		}
	}
	if strings.TrimSpace(body) == "" {
		body = whole
	}
	a.Title = strings.Join(strings.Fields(cmp.Or(a.Title, page.title)), " ")
	a.Text = body
	if !strings.HasPrefix(strings.TrimSpace(body), a.Title) {
		a.Text = a.Title + "\n\n" + body
	}
	a.cut()
	if a.Date.IsZero() {
		a.Date = dateIn(page.time)
	}
	if a.Date.IsZero() {
		a.Date = dateIn(body[:min(len(body), 1500)])
	}
	a.Source = sourceOr(a.Source, a.URL)
	if read := Language(a.Text); a.Language == "" || byScript(a.Text) != "" && base(read) != base(a.Language) || a.Language == "es" && base(read) == "es" {
		a.Language = read // what the page says is often its template's
	}
	return a
}

// crowded says whether a page has more nodes than the library, which weighs each
// against those around it, gets through in a second or two.
func crowded(doc *html.Node) bool {
	const most = 200_000
	n := 0
	for range doc.Descendants() {
		if n++; n > most {
			return true
		}
	}
	return false
}

// unnested reads a page that the parser gives up on, since its elements are
// nested too deeply: as the text between its tags.
func unnested(data []byte) Article {
	var b strings.Builder
	tags := html.NewTokenizer(bytes.NewReader(data))
	hidden := false
	for kind := tags.Next(); kind != html.ErrorToken && b.Len() <= MostText; kind = tags.Next() {
		name, _ := tags.TagName()
		switch {
		case kind == html.TextToken && !hidden:
			b.Write(tags.Text())
		case kind == html.StartTagToken, kind == html.EndTagToken:
			hidden = kind == html.StartTagToken && hides[atom.Lookup(name)]
			b.WriteString("\n")
		}
	}
	a := asText([]byte(b.String()))
	a.Language = Language(a.Text)
	return a
}

// hides are the elements whose text is none.
var hides = map[atom.Atom]bool{atom.Script: true, atom.Style: true}

// facts are what a page says of itself outside its text.
type facts struct{ address, language, time, title string }

func pageFacts(doc *html.Node) facts {
	var f facts
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			f.language = attribute(n, "lang")
		case atom.Link:
			if attribute(n, "rel") == "canonical" {
				f.address = attribute(n, "href")
			}
		case atom.Meta:
			if property := attribute(n, "property"); property == "og:url" {
				f.address = cmp.Or(f.address, attribute(n, "content"))
			}
		case atom.Time:
			f.time = cmp.Or(f.time, attribute(n, "datetime"))
		case atom.Title:
			if n.FirstChild != nil && f.title == "" {
				f.title = n.FirstChild.Data
			}
		}
	}
	return f
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// apart are the elements whose text stands by itself.
var apart = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Main: true, atom.Aside: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dt: true, atom.Dd: true,
	atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Blockquote: true, atom.Figure: true, atom.Figcaption: true, atom.Pre: true, atom.Br: true, atom.Hr: true,
}

var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Svg: true, atom.Iframe: true, atom.Nav: true,
	atom.Button: true, atom.Form: true, atom.Sup: true,
}

// textOf is the text that is seen of a node, a block of it a paragraph.
func textOf(root *html.Node) string {
	var paragraphs []string
	var open strings.Builder
	flush := func() {
		if line := strings.Join(strings.Fields(open.String()), " "); line != "" {
			paragraphs = append(paragraphs, line)
		}
		open.Reset()
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			open.WriteString(n.Data)
		case unseen[n.DataAtom]:
			return
		}
		if apart[n.DataAtom] {
			flush()
			defer flush()
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(root)
	flush()
	return strings.Join(paragraphs, "\n\n")
}
