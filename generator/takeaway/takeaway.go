package takeaway

import (
	"bytes"

	"collate/generator/digest"
	"collate/generator/i18n"
	"collate/generator/plan"
	"collate/generator/problem"
)

// A Format writes the tables of stories, of which keep says which reports are
// in them.
type Format func(b *bytes.Buffer, d *digest.Digest, words *i18n.Words, keep func(*digest.Report) bool) error

// Wikitext writes tables in MediaWiki's markup.
func Wikitext(b *bytes.Buffer, d *digest.Digest, words *i18n.Words, keep func(*digest.Report) bool) error {
	return writeTables(b, d, words, keep, func(t copiedTable) error { return writeWikitext(b, t) })
}

// Markdown writes tables in Markdown.
func Markdown(b *bytes.Buffer, d *digest.Digest, words *i18n.Words, keep func(*digest.Report) bool) error {
	return writeTables(b, d, words, keep, func(t copiedTable) error { return writeMarkdown(b, t, d) })
}

func writeTables(b *bytes.Buffer, d *digest.Digest, words *i18n.Words, keep func(*digest.Report) bool,
	write func(copiedTable) error) error {
	for _, s := range d.Stories {
		t := tableOf(s, words, keep)
		if len(t.figures) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		if err := write(t); err != nil {
			return err
		}
	}
	return nil
}

// anyReport keeps every report.
func anyReport(*digest.Report) bool { return true }

// Plan adds the files of all stories that have figures.
func Plan(p *plan.Plan, d *digest.Digest, words *i18n.Words) problem.List {
	var problems problem.List
	for _, s := range d.Stories {
		if len(s.Rows) == 0 {
			continue
		}
		for _, file := range []struct {
			name   string
			render func(*bytes.Buffer) error
		}{
			{"table.wiki", func(b *bytes.Buffer) error { return writeWikitext(b, tableOf(s, words, anyReport)) }},
			{"table.md", func(b *bytes.Buffer) error { return writeMarkdown(b, tableOf(s, words, anyReport), d) }},
			{"sources.bib", func(b *bytes.Buffer) error { return writeBibTeX(b, s) }},
			{"sources.json", func(b *bytes.Buffer) error { return writeCSL(b, s) }},
		} {
			if clash := p.Add(s.Path()+file.name, "the tables to take away", file.render); clash != nil {
				problems = append(problems, *clash)
			}
		}
	}
	return problems
}
