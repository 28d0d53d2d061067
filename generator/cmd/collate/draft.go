package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"collate/generator/article"
	"collate/generator/content"
	"collate/generator/draft"
	"collate/generator/folder"
	"collate/generator/problem"
	"collate/generator/slug"
	"collate/generator/value"

	"github.com/spf13/cobra"
)

// mostArticle is how long an article may be, in bytes: as long as a content
// file.
const mostArticle = 4 << 20

func newDraft() *cobra.Command {
	var o options
	var story, language string
	var text bool
	cmd := &cobra.Command{
		Use:   "draft FILE|-",
		Short: "draft a summary from an article's text",
		Long: `Draft reads an article (plain text, Markdown or a saved web page; - is
standard input) and prints a summary to start from: title, date, source, whom it
repeats and what it is about as far as the article says so, and the figures
found, each with the words that it stands in. Figures that surely are the
story's come with their names; the others are comments for you to name or
delete. What the article lacks, or makes doubtful, is a warning.

With --story the draft is filed as content/STORY/DATE-SOURCE.md; a file that is
there already is never overwritten.`,
		Example: "  collate draft article.txt\n  collate draft page.html --story openai-110b-round\n  pbpaste | " +
			"collate draft --json -",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errors.New("draft: name one file with an article's text, or - for standard input")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkLanguage(language); err != nil {
				return err
			}
			if text {
				return printText(cmd, args[0])
			}
			return o.draft(cmd, args[0], story, language)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&story, "story", "", "name figures as the story `SLUG` does, and file the draft there")
	f.BoolVar(&o.json, "json", false, "print a JSON line for each figure found, and no draft")
	f.BoolVar(&text, "text", false, "print the text that figures are looked for in, and no draft")
	f.StringVar(&language, "language", "",
		"read numbers and words as `LANGUAGE` writes them (default: as the text says or reads)")
	f.StringVar(&o.Content, "content", "content", "the folder of content is `DIR`")
	f.StringVar(&o.now, "now", "", "what is today, as `DATE` (default: $SOURCE_DATE_EPOCH, else the clock)")
	return cmd
}

func (o *options) draft(cmd *cobra.Command, file, slug, language string) error {
	site, err := o.readContent(slug != "")
	if err != nil {
		return err
	}
	data, err := readArticle(cmd.InOrStdin(), file)
	if err != nil {
		return err
	}
	a := article.Read(data)
	if language != "" {
		a.Language = language
	}
	locale := site.Config.Locale()
	locale.Language = a.Language
	figures := draft.FindAll(a.Text, locale)
	if o.json {
		printWarnings(cmd, file, doubts(a, figures, nil))
		return printFigures(cmd.OutOrStdout(), figures)
	}
	printWarnings(cmd, file, doubts(a, figures, site))
	today, err := cutOff(o.now, time.UTC)
	if err != nil {
		return usageError{err}
	}
	if slug == "" {
		text := draft.Summary(a, draft.Match(figures, nil), today, site.Config.Language)
		_, err = io.WriteString(cmd.OutOrStdout(), text)
		return err
	}
	story, err := storyOf(site, slug, "--story")
	if err != nil {
		return err
	}
	named := draft.Match(figures, draft.KnownFigures(story))
	text := draft.Summary(a, named, today, site.Config.Language)
	return writeNew(cmd.OutOrStdout(), filepath.Join(o.folder(story), draft.File(a, today)), text)
}

// printText prints the text of an article as it was read.
func printText(cmd *cobra.Command, file string) error {
	data, err := readArticle(cmd.InOrStdin(), file)
	if err != nil {
		return err
	}
	a := article.Read(data)
	printWarnings(cmd, file, a.Notes)
	_, err = fmt.Fprintln(cmd.OutOrStdout(), strings.TrimRight(a.Text, "\n"))
	return err
}

func printWarnings(cmd *cobra.Command, file string, warnings []string) {
	for _, warning := range warnings {
		fmt.Fprintf(cmd.ErrOrStderr(), "warning: %s: %s\n", file, warning)
	}
}

