package importer

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"collate/generator/article"
	"collate/generator/content"
	"collate/generator/draft"
	"collate/generator/slug"
	"collate/generator/value"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
	"golang.org/x/text/language"
)

// Options say what is made of a feed.
type Options struct {
	Story  string                 // slug of the story that the drafts are filed in
	Known  []draft.Known          // the figures that the story has already
	Have   map[string]bool        // addresses of articles that there are summaries of
	Exists func(path string) bool // reports whether a file is there; nil: none is
	Limit  int                    // how many items are taken at most, the feed's first
	Locale value.Locale           // of the site
	Today  time.Time              // for dates that the feed does not give
}

// A FeedAccount says what became of the items of a feed.
type FeedAccount struct {
	Items int // there are
	Have  int // are of articles that there are summaries of, or stand there twice
	Left  int // are more than the limit
}

// Feed makes a draft of each item of a feed that the site has no summary of.
// The address is where the feed came from, and may be empty.
func Feed(data []byte, address string, o Options) ([]File, FeedAccount, error) {
	feed, err := parseFeed(data)
	if err != nil {
		return nil, FeedAccount{}, fmt.Errorf("this is no feed that can be read (Atom, RSS or JSON Feed): %w", err)
	}
	base, _ := url.Parse(address)
	if home, err := url.Parse(feed.Link); err == nil && home.IsAbs() {
		base = home
	}
	var files []File
	account := FeedAccount{Items: len(feed.Items)}
	taken, seen := map[string]bool{}, map[string]bool{}
	for _, item := range feed.Items {
		a := readItem(feed, item, base)
		key := cmp.Or(a.URL, item.GUID, a.Title+"\n"+a.Text)
		if o.Have[a.URL] && a.URL != "" || seen[key] {
			account.Have++
			continue
		}
		seen[key] = true
		if len(files) == o.Limit {
			account.Left++
			continue
		}
		name := o.free(o.name(a), a, taken)
		if name == "" {
			account.Have++
			continue
		}
		taken[name] = true
		files = append(files, File{name, []byte(o.draft(a))})
	}
	return files, account, nil
}

// free is a name that no other item has; empty where the item is there already.
// An article with an address is not, whatever files are; of any other the file
// may be its own.
func (o Options) free(name string, a article.Article, taken map[string]bool) string {
	there := func(name string) bool { return taken[name] || o.Exists != nil && o.Exists(name) }
	stem := strings.TrimSuffix(name, ".md")
	switch {
	case !there(name):
		return name
	case a.URL == "" && !taken[name]:
		return ""
	case a.URL == "":
		sum := sha256.Sum256([]byte(a.Text))
		if name = fmt.Sprintf("%s-%x.md", stem, sum[:3]); there(name) {
			return ""
		}
		return name
	}
	for n := 2; there(name); n++ {
		name = fmt.Sprintf("%s-%d.md", stem, n)
	}
	return name
}

// readItem is an item as an article.
func readItem(feed *gofeed.Feed, item *gofeed.Item, base *url.URL) article.Article {
	body := cut(plainTextOf(firstOf(item.Content, item.Description)), mostText)
	a := article.Article{Title: cut(plainTitle(item.Title), longestTitle),
		Source: cut(plainTitle(feed.Title), longestTitle)}
	if a.Title == "" {
		a.Title = firstWords(body)
		a.Text = body
	} else {
		a.Text = a.Title + "\n\n" + body
	}
	if link, err := url.Parse(strings.TrimSpace(item.Link)); err == nil && item.Link != "" {
		if base != nil {
			link = base.ResolveReference(link)
		}
		a.URL = address(unsafeInAddresses.Replace(link.String()))
	}
	a.Source = firstOf(cut(plainTitle(item.Custom[outletKey]), longestTitle), a.Source)
	if a.Source == "" && base != nil {
		a.Source = strings.TrimPrefix(base.Hostname(), "www.")
	}
	for _, written := range []string{item.Published, item.Custom[dateKey], item.Updated} {
		if written = onOneLine(written); written == "" || !a.Date.IsZero() {
			continue
		}
		if a.Date, _ = time.Parse(time.DateOnly, dayIn(written)); a.Date.IsZero() && a.Undated == "" {
			a.Undated = cut(written, mostDate)
		}
	}
	if len(item.Authors) > 0 && item.Authors[0] != nil {
		a.Author = cut(plainTitle(item.Authors[0].Name), longestTitle)
	}
	if tag, err := language.Parse(strings.TrimSpace(feed.Language)); err == nil && tag != language.Und {
		a.Language = tag.String()
	}
	return a
}

