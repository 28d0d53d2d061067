package frontmatter

import (
	"fmt"
	"strings"
)

// AfterComma reports whether a key follows a comma on its line.
func (f *File) AfterComma(key *Node) bool {
	line := f.Line(key.Line)
	rest, ok := f.From(key)
	return ok && strings.HasSuffix(strings.TrimRight(strings.TrimSuffix(line, rest), " "), ",")
}

// Renamed is a hint: the line of a key with the right key in it.
func (f *File) Renamed(key *Node, meant string) string {
	line := f.Line(key.Line)
	rest, ok := f.From(key)
	if !ok || !strings.HasPrefix(rest, key.Value) {
		return "write " + meant
	}
	return "write " + strings.TrimSpace(line[:len(line)-len(rest)]+meant+rest[len(key.Value):])
}

// Words is a value that is a scalar, as it stands in the file; empty for a
// nil node, and where the value is something else, which is reported.
func (f *File) Words(n *Node, field string) string {
	switch {
	case n == nil || n.Null():
		return ""
	case n.Kind != Scalar:
		f.Fail(n, fmt.Sprintf("%s is %s, and words were expected", field, n.Describe()), f.flat(n))
		return ""
	case n.Rounded:
		f.Fail(n, field+" is a TOML number with a point, whose digits are not kept", "put it in quotes")
		return ""
	case strings.Contains(n.Value, "[[") && strings.Contains(n.Value, "]]"):
		f.Warn(n, field+" has a reference in [[ ]], which only the text below the front matter can have: it is "+
			"shown as it stands", "write the value itself")
	}
	return strings.TrimSpace(n.Value)
}

// flat is a hint: what to write instead of a list or group.
func (f *File) flat(n *Node) string {
	l := dissect(f.Line(n.Line))
	if !n.Flow || l.valueColumn() != n.Column {
		return "write words after the colon, on the same line"
	}
	switch {
	case l.key == "title" || l.key == "summary" || l.key == "description":
		return f.QuotedLine(n.Line)
	case len(n.Content) == 1 && n.Content[0].Kind == Scalar:
		return "write " + l.key + l.gap + n.Content[0].Value
	}
	return "write one value, without brackets"
}

// Items is a value that is a list of scalars, or one scalar.
func (f *File) Items(n *Node, field string) []*Node {
	switch {
	case n == nil || n.Null():
		return nil
	case n.Kind == Scalar:
		if f.StuckList(n, field) {
			return nil
		}
		return []*Node{n}
	case n.Kind == Mapping:
		f.Fail(n, fmt.Sprintf("%s is %s, and a list was expected", field, n.Describe()),
			"write "+lastWordOf(field)+": [first, second], or a line - first for each")
		return nil
	}
	var items []*Node
	for _, item := range n.Content {
		switch {
		case item.Null():
			f.Fail(item, field+" has an item without a value", "leave the item out")
		case item.Kind == Mapping && !item.Flow:
			f.Fail(item, field+" has an item with a colon and a space in it, which begins a key in YAML",
				f.quotedItem(item.Line))
		case item.Kind != Scalar:
			f.Fail(item, fmt.Sprintf("%s has an item that is %s, and words were expected", field, item.Describe()),
				f.quotedItem(item.Line))
		default:
			items = append(items, item)
		}
	}
	return items
}

// StuckList reports a list whose hyphens have no space after them, so that YAML
// sees no list but words.
func (f *File) StuckList(n *Node, field string) bool {
	l := f.Line(n.Line)
	rest, _ := f.From(n)
	if !n.Plain || len(rest) < 2 || rest[0] != '-' || strings.TrimSpace(strings.TrimSuffix(l, rest)) != "" {
		return false
	}
	f.Fail(n, field+": there is no space after the hyphen", "write - "+rest[1:])
	return true
}

func lastWordOf(field string) string {
	words := strings.Split(field, ": ")
	return words[len(words)-1]
}

// quotedItem is a hint: a line of the file with its list item in quotes.
func (f *File) quotedItem(n int) string {
	l := dissect(f.Line(n))
	if !l.item() {
		return "put the item in quotes"
	}
	return "write " + strings.TrimSpace(l.lead) + " " + Quote(l.key+l.gap+l.value)
}
