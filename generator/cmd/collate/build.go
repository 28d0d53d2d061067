package main

import (
	"fmt"
	"os"
	"time"

	"collate/generator"

	"github.com/spf13/cobra"
)

func newBuild() *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   "build",
		Short: "make the site",
		Long: `Build reads content/ and makes the site in public/. Files whose bytes have
not changed are left alone, files of an earlier build that are no longer
wanted are removed, and files that Collate did not make are never touched.
While the content has errors nothing is written.`,
		Example: "  collate build\n  collate build --url https://example.org/digest/ --drafts",
		Args:    noArguments,
		RunE:    func(cmd *cobra.Command, _ []string) error { return o.build(cmd) },
	}
	o.addInput(cmd)
	o.addOutput(cmd)
	return cmd
}

func (o *options) build(cmd *cobra.Command) error {
	start := time.Now()
	in, err := o.input()
	if err != nil {
		return err
	}
	site, problems, err := generator.Make(in)
	if err != nil {
		return err
	}
	problems = append(problems, generator.ReadLastBuild(o.public).Moved(site)...)
	problems.Sort()
	if err := o.report(cmd, problems); err != nil {
		return err
	}
	ctx, stop := untilTold(cmd.Context())
	defer stop()
	progress := newProgress(os.Stderr)
	result, err := site.Publish(ctx, o.public, progress.show)
	progress.end()
	if err != nil {
		return err
	}
	if !o.quiet && !o.json {
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s; %s written, %d unchanged, %d removed in %s\n",
			o.public, size(site), nounCount(result.Written, "file", "files"),
			result.Unchanged, result.Removed, time.Since(start).Round(time.Millisecond))
	}
	return nil
}

// size says how large a site is, and what is not in it: 1 story, 3 summaries,
// 1 draft left out.
func size(site *generator.Site) string {
	d := site.Digest
	text := nounCount(len(d.Stories), "story", "stories") + ", " + nounCount(d.Outline.Summaries, "summary",
		"summaries")
	if d.Drafts > 0 {
		text += ", " + nounCount(d.Drafts, "draft", "drafts") + " left out (--drafts)"
	}
	if d.Later > 0 {
		text += ", " + fmt.Sprint(d.Later) + " dated in the future left out (--future)"
	}
	return text
}

// nounCount is a number with the word for what it counts.
func nounCount(n int, one, many string) string {
	if n == 1 {
		many = one
	}
	return fmt.Sprint(n, " ", many)
}
