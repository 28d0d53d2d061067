package content

import (
	"fmt"
	"slices"
	"strings"

	"collate/generator/problem"
	"go.yaml.in/yaml/v3"
)

// The keys of each kind of file.
var (
	siteKeys    = []string{"title", "description", "url", "language", "author", "timezone", "tolerance", "currency"}
	pageKeys    = []string{"title", "description", "slug"}
	outletKeys  = []string{"title", "url", "slug"}
	storyKeys   = []string{"title", "summary", "tags", "checks", "figures"}
	summaryKeys = []string{"title", "date", "date_note", "source", "figures", "tags", "story", "slug", "summary", "updated", "draft"}
	sourceKeys  = []string{"name", "url", "author", "language", "via", "read"}
	figureKeys  = []string{"value", "text", "as_of", "by", "note", "quote"}
	specKeys    = []string{"aliases", "unit", "note"}

	summaryRequired = []string{"title", "date", "source"}
	sourceRequired  = []string{"name"}

	anyKey = slices.Concat(siteKeys, summaryKeys, storyKeys, sourceKeys, figureKeys, specKeys)
)

// likely are keys that people bring along from elsewhere.
var likely = map[string]string{
	"headline": "title", "name": "title", "heading": "title",
	"published": "date", "publishdate": "date", "pubdate": "date", "day": "date",
	"publisher": "source", "outlet": "source", "publication": "source", "site": "source", "newspaper": "source",
	"values": "figures", "numbers": "figures", "data": "figures", "facts": "figures",
	"topics": "tags", "keywords": "tags", "categories": "tags", "category": "tags",
	"abstract": "summary", "excerpt": "summary", "description": "summary", "teaser": "summary", "lead": "summary",
	"modified": "updated", "lastmod": "updated", "permalink": "slug",
	"amount": "value", "number": "value", "figure": "value", "val": "value",
	"asof": "as_of", "said_by": "by", "comment": "note", "alias": "aliases", "units": "unit",
	"link": "url", "href": "url", "baseurl": "url", "lang": "language", "byline": "author", "tz": "timezone",
	"equations": "checks", "formulas": "checks",
}

// A fieldSet is the keys that a mapping may have, and those that it must.
type fieldSet struct {
	of       string // what the mapping is, with its article: "a summary"
	path     string // put before the name of a key: "source: "
	known    []string
	required []string
	examples map[string]string // for required keys: what to write
	lax      bool              // a missing key is a warning only
	slipped  bool              // no key is right, so that the mapping could be something else: each is an error
}

// fields reads the keys of a mapping. Unknown keys are reported, and required
// ones that are not there or have no value; a key that is both (title, spelt
// titel) is reported once. Keys without a value are left out.
func (s *sheet) fields(n *yaml.Node, set fieldSet) map[string]*yaml.Node {
	found := map[string]*yaml.Node{}
	var unknown []entry
	for _, e := range entries(n) {
		if !slices.Contains(set.known, e.key.Value) {
			unknown = append(unknown, e)
			continue
		}
		found[e.key.Value] = e.value
	}
	unknown = s.outdented(n, unknown, found)
	for _, key := range set.required {
		if value := found[key]; value != nil && blank(value) {
			s.add(set.severity(), value.Line, value.Column, set.path+key+" has no value", "write "+set.examples[key])
		}
	}
	for _, e := range unknown {
		s.unknown(e, set, found)
	}
	for _, key := range set.required {
		if found[key] == nil {
			line, column := n.Line, n.Column
			if set.path == "" {
				line, column = max(s.open, 1), 0
			}
			s.add(set.severity(), line, column, fmt.Sprintf("%s%s is missing, and %s has to have one", set.path, key, set.of), "write "+set.examples[key])
		}
	}
	for key, value := range found {
		if blank(value) {
			delete(found, key)
		}
	}
	return found
}

// severity is that of a missing key.
func (set fieldSet) severity() problem.Severity {
	if set.lax {
		return problem.Warning
	}
	return problem.Error
}

// blank reports whether a node has no value, or an empty one.
func blank(n *yaml.Node) bool {
	return null(n) || n.Kind == yaml.ScalarNode && strings.TrimSpace(n.Value) == ""
}

