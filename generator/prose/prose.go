// Package prose reads the texts of summaries for numbers that contradict their
// front matter.
//
// A [[figure]] always says what the front matter says. A number that is typed
// out can go wrong, in two ways that are told here as warnings:
//
//   - [[Round total|$120B]], where the summary reports $110B: words that are
//     read as a value which no true value shares with the one that is reported;
//   - "the round total of $120B": a number in the unit of a figure, with the
//     figure's name close by in the same sentence.
//
// The second is a guess, and is only made where everything speaks for it. The
// name stands there as it is written, but for endings, and no longer name that
// the story has does; the number is near it, and counts the same thing, where
// it counts one; nothing else that the summary reports in that unit explains
// the number; the sentence does not give the reported value as well; and it has
// no word of other times or other people, of whom something else may be true.
package prose

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"collate/generator/digest"
	"collate/generator/draft"
	"collate/generator/markdown"
	"collate/generator/parallel"
	"collate/generator/problem"
	"collate/generator/value"
)

// Check reads the texts of all summaries. All problems are warnings, in no
// order.
func Check(d *digest.Digest) problem.List {
	summaries := d.Summaries()
	found := make([]problem.List, len(summaries))
	parallel.Do(len(summaries), func(i int) {
		r := reader{summary: summaries[i], locale: d.Config.Locale()}
		r.references()
		r.sentences()
		found[i] = r.problems
	})
	return slices.Concat(found...)
}

// A reader reads one summary.
type reader struct {
	summary  *digest.Summary
	locale   value.Locale // of the text, which is in the site's language
	problems problem.List
}

// references looks at the words that are chosen for references.
func (r *reader) references() {
	if !strings.Contains(r.summary.Body, "[[") {
		return
	}
	doc := markdown.Parse(r.summary.Body, markdown.Position{File: r.summary.File, Line: r.summary.First})
	for _, ref := range doc.References() {
		if ref.Story != "" || ref.Words == "" {
			continue
		}
		report := r.summary.Report(ref.Name)
		said, err := r.locale.Parse(ref.Words)
		if report == nil || err != nil || said.Kind == value.KindText || said.Unit != report.Value.Unit || meets(said, report.Value) {
			continue
		}
		r.warn(ref.Place, ref.Line, ref.Words, report)
	}
}

// sentences looks at the numbers of the text.
func (r *reader) sentences() {
	found := draft.Find(chosen.ReplaceAllStringFunc(r.summary.Body, blank), r.locale)
	for i, f := range found {
		if f.Kind == value.KindText || f.Kind == value.KindDate || r.explained(f.Value) || elsewhere(f) {
			continue
		}
		if report := r.contradicted(f, found, i); report != nil {
			place, line := r.place(f.Start)
			r.warn(place, line, f.Text, report)
		}
	}
}

// chosen are the words that a reference chooses.
var chosen = regexp.MustCompile(`\|[^\[\]|]*\]\]`)

// blank is as many characters, from which no number is read.
func blank(words string) string {
	return "|" + strings.Repeat(" ", utf8.RuneCountInString(words)-3) + "]]"
}

// explained says whether one of the summary's figures may be what v is.
func (r *reader) explained(v value.Value) bool {
	for _, report := range r.summary.Reports {
		if report.Value.Unit == v.Unit && meets(report.Value, v) {
			return true
		}
	}
	return false
}

// contradicted is the report that a number contradicts, nil where there is
// none, or more than one.
func (r *reader) contradicted(f draft.Figure, found []draft.Figure, n int) *digest.Report {
	var only *digest.Report
	for _, report := range r.summary.Reports {
		if report.Value.Unit != f.Unit || report.Value.Kind == value.KindText || r.satisfied(report, f, found) {
			continue
		}
		if !r.named(report, f, occurrence(found, n)) {
			continue
		}
		if only != nil {
			return nil
		}
		only = report
	}
	return only
}

// satisfied says whether the sentence of f gives the reported value as well.
func (r *reader) satisfied(report *digest.Report, f draft.Figure, found []draft.Figure) bool {
	for _, other := range found {
		if other.Sentence == f.Sentence && other.Unit == report.Value.Unit && meets(other.Value, report.Value) {
			return true
		}
	}
	return strings.Contains(f.Sentence, "[["+report.As()) || strings.Contains(f.Sentence, "[["+report.Name.String())
}

// occurrence is how many figures before found[n] in its sentence have its text.
func occurrence(found []draft.Figure, n int) int {
	count := 0
	for _, f := range found[:n] {
		if f.Sentence == found[n].Sentence && f.Text == found[n].Text {
			count++
		}
	}
	return count
}

// meets says whether one true value could lie behind both.
func meets(a, b value.Value) bool {
	return a.Kind == value.KindText || b.Kind == value.KindText || a.Interval.Meets(b.Interval)
}

func (r *reader) warn(at problem.Place, line, said string, report *digest.Report) {
	name := report.Name.String()
	r.problems = append(r.problems, problem.Problem{
		Place: at, Severity: problem.Warning, Text: line,
		Message: fmt.Sprintf("the text says %q, but the front matter has %s: %s", said, name, report.Value.Written),
		Hint:    "write [[" + name + "]], which always says the same, or mend one of the two",
	})
}

// place is the place of a character of the text, counted from 0.
func (r *reader) place(start int) (problem.Place, string) {
	lines := strings.Split(r.summary.Body, "\n")
	for i, line := range lines {
		length := utf8.RuneCountInString(line) + 1
		if start < length {
			return problem.Place{File: r.summary.File, Line: r.summary.First + i, Column: start + 1}, line
		}
		start -= length
	}
	return problem.Place{File: r.summary.File}, ""
}
