package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"collate/generator"
	"collate/generator/export"

	"github.com/spf13/cobra"
)

// checkFormats are what checks can be printed as.
var checkFormats = map[string]func(*bytes.Buffer, []export.CheckRecord) error{
	"table": writeChecksTable,
	"json":  export.WriteChecksJSON,
}

// A checksQuestion says the checks of which stories are asked for; of all where
// it names none.
type checksQuestion struct {
	options
	stories []string
	format  string
}

func newChecks() *cobra.Command {
	var q checksQuestion
	cmd := &cobra.Command{
		Use:   "checks",
		Short: "print every check, who holds it and who doesn't",
		Long: `Checks prints for every check of a story how it stands for each summary that
reports a figure of it, on the word of each claimant: it holds, fails, is
incomplete, implies what is missing, or says nothing (silent).`,
		Example: "  collate checks --story openai-110b-round\n  collate checks --format json",
		Args:    noArguments,
		RunE:    func(cmd *cobra.Command, _ []string) error { return q.answer(cmd) },
	}
	q.addInput(cmd)
	cmd.Flags().StringSliceVar(&q.stories, "story", nil, "only those of the story `SLUG`")
	cmd.Flags().StringVar(&q.format, "format", "table", "print them as `FORMAT`: table or json")
	completeStories(cmd, &q.options)
	completeWords(cmd, "format", "table", "json")
	q.addPrinting(cmd)
	return cmd
}

func (q *checksQuestion) answer(cmd *cobra.Command) error {
	if checkFormats[q.format] == nil {
		return usageError{fmt.Errorf("--format: %q is neither table nor json", q.format)}
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
	var known []string
	for _, s := range site.Digest.Stories {
		known = append(known, s.Slug)
	}
	for _, word := range q.stories {
		if !among(word, known) {
			return usageError{unknownWord("--story", "story", word, known)}
		}
	}
	records := slices.DeleteFunc(export.CheckRecords(site.Digest.Stories, site.Digest.Config.URL),
		func(r export.CheckRecord) bool { return !asked(q.stories, r.Story) })
	var b bytes.Buffer
	if err := checkFormats[q.format](&b, records); err != nil {
		return err
	}
	_, err = io.Copy(cmd.OutOrStdout(), &b)
	return err
}

// writeChecksTable lines the records up for a terminal, a story under its slug
// and a check under its equation.
func writeChecksTable(b *bytes.Buffer, records []export.CheckRecord) error {
	var rows [][]string
	story, equation := "", ""
	for _, r := range records {
		if r.Story != story {
			rows = append(rows, []string{r.Story})
			story, equation = r.Story, ""
		}
		if r.Check != equation {
			rows = append(rows, []string{"  " + printableText(r.Check)})
			equation = r.Check
		}
		row := []string{"    " + r.Result, printableText(r.Source), r.Date, printableText(r.Equation)}
		if more := checkAside(r); more != "" {
			row = append(row, printableText(more))
		}
		rows = append(rows, row)
	}
	alignRows(b, rows)
	return nil
}

// checkAside is what else there is to say of how a check stands.
func checkAside(r export.CheckRecord) string {
	var all []string
	if r.Off != "" {
		all = append(all, "off by "+r.Off)
	}
	if r.GapIs != "" {
		all = append(all, "as much as "+r.GapIs)
	}
	if r.Claimant != r.Source {
		all = append(all, "according to "+r.Claimant)
	}
	return strings.Join(all, ", ")
}
