package problem

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// How the text format is laid out, in columns of a terminal.
const (
	indent     = "    "
	tab        = 4   // a tab reaches to the next multiple of this
	shownWidth = 100 // of a longer line only so much is shown, around the caret
)

// WriteText writes the list for people to read, with colours where color is
// set. Control characters that come from content are escaped. The error is
// the writer's.
func (l List) WriteText(w io.Writer, color bool) error {
	out := bufio.NewWriter(w)
	paint := func(code, s string) string {
		if !color {
			return s
		}
		return "\x1b[" + code + "m" + s + "\x1b[0m"
	}
	for _, p := range l {
		severity := paint("1;31", string(p.Severity)+":")
		if p.Severity == Warning {
			severity = paint("1;33", string(p.Severity)+":")
		}
		fmt.Fprintf(out, "%s: %s %s\n", paint("1", p.Place.String()), severity, escape(p.Message))
		if p.Text != "" {
			line, caret := excerpt(p.Text, p.Column)
			fmt.Fprintf(out, "%s%s\n", indent, line)
			if p.Column > 0 {
				fmt.Fprintf(out, "%s%s%s\n", indent, strings.Repeat(" ", caret), paint("1;32", "^"))
			}
		}
		if p.Hint != "" {
			fmt.Fprintf(out, "%s%s %s\n", indent, paint("36", "hint:"), escape(p.Hint))
		}
	}
	return out.Flush()
}

// String is the place as editors understand it, file:line:column.
func (p Place) String() string {
	s := escape(p.File)
	if p.Line > 0 {
		s += fmt.Sprint(":", p.Line)
		if p.Column > 0 {
			s += fmt.Sprint(":", p.Column)
		}
	}
	return s
}

// cell is one character as a terminal shows it.
type cell struct {
	text string
	at   int // columns of the terminal before it
}

// excerpt returns the line as it is to be shown and the number of columns of
// the terminal before the character at column (counted from 1, or one past
// the end; 0 for none).
func excerpt(line string, column int) (shown string, caret int) {
	line, column, before, after := cutAround(line, column)
	cells := layOut(line)
	end := cells[len(cells)-1].at
	column = max(0, min(column-1, len(cells)-1))
	caret = cells[column].at
	if end <= shownWidth && !before && !after {
		return join(cells), caret
	}
	// The caret stands in the middle unless an end of the line is nearer.
	first := max(0, min(caret-shownWidth/2, end-shownWidth))
	last := first + shownWidth
	from, to := 0, len(cells)
	for cells[from].at < first {
		from++
	}
	for cells[to-1].at > last {
		to--
	}
	shown, caret = join(cells[from:to]), caret-cells[from].at
	if from > 0 || before {
		shown, caret = "… "+shown, caret+2
	}
	if to < len(cells) || after {
		shown += " …"
	}
	return shown, caret
}

// cutAround cuts a very long line down to the neighbourhood of column, so that one
// of megabytes costs nothing to show, and tells at which ends it was cut.
func cutAround(line string, column int) (cut string, at int, before, after bool) {
	const reach = 4 * shownWidth
	if len(line) <= 2*reach {
		return line, column, false, false
	}
	n, from, to := 0, 0, len(line)
	for i := range line {
		if n == column-1-reach {
			from, at = i, n
		}
		if n == max(column-1, 0)+reach {
			to = i
			break
		}
		n++
	}
	return line[from:to], column - at, from > 0, to < len(line)
}

// layOut gives every character of line its columns; a last, empty cell marks
// the end.
func layOut(line string) []cell {
	var cells []cell
	at := 0
	commands := commandsIn(line)
	for i, r := range line {
		text, columns := show(r, at)
		if commands[i] {
			text = fmt.Sprintf(`\u%04x`, r)
			columns = len(text)
		}
		cells = append(cells, cell{text, at})
		at += columns
	}
	return append(cells, cell{"", at})
}

// Columns is how many columns of a terminal a line takes, as WriteText counts
// them: East Asian characters are wide, combining ones take none.
func Columns(line string) int {
	cells := layOut(line)
	return cells[len(cells)-1].at
}

func join(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return b.String()
}

// show returns how r is printed at a column of the terminal, and how many
// columns that takes.
func show(r rune, at int) (string, int) {
	switch {
	case r == '\t':
		n := tab - at%tab
		return strings.Repeat(" ", n), n
	case !safe(r):
		s := escape(string(r))
		return s, len(s)
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return string(r), 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return string(r), 2
	}
	return string(r), 1
}

// escape writes the characters of s that a terminal might obey, or that would
// hide or reorder what follows, as \u escapes; likewise what the log of a
// GitHub runner would take for a command.
func escape(s string) string {
	commands := commandsIn(s)
	if len(commands) == 0 && strings.IndexFunc(s, func(r rune) bool { return !safe(r) }) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case commands[i]:
			fmt.Fprintf(&b, `\u%04x`, r)
		case safe(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// commandsIn finds the characters that make a line a command for GitHub's
// runner: the first of :: where a line begins so, spaces aside, and the last of
// ##[ anywhere.
func commandsIn(line string) map[int]bool {
	var at map[int]bool
	mark := func(i int) {
		if at == nil {
			at = map[int]bool{}
		}
		at[i] = true
	}
	if rest := strings.TrimLeftFunc(line, unicode.IsSpace); strings.HasPrefix(rest, "::") {
		mark(len(line) - len(rest))
	}
	for from := 0; ; {
		i := strings.Index(line[from:], "##[")
		if i < 0 {
			return at
		}
		mark(from + i + 2)
		from += i + 3
	}
}

// safe reports whether r may go to a terminal: no control characters, no line
// ends, no marks that change the direction of text.
func safe(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0, r == unicode.ReplacementChar,
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, // direction
		r == 0x200e, r == 0x200f, r == 0x061c, // likewise
		r == 0x2028, r == 0x2029, r == 0xfeff:
		return false
	}
	return true
}
