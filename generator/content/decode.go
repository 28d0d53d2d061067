package content

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"collate/generator/problem"
	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v3"
)

// sealed closes the front matter that is handed to the front matter library.
// The library takes any line that reads like the closing one, indented or in
// the middle of a block of text, for the end. We have found the true end by
// then, and close with a line that no content file can hold.
const sealed = "\x00"

// root decodes the front matter and checks its tree. It returns a mapping
// with places in the file, empty where there is no front matter, or nil where
// it can't be read; the sheet says why.
func (s *sheet) root() *yaml.Node {
	var n *yaml.Node
	switch s.format {
	case "":
		return &yaml.Node{Kind: yaml.MappingNode, Line: 1}
	case "yaml":
		n = s.decodeYAML()
	case "toml":
		n = s.decodeTOML()
	case "json":
		n = s.decodeJSON()
	}
	switch {
	case n == nil:
		return nil
	case n.Kind == 0 || n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		return &yaml.Node{Kind: yaml.MappingNode, Line: s.open}
	}
	s.shift(n)
	if n.Kind != yaml.MappingNode {
		hint := `write a line such as title: "…" for each key`
		if n.Kind == yaml.SequenceNode {
			hint = "leave out the hyphens before the keys"
		}
		s.fail(n, "the front matter is "+kind(n)+", not keys with values", hint)
		return nil
	}
	if s.check(n, 0); s.deep {
		return nil
	}
	return n
}

// shift turns lines of the block into lines of the file.
func (s *sheet) shift(n *yaml.Node) {
	n.Line += s.first - 1
	for _, c := range n.Content {
		s.shift(c)
	}
}

// decodeYAML decodes the block, mended where it has to be. It returns a node
// without a kind for an empty block.
func (s *sheet) decodeYAML() *yaml.Node {
	if !s.plainYAML() {
		return nil
	}
	n, err := parseYAML(s.block)
	if err == nil && (n.Kind != yaml.ScalarNode || !strings.ContainsAny(n.Value, ":=：")) && !indentedOddly(n) {
		return n
	}
	mended, ok := s.mend()
	if !ok {
		return nil
	}
	n, again := parseYAML(mended)
	if again == nil {
		return n
	}
	if len(s.problems) == 0 {
		s.unknownError(again)
	}
	return nil
}

// indentedOddly reports whether a key begins with a space that YAML takes for
// a letter.
func indentedOddly(n *yaml.Node) bool {
	if n.Kind == yaml.ScalarNode {
		return false
	}
	for i, c := range n.Content {
		key := n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && i%2 == 0
		if key && c.Style == 0 && strings.IndexFunc(c.Value, unicode.IsSpace) == 0 || indentedOddly(c) {
			return true
		}
	}
	return false
}

// parseYAML decodes lines into a tree.
func parseYAML(lines []string) (n *yaml.Node, err error) {
	// The decoder panics where it meets a case that its authors thought
	// impossible. Whatever that is, it is the content that brought it about.
	defer func() {
		if r := recover(); r != nil {
			n, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	var b strings.Builder
	b.WriteString("---\n")
	for _, l := range lines {
		b.WriteString(l)
		b.WriteByte('\n')
	}
	b.WriteString(sealed)
	var document yaml.Node
	unmarshal := func(data []byte, v any) error { return yaml.Unmarshal(data, v) }
	if _, err := frontmatter.MustParse(strings.NewReader(b.String()), &document, frontmatter.NewFormat("---", sealed, unmarshal)); err != nil {
		return nil, err
	}
	if len(document.Content) == 0 {
		return &document, nil
	}
	return document.Content[0], nil
}

// plainYAML prepares the block: line ends that only YAML knows become spaces,
// so that both count the same lines. It reports characters that YAML refuses
// and lines that would end the YAML document before the block ends.
func (s *sheet) plainYAML() bool {
	ok := true
	for i, l := range s.block {
		if strings.HasPrefix(l, "...") || strings.HasPrefix(l, "---") {
			s.add(problem.Error, s.first+i, 1, show(l[:3])+" at the start of a line ends the front matter for YAML",
				"close the front matter with a line that is exactly ---, or quote the text")
			ok = false
		}
		if strings.HasPrefix(l, "%") && i == 0 {
			s.add(problem.Error, s.first+i, 1, "a line that begins with % is an instruction to YAML", "put the key in quotes")
			ok = false
		}
		if ascii(l) {
			continue
		}
		s.block[i] = breaks.Replace(l)
		if at := strings.IndexFunc(s.block[i], refused); at >= 0 {
			r := []rune(s.block[i][at:])[0]
			s.add(problem.Error, s.first+i, columns(s.block[i][:at])+1, fmt.Sprintf("front matter can't hold the invisible character U+%04X", r), "delete the character")
			ok = false
		}
	}
	return ok
}

var breaks = strings.NewReplacer("\u0085", " ", "\u2028", " ", "\u2029", " ")

// refused reports whether YAML allows r nowhere.
func refused(r rune) bool {
	return r >= 0x80 && r <= 0x9f || r == 0xfeff || r == 0xfffe || r == 0xffff
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// unknownError reports an error of the decoder that none of the usual slips
// explains. The line is the first after the longest beginning of the block
// that is good YAML; where the block is too long to try, it is the decoder's,
// which often names the line before.
func (s *sheet) unknownError(err error) {
	const try = 300
	at := 0
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		at, _ = strconv.Atoi(m[1])
		at-- // from 0
	}
	if len(s.block) <= try {
		for n := len(s.block) - 1; n >= 0; n-- {
			if _, err := parseYAML(s.block[:n]); err == nil {
				at = n
				break
			}
		}
	}
	at = max(0, min(at, len(s.block)-1))
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	message = yamlLine.ReplaceAllString(message, "")
	if said, ok := yamlWords[message]; ok {
		message = said
	}
	s.add(problem.Error, s.first+at, 0, "the front matter can't be read as YAML here: "+message, "put the value in quotes, and check the quotes, brackets and indents around this line")
}

// yamlWords says the decoder's errors in plain words.
var yamlWords = map[string]string{
	"mapping values are not allowed in this context":               "a colon stands where no key can be",
	"did not find expected key":                                    "a key with a colon was expected",
	"could not find expected ':'":                                  "a key without a colon",
	"did not find expected ',' or '}'":                             "a { is not closed, or a comma is missing",
	"did not find expected ',' or ']'":                             "a [ is not closed, or a comma is missing",
	"did not find expected '-' indicator":                          "a list item that begins with - was expected",
	"did not find expected node content":                           "a value was expected",
	"found unexpected end of stream":                               "a quote is not closed",
	"found unknown escape character":                               `\ in double quotes begins an escape, and this is none that YAML knows`,
	"found character that cannot start any token":                  "a value can't begin with this character unless it is quoted",
	"block sequence entries are not allowed in this context":       "a list can't begin on the line of its key",
	"did not find expected alphabetic or numeric character":        "* and & have a meaning of their own at the start of a value",
	"found a tab character that violates indentation":              "a tab stands where spaces are expected",
	"exceeded max depth of 10000":                                  "it is nested too deep",
	"found a tab character where an indentation space is expected": "a tab stands where spaces are expected",
}
