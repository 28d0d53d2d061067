package importer

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

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
	Story  string          // slug of the story that the drafts are filed in
	Known  []draft.Known   // the figures that the story has already
	Have   map[string]bool // addresses of articles that there are summaries of
	Limit  int             // how many items are taken at most, the feed's first
	Locale value.Locale    // of the site
	Today  time.Time       // stands in for dates that the feed does not give
}

// Feed makes a draft of each item of a feed that the site has no summary of.
// The address is where the feed came from, and may be empty.
func Feed(data []byte, address string, o Options) ([]File, error) {
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("this is no feed that can be read (Atom, RSS or JSON Feed): %w", err)
	}
	base, _ := url.Parse(address)
	if home, err := url.Parse(feed.Link); err == nil && home.IsAbs() {
		base = home
	}
	var files []File
	taken := map[string]bool{}
	for _, item := range feed.Items {
		if len(files) == o.Limit {
			break
		}
		a := article(feed, item, base)
		if o.Have[a.URL] && a.URL != "" {
			continue
		}
		f := o.draft(a)
		if !taken[f.Path] {
			taken[f.Path] = true
			files = append(files, f)
		}
	}
	return files, nil
}

// article is an item as an article.
func article(feed *gofeed.Feed, item *gofeed.Item, base *url.URL) draft.Article {
	a := draft.Article{Title: cut(oneLine(item.Title), mostTitle), Source: cut(oneLine(feed.Title), mostTitle)}
	a.Text = a.Title + "\n\n" + cut(text(first(item.Content, item.Description)), mostText)
	if link, err := url.Parse(strings.TrimSpace(item.Link)); err == nil && item.Link != "" {
		if base != nil {
			link = base.ResolveReference(link)
		}
		a.URL = address(unsafe.Replace(link.String()))
	}
	if a.Source == "" && base != nil {
		a.Source = strings.TrimPrefix(base.Hostname(), "www.")
	}
	for _, t := range []*time.Time{item.PublishedParsed, item.UpdatedParsed} {
		if t != nil && a.Date.IsZero() && t.Year() >= 1900 && t.Year() < 2200 {
			a.Date = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
		}
	}
	if len(item.Authors) > 0 && item.Authors[0] != nil {
		a.Author = cut(oneLine(item.Authors[0].Name), mostTitle)
	}
	if tag, err := language.Parse(strings.TrimSpace(feed.Language)); err == nil && tag != language.Und {
		a.Language = tag.String()
	}
	return a
}

// unsafe are characters that an address may not have as they are.
var unsafe = strings.NewReplacer(`"`, "%22", "<", "%3C", ">", "%3E", `\`, "%5C", " ", "%20")

// address is what an address to the web is as it stands; empty for anything
// else.
func address(written string) string {
	if wrong, _ := content.BadLink(written); wrong != "" {
		return ""
	}
	return written
}

// draft is the draft of an article.
func (o Options) draft(a draft.Article) File {
	locale := o.Locale
	if a.Language == "" {
		a.Language = draft.Language(a.Text)
	}
	locale.Language = a.Language
	day := a.Date
	if day.IsZero() {
		day = o.Today
	}
	figures := draft.Match(draft.FindAll(a.Text, locale), o.Known)
	name := day.Format(time.DateOnly) + "-" + slug.Of(short(a.Title))
	return File{
		Path: o.Story + "/" + name + ".md",
		Data: []byte(draft.Summary(a, figures, o.Today, o.Locale.Language)),
	}
}

// short is a title cut to some words, for a file's name.
func short(title string) string {
	const most = 8
	words := strings.Fields(title)
	return strings.Join(words[:min(len(words), most)], " ")
}

// How much of an item is read, in bytes: more than headlines and articles have.
const (
	mostTitle = 1 << 10
	mostText  = 32 << 10
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

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// deepest is how deep the elements of an item may lie in one another.
const deepest = 200

// text is HTML as plain text, a paragraph for each block.
func text(fragment string) string {
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
