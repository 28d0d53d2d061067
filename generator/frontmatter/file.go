package frontmatter

import (
	"strings"
	"unicode/utf8"

	"collate/generator/problem"
)

// A File is one content file while it is read: its text, where its parts
// begin, and what was found wrong with it so far.
type File struct {
	Path     string // as shown in problems
	Format   string // of the front matter: yaml, toml, json; empty: there is none
	Open     int    // line on which the front matter begins, from 1
	Body     string // the text below the front matter, line ends as \n
	BodyLine int    // line of the file on which Body begins, from 1
	Problems problem.List

	text     string       // of the whole file, as decode gives it; without body in a trimmed file
	lines    []string     // of text, without line ends; nil in a trimmed file
	block    []string     // the front matter's lines, without the delimiters of YAML and TOML
	first    int          // line of the file on which block begins, from 1
	keys     knownKeys    // those that the front matter may have anywhere
	deep     bool         // the front matter is nested too deep to be read
	reported map[int]bool // lines that have their error; what else is odd there follows from it
}

// Place is the position of a node as a place.
func (f *File) Place(n *Node) problem.Place {
	return problem.Place{File: f.Path, Line: n.Line, Column: n.Column}
}

// Find gives a position in the file as a place, with the line as it stands
// there.
func (f *File) Find(at Position) (problem.Place, string) {
	return problem.Place{File: f.Path, Line: int(at.Line), Column: int(at.Column)}, f.Line(int(at.Line))
}

// Line is a line of the file, from 1; empty where there is no such line.
func (f *File) Line(n int) string {
	if f.lines == nil {
		return lineNumbered(f.text, n)
	}
	if n < 1 || n > len(f.lines) {
		return ""
	}
	return f.lines[n-1]
}

// lineNumbered is a line of a text, from 1; empty where there is no such line.
func lineNumbered(text string, n int) string {
	for line := range strings.SplitSeq(text, "\n") {
		if n--; n == 0 {
			return line
		}
	}
	return ""
}

// Trimmed is the file with as much as it takes to show lines of the front
// matter. That is a text of its own, so that it need not be kept as long as the
// body is, which is one too.
func (f *File) Trimmed() *File {
	return &File{Path: f.Path, text: strings.Clone(strings.TrimSuffix(f.text, f.Body))}
}

// manyProblems is how many problems of a file are listed.
const manyProblems = 100

// Add reports a problem at a line and column; 0 leaves them out. A line that
// has its error already gets no second one.
func (f *File) Add(severity problem.Severity, line, column int, message, hint string) {
	switch n := len(f.Problems); {
	case n > manyProblems || f.reported[line]:
		return
	case n == manyProblems:
		severity, line, column = problem.Error, 0, 0
		message, hint = "the file has more problems than are listed here", "mend these first"
	}
	text := f.Line(line)
	if line == f.Open && column == 0 {
		text = "" // a line of dashes tells nobody anything
	}
	f.Problems = append(f.Problems, problem.Problem{
		Place:    problem.Place{File: f.Path, Line: line, Column: column},
		Severity: severity,
		Message:  message,
		Hint:     hint,
		Text:     text,
	})
}

// Fail reports an error at a node.
func (f *File) Fail(n *Node, message, hint string) {
	f.Add(problem.Error, n.Line, n.Column, message, hint)
}

// Warn reports a warning at a node.
func (f *File) Warn(n *Node, message, hint string) {
	f.Add(problem.Warning, n.Line, n.Column, message, hint)
}

// MarkReported notes that a line has its error, so that what follows from it
// is not reported.
func (f *File) MarkReported(line int) {
	if f.reported == nil {
		f.reported = map[int]bool{}
	}
	f.reported[line] = true
}

// Marked reports whether any line is marked as reported: what was read of it
// is a guess.
func (f *File) Marked() bool { return len(f.reported) > 0 }

// ColumnIn is the column of a character of a scalar, counted from 1 in its
// value, or 0 where the value is not simply what stands in the line.
func (f *File) ColumnIn(n *Node, column int) int {
	rest, ok := f.From(n)
	if !ok || f.reported[n.Line] {
		return 0
	}
	at := n.Column
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		rest = rest[1:]
		at++
	}
	if !strings.HasPrefix(rest, n.Value) {
		return 0
	}
	return at + column - 1
}

// From is what stands in the file from a node to the end of its line; ok is
// false where the line is shorter.
func (f *File) From(n *Node) (rest string, ok bool) { return skipIndent(f.Line(n.Line), n.Column-1) }

// skipIndent returns what follows the first n characters of a line.
func skipIndent(line string, n int) (rest string, ok bool) {
	for ; n > 0 && line != ""; n-- {
		_, size := utf8.DecodeRuneInString(line)
		line = line[size:]
	}
	return line, n == 0
}

// columnsOf is the number of characters in s.
func columnsOf(s string) int { return utf8.RuneCountInString(s) }
