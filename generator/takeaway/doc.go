// Package takeaway plans what a reader takes from a story into a text of their
// own:
//
//	<story>/table.wiki     the comparison as wikitext, each source cited with {{cite news}}
//	<story>/table.md       the same in Markdown
//	<story>/sources.bib    the articles, for BibTeX
//	<story>/sources.json   the articles in CSL JSON, for Zotero, Pandoc and their like
//
// A line of the table is a figure and what is written for it, with all who
// write it. Reports that no longer stand are left out: what is replaced,
// corrected or withdrawn. Of when a value is and whose word, where that is said,
// stands behind it.
//
// Whatever comes from content is escaped for the format, so that it is read as
// the words that it is: a | ends no cell, }} no template, = names no parameter,
// and no brace or backslash means anything in BibTeX.
package takeaway
