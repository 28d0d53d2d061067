package draft

import (
	"bytes"
	"cmp"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"collate/generator/content"
)

// Article is an article's text, and what it says of itself; what it does not
// say is empty.
type Article struct {
	Text     string // as it was given; of HTML, the title and the main text, a paragraph a line
	Title    string
	Date     time.Time // midnight UTC of the day; zero where there is none
	Source   string
	URL      string // http or https
	Author   string
	Language string // BCP 47; as the page says, else as the text reads
	Cut      bool   // the text was longer than MostText and ends there
}

// MostText is how much of an article's text is read, in bytes.
const MostText = 256 << 10

// cut ends the text at MostText.
func (a *Article) cut() {
	short := upTo(a.Text, MostText)
	a.Cut = len(short) < len(a.Text)
	a.Text = short
}

// upTo is text up to a number of bytes, its last character whole.
func upTo(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// Read reads an article: saved HTML, Markdown with or without front matter, or
// plain text.
func Read(data []byte) Article {
	if isHTML(data) {
		return readHTML(data)
	}
	a := asText(data)
	a.Language = Language(a.Text)
	_, lines, _ := cutFrontMatter(a.Text)
	a.frontMatter(lines)
	a.head(withoutFrontMatter(a.Text))
	return a
}

// asText is an article whose text is data as it stands.
func asText(data []byte) Article {
	a := Article{Text: strings.ToValidUTF8(string(data), "\uFFFD")}
	a.cut()
	return a
}

// isHTML says whether data begins like a page: a tag or a declaration comes
// first, and a tag that text would hardly have comes soon.
func isHTML(data []byte) bool {
	start := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 4096)], "\ufeff \t\r\n"))
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
			a.Date = dateIn(value)
		case "source", "site", "publisher", "name":
			a.Source = value
		case "url", "link", "canonical":
			a.URL = webAddress(value)
		case "author", "byline":
			a.Author = value
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
			a.Date = dateIn(line)
		}
	}
	if len(lines) > headLines+2 {
		first = append(first[:len(first):len(first)], lines[len(lines)-2:]...)
	}
	for _, line := range first {
		a.credit(line)
	}
	if a.Source == "" {
		if agency := dateline().FindStringSubmatch(strings.Join(first, "\n")); agency != nil {
			a.Source = agency[1]
		}
	}
	a.Source = sourceOr(a.Source, a.URL)
}

// credit takes over the source, address or author that a line names.
func (a *Article) credit(line string) {
	if m := sourceLine().FindStringSubmatch(line); m != nil {
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
	sourceLine  = compileOne(`(?i)^(?:source|quelle|fuente|fonte|출처|出典|出所|originally published (?:at|by|in)|via|\(c\)|©|copyright)\s*[:：]?\s*(?:[0-9]{4}\s+)?(.+?)\.?$`)
	addressLine = compileOne(`(?i)^(?:<?|url:\s*|link:\s*|source:\s*|read more:?\s*)(https?://\S+?)>?$`)
	byLine      = compileOne(`^(?:By|Von|Por|Par) ((?:\p{Lu}[\p{L}.'’-]+ ?){2,4})(?:[,|].*)?$`)
	paperLine   = compileOne(`^(?:By|Von|Por|Par) (?:\p{Lu}[\p{L}.'’-]+ ?){2,4}[,|] ?((?:\p{Lu}[\p{L}.&'’-]* ){0,4}(?:` + papers + `))(?: ?[,|·—–].*)?$`)
	dateline    = compileOne(`\((Reuters|AP|AFP|dpa|EFE|Bloomberg|ANSA|Yonhap|Kyodo|Europa Press|Xinhua|PTI|연합뉴스|共同)\)`)
)

// papers are the words that names of outlets end with, and hardly anything
// else that stands behind an author's name: a role, a place, a day.
const papers = `Echo|Times|Post|News|Herald|Tribune|Journal|Gazette|Mail|Guardian|Observer|Chronicle|Telegraph|Standard|Mirror|Examiner|` +
	`Courier|Inquirer|Dispatch|Bulletin|Reuters|AP|AFP|dpa|Bloomberg|BBC|CNN|CNBC|NPR|PBS|Zeitung|Tagblatt|Tageblatt|Rundschau|Anzeiger|Nachrichten|` +
	`Spiegel|Handelsblatt|Monde|Figaro|Échos|Libération|País|Mundo|Vanguardia`

// sourceOr is the source's name, or else the host that it publishes on.
func sourceOr(name, address string) string {
	if u, err := url.Parse(address); name == "" && err == nil {
		return strings.TrimPrefix(u.Hostname(), "www.")
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

// dateIn is the first whole date, with its year, in a line; zero where there is
// none.
func dateIn(line string) time.Time {
	best, at := time.Time{}, len(line)
	for _, form := range dateForms {
		m := form.pattern().FindStringSubmatchIndex(line)
		if m == nil || m[0] >= at {
			continue
		}
		part := func(i int) string { return line[m[2*i]:m[2*i+1]] }
		y, _ := strconv.Atoi(part(form.year))
		d, _ := strconv.Atoi(part(form.day))
		month, err := strconv.Atoi(part(form.month))
		if err != nil {
			month = monthNumber(part(form.month))
		}
		t := time.Date(y, time.Month(month), d, 0, 0, 0, 0, time.UTC)
		if month >= 1 && month <= 12 && t.Day() == d && y >= 1900 && y < 2200 {
			best, at = t, m[0]
		}
	}
	return best
}

// dateForms are the orders in which dates are written, with the groups that
// year, month and day are.
var dateForms = []struct {
	pattern          func() *regexp.Regexp
	year, month, day int
}{
	{compileOne(`([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})`), 1, 2, 3},
	{compileOne(`([0-9]{4})\s?[年년]\s?([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일]`), 1, 2, 3},
	{compileOne(`([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})`), 3, 2, 1},
	{compileOne(`(\p{Lu}\p{Ll}{2,8})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})`), 3, 1, 2},
	{compileOne(`([0-9]{1,2})(?:\.|st|nd|rd|th|er|º)? (?:de |of )?(\p{L}{3,10})\.?,?(?: del?)? ([0-9]{4})`), 3, 2, 1},
}

// monthNumber is the month that a name in one of our languages stands for; 0
// where it is none.
func monthNumber(name string) int {
	name = strings.ToLower(name)
	for i, names := range monthNames {
		for _, known := range strings.Fields(names) {
			if name == known || len(name) >= 3 && name == known[:min(3, len(known))] {
				return i + 1
			}
		}
	}
	return 0
}

var monthNames = []string{
	"january januar jänner enero janvier", "february februar febrero février févr", "march märz mrz marzo mars", "april abril avril", "may mai mayo", "june juni junio juin",
	"july juli julio juillet juil", "august agosto août", "september septiembre setiembre septembre sept", "october oktober octubre octobre", "november noviembre novembre",
	"december dezember diciembre décembre",
}

// cutFrontMatter is how long the front matter is that a text begins with, and
// its lines.
func cutFrontMatter(text string) (size int, lines []string, ok bool) {
	if !strings.HasPrefix(text, "---\n") && !strings.HasPrefix(text, "---\r\n") {
		return 0, nil, false
	}
	for line := range strings.Lines(text) {
		size += len(line)
		trimmed := strings.TrimRight(line, "\r\n")
		if trimmed == "---" && lines != nil {
			return size, lines[1:], true
		}
		lines = append(lines, trimmed)
	}
	return 0, nil, false
}
