package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"collate/generator/draft"
	"collate/generator/importer"
	"collate/generator/links"

	"github.com/spf13/cobra"
)

// How much is read of a feed, and how long is waited for it.
const (
	mostFeed    = 16 << 20
	feedTimeout = 30 * time.Second
)

// inbox is the story in which drafts are filed that belong to none yet.
const inbox = "inbox"

func newImport() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import feed|hugo|jekyll|sheet",
		Short: "bring over a feed's items, a table or an existing site",
		Long: `Import turns what you have into content files. It prints the path of each file
that it writes, and never overwrites one.`,
		Example: "  collate import feed https://ferrypost.example/feed.xml --story harbour-bridge\n  collate import " +
			"hugo ../my-blog",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("import: say what from, feed, hugo, jekyll or sheet")}
			}
			return unknownCommand(cmd, args)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.SuggestionsMinimumDistance = 2
	cmd.AddCommand(newImportFeed(), newImportSheet(), newImportSite(importer.Hugo, "Hugo", "content/"),
		newImportSite(importer.Jekyll, "Jekyll", "_posts/"))
	return cmd
}

func newImportFeed() *cobra.Command {
	var o options
	var story string
	var limit int
	cmd := &cobra.Command{
		Use:   "feed URL|FILE",
		Short: "make a draft of each item of a feed",
		Long: `Feed reads an Atom, RSS or JSON feed and makes a draft of each item that you
have no summary of: title, date, source and address, and the figures found as
comments for you to name. Drafts are left out of the site until you take the
line draft: true away.

Without --story they are filed in content/inbox/; move each to its story.`,
		Example: "  collate import feed https://ferrypost.example/feed.xml\n  collate import feed feed.xml --story " +
			"harbour-bridge --limit 5",
		Args: oneArgument("import feed", "a feed, as in collate import feed https://ferrypost.example/feed.xml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if limit < 1 {
				return usageError{errors.New("--limit: write a number from 1 up")}
			}
			return o.importFeed(cmd, args[0], story, limit)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&story, "story", "", "file the drafts in the story `SLUG`, and name figures as it does")
	f.IntVar(&limit, "limit", 20, "make at most `N` drafts")
	f.StringVar(&o.Content, "content", "content", "the folder of content is `DIR`")
	f.StringVar(&o.now, "now", "", "what is today, as `DATE` (default: $SOURCE_DATE_EPOCH, else the clock)")
	completeStories(cmd, &o)
	return cmd
}

func (o *options) importFeed(cmd *cobra.Command, from, slug string, limit int) error {
	today, err := cutOff(o.now, time.UTC)
	if err != nil {
		return usageError{err}
	}
	site, err := o.readContent(true)
	if err != nil {
		return err
	}
	to := importer.Options{Story: inbox, Have: map[string]bool{}, Limit: limit, Locale: site.Config.Locale(),
		Today: today}
	if slug != "" {
		story, err := storyOf(site, slug, "--story")
		if err != nil {
			return err
		}
		to.Story, to.Known = filepath.Base(o.folder(story)), draft.KnownFigures(story)
	}
	for _, s := range site.Stories {
		for _, m := range s.Summaries {
			to.Have[m.Source.URL] = true
		}
	}
	data, address, err := readFeed(cmd.Context(), from)
	if err != nil {
		return err
	}
	to.Exists = func(file string) bool {
		_, err := os.Lstat(filepath.Join(o.Content, filepath.FromSlash(file)))
		return err == nil
	}
	files, account, err := importer.Feed(data, address, to)
	if err != nil {
		return fmt.Errorf("%s: %w\nhint: where this is a page, look in it for the address of its feed", from, err)
	}
	if err := o.writeFiles(cmd, files); err != nil {
		return err
	}
	return feedAccount(cmd.ErrOrStderr(), account, len(files), limit)
}

// feedAccount says what became of a feed's items.
func feedAccount(w io.Writer, account importer.FeedAccount, drafts, limit int) error {
	switch {
	case account.Items == 0:
		return errors.New("the feed has no items")
	case drafts == 0:
		_, err := fmt.Fprintln(w, "nothing new: the feed has no item that you have no summary of")
		return err
	}
	text := fmt.Sprintf("%s of %s", nounCount(drafts, "draft", "drafts"), nounCount(account.Items, "item", "items"))
	if account.Have > 0 {
		text += fmt.Sprintf(", %d there already", account.Have)
	}
	if account.Left > 0 {
		text += fmt.Sprintf(", %d left: take them too with --limit %d", account.Left, limit+account.Left)
	}
	_, err := fmt.Fprintln(w, text)
	return err
}

// readFeed reads a feed from its address, or from a file.
func readFeed(ctx context.Context, from string) (data []byte, address string, err error) {
	if strings.HasPrefix(from, "http://") || strings.HasPrefix(from, "https://") {
		data, err = links.Fetch(ctx, from, "Collate/"+programVersion(), mostFeed, feedTimeout)
		return data, from, err
	}
	info, err := os.Stat(from)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, "", fmt.Errorf("there is no file %q\nhint: an address begins with https://", from)
	case err != nil:
		return nil, "", err
	case info.Size() > mostFeed:
		return nil, "", fmt.Errorf("%s has more than %d MB", from, mostFeed>>20)
	}
	data, err = os.ReadFile(from)
	return data, "", err
}

func newImportSite(kind importer.Kind, name, folder string) *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   string(kind) + " DIR",
		Short: "bring over the posts of a " + name + " site",
		Long: `This reads the ` + name + ` site in DIR, the folder that has ` + folder + ` in it, and writes
its posts as summaries, its pages as pages, and its other files as they are, as
far as they carry. What is private there stays private. What has no meaning here
is told with its line, and an account of all files stands at the end. The exit
status is 1 where nothing became a summary.`,
		Example: "  collate import " + string(kind) + " ../my-site",
		Args:    oneArgument("import "+string(kind), "the folder of the site"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := folderAt(args[0], "name the folder that has "+folder+" in it"); err != nil {
				return err
			}
			root, err := os.OpenRoot(args[0])
			if err != nil {
				return fmt.Errorf("import: %w", err)
			}
			defer root.Close()
			files, account, problems, err := importer.Site(root.FS(), kind)
			if err != nil {
				return err
			}
			if err := o.report(cmd, problems); err != nil {
				return err
			}
			if err := o.writeFiles(cmd, files); err != nil {
				return err
			}
			fmt.Fprintln(cmd.ErrOrStderr(), strings.Join(account.Lines(), "\n"))
			if account.Summaries == 0 {
				return errors.New("nothing became a summary: a post needs a date, in its front matter or in its " +
					"file's name, and a folder")
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&o.Content, "content", "content", "the folder of content is `DIR`")
	return cmd
}

// writeFiles writes the files that are not there yet into the folder of
// content, out of which no link leads.
func (o *options) writeFiles(cmd *cobra.Command, files []importer.File) error {
	if err := os.MkdirAll(o.Content, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(o.Content)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, f := range files {
		if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
			return fmt.Errorf("import: %w", err)
		}
		shown := path.Join(filepath.ToSlash(o.Content), f.Path)
		file, err := root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			fmt.Fprintf(cmd.ErrOrStderr(), "%s is there already, and stays as it is\n", shown)
			continue
		}
		if err != nil {
			return fmt.Errorf("import: %w", err)
		}
		_, err = file.Write(f.Data)
		if err = errors.Join(err, file.Close()); err != nil {
			return fmt.Errorf("import: %w", err)
		}
		if _, err := io.WriteString(cmd.OutOrStdout(), shown+"\n"); err != nil {
			return err
		}
	}
	return nil
}
