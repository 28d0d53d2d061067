package content

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"collate/generator/problem"
	"go.yaml.in/yaml/v3"
)

// A sheet is one content file while it is read: its text, where its parts
// begin, and what was found wrong with it so far.
type sheet struct {
	file     string   // as shown in problems
	text     string   // of the whole file, as decode gives it; without body in a sheet that is put away
	lines    []string // of text, without line ends; nil in a sheet that is put away
	format   string   // of the front matter: yaml, toml, json; empty: there is none
	open     int      // line on which the front matter begins, from 1
	block    []string // the front matter's lines, without the delimiters of YAML and TOML
	first    int      // line of the file on which block begins, from 1
	body     string
	bodyLine int // line of the file on which body begins, from 1
	problems problem.List
	deep     bool         // the front matter is nested too deep to be read
	marred   map[int]bool // lines that have their error; what else is odd there follows from it
	lost     bool         // what could not be read may have the names of figures in it
}

// place is the position of a node.
func (s *sheet) place(n *yaml.Node) problem.Place {
	return problem.Place{File: s.file, Line: n.Line, Column: n.Column}
}

// spotOf is the position of a node in its file.
func spotOf(n *yaml.Node) spot { return spot{int32(n.Line), int32(n.Column)} }

// find gives a spot of the file as a place, with the line as it stands there.
func (s *sheet) find(at spot) (problem.Place, string) {
	return problem.Place{File: s.file, Line: int(at.line), Column: int(at.column)}, s.line(int(at.line))
}

// line is a line of the file, from 1; empty where there is no such line.
func (s *sheet) line(n int) string {
	if s.lines == nil {
		return lineOf(s.text, n)
	}
	if n < 1 || n > len(s.lines) {
		return ""
	}
	return s.lines[n-1]
}

// lineOf is a line of a text, from 1; empty where there is no such line.
func lineOf(text string, n int) string {
	for line := range strings.SplitSeq(text, "\n") {
		if n--; n == 0 {
			return line
		}
	}
	return ""
}

// putAway is the sheet with as much as it takes to show lines of the front
// matter. That is a text of its own, so that it need not be kept as long as the
// body is, which is one too.
func (s *sheet) putAway() *sheet {
	return &sheet{file: s.file, text: strings.Clone(strings.TrimSuffix(s.text, s.body))}
}

// manyProblems is how many problems of a file are listed.
const manyProblems = 100

// add reports a problem at a line and column; 0 leaves them out. A line that
// has its error already gets no second one.
func (s *sheet) add(severity problem.Severity, line, column int, message, hint string) {
	switch n := len(s.problems); {
	case n > manyProblems || s.marred[line]:
		return
	case n == manyProblems:
		severity, line, column = problem.Error, 0, 0
		message, hint = "the file has more problems than are listed here", "mend these first"
	}
	text := s.line(line)
	if line == s.open && column == 0 {
		text = "" // a line of dashes tells nobody anything
	}
	s.problems = append(s.problems, problem.Problem{
		Place:    problem.Place{File: s.file, Line: line, Column: column},
		Severity: severity,
		Message:  message,
		Hint:     hint,
		Text:     text,
	})
}

// fail reports an error at a node.
func (s *sheet) fail(n *yaml.Node, message, hint string) {
	s.add(problem.Error, n.Line, n.Column, message, hint)
}

// lose reports an error at a node in which the names of figures may be.
func (s *sheet) lose(n *yaml.Node, message, hint string) {
	s.fail(n, message, hint)
	s.lost = true
}

// warn reports a warning at a node.
func (s *sheet) warn(n *yaml.Node, message, hint string) {
	s.add(problem.Warning, n.Line, n.Column, message, hint)
}

// document is the file without its front matter.
func (s *sheet) document() Document {
	return Document{File: s.file, Body: strings.Clone(s.body), First: s.bodyLine}
}

// inside is the column of a character of a scalar, counted from 1 in its
// value, or 0 where the value is not simply what stands in the line.
func (s *sheet) inside(n *yaml.Node, column int) int {
	line := s.line(n.Line)
	rest, ok := skip(line, n.Column-1)
	if !ok || s.marred[n.Line] {
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

// skip returns what follows the first n characters of a line.
func skip(line string, n int) (rest string, ok bool) {
	for ; n > 0 && line != ""; n-- {
		_, size := utf8.DecodeRuneInString(line)
		line = line[size:]
	}
	return line, n == 0
}

// columns is the number of characters in s.
func columns(s string) int { return utf8.RuneCountInString(s) }

// show quotes what stands in a file for a message, shortened.
func show(s string) string {
	const most = 60
	if columns(s) > most {
		rest, _ := skip(s, most)
		s = s[:len(s)-len(rest)] + "…"
	}
	return fmt.Sprintf("%q", s)
}
