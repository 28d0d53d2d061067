package content

import (
	"slices"
	"strings"

	"collate/generator/problem"
	"go.yaml.in/yaml/v3"
)

// ReadTexts reads a flat YAML mapping of keys to texts: the interface words
// of one language (templates/text/en.yaml). It lives here because this
// package is the only one that reads YAML.
func ReadTexts(file string, data []byte) (map[string]string, problem.List) {
	s := &sheet{file: file, format: "yaml", first: 1}
	texts := map[string]string{}
	text, ok := s.decode(data)
	if !ok {
		return texts, s.problems
	}
	s.lines = strings.Split(text, "\n")
	s.block = slices.Clone(s.lines)
	root := s.root()
	if root == nil {
		return texts, s.problems
	}
	for _, e := range entries(root) {
		if e.value.Kind != yaml.ScalarNode || null(e.value) {
			s.fail(e.value, e.key.Value+" is "+kind(e.value)+", and a text was expected", "write a text in quotes")
			continue
		}
		texts[e.key.Value] = e.value.Value
	}
	return texts, s.problems
}
