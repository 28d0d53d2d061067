package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
	_ "time/tzdata" // time zones, for a machine that has no list of its own

	"collate/generator"
	"collate/generator/folder"
	"collate/generator/problem"

	"github.com/spf13/cobra"
)

// options are the flags that several commands share.
type options struct {
	generator.Input
	public string
	now    string
	quiet  bool
	json   bool
}

// addInput adds the flags that say what a site is made from.
func (o *options) addInput(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.Content, "content", "content", "read content from `DIR`")
	f.StringVar(&o.Templates, "templates", "", "override built-in templates with files in `DIR`")
	f.StringVar(&o.URL, "url", "", "publish at `URL` (default: as content/index.md says)")
	f.BoolVar(&o.Drafts, "drafts", false, "include drafts")
	f.BoolVar(&o.Future, "future", false, "include summaries dated in the future")
	f.StringVar(&o.now, "now", "",
		"treat summaries dated after `DATE`, or an RFC 3339 time, as future (default: $SOURCE_DATE_EPOCH, else the "+
			"clock)")
}

// publicFolder is where a site goes unless somebody says otherwise.
const publicFolder = "public"

// addOutput adds the flags that say where the site goes and what is printed.
func (o *options) addOutput(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.public, "public", publicFolder, "write the site to `DIR`")
	o.addPrinting(cmd)
}

func (o *options) addPrinting(cmd *cobra.Command) {
	cmd.Flags().BoolVarP(&o.quiet, "quiet", "q", false, "print nothing but errors")
	cmd.Flags().BoolVar(&o.json, "json", false, "print problems as JSON lines")
}

// noContent is what to do where there is no folder of content.
const noContent = "run this where your content folder is, name it with --content DIR, or begin a site with collate " +
	"init my-digest"

// input settles what the flags leave open.
func (o *options) input() (generator.Input, error) {
	if _, err := cutOff(o.now, time.UTC); err != nil {
		return o.Input, usageError{err}
	}
	if err := folderAt(o.Content, noContent); err != nil {
		return o.Input, err
	}
	o.Now = o.cutOff()
	if o.Templates != "" {
		if err := folderAt(o.Templates,
			"make it, and put into it the files that are to override the built-in ones"); err != nil {
			return o.Input, err
		}
	}
	return o.Input, nil
}

// folderAt gives an error with a hint where there is no folder.
func folderAt(dir, hint string) error {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return fmt.Errorf("there is no folder %q here\nhint: %s", dir, hint)
	case !info.IsDir():
		return fmt.Errorf("%s is a file, and a folder was expected\nhint: %s", dir, hint)
	}
	return nil
}

// clocked reports whether it is the clock that says what is in the future.
func (o *options) clocked() bool { return o.now == "" && os.Getenv("SOURCE_DATE_EPOCH") == "" }

// cutOff is the time after which a date of the content is in the future; what
// the flag says can be read.
func (o *options) cutOff() time.Time {
	zone := time.UTC
	if o.now != "" {
		zone = folder.Zone(os.DirFS(o.Content))
	}
	now, _ := cutOff(o.now, zone)
	return now
}

// cutOff is the time after which a date is in the future. A day that the flag
// gives lasts until it ends in the zone.
func cutOff(flag string, zone *time.Location) (time.Time, error) {
	if flag != "" {
		if day, err := time.ParseInLocation(time.DateOnly, flag, time.UTC); err == nil {
			return time.Date(day.Year(), day.Month(), day.Day()+1, 0, 0, 0, -1, zone), nil
		}
		if t, err := time.Parse(time.RFC3339, flag); err == nil {
			return t, nil
		}
		return time.Time{}, fmt.Errorf("--now: %q is not a date, write 2026-02-27 or 2026-02-27T16:00:00Z", flag)
	}
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Now(), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %q is not a number of seconds", epoch)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// report prints problems and reports whether they stop the work.
func (o *options) report(cmd *cobra.Command, problems problem.List) error {
	if o.quiet {
		problems = problems.Errors()
	}
	out := cmd.ErrOrStderr()
	if o.json {
		problems.WriteJSON(out)
	} else {
		problems.WriteText(out, isTerminal(os.Stderr))
	}
	if problems.HasErrors() {
		return errProblems
	}
	return nil
}
