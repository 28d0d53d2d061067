package content

import (
	"strings"

	"collate/generator/problem"
	"go.yaml.in/yaml/v3"
)

// Foreign is a file with front matter that was written for another program.
type Foreign struct {
	Document
	Fields map[string][]string // words by key, in lower case; nested keys are joined by a point, lists have all their words
}

// First is the first word of a key of several names, the earlier name first;
// empty where there is none.
func (f Foreign) First(keys ...string) string {
	for _, key := range keys {
		if words := f.Fields[key]; len(words) > 0 && words[0] != "" {
			return words[0]
		}
	}
	return ""
}

// ReadForeign reads a file with front matter, whatever its keys. The problems
// are those of a file that can't be read, or not as it was meant; ok is false
// where nothing could be.
func ReadForeign(file string, data []byte) (f Foreign, ok bool, problems problem.List) {
	f.Fields = map[string][]string{}
	s, ok := cut(file, data)
	var root *yaml.Node
	if ok {
		root = s.root()
	}
	if root != nil {
		f.gather("", root)
	}
	f.Document = s.document()
	return f, root != nil, s.problems
}

// gather collects the words below a node.
func (f Foreign) gather(key string, n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		for _, e := range entries(n) {
			f.gather(strings.TrimPrefix(key+"."+strings.ToLower(e.key.Value), "."), e.value)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			f.gather(key, item)
		}
	case yaml.ScalarNode:
		if !null(n) {
			f.Fields[key] = append(f.Fields[key], strings.TrimSpace(n.Value))
		}
	}
}
