// Package frontmatter takes content files apart: it splits a file into front
// matter and body, decodes YAML, TOML and JSON into one tree whose nodes know
// their places, repairs what YAML refuses, and reports every problem with its
// line. What the keys mean is for its users to say.
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
// nodes with their places, read by one reader, and every scalar is taken
// as it stands in the file: 110.0 and 0110 keep their digits. (A TOML float
// is refused, for its digits are lost.) Anchors, aliases, merge
// keys, tags and keys given twice are errors.
//
// Where YAML does not understand a line, the usual slips (a colon in a
// headline, a quote or bracket left open, a tab, an odd indent) are looked for
// line by line, each is reported with the line as it should be, and reading
// goes on as if it had been written so. One slip is one problem, and the
// others in the file are found in the same run.
package frontmatter
