package content

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"collate/generator/frontmatter"
	"collate/generator/problem"
)

// turns reports whether a character overrides or embeds the direction of text,
// by which what is shown is not what is written: $120B as B021$.
func turns(r rune) bool { return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 }

// directions reports such characters in the front matter: in figures they are
// errors, since nobody can see what a value is.
func (s *fileReader) directions(root *frontmatter.Node) {
	for _, e := range root.Entries() {
		severity := problem.Warning
		if e.Key.Value == "figures" {
			severity = problem.Error
		}
		s.direction(e.Key, problem.Warning)
		s.direction(e.Value, severity)
	}
}

func (s *fileReader) direction(n *frontmatter.Node, severity problem.Severity) {
	for _, child := range n.Content {
		s.direction(child, severity)
	}
	at := strings.IndexFunc(n.Value, turns)
	if n.Kind != frontmatter.Scalar || at < 0 {
		return
	}
	mark, _ := utf8.DecodeRuneInString(n.Value[at:])
	column := n.Column
	if before, _, found := strings.Cut(s.Line(n.Line), string(mark)); found {
		column = utf8.RuneCountInString(before) + 1
	}
	s.Add(severity, n.Line, column,
		fmt.Sprintf("a mark here turns the direction of text (U+%04X), so that it shows as something else than it is",
			mark),
		"take the mark away; right-to-left text needs none")
}
