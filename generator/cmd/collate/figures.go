package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"collate/generator"
	"collate/generator/agreement"
	"collate/generator/digest"
	"collate/generator/export"
	"collate/generator/problem"
	"collate/generator/slug"
	"collate/generator/takeaway"
	"collate/generator/value"

	"github.com/spf13/cobra"
)

// formats are what figures can be printed as, and takeaways those that are
// tables for texts.
var (
	formats = map[string]func(*bytes.Buffer, []export.Record) error{
		"table": writeTable,
		"csv":   export.WriteCSV,
		"json":  export.WriteJSON,
	}
	takeaways = map[string]takeaway.Format{
		"markdown": takeaway.Markdown,
		"wikitext": takeaway.Wikitext,
	}
)

// A question says which values are asked for; an empty list asks for all.
type question struct {
	options
	stories, sources, names, agreements, claimants []string
	format                                         string
}

func newFigures() *cobra.Command {
	var q question
	cmd := &cobra.Command{
		Use:   "figures",
		Short: "print who reported which value",
		Long: `Figures prints every reported value, sorted as on the site, with how the
reports of its figure stand together. Flags narrow it down; one that is given
twice, or with words between commas, asks for either.`,
		Example: "  collate figures --story openai-110b-round\n  collate figures --agreement differ --name 'Round " +
			"total'\n" +
			"  collate figures --source Mint,Verdict\n  collate figures --format csv > figures.csv",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return q.answer(cmd) },
	}
	q.addInput(cmd)
	f := cmd.Flags()
	f.StringSliceVar(&q.stories, "story", nil, "only those of the story `SLUG`")
	f.StringSliceVar(&q.sources, "source", nil, "only those that the source `NAME` reports")
	f.StringSliceVar(&q.names, "name", nil, "only the figure, or the group of figures, called `NAME`")
	f.StringSliceVar(&q.claimants, "by", nil, "only those that are the word of `CLAIMANT`")
	f.StringSliceVar(&q.agreements, "agreement", nil,
		"only figures whose reports are `HOW`: single, same, consistent, moved, differ or incomparable")
	f.StringVar(&q.format, "format", "table", "print them as `FORMAT`: table, csv, json, or per story markdown or "+
		"wikitext")
	completeStories(cmd, &q.options)
	completeWords(cmd, "agreement", agreements...)
	completeWords(cmd, "format", "table", "csv", "json", "markdown", "wikitext")
	q.addPrinting(cmd)
	return cmd
}

var agreements = []string{
	string(agreement.Single), string(agreement.Same), string(agreement.Consistent), string(agreement.Moved),
	string(agreement.Differ), string(agreement.Incomparable),
}

func (q *question) answer(cmd *cobra.Command) error {
	if formats[q.format] == nil && takeaways[q.format] == nil {
		return usageError{fmt.Errorf("--format: %q is none of table, csv, json, markdown and wikitext", q.format)}
	}
	in, err := q.input()
	if err != nil {
		return err
	}
	site, problems, err := generator.Make(in)
	if err != nil {
		return err
	}
	if err := q.report(cmd, problems.Errors()); err != nil {
		return err
	}
	chosen, err := q.choose(site.Digest)
	if err != nil {
		return usageError{err}
	}
	var b bytes.Buffer
	if err := q.write(&b, site, chosen); err != nil {
		return err
	}
	_, err = io.Copy(cmd.OutOrStdout(), &b)
	return err
}

// write writes the chosen values.
func (q *question) write(b *bytes.Buffer, site *generator.Site, chosen func(export.Record) bool) error {
	url := site.Digest.Config.URL
	if write := takeaways[q.format]; write != nil {
		return write(b, site.Digest, site.Words,
			func(r *digest.Report) bool { return chosen(export.RecordOf(r, url)) })
	}
	records := slices.DeleteFunc(export.Records(site.Digest.Stories, url),
		func(r export.Record) bool { return !chosen(r) })
	return formats[q.format](b, records)
}

