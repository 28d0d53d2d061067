package frontmatter

import (
	"slices"
	"strings"

	"collate/generator/problem"
)

// A Kind is what a node is in the tree of front matter.
type Kind uint8

// The kinds of nodes.
const (
	Scalar  Kind = iota + 1
	Mapping      // keys with values
	List
)

// A Node is one value of front matter with its place in the file, the same
// for all three formats.
type Node struct {
	Kind    Kind
	Value   string  // of a scalar, as it stands in the file
	Line    int     // from 1
	Column  int     // in characters, from 1
	Content []*Node // the items of a list; the keys and values of a mapping in turn
	Flow    bool    // a list or mapping in brackets or braces
	Plain   bool    // a scalar without quotes
	Rounded bool    // a number whose digits are lost, for TOML hands over the nearest float
	null    bool    // there is no value
	merge   bool    // a key << that merges
	sign    byte    // * & or ! of YAML's, with which it began
}

// Describe says in words what a node is.
func (n *Node) Describe() string {
	switch {
	case n.Kind == Mapping:
		return "a group of keys"
	case n.Kind == List:
		return "a list"
	case n.null:
		return "nothing"
	}
	return problem.Quote(n.Value)
}

// Null reports whether a node is there without a value.
func (n *Node) Null() bool { return n != nil && n.Kind == Scalar && n.null }

// Blank reports whether a node has no value, or an empty one.
func (n *Node) Blank() bool {
	return n.Null() || n.Kind == Scalar && strings.TrimSpace(n.Value) == ""
}

// Position is where the node stands in its file.
func (n *Node) Position() Position { return Position{int32(n.Line), int32(n.Column)} }

// A Position is a place in a file that is known: line and column as in
// [problem.Place].
type Position struct{ Line, Column int32 }

// An Entry is a key of a mapping and its value.
type Entry struct{ Key, Value *Node }

// Entries are the keys of a mapping in the order of the file.
func (n *Node) Entries() []Entry {
	list := make([]Entry, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		list = append(list, Entry{n.Content[i], n.Content[i+1]})
	}
	return list
}

// Has reports whether a mapping has one of the keys.
func (n *Node) Has(keys ...string) bool {
	return slices.ContainsFunc(n.Entries(), func(e Entry) bool { return slices.Contains(keys, e.Key.Value) })
}