// tags finds the markup that titles have, though their words are meant.
var tags = lazyPattern(`(?i)</?(?:a|abbr|b|big|br|cite|code|del|em|font|i|img|ins|kbd|mark|p|q|s|small|span|` +
	`strike|strong|` +
	`sub|sup|tt|u|wbr)(?:\s[^<>]*)?/?>`)

// plainTitle is a title without markup, entities as what they stand for.
func plainTitle(title string) string {
	if strings.Contains(title, "</") || strings.Contains(title, "/>") { // a tag alone is spoken of
		title = tags().ReplaceAllString(title, "")
	}
	return onOneLine(strings.Map(printableRune, html.UnescapeString(title)))
}

// printableRune leaves control characters out.
func printableRune(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f {
		return -1
	}
	return r
}

// sentenceEnd finds where the first sentence of a text ends.
var sentenceEnd = lazyPattern(`[.!?。！？](?:\s|$)|[。！？]`)

// firstWords are the words with which a text without a title begins.
func firstWords(text string) string {
	text, _, _ = strings.Cut(strings.TrimSpace(text), "\n")
	text = onOneLine(text)
	if end := sentenceEnd().FindStringIndex(text); end != nil {
		text = strings.TrimRight(text[:end[1]], " .。")
	}
	const most = 14
	if words := strings.Fields(text); len(words) > most {
		text = strings.Join(words[:most], " ") + " …"
	}
	const mostLetters = 200
	return cut(text, mostLetters)
}

// unsafeInAddresses are characters that an address may not have as they are.
var unsafeInAddresses = strings.NewReplacer(`"`, "%22", "<", "%3C", ">", "%3E", `\`, "%5C", " ", "%20")

// address is what an address to the web is as it stands; empty for anything
// else.
func address(written string) string {
	if wrong, _ := content.BadLink(written); wrong != "" {
		return ""
	}
	return written
}

// name is the path of the draft of an article.
func (o Options) name(a article.Article) string {
	day := a.Date
	if day.IsZero() {
		day = o.Today
	}
	title := "untitled"
	if a.Title != "" {
		title = slug.Of(shortTitle(a.Title))
	}
	return o.Story + "/" + day.Format(time.DateOnly) + "-" + title + ".md"
}

// draft is the draft of an article.
func (o Options) draft(a article.Article) string {
	locale := o.Locale
	if a.Language == "" {
		a.Language = article.Language(a.Text)
	}
	locale.Language = a.Language
	figures := draft.Match(draft.FindAll(a.Text, locale), o.Known)
	return draft.Summary(a, figures, o.Today, o.Locale.Language)
}

// shortTitle is a title cut to some words, for a file's name.
func shortTitle(title string) string {
	const most = 8
	words := strings.Fields(title)
	return strings.Join(words[:min(len(words), most)], " ")
}

// How much of an item is read, in bytes: more than headlines and articles have.
const (
	longestTitle = 1 << 10
	mostText     = 32 << 10
	mostDate     = 60
)

// cut is the beginning of a long text.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

func onOneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// deepest is how deep the elements of an item may lie in one another.
const deepest = 200

// plainTextOf is HTML as plain text, a paragraph for each block.
func plainTextOf(fragment string) string {
	root, err := html.ParseWithOptions(strings.NewReader(fragment), html.ParseOptionEnableScripting(false))
	if err != nil {
		return ""
	}
	var b strings.Builder
	write(&b, root, 0)
	return b.String()
}

func write(b *strings.Builder, n *html.Node, depth int) {
	switch {
	case depth > deepest:
		return
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
		return
	case n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style" || n.Data == "head"):
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		write(b, c, depth+1)
	}
	if n.Type == html.ElementNode && blockElements[n.Data] {
		b.WriteString("\n\n")
	}
}

var blockElements = map[string]bool{
	"p": true, "div": true, "br": true, "li": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true,
	"h6": true, "tr": true, "td": true, "th": true,
	"blockquote": true, "pre": true, "figure": true, "figcaption": true, "section": true, "article": true, "dd": true,
	"dt": true, "ul": true, "ol": true, "table": true,
}