// outdented looks for figures: or source: without a value and with keys below
// it that nobody knows: they were meant to be indented. It returns the unknown
// keys that are left.
func (s *sheet) outdented(n *yaml.Node, unknown []entry, found map[string]*yaml.Node) []entry {
	above, reported := "", false
	for _, e := range entries(n) {
		name := e.key.Value
		if !slices.ContainsFunc(unknown, func(u entry) bool { return u.key == e.key }) {
			above, reported = "", false
			if (name == "figures" || name == "source") && null(e.value) {
				above = name
			}
			continue
		}
		if above == "" {
			continue
		}
		if !reported {
			s.fail(e.key, above+" has no value, for what stands below it is not indented", "indent this line, and those that belong to it, by two spaces")
			s.mar(e.key.Line) // what follows from it, a missing name
			found[above] = &yaml.Node{Kind: yaml.MappingNode, Line: e.key.Line}
			reported = true
		}
		unknown = slices.DeleteFunc(unknown, func(u entry) bool { return u.key == e.key })
	}
	return unknown
}

// unknown reports a key that is not known, with the one that it probably was
// meant to be. Where that one is required and missing, both are one error,
// and found has it afterwards.
func (s *sheet) unknown(e entry, set fieldSet, found map[string]*yaml.Node) {
	key := e.key.Value
	message := fmt.Sprintf("%s%q is not a key of %s", set.path, key, set.of)
	meant := likely[strings.ToLower(key)]
	if !slices.Contains(set.known, meant) {
		meant, _ = problem.Nearest(key, set.known)
	}
	switch {
	case meant != "" && slices.Contains(set.required, meant) && found[meant] == nil:
		s.add(set.severity(), e.key.Line, e.key.Column, message+", and "+meant+" is missing", s.renamed(e.key, meant))
		found[meant] = e.value
	case null(e.value) && e.value.Value == "" && s.commaBefore(e.key):
		s.fail(e.key, fmt.Sprintf("%sa comma ends a value inside { }, and %s after it is a key of its own", set.path, show(key)), "put a value with a comma in quotes")
	case strings.EqualFold(key, "draft"):
		s.fail(e.key, message+": only a summary can be a draft", "give the file a name that begins with a dot to leave it out")
	case meant == "figures" && found[meant] == nil && strings.Contains(s.body, "[["):
		// What the text asks for could not be found: this is why.
		s.lose(e.key, message+", and the text asks for figures", s.renamed(e.key, meant))
	case meant != "" && set.slipped:
		s.fail(e.key, message, s.renamed(e.key, meant))
	case meant != "":
		s.warn(e.key, message, s.renamed(e.key, meant))
	case slices.Contains(set.known, "aliases") && key == "value":
		s.warn(e.key, message+": values belong in a summary", valueHint)
	case slices.Contains(set.known, "source") && slices.Contains(sourceKeys, misplaced(key)):
		s.warn(e.key, message, "write source: {name: …, "+misplaced(key)+": …}")
	case slices.Contains(set.known, "figures") && e.value.Kind == yaml.ScalarNode && strings.ContainsAny(e.value.Value, "0123456789"):
		s.warn(e.key, message, "if it is a figure, indent it by two spaces, below figures:")
	case set.of == fullFigure && e.value.Kind == yaml.ScalarNode && strings.ContainsAny(e.value.Value, "0123456789"):
		s.warn(e.key, message, "a group has no value of its own: give the whole a name beside the group")
	default:
		s.warn(e.key, message, "known are "+strings.Join(set.known, ", "))
	}
}

// commaBefore reports whether a key follows a comma on its line.
func (s *sheet) commaBefore(key *yaml.Node) bool {
	line := s.line(key.Line)
	rest, ok := skip(line, key.Column-1)
	return ok && strings.HasSuffix(strings.TrimRight(strings.TrimSuffix(line, rest), " "), ",")
}

