package draft

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
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
			p.language = cmp.Or(p.language, attribute(n, "lang"), attribute(n, "xml:lang"))
		case atom.Title:
			if p.title == "" && n.FirstChild != nil && n.Parent != nil && n.Parent.DataAtom != atom.Svg {
				p.title = oneLine(n.FirstChild.Data)
			}
		case atom.Link:
			p.link(n)
		case atom.Meta:
			p.addMeta(n)
		case atom.Script:
			if strings.EqualFold(attribute(n, "type"), "application/ld+json") && n.FirstChild != nil {
				p.data.read(n.FirstChild.Data)
			}
		case atom.H1:
			if text := lineOf(n); text != "" {
				p.headings = append(p.headings, text)
			}
		case atom.H2:
			second = append(second, lineOf(n))
		case atom.Time:
			if attribute(n, "itemprop") == "" {
				p.times = append(p.times, cmp.Or(attribute(n, "datetime"), lineOf(n)))
			}
		}
		if n.Type == html.CommentNode && p.saved == "" {
			if m := savedFrom().FindStringSubmatch(n.Data); m != nil {
				p.saved = webAddress(m[1])
			}
		}
		if prop := attribute(n, "itemprop"); prop != "" && n.DataAtom != atom.Meta {
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
	switch rel := strings.ToLower(attribute(n, "rel")); rel {
	case "canonical":
		p.canonical = cmp.Or(p.canonical, attribute(n, "href"))
	case "next":
		p.next = p.next || pagination().MatchString(attribute(n, "href"))
	}
}

// addMeta takes over a meta element.
func (p *page) addMeta(n *html.Node) {
	written := oneLine(html.UnescapeString(attribute(n, "content")))
	if written == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		for name := range strings.FieldsSeq(strings.ToLower(attribute(n, key))) {
			p.metas[name] = append(p.metas[name], written)
		}
	}
}

