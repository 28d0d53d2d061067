package takeaway

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
)

// writeWikitext writes a table in MediaWiki's markup. A source is cited where
// it stands first, and named by its reference after that; other words of the same
// article are a reference of their own.
func writeWikitext(b *bytes.Buffer, t copiedTable) error {
	b.WriteString("{| class=\"wikitable\"\n|+ " + wikiText(t.story.Title) + "\n|-\n")
	for _, head := range t.heads {
		b.WriteString("! scope=\"col\" | " + wikiText(head) + "\n")
	}
	refs := references{citationKeys(t.story), map[citation]string{}, map[string]bool{}}
	for _, f := range t.figures {
		for i, l := range f.lines {
			b.WriteString("|-\n")
			if i == 0 {
				b.WriteString("! scope=\"row\"" + rowspan(len(f.lines)) + " | " + wikiText(f.name) + "\n")
			}
			b.WriteString("| " + wikiText(l.value) + "\n| ")
			for j, r := range l.reports {
				if j > 0 {
					b.WriteString(", ")
				}
				b.WriteString(wikiText(r.Summary.SourceLabel.Name))
				refs.write(b, r)
			}
			b.WriteByte('\n')
		}
	}
	b.WriteString("|}\n")
	return nil
}

func rowspan(lines int) string {
	if lines < 2 {
		return ""
	}
	return fmt.Sprintf(` rowspan="%d"`, lines)
}

// references are the names of references by what they cite.
type references struct {
	keys  map[*digest.Summary]string
	names map[citation]string
	used  map[string]bool
}

// citation is an article, and the words of it that are quoted.
type citation struct {
	summary *digest.Summary
	quote   string
}

// write cites a report's article, or names its reference where it is cited
// already.
func (refs *references) write(b *bytes.Buffer, r *digest.Report) {
	about := citation{r.Summary, r.Quote}
	if name, cited := refs.names[about]; cited {
		b.WriteString(`<ref name="` + name + `" />`)
		return
	}
	name := refs.keys[r.Summary]
	for n := 2; refs.used[name]; n++ {
		name = refs.keys[r.Summary] + "-q" + strconv.Itoa(n)
	}
	refs.names[about], refs.used[name] = name, true
	b.WriteString(`<ref name="` + name + `">{{cite news`)
	s := r.Summary
	parameter := func(key, text string) {
		if text != "" {
			b.WriteString(" |" + key + "=" + text)
		}
	}
	parameter("title", wikiText(s.Title))
	parameter("author", wikiText(s.Source.Author))
	parameter("work", wikiText(s.SourceLabel.Name))
	parameter("agency", wikiText(s.Source.Via))
	parameter("date", citedDate(s.Date))
	parameter("language", wikiText(s.Source.Language))
	parameter("url", wikiURL(s.Source.URL))
	if copies := s.Copies(); len(copies) > 0 && s.Source.URL != "" {
		parameter("url-status", "live")
		parameter("archive-url", wikiURL(copies[0].URL))
		parameter("archive-date", copies[0].Day)
	}
	if s.Source.URL != "" && !s.Source.Read.IsZero() {
		parameter("access-date", s.Source.Read.Time.Format("2006-01-02"))
	}
	parameter("quote", wikiText(r.Quote))
	b.WriteString("}}</ref>")
}

// citedDate is a date as {{cite news}} takes it: a day, or the month or year
// that is known.
func citedDate(d content.Date) string {
	switch d.Period {
	case content.Month:
		return d.Time.Format("January 2006")
	case content.Day:
		return d.Time.Format("2006-01-02")
	}
	return d.Time.Format("2006")
}

// wikiSigns are what means something to MediaWiki within a line: signs of
// their own, and those that do where there are several.
var wikiSigns = strings.NewReplacer("|", "&#124;", "{", "&#123;", "}", "&#125;", "[", "&#91;", "]", "&#93;",
	"<", "&#60;", ">", "&#62;", "&", "&#38;", "=", "&#61;", "''", "&#39;&#39;", "~~~", "&#126;&#126;&#126;",
	"__", "&#95;&#95;", "!!", "&#33;&#33;")

// wikiText is text that MediaWiki shows as it stands, in a cell, a parameter of
// a template, or anywhere within a line.
func wikiText(text string) string { return wikiSigns.Replace(joinedLines(text)) }

var wikiAddress = strings.NewReplacer("|", "%7C", "{", "%7B", "}", "%7D", "[", "%5B", "]", "%5D", "'", "%27")

// wikiURL is an address in which no sign is MediaWiki's.
func wikiURL(address string) string {
	return wikiAddress.Replace(address)
}
