package takeaway

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"collate/generator/content"
	"collate/generator/digest"

	"golang.org/x/text/unicode/norm"
)

// citationKeys name the articles of a story in citations: in ASCII, each in its
// own way.
func citationKeys(story *digest.Story) map[*digest.Summary]string {
	keys, used := map[*digest.Summary]string{}, map[string]bool{}
	for _, s := range story.Summaries {
		key := asciiKey(strings.TrimSuffix(s.Path(), "/"))
		for n := 2; used[key]; n++ {
			key = asciiKey(strings.TrimSuffix(s.Path(), "/")) + "-" + strconv.Itoa(n)
		}
		keys[s], used[key] = key, true
	}
	return keys
}

// asciiKey is a name of letters, digits and hyphens; what is none of these is
// given by its number.
func asciiKey(name string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(name) {
		switch {
		case c < unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsDigit(c)):
			b.WriteRune(c)
		case unicode.IsMark(c):
		case c > unicode.MaxASCII:
			b.WriteString(strconv.FormatInt(int64(c), 36))
		default:
			b.WriteByte('-')
		}
	}
	return b.String()
}

// writeBibTeX writes the articles of a story for BibTeX.
func writeBibTeX(b *bytes.Buffer, story *digest.Story) error {
	keys := citationKeys(story)
	for i, s := range story.Summaries {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("@misc{" + keys[s])
		field := func(key, text string) {
			if text != "" {
				b.WriteString(",\n  " + key + " = {" + text + "}")
			}
		}
		if author := s.Source.Author; author != "" {
			field("author", "{"+bibText(author)+"}")
		}
		field("title", "{"+bibText(s.Title)+"}")
		field("howpublished", bibText(s.SourceLabel.Name))
		field("year", s.Date.Time.Format("2006"))
		if s.Date.Period == content.Day || s.Date.Period == content.Month {
			b.WriteString(",\n  month = " + strings.ToLower(s.Date.Time.Format("Jan")))
		}
		if s.Date.Period == content.Day {
			field("day", strconv.Itoa(s.Date.Time.Day()))
		}
		field("language", bibText(s.Source.Language))
		field("url", bibURL(s.Source.URL))
		if !s.Source.Read.IsZero() {
			field("urldate", s.Source.Read.Time.Format("2006-01-02"))
		}
		field("note", bibNote(s))
		b.WriteString("\n}\n")
	}
	return nil
}

// bibNote is whom the article repeats and where a copy of it is.
func bibNote(s *digest.Summary) string {
	var parts []string
	if s.Source.Via != "" {
		parts = append(parts, "via "+bibText(s.Source.Via))
	}
	for _, c := range s.Copies() {
		parts = append(parts, `archived at \url{`+bibURL(c.URL)+`}`)
	}
	return strings.Join(parts, "; ")
}

// bibSigns are signs that mean something to TeX, and how it shows them.
var bibSigns = strings.NewReplacer(`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`,
	`%`, `\%`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `_`, `\_`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`,
	`"`, `{"}`)

func bibText(text string) string { return bibSigns.Replace(joinedLines(text)) }

// bibURL is an address in which no brace or backslash ends its field.
func bibURL(address string) string { return bibAddress.Replace(address) }

var bibAddress = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C")

// The Citation Style Language's JSON, as far as it is used.
type (
	cslItem struct {
		ID        string    `json:"id"`
		Type      string    `json:"type"`
		Title     string    `json:"title"`
		Author    []cslName `json:"author,omitempty"`
		Container string    `json:"container-title"`
		Issued    cslDate   `json:"issued"`
		Language  string    `json:"language,omitempty"`
		URL       string    `json:"URL,omitempty"`
		Accessed  *cslDate  `json:"accessed,omitempty"`
		Archive   string    `json:"archive_location,omitempty"`
		Source    string    `json:"source,omitempty"`
	}
	cslName struct {
		Literal string `json:"literal"`
	}
	cslDate struct {
		Parts [][]int `json:"date-parts"`
	}
)

// writeCSL writes the articles of a story as CSL JSON, an article a line.
func writeCSL(b *bytes.Buffer, story *digest.Story) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	keys := citationKeys(story)
	for i, s := range story.Summaries {
		b.WriteString(map[bool]string{true: "[\n", false: ","}[i == 0])
		item := cslItem{
			ID: keys[s], Type: "article-newspaper", Title: s.Title, Container: s.SourceLabel.Name,
			Issued: cslDateOf(s.Date), Language: s.Source.Language, URL: s.Source.URL, Source: s.Source.Via,
		}
		if s.Source.Author != "" {
			item.Author = []cslName{{s.Source.Author}}
		}
		if !s.Source.Read.IsZero() {
			read := cslDateOf(s.Source.Read)
			item.Accessed = &read
		}
		if copies := s.Copies(); len(copies) > 0 {
			item.Archive = copies[0].URL
		}
		if err := e.Encode(item); err != nil {
			return fmt.Errorf("takeaway: %w", err)
		}
	}
	b.WriteString("]\n")
	return nil
}

// cslDateOf are the parts of a date that are known.
func cslDateOf(d content.Date) cslDate {
	year, month, day := d.Time.Date()
	switch d.Period {
	case content.Day:
		return cslDate{[][]int{{year, int(month), day}}}
	case content.Month:
		return cslDate{[][]int{{year, int(month)}}}
	}
	return cslDate{[][]int{{year}}}
}
