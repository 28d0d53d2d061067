// Package content reads a folder of content files into typed values and finds
// every problem in them.
//
// # Files
//
// index.md is the site, sources/x.md an outlet, a folder with Markdown in it
// a story, its index.md the story's own page and every other x.md in it a
// summary. x.md beside index.md is a page, or, where it has a source, a
// summary of the story that it names. All other files are assets, published
// beside the page. Markdown deeper than that is an error, and so is anything
// that is neither a file nor a folder: links are not followed. Names that
// [Ignored] knows, dotfiles and what editors leave behind, are passed over.
//
// # Assets
//
// An asset is judged by what a browser could do with it on the site's own
// address, where it is published as it is. Pictures, sound, films, documents,
// data, archives and fonts are known by their names and can run no script.
// Pages, programs and XML can, and are errors; so are the files by which hosts
// are told how to serve a site. An SVG picture is read to its end: it may have
// only elements that draw, no script and no event handlers, and nothing that
// is loaded from elsewhere. Of any other file the beginning is looked at, and
// one that begins with < is an error. The last part of the name that hosts
// know counts: index.html.en and page.html.gz are pages. An asset has at most
// 32 MB. Whoever wants to publish something else puts it into the output
// folder, where it is left alone.
//
// # Text
//
// A content file is UTF-8 text of at most 4 MB without control characters. A byte
// order mark is dropped and line ends become \n.
//
// A file with a merge that was left unresolved, a line that begins with
// <<<<<<< and a later one with >>>>>>>, is one error and read no further.
//
// # Front matter
//
// Front matter begins on the first line that is not empty: YAML between two
// lines ---, TOML between two lines +++, or one JSON object that begins with
// a line {. It has at most 64 KB. The closing line stands at the margin, so
// an indented --- ends nothing. All three formats become the same tree of
// YAML nodes with their places, read by one reader, and every scalar is taken
// as it stands in the file: 110.0 and 0110 keep their digits. (A TOML float
// is refused in figures, for its digits are lost.) Anchors, aliases, merge
// keys, tags and keys given twice are errors.
//
// Where YAML does not understand a line, the usual slips (a colon in a
// headline, a quote or bracket left open, a tab, an odd indent) are looked for
// line by line, each is reported with the line as it should be, and reading
// goes on as if it had been written so. One slip is one problem, and the
// others in the file are found in the same run.
//
// # Problems
//
// What must be so for the site to be right is an error: required keys, types,
// dates, values, names. What is probably a slip is a warning: unknown keys,
// names that nearly match, sources written in two ways, pages of sources that
// no summary has, values a thousand times their neighbours or without the unit
// that these have. One mistake is one problem: what is in another's way, as a
// second file for one page is, is left out of the site that Read gives. Drafts
// are read like the rest; while they are left out their problems are warnings,
// so that a half-written draft stops nobody (one whose front matter can't be
// read at all is an error: nobody knows that it is a draft). Summaries with a date in the
// future keep their errors, since they appear by themselves when the day has
// come.
//
// Parsing one file depends on its path, its bytes and the configuration only,
// so that a parse may be remembered by these three.
package content
