package article

import (
	"bytes"
	"cmp"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML reads a saved page: what its metadata say (metadata.go), and its
// text (below), which the readability library finds.
func readHTML(data []byte) Article {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return unnested(data)
	}
	p := pageOf(doc)
	a := Article{}
	from := ""
	a.URL, from = p.address()
	publisher, writer := "", ""
	a.Source, publisher = p.outlet()
	a.Source = sourceOr(a.Source, cmp.Or(a.URL, p.data.text(p.article, "url")))
	a.Author, writer = p.author(a.Source)
	a.Title = p.headline(a.Source)
	a.Summary = p.description()
	var body []piece
	var near []string
	if crowded(doc) {
		body = withoutFurniture(piecesOf(doc))
	} else {
		clearFurniture(doc, a.Title)
		all := piecesOf(doc)
		near = aroundHeadline(all, a.Title)
		leads := standfirsts(all, a)
		body = p.body(doc, a)
		lead := missing(leads, all, body)
		if a.Summary == "" && len(lead) > 0 {
			a.Summary = lead[0].text
		}
		body = append(lead, body...)
	}
	body = withoutTitle(body, a.Title)
	text := textOf(body)
	if written := p.articleBody(); utf8.RuneCountInString(written) > 2*utf8.RuneCountInString(text) {
		text = written
	}
	a.Text = strings.TrimSpace(a.Title + "\n\n" + text)
	a.cut()
	p.dates(&a, shownDays(near), text)
	a.Via = repeats(a.Source, cmp.Or(publisher, writer, agencyIn(strings.Split(text, "\n\n")), bylineAgency(near),
		from))
	a.Language = languageOf(p.declared(), a.Text)
	a.Notes = append(a.Notes, p.notes(text)...)
	return a
}

// crowded reports whether a page has more nodes than the library, which weighs
// each against those around it, gets through in a second or two.
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
			hidden = kind == html.StartTagToken && hiddenElements[atom.Lookup(name)]
			b.WriteString("\n")
		}
	}
	a := asText([]byte(b.String()))
	a.Language = Language(a.Text)
	return a
}

// hiddenElements are the elements whose text is none.
var hiddenElements = map[atom.Atom]bool{atom.Script: true, atom.Style: true}

// body is the text of a page's article: what the library takes for it, unless
// that is not in the element that has the headline, or is less than half of
// what is written there.
func (p *page) body(doc *html.Node, a Article) []piece {
	own := withoutFurniture(piecesOf(articleElement(doc, a.Title)))
	whole := withoutFurniture(piecesOf(doc)) // before the library takes the page apart
	base, _ := url.Parse(cmp.Or(a.URL, "https://example.org/"))
	var found []piece
	if read, err := readability.FromDocument(doc, base); err == nil && read.Node != nil {
		found = withoutFurniture(piecesOf(read.Node))
	}
	size, ownSize := sentenceSize(found), sentenceSize(own)
	switch {
	case ownSize > 0 && (ownSize > 2*size || !shareSentence(own, found)):
		return own
	case len(found) > 0:
		return found
	}
	return whole
}

// articleElement is the smallest element of a page that says that it is an
// article or the main part and has the headline; nil where there is none.
func articleElement(doc *html.Node, title string) *html.Node {
	var main *html.Node
	for n := range doc.Descendants() {
		if attributeOf(n, "itemprop") == "articleBody" && sentenceBytes(n) > 0 {
			return n
		}
		if n.DataAtom == atom.Main || attributeOf(n, "role") == "main" {
			main = n
		}
		if n.DataAtom != atom.H1 && n.DataAtom != atom.H2 || !alikeNames(lineOfNode(n), title) {
			continue
		}
		for up := n.Parent; up != nil; up = up.Parent {
			if up.DataAtom == atom.Article && sentenceBytes(up) > 0 {
				return up
			}
		}
	}
	if main == nil {
		return &html.Node{}
	}
	return main
}

// sentenceSize is how much of pieces is sentences, in bytes.
func sentenceSize(pieces []piece) int {
	size := 0
	for _, p := range pieces {
		if isSentence(p.text) || p.row {
			size += len(p.text)
		}
	}
	return size
}

// shareSentence reports whether a sentence is in both.
func shareSentence(a, b []piece) bool {
	in := map[string]bool{}
	for _, p := range b {
		in[p.text] = true
	}
	for _, p := range a {
		if isSentence(p.text) && in[p.text] {
			return true
		}
	}
	return false
}

// standfirstTokens are the classes of the sentence or two between a headline and
// its article.
var standfirstTokens = compileOne(`(?i)^(?:.*[-_])?(?:dek|deck|standfirst|stand-first|sub-?title|` +
	`sub-?head(?:line|ing)?|lede?|lead-?(?:text|paragraph)?|teaser-?text|intro(?:duction)?(?:-?text)?|summary|` +
	`abstract|excerpt|description|vorspann|anrei(?:ss|ß)er|chapo|chapeau|entradilla|bajada|copete|bajante|` +
	`sumario|occhiello|sommario|sottotitolo|catenaccio|linha-?fina|ingress|manchet|perex|lid)(?:[-_].*)?$`)

// standfirsts are the pieces around the headline, by their place in the page,
// that say what the article is about: as its description does, by their class,
// or as the sentence right behind the headline.
func standfirsts(all []piece, a Article) map[int]piece {
	heading := -1
	for i, q := range all {
		if q.heading() && alikeNames(q.text, a.Title) {
			heading = i
			break
		}
	}
	const before, behind = 4, 12
	list := map[int]piece{}
	for i := max(0, heading-before); i < min(heading+behind, len(all)); i++ {
		q := all[i]
		if i == heading || !isSentence(q.text) || isIdle(q.text) || q.isLink() || consentText().MatchString(q.text) {
			continue
		}
		described := a.Summary != "" && alikeNames(q.text, a.Summary)
		classed := i > heading && isClassed(q.node)
		follows := heading >= 0 && i > heading && i <= heading+2 && endsClosed(q.text) &&
			!withinElement(q.node, atom.Figure) &&
			(q.node.DataAtom == atom.P || q.node.DataAtom == atom.H2) && Day(q.text).IsZero()
		if described || classed || follows {
			list[i] = q
		}
	}
	return list
}

