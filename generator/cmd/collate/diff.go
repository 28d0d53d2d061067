package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"collate/generator/content"
	"collate/generator/diff"
	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/revision"

	"github.com/spf13/cobra"
)

// diffFormats are what differences can be printed as.
var diffFormats = map[string]func(*bytes.Buffer, []diff.Change) error{
	"text": diff.WriteText, "markdown": diff.WriteMarkdown, "json": diff.WriteJSON,
}

// differ compares two states of the content.
type differ struct {
	options
	format, reason string
	record         bool
}

func newDiff() *cobra.Command {
	var o differ
	cmd := &cobra.Command{
		Use:   "diff [OLD [NEW]]",
		Short: "say which figures changed between two states of the content",
		Long: `Diff compares two states of the content as figures: values that came, went or
changed, figures whose reports came to agree or to differ, checks that began or
ceased to hold. OLD and NEW are folders or revisions of git; without them the
files are compared with the last commit. With --record what changed is added to
content/changes.jsonl, from which the site makes its page of corrections.`,
		Example: "  collate diff\n  collate diff HEAD~1 --format markdown\n  collate diff v1 v2\n" +
			"  collate diff --record --reason 'The article says $110B; we had read a caption.'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 2 {
				return usageError{fmt.Errorf("diff takes two states at most, and there are %d", len(args))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	o.addInput(cmd)
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", "print them as `FORMAT`: text, markdown or json")
	f.BoolVar(&o.record, "record", false, "add what changed to changes.jsonl in the content")
	f.StringVar(&o.reason, "reason", "", "why it changed, `TEXT` for the readers of the record")
	completeWords(cmd, "format", "text", "markdown", "json")
	o.addPrinting(cmd)
	return cmd
}

func (o *differ) run(cmd *cobra.Command, args []string) error {
	write := diffFormats[o.format]
	if write == nil {
		return usageError{fmt.Errorf("--format: %q is none of text, markdown and json", o.format)}
	}
	if o.reason != "" && !o.record {
		return usageError{errors.New("--reason is for --record: write both, or neither")}
	}
	if _, err := o.input(); err != nil {
		return err
	}
	names := append(args, "HEAD", "")[:2]
	if len(args) == 1 {
		names[1] = ""
	}
	var states [2]*digest.Digest
	for i, name := range names {
		state, err := o.state(cmd, name)
		if err != nil {
			return err
		}
		states[i] = state
	}
	changes := diff.Compare(states[0], states[1])
	var b bytes.Buffer
	if err := write(&b, changes); err != nil {
		return err
	}
	if _, err := io.Copy(cmd.OutOrStdout(), &b); err != nil {
		return err
	}
	if o.record {
		return o.append(cmd, changes)
	}
	return nil
}

// state reads a state of the content by its name: empty is the files as they
// are, a folder is one of content or has one, anything else a revision. Errors
// of the content are told; what reads is compared all the same.
func (o *differ) state(cmd *cobra.Command, name string) (*digest.Digest, error) {
	files, prefix, err := o.open(cmd.Context(), name)
	if err != nil {
		return nil, err
	}
	site, problems := folder.Read(files,
		folder.Options{Prefix: prefix, Now: o.Now, Drafts: o.Drafts, Future: o.Future})
	d, more := digest.LineUp(site)
	if n := len(append(problems, more...).Errors()); n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s; what can be read is compared\n", prefix, countOf(n, "error", "errors"))
	}
	return d, nil
}

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (o *differ) open(ctx context.Context, name string) (fs.FS, string, error) {
	if name == "" {
		return os.DirFS(o.Content), o.Content, nil
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		if within, err := os.Stat(filepath.Join(name, "content")); err == nil && within.IsDir() {
			name = filepath.Join(name, "content")
		}
		return os.DirFS(name), filepath.ToSlash(name), nil
	}
	files, err := revision.Open(ctx, o.Content, name)
	return files, name + ":" + o.Content, err
}

// append adds what changed to the record, a line each.
func (o *differ) append(cmd *cobra.Command, changes []diff.Change) error {
	if len(changes) == 0 {
		return nil
	}
	var lines bytes.Buffer
	e := json.NewEncoder(&lines)
	e.SetEscapeHTML(false)
	for _, c := range changes {
		if err := e.Encode(content.Change{
			Day: o.Now.Format("2006-01-02"), Kind: string(c.Kind), Story: c.Story, Figure: c.Figure, Check: c.Check,
			Summary: c.Summary, Source: c.Source, Claimant: c.Claimant, Date: c.Date, Old: c.Old, New: c.New,
			Updated: c.Updated, Reason: o.reason,
		}); err != nil {
			return err
		}
	}
	name := filepath.Join(o.Content, content.ChangesFile)
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(lines.Bytes())
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s added\n", name, countOf(len(changes), "line", "lines"))
	return nil
}