// choose is which records are asked for. Words that nothing is called by are
// errors, with the likely one.
func (q *question) choose(d *digest.Digest) (func(export.Record) bool, error) {
	var stories, sources, figures, claimants []string
	known, voices := map[string]bool{"": true}, map[string]bool{}
	for _, s := range d.Stories {
		stories = append(stories, s.Slug)
		for _, row := range s.Rows {
			for _, report := range row.Reports {
				if name := report.Claimant.Name; !voices[name] {
					voices[name] = true
					claimants = append(claimants, name)
				}
			}
			for _, name := range []string{row.Name.Group, row.Name.String()} {
				if !known[name] {
					known[name] = true
					figures = append(figures, name)
				}
			}
		}
	}
	for _, s := range d.Sources() {
		sources = append(sources, s.Name)
	}
	for _, ask := range []struct {
		flag, what   string
		words, known []string
	}{
		{"--story", "story", q.stories, stories}, {"--source", "source", q.sources, sources},
		{"--name", "figure", q.names, figures}, {"--agreement", "agreement", q.agreements, agreements},
		{"--by", "claimant", q.claimants, claimants},
	} {
		for _, word := range ask.words {
			if !among(word, ask.known) {
				return nil, unknownWord(ask.flag, ask.what, word, ask.known)
			}
		}
	}
	return func(r export.Record) bool {
		return asked(q.stories, r.Story) && asked(q.sources, r.Source) && asked(q.names, r.Figure, r.Group) &&
			asked(q.agreements, r.Agreement) &&
			asked(q.claimants, r.Claimant)
	}, nil
}

// asked reports whether one of the names is among the words, or all are asked for.
func asked(words []string, names ...string) bool {
	return len(words) == 0 || slices.ContainsFunc(names, func(name string) bool { return among(name, words) })
}

// among reports whether a word is one of those, as names and slugs match.
func among(word string, words []string) bool {
	key, address := value.FoldName(word), slug.Of(word)
	return slices.ContainsFunc(words, func(w string) bool { return value.FoldName(w) == key || slug.Of(w) == address })
}

func unknownWord(flag, what, word string, known []string) error {
	if near, ok := problem.Nearest(word, known); ok {
		return fmt.Errorf("%s: there is no %s %q: did you mean %q?", flag, what, word, near)
	}
	if len(known) <= 10 {
		return fmt.Errorf("%s: there is no %s %q\nhint: there are: %s", flag, what, word, strings.Join(known, ", "))
	}
	return fmt.Errorf("%s: there is no %s %q", flag, what, word)
}

// writeTable lines the records up for a terminal, a story under its slug and a
// figure by its name.
func writeTable(b *bytes.Buffer, records []export.Record) error {
	var rows [][]string
	story, figure, stood := "", "", ""
	for _, r := range records {
		if r.Story != story {
			rows = append(rows, []string{r.Story})
			story, figure, stood = r.Story, "", ""
		}
		name, stand := "", ""
		if r.Figure != figure {
			name, figure, stood = r.Figure, r.Figure, ""
		}
		if r.Agreement != stood {
			stand, stood = r.Agreement, r.Agreement
		}
		row := []string{"  " + printableText(name), stand, printableText(r.Written), printableText(r.Source), r.Date}
		if more := unusable(r); more != "" {
			row = append(row, printableText(more))
		}
		rows = append(rows, row)
	}
	alignRows(b, rows)
	return nil
}

// unusable is what else there is to say of a record: whose word it is, of when, and
// what has become of it.
func unusable(r export.Record) string {
	var all []string
	if r.Claimant != r.Source {
		all = append(all, "according to "+r.Claimant)
	}
	if r.AsOf != "" {
		all = append(all, "as of "+r.AsOf)
	}
	if r.Stage != "" {
		all = append(all, r.Stage)
	}
	if r.Standing != string(digest.Current) {
		all = append(all, r.Standing)
	}
	return strings.Join(all, ", ")
}

// alignRows writes rows with their cells in columns, two spaces apart. A row
// of one cell is a heading, and takes no part.
func alignRows(b *bytes.Buffer, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if len(row) == 1 {
				break
			}
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], problem.Columns(cell))
		}
	}
	for _, row := range rows {
		for i, cell := range row {
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-problem.Columns(cell)+2))
			}
		}
		b.WriteByte('\n')
	}
}
