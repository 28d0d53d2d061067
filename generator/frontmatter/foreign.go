package frontmatter

import (
	"strings"

	"collate/generator/problem"
)

// Foreign is a file with front matter that was written for another program.
type Foreign struct {
	Body     string // below the front matter, line ends as \n
	BodyLine int    // line of the file on which Body begins, from 1
	// words by key, in lower case; nested keys are joined by a point, lists have
	// all their words
	Fields map[string][]string
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
// where nothing could be. Keys are as in [Read].
func ReadForeign(path string, data []byte, keys []string) (f Foreign, ok bool, problems problem.List) {
	file, root := Read(path, data, keys)
	f = Foreign{Body: file.Body, BodyLine: file.BodyLine, Fields: map[string][]string{}}
	if root != nil {
		f.gather("", root)
	}
	return f, root != nil, file.Problems
}

// gather collects the words below a node.
func (f Foreign) gather(key string, n *Node) {
	switch n.Kind {
	case Mapping:
		for _, e := range n.Entries() {
			f.gather(strings.TrimPrefix(key+"."+strings.ToLower(e.Key.Value), "."), e.Value)
		}
	case List:
		for _, item := range n.Content {
			f.gather(key, item)
		}
	case Scalar:
		if !n.Null() {
			f.Fields[key] = append(f.Fields[key], strings.TrimSpace(n.Value))
		}
	}
}
