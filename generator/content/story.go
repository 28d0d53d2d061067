package content

import (
	"fmt"
	"strings"

	"collate/generator/problem"
	"collate/generator/value"
	"go.yaml.in/yaml/v3"
)

// maxChecks is how many checks a story may have: its page has a line for each
// and every source.
const maxChecks = 100

// story reads the index.md of a story. Slug and Summaries are left open.
func (s *sheet) story(root *yaml.Node, c Config) *Story {
	found := s.fields(root, fieldSet{of: "a story", known: storyKeys})
	t := &Story{
		Document: s.document(),
		Title:    s.words(found["title"], "title"),
		Summary:  s.words(found["summary"], "summary"),
		Tags:     s.tags(found["tags"]),
	}
	for _, n := range s.list(found["checks"], "checks") {
		e := Equation{Text: strings.TrimSpace(n.Value), Place: s.place(n), Line: s.line(n.Line)}
		if column := s.inside(n, 1); column > 0 {
			e.Place.Column = column
		}
		t.Checks = append(t.Checks, e)
	}
	if len(t.Checks) > maxChecks {
		s.fail(found["checks"], fmt.Sprintf("checks: there are %d, expected at most %d", len(t.Checks), maxChecks), "divide the story into several")
		t.Checks = t.Checks[:maxChecks]
	}
	r := specReader{sheet: s, locale: c.Locale(), lines: map[string]int{}}
	before := len(s.problems)
	r.specs(found["figures"])
	s.lost = s.lost || len(s.problems) > before
	t.Figures = r.all
	return t
}

// A specReader reads what a story says about its figures.
type specReader struct {
	*sheet
	locale value.Locale
	lines  map[string]int // of the names and aliases, folded
	all    []FigureSpec
}

// specs reads the figures of a story: a list of names, or names with more
// about them.
func (r *specReader) specs(n *yaml.Node) {
	switch {
	case n == nil:
	case n.Kind == yaml.ScalarNode:
		if !r.stuck(n, "figures") {
			r.named(n, "", nil)
		}
	case n.Kind == yaml.SequenceNode:
		for _, item := range n.Content {
			r.item(item)
		}
	default:
		for _, e := range entries(n) {
			r.entry(e)
		}
	}
}

// item reads an item of a list: a name, or a name with more about it. A group
// and its item, "Commitment: Amazon", are a name, though YAML sees a key.
func (r *specReader) item(n *yaml.Node) {
	switch {
	case null(n):
		r.fail(n, "figures has an item without a name", "leave the item out")
	case n.Kind == yaml.ScalarNode:
		r.named(n, "", nil)
	case n.Kind == yaml.MappingNode:
		for _, e := range entries(n) {
			if e.value.Kind == yaml.ScalarNode && !null(e.value) {
				whole := *e.key
				whole.Value += ": " + e.value.Value
				r.named(&whole, "", nil)
				if v, err := r.locale.Parse(e.value.Value); err == nil && v.Unit != "" {
					r.valued(e.value, "figures: "+e.key.Value, e.value.Value)
				}
				continue
			}
			r.entry(e)
		}
	default:
		r.fail(n, "figures has a list in its list, and names were expected", "write a line - Round total for each figure")
	}
}

// entry reads a name with what there is to say about it, or a group of them.
func (r *specReader) entry(e entry) {
	switch {
	case e.value.Kind == yaml.ScalarNode:
		r.named(e.key, "", e.value)
	case e.value.Kind == yaml.SequenceNode:
		r.fail(e.value, fmt.Sprintf("figures: %s is a list, and more about the figure was expected", e.key.Value), "write {aliases: [Total, Sum], unit: USD, note: …}")
	case len(e.value.Content) == 0 || aboutOne(e.value):
		r.named(e.key, "", e.value)
	default:
		r.group(e)
	}
}

// aboutOne reports whether a mapping says more about a figure, and is no group.
func aboutOne(n *yaml.Node) bool {
	return has(n, specKeys...) || has(n, "value") || slipped(n, specKeys, specKeys...) != ""
}

// group reads the items of a group.
func (r *specReader) group(e entry) {
	for _, item := range entries(e.value) {
		if k := item.value.Kind; k == yaml.SequenceNode || k == yaml.MappingNode && len(item.value.Content) > 0 && !aboutOne(item.value) {
			r.fail(item.key, fmt.Sprintf("figures: %s: %s has no meaning here: one level of groups is all there is", e.key.Value, item.key.Value), "known are "+strings.Join(specKeys, ", "))
			continue
		}
		r.named(item.key, strings.Join(strings.Fields(e.key.Value), " "), item.value)
	}
}

// named adds a figure: its name, and a mapping or a note about it.
func (r *specReader) named(key *yaml.Node, group string, about *yaml.Node) {
	name, ok := r.figureName(key, "figures", group)
	if !ok || !r.claim(key, name, name.String()) {
		return
	}
	spec := FigureSpec{Name: name}
	field := "figures: " + name.String()
	if about != nil && about.Kind == yaml.MappingNode {
		found := r.fields(about, fieldSet{of: "a figure", path: field + ": ", known: specKeys, slipped: slipped(about, specKeys, specKeys...) != ""})
		spec.Unit = r.words(found["unit"], field+": unit")
		spec.one = r.unit(found["unit"], field, spec.Unit)
		spec.Note = r.words(found["note"], field+": note")
		for _, n := range r.list(found["aliases"], field+": aliases") {
			if alias := strings.TrimSpace(n.Value); alias != "" && r.claim(n, name, alias) {
				spec.Aliases = append(spec.Aliases, alias)
			}
		}
	} else {
		spec.Note = r.words(about, field)
		r.valued(about, field, spec.Note)
	}
	r.all = append(r.all, spec)
}

// valued warns of a note that is a value: a sentence that begins with a number
// is none.
func (r *specReader) valued(n *yaml.Node, field, note string) {
	const most = 2 // words that count what is counted
	v, err := r.locale.Parse(note)
	if err != nil || v.Kind == value.KindText || len(strings.Fields(v.Label)) > most {
		return
	}
	r.warn(n, fmt.Sprintf("%s: %s is a value, and values belong in a summary", field, show(note)), valueHint)
}

// valueHint is where the values go that stand in a story's index.md.
const valueHint = "move it to the summary of the article that reports it"

// unit reads a unit: the value 1 in it, and words where there is none, or none
// that can be read, which is a warning.
func (r *specReader) unit(n *yaml.Node, field, written string) value.Value {
	if written == "" {
		return value.Value{Kind: value.KindText}
	}
	for _, one := range []string{"1 " + written, written + "1"} {
		if v, err := r.locale.Parse(one); err == nil && v.Kind == value.KindNumber && (v.Unit != "" || v.Label != "") {
			return v
		}
	}
	r.warn(n, fmt.Sprintf("%s: unit: %s can't be read as a unit", field, show(written)), "write it as values have it: USD, %, GW, users")
	return value.Value{Kind: value.KindText}
}

// claim reports a name or alias that another figure has already.
func (r *specReader) claim(n *yaml.Node, name Name, written string) bool {
	key := value.FoldName(written)
	if first, twice := r.lines[key]; twice {
		r.add(problem.Error, n.Line, n.Column, fmt.Sprintf("figures: %s is named twice, first in line %d", written, first), "keep one of the two")
		return false
	}
	r.lines[key] = n.Line
	return true
}
