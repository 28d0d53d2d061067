package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"slices"
	"sync"

	"collate/generator"
	"collate/generator/folder"
	"collate/generator/plan"
	"collate/generator/preview"
	"collate/generator/problem"
	"collate/generator/publish"

	"github.com/spf13/cobra"
)

// liveOptions are the options of the commands that keep running.
type liveOptions struct {
	options
	addr string
	open bool
	poll bool
}

func (o *liveOptions) addWatching(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&o.poll, "poll", false, "poll for changes twice a second instead of using file events")
}

func newWatch() *cobra.Command {
	var o liveOptions
	cmd := &cobra.Command{
		Use:   "watch",
		Short: "make the site and keep it up to date",
		Long: `Watch makes the site in public/ as build does, and again whenever a file in
content/ or among the templates is saved. While the content has errors
nothing is written.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return o.watch(cmd) },
	}
	o.addInput(cmd)
	o.addOutput(cmd)
	o.addWatching(cmd)
	return cmd
}

func (o *liveOptions) watch(cmd *cobra.Command) error {
	watched, err := o.watched(cmd)
	if err != nil {
		return err
	}
	return preview.Watch(cmd.Context(), watched)
}

// watched says how to watch, rebuild, publish and report.
func (o *liveOptions) watched(cmd *cobra.Command) (preview.Options, error) {
	in, err := o.input()
	if err != nil {
		return preview.Options{}, err
	}
	memory := new(generator.Cache)
	last := generator.ReadLastBuild(o.public)
	var printing sync.Mutex // changes, problems and publishing report on their own
	folders := []string{in.Content}
	if in.Templates != "" {
		folders = append(folders, in.Templates)
	}
	return preview.Options{
		Folders: folders,
		Ignored: folder.Ignored,
		Poll:    o.poll,
		Rebuild: func(changed []string) (preview.Site, error) {
			in.Now = o.cutOff() // time has passed
			made, problems, err := memory.Make(in, changed)
			if err != nil || problems.HasErrors() {
				return preview.Site{Problems: problems}, err
			}
			problems = append(slices.Clip(problems), last.Moved(made)...)
			site := preview.Site{Plan: made.Plan, Problems: problems, Base: pathOf(made.Digest.Config.URL)}
			if o.clocked() {
				site.Due = made.Digest.Due
			}
			return site, nil
		},
		Publish: func(p *plan.Plan) (publish.Result, error) {
			return publish.Write(context.Background(), o.public, p, publish.Options{Inputs: folders})
		},
		Say: func(line string) {
			if !o.quiet && !o.json {
				printing.Lock()
				defer printing.Unlock()
				fmt.Fprintln(cmd.OutOrStdout(), line)
			}
		},
		Report: func(problems problem.List, err error) {
			printing.Lock()
			defer printing.Unlock()
			if err != nil {
				fmt.Fprintf(os.Stderr, "collate: %v\n", err)
			}
			o.report(cmd, problems)
		},
	}, nil
}

// pathOf is the path of the address at which a site will be published.
func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Path
}
