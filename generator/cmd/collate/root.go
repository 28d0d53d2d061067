package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"runtime/debug"
	"strings"

	"collate/generator/problem"

	"github.com/spf13/cobra"
)

const rootHelp = `Collate turns a folder of Markdown summaries into a static news digest:
a timeline of what was reported when, and tables of who reported what,
where sources differ, and whether the parts add up.

In a folder that has content/, no command needs a flag:

  collate build                   make the site in public/
  collate serve                   show it in the browser, live while you write
  collate lint                    report every problem, write nothing
  collate value '$110B' '$120B'   how values are read, and whether they agree

To start a site of your own: collate init DIR`

// newRoot is the command with all its sub-commands.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "collate",
		Short:         "a static news digest that lines up the numbers",
		Long:          rootHelp,
		Version:       programVersion(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          func(cmd *cobra.Command, args []string) error { return unknownCommand(cmd, args) },
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("collate {{.Version}}\n")
	root.SetFlagErrorFunc(unknownFlag)
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.DisableDefaultCmd = true // newCompletion is ours
	root.SetOut(os.Stdout)
	root.SetErr(os.Stderr)
	root.AddCommand(newInit(), newBuild(), newServe(), newWatch(), newLint(), newNew(), newDraft(), newImport(),
		newFigures(), newChecks(), newDiff(), newArchive(), newValue(),
		newLSP(), newCompletion(), newMan())
	cobra.EnableCommandSorting = false
	return root
}

// unknownCommand is a usage error with the likely command.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	message := fmt.Sprintf("there is no command %q", args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		message += fmt.Sprintf(": did you mean %q?", near[0])
	}
	return usageError{errors.New(message)}
}

// flagName finds the flags in what help says of them.
var flagName = regexp.MustCompile(`(?m)^ +(?:-\w, )?--([\w-]+)`)

// unknownFlag is a usage error with the likely flag.
func unknownFlag(cmd *cobra.Command, err error) error {
	wrong, ok := strings.CutPrefix(err.Error(), "unknown flag: --")
	if ok {
		var known []string
		for _, found := range flagName.FindAllStringSubmatch(cmd.Flags().FlagUsages(), -1) {
			known = append(known, found[1])
		}
		if near, ok := problem.Nearest(wrong, known); ok {
			err = fmt.Errorf("%w: did you mean --%s?", err, near)
		}
	}
	return usageError{err}
}

// noArguments refuses arguments of commands that take none.
func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("unexpected argument %q", args[0])}
	}
	return nil
}

// programVersion is the module's version, as the go command recorded it.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
