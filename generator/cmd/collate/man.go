package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// newMan is for those who pack the program: it is not in the help.
func newMan() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "write the manual pages, one for each command",
		Long: "Man writes a manual page for each command into DIR: collate.1, collate-build.1\nand so on. Their " +
			"date is $SOURCE_DATE_EPOCH, or else today.",
		Hidden: true,
		Args:   oneArgument("man", "a folder, as in collate man man/"),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := cutOff("", time.UTC)
			if err != nil {
				return usageError{err}
			}
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return err
			}
			day = day.UTC()
			header := &doc.GenManHeader{Title: "COLLATE", Section: "1", Date: &day, Source: "Collate " +
				programVersion(),
				Manual: "Collate"}
			root := cmd.Root()
			root.DisableAutoGenTag = true
			if err := doc.GenManTree(root, header, args[0]); err != nil {
				return fmt.Errorf("man: %w", err)
			}
			return nil
		},
	}
}
