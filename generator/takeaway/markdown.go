package takeaway

import (
	"bytes"
	"fmt"
	"strings"

	"collate/generator/digest"
	"collate/generator/textfragment"
)

// writeMarkdown writes a table as GitHub and most others read it. A source is a
// link into the article, at the words where there are some; the addresses
// follow below, each once.
func writeMarkdown(b *bytes.Buffer, t copiedTable, d *digest.Digest) error {
	writeRow(b, t.heads)
	b.WriteString("| --- | --- | --- |\n")
	var targets addresses
	for _, f := range t.figures {
		name := f.name
		for _, l := range f.lines {
			var sources []string
			for _, r := range l.reports {
				source := targets.link(r.Summary.SourceLabel.Name, textfragment.Link(r.Summary.Source.URL, r.Quote))
				if r.Quote != "" {
					source += " “" + markdownText(r.Quote) + "”"
				}
				sources = append(sources, source)
			}
			writeRow(b, []string{markdownText(name), markdownText(l.value), strings.Join(sources, ", ")})
			name = ""
		}
	}
	story, site := "", d.Config.URL
	if site != "" {
		story = digest.URL(site, t.story.Path())
	}
	b.WriteString("\n" + targets.link(t.story.Title, story) + ", " + targets.link(d.Config.Title, site) + "\n\n")
	for i, address := range targets.all {
		fmt.Fprintf(b, "[%d]: <%s>\n", i+1, markdownAddress.Replace(address))
	}
	return nil
}

func writeRow(b *bytes.Buffer, cells []string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

// addresses are those that links lead to, by number from 1.
type addresses struct {
	all     []string
	numbers map[string]int
}

// link is words that lead to an address, if there is one.
func (a *addresses) link(words, address string) string {
	if address == "" {
		return markdownText(words)
	}
	if a.numbers[address] == 0 {
		if a.numbers == nil {
			a.numbers = map[string]int{}
		}
		a.all = append(a.all, address)
		a.numbers[address] = len(a.all)
	}
	return fmt.Sprintf("[%s][%d]", markdownText(words), a.numbers[address])
}

var markdownAddress = strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C")

// markdownEscapes are what means something to Markdown within a cell of a table.
// Three are written by name, since not everything heeds a backslash before them.
var markdownEscapes = strings.NewReplacer(`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `{`, `\{`, `}`, `\}`, `[`, `\[`,
	`]`, `\]`, `~`, `\~`, `$`, `\$`, `@`, `\@`, `://`, `\://`, `|`, `&#124;`, `<`, `&lt;`, `&`, `&amp;`)

// markdownText is text that Markdown shows as it stands.
func markdownText(text string) string { return markdownEscapes.Replace(joinedLines(text)) }
