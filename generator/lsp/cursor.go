package lsp

import (
	"os"
	"regexp"
	"strings"

	"collate/generator/content"
	"collate/generator/frontmatter"
)

// readFile is a file as it stands on disk; empty where it can't be read.
func readFile(name string) string {
	info, err := os.Stat(name)
	if err != nil || info.Size() > frontmatter.MaxSize {
		return ""
	}
	data, _ := os.ReadFile(name)
	return string(data)
}

// A cursor is a place in a content file, and what stands there.
type cursor struct {
	file   string // slash path in the content folder
	text   string
	number int    // of the line, from 1
	line   string // without its end
	column int    // in characters from 1

	root *frontmatter.Node // of the front matter; nil where it can't be read
	body int               // line on which the body begins
	path []step            // to what stands at the cursor, from the root
}

// A step is a key of a mapping, or an item of a list, and its value.
type step struct {
	key   *frontmatter.Node // nil of an item
	value *frontmatter.Node
	end   int // line before which it ends
}

// cursor reads the file in which a position lies; false where it is none of the
// digest's Markdown.
func (s *session) cursor(p at) (*cursor, bool) {
	file := s.inContent(p.TextDocument.URI)
	if !strings.HasSuffix(file, ".md") {
		return nil, false
	}
	c := &cursor{file: file, text: s.text(file), number: max(0, p.Position.Line) + 1}
	c.line = lineOf(c.text, c.number)
	c.column = columnAt(c.line, byteAt(c.line, p.Position.Character))
	c.read()
	return c, true
}

// read reads the front matter and finds the way to the cursor in it.
func (c *cursor) read() {
	read, root := frontmatter.Read(c.file, []byte(c.text), content.Keys())
	c.root, c.body = root, read.BodyLine
	if root == nil || c.number >= read.BodyLine {
		return
	}
	end := read.BodyLine - 1
	for n := root; n != nil; {
		next, found := c.within(n, end)
		if !found {
			return
		}
		c.path = append(c.path, next)
		n, end = next.value, next.end
	}
}

// within is the last entry or item of a node that begins at or before the
// cursor.
func (c *cursor) within(n *frontmatter.Node, end int) (step, bool) {
	var found step
	ok := false
	note := func(begins, key, value *frontmatter.Node) {
		switch after := begins.Line > c.number || begins.Line == c.number && begins.Column > c.column; {
		case !after:
			found, ok = step{key, value, end}, true
		case ok && found.end == end:
			found.end = max(begins.Line, found.value.Line+1)
		}
	}
	switch n.Kind {
	case frontmatter.Mapping:
		for _, e := range n.Entries() {
			note(e.Key, e.Key, e.Value)
		}
	case frontmatter.List:
		for _, item := range n.Content {
			note(item, nil, item)
		}
	}
	return found, ok && c.number < max(found.end, found.value.Line+1)
}

// last is the innermost step; the zero step outside front matter.
func (c *cursor) last() step {
	if len(c.path) == 0 {
		return step{}
	}
	return c.path[len(c.path)-1]
}

// onKey reports whether the cursor stands on the key of a step.
func (c *cursor) onKey(t step) bool {
	return t.key != nil && t.key.Line == c.number && c.column <= t.key.Column+len([]rune(t.key.Value))
}

// keys are the names of the steps.
func (c *cursor) keys() []string {
	var keys []string
	for _, t := range c.path {
		if t.key != nil {
			keys = append(keys, t.key.Value)
		}
	}
	return keys
}

// under reports whether the way to the cursor begins with keys.
func (c *cursor) under(keys ...string) bool {
	have := c.keys()
	if len(have) < len(keys) {
		return false
	}
	for i, key := range keys {
		if have[i] != key {
			return false
		}
	}
	return true
}

// reference is a [[reference]] in a line.
var reference = regexp.MustCompile(`\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]`)

// reference is what a [[reference]] at the cursor names, and its columns.
func (c *cursor) reference() (written string, from, to int, ok bool) {
	if c.number < c.body {
		return "", 0, 0, false
	}
	for _, m := range reference.FindAllStringSubmatchIndex(c.line, -1) {
		from, to = columnAt(c.line, m[2]), columnAt(c.line, m[3])
		if columnAt(c.line, m[0]) <= c.column && c.column <= columnAt(c.line, m[1]) {
			return strings.TrimSpace(c.line[m[2]:m[3]]), from, to, true
		}
	}
	return "", 0, 0, false
}

// span is the range of a node's words in its line.
func (c *cursor) span(n *frontmatter.Node) span {
	line := lineOf(c.text, n.Line)
	return stretch(line, n.Line, n.Column, n.Column+lengthOf([]rune(line), n.Column-1))
}
