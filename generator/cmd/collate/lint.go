package main

import (
	"fmt"

	"collate/generator"

	"github.com/spf13/cobra"
)

func newLint() *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   "lint",
		Short: "report every problem, write nothing",
		Long: `Lint reads everything that a build would read and reports every problem it
finds, each with its place and what to write instead. It writes no file.
The exit status is 1 where a problem is an error.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return o.lint(cmd) },
	}
	o.addInput(cmd)
	o.addPrinting(cmd)
	return cmd
}

func (o *options) lint(cmd *cobra.Command) error {
	in, err := o.input()
	if err != nil {
		return err
	}
	site, problems, err := generator.Make(in)
	if err != nil {
		return err
	}
	if err := o.report(cmd, problems); err != nil {
		return err
	}
	if len(problems) == 0 && !o.quiet && !o.json {
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %d stories, %d summaries, no problems\n",
			o.Content, len(site.Digest.Stories), len(site.Digest.Summaries))
	}
	return nil
}
