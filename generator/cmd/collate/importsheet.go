package main

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"collate/generator/content"
	"collate/generator/importer"
	"collate/generator/value"

	"github.com/spf13/cobra"
)

func newImportSheet() *cobra.Command {
	var o options
	var story string
	cmd := &cobra.Command{
		Use:   "sheet FILE|URL",
		Short: "make summaries of a table, a row a value",
		Long: `Sheet reads a table, CSV or TSV, in which each row is a value, and makes a
summary of each article. The first row names the columns, in any order: story,
date, source, url, figure and value, and if you like group, by, as_of, stage,
quote, note, via, title. The address of a published Google sheet works, and so
does figures.csv of a digest. Nothing is overwritten: rows of an article that
has a summary already are compared with it, and what it lacks is told.`,
		Example: "  collate import sheet numbers.csv --story harbour-bridge\n  collate import sheet " +
			"https://docs.google.com/spreadsheets/d/e/…/pub?output=csv",
		Args: oneArgument("import sheet", "a table, as in collate import sheet numbers.csv"),
		RunE: func(cmd *cobra.Command, args []string) error { return o.importSheet(cmd, args[0], story) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&story, "story", "", "file rows that name no story in the story `SLUG`")
	f.StringVar(&o.Content, "content", "content", "the folder of content is `DIR`")
	completeStories(cmd, &o)
	return cmd
}

func (o *options) importSheet(cmd *cobra.Command, from, story string) error {
	site, err := o.readContent(false)
	if err != nil {
		return err
	}
	data, _, err := readFeed(cmd.Context(), asCSV(from))
	if err != nil {
		return err
	}
	sheet, err := importer.ReadSheet(data, importer.SheetOptions{Name: from, Story: story,
		Locale: site.Config.Locale()})
	if err != nil {
		return err
	}
	var files []importer.File
	values := 0
	for _, f := range sheet.Files {
		if there := summaryOf(site, f); there != nil {
			o.compareRows(cmd, f, there)
			continue
		}
		files = append(files, f.File)
		values += len(f.Reports)
	}
	if err := o.writeFiles(cmd, files); err != nil {
		return err
	}
	text := fmt.Sprintf("%s with %s", nounCount(len(files), "summary", "summaries"),
		nounCount(values, "value", "values"))
	if n := len(sheet.Files) - len(files); n > 0 {
		text += ", " + nounCount(n, "article", "articles") + " there already"
	}
	if sheet.Implied > 0 {
		text += ", " + nounCount(sheet.Implied, "row", "rows") + " left out that hold what checks imply"
	}
	fmt.Fprintln(cmd.ErrOrStderr(), text)
	if len(sheet.Files) == 0 {
		return errors.New("the sheet has no values")
	}
	return nil
}

// asCSV is the address of a Google sheet as one of its CSV.
func asCSV(from string) string {
	u, err := url.Parse(from)
	if err != nil || u.Host != "docs.google.com" || !strings.HasPrefix(u.Path, "/spreadsheets/") {
		return from
	}
	q := u.Query()
	if gid, ok := strings.CutPrefix(u.Fragment, "gid="); ok {
		q.Set("gid", gid)
	}
	dir, last := path.Split(u.Path)
	switch last {
	case "pubhtml", "pub":
		u.Path = dir + "pub"
		if q.Get("output") != "tsv" {
			q.Set("output", "csv")
		}
	case "edit", "view", "":
		u.Path = dir + "export"
		q.Set("format", "csv")
	}
	u.Fragment, u.RawQuery = "", q.Encode()
	return u.String()
}

// summaryOf is the summary that there is of an article of a sheet; nil where
// there is none.
func summaryOf(site *content.Site, f importer.SheetFile) *content.Summary {
	for _, story := range site.Stories {
		for _, m := range story.Summaries {
			if story.Slug == f.Story && (f.URL != "" && m.Source.URL == f.URL ||
				strings.HasSuffix(m.File, "/"+f.Path)) {
				return m
			}
		}
	}
	return nil
}

// compareRows says which values of a sheet the summary of their article lacks.
func (o *options) compareRows(cmd *cobra.Command, f importer.SheetFile, there *content.Summary) {
	for _, report := range f.Reports {
		has := slices.ContainsFunc(there.Figures, func(r content.Report) bool {
			same := value.FoldName(r.As()) == value.FoldName(report[0]) || r.Name.Key() == value.FoldName(report[0])
			return same && r.Value.Written == report[1]
		})
		if !has {
			fmt.Fprintf(cmd.ErrOrStderr(), "%s is there already and stays as it is: it lacks %s: %s\n", there.File,
				report[0], report[1])
		}
	}
}
