package article

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/publicsuffix"
)

// lettersOf are the letters and digits of a text in lower case: how two writings
// of one name or headline are compared.
func lettersOf(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, text)
}

// alikeNames reports whether two headlines are one: equal but for marks and case, or
// the one the beginning of the other, of some length.
func alikeNames(a, b string) bool {
	const enough = 12 // letters
	a, b = lettersOf(a), lettersOf(b)
	if a == "" || b == "" {
		return false
	}
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	return a == b || utf8.RuneCountInString(short) >= enough && strings.HasPrefix(long, short)
}

// headline is the title of a page: the heading that the page's metadata repeat,
// as it is what readers see, or the only one of an article; else the headline of its JSON-LD, Open Graph,
// Twitter card, Dublin Core or <title>, without the outlet's name.
func (p *page) headline(outlet string) string {
	titles := p.titles()
	for i, title := range titles {
		titles[i] = p.withoutOutlet(title, outlet)
	}
	for _, heading := range p.headings {
		if isSection(heading, titles) {
			continue
		}
		for _, title := range titles {
			if alikeNames(heading, title) || utf8.RuneCountInString(heading) > 20 && sharesWords(heading, title) {
				return heading
			}
		}
	}
	if p.sole != "" && p.isArticle() && !p.isOutlet(p.sole, outlet) && p.speaksOf(p.sole, titles) {
		return p.sole
	}
	for _, title := range titles {
		if title != "" && lettersOf(title) != lettersOf(outlet) {
			return title
		}
	}
	if len(p.headings) > 0 {
		return p.headings[0]
	}
	return ""
}

// isSection reports whether a heading of one word is that of a section, where a
// title has a headline: News.
func isSection(heading string, titles []string) bool {
	if strings.Contains(heading, " ") || strings.IndexFunc(heading, Eastern) >= 0 {
		return false
	}
	for _, title := range titles {
		if len(strings.Fields(title)) > 2 && lettersOf(title) != lettersOf(heading) {
			return true
		}
	}
	return false
}

// isArticle reports whether a page is an article for all that it says.
func (p *page) isArticle() bool {
	return p.article != nil || !strings.EqualFold(p.meta("og:type"), "website")
}

// speaksOf reports whether a heading has a longer word in common with the
// titles, description or address of the page.
func (p *page) speaksOf(heading string, titles []string) bool {
	about := strings.ToLower(strings.Join(append(titles, p.description(), p.meta("og:url"), p.canonical), " "))
	for _, word := range splitWords(strings.ToLower(heading)) {
		if (utf8.RuneCountInString(word) > 3 || Eastern(firstRune(word)) && utf8.RuneCountInString(word) > 1) &&
			strings.Contains(about, word) {
			return true
		}
	}
	return about == ""
}

// soleHeading is the h1 of a page that has one, or one within its article or
// main part, where it is long enough for a headline; else empty.
func soleHeading(doc *html.Node) string {
	all, inside := []string{}, []string{}
	for n := range doc.Descendants() {
		if n.DataAtom != atom.H1 || hidden(n) || leadsHome(n) {
			continue
		}
		text := lineOfNode(n)
		switch size := utf8.RuneCountInString(text); {
		case text == "" || size > mostTitle:
			continue
		case withinElement(n, atom.Article) || withinElement(n, atom.Main):
			inside = append(inside, text)
		}
		all = append(all, text)
	}
	for _, list := range [][]string{inside, all} {
		if len(list) == 1 && (len(strings.Fields(list[0])) > 3 ||
			Eastern(firstRune(list[0])) && utf8.RuneCountInString(list[0]) > 8) {
			return list[0]
		}
	}
	return ""
}

// leadsHome reports whether an element is a link to the home page: a logo.
func leadsHome(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.DataAtom != atom.A {
			continue
		}
		if u, err := url.Parse(attributeOf(c, "href")); err == nil && strings.Trim(u.Path, "/") == "" &&
			u.RawQuery == "" && u.Fragment == "" {
			return true
		}
	}
	return false
}

