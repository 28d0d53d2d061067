package content

import (
	"fmt"
	"strings"

	"collate/generator/frontmatter"
	"collate/generator/problem"
	"collate/generator/value"
)

// maxChecks is how many checks a story may have: its page has a line for each
// and every source.
const maxChecks = 100

// story reads the index.md of a story. Slug and Summaries are left open.
func (s *fileReader) story(root *frontmatter.Node, c Config) *Story {
	found := s.fields(root, fieldSet{of: "a story", known: storyKeys})
	s.truth(found["draft"], "draft")
	t := &Story{
		Document:  s.document(),
		Title:     s.Words(found["title"], "title"),
		Summary:   s.Words(found["summary"], "summary"),
		Tags:      s.tags(found["tags"]),
		Claimants: s.claimants(found["claimants"]),
		Rates:     s.rates(found["rates"], c.Locale(), c.Rates),
		Aliases:   s.aliases(found["aliases"], c),
	}
	for _, n := range s.Items(found["stages"], "stages") {
		t.Stages = append(t.Stages, strings.TrimSpace(n.Value))
	}
	for _, n := range s.Items(found["checks"], "checks") {
		e := Equation{Text: strings.TrimSpace(n.Value), Place: s.Place(n), Line: s.Line(n.Line)}
		if column := s.ColumnIn(n, 1); column > 0 {
			e.Place.Column = column
		}
		t.Checks = append(t.Checks, e)
	}
	if len(t.Checks) > maxChecks {
		s.Fail(found["checks"], fmt.Sprintf("checks: there are %d, expected at most %d", len(t.Checks), maxChecks),
			"divide the story into several")
		t.Checks = t.Checks[:maxChecks]
	}
	r := specReader{fileReader: s, locale: c.Locale(), lines: map[string]int{}}
	before := len(s.Problems)
	r.specs(found["figures"])
	s.namesLost = s.namesLost || len(s.Problems) > before
	t.Figures = r.all
	return t
}

// A specReader reads what a story says about its figures.
type specReader struct {
	*fileReader
	locale value.Locale
	lines  map[string]int // of the names and aliases, folded
	all    []FigureSpec
}

// specs reads the figures of a story: a list of names, or names with more
// about them.
func (r *specReader) specs(n *frontmatter.Node) {
	switch {
	case n == nil:
	case n.Kind == frontmatter.Scalar:
		if !r.StuckList(n, "figures") {
			r.named(n, "", nil)
		}
	case n.Kind == frontmatter.List:
		for _, item := range n.Content {
			r.item(item)
		}
	default:
		for _, e := range n.Entries() {
			r.entry(e)
		}
	}
}

// item reads an item of a list: a name, or a name with more about it. A group
// and its item, "Commitment: Amazon", are a name, though YAML sees a key.
func (r *specReader) item(n *frontmatter.Node) {
	switch {
	case n.Null():
		r.Fail(n, "figures has an item without a name", "leave the item out")
	case n.Kind == frontmatter.Scalar:
		r.named(n, "", nil)
	case n.Kind == frontmatter.Mapping:
		for _, e := range n.Entries() {
			if e.Value.Kind == frontmatter.Scalar && !e.Value.Null() {
				whole := *e.Key
				whole.Value += ": " + e.Value.Value
				r.named(&whole, "", nil)
				if v, err := r.locale.Parse(e.Value.Value); err == nil && v.Unit != "" {
					r.valued(e.Value, "figures: "+e.Key.Value, e.Value.Value)
				}
				continue
			}
			r.entry(e)
		}
	default:
		r.Fail(n, "figures has a list in its list, and names were expected",
			"write a line - Round total for each figure")
	}
}

// entry reads a name with what there is to say about it, or a group of them.
func (r *specReader) entry(e frontmatter.Entry) {
	switch {
	case e.Value.Kind == frontmatter.Scalar:
		r.named(e.Key, "", e.Value)
	case e.Value.Kind == frontmatter.List:
		r.Fail(e.Value, fmt.Sprintf("figures: %s is a list, and more about the figure was expected", e.Key.Value),
			"write {aliases: [Total, Sum], unit: USD, note: …}")
	case len(e.Value.Content) == 0 || aboutOne(e.Value):
		r.named(e.Key, "", e.Value)
	default:
		r.group(e)
	}
}

