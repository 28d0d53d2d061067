package main

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"collate/generator/content"
	"collate/generator/draft"
	"collate/generator/slug"
	"collate/generator/starter"

	"github.com/spf13/cobra"
)

func newNew() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new story|summary",
		Short: "start a file with its front matter",
		Long: `New starts a story or a summary: a file with all that can be worked out, and
the rest as comments to fill in. It prints the file's path and never overwrites
one that is there.`,
		Example: "  collate new story 'Harbour bridge'\n  collate new summary harbour-bridge --source 'The Ferry Post'",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("new: say what is new, story or summary")}
			}
			return unknownCommand(cmd, args)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.SuggestionsMinimumDistance = 2
	cmd.AddCommand(newStory(), newSummary())
	return cmd
}

func newStory() *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   "story SLUG|TITLE",
		Short: "start a story: a folder with an index.md",
		Long: `Story starts a story: a folder named after the title, with an index.md for what
there is to say about the event. Summaries follow with collate new summary.`,
		Example: "  collate new story 'Harbour bridge'\n  collate new story harbour-bridge",
		Args:    oneArgument("new story", "a title, as in collate new story 'Harbour bridge'"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := o.readContent(true); err != nil {
				return err
			}
			title := strings.TrimSpace(args[0])
			folder := slug.Of(title)
			switch {
			case !strings.ContainsFunc(title, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }):
				return usageError{fmt.Errorf("new story: %q has no letters, and the name of a folder is made of them",
					title)}
			case slug.Taken(folder):
				return usageError{fmt.Errorf("new story: /%s/ is a page that every site has\nhint: choose another "+
					"title", folder)}
			}
			if folder == title {
				title = starter.Title(folder)
			}
			return writeNew(cmd.OutOrStdout(), filepath.Join(o.Content, folder, "index.md"), starter.Story(title))
		},
	}
	cmd.Flags().StringVar(&o.Content, "content", "content", "the folder of content is `DIR`")
	return cmd
}

func newSummary() *cobra.Command {
	var o options
	var s starter.Article
	cmd := &cobra.Command{
		Use:   "summary STORY",
		Short: "start a summary with the names of the story's figures",
		Long: `Summary starts a summary of one article. The figures that the story has
already are in it by name, as comments for you to fill in.`,
		Example: "  collate new summary harbour-bridge --source 'The Ferry Post' --url " +
			"https://ferrypost.example/bridge",
		Args: oneArgument("new summary", "a story, as in collate new summary harbour-bridge"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.newSummary(cmd, args[0], s)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&s.Source, "source", "", "who published the article (default: the host of --url)")
	f.StringVar(&s.URL, "url", "", "where the article is")
	f.StringVar(&s.Date, "date", "", "when it was published (default: today)")
	f.StringVar(&o.Content, "content", "content", "the folder of content is `DIR`")
	f.StringVar(&o.now, "now", "", "what is today, as `DATE` (default: $SOURCE_DATE_EPOCH, else the clock)")
	return cmd
}

func (o *options) newSummary(cmd *cobra.Command, name string, s starter.Article) error {
	today, err := cutOff(o.now, time.UTC)
	if err != nil {
		return usageError{err}
	}
	if s.Date == "" {
		s.Date = today.Format(time.DateOnly)
	} else if _, err := time.Parse(time.DateOnly, s.Date); err != nil {
		return usageError{fmt.Errorf("--date: %q is not a day, write 2026-02-27", s.Date)}
	}
	if s.URL != "" {
		if wrong, _ := content.BadLink(s.URL); wrong != "" {
			return usageError{fmt.Errorf("--url: %q is not a web address, write https://example.org/article", s.URL)}
		}
		u, _ := url.Parse(s.URL) // it is an address
		if s.Source == "" {
			s.Source = strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
	site, err := o.readContent(true)
	if err != nil {
		return err
	}
	story, err := storyOf(site, name, "new summary")
	if err != nil {
		return err
	}
	var names []content.Name
	for _, k := range draft.KnownFigures(story) {
		names = append(names, k.Name)
	}
	file := filepath.Join(o.folder(story), s.File())
	return writeNew(cmd.OutOrStdout(), file, starter.Summary(s, story.Title, names))
}

// oneArgument asks for exactly one argument.
func oneArgument(command, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 || args[0] == "":
			return usageError{fmt.Errorf("%s: name %s", command, what)}
		case len(args) > 1:
			return usageError{fmt.Errorf("unexpected argument %q\nhint: put a name of several words in quotes",
				args[1])}
		}
		return nil
	}
}
