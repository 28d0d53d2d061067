package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"collate/generator"
	"collate/generator/folder"
	"collate/generator/lsp"
	"collate/generator/plan"
	"collate/generator/preview"
	"collate/generator/publish"

	"github.com/spf13/cobra"
)

func newLSP() *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "a language server for editors, over standard input and output",
		Long: `Lsp speaks the Language Server Protocol over standard input and output. An
editor starts it and shows what lint finds while you write, how a value is
read and what the others say, names to choose from, and what to write instead.
How to set up an editor: docs/editors.md.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return lsp.Serve(cmd.Context(), os.Stdin, os.Stdout,
				lsp.Options{Version: programVersion(), Open: o.workspace})
		},
	}
	o.addInput(cmd)
	return cmd
}

// storiesAtOnce is how many stories are linted before the editor is answered:
// about a tenth of a second's work.
const storiesAtOnce = 16

// workspace opens the digest in the folder in which an editor works.
func (o *options) workspace(folder string) (*lsp.Workspace, error) {
	if folder != "" && !filepath.IsAbs(o.Content) {
		if err := os.Chdir(folder); err != nil {
			return nil, err
		}
	}
	root, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	in, err := o.input()
	if err != nil {
		return nil, err
	}
	memory, last := new(generator.Cache), generator.ReadLastBuild(publicFolder)
	return &lsp.Workspace{
		Root: root, Content: filepath.ToSlash(in.Content),
		Make: func(changed []string, open map[string][]byte) (lsp.Made, error) {
			in.Now, in.Open = o.cutOff(), open
			site, problems, err := memory.Make(in, changed)
			if err != nil {
				return lsp.Made{}, err
			}
			asked, whole := site.Lint(last, problems, storiesAtOnce)
			problems = append(slices.Clip(problems), asked...)
			problems.Sort()
			return lsp.Made{Digest: site.Digest, Problems: problems, More: !whole}, nil
		},
		Watch: func(ctx context.Context, changed func([]string)) { watchFiles(ctx, in, changed) },
	}, nil
}

// watchFiles tells which files of a site change on disk.
func watchFiles(ctx context.Context, in generator.Input, changed func([]string)) {
	nothing := plan.New()
	folders := []string{in.Content}
	if in.Templates != "" {
		folders = append(folders, in.Templates)
	}
	preview.Watch(ctx, preview.Options{
		Folders: folders,
		Ignored: folder.Ignored,
		Rebuild: func(names []string) (preview.Site, error) {
			changed(names)
			return preview.Site{Plan: nothing}, nil
		},
		Publish: func(*plan.Plan) (publish.Result, error) { return publish.Result{}, nil },
	})
}
