package article

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// notes are what a writer ought to know of a page before trusting its text.
func (p *page) notes(text string) []string {
	var list []string
	add := func(found bool, note string) {
		if found {
			list = append(list, note)
		}
	}
	live := false
	for _, t := range p.data.things {
		live = live || t.is("LiveBlogPosting")
	}
	add(live || liveTitle().MatchString(p.title) && countPosts(p.doc) > 3,
		"the page is a live blog: its numbers are of different times, so give as_of")
	free := p.data.text(p.article, "isAccessibleForFree")
	locked := strings.EqualFold(free, "false") || p.meta("article:content_tier") == "locked" ||
		p.meta("article:content_tier") == "metered"
	add(locked || utf8.RuneCountInString(text) < shortText && paywalled(p.doc),
		"the page is not free to read: the text may end early")
	add(p.next || pagination().MatchString(p.meta("og:url")) || paged(p.doc),
		"the article has several pages, and this is one of them")
	add(isGarbled(text), "characters are garbled in the page itself: look at what stands around each number")
	return list
}

// shortText is how long the text of a page is that may have been cut by a
// paywall, in characters.
const shortText = 2500

var (
	liveTitle = compileOne(`(?i)\b(?:live|liveblog|newsblog|live-ticker|liveticker|ticker|live updates|` +
		`en direct|en vivo|directo|minuto a minuto|diretta|ao vivo)\b|실시간|ライブ|直播`)
	pagination = compileOne(`(?i)[?&/](?:page|seite|pagina|p)[=/-]?[2-9]\b`)
)

// countPosts counts the posts of a live blog in a page.
func countPosts(doc *html.Node) int {
	n := 0
	for node := range doc.Descendants() {
		if node.DataAtom == atom.Article || strings.HasSuffix(attributeOf(node, "itemtype"), "BlogPosting") ||
			hasToken(node, livePost) {
			n++
		}
	}
	return n
}

var (
	livePost = compileOne(`(?i)^(?:live-?blog-?(?:post|entry|item)|ticker-?(?:entry|item)|liveblogupdate|` +
		`timeline-?item)$`)
	paywallTokens = compileOne(`(?i)^(?:paywall\w*|regwall|piano-?\w*|tp-container-inner|subscriber-only|` +
		`premium-?(?:content|article|box)|metered|offer-?page|paid-?content|contenu-payant|abo-?(?:only|box|` +
		`schranke))$`)
	pagerTokens = compileOne(`(?i)^(?:pagination|pager|article-?pager|page-?numbers|multipage|paginator|` +
		`seitennavigation)$`)
)

// paywalled reports whether a page has the box that asks to subscribe.
func paywalled(doc *html.Node) bool {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && hasToken(n, paywallTokens) {
			return true
		}
	}
	return false
}

// paged reports whether an article in the page has links to its other pages.
func paged(doc *html.Node) bool {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && hasToken(n, pagerTokens) && withinElement(n, atom.Article) {
			return true
		}
	}
	return false
}