// titles are the titles that a page has outside its text.
func (p *page) titles() []string {
	var list []string
	add := func(title string) {
		if title = oneLine(title); title != "" && utf8.RuneCountInString(title) <= mostTitle {
			list = append(list, title)
		}
	}
	if p.article != nil && p.article.is("Article", "BlogPosting", "Report", "Story") {
		add(p.data.text(p.article, "headline"))
	}
	for _, key := range []string{"og:title", "headline", "twitter:title", "dc.title", "dcterms.title", "parsely-title",
		"sailthru.title", "title"} {
		add(p.meta(key))
	}
	add(p.title)
	return list
}

// mostTitle is how long a headline is at most, in characters.
const mostTitle = 300

// sharesWords reports whether most words of a heading are in a title and the
// other way round.
func sharesWords(a, b string) bool {
	first, second := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	common := 0
	for _, word := range first {
		if slices.Contains(second, word) {
			common++
		}
	}
	return common > 3 && common*10 >= len(first)*7 && common*10 >= len(second)*6
}

var titleSeparator = compileOne(`\s+[|•·»«:–—-]+\s+|\s*[|｜»«]\s*|\s+::\s+|(?:\s|^)[-–—](?:\s|$)|[_＿]`)

// withoutOutlet is a title without the parts in front or behind that are the
// name of the outlet or its host, and what stands beyond them.
func (p *page) withoutOutlet(title, outlet string) string {
	cuts := titleSeparator().FindAllStringIndex(title, -1)
	for _, cut := range cuts {
		rest := strings.TrimSpace(title[cut[1]:])
		if cut[0] > 0 && p.isOutlet(firstPart(rest), outlet) && utf8.RuneCountInString(lettersOf(title[:cut[0]])) > 5 {
			title = strings.TrimSpace(title[:cut[0]])
			break
		}
	}
	cuts = titleSeparator().FindAllStringIndex(title, -1)
	if len(cuts) > 0 && cuts[0][0] > 0 && p.isOutlet(title[:cuts[0][0]], outlet) {
		return strings.TrimSpace(title[cuts[0][1]:])
	}
	for _, heading := range p.headings { // "Headline - Section" beside <h1>Headline</h1>
		if len(cuts) > 0 && lettersOf(heading) != "" && !isSection(heading, []string{title}) &&
			lettersOf(title[:cuts[len(cuts)-1][0]]) == lettersOf(heading) {
			return heading
		}
	}
	return title
}

func firstPart(text string) string {
	if cut := titleSeparator().FindStringIndex(text); cut != nil && cut[0] > 0 {
		return text[:cut[0]]
	}
	return text
}

// isOutlet reports whether a part of a title is the outlet's name, its host's
// or a longer or shorter form of one of them.
func (p *page) isOutlet(part, outlet string) bool {
	name := lettersOf(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(part)), "the "))
	if name == "" {
		return false
	}
	for _, known := range []string{outlet, p.meta("og:site_name"), p.meta("application-name"), p.publisher()} {
		known = lettersOf(strings.TrimPrefix(strings.ToLower(known), "the "))
		if known != "" && (name == known ||
			len(known) > 4 && strings.HasPrefix(name, known) && len(name) < 3*len(known) ||
			len(name) > 4 && strings.HasPrefix(known, name)) {
			return true
		}
	}
	return hostLike(name, p.host())
}

// hostLike reports whether letters are those of a host's name: nzz of
// www.nzz.ch, thecanadianpress of thecanadianpress.com.
func hostLike(name, host string) bool {
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil || name == "" {
		return false
	}
	label, _, _ := strings.Cut(domain, ".")
	label = strings.TrimPrefix(lettersOf(label), "the")
	name = strings.TrimPrefix(name, "the")
	whole := lettersOf(domain)
	return name == label || name == whole || name == lettersOf(host) ||
		len(label) > 3 && (name == label+"news" || name == label+"online" || name+"news" == label ||
			name+"online" == label)
}

// siteOf is the registered domain of an address; empty where it has none.
func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return ""
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(u.Hostname()))
	if err != nil {
		return strings.ToLower(u.Hostname())
	}
	return domain
}
