package frontmatter

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"collate/generator/problem"
	"github.com/adrg/frontmatter"
)

// decodeJSON decodes the block, which is known to be one JSON object, into
// the tree that the same object would be in YAML.
func (f *File) decodeJSON() *Node {
	text := strings.Join(f.block, "\n")
	var n *Node
	unmarshal := func(data []byte, v any) error {
		r := jsonReader{text: text, in: json.NewDecoder(strings.NewReader(text))}
		r.in.UseNumber()
		var err error
		n, err = r.value(0)
		return err
	}
	in := strings.NewReader(sealed + "\n" + text + "\n" + sealed)
	if _, err := frontmatter.MustParse(in, nil, frontmatter.NewFormat(sealed, sealed, unmarshal)); err != nil {
		f.Add(problem.Error, f.Open, 0, "the front matter can't be read as JSON: "+err.Error(), "")
		return nil
	}
	return n
}

// A jsonReader makes nodes of JSON tokens.
type jsonReader struct {
	text string
	in   *json.Decoder
	at   int // offset up to which lines and columns have been counted
	line int // lines before at
	left int // characters before at in its line
}

// token reads a token, and makes a node for its place.
func (r *jsonReader) token() (json.Token, *Node, error) {
	from := int(r.in.InputOffset())
	t, err := r.in.Token()
	if err != nil {
		return nil, nil, err
	}
	for from < len(r.text) && strings.IndexByte(" \t\n,:", r.text[from]) >= 0 {
		from++
	}
	passed := r.text[r.at:from]
	if lines := strings.Count(passed, "\n"); lines > 0 {
		r.line, r.left = r.line+lines, 0
		passed = passed[strings.LastIndexByte(passed, '\n')+1:]
	}
	r.left += columnsOf(passed)
	r.at = from
	return t, &Node{Line: r.line + 1, Column: r.left + 1}, nil
}

// value reads a value with all that is in it.
func (r *jsonReader) value(depth int) (*Node, error) {
	t, n, err := r.token()
	if err != nil {
		return nil, err
	}
	if depth > 100 {
		return nil, errors.New("it is nested too deep")
	}
	n.Kind = Scalar
	switch t := t.(type) {
	case json.Delim:
		n.Kind = Mapping
		if t == '[' {
			n.Kind = List
		}
		for r.in.More() {
			item, err := r.value(depth + 1)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, item)
		}
		_, _, err = r.token()
	case string:
		n.Value = t
	case json.Number:
		n.Value, n.Plain = t.String(), true
	case bool:
		n.Value, n.Plain = fmt.Sprint(t), true
	case nil:
		n.Value, n.Plain, n.null = "null", true, true
	}
	return n, err
}

// brokenJSON reports what the JSON decoder did not understand.
func (f *File) brokenJSON(text string, err error) {
	e := (*json.SyntaxError)(nil)
	if !errors.As(err, &e) || e.Offset <= 0 {
		f.Add(problem.Error, f.Open, 1, "the { with which the front matter begins is never closed",
			"close every { [ and \", and put a comma between two keys")
		return
	}
	const hint = "JSON wants double quotes around keys and words, a comma between two keys, and none after the last"
	before := text[:min(int(e.Offset)-1, len(text))]
	start := strings.LastIndexByte(before, '\n') + 1
	f.Add(problem.Error, f.Open+strings.Count(before, "\n"), columnsOf(before[start:])+1,
		"the front matter can't be read as JSON here: "+err.Error(), hint)
}
