package takeaway

import (
	"slices"
	"strings"

	"collate/generator/agreement"
	"collate/generator/digest"
	"collate/generator/i18n"
)

// copiedTable is a story's comparison, figure by figure and value by value.
type copiedTable struct {
	story   *digest.Story
	heads   []string // of the columns: figure, value, sources
	figures []figureWidget
}

// figureWidget is what the lines of a figure have in common.
type figureWidget struct {
	name  string // and that its values differ
	lines []citationLine
}

// citationLine is a value as it is written, with whose word it is and of when, and
// those who write it.
type citationLine struct {
	value   string
	reports []*digest.Report
}

// left are the reports that no longer stand.
var left = []digest.Standing{digest.Replaced, digest.Corrected, digest.Withdrawn}

// tableOf makes the table of a story from the reports that are kept.
func tableOf(s *digest.Story, words *i18n.Words, keep func(*digest.Report) bool) copiedTable {
	t := copiedTable{story: s, heads: []string{
		words.Text("table.figure"), words.Text("take.value"), words.Text("nav.sources")}}
	for _, row := range s.Rows {
		f := figureWidget{name: row.Name.String()}
		if row.Kind == agreement.Differ {
			f.name += " (≠ " + words.Text("kind.differ") + ")"
		}
		for _, r := range row.Reports {
			if !slices.Contains(left, r.Standing) && keep(r) {
				f.add(r, words)
			}
		}
		if len(f.lines) > 0 {
			t.figures = append(t.figures, f)
		}
	}
	return t
}

// add puts a report into the line that says the same, or begins one.
func (f *figureWidget) add(r *digest.Report, words *i18n.Words) {
	said := said(r, words)
	for i := range f.lines {
		if f.lines[i].value == said {
			f.lines[i].reports = append(f.lines[i].reports, r)
			return
		}
	}
	f.lines = append(f.lines, citationLine{said, []*digest.Report{r}})
}

// said is a report's value, and behind it whose word it is and of when, where
// it says so.
func said(r *digest.Report, words *i18n.Words) string {
	var asides []string
	if r.By != "" {
		asides = append(asides, words.Text("note.by", "by", r.By))
	}
	if !r.AsOf.IsZero() {
		asides = append(asides, words.Text("as.of", "date", words.Day(r.AsOf)))
	}
	if r.Stage != "" {
		asides = append(asides, r.Stage)
	}
	text := words.Written(r.Value)
	if len(asides) > 0 {
		text += " – " + strings.Join(asides, words.Text("list.comma"))
	}
	return text
}

// joinedLines is a text without line ends.
func joinedLines(text string) string {
	if strings.ContainsAny(text, "\n\r\t") {
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}
