package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"collate/generator/archive"
	"collate/generator/content"

	"github.com/spf13/cobra"
)

// archiving is what collate archive is asked for.
type archiving struct {
	options
	save bool
}

func newArchive() *cobra.Command {
	var a archiving
	cmd := &cobra.Command{
		Use:   "archive [STORY]",
		Short: "note where copies of the sources are",
		Long: `Archive asks the Wayback Machine for a copy of each article that has an address
and no archived copy, the one nearest to the article's date, and writes its
address into the front matter, as archived: beside url:. Nothing else in the
file changes.

With --save it has a copy made where there is none. The Internet Archive wants
an account for that: its keys are read from IA_ACCESS_KEY_ID and
IA_SECRET_ACCESS_KEY. COLLATE_WAYBACK names another server with the same
services.

It asks one question a second and at most 500 articles a run. What it finds is
written at once, so that it goes on where it ended when it is run again.`,
		Example: "  collate archive\n  collate archive openai-110b-round --save",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{fmt.Errorf("unexpected argument %q", args[1])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, stop := untilTold(cmd.Context())
			defer stop()
			return a.run(ctx, cmd.OutOrStdout(), args)
		},
	}
	cmd.Flags().StringVar(&a.Content, "content", "content", "the folder of content is `DIR`")
	cmd.Flags().BoolVar(&a.save, "save", false, "have copies made where there are none")
	completeStories(cmd, &a.options)
	return cmd
}

// mostArchived is how many articles a run asks for, and mostFailures after how
// many failures in a row it ends.
const (
	mostArchived = 500
	mostFailures = 3
)

// run asks for the copies of all articles that have none.
func (a *archiving) run(ctx context.Context, out io.Writer, args []string) error {
	site, err := a.readContent(true)
	if err != nil {
		return err
	}
	stories := site.Stories
	if len(args) > 0 {
		story, err := storyOf(site, args[0], "archive")
		if err != nil {
			return err
		}
		stories = []*content.Story{story}
	}
	t := problemTally{out: out, service: wayback(), save: a.save, known: map[string]foundFigure{}}
	err = t.all(ctx, stories)
	fmt.Fprintf(out, "%s written, %d without a copy, %d failed, %d not asked for\n",
		nounCount(t.written, "copy", "copies"), t.without, t.failed, t.left)
	if err == nil && t.failed > 0 {
		err = errors.New("not all articles could be asked for or written down: run it again for those that failed")
	}
	return err
}

// wayback is the Wayback Machine.
func wayback() *archive.Service {
	s := &archive.Service{
		Lookup: "https://archive.org", Web: "https://web.archive.org", Agent: "Collate/" + programVersion(),
		Timeout: time.Minute, Pause: time.Second, Wait: pause,
	}
	if other := os.Getenv("COLLATE_WAYBACK"); other != "" {
		s.Lookup, s.Web = other, other
	}
	if key, secret := os.Getenv("IA_ACCESS_KEY_ID"), os.Getenv("IA_SECRET_ACCESS_KEY"); key != "" && secret != "" {
		s.Key = key + ":" + secret
	}
	return s
}

// pause waits, unless the context ends.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// problemTally counts what became of the articles.
type problemTally struct {
	out                            io.Writer
	service                        *archive.Service
	save                           bool
	known                          map[string]foundFigure // answers, by the article's address
	written, without, failed, left int
}

// foundFigure is what was found of an article.
type foundFigure struct {
	copy string
	err  error
}

// all goes through the summaries of stories until something ends it that would
// end all others too.
func (t *problemTally) all(ctx context.Context, stories []*content.Story) error {
	inRow := 0
	var end error
	for _, story := range stories {
		for _, s := range story.Summaries {
			switch {
			case s.Source.URL == "" || s.Source.Archived != "" || s.Home != "" && s.Home != s.Story:
				continue
			case end != nil || len(t.known) == mostArchived:
				t.left++
				continue
			}
			err := t.one(ctx, s)
			switch {
			case err == nil:
				inRow = 0
				continue
			case ctx.Err() != nil || errors.Is(err, archive.ErrTooOften) || errors.Is(err, archive.ErrNoKey):
				end = cmp.Or(ctx.Err(), err)
				t.left++
				continue
			}
			t.failed++
			fmt.Fprintf(t.out, "%s: %v\n", s.File, err)
			if inRow++; inRow == mostFailures {
				end = errors.New("the last questions all failed: run it again later, it goes on where it ended")
			}
		}
	}
	return end
}

// one asks for the copy of one article and writes it down.
func (t *problemTally) one(ctx context.Context, s *content.Summary) error {
	answer, asked := t.known[s.Source.URL]
	if !asked {
		answer.copy, answer.err = t.service.Find(ctx, s.Source.URL, s.Date.Time)
		if answer.err == nil && answer.copy == "" && t.save {
			answer.copy, answer.err = t.service.Save(ctx, s.Source.URL)
		}
		t.known[s.Source.URL] = answer
	}
	switch {
	case answer.err != nil:
		return answer.err
	case answer.copy == "":
		t.without++
		fmt.Fprintf(t.out, "%s: no copy\n", s.File)
		return nil
	}
	if err := writeArchived(filepath.FromSlash(s.File), answer.copy); err != nil {
		return fmt.Errorf("%w: write archived: %s beside url: yourself", err, answer.copy)
	}
	t.written++
	fmt.Fprintf(t.out, "%s: %s\n", s.File, answer.copy)
	return nil
}

// writeArchived writes the address of a copy into a file, which is replaced as
// a whole and keeps its mode.
func writeArchived(file, address string) error {
	info, err := os.Lstat(file)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errors.New("it is not a plain file")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if data, err = content.AddArchived(data, address); err != nil {
		return err
	}
	temporary := file + ".new~"
	if err := os.WriteFile(temporary, data, info.Mode().Perm()); err != nil {
		return err
	}
	if err := os.Rename(temporary, file); err != nil {
		os.Remove(temporary) // the first error is the one to tell
		return err
	}
	return nil
}
