// Package importer turns what other programs hold into content files: the
// items of a feed, and the posts of a Hugo or Jekyll site.
//
// # Feeds
//
// [Feed] reads Atom, RSS and JSON Feed. Each item becomes a draft (draft: true)
// with its title, date, source, address and language, and the figures found in
// its text as comments, each under its sentence, just as collate draft makes
// them. The text itself is not brought over: it is the source's.
//
// # Sheets
//
// [ReadSheet] reads a table in which each row is a value, and makes a summary of
// each article, its figures as a list. figures.csv of a digest is such a table:
// rows of implied values are left out, and the language of an article is the one
// in which its values allow what their rows say.
//
// # Sites
//
// [Site] reads a folder of another generator and gives the files of a content
// folder. A dated post of a section (Hugo: a folder of content/; Jekyll: the
// first category, the folders before _posts, or posts) becomes a summary in a
// story of that name; what has no date, or no section, becomes a page. Of the
// front matter there are kept title, date, summary, tags, slug, updated, author,
// former addresses, whether it is for readers and from when until when, and the
// address of what it is about, found by what its key means; a post without a
// source has the site itself for one. Keys that have no place are counted.
//
// Other files are brought over as they are, static files included; those in the
// folder of a post beside it, under a name of their own. Templates, settings and
// styles of the generator stay behind. Links and images lead to where things are
// now, by path, old address or reference. Templates in the text (shortcodes,
// Liquid) have no meaning here: highlighting becomes a fenced block, references
// become links, and everything else stays as it is and is told with its line.
//
// What was made is read as content before it is given back, and a file with an
// error is left out. An [Account] counts each file of the site once.
//
// Nothing here reads a clock or writes a file.
package importer

// File is one file to be written.
type File struct {
	Path string // slash path in the content folder
	Data []byte
}
