// Package search plans an index of the whole site, in files so small that a
// page can search ten thousand summaries without a server: a query fetches the
// parts that its words are in, and the entries of the results that it shows.
//
//	search/terms.js   where each part begins, and how many entries of each kind there are
//	search/units.js   what words behind a number are in base units, for queries that have one
//	search/names.js   names that a word may have meant that is nowhere
//	search/t<n>.js    a part: terms, each with the entries that have it
//	search/d<n>.js    a few entries, ready to be shown
//
// The files are scripts that call collateSearch, so that a page opened from
// disk can load them too; templates/search.js is the other half. How many files
// there are depends on the number of entries alone. What is in them is found
// out when the first of them is rendered.
//
// # Entries
//
// An entry is a page: of a figure, a source, a tag, a plain page, a story, a
// summary, in this order, stories and summaries newest first, figures, sources
// and tags those that have most in front. That is the order
// in which equal results are shown, and an entry's number is its place in it.
//
// # Terms
//
// A text is folded (compatibility forms, case, accents) and cut into words and
// numbers. Chinese, Japanese and Korean are cut into pairs of letters that
// overlap, and the last letter of each run. A number of four digits or more,
// or with a magnitude, is a term as well by what it comes to: $110B and 110
// billion are #110000000000. Magnitudes are those that package value knows, in
// the site's language first. A figure's value in a unit is a term with that:
// 2 GW is #2000000000W, 13% is #13%. A term that begins with ! is what results can be
// filtered by: !t and a story's slug, !s a source's, !g a tag's, and !d alone
// for what differs. One that begins with = is the title of a figure, a source, a
// tag or a plain page as a whole. A beginning of two or three letters that many terms share
// is a term of its own, ending in *, with the entries of all of them. Terms
// are sorted by their bytes.
//
// The list of a term has up to three parts, for entries that have it in the
// title; in figures, sources and tags; in the text. An entry stands in the
// first that applies.
//
// # Format
//
// A part is one string, a line a term: the term and its lists, separated by
// tabs. A list is the differences between entry numbers, less one, in digits
// of five bits, the lowest first, each but the last of a number marked by a
// sixth bit; or, after a !, a bit for every entry, six to a letter, the lowest
// first. Both are written in the 64 letters of URL-safe base64.
package search
