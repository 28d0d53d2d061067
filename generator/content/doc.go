// Package content reads a folder of content files into typed values and finds
// every problem in them.
//
// # Files
//
// index.md is the site, sources/x.md a source, a folder with Markdown in it
// a story, its index.md the story's own page and every other x.md in it a
// summary. x.md beside index.md is a page, or, where it has a source, a
// summary of the story that it names. All other files are assets, published
// beside the page. Markdown deeper than that is an error, and so is anything
// that is neither a file nor a folder: links are not followed. Names that
// [Ignored] knows, dotfiles, backups and what editors leave behind, are passed
// over.
//
// # Assets
//
// Package asset judges which of them may be published. An asset has at most
// 32 MB. Whoever wants to publish something else puts it into the output
// folder, where it is left alone.
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
// so that a half-written draft stops nobody, also one of which no more can be
// read than the line draft: true. Summaries with a date in the future keep their
// errors, since they appear by themselves when the day has come.
//
// Parsing one file depends on its path, its bytes and the configuration only,
// so that a parse may be remembered by these three.
package content
