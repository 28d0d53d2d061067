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
	"collate/generator/problem"
	"collate/generator/value"
)

// Check reads the text of a summary, which is in the language of the site. All
// problems are warnings, in no order.
func Check(summary *digest.Summary, site value.Locale) problem.List {
	r := proseReader{summary: summary, locale: site}
	r.references()
	r.sentences()
	return r.problems
}

// A proseReader reads one summary.
type proseReader struct {
	summary  *digest.Summary
	locale   value.Locale // of the text, which is in the site's language
	problems problem.List

	line, offset, character int // the line of the text that was told last, and where it begins, from 0
}

// references looks at the words that are chosen for references.
func (r *proseReader) references() {
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
		if report == nil || err != nil || said.Kind == value.KindText || said.Unit != report.Value.Unit ||
			r.gives(report.Row, said) {
			continue
		}
		r.warn(ref.Place, ref.Line, ref.Words, report)
	}
}

// gives reports whether one of the values that the summary has for a figure,
// of several claimants or moments, could be the one that is said.
func (r *proseReader) gives(row *digest.Row, said value.Value) bool {
	return slices.ContainsFunc(r.summary.Reports, func(report *digest.Report) bool {
		return report.Row == row && meets(said, report.Given())
	})
}

// sentences looks at the numbers of the text, a sentence at a time.
func (r *proseReader) sentences() {
	found := draft.FindAll(chosen.ReplaceAllStringFunc(r.summary.Body, blank), r.locale)
	known := r.known()
	found = found[:min(len(found), mostNumbers, mostWordPairs/(1+len(r.summary.Reports)))]
	for len(found) > 0 {
		n := 1
		for n < len(found) && found[n].Nth == found[0].Nth {
			n++
		}
		r.sentence(found[:n], known)
		found = found[n:]
	}
}

// The most numbers of a text that are looked at, and the most times that one of
// them is compared with a report. No text that somebody wrote has as many.
const (
	mostNumbers   = 5000
	mostWordPairs = 1 << 20
)

// sentence looks at the numbers of one sentence.
func (r *proseReader) sentence(numbers []draft.Find, known map[value.Unit][]reportedValue) {
	given := map[*digest.Report]bool{} // somewhere in the sentence
	explained := make([]bool, len(numbers))
	for i, f := range numbers {
		for _, k := range known[f.Unit] {
			if meets(k.Given(), f.Value) {
				given[k.Report], explained[i] = true, true
			}
		}
	}
	type written struct{ sentence, text string }
	before := map[written]int{}
	for i, f := range numbers {
		skip := before[written{f.Sentence, f.Text}]
		before[written{f.Sentence, f.Text}]++
		if f.Kind == value.KindText || f.Kind == value.KindDate || explained[i] || len(known[f.Unit]) == 0 ||
			elsewhere(f) {
			continue
		}
		if report := r.contradicted(f, skip, known[f.Unit], given); report != nil {
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

// A reportedValue value is a report with what it is looked for by.
type reportedValue struct {
	*digest.Report
	names [][]string // the words of the names that it goes by
	label []string   // those of what it counts
}

// known are the summary's reports by their unit.
func (r *proseReader) known() map[value.Unit][]reportedValue {
	known := map[value.Unit][]reportedValue{}
	for _, report := range r.summary.Reports {
		names := [][]string{wordsOfText(report.Name.String())}
		if as := wordsOfText(report.As()); !slices.Equal(as, names[0]) {
			names = append(names, as)
		}
		unit := report.Value.Unit
		known[unit] = append(known[unit], reportedValue{report, names, wordsOfText(report.Value.Label)})
	}
	return known
}

// contradicted is the report that a number contradicts, nil where there is
// none, or more than one. The sentence has the number's text skip times before,
// and the values of those reports that are given.
func (r *proseReader) contradicted(f draft.Find, skip int, known []reportedValue,
	given map[*digest.Report]bool) *digest.Report {
	last, next, ok := around(f.Sentence, strings.Join(strings.Fields(f.Text), " "), skip)
	if !ok {
		return nil
	}
	var only *digest.Report
	for _, k := range known {
		if k.Value.Kind == value.KindText || given[k.Report] || !r.named(k, f, last, next) ||
			referred(f.Sentence, k.Report) {
			continue
		}
		if only != nil {
			return nil
		}
		only = k.Report
	}
	return only
}

// referred reports whether a sentence has a reference to what is reported.
func referred(sentence string, report *digest.Report) bool {
	return strings.Contains(sentence, "[["+report.As()) || strings.Contains(sentence, "[["+report.Name.String())
}

// meets reports whether one true value could lie behind both.
func meets(a, b value.Value) bool {
	return a.Kind == value.KindText || b.Kind == value.KindText || a.Interval.Meets(b.Interval)
}

func (r *proseReader) warn(at problem.Place, line, said string, report *digest.Report) {
	name := report.Name.String()
	r.problems = append(r.problems, problem.Problem{
		Place: at, Severity: problem.Warning, Text: line,
		Message: fmt.Sprintf("the text says %q, but the front matter has %s: %s", said, name, report.Value.Written),
		Hint:    "write [[" + name + "]], which always says the same, or mend one of the two",
	})
}

// place is the place of a character of the text, counted from 0. It is asked
// for characters in their order.
func (r *proseReader) place(start int) (problem.Place, string) {
	for {
		line, rest, more := strings.Cut(r.summary.Body[r.offset:], "\n")
		length := utf8.RuneCountInString(line) + 1
		if start < r.character+length || !more {
			return problem.Place{File: r.summary.File, Line: r.summary.First + r.line, Column: start - r.character + 1},
				line
		}
		r.character += length
		r.offset = len(r.summary.Body) - len(rest)
		r.line++
	}
}
