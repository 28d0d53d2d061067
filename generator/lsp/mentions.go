package lsp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/content"
	"collate/generator/frontmatter"
	"collate/generator/slug"
	"collate/generator/value"
)

// A mentioner looks for a subject in one file.
type mentioner struct {
	*session
	subject
	file  string
	text  string
	found []mention
}

func (m *mentioner) look() {
	read, root := frontmatter.Read(m.file, []byte(m.text), content.Keys())
	if root == nil {
		return
	}
	in := m.at(m.file)
	if m.story == nil || in.story == m.story {
		for _, e := range root.Entries() {
			m.entry(e, in)
		}
	}
	for i, line := range linesOf(m.text) {
		if i+1 >= read.BodyLine {
			m.prose(line, i+1, in)
		}
	}
}

// node notes a node as a mention.
func (m *mentioner) node(n *frontmatter.Node) {
	line := lineOf(m.text, n.Line)
	runes := []rune(line)
	from := min(n.Column-1, len(runes))
	length := lengthOf(runes, from)
	if written := len([]rune(n.Value)); length < written {
		length = written
	}
	m.found = append(m.found, mention{m.file, stretch(line, n.Line, from+1, from+1+length), true, false, line})
}

// entry looks at an entry of the front matter.
func (m *mentioner) entry(e frontmatter.Entry, in place) {
	switch e.Key.Value {
	case "figures":
		m.figures(e.Value, in)
	case "source":
		m.source(e.Value)
	case "by":
		m.by(e.Value)
	case "claimants":
		for _, c := range e.Value.Entries() {
			if m.sort == claimantSubject && m.same(c.Key.Value) {
				m.node(c.Key)
			}
		}
	case "checks":
		for _, c := range items(e.Value) {
			m.equation(c)
		}
	}
}

// items are a list, or the one that stands in the place of one.
func items(n *frontmatter.Node) []*frontmatter.Node {
	if n.Kind == frontmatter.List {
		return n.Content
	}
	return []*frontmatter.Node{n}
}

// source looks at a source, as words or as a mapping.
func (m *mentioner) source(n *frontmatter.Node) {
	if m.sort != sourceSubject {
		return
	}
	if n.Kind == frontmatter.Scalar && m.same(n.Value) {
		m.node(n)
	}
	for _, e := range n.Entries() {
		if (e.Key.Value == "name" || e.Key.Value == "via") && m.same(e.Value.Value) {
			m.node(e.Value)
		}
	}
}

// by looks at whose word something is.
func (m *mentioner) by(n *frontmatter.Node) {
	if m.sort == claimantSubject && n.Kind == frontmatter.Scalar && m.same(n.Value) {
		m.node(n)
	}
}

// figures looks at figures: of a summary, or of a story's own page.
func (m *mentioner) figures(n *frontmatter.Node, in place) {
	if n.Kind == frontmatter.List {
		for _, item := range n.Content {
			m.listed(item)
		}
		return
	}
	for _, e := range n.Entries() {
		group, item, _ := strings.Cut(e.Key.Value, ": ")
		switch {
		case m.sort == groupSubject && m.same(e.Key.Value), m.sort == figureSubject && m.group == "" &&
			m.same(e.Key.Value):
			m.node(e.Key)
		case m.sort == groupSubject && m.same(group) && item != "":
			m.part(e.Key, 0, len([]rune(group)))
		case m.sort == figureSubject && m.group != "" && m.inGroup(group) && m.same(item):
			m.part(e.Key, len([]rune(e.Key.Value))-len([]rune(item)), len([]rune(e.Key.Value)))
		}
		m.inside(e, in)
	}
}

// part notes some characters of a key as a mention.
func (m *mentioner) part(n *frontmatter.Node, from, to int) {
	line := lineOf(m.text, n.Line)
	column := n.Column
	if rest := []rune(line); column-1 < len(rest) && (rest[column-1] == '"' || rest[column-1] == '\'') {
		column++
	}
	m.found = append(m.found, mention{m.file, stretch(line, n.Line, column+from, column+to), false, true, line})
}

// inside looks at what stands below a figure: items of a group, and whose word
// values are.
func (m *mentioner) inside(e frontmatter.Entry, in place) {
	for _, v := range items(e.Value) {
		for _, below := range v.Entries() {
			if below.Key.Value == "by" {
				m.by(below.Value)
			}
			if m.sort == figureSubject && m.group != "" && in.summary != nil && m.inGroup(e.Key.Value) &&
				m.same(below.Key.Value) {
				m.node(below.Key)
			}
			for _, v := range items(below.Value) {
				for _, deep := range v.Entries() {
					if deep.Key.Value == "by" {
						m.by(deep.Value)
					}
				}
			}
		}
	}
}