// doubts are what a writer ought to know of an article before its draft is
// used. Of what is filed already site knows; nil asks nothing.
func doubts(a article.Article, figures []draft.Find, site *content.Site) []string {
	list := a.Notes
	add := func(found bool, format string, args ...any) {
		if found {
			list = append(list, fmt.Sprintf(format, args...))
		}
	}
	add(a.Cut, "only the first %d KB of the text were read", article.MostText>>10)
	add(len(figures) == 0, "no figure was found in the text: see what was read with --text")
	if site == nil {
		return list
	}
	add(a.Title == "", "no title: neither the page's data nor a heading nor the first lines give one")
	add(a.Date.IsZero(), "no date: neither the page's data nor its byline nor its first lines give one")
	add(a.Guessed, "the date is a guess: it is the first one in the text")
	for _, story := range site.Stories {
		for _, summary := range story.Summaries {
			add(a.URL != "" && summary.Source.URL == a.URL, "the address is filed already: %s", summary.File)
		}
	}
	return list
}

// readArticle reads a file, or standard input for -.
func readArticle(stdin io.Reader, file string) ([]byte, error) {
	in := stdin
	if file != "-" {
		f, err := os.Open(file)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no file %q", file)
		}
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, mostArticle+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", file, err)
	case len(data) > mostArticle:
		return nil, fmt.Errorf("%s: an article has at most 4 MB", file)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, fmt.Errorf("%s: there is no text in it", file)
	}
	if data = article.Decode(data); bytes.IndexByte(data, 0) >= 0 || bytes.HasPrefix(data, []byte("%PDF")) {
		return nil, fmt.Errorf("%s: this is no text\nhint: save the article as text or as a web page", file)
	}
	return data, nil
}

// figureRecord is a figure found, as --json prints it. Numbers are plain decimals
// in the base unit; what does not apply is left out.
type figureRecord struct {
	Text      string `json:"text"`
	Start     int    `json:"start"` // in characters from 0
	Kind      string `json:"kind"`
	Value     string `json:"value,omitempty"`
	Low       string `json:"low,omitempty"`
	High      string `json:"high,omitempty"`
	Unit      string `json:"unit"`
	Qualifier string `json:"qualifier,omitempty"`
	Sentence  string `json:"sentence"`
}

func printFigures(w io.Writer, figures []draft.Find) error {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	for _, f := range figures {
		read := value.JSON(f.Value, nil, f.Text)
		err := lines.Encode(figureRecord{
			Text: f.Text, Start: f.Start, Kind: read.Kind, Value: read.Value, Low: read.Low, High: read.High,
			Unit: string(f.Unit), Qualifier: read.Qualifier, Sentence: f.Sentence,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// readContent reads the folder of content, with all drafts. Where it need not
// be there, a site with nothing in it stands in. Problems are left to lint.
func (o *options) readContent(needed bool) (*content.Site, error) {
	if _, err := os.Stat(o.Content); err != nil && !needed {
		site, _ := folder.Read(embed.FS{}, folder.Options{})
		return site, nil
	}
	if err := folderAt(o.Content, noContent); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(o.Content)
	if err != nil {
		return nil, fmt.Errorf("content: %w", err)
	}
	defer root.Close()
	site, _ := folder.Read(root.FS(), folder.Options{Prefix: o.Content, Drafts: true, Future: true})
	return site, nil
}

// storyOf finds a story, or says which one was probably meant. A story is named
// by its slug, its title or the path of its folder.
func storyOf(site *content.Site, name, flag string) (*content.Story, error) {
	name = filepath.Base(filepath.ToSlash(filepath.Clean(name)))
	slugs := []string{}
	for _, s := range site.Stories {
		if s.Slug == name || s.Slug == slug.Of(name) || s.Title == name {
			return s, nil
		}
		slugs = append(slugs, s.Slug)
	}
	if near, ok := problem.Nearest(slug.Of(name), slugs); ok {
		return nil, usageError{fmt.Errorf("%s: there is no story %q: did you mean %q?", flag, name, near)}
	}
	return nil, usageError{fmt.Errorf("%s: there is no story %q\nhint: start it with collate new story %q", flag, name,
		name)}
}

// folder is where the files of a story are.
func (o *options) folder(story *content.Story) string {
	file := story.File
	if file == "" && len(story.Summaries) > 0 {
		file = story.Summaries[0].File
	}
	if file == "" {
		return filepath.Join(o.Content, story.Slug)
	}
	return filepath.Dir(filepath.FromSlash(file))
}

// writeNew writes a file that is not there yet, and prints its path.
func writeNew(w io.Writer, file, text string) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already, and stays as it is\nhint: rename it if you want another beside it",
			filepath.ToSlash(file))
	}
	if err != nil {
		return err
	}
	if _, err := io.WriteString(f, text); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	_, err = fmt.Fprintln(w, filepath.ToSlash(file))
	return err
}
