package frontmatter

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"collate/generator/problem"
)

// deepestNested is how deep front matter may be nested: nothing that we know has a
// place deeper than this.
const deepestNested = 8

// check reports what YAML would do behind the writer's back, and takes it out
// of the tree: anchors, aliases, tags, merge keys, keys that are no words, and
// keys given twice.
func (f *File) check(n *Node, depth int) {
	if depth > deepestNested {
		f.Fail(n, fmt.Sprintf("the front matter is nested more than %d levels deep", deepestNested),
			"figures have one level of groups, and nothing else needs more")
		f.deep = true
		return
	}
	f.checkNode(n)
	switch n.Kind {
	case Mapping:
		f.rejoin(n)
		f.checkKeys(n)
		for i := 1; i < len(n.Content); i += 2 {
			f.check(n.Content[i], depth+1)
			f.comment(n.Content[i-1], n.Content[i])
		}
	case List:
		for _, c := range n.Content {
			f.check(c, depth+1)
		}
	}
}

// signed says what YAML takes the signs at the start of a value for.
var signed = map[byte]string{
	'*': "* at the start of a value is an alias in YAML, and aliases are not taken",
	'&': "& at the start of a value is an anchor in YAML, and anchors are not taken",
	'!': "! at the start of a value is a tag in YAML, and tags are not taken",
}

// checkNode reports anchors, aliases and tags, and marks the line: the value
// was meant as words.
func (f *File) checkNode(n *Node) {
	what, signed := signed[n.sign]
	if !signed {
		f.checkText(n)
		return
	}
	at := f.signColumn(n)
	f.Add(problem.Error, n.Line, at, what, f.QuotedLine(n.Line))
	f.MarkReported(n.Line)
	*n = Node{Kind: Scalar, Plain: true, Value: "?", Line: n.Line, Column: n.Column}
}

// checkText reports a control character that stands in a text as an escape,
// "\x1b" or "\u0000", and takes it out: pages and feeds can't hold it.
func (f *File) checkText(n *Node) {
	unfit := func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || refused(r) }
	at := strings.IndexFunc(n.Value, unfit)
	if n.Kind != Scalar || at < 0 {
		return
	}
	r, _ := utf8.DecodeRuneInString(n.Value[at:])
	f.Fail(n, fmt.Sprintf("the text has the control character U+%04X as an escape", r),
		"delete the escape, which begins with \\")
	n.Value = strings.Map(func(r rune) rune {
		if unfit(r) {
			return -1
		}
		return r
	}, n.Value)
}

// signColumn is the column of the value in its line, before the sign that
// YAML took away.
func (f *File) signColumn(n *Node) int {
	if l := dissect(f.Line(n.Line)); l.value != "" {
		return l.valueColumn()
	}
	return n.Column
}

// checkKeys reports the keys of a mapping that can't be read, and takes them
// out with their values.
func (f *File) checkKeys(n *Node) {
	lines := make(map[string]int, len(n.Content)/2)
	kept := n.Content[:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		f.checkText(key)
		first, twice := lines[key.Value]
		switch {
		case key.Kind != Scalar || key.sign != 0:
			f.Fail(key, "a key can't begin with "+signAt(f.Line(key.Line), key.Column), "put the key in quotes")
		case key.merge:
			f.Fail(key, "<< is a merge key in YAML, and merge keys are not taken", "write the keys out")
		case twice:
			f.Fail(key, fmt.Sprintf("%q is given twice, first in line %d", key.Value, first), "keep one of the two")
		default:
			lines[key.Value] = key.Line
			kept = append(kept, key, value)
		}
	}
	n.Content = kept
}

// rejoin reports values that were cut at a comma inside braces: in
// {A: $1,500M} YAML sees A with $1, and a key 500M. The tree gets what was
// meant.
func (f *File) rejoin(n *Node) {
	if !n.Flow {
		return
	}
	kept := n.Content[:0]
	for i := 0; i+1 < len(n.Content); {
		value := n.Content[i+1]
		kept = append(kept, n.Content[i], value)
		parts, last := []string{value.Value}, value
		for i += 2; i+1 < len(n.Content) && torn(last, n.Content[i], n.Content[i+1]); i += 2 {
			last = n.Content[i]
			parts = append(parts, last.Value)
		}
		if len(parts) > 1 {
			value.Value = strings.Join(parts, ",")
			f.cutInTwo(value, last)
		}
	}
	n.Content = kept
}

// torn reports whether a key is the rest of the plain value (or key) last: it
// has no value of its own, and follows the comma at once.
func torn(last, key, value *Node) bool {
	return bareScalar(last) && !last.Null() && bareScalar(key) &&
		value.Null() && value.Value == "" && last.Line == key.Line &&
		key.Column == last.Column+columnsOf(last.Value)+1
}

// bareScalar reports whether a node is a scalar without quotes, and no alias.
func bareScalar(n *Node) bool { return n.Kind == Scalar && n.Plain && n.sign != '*' }

// cutInTwo reports a value that was rejoined, at its last piece.
func (f *File) cutInTwo(value, last *Node) {
	if f.reported[value.Line] {
		return
	}
	line, hint := f.Line(value.Line), "put the value in quotes"
	if from, _ := skipIndent(line, value.Column-1); strings.HasPrefix(from, value.Value) {
		hint = "write " + strings.TrimSpace(strings.TrimSuffix(line, from)+Quote(value.Value)+from[len(value.Value):])
	}
	f.Fail(last, fmt.Sprintf("a comma ends a value inside { }, so %s is cut in two", problem.Quote(value.Value)), hint)
	f.MarkReported(value.Line)
}

// signAt is the character at a column, for a message.
func signAt(line string, column int) string {
	rest, _ := skipIndent(line, column-1)
	for _, r := range rest {
		return string(r)
	}
	return "this"
}

// comment reports a comment that swallowed part of a value: a # with no space
// after it. A key without a value may have had one that began with #.
func (f *File) comment(key, value *Node) {
	if value.Kind != Scalar || !value.Plain || f.Format != "yaml" {
		return
	}
	from, n := value, columnsOf(value.Value)
	if value.Null() && value.Value == "" {
		from, n = key, columnsOf(key.Value)
	}
	line := f.Line(from.Line)
	if !strings.Contains(line, "#") {
		return
	}
	rest, ok := skipIndent(line, from.Column-1+n)
	before, after, found := strings.Cut(rest, "#")
	if !ok || !found || strings.Trim(before, " :\t'\"") != "" || after == "" || strings.HasPrefix(after, " ") ||
		strings.HasPrefix(after, "#") {
		return
	}
	f.Add(problem.Error, from.Line, columnsOf(line)-columnsOf(after),
		"from # on this is a comment in YAML, and not part of the value",
		f.QuotedLine(from.Line)+", or put a space after # if it is a comment")
	f.MarkReported(from.Line)
}
