package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

// shells are those that completion has a script for.
var shells = map[string]func(*cobra.Command, io.Writer) error{
	"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
	"zsh":        func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) },
	"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
	"powershell": func(root *cobra.Command, w io.Writer) error { return root.GenPowerShellCompletionWithDesc(w) },
}

func newCompletion() *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "print a script that lets your shell complete commands",
		Long: `Completion prints a script for your shell. Load it once to try it, or put it
where your shell looks for such scripts:

  source <(collate completion bash)
  collate completion bash > /etc/bash_completion.d/collate
  collate completion zsh > "${fpath[1]}/_collate"
  collate completion fish > ~/.config/fish/completions/collate.fish
  collate completion powershell | Out-String | Invoke-Expression`,
		Example:   "  source <(collate completion bash)",
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) != 1:
				return usageError{errors.New("completion: name your shell: bash, zsh, fish or powershell")}
			case shells[args[0]] == nil:
				return usageError{fmt.Errorf("completion: %q is none of bash, zsh, fish and powershell", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return shells[args[0]](cmd.Root(), cmd.OutOrStdout())
		},
	}
}

// completeWords lets a shell complete a flag by a few words.
func completeWords(cmd *cobra.Command, flag string, words ...string) {
	// It fails for a flag that is not there, and a test completes each of ours.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// completeStories lets a shell complete --story by the folders of content.
func completeStories(cmd *cobra.Command, o *options) {
	_ = cmd.RegisterFlagCompletionFunc("story",
		func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			entries, _ := os.ReadDir(o.Content) // without one there is nothing to complete
			var stories []string
			for _, e := range entries {
				if e.IsDir() && e.Name() != "sources" && e.Name()[0] != '.' {
					stories = append(stories, e.Name())
				}
			}
			return stories, cobra.ShellCompDirectiveNoFileComp
		})
}