// addMicro takes over an element of microdata.
func (p *page) addMicro(n *html.Node, props string) {
	for prop := range strings.FieldsSeq(props) {
		switch prop {
		case "datePublished", "dateModified", "dateCreated", "author", "headline", "inLanguage":
			text := cmp.Or(attribute(n, "datetime"), attribute(n, "content"))
			if text == "" {
				text = lineOf(n)
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

// published is when the article appeared; ok is false where the metadata don't
// say.
func (p *page) published() (stamp, bool) {
	candidates := []string{p.data.text(p.article, "datePublished"),
		p.meta("article:published_time", "og:article:published_time", "og:published_time")}
	candidates = append(candidates, p.metas["datepublished"]...)
	candidates = append(candidates, p.micro["datePublished"]...)
	for _, name := range publishedNames {
		candidates = append(candidates, p.meta(name))
	}
	candidates = append(candidates, p.data.text(p.article, "dateCreated"))
	for _, written := range candidates {
		if s, ok := readStamp(written); ok && written != "" {
			return s, true
		}
	}
	return stamp{}, false
}

// publishedNames are names of metadata for the date, the surer first.
var publishedNames = strings.Fields("article.published parsely-pub-date sailthru.date dcterms.issued dc.date.issued " +
	"dcterms.created dc.date.created dcterms.date dc.date " +
	"publishdate publish-date publish_date publication_date publicationdate publication-date pubdate pub_date " +
	"published published_time published-date date_published " +
	"article_date_original article.created article:published articlepublicationdate cxenseparse:recs:publishtime " +
	"cxenseparse:publishtime rnews:datepublished " +
	"og:pubdate og:publish_date originalpublicationdate citation_publication_date citation_date displaydate " +
	"release_date weibo:article:create_at bt:pubdate " +
	"ptime firstpublished first-published date creation_date dc.created date.created datecreated vr:published_time " +
	"shareaholic:article_published_time iso-8601-publish-date timestamp")

// modified is when the article changed last.
func (p *page) modified() (stamp, bool) {
	candidates := []string{p.data.text(p.article, "dateModified"),
		p.meta("article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified",
			"dc.date.modified",
			"lastmod", "last-modified", "updated_time", "modified", "revised", "article.updated", "lastmodified",
			"cxenseparse:modifiedtime")}
	candidates = append(candidates, p.micro["dateModified"]...)
	for _, written := range candidates {
		if s, ok := readStamp(written); ok && written != "" {
			return s, true
		}
	}
	return stamp{}, false
}

// dates gives an article its dates. Shown are the days in the lines around the
// headline, and text the article's own.
func (p *page) dates(a *Article, shown []time.Time, text string) {
	at, ok := p.published()
	switch {
	case ok:
		a.Date = at.day()
		if at.clock && isUTC(at.Time) && len(shown) > 0 && neighbours(shown[0], a.Date) {
			a.Date = shown[0]
		}
	default:
		a.Date = p.shownDate(a.URL, shown)
		at = stamp{Time: a.Date}
	}
	if a.Date.IsZero() {
		a.Date = dateIn(upTo(text, 1500))
		a.Guessed = !a.Date.IsZero()
		return
	}
	if changed, ok := p.modified(); ok && changed.After(at.Time) && !changed.day().Before(a.Date) &&
		(changed.day() != a.Date || changed.clock && at.clock) {
		a.Updated = changed.day()
	}
}

// shownDate is the date that a page has where its metadata have none: of the
// lines around the headline, a <time> element or the address.
func (p *page) shownDate(address string, shown []time.Time) time.Time {
	if len(shown) > 0 {
		return shown[0]
	}
	for _, written := range p.times {
		if s, ok := readStamp(written); ok {
			return s.day()
		}
	}
	if m := dayInAddress().FindStringSubmatch(address); m != nil {
		return dayOf(m[1]+m[4], m[2]+m[5], m[3]+m[6])
	}
	return time.Time{}
}

var dayInAddress = compileOne(`[/_-](?:((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})|((?:19|` +
	`20)\d{2})([01]\d)([0-3]\d))(?:[/_.-]|\d{0,6}\b|$)`)

func isUTC(t time.Time) bool {
	_, offset := t.Zone()
	return offset == 0
}

// neighbours reports whether a day is the day before or behind another.
func neighbours(a, b time.Time) bool {
	d := a.Sub(b)
	return d == 24*time.Hour || d == -24*time.Hour
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
	if canonical != "" && own != "" && site(canonical) != site(own) {
		return own, agencyAt(site(canonical))
	}
	if u, err := url.Parse(canonical); err == nil && own != "" && strings.Trim(u.Path, "/") == "" {
		canonical = "" // the home page, by a careless template
	}
	main, _ := p.article["mainEntityOfPage"].(map[string]any)
	id, _ := main["@id"].(string)
	return cmp.Or(canonical, own, webAddress(p.data.text(p.article, "url")), webAddress(id)), ""
}

var company = compileOne(`(?i)\b(?:AG|GmbH|Inc|Ltd|LLC|LLP|Limited|S\.?[aA]\.?|S\.?[rR]\.?[lL]\.?|SpA|B\.?V\.?|` +
	`Corp|Corporation|Company|Co|KG|Holding|Holdings|Verlag|Media Group|plc|Pty|Oy|AS|A/S|AB|Sp\. z o\.o|株式会社|` +
	`주식회사)\b\.?|株式会社|주식회사|有限公司`)

// outlet is the name of the outlet, and the agency or company that the page
// names as publisher in its place.
func (p *page) outlet() (name, via string) {
	publisher := p.publisher()
	name = p.meta("og:site_name")
	if strings.Contains(name, ".") && !strings.Contains(name, " ") && publisher != "" &&
		hostLike(lettersOf(publisher), strings.TrimPrefix(name, "www.")) {
		name = publisher
	}
	if agency := agencyOf(publisher); agency != "" {
		via, publisher = agency, ""
		if name == "" && hostLike(lettersOf(p.publisher()), p.host()) {
			name = p.publisher()
		}
	}
	if name != "" && alike(name, p.meta("og:title")) {
		name = ""
	}
	if agency := agencyAt(site("https://" + p.host())); agency != site("https://"+p.host()) {
		name = agency // at its own site, whatever the section is called
	}
	if company().MatchString(publisher) {
		name = cmp.Or(name, p.siteName(), p.titleEnd(), publisher)
	}
	name = cmp.Or(name, publisher, p.siteName(), p.titleEnd())
	return p.shortName(name), via
}

// siteName is the outlet's name by what else there is in the metadata.
func (p *page) siteName() string {
	for _, t := range p.data.things {
		if t.is("WebSite", "NewsMediaOrganization") {
			if name := p.data.text(t, "name"); name != "" && !company().MatchString(name) {
				return name
			}
		}
	}
	for _, name := range []string{"application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher",
		"cre", "publisher", "copyright", "twitter:app:name:iphone"} {
		if written := p.meta(name); written != "" && utf8.RuneCountInString(written) < 40 &&
			!strings.Contains(written, "://") && !company().MatchString(written) {
			return strings.TrimLeft(written, "©() 0123456789")
		}
	}
	return ""
}

// titleEnd is the last part of <title>, or the first, where it is the host's
// name written out.
func (p *page) titleEnd() string {
	cuts := titleSeparator().FindAllStringIndex(p.title, -1)
	if len(cuts) == 0 {
		return ""
	}
	last, first := p.title[cuts[len(cuts)-1][1]:], p.title[:cuts[0][0]]
	for _, part := range []string{last, first} {
		if hostLike(lettersOf(part), p.host()) {
			return strings.TrimSpace(part)
		}
	}
	for _, heading := range p.headings { // what follows the headline, shortly
		if rest := strings.TrimSpace(last); lettersOf(heading) != "" &&
			strings.HasPrefix(lettersOf(p.title), lettersOf(heading)) &&
			lettersOf(rest) != lettersOf(heading) && utf8.RuneCountInString(rest) < 40 && len(strings.Fields(rest)) < 5 {
			return rest
		}
	}
	return ""
}

// shortName is a name without a slogan behind it.
func (p *page) shortName(name string) string {
	name = strings.Trim(webPrefix().ReplaceAllString(strings.TrimSpace(name), ""), " -–—|/")
	if strings.IndexFunc(name, unicode.IsLetter) < 0 || copyright().MatchString(name) {
		return ""
	}
	if cut := titleSeparator().FindStringIndex(name); cut != nil && cut[0] > 2 {
		first, last := name[:cut[0]], strings.TrimSpace(name[cut[1]:])
		if hostLike(lettersOf(last), p.host()) && !hostLike(lettersOf(first), p.host()) {
			return last
		}
		name = strings.TrimSpace(first)
		if strings.IndexFunc(name, unicode.IsLetter) < 0 {
			return last
		}
	}
	return name
}

var (
	webPrefix = compileOne(`^(?:https?://)?(?:www\.)?`)
	copyright = compileOne(`(?i)^(?:copyright|©)`)
)

// author is who wrote the article, and the agency that is named in a writer's
// place.
func (p *page) author(outlet string) (author, via string) {
	names := p.data.names(p.article["author"])
	if len(names) == 0 {
		names = p.data.names(p.article["creator"])
	}
	for _, key := range []string{"author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
		"article:author", "byl", "citation_author"} {
		if len(names) == 0 {
			names = p.metas[key]
		}
	}
	if len(names) == 0 {
		names = p.micro["author"]
	}
	names = append(names, p.data.text(p.article, "creditText"), p.data.text(p.article, "sourceOrganization"))
	var people []string
	for _, name := range names {
		name = person(name)
		if agency := agencyOf(name); agency != "" {
			via = cmp.Or(via, agency)
		} else if name != "" && lettersOf(name) != lettersOf(outlet) && !slices.Contains(people, name) &&
			len(people) < mostAuthors {
			people = append(people, name)
		}
	}
	return strings.Join(people, ", "), via
}

const mostAuthors = 6

var (
	bylineWord = compileOne(`^(?i:by|von|por|par|di|de la redacción|da|door|od|przez|av|af|written by|text:|` +
		`texto:|autor:|author:|författare:|文[/／:：]|文／|作者[:：]?|記者[:：／/]?|记者[:：]?|撰文[:：]?|автор:?)\s+`)
	bylineRest = compileOne(`\s*(?:[|,]\s*(?i:staff|reporter|editor|correspondent|chief|senior|bbc|published|` +
		`updated|contributor|redakteur|korrespondent).*|\s기자.*|\s특파원.*|記者$|记者$)`)
)

// person is the name in a byline; empty where there is none in it.
func person(byline string) string {
	name := oneLine(byline)
	for range 2 {
		name = bylineWord().ReplaceAllString(name, "")
	}
	name = strings.Trim(bylineRest().ReplaceAllString(name, ""), " ,;|–—-")
	switch n := utf8.RuneCountInString(name); {
	case n < 2 || n > 120, strings.Contains(name, "://"), strings.HasPrefix(name, "@"), strings.Contains(name, "{"):
		return ""
	case nobody().MatchString(name):
		return ""
	}
	return name
}

var nobody = compileOne(`(?i)^(?:admin|administrator|editor|editorial|staff|redaktion|redacción|la rédaction|` +
	`rédaction|redazione|redação|newsroom|null|undefined|none|unknown|n/a|author|guest|online|web ?desk|` +
	`.*\.(?:com|org|net|de|fr|es|it))$`)

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
		if node.DataAtom == atom.Article || strings.HasSuffix(attribute(node, "itemtype"), "BlogPosting") ||
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
		if n.Type == html.ElementNode && hasToken(n, pagerTokens) && within(n, atom.Article) {
			return true
		}
	}
	return false
}