// missing are the standfirsts, at most three, that stand before the body in the
// page and are not in it.
func missing(leads map[int]piece, all, body []piece) []piece {
	in := map[string]bool{}
	for _, q := range body {
		in[q.text] = true
	}
	var list []piece
	for i, q := range all {
		lead, ok := leads[i]
		switch {
		case ok && !in[q.text]:
			list = append(list, lead)
		case len(leads) > 0 && isSentence(q.text) && in[q.text] && len(list) > 0, len(list) == 3:
			return list
		}
	}
	return list
}

// isClassed reports whether an element or the one around it is a standfirst by
// its class.
func isClassed(n *html.Node) bool {
	for range 2 {
		if n == nil || n.Type != html.ElementNode {
			return false
		}
		if hasToken(n, standfirstTokens) || attributeOf(n, "itemprop") == "description" ||
			attributeOf(n, "itemprop") == "alternativeHeadline" {
			return true
		}
		n = n.Parent
	}
	return false
}

// endsClosed reports whether a text ends as a sentence does.
func endsClosed(text string) bool {
	c, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"”’»)」』"))
	return strings.ContainsRune(".!?。！？…", c)
}

// withoutTitle are pieces without the headline in front.
func withoutTitle(pieces []piece, title string) []piece {
	for i, p := range pieces[:min(len(pieces), 3)] {
		if lettersOf(p.text) == lettersOf(title) {
			return append(pieces[:i:i], pieces[i+1:]...)
		}
	}
	return pieces
}

// articleBody is the text of the article as the page's data have it.
func (p *page) articleBody() string {
	written, _ := p.article["articleBody"].(string)
	if strings.Contains(written, "</p>") || strings.Contains(written, "<br") {
		doc, err := html.Parse(strings.NewReader(written))
		if err != nil {
			return ""
		}
		return textOf(withoutFurniture(piecesOf(doc)))
	}
	var paragraphs []string
	for line := range strings.Lines(html.UnescapeString(written)) {
		if line = oneLine(line); line != "" && !isIdle(line) {
			paragraphs = append(paragraphs, line)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// mostNear is how long the lines around a headline are, in characters.
const mostNear = 160

// aroundHeadline are the short lines around the headline, those behind it first:
// the byline, the date.
func aroundHeadline(all []piece, title string) []string {
	at := -1
	for i, p := range all {
		if alikeNames(p.text, title) && (p.heading() || at < 0) {
			at = i
			if p.heading() {
				break
			}
		}
	}
	var list []string
	const before, behind = 8, 14
	take := func(p piece) bool {
		if utf8.RuneCountInString(p.text) <= mostNear && !withinElement(p.node, atom.Figure) &&
			p.node.DataAtom != atom.Figcaption {
			list = append(list, p.text)
			return true
		}
		return false
	}
	for i := at + 1; i < min(len(all), at+behind); i++ {
		if !take(all[i]) && utf8.RuneCountInString(all[i].text) > 2*mostNear {
			break
		}
	}
	for i := at - 1; i >= max(0, at-before); i-- {
		take(all[i])
	}
	return list
}

var (
	pictureWord = compileOne(`(?i)\b(?:photo|foto|image|bild|picture|crédit|getty|shutterstock|copyright|` +
		`all rights|©)|写真|사진|圖|图`)
	updateWord = compileOne(`(?i)^\W*(?:last )?(?:updated|modified|aktualisiert|mis(?:e)? à jour|` +
		`actualizad[oa]|aggiornat[oa]|atualizad[oa]|bijgewerkt|обновлено|수정|更新|最終更新)`)
	dateWord = compileOne(`(?i)\b(?:published|posted|updated|created|on|at|by|von|am|um|uhr|stand|` +
		`veröffentlicht|erstellt|publié|le|à|mis|jour|publicado|el|de|del|a las|pubblicato|il|alle|em|às|date|` +
		`day|first|last|modified|gmt|utc|est|edt|cet|cest|ist|bst|am|pm|pst|pdt|et|mon|tue|wed|thu|fri|sat|sun|` +
		`monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|` +
		`samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|` +
		`viernes|sábado|domingo)\b`)
)

// shownDays are the days in the lines around a headline that are about the
// article: such a line has little else. Days of a later change come last.
func shownDays(lines []string) []time.Time {
	var days, changed []time.Time
	for _, line := range lines {
		day := Day(line)
		if day.IsZero() || pictureWord().MatchString(line) {
			continue
		}
		rest := dateWord().ReplaceAllString(line, "")
		words := 0
		for word := range strings.FieldsFuncSeq(rest,
			func(c rune) bool { return strings.ContainsRune(" ,.|·•:-–—/()", c) }) {
			if !strings.ContainsAny(word, "0123456789") && monthNumber(word) == 0 {
				words++
			}
		}
		switch {
		case words > 5:
		case updateWord().MatchString(line):
			changed = append(changed, day)
		default:
			days = append(days, day)
		}
	}
	return append(days, changed...)
}

// bylineAgency is the agency that a line around the headline names and nothing
// else; empty where none does.
func bylineAgency(lines []string) string {
	for _, line := range lines {
		if name := agencyOf(line); name != "" {
			return name
		}
	}
	return ""
}
