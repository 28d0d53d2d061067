package lsp

import (
	"slices"
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/frontmatter"
	"collate/generator/slug"
	"collate/generator/value"
)

// What a name is the name of.
type kind uint8

const (
	figureSubject kind = iota + 1
	groupSubject
	sourceSubject
	claimantSubject
)

// A subject is what stands at the cursor, where that has a name.
type subject struct {
	sort  kind
	name  string        // as it is written there: of an item without its group
	group string        // of an item of a group
	story *digest.Story // nil for a source, which is one in all stories
	where span
}

// subject is what the name at the cursor is the name of.
func (s *session) subject(c *cursor) (subject, bool) {
	in := s.at(c.file)
	if written, from, to, ok := c.reference(); ok {
		return s.referred(c, in, written, from, to)
	}
	t, keys := c.last(), c.keys()
	if in.story == nil || len(keys) == 0 {
		return subject{}, false
	}
	switch {
	case keys[0] == "figures" && t.key == nil:
		return subject{}, false
	case keys[0] == "figures" && len(c.path) > 1 && c.path[1].key == nil: // the list form
		name := figureName(c)
		group, item, grouped := strings.Cut(name, ": ")
		switch keys[len(keys)-1] {
		case "name":
			if !grouped {
				group, item = "", name
			}
			return subject{figureSubject, item, group, in.story, c.span(t.value)}, true
		case "group":
			return subject{groupSubject, group, "", in.story, c.span(t.value)}, true
		}
	case in.summary != nil && isName(keys) && t.value.Kind == frontmatter.Scalar && !c.onKey(t):
		sort, story := sourceSubject, in.story
		if last := keys[len(keys)-1]; last == "by" || last == "unnamed" {
			sort = claimantSubject
		} else {
			story = nil
		}
		return subject{sort, t.value.Value, "", story, c.span(t.value)}, true
	case keys[0] == "claimants" && len(keys) > 1 && c.onKey(t) && len(c.path) == 2:
		return subject{claimantSubject, keys[1], "", in.story, c.span(t.key)}, true
	case keys[0] == "figures" && c.onKey(t) && len(c.path) == 2:
		if in.story.Group(keys[1]) != nil && (in.summary == nil || isMapping(t.value)) {
			return subject{groupSubject, keys[1], "", in.story, c.span(t.key)}, true
		}
		return subject{figureSubject, keys[1], "", in.story, c.span(t.key)}, true
	case keys[0] == "figures" && c.onKey(t) && len(c.path) == 3 && !slices.Contains(content.Keys(), keys[2]):
		return subject{figureSubject, keys[2], keys[1], in.story, c.span(t.key)}, true
	}
	return subject{}, false
}

// referred is what a [[reference]] names at the cursor.
func (s *session) referred(c *cursor, in place, written string, from, to int) (subject, bool) {
	referred, _ := s.refers(in, written)
	if referred == nil {
		return subject{}, false
	}
	story, name := referred.Story, written
	if folder, rest, ok := strings.Cut(written, "/"); ok && story != in.story && slug.Of(folder) == story.Slug {
		from += len([]rune(folder)) + 1
		name = rest
	}
	figure, claimant, named := strings.Cut(name, "@")
	middle := from + len([]rune(figure))
	if named && c.column > middle {
		return subject{claimantSubject, claimant, "", story, stretch(c.line, c.number, middle+1, to)}, true
	}
	row, _ := story.Named(figure)
	where := stretch(c.line, c.number, from, middle)
	if row.Name.Group == "" {
		return subject{figureSubject, figure, "", story, where}, true
	}
	_, item, ok := strings.Cut(figure, ":")
	if !ok {
		return subject{}, false // an alias
	}
	item = strings.TrimSpace(item)
	where = stretch(c.line, c.number, middle-len([]rune(item)), middle)
	return subject{figureSubject, item, row.Name.Group, story, where}, true
}

// same reports whether two names match: without regard to case, spaces and
// hyphens, those of claimants without an article too.
func (n subject) same(written string) bool {
	if n.sort == claimantSubject || n.sort == sourceSubject {
		return value.FoldName(content.WithoutArticle(n.name)) == value.FoldName(content.WithoutArticle(written))
	}
	return value.FoldName(n.name) == value.FoldName(written)
}

// inGroup reports whether a group is the subject's own.
func (n subject) inGroup(written string) bool {
	return value.FoldName(n.group) == value.FoldName(written)
}

// A mention is a place in a content file where a subject is named.
type mention struct {
	file  string // slash path in the content folder
	where span
	key   bool // it is a key of front matter, or a value there: it may need quotes
	text  bool // it stands in the text
	line  string
}

// mentions are all the places where a subject is named, in the order of files.
func (s *session) mentions(n subject) []mention {
	var all []mention
	for _, file := range s.filesOf(n) {
		m := &mentioner{session: s, subject: n, file: file, text: s.text(file)}
		m.look()
		all = append(all, m.found...)
	}
	return all
}

// filesOf are the files in which a subject can be named: of its story, and those
// that mention the story; all for a source.
func (s *session) filesOf(n subject) []string {
	var files []string
	add := func(shown string) {
		if file, ok := strings.CutPrefix(shown, s.shown("")); ok && file != "" {
			files = append(files, file)
		}
	}
	for _, story := range s.made.Digest.Stories {
		own := n.story == nil || story == n.story
		if own {
			add(story.Document.File)
		} else if strings.Contains(s.text(strings.TrimPrefix(story.Document.File, s.shown(""))), n.story.Slug) {
			add(story.Document.File)
		}
		for _, sum := range story.Summaries {
			if !sum.Guest() && (own || strings.Contains(sum.Body, n.story.Slug+"/")) {
				add(sum.File)
			}
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}
