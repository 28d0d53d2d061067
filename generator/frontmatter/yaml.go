package frontmatter

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
func (f *File) root() *Node {
	var n *Node
	switch f.Format {
	case "":
		return &Node{Kind: Mapping, Line: 1}
	case "yaml":
		n = f.decodeYAML()
	case "toml":
		n = f.decodeTOML()
	case "json":
		n = f.decodeJSON()
	}
	switch {
	case n == nil:
		return nil
	case n.Kind == 0 || n.Null():
		return &Node{Kind: Mapping, Line: f.Open}
	}
	f.shift(n)
	if n.Kind != Mapping {
		hint := `write a line such as title: "…" for each key`
		if n.Kind == List {
			hint = "leave out the hyphens before the keys"
		}
		f.Fail(n, "the front matter is "+n.Describe()+", not keys with values", hint)
		return nil
	}
	if f.check(n, 0); f.deep {
		return nil
	}
	return n
}

// shift turns lines of the block into lines of the file.
func (f *File) shift(n *Node) {
	n.Line += f.first - 1
	for _, c := range n.Content {
		f.shift(c)
	}
}

// decodeYAML decodes the block, mended where it has to be. It returns a node
// without a kind for an empty block.
func (f *File) decodeYAML() *Node {
	if !f.plainYAML() {
		return nil
	}
	n, err := parseYAML(f.block)
	if err == nil && (n.Kind != Scalar || !strings.ContainsAny(n.Value, ":=：")) && !indentedOddly(n) {
		return n
	}
	repaired, ok := f.repair()
	if !ok {
		return nil
	}
	n, again := parseYAML(repaired)
	if again == nil {
		return n
	}
	if len(f.Problems) == 0 {
		f.unknownError(again)
	}
	return nil
}

// indentedOddly reports whether a key begins with a space that YAML takes for
// a letter.
func indentedOddly(n *Node) bool {
	if n.Kind == Scalar {
		return false
	}
	for i, c := range n.Content {
		key := n.Kind == Mapping && !n.Flow && i%2 == 0
		if key && c.Plain && strings.IndexFunc(c.Value, unicode.IsSpace) == 0 || indentedOddly(c) {
			return true
		}
	}
	return false
}

// parseYAML decodes lines into a tree.
func parseYAML(lines []string) (n *Node, err error) {
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
	if _, err := frontmatter.MustParse(strings.NewReader(b.String()), &document,
		frontmatter.NewFormat("---", sealed, unmarshal)); err != nil {
		return nil, err
	}
	if len(document.Content) == 0 {
		return &Node{Line: document.Line, Column: document.Column}, nil
	}
	nodes := make([]Node, countNodes(document.Content[0])) // side by side, as they are used
	return fromYAML(document.Content[0], &nodes), nil
}

// countNodes is how many nodes a tree has.
func countNodes(n *yaml.Node) int {
	count := 1
	for _, c := range n.Content {
		count += countNodes(c)
	}
	return count
}

// kindsOfYAML are those that the decoder knows; an alias has a sign, and is a scalar
// for us.
var kindsOfYAML = map[yaml.Kind]Kind{
	yaml.ScalarNode: Scalar, yaml.AliasNode: Scalar, yaml.MappingNode: Mapping, yaml.SequenceNode: List,
}

// fromYAML makes a node of one of the decoder's, with what is below it. It
// takes the nodes from free.
func fromYAML(n *yaml.Node, free *[]Node) *Node {
	made := &(*free)[0]
	*free = (*free)[1:]
	*made = Node{
		Kind: kindsOfYAML[n.Kind], Value: n.Value, Line: n.Line, Column: n.Column,
		Flow: n.Style&yaml.FlowStyle != 0, Plain: n.Style == 0,
		null: n.Tag == "!!null", merge: n.Tag == "!!merge",
	}
	switch {
	case n.Kind == yaml.AliasNode:
		made.sign = '*'
	case n.Anchor != "":
		made.sign = '&'
	case n.Style&yaml.TaggedStyle != 0:
		made.sign = '!'
	}
	if len(n.Content) > 0 {
		made.Content = make([]*Node, len(n.Content))
		for i, c := range n.Content {
			made.Content[i] = fromYAML(c, free)
		}
	}
	return made
}

// plainYAML prepares the block: line ends that only YAML knows become spaces,
// so that both count the same lines. It reports characters that YAML refuses
// and lines that would end the YAML document before the block ends.
func (f *File) plainYAML() bool {
	ok := true
	for i, l := range f.block {
		if strings.HasPrefix(l, "...") || strings.HasPrefix(l, "---") {
			f.Add(problem.Error, f.first+i, 1,
				problem.Quote(l[:3])+" at the start of a line ends the front matter for YAML",
				"close the front matter with a line that is exactly ---, or quote the text")
			ok = false
		}
		if strings.HasPrefix(l, "%") && i == 0 {
			f.Add(problem.Error, f.first+i, 1, "a line that begins with % is an instruction to YAML",
				"put the key in quotes")
			ok = false
		}
		if ascii(l) {
			continue
		}
		f.block[i] = breaks.Replace(l)
		if at := strings.IndexFunc(f.block[i], refused); at >= 0 {
			r := []rune(f.block[i][at:])[0]
			f.Add(problem.Error, f.first+i, columnsOf(f.block[i][:at])+1,
				fmt.Sprintf("front matter can't hold the invisible character U+%04X", r), "delete the character")
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
func (f *File) unknownError(err error) {
	const try = 300
	at := 0
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		at, _ = strconv.Atoi(m[1])
		at-- // from 0
	}
	if len(f.block) <= try {
		for n := len(f.block) - 1; n >= 0; n-- {
			if _, err := parseYAML(f.block[:n]); err == nil {
				at = n
				break
			}
		}
	}
	at = max(0, min(at, len(f.block)-1))
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	message = yamlLine.ReplaceAllString(message, "")
	if said, ok := yamlWords[message]; ok {
		message = said
	}
	f.Add(problem.Error, f.first+at, 0, "the front matter can't be read as YAML here: "+message,
		"put the value in quotes, and check the quotes, brackets and indents around this line")
}

// yamlWords says the decoder's errors in plain words.
var yamlWords = map[string]string{
	"mapping values are not allowed in this context": "a colon stands where no key can be",
	"did not find expected key":                      "a key with a colon was expected",
	"could not find expected ':'":                    "a key without a colon",
	"did not find expected ',' or '}'":               "a { is not closed, or a comma is missing",
	"did not find expected ',' or ']'":               "a [ is not closed, or a comma is missing",
	"did not find expected '-' indicator":            "a list item that begins with - was expected",
	"did not find expected node content":             "a value was expected",
	"found unexpected end of stream":                 "a quote is not closed",
	"found unknown escape character": `\ in double quotes begins an escape, and this is none ` +
		"that YAML knows",
	"found character that cannot start any token": "a value can't begin with this character unless " +
		"it is quoted",
	"block sequence entries are not allowed in this context": "a list can't begin on the line of its key",
	"did not find expected alphabetic or numeric character": "* and & have a meaning of their own at the " +
		"start of a value",
	"found a tab character that violates indentation":              "a tab stands where spaces are expected",
	"exceeded max depth of 10000":                                  "it is nested too deep",
	"found a tab character where an indentation space is expected": "a tab stands where spaces are expected",
}
