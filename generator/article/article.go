package article

import (
	"bytes"
	"cmp"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"collate/generator/content"
)

// Article is an article's text, and what it says of itself; what it does not
// say is empty.
type Article struct {
	Text     string // as it was given; of HTML, the title and the main text, a paragraph a line
	Title    string
	Date     time.Time // midnight UTC of the day; zero where there is none
	Guessed  bool      // the date is one that the text has somewhere, and may be another's
	Undated  string    // what stands for the date and can't be read as one
	Updated  time.Time // the day on which it changed later; zero where it did not
	Source   string
	URL      string // http or https
	Author   string
	Via      string   // whom it repeats: an agency, or where it appeared first
	Language string   // BCP 47; as the page says, unless the text reads otherwise
	Summary  string   // the page's description of it
	Notes    []string // what to know before trusting the text
	Cut      bool     // the text was longer than MostText and ends there
}

// MostText is how much of an article's text is read, in bytes.
const MostText = 256 << 10

// cut ends the text at MostText.
func (a *Article) cut() {
	short := UpTo(a.Text, MostText)
	a.Cut = len(short) < len(a.Text)
	a.Text = short
}

// Read reads an article that is UTF-8, as Decode makes it: saved HTML, Markdown
// with or without front matter, or plain text.
func Read(data []byte) Article {
	if looksLikeHTML(data) {
		return readHTML(data)
	}
	a := asText(data)
	a.Language = Language(a.Text)
	_, lines, _ := cutFrontMatter(a.Text)
	a.frontMatter(lines)
	a.head(Body(a.Text))
	if isGarbled(a.Text) {
		a.Notes = append(a.Notes, "characters are garbled in the text: look at what stands around each number")
	}
	return a
}

// asText is an article whose text is data as it stands.
func asText(data []byte) Article {
	a := Article{Text: strings.ToValidUTF8(string(data), "\uFFFD")}
	a.cut()
	return a
}

// looksLikeHTML reports whether data begins like a page: a tag or a declaration comes
// first, and a tag that text would hardly have comes soon.
func looksLikeHTML(data []byte) bool {
	start := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 64<<10)], "\ufeff \t\r\n"))
	return bytes.HasPrefix(start, []byte("<")) && htmlTag().Match(start)
}

var htmlTag = compileOne(`<(?:!doctype html|html|head|body|article|main|meta|title|div|p|h1)[\s>]`)

// frontMatter takes over what front matter says in plain lines, key: value.
func (a *Article) frontMatter(lines []string) {
	for _, line := range lines {
		key, value, ok := strings.Cut(line, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		if !ok || value == "" {
			continue
		}
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "title":
			a.Title = value
		case "date", "published":
			a.Date = Day(value)
		case "source", "site", "publisher", "name":
			a.Source = value
		case "url", "link", "canonical":
			a.URL = webAddress(value)
		case "author", "byline":
			a.Author = value
		case "via":
			a.Via = value
		case "lang", "language":
			a.Language = cmp.Or(content.LanguageTag(value), a.Language)
		}
	}
}

// headLines is how many lines at the start of a text speak of the article
// rather than of its subject.
const headLines = 12

// head takes over what the first lines of a text say, and its last: the title
// is the first line, unless a heading comes later.
func (a *Article) head(text string) {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	first := lines[:min(len(lines), headLines)]
	for i, line := range first {
		title := strings.TrimSpace(strings.TrimLeft(line, "#"))
		if a.Title == "" && (i == 0 || title != line) && utf8.RuneCountInString(title) <= 250 {
			a.Title = strings.Trim(title, "*_ \ufeff")
		}
		if a.Date.IsZero() {
			a.Date = Day(line)
			a.Guessed = !a.Date.IsZero() && utf8.RuneCountInString(line) > mostNear
		}
	}
	if len(lines) > headLines+2 {
		first = append(first[:len(first):len(first)], lines[len(lines)-2:]...)
	}
	for _, line := range first {
		a.credit(line)
	}
	var paragraphs []string
	for _, line := range lines {
		if !strings.HasPrefix(line, "#") && line != a.Title {
			paragraphs = append(paragraphs, line)
		}
	}
	agency := cmp.Or(agencyOf(a.Author), agencyIn(paragraphs))
	if agency != "" && agencyOf(a.Author) == agency {
		a.Author = ""
	}
	if a.Source == "" && a.URL == "" {
		a.Source, agency = agency, ""
	}
	a.Source = sourceOr(a.Source, a.URL)
	a.Via = repeats(a.Source, cmp.Or(a.Via, agency))
}

