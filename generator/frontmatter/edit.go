package frontmatter

import (
	"bytes"
	"errors"
	"slices"
	"strings"
)

// Insert gives the bytes of a content file with one more key in a group of its
// front matter, beside one that is there: archived beside url in source. All
// else stays to the byte: line ends, comments, order, a byte order mark. Where
// the key has a line of its own the new one gets the next line, else it stands
// behind it on the same line.
//
// The file is read before and after: an edit that changes anything else of what
// it says is no edit, and an error says so.
func Insert(data []byte, keys []string, group, beside, key, value string) ([]byte, error) {
	before, old := Read("", data, keys)
	in := old.at(group)
	at := in.at(beside)
	switch {
	case at == nil || at.Kind != Scalar:
		return nil, errors.New("there is no " + group + ": " + beside)
	case in.Has(key):
		return nil, errors.New("there is a " + group + ": " + key + " already")
	}
	e := edit{data: data, format: before.Format, key: key, value: value}
	for _, candidate := range e.candidates(in, at, beside) {
		after, root := Read("", candidate, keys)
		added := root.at(group)
		if root == nil || added.at(key) == nil || added.at(key).Value != value || after.Body != before.Body ||
			len(after.Problems) != len(before.Problems) {
			continue
		}
		added.drop(key)
		if equal(old, root) {
			return candidate, nil
		}
	}
	return nil, errors.New("the front matter is written in a way that can't be added to")
}

// edit is one key to be added to a file.
type edit struct {
	data               []byte
	format, key, value string
}

// candidates are edits that may do it, the likeliest first.
func (e edit) candidates(in, at *Node, beside string) [][]byte {
	start, end, next := lineIn(e.data, at.Line)
	line := string(e.data[start:end])
	var all [][]byte
	if name := strings.Index(line, beside); name >= 0 && !in.Flow && e.format != "json" {
		before := strings.TrimRight(line[:name], `"'`)
		if strings.Trim(before, " \t") == "" || e.format == "toml" {
			all = append(all, e.put(next, e.lineEnd(end, next)+before+e.written(at)))
		}
	}
	for from := 0; at.Value != ""; {
		found := strings.Index(line[from:], at.Value)
		if found < 0 {
			break
		}
		from += found + len(at.Value)
		behind := from
		if behind < len(line) && (line[behind] == '"' || line[behind] == '\'') {
			behind++
		}
		all = append(all, e.put(start+behind, ", "+e.written(nil)))
	}
	return all
}

// written is the key with its value, beside a value on a line of its own, or
// within a line.
func (e edit) written(beside *Node) string {
	switch {
	case e.format == "json":
		return `"` + e.key + `": "` + e.value + `"`
	case e.format == "toml":
		return e.key + ` = "` + e.value + `"`
	case beside != nil && beside.Plain:
		return e.key + ": " + e.value
	}
	return e.key + ": " + Quote(e.value)
}

// put is the file with text put in at a place. A line that comes with its line
// end in front is put before the place's own.
func (e edit) put(at int, text string) []byte {
	if ends := text[:len(text)-len(strings.TrimLeft(text, "\r\n"))]; ends != "" {
		text = text[len(ends):] + ends
	}
	return slices.Concat(e.data[:at], []byte(text), e.data[at:])
}

// lineEnd is how a line ends, as \n, \r or both.
func (e edit) lineEnd(end, next int) string {
	if end == next {
		return "\n"
	}
	return string(e.data[end:next])
}

// lineIn finds a line of a file, from 1: where it begins, where its characters
// end, and where the next begins.
func lineIn(data []byte, n int) (start, end, next int) {
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		next = len("\xef\xbb\xbf")
	}
	for ; n > 0; n-- {
		start = next
		length := bytes.IndexAny(data[start:], "\r\n")
		if length < 0 {
			return start, len(data), len(data)
		}
		end = start + length
		next = end + 1
		if data[end] == '\r' && next < len(data) && data[next] == '\n' {
			next++
		}
	}
	return start, end, next
}

// at is the value of a key; nil where there is none.
func (n *Node) at(key string) *Node {
	if n == nil || n.Kind != Mapping {
		return nil
	}
	for _, e := range n.Entries() {
		if e.Key.Value == key {
			return e.Value
		}
	}
	return nil
}

// drop takes a key out.
func (n *Node) drop(key string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			n.Content = slices.Delete(n.Content, i, i+2)
			return
		}
	}
}

// equal reports whether two trees say the same.
func equal(a, b *Node) bool {
	return a.Kind == b.Kind && a.Value == b.Value && a.null == b.null && slices.EqualFunc(a.Content, b.Content, equal)
}
