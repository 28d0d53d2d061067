package frontmatter

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"collate/generator/problem"
	"github.com/BurntSushi/toml"
	"github.com/adrg/frontmatter"
)

// decodeTOML decodes the block into the tree that the same keys would be in
// YAML. The decoder does not tell where a key stands, but in which order the
// keys do: a finder looks them up in the text one after the other.
func (f *File) decodeTOML() *Node {
	text := strings.Join(f.block, "\n") + "\n"
	if at := tooDeep(text); at >= 0 {
		f.Add(problem.Error, f.first+strings.Count(text[:at], "\n"), 0, "the front matter is nested too deep here",
			"figures have one level of groups, and nothing else needs more")
		return nil
	}
	var values map[string]any
	var meta toml.MetaData
	unmarshal := func(data []byte, _ any) (err error) {
		meta, err = toml.Decode(text, &values)
		return err
	}
	in := strings.NewReader("+++\n" + text + sealed)
	if _, err := frontmatter.MustParse(in, nil, frontmatter.NewFormat("+++", sealed, unmarshal)); err != nil {
		f.brokenTOML(text, err)
		return nil
	}
	root := &Node{Kind: Mapping, Line: 1, Column: 1}
	t := tomlReader{text: text, nodes: map[string]*Node{"": root}, values: map[string]any{"": values}}
	for _, key := range meta.Keys() {
		t.key(key)
	}
	return root
}

// tooDeep finds the place where brackets are nested, or a key has parts, in
// numbers that nobody needs and over which the decoder would take minutes; -1
// for none.
func tooDeep(text string) int {
	const most = 30
	depth, dots := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"', '\'':
			i += tomlString(text[i:]) - 1
		case '#':
			n := strings.IndexByte(text[i:], '\n')
			if n < 0 {
				return -1
			}
			i += n - 1
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '.':
			dots++
		case '=', ',', '\n':
			dots = 0
		}
		if depth > most || dots > most {
			return i
		}
	}
	return -1
}

// tomlString is the length of the string with which s begins, with its
// quotes.
func tomlString(s string) int {
	mark, end := s[:1], "\n"
	if strings.HasPrefix(s, strings.Repeat(mark, 3)) {
		mark, end = s[:3], ""
	}
	for i := len(mark); i < len(s); i++ {
		switch {
		case mark[0] == '"' && s[i] == '\\':
			i++
		case strings.HasPrefix(s[i:], mark):
			return i + len(mark)
		case end != "" && s[i] == '\n':
			return i
		}
	}
	return len(s)
}

// brokenTOML reports what the TOML decoder did not understand.
func (f *File) brokenTOML(text string, err error) {
	e := toml.ParseError{}
	if !errors.As(err, &e) {
		f.Add(problem.Error, f.Open, 0, "the front matter can't be read as TOML: "+err.Error(), "")
		return
	}
	before := text[:min(max(e.Position.Start, 0), len(text))]
	line := min(max(strings.Count(before, "\n"), e.Position.Line-1), len(f.block)-1)
	column := 0
	if line == strings.Count(before, "\n") {
		column = columnsOf(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	}
	message, _, _ := strings.Cut(e.Message, "\n")
	hint := `TOML wants key = "words", with the words in quotes`
	if strings.Contains(message, "already") {
		hint = "keep one of the two"
	}
	message = strings.ToLower(message[:1]) + strings.TrimSuffix(message[1:], ".")
	f.Add(problem.Error, f.first+max(line, 0), column, "the front matter can't be read as TOML here: "+message, hint)
}

// A tomlReader makes nodes of decoded TOML.
type tomlReader struct {
	text   string
	at     int              // where the key before was found
	nodes  map[string]*Node // by path
	values map[string]any
}

// joinedKey makes one string of a key's parts.
func joinedKey(key toml.Key) string { return strings.Join(key, "\x00") }

// key adds the node of a key, and those of the tables that it is in.
func (t *tomlReader) key(key toml.Key) {
	if t.nodes[joinedKey(key)] != nil {
		return
	}
	above := joinedKey(key[:len(key)-1])
	if len(key) > 1 && t.nodes[above] == nil {
		t.key(key[:len(key)-1])
	}
	parent := t.nodes[above]
	table, ok := t.values[above].(map[string]any)
	if parent == nil || !ok {
		return // inside an array of tables: its node has everything
	}
	name := key[len(key)-1]
	value, ok := table[name]
	if !ok {
		return
	}
	at, after := t.find(name)
	k := t.node(at, Scalar, name)
	v := t.convert(value, after)
	if _, ok := value.(map[string]any); ok {
		v.Content = nil // its keys are still to come
	}
	parent.Content = append(parent.Content, k, v)
	t.nodes[joinedKey(key)], t.values[joinedKey(key)] = v, value
}

var tomlGap = regexp.MustCompile(`^["']?[ \t]*(=[ \t]*|[.\]])`)

// find looks for a key from where the one before was found: its place and
// that of its value.
func (t *tomlReader) find(name string) (at, after int) {
	for from := t.at; ; {
		i := strings.Index(t.text[from:], name)
		if i < 0 {
			return t.at, t.at
		}
		i += from
		from = i + max(1, len(name))
		if from > len(t.text) {
			return t.at, t.at
		}
		before := strings.TrimRight(t.text[:i], `"'`)
		if before != "" && !strings.ContainsRune("\n \t[.{,", rune(before[len(before)-1])) {
			continue
		}
		if gap := tomlGap.FindString(t.text[from:]); gap != "" && len(name) > 0 {
			t.at = from
			return i, from + len(gap)
		}
	}
}

// node makes a node with the place of an offset.
func (t *tomlReader) node(at int, kind Kind, value string) *Node {
	before := t.text[:at]
	return &Node{
		Kind: kind, Value: value, Plain: true,
		Line:   strings.Count(before, "\n") + 1,
		Column: columnsOf(before[strings.LastIndexByte(before, '\n')+1:]) + 1,
	}
}

// convert makes a node of a decoded value that stands at an offset.
func (t *tomlReader) convert(value any, at int) *Node {
	switch v := value.(type) {
	case string:
		return t.node(at, Scalar, v)
	case int64:
		return t.node(at, Scalar, fmt.Sprint(v))
	case float64:
		n := t.node(at, Scalar, fmt.Sprint(v))
		n.Rounded = true
		return n
	case bool:
		return t.node(at, Scalar, fmt.Sprint(v))
	case time.Time:
		return t.node(at, Scalar, tomlTime(v))
	}
	n := t.node(at, List, "")
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			n.Content = append(n.Content, t.convert(item, at))
		}
	case []map[string]any:
		for _, item := range v {
			n.Content = append(n.Content, t.convert(item, at))
		}
	case map[string]any:
		n.Kind = Mapping
	}
	return n
}

// tomlTime writes a time as it was written: the decoder notes in its zone
// what was left out.
func tomlTime(t time.Time) string {
	switch t.Location().String() {
	case "date-local":
		return t.Format(time.DateOnly)
	case "datetime-local":
		return t.Format("2006-01-02T15:04:05")
	case "time-local":
		return t.Format("15:04:05")
	}
	return t.Format(time.RFC3339)
}
