package frontmatter

import (
	"strings"
)

// A lineAt of YAML as writers think of it, in the parts that it is made of:
// lead + key + gap + value + tail. This is no YAML parser. It serves where
// the real one has given up, to find what the writer meant.
type lineAt struct {
	lead  string // indent, and the dashes of list items
	key   string // with its quotes, if it has any; empty where there is none
	gap   string // the colon and the spaces around it
	value string
	tail  string // a comment and the spaces before it
}

// dissect takes a line apart.
func dissect(text string) lineAt {
	var l lineAt
	rest := strings.TrimLeft(text, " \t\u00a0\u3000")
	for strings.HasPrefix(rest, "- ") {
		rest = strings.TrimLeft(rest[2:], " ")
	}
	l.lead = text[:len(text)-len(rest)]
	if end := colon(rest); end > 0 {
		l.key = strings.TrimRight(rest[:end], " ")
		value := strings.TrimLeft(rest[end+1:], " \t")
		l.gap = rest[len(l.key) : len(rest)-len(value)]
		rest = value
	}
	l.value = strings.TrimRight(rest, " \t")
	if at := remark(l.value); at >= 0 {
		l.value = strings.TrimRight(l.value[:at], " \t")
	}
	l.tail = rest[len(l.value):]
	return l
}

// colon is the place of the colon that ends the key at the start of s; 0 for
// none.
func colon(s string) int {
	from := 0
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		end := closingAt(s)
		if end < 0 || !strings.HasPrefix(strings.TrimLeft(s[end+1:], " "), ":") {
			return 0
		}
		from = end + 1
	} else if s != "" && (s[0] == '{' || s[0] == '[') {
		return 0
	}
	for i := from; i < len(s); i++ {
		if s[i] == ':' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\t') {
			return i
		}
	}
	return 0
}

// closingAt is the place of the quote that closes the one with which s begins,
// or -1.
func closingAt(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[0] == '"' && s[i] == '\\':
			i++
		case s[i] != s[0]:
		case s[0] == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		default:
			return i
		}
	}
	return -1
}

// remark is the place of the # that begins a comment in a value, or -1. A #
// that a word follows at once is taken to belong to the value.
func remark(value string) int {
	from := 0
	if value != "" && (value[0] == '"' || value[0] == '\'') {
		from = closingAt(value) + 1
	}
	for i := from; i < len(value); i++ {
		if value[i] == '#' && (i == 0 || value[i-1] == ' ' || value[i-1] == '\t') &&
			(i+1 == len(value) || value[i+1] == ' ') {
			return i
		}
	}
	return -1
}

// indent is the column at which the line's text begins, from 0.
func (l lineAt) indent() int {
	return columnsOf(l.lead) - columnsOf(strings.TrimLeft(l.lead, " \t\u00a0\u3000"))
}

// margin is the column at which the line's key begins, from 0.
func (l lineAt) margin() int { return columnsOf(l.lead) }

// item reports whether the line is the first of a list item.
func (l lineAt) item() bool { return strings.Contains(l.lead, "-") }

// equation reports whether the line is an item of a list that YAML takes apart,
// and reads like an equation: - Share: Union = Share: CDU + Share: CSU.
func (l lineAt) equation() bool {
	return l.item() && isPlain(l.key) && strings.ContainsAny(l.key+l.value, "=<>≤≥") &&
		!strings.ContainsAny(l.value, `"'{[`)
}

// valueColumn is the column of the value, from 1.
func (l lineAt) valueColumn() int { return columnsOf(l.lead+l.key+l.gap) + 1 }

func (l lineAt) String() string { return l.lead + l.key + l.gap + l.value + l.tail }

// quoted is the line with its value in quotes, and its key too where it needs
// them.
func (l lineAt) quoted() lineAt {
	if l.key != "" && strings.ContainsRune(special, rune(l.key[0])) {
		l.key = Quote(l.key)
	}
	if l.value != "" {
		l.value = Quote(withoutQuotes(l.value))
	}
	return l
}

// withoutQuotes takes off the quotes that the writer put around a value, matching or
// not; quotes that belong to the words stay.
func withoutQuotes(value string) string {
	q := value[0]
	if q != '"' && q != '\'' {
		return value
	}
	inner := value[1:]
	switch strings.Count(inner, value[:1]) {
	case 0:
		return inner
	case 1:
		if inner[len(inner)-1] == q {
			return inner[:len(inner)-1]
		}
	default:
		if inner[len(inner)-1] == q && q == '\'' {
			return strings.ReplaceAll(inner[:len(inner)-1], "''", "'")
		}
		if end := closingAt(value); end > 1 && inner[len(inner)-1] == q && value[end-1] == ' ' {
			return inner[:len(inner)-1] // "He said "x" to them"
		}
	}
	return value
}

// Quote puts a value in quotes, in those that leave its characters as they
// are where it can.
func Quote(value string) string {
	if !strings.ContainsAny(value, `"\`) {
		return `"` + value + `"`
	}
	return "'" + strings.ReplaceAll(value, "'", "''") + "'"
}

// QuotedLine is a hint: a line of the file with its value in quotes.
func (f *File) QuotedLine(n int) string {
	return "write " + strings.TrimSpace(dissect(f.Line(n)).quoted().String())
}
