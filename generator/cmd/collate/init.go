package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"collate/generator/starter"

	"github.com/spf13/cobra"
)

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "start a site of your own",
		Long: `Init puts into DIR (default: this folder) what a site of your own needs: content
to learn from, a README, and a workflow that publishes it on GitHub Pages. It
builds at once. Files that are there already are kept as they are, and where
there is a content/index.md no example content is added.`,
		Example: "  collate init my-digest\n  cd my-digest && collate build",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{fmt.Errorf("unexpected argument %q", args[1])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			return initialise(cmd.OutOrStdout(), dir)
		},
	}
}

// initialise writes the starter files that are not there yet. It goes through
// a root, so that no link leads out of the folder.
func initialise(w io.Writer, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	_, err = root.Lstat("content/index.md")
	own := err == nil
	files := starter.Files()
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if own && strings.HasPrefix(name, "content/") {
			if name == "content/index.md" {
				fmt.Fprintf(w, "kept  %s\n", filepath.Join(dir, "content"))
			}
			return nil
		}
		return put(w, root, files, name, filepath.Join(dir, filepath.FromSlash(name)))
	})
}

// put writes one starter file, shown as the path given, unless it is there.
func put(w io.Writer, root *os.Root, files fs.FS, name, shown string) error {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return fmt.Errorf("init: %w", err)
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		fmt.Fprintf(w, "kept  %s\n", shown)
		return nil
	}
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	if _, err := f.Write(data); err != nil {
		f.Close()
		return fmt.Errorf("init: %w", err)
	}
	fmt.Fprintf(w, "made  %s\n", shown)
	return f.Close()
}