// credit takes over the source, address or author that a line names.
func (a *Article) credit(line string) {
	if m := sourceCredit().FindStringSubmatch(line); m != nil {
		rest := strings.TrimSpace(m[1])
		if address := webAddress(rest); address != "" {
			a.URL = cmp.Or(a.URL, address)
		} else if utf8.RuneCountInString(rest) <= 60 {
			a.Source = cmp.Or(a.Source, rest)
		}
	}
	if m := addressLine().FindStringSubmatch(line); m != nil {
		a.URL = cmp.Or(a.URL, webAddress(m[1]))
	}
	if m := byLine().FindStringSubmatch(line); m != nil {
		a.Author = cmp.Or(a.Author, strings.TrimSpace(m[1]))
	}
	if m := paperLine().FindStringSubmatch(line); m != nil {
		a.Source = cmp.Or(a.Source, m[1])
	}
}

var (
	sourceCredit = compileOne(`(?i)^(?:source|quelle|fuente|fonte|출처|出典|出所|originally published (?:at|by|in)|via|` +
		`\(c\)|©|copyright)\s*[:：]?\s*(?:[0-9]{4}\s+)?(.+?)\.?$`)
	addressLine = compileOne(`(?i)^(?:<?|url:\s*|link:\s*|source:\s*|read more:?\s*)(https?://\S+?)[>.,:;]*$`)
	byLine      = compileOne(`^(?:By|Von|Por|Par) ((?:\p{Lu}[\p{L}.'’-]+ ?){2,4})(?:[,|].*)?$`)
	paperLine   = compileOne(`^(?:By|Von|Por|Par) (?:\p{Lu}[\p{L}.'’-]+ ?){2,4}[,|` +
		`] ?((?:\p{Lu}[\p{L}.&'’-]* ){0,4}(?:` + papers + `))(?: ?[,|·—–].*)?$`)
)

// papers are the words that names of outlets end with, and hardly anything
// else that stands behind an author's name: a role, a place, a day.
const papers = `Echo|Times|Post|News|Herald|Tribune|Journal|Gazette|Mail|Guardian|Observer|Chronicle|Telegraph|` +
	`Standard|Mirror|Examiner|` +
	`Courier|Inquirer|Dispatch|Bulletin|Reuters|AP|AFP|dpa|Bloomberg|BBC|CNN|CNBC|NPR|PBS|Zeitung|Tagblatt|` +
	`Tageblatt|Rundschau|Anzeiger|Nachrichten|` +
	`Spiegel|Handelsblatt|Monde|Figaro|Échos|Libération|País|Mundo|Vanguardia`

// sourceOr is the source's name, or else the host that it publishes on.
func sourceOr(name, address string) string {
	if u, err := url.Parse(address); name == "" && err == nil {
		host, err := idna.ToUnicode(u.Hostname())
		if err != nil {
			host = u.Hostname()
		}
		return strings.TrimPrefix(host, "www.")
	}
	return name
}

// webAddress is the http or https address that text is; empty where it is none.
func webAddress(text string) string {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil {
		return ""
	}
	if wrong, _ := content.BadLink(u.String()); wrong != "" {
		return ""
	}
	return u.String()
}
