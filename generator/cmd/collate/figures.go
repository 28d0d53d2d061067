package main

import (
	"bytes"
	"fmt"
	"io"
	"text/tabwriter"

	"collate/generator"
	"collate/generator/digest"
	"collate/generator/export"
	"collate/generator/problem"

	"github.com/spf13/cobra"
)

// formats are what figures can be printed as.
var formats = map[string]func(*bytes.Buffer, []export.Record) error{
	"table": writeTable,
	"csv":   export.WriteCSV,
	"json":  export.WriteJSON,
}

func newFigures() *cobra.Command {
	var o options
	var story, format string
	cmd := &cobra.Command{
		Use:     "figures",
		Short:   "print who reported which value",
		Long:    "Figures prints every reported value, sorted as on the site, with how the\nreports of its figure stand together.",
		Example: "  collate figures --story openai-110b-round\n  collate figures --format csv > figures.csv",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return o.figures(cmd, story, format)
		},
	}
	o.addInput(cmd)
	cmd.Flags().StringVar(&story, "story", "", "only those of the story `SLUG`")
	cmd.Flags().StringVar(&format, "format", "table", "table, csv or json")
	o.addPrinting(cmd)
	return cmd
}

func (o *options) figures(cmd *cobra.Command, story, format string) error {
	write := formats[format]
	if write == nil {
		return usageError{fmt.Errorf("--format: %q is none of table, csv and json", format)}
	}
	in, err := o.input()
	if err != nil {
		return err
	}
	site, problems, err := generator.Make(in)
	if err != nil {
		return err
	}
	if err := o.report(cmd, problems.Errors()); err != nil {
		return err
	}
	stories := site.Digest.Stories
	if story != "" {
		if stories, err = oneStory(site.Digest, story); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if err := write(&b, export.Records(stories, site.Digest.Config.URL)); err != nil {
		return err
	}
	_, err = io.Copy(cmd.OutOrStdout(), &b)
	return err
}

func oneStory(d *digest.Digest, slug string) ([]*digest.Story, error) {
	if s := d.Story(slug); s != nil {
		return []*digest.Story{s}, nil
	}
	var slugs []string
	for _, s := range d.Stories {
		slugs = append(slugs, s.Slug)
	}
	if near, ok := problem.Nearest(slug, slugs); ok {
		return nil, usageError{fmt.Errorf("--story: there is no story %q: did you mean %q", slug, near)}
	}
	return nil, usageError{fmt.Errorf("--story: there is no story %q", slug)}
}

// writeTable lines the records up for a terminal.
func writeTable(b *bytes.Buffer, records []export.Record) error {
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	story, figure := "", ""
	for _, r := range records {
		if r.Story != story {
			fmt.Fprintf(w, "%s\n", r.Story)
			story, figure = r.Story, ""
		}
		name, stand := "", ""
		if r.Figure+r.AsOf != figure {
			name, stand = r.Figure, r.Agreement
			if r.AsOf != "" {
				name += " (" + r.AsOf + ")"
			}
			figure = r.Figure + r.AsOf
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t%s\n", printable(name), stand, printable(r.Written), printable(r.Source), r.Date)
	}
	return w.Flush()
}
