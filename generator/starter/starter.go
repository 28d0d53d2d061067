// Package starter has the files that a site, a story and a summary start from.
//
// Files is a site that builds as it is: an example story of three summaries by
// outlets that do not exist, a README and a workflow for GitHub Pages. Story and
// Summary are single content files; what the writer has to fill in is a comment,
// so that they read without a problem as they are.
package starter

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/content"
	"collate/generator/draft"
	"collate/generator/slug"
)

//go:embed all:files
var files embed.FS

// Files are the files of a site of one's own, by their paths in it.
func Files() fs.FS {
	sub, err := fs.Sub(files, "files")
	if err != nil {
		return files // not reached: the folder is embedded
	}
	return sub
}

// Title is the title that a slug stands for: Harbour bridge for harbour-bridge.
func Title(slug string) string {
	words := strings.ReplaceAll(slug, "-", " ")
	c, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(c)) + words[size:]
}

// Story is the index.md of a new story.
func Story(title string) string {
	return fmt.Sprintf(`---
title: %s
# summary: What happened, in one sentence.
# tags: [funding]

# The figures that summaries report, in the order of the table's rows:
figures:
#  - Round total
#  - Commitment

# What ought to add up:
checks:
#  - Post-money valuation = Pre-money valuation + Round total
#  - Round total = sum(Commitment)
---
`, draft.Scalar(title))
}

// Article is what is known of an article that a new summary is of.
type Article struct {
	Source string // empty where it is not known
	URL    string // likewise
	Date   string // 2026-02-27
}

const placeholderSource = "Unknown source"

// File is the name of the summary's file: 2026-02-27-the-ferry-post.md.
func (a Article) File() string {
	return a.Date + "-" + slug.Of(a.name()) + ".md"
}

func (a Article) name() string {
	if a.Source == "" {
		return placeholderSource
	}
	return a.Source
}

// Summary is a new summary in a story that has figures of these names.
func Summary(a Article, story string, names []content.Name) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s  # say what the article reports\n", draft.Scalar(a.name()+" on "+story))
	fmt.Fprintf(&b, "date: %s\nsource:\n  name: %s", a.Date, draft.Scalar(a.name()))
	if a.Source == "" {
		b.WriteString("  # write who published the article")
	}
	b.WriteString("\n")
	if a.URL == "" {
		b.WriteString("  # url: https://\n")
	} else {
		fmt.Fprintf(&b, "  url: %s\n", draft.Scalar(a.URL))
	}
	b.WriteString("figures:\n  # Write each value as the article has it and take the # away; delete the rest.\n")
	if len(names) == 0 {
		b.WriteString("  # Round total: $110B\n")
	}
	group := ""
	for _, name := range names {
		switch {
		case name.Group == "":
			fmt.Fprintf(&b, "  # %s:\n", draft.Scalar(name.Item))
		case name.Group != group:
			fmt.Fprintf(&b, "  # %s:\n", draft.Scalar(name.Group))
			fallthrough
		default:
			fmt.Fprintf(&b, "  #   %s:\n", draft.Scalar(name.Item))
		}
		group = name.Group
	}
	b.WriteString("---\n")
	return b.String()
}