// renamed is a hint: the line of a key with the right key in it.
func (s *sheet) renamed(key *yaml.Node, meant string) string {
	line := s.line(key.Line)
	rest, ok := skip(line, key.Column-1)
	if !ok || !strings.HasPrefix(rest, key.Value) {
		return "write " + meant
	}
	return "write " + strings.TrimSpace(line[:len(line)-len(rest)]+meant+rest[len(key.Value):])
}

// misplaced is a key under the name that we know it by.
func misplaced(key string) string {
	key = strings.ToLower(key)
	if other, ok := likely[key]; ok {
		return other
	}
	return key
}

// words is a value that is a scalar, as it stands in the file; empty for a
// nil node, and where the value is something else, which is reported.
func (s *sheet) words(n *yaml.Node, field string) string {
	switch {
	case n == nil || null(n):
		return ""
	case n.Kind != yaml.ScalarNode:
		s.fail(n, fmt.Sprintf("%s is %s, and words were expected", field, kind(n)), s.flat(n))
		return ""
	case n.Tag == "!!float" && s.format == "toml":
		s.fail(n, field+" is a TOML number with a point, whose digits are not kept", "put it in quotes")
		return ""
	case strings.Contains(n.Value, "[[") && strings.Contains(n.Value, "]]"):
		s.warn(n, field+" has a reference in [[ ]], which only the text below the front matter can have: it is shown as it stands", "write the value itself")
	}
	return strings.TrimSpace(n.Value)
}

// flat is a hint: what to write instead of a list or group.
func (s *sheet) flat(n *yaml.Node) string {
	l := dissect(s.line(n.Line))
	if n.Style&yaml.FlowStyle == 0 || l.valueColumn() != n.Column {
		return "write words after the colon, on the same line"
	}
	switch {
	case l.key == "title" || l.key == "summary" || l.key == "description":
		return s.quotedLine(n.Line)
	case len(n.Content) == 1 && n.Content[0].Kind == yaml.ScalarNode:
		return "write " + l.key + l.gap + n.Content[0].Value
	}
	return "write one value, without brackets"
}

// list is a value that is a list of scalars, or one scalar.
func (s *sheet) list(n *yaml.Node, field string) []*yaml.Node {
	switch {
	case n == nil || null(n):
		return nil
	case n.Kind == yaml.ScalarNode:
		if s.stuck(n, field) {
			return nil
		}
		return []*yaml.Node{n}
	case n.Kind == yaml.MappingNode:
		s.fail(n, fmt.Sprintf("%s is %s, and a list was expected", field, kind(n)), "write "+lastWord(field)+": [first, second], or a line - first for each")
		return nil
	}
	var items []*yaml.Node
	for _, item := range n.Content {
		switch {
		case null(item):
			s.fail(item, field+" has an item without a value", "leave the item out")
		case item.Kind == yaml.MappingNode && item.Style&yaml.FlowStyle == 0:
			s.fail(item, field+" has an item with a colon and a space in it, which begins a key in YAML", s.quotedItem(item.Line))
		case item.Kind != yaml.ScalarNode:
			s.fail(item, fmt.Sprintf("%s has an item that is %s, and words were expected", field, kind(item)), s.quotedItem(item.Line))
		default:
			items = append(items, item)
		}
	}
	return items
}

// stuck reports a list whose hyphens have no space after them, so that YAML
// sees no list but words.
func (s *sheet) stuck(n *yaml.Node, field string) bool {
	l := s.line(n.Line)
	rest, _ := skip(l, n.Column-1)
	if n.Style != 0 || len(rest) < 2 || rest[0] != '-' || strings.TrimSpace(strings.TrimSuffix(l, rest)) != "" {
		return false
	}
	s.fail(n, field+": there is no space after the hyphen", "write - "+rest[1:])
	return true
}

func lastWord(field string) string {
	words := strings.Split(field, ": ")
	return words[len(words)-1]
}

// quotedItem is a hint: a line of the file with its list item in quotes.
func (s *sheet) quotedItem(n int) string {
	l := dissect(s.line(n))
	if !l.item() {
		return "put the item in quotes"
	}
	return "write " + strings.TrimSpace(l.lead) + " " + quote(l.key+l.gap+l.value)
}
