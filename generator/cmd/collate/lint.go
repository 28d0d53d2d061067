package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"collate/generator"
	"collate/generator/digest"
	"collate/generator/links"
	"collate/generator/problem"

	"github.com/spf13/cobra"
)

// problemFormats are what problems can be printed as, beside text.
var problemFormats = map[string]func(problem.List, io.Writer) error{
	"json":   problem.List.WriteJSON,
	"github": problem.List.WriteGitHub,
	"sarif":  problem.List.WriteSARIF,
}

// A linter is what collate lint is asked for.
type linter struct {
	options
	format   string
	external bool
}

func newLint() *cobra.Command {
	var l linter
	cmd := &cobra.Command{
		Use:   "lint",
		Short: "report every problem, write nothing",
		Long: `Lint reads everything that a build would read and reports every problem it
finds, each with its place and what to write instead; also numbers in the text
that contradict the figures, values that are not in their quotes, and a url that
is missing. It changes neither
content nor site. The exit status is 1 where a problem is an error.

With --external it also asks the addresses of the sources whether they still
answer; one that did is not asked again for a day, as .collate/links.json says.
Addresses of this machine and its own network are never asked.

Problems go to standard error as text, or to standard output in another format:
json (a line each), github (workflow commands, so that a pull request shows
problems beside its lines), sarif (for code scanning).`,
		Example: "  collate lint\n  collate lint --format github\n  collate lint --format sarif > problems.sarif\n  " +
			"collate lint --external",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return l.lint(cmd) },
	}
	l.addInput(cmd)
	cmd.Flags().StringVar(&l.format, "format", "text", "print problems as `FORMAT`: text, json, github or sarif")
	cmd.Flags().BoolVar(&l.external, "external", false, "ask the sources' addresses whether they still answer")
	l.addPrinting(cmd)
	completeWords(cmd, "format", "text", "json", "github", "sarif")
	return cmd
}

func (l *linter) lint(cmd *cobra.Command) error {
	if l.format != "text" && problemFormats[l.format] == nil {
		return usageError{fmt.Errorf("--format: %q is none of text, json, github and sarif", l.format)}
	}
	in, err := l.input()
	if err != nil {
		return err
	}
	site, problems, err := generator.Make(in)
	if err != nil {
		return err
	}
	if !problems.HasErrors() {
		problems = append(problems, site.Check()...)
	}
	asked, _ := site.Lint(generator.ReadLastBuild(publicFolder), problems, 0)
	problems = append(problems, asked...)
	if l.external {
		dead, err := l.deadLinks(cmd.Context(), site.Digest)
		if err != nil {
			return err
		}
		problems = append(problems, dead...)
	}
	problems.Sort()
	err = l.print(cmd, problems)
	if !l.quiet && !l.json && l.format == "text" {
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s, %s\n", l.Content, size(site), counted(problems))
	}
	return err
}

// counted says how many problems there are: 3 errors, 2 warnings.
func counted(problems problem.List) string {
	errors := len(problems.Errors())
	warnings := len(problems) - errors
	switch {
	case errors == 0 && warnings == 0:
		return "no problems"
	case errors == 0:
		return nounCount(warnings, "warning", "warnings")
	case warnings == 0:
		return nounCount(errors, "error", "errors")
	}
	return nounCount(errors, "error", "errors") + ", " + nounCount(warnings, "warning", "warnings")
}

// print prints problems in the format asked for, and reports whether there are
// errors among them. --json is how every command prints them, to standard error.
func (l *linter) print(cmd *cobra.Command, problems problem.List) error {
	write := problemFormats[l.format]
	if write == nil {
		return l.report(cmd, problems)
	}
	if l.quiet {
		problems = problems.Errors()
	}
	if err := write(problems, cmd.OutOrStdout()); err != nil {
		return err
	}
	if problems.HasErrors() {
		return errProblems
	}
	return nil
}

// deadLinks asks the addresses of sources, and warns of those that are dead.
func (l *linter) deadLinks(ctx context.Context, d *digest.Digest) (problem.List, error) {
	files := map[string][]string{} // that name an address
	var addresses []string
	note := func(address, file string) {
		if address != "" {
			addresses = append(addresses, address)
			files[address] = append(files[address], file)
		}
	}
	for _, s := range d.Summaries() {
		note(s.Source.URL, s.File)
	}
	for _, s := range d.Sources() {
		note(s.URL, s.Document.File)
	}
	memory := filepath.Join(filepath.Dir(filepath.Clean(l.Content)), ".collate", "links.json")
	known := links.Load(memory)
	c := links.Checker{Agent: "Collate/" + programVersion(), Pause: time.Second, Timeout: 20 * time.Second,
		Now: time.Now()}
	answers := c.Check(ctx, addresses, known)
	if err := links.Save(memory, answers); err != nil {
		return nil, err
	}
	var problems problem.List
	for address, a := range answers {
		for _, file := range files[address] {
			if !a.Dead() {
				break
			}
			p := problem.Problem{
				Severity: problem.Warning, Message: fmt.Sprintf("source: url: %s %s", address, a),
				Hint: "look for its new address, or for a copy in an archive",
			}
			p.Place, p.Text = placeIn(file, address)
			problems = append(problems, p)
		}
	}
	return problems, ctx.Err()
}

// placeIn is where a file has some words, and the line; the file as a whole
// where it does not have them as they stand.
func placeIn(file, words string) (problem.Place, string) {
	data, _ := os.ReadFile(filepath.FromSlash(file))
	for i, line := range strings.Split(string(data), "\n") {
		if before, _, ok := strings.Cut(line, words); ok {
			return problem.Place{File: file, Line: i + 1, Column: utf8.RuneCountInString(before) + 1},
				strings.TrimSuffix(line, "\r")
		}
	}
	return problem.Place{File: file}, ""
}
