package markdown

import (
	"sort"
	"strings"
	"unicode/utf8"

	"collate/generator/problem"
)

// text is a source that knows its lines.
type text struct {
	source string
	at     Position
	starts []int       // offset of each line; made when first asked for
	last   knownColumn // the offset that was last asked for
}

// knownColumn is an offset whose column is known, so that a long line is counted
// through once and not for everything in it.
type knownColumn struct{ offset, start, column int }

// clean makes line ends \n and replaces what neither HTML nor the XML of a feed
// may hold: invalid UTF-8, control characters, noncharacters.
func clean(source string) string {
	if strings.IndexByte(source, '\r') >= 0 {
		source = strings.ReplaceAll(source, "\r\n", "\n")
		source = strings.ReplaceAll(source, "\r", "\n")
	}
	if isClean(source) {
		return source
	}
	return strings.Map(func(r rune) rune {
		if forbidden(r) {
			return utf8.RuneError
		}
		return r
	}, source)
}

// isClean reports whether a source is valid UTF-8 without forbidden characters.
// Nearly every source is, so it looks at bytes.
func isClean(source string) bool {
	for i := range len(source) {
		if c := source[i]; c < ' ' && c != '\t' && c != '\n' {
			return false
		}
	}
	return utf8.ValidString(source) && !strings.Contains(source, "\uFFFE") && !strings.Contains(source, "\uFFFF")
}

func forbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF
}

// place gives the place of an offset, and the line that it lies in.
func (t *text) place(offset int) (problem.Place, string) {
	offset = min(max(offset, 0), len(t.source))
	if t.starts == nil {
		t.starts = make([]int, 1, 1+strings.Count(t.source, "\n"))
		for i := 0; ; {
			n := strings.IndexByte(t.source[i:], '\n')
			if n < 0 {
				break
			}
			i += n + 1
			t.starts = append(t.starts, i)
		}
	}
	n := sort.SearchInts(t.starts, offset+1) - 1
	start := t.starts[n]
	line := t.source[start:]
	if n+1 < len(t.starts) {
		line = t.source[start : t.starts[n+1]-1]
	}
	if t.last.column == 0 || t.last.start != start || t.last.offset > offset {
		t.last = knownColumn{start, start, 1}
	}
	t.last.column += utf8.RuneCountInString(t.source[t.last.offset:offset])
	t.last.offset = offset
	return problem.Place{File: t.at.File, Line: t.at.Line + n, Column: t.last.column}, line
}

// nearEnough is how far a text is looked for in the source: a line or two.
const nearEnough = 600

// find gives the offset of what stands in the source soon after an offset, or
// -1.
func (t *text) find(offset int, written string) int {
	offset = min(max(offset, 0), len(t.source))
	i := strings.Index(t.source[offset:min(offset+nearEnough, len(t.source))], written)
	if i < 0 {
		return -1
	}
	return offset + i
}

// within gives a text as a part of the source, if it stands there soon after
// an offset: so it takes no memory of its own.
func (t *text) within(offset int, written string) string {
	if i := t.find(offset, written); i >= 0 {
		return t.source[i : i+len(written)]
	}
	return written
}

// complaint is a problem at an offset.
func (t *text) complaint(offset int, severity problem.Severity, message, hint string) problem.Problem {
	place, line := t.place(offset)
	return problem.Problem{Place: place, Severity: severity, Message: message, Hint: hint, Text: line}
}
