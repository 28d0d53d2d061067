package frontmatter

import (
	"slices"
	"strings"

	"collate/generator/problem"
)

// ReadTexts reads a flat YAML mapping of keys to texts: the interface words
// of one language (templates/text/en.yaml). It lives here because this
// package is the only one that reads YAML.
func ReadTexts(file string, data []byte) (map[string]string, problem.List) {
	f := &File{Path: file, Format: "yaml", first: 1}
	texts := map[string]string{}
	text, ok := f.decode(data)
	if !ok {
		return texts, f.Problems
	}
	f.lines = strings.Split(text, "\n")
	f.block = slices.Clone(f.lines)
	root := f.root()
	if root == nil {
		return texts, f.Problems
	}
	for _, e := range root.Entries() {
		if e.Value.Kind != Scalar || e.Value.Null() {
			f.Fail(e.Value, e.Key.Value+" is "+e.Value.Describe()+", and a text was expected", "write a text in quotes")
			continue
		}
		texts[e.Key.Value] = e.Value.Value
	}
	return texts, f.Problems
}
