// Package folder reads a folder of content files into one site, and finds every
// problem that shows where they stand side by side.
//
// # Files
//
// Package content says what each is by its path. All that it knows nothing of
// are assets, published beside the page; package asset judges which of them may
// be. Markdown deeper than in a story's folder is an error, and so is anything
// that is neither a file nor a folder: links are not followed. Names that
// [Ignored] knows, dotfiles, backups and what editors leave behind, are passed
// over. Whoever wants to publish something else puts it into the output folder,
// where it is left alone.
//
// # Problems
//
// What must be so for the site to be right is an error: two files that want one
// page, sources that repeat each other in a circle. What is probably a slip is a
// warning: names that nearly match, sources written in two ways, pages of
// sources that no summary has, values a thousand times their neighbours or
// without the unit that these have. What is in another's way, as a second file
// for one page is, is left out of the site that Read gives. Drafts are read like
// the rest; while they are left out their problems are warnings, so that a
// half-written draft stops nobody. Summaries with a date in the future keep
// their errors, since they appear by themselves when the day has come.
package folder