// aboutOne reports whether a mapping says more about a figure, and is no group.
func aboutOne(n *frontmatter.Node) bool {
	return n.Has(specKeys...) || n.Has("value") || slipped(n, specKeys, specKeys...) != ""
}

// group reads the items of a group.
func (r *specReader) group(e frontmatter.Entry) {
	for _, item := range e.Value.Entries() {
		if k := item.Value.Kind; k == frontmatter.List ||
			k == frontmatter.Mapping && len(item.Value.Content) > 0 && !aboutOne(item.Value) {
			r.Fail(item.Key, fmt.Sprintf("figures: %s: %s has no meaning here: one level of groups is all there is",
				e.Key.Value, item.Key.Value), "known are "+strings.Join(specKeys, ", "))
			continue
		}
		r.named(item.Key, strings.Join(strings.Fields(e.Key.Value), " "), item.Value)
	}
}

// named adds a figure: its name, and a mapping or a note about it.
func (r *specReader) named(key *frontmatter.Node, group string, about *frontmatter.Node) {
	name, ok := r.figureName(key, "figures", group)
	if !ok || !r.claim(key, name, name.String()) {
		return
	}
	spec := FigureSpec{Name: name, Place: r.Place(key), Line: r.Line(key.Line)}
	field := "figures: " + name.String()
	if about != nil && about.Kind == frontmatter.Mapping {
		found := r.fields(about, fieldSet{of: "a figure", path: field + ": ", known: specKeys,
			slipped: slipped(about, specKeys, specKeys...) != ""})
		spec.Unit = r.Words(found["unit"], field+": unit")
		spec.one = r.unit(found["unit"], field, spec.Unit)
		spec.Note = r.Words(found["note"], field+": note")
		spec.Moves = Movement(r.oneOf(found["moves"], field+": moves", string(Up), string(Down), string(Freely)))
		spec.Differ, spec.Why = r.reason(found["differ"], found["why"], field)
		for _, n := range r.Items(found["aliases"], field+": aliases") {
			alias := strings.TrimSpace(n.Value)
			positive := strings.TrimSpace(strings.TrimLeft(alias, "-−"))
			if positive == "" || !r.claim(n, name, positive) {
				continue
			}
			spec.Aliases = append(spec.Aliases, positive)
			if positive != alias {
				spec.Turned = append(spec.Turned, positive)
			}
		}
	} else {
		spec.Note = r.Words(about, field)
		r.valued(about, field, spec.Note)
	}
	r.all = append(r.all, spec)
}

// valued warns of a note that is a value: a sentence that begins with a number
// is none.
func (r *specReader) valued(n *frontmatter.Node, field, note string) {
	const most = 2 // words that count what is counted
	v, err := r.locale.Parse(note)
	if err != nil || v.Kind == value.KindText || len(strings.Fields(v.Label)) > most {
		return
	}
	r.Warn(n, fmt.Sprintf("%s: %s is a value, and values belong in a summary", field, problem.Quote(note)), valueHint)
}

// valueHint is where the values go that stand in a story's index.md.
const valueHint = "move it to the summary of the article that reports it"

// unit reads a unit: the value 1 in it, and words where there is none, or none
// that can be read, which is a warning.
func (r *specReader) unit(n *frontmatter.Node, field, written string) value.Value {
	if written == "" {
		return value.Value{Kind: value.KindText}
	}
	for _, one := range []string{"1 " + written, written + "1"} {
		if v, err := r.locale.Parse(one); err == nil && v.Kind == value.KindNumber && (v.Unit != "" || v.Label != "") {
			return v
		}
	}
	r.Warn(n, fmt.Sprintf("%s: unit: %s can't be read as a unit", field, problem.Quote(written)),
		"write it as values have it: USD, %, GW, users")
	return value.Value{Kind: value.KindText}
}

// claim reports a name or alias that another figure has already.
func (r *specReader) claim(n *frontmatter.Node, name Name, written string) bool {
	key := value.FoldName(written)
	if first, twice := r.lines[key]; twice {
		r.Add(problem.Error, n.Line, n.Column,
			fmt.Sprintf("figures: %s is named twice, first in line %d", written, first), "keep one of the two")
		return false
	}
	r.lines[key] = n.Line
	return true
}
