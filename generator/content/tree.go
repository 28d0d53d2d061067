package content

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"collate/generator/problem"
	"go.yaml.in/yaml/v3"
)

// nested is how deep front matter may be nested: nothing that we know has a
// place deeper than this.
const nested = 8

// kind says in words what a node is.
func kind(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a group of keys"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Tag == "!!null":
		return "nothing"
	}
	return show(n.Value)
}

// null reports whether a node is there without a value.
func null(n *yaml.Node) bool {
	return n != nil && n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

// check reports what YAML would do behind the writer's back, and takes it out
// of the tree: anchors, aliases, tags, merge keys, keys that are no words, and
// keys given twice.
func (s *sheet) check(n *yaml.Node, depth int) {
	if depth > nested {
		s.fail(n, fmt.Sprintf("the front matter is nested more than %d levels deep", nested), "figures have one level of groups, and nothing else needs more")
		s.deep = true
		return
	}
	s.checkNode(n)
	switch n.Kind {
	case yaml.MappingNode:
		s.rejoin(n)
		s.checkKeys(n)
		for i := 1; i < len(n.Content); i += 2 {
			s.check(n.Content[i], depth+1)
			s.comment(n.Content[i-1], n.Content[i])
		}
	case yaml.SequenceNode:
		for _, c := range n.Content {
			s.check(c, depth+1)
		}
	}
}

// checkNode reports anchors, aliases and tags, and marks the line: the value
// was meant as words.
func (s *sheet) checkNode(n *yaml.Node) {
	what := ""
	switch {
	case n.Kind == yaml.AliasNode:
		what = "* at the start of a value is an alias in YAML, and aliases are not taken"
	case n.Anchor != "":
		what = "& at the start of a value is an anchor in YAML, and anchors are not taken"
	case n.Style&yaml.TaggedStyle != 0:
		what = "! at the start of a value is a tag in YAML, and tags are not taken"
	default:
		s.checkText(n)
		return
	}
	at := s.signColumn(n)
	s.add(problem.Error, n.Line, at, what, s.quotedLine(n.Line))
	s.mar(n.Line)
	*n = yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: "?", Line: n.Line, Column: n.Column}
}

// checkText reports a control character that stands in a text as an escape,
// "\x1b" or "\u0000", and takes it out: pages and feeds can't hold it.
func (s *sheet) checkText(n *yaml.Node) {
	unfit := func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || refused(r) }
	at := strings.IndexFunc(n.Value, unfit)
	if n.Kind != yaml.ScalarNode || at < 0 {
		return
	}
	r, _ := utf8.DecodeRuneInString(n.Value[at:])
	s.fail(n, fmt.Sprintf("the text has the control character U+%04X as an escape", r), "delete the escape, which begins with \\")
	n.Value = strings.Map(func(r rune) rune {
		if unfit(r) {
			return -1
		}
		return r
	}, n.Value)
}

// signColumn is the column of the value in its line, before the sign that
// YAML took away.
func (s *sheet) signColumn(n *yaml.Node) int {
	if l := dissect(s.line(n.Line)); l.value != "" {
		return l.valueColumn()
	}
	return n.Column
}

// mar notes that a line has its error.
func (s *sheet) mar(line int) {
	if s.marred == nil {
		s.marred = map[int]bool{}
	}
	s.marred[line] = true
}

// checkKeys reports the keys of a mapping that can't be read, and takes them
// out with their values.
func (s *sheet) checkKeys(n *yaml.Node) {
	lines := make(map[string]int, len(n.Content)/2)
	kept := n.Content[:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		s.checkText(key)
		first, twice := lines[key.Value]
		switch {
		case key.Kind != yaml.ScalarNode || key.Anchor != "" || key.Style&yaml.TaggedStyle != 0:
			s.fail(key, "a key can't begin with "+sign(s.line(key.Line), key.Column), "put the key in quotes")
		case key.Tag == "!!merge":
			s.fail(key, "<< is a merge key in YAML, and merge keys are not taken", "write the keys out")
		case twice:
			s.fail(key, fmt.Sprintf("%q is given twice, first in line %d", key.Value, first), "keep one of the two")
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
func (s *sheet) rejoin(n *yaml.Node) {
	if n.Style&yaml.FlowStyle == 0 {
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
			s.cutInTwo(value, last)
		}
	}
	n.Content = kept
}

// torn reports whether a key is the rest of the plain value (or key) last: it
// has no value of its own, and follows the comma at once.
func torn(last, key, value *yaml.Node) bool {
	return last.Kind == yaml.ScalarNode && last.Style == 0 && !null(last) && key.Kind == yaml.ScalarNode && key.Style == 0 &&
		null(value) && value.Value == "" && last.Line == key.Line &&
		key.Column == last.Column+columns(last.Value)+1
}

// cutInTwo reports a value that was rejoined, at its last piece.
func (s *sheet) cutInTwo(value, last *yaml.Node) {
	if s.marred[value.Line] {
		return
	}
	line, hint := s.line(value.Line), "put the value in quotes"
	if from, _ := skip(line, value.Column-1); strings.HasPrefix(from, value.Value) {
		hint = "write " + strings.TrimSpace(strings.TrimSuffix(line, from)+quote(value.Value)+from[len(value.Value):])
	}
	s.fail(last, fmt.Sprintf("a comma ends a value inside { }, so %s is cut in two", show(value.Value)), hint)
	s.mar(value.Line)
}

// sign is the character at a column, for a message.
func sign(line string, column int) string {
	rest, _ := skip(line, column-1)
	for _, r := range rest {
		return string(r)
	}
	return "this"
}

// comment reports a comment that swallowed part of a value: a # with no space
// after it. A key without a value may have had one that began with #.
func (s *sheet) comment(key, value *yaml.Node) {
	if value.Kind != yaml.ScalarNode || value.Style != 0 || s.format != "yaml" {
		return
	}
	from, n := value, columns(value.Value)
	if null(value) && value.Value == "" {
		from, n = key, columns(key.Value)
	}
	line := s.line(from.Line)
	if !strings.Contains(line, "#") {
		return
	}
	rest, ok := skip(line, from.Column-1+n)
	before, after, found := strings.Cut(rest, "#")
	if !ok || !found || strings.Trim(before, " :\t'\"") != "" || after == "" || strings.HasPrefix(after, " ") || strings.HasPrefix(after, "#") {
		return
	}
	s.add(problem.Error, from.Line, columns(line)-columns(after), "from # on this is a comment in YAML, and not part of the value", s.quotedLine(from.Line)+", or put a space after # if it is a comment")
	s.mar(from.Line)
}

// entry is a key of a mapping and its value.
type entry struct{ key, value *yaml.Node }

// entries are the keys of a mapping in the order of the file.
func entries(n *yaml.Node) []entry {
	list := make([]entry, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		list = append(list, entry{n.Content[i], n.Content[i+1]})
	}
	return list
}

// has reports whether a mapping has one of the keys.
func has(n *yaml.Node, keys ...string) bool {
	return slices.ContainsFunc(entries(n), func(e entry) bool { return slices.Contains(keys, e.key.Value) })
}
