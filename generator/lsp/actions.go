package lsp

import (
	"regexp"
	"slices"
	"strings"

	"collate/generator/problem"
)

// mostFixes is how many problems are mended at once at most: each fix is tried.
const mostFixes = 8

// actions are the quick fixes of the problems in a stretch of text: those whose
// hint says what to write, tried, and kept where the problem is gone and no
// other has come.
func (s *session) actions(p struct {
	TextDocument textDocument `json:"textDocument"`
	Range        span         `json:"range"`
}) ([]codeAction, error) {
	file := s.inContent(p.TextDocument.URI)
	if file == "" {
		return nil, nil
	}
	actions := []codeAction{}
	for _, found := range s.made.Problems {
		if found.File != s.shown(file) || found.Line < p.Range.Start.Line+1 || found.Line > p.Range.End.Line+1 {
			continue
		}
		fixes := s.fixes(file, found)
		for _, edit := range fixes {
			title := "write " + strings.TrimSpace(edit.NewText)
			if edit.NewText == "" {
				title = "leave the line out"
			}
			actions = append(actions, codeAction{
				Title: title, Kind: "quickfix", Preferred: len(fixes) == 1,
				Diagnostics: []diagnostic{s.diagnostic(p.TextDocument.URI, found)},
				Edit:        workspaceEdit{Changes: map[string][]textEdit{p.TextDocument.URI: {edit}}},
			})
		}
		if len(actions) >= mostFixes {
			break
		}
	}
	return actions, nil
}

// choice is a hint that leaves it to the writer which of two is meant.
var choice = regexp.MustCompile(`^write (.+) or (.+), whichever is meant`)

// fixes are the edits that mend a problem: one for each thing that its hint says
// to write, the first that mends it.
func (s *session) fixes(file string, p problem.Problem) []textEdit {
	if p.Line == 0 {
		return nil
	}
	hints := []string{p.Hint}
	if m := choice.FindStringSubmatch(p.Hint); m != nil {
		hints = []string{"write " + m[1], "write " + m[2]}
	}
	var fixes []textEdit
	line := lineOf(s.text(file), p.Line)
	for _, hint := range hints {
		for _, edit := range candidates(hint, p, line) {
			if s.mends(file, edit, p) {
				fixes = append(fixes, edit)
				break
			}
		}
	}
	return fixes
}

var (
	writeHint = regexp.MustCompile(`^write (?:it as )?(.+)$`)
	meantHint = regexp.MustCompile(`^did you mean "(.+)"\?$`)
	entryText = regexp.MustCompile(`^(- )?"?[^:"]+"?:(\s|$)`)
)

// candidates are the edits of a line that the hint of a problem may mean, the
// likeliest first.
func candidates(hint string, p problem.Problem, line string) []textEdit {
	if strings.HasPrefix(hint, "leave the line out") {
		return []textEdit{{NewText: "", Range: span{position{p.Line - 1, 0}, position{p.Line, 0}}}}
	}
	var words []string
	if m := meantHint.FindStringSubmatch(hint); m != nil {
		words = []string{m[1]}
	} else if m := writeHint.FindStringSubmatch(hint); m != nil {
		words = []string{m[1]}
		for _, end := range []string{", or ", ", as ", " if ", " or ", ", with "} {
			if head, _, ok := strings.Cut(m[1], end); ok {
				words = append(words, head)
			}
		}
	}
	if len(words) == 0 || len(words[0]) > 500 {
		return nil
	}
	length := len([]rune(line)) + 1
	indent := length - len([]rune(strings.TrimLeft(line, " \t")))
	var edits []textEdit
	for _, word := range words {
		if entryText.MatchString(word) {
			edits = append(edits, textEdit{stretch(line, p.Line, indent, length), word})
			if p.Column > 0 {
				edits = append(edits, textEdit{stretch(line, p.Line, p.Column, length), word})
			}
			continue
		}
		edits = append(edits, textEdit{extent(problem.Problem{Place: p.Place, Text: line}), word})
		if key := lineKey.FindStringIndex(line); key != nil {
			edits = append(edits, textEdit{stretch(line, p.Line, columnAt(line, key[1]), length), word})
		}
	}
	return edits
}

// mends reports whether an edit takes a problem away, and brings no other.
func (s *session) mends(file string, edit textEdit, p problem.Problem) bool {
	before := s.text(file)
	d := document{text: before}
	d.change(&edit.Range, edit.NewText)
	if d.text == before {
		return false
	}
	open := map[string][]byte{}
	for name, d := range s.open {
		open[name] = []byte(d.text)
	}
	open[file] = []byte(d.text)
	made, err := s.workspace.Make([]string{s.name(file)}, open)
	s.changed = append(s.changed, s.name(file)) // what is remembered is of the edit
	if err != nil {
		return false
	}
	if slices.ContainsFunc(made.Problems, func(q problem.Problem) bool {
		return q.File == p.File && q.Line == p.Line && q.Message == p.Message
	}) {
		return false
	}
	return len(unknown(made.Problems, s.made.Problems)) == 0
}

// unknown are the problems of which others don't have the message in that file.
func unknown(list, others problem.List) problem.List {
	type said struct{ file, message string }
	known := make(map[said]bool, len(others))
	for _, p := range others {
		known[said{p.File, p.Message}] = true
	}
	var more problem.List
	for _, p := range list {
		if !known[said{p.File, p.Message}] {
			more = append(more, p)
		}
	}
	return more
}
