package article

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	if name != "" && alikeNames(name, p.meta("og:title")) {
		name = ""
	}
	if agency := agencyAt(siteOf("https://" + p.host())); agency != siteOf("https://"+p.host()) {
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
			lettersOf(rest) != lettersOf(heading) && utf8.RuneCountInString(rest) < 40 &&
			len(strings.Fields(rest)) < 5 {
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
		name = personName(name)
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

// personName is the name in a byline; empty where there is none in it.
func personName(byline string) string {
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