// listed looks at a figure of the list form.
func (m *mentioner) listed(item *frontmatter.Node) {
	var name, group *frontmatter.Node
	for _, e := range item.Entries() {
		switch e.Key.Value {
		case "name":
			name = e.Value
		case "group":
			group = e.Value
		case "by":
			m.by(e.Value)
		}
	}
	inGroup := group == nil && m.group == "" || group != nil && m.inGroup(group.Value)
	if name != nil && m.sort == figureSubject && inGroup && m.same(name.Value) {
		m.node(name)
	}
	if group != nil && m.sort == groupSubject && m.same(group.Value) {
		m.node(group)
	}
}

// equation looks for a figure in a check, where it is no part of a longer name.
func (m *mentioner) equation(n *frontmatter.Node) {
	if m.sort != figureSubject && m.sort != groupSubject {
		return
	}
	line := lineOf(m.text, n.Line)
	m.occurrences(line, n.Line, n.Column-1)
}

// occurrences notes a figure's name wherever it stands in a line behind a
// column, not as a part of another figure's.
func (m *mentioner) occurrences(line string, number, from int) {
	runes := []rune(line)
	for at := from; at < len(runes); at++ {
		length := m.longest(runes[at:])
		if at > 0 && isWord(runes[at-1]) || length == 0 {
			continue
		}
		written := string(runes[at : at+length])
		if start, end, ok := m.within(written); ok {
			m.found = append(m.found,
				mention{m.file, stretch(line, number, at+1+start, at+1+end), false, true, line})
		}
		at += length - 1
	}
}

// longest is the length of the longest name of a figure or group of the story
// that a text begins with; 0 where it begins with none.
func (m *mentioner) longest(text []rune) int {
	longest := 0
	try := func(name string) {
		n := utf8.RuneCountInString(name)
		if n > longest && n <= len(text) && value.FoldName(string(text[:n])) == value.FoldName(name) &&
			(n == len(text) || !isWord(text[n])) {
			longest = n
		}
	}
	for _, row := range m.story.Rows {
		try(row.Name.String())
		try(row.Name.Group)
	}
	return longest
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// within are the characters of a name as written in which the subject's own name
// stands; false where it names something else.
func (m *mentioner) within(written string) (from, to int, ok bool) {
	length := utf8.RuneCountInString(written)
	group, item, grouped := strings.Cut(written, ":")
	switch {
	case m.sort == groupSubject && !grouped && m.same(written), m.sort == figureSubject && m.group == "" &&
		m.same(written):
		return 0, length, true
	case m.sort == groupSubject && grouped && m.same(group):
		return 0, utf8.RuneCountInString(group), true
	case m.sort == figureSubject && m.group != "" && grouped && m.inGroup(group) && m.same(strings.TrimSpace(item)):
		return length - utf8.RuneCountInString(strings.TrimSpace(item)), length, true
	}
	return 0, 0, false
}

// prose looks at a line of the text.
func (m *mentioner) prose(line string, number int, in place) {
	for _, found := range reference.FindAllStringSubmatchIndex(line, -1) {
		written := line[found[2]:found[3]]
		story, start := in.story, columnAt(line, found[2])
		if folder, rest, ok := strings.Cut(written, "/"); ok && m.story != nil && slug.Of(folder) == m.story.Slug {
			story, written = m.story, rest
			start += utf8.RuneCountInString(folder) + 1
		}
		if m.sort == sourceSubject || story != m.story {
			continue
		}
		figure, claimant, named := strings.Cut(written, "@")
		if m.sort == claimantSubject {
			if named && m.same(claimant) {
				begins := start + utf8.RuneCountInString(figure) + 1
				m.found = append(m.found, mention{m.file,
					stretch(line, number, begins, begins+utf8.RuneCountInString(claimant)), false, true, line})
			}
			continue
		}
		if from, to, ok := m.within(figure); ok {
			m.found = append(m.found, mention{m.file, stretch(line, number, start+from, start+to), false, true, line})
		}
	}
	if key, rest, ok := strings.Cut(line, ":"); ok && (key == "figures" || key == "figure") &&
		m.sort == figureSubject &&
		in.story == m.story && m.inFenceAt(number) && strings.TrimSpace(rest) != "" {
		m.occurrences(line, number, utf8.RuneCountInString(key)+1)
	}
}

// inFenceAt reports whether a line of the text stands in a fence of ours.
func (m *mentioner) inFenceAt(number int) bool {
	o := offer{session: m.session, cursor: &cursor{text: m.text, number: number}}
	_, inside := o.fence()
	return inside
}
