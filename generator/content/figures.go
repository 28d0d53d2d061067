package content

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"collate/generator/problem"
	"collate/generator/value"
	"go.yaml.in/yaml/v3"
)

// figures reads the values that a summary reports.
func (s *sheet) figures(n *yaml.Node, locale value.Locale, c Config) []Figure {
	if n == nil {
		return nil
	}
	if line := strings.TrimSpace(s.line(n.Line)); n.Kind == yaml.ScalarNode {
		if m := assigned.FindStringSubmatch(line); m != nil && m[2] == ":" && !strings.HasPrefix(line, "figures") {
			s.add(problem.Error, n.Line, n.Column+columns(m[1]), "figures: there is no space after the colon", "write "+m[1]+": "+m[3])
			s.lost = true
			return nil
		}
	}
	if n.Kind != yaml.MappingNode {
		hint := "write a line such as Round total: $110B for each figure, indented below figures:"
		if n.Kind == yaml.SequenceNode {
			hint = "leave out the hyphens before the names"
		}
		s.lose(n, "figures is "+kind(n)+", and names with values were expected", hint)
		return nil
	}
	r := figureReader{sheet: s, locale: locale, config: c, lines: map[string]int{}, figures: make([]Figure, 0, leaves(n))}
	list := entries(n)
	for i, e := range list {
		r.followed = i+1 < len(list) && s.format == "yaml" && n.Style&yaml.FlowStyle == 0
		r.figure(e)
	}
	return r.figures
}

// leaves is how many figures a mapping of them has, right and wrong ones.
func leaves(n *yaml.Node) int {
	count := 0
	for _, e := range entries(n) {
		if e.value.Kind == yaml.MappingNode && !full(e.value) {
			count += len(e.value.Content) / 2
		} else {
			count++
		}
	}
	return count
}

// A figureReader reads the figures of one summary.
type figureReader struct {
	*sheet
	locale   value.Locale
	config   Config
	lines    map[string]int // of the names, folded
	figures  []Figure
	followed bool // others stand below the figure at its level, and may be meant as its items
}

// figure reads a key of figures: a value or a group.
func (r *figureReader) figure(e entry) {
	name, ok := r.name(e.key, "")
	if !ok {
		return
	}
	if v := e.value; v.Kind != yaml.MappingNode || full(v) {
		r.read(name, e)
		return
	}
	if name.Group != "" {
		r.lose(e.value, fmt.Sprintf("figures: %s is a group in a group, and one level is all there is", name), "give it one value")
		return
	}
	if len(e.value.Content) == 0 {
		r.lose(e.value, fmt.Sprintf("figures: %s has no value", name), "leave the line out")
	}
	r.followed = false
	for _, item := range entries(e.value) {
		within, ok := r.name(item.key, name.Item)
		if !ok {
			continue
		}
		if item.value.Kind == yaml.MappingNode && !full(item.value) {
			r.lose(item.key, fmt.Sprintf("figures: %s is a group in a group, and one level is all there is", within), "give it one value, or the keys "+strings.Join(figureKeys, ", "))
			continue
		}
		r.read(within, item)
	}
}

// full reports whether a mapping is a value in full, and not a group.
func full(n *yaml.Node) bool {
	return has(n, figureKeys...) || has(n, "amount") || slipped(n, figureKeys, "value", "text") != ""
}

// name reads the name of a figure, in a group or not, and reports one that
// the summary has already.
func (r *figureReader) name(key *yaml.Node, group string) (Name, bool) {
	name, ok := r.figureName(key, "figures", group)
	if !ok {
		return Name{}, false
	}
	folded := name.Key()
	if first, twice := r.lines[folded]; twice {
		r.fail(key, fmt.Sprintf("figures: %s is named twice, first in line %d", name, first), "keep one of the two, or give them different names")
		return Name{}, false
	}
	r.lines[folded] = key.Line
	return name, true
}

// figureName reads the name of a figure: "Commitment: Amazon" is an item of a
// group.
func (s *sheet) figureName(key *yaml.Node, field, group string) (Name, bool) {
	written := strings.Join(strings.Fields(key.Value), " ")
	first, second, nested := strings.Cut(written, ": ")
	name := Name{Group: group, Item: once(written)}
	if nested && group == "" {
		name = Name{Group: once(strings.TrimSpace(first)), Item: once(strings.TrimSpace(second))}
	}
	switch {
	case strings.Trim(name.Item, " -–—") == "" || name.Group != "" && strings.Trim(name.Group, " -–—") == "":
		s.lose(key, fmt.Sprintf("%s: a figure without a name", field), "give it one")
	case strings.ContainsAny(written, "[]|"):
		s.lose(key, fmt.Sprintf("%s: the name %s has one of [ ] | in it, which [[…]] in the text can't reach", field, show(written)), "leave the sign out")
	case strings.Contains(name.Item, ": "):
		s.lose(key, fmt.Sprintf("%s: %s is nested deeper than group and item", field, show(written)), "write Group: Item")
	default:
		return name, true
	}
	return Name{}, false
}

// read reads one value, a scalar or in full. One that can't be read is kept as
// words, so that its name is known; the error keeps it from being published.
func (r *figureReader) read(name Name, e entry) {
	f := Figure{Name: name, Detail: noDetail, key: spotOf(e.key)}
	field := "figures: " + name.String()
	v := e.value
	if v.Kind == yaml.MappingNode {
		v = r.full(&f, e, field)
	}
	if v != nil && f.Value.Kind != value.KindText {
		f.Value, _ = r.value(v, e.key, field)
	}
	if v == nil {
		v = e.value
	}
	if f.Value.Kind == 0 {
		f.Value = value.AsText("…")
	}
	f.at = spotOf(v)
	r.figures = append(r.figures, f)
}

// fullFigure is what a mapping is called that has more than a value.
const fullFigure = "a figure in full"

// full reads a value in full into f, and returns its value or text; nil where
// there is none. A text is put into f.
func (r *figureReader) full(f *Figure, e entry, field string) *yaml.Node {
	set := fieldSet{of: fullFigure, path: field + ": ", known: figureKeys, required: []string{"value"},
		examples: map[string]string{"value": "value: $110B", "text": "text: about a third"}}
	if has(e.value, "text") {
		set.required = nil
	} else if meant := slipped(e.value, figureKeys, "value", "text"); meant != "" {
		set.required, set.slipped = []string{meant}, true
	}
	found := r.fields(e.value, set)
	f.Detail = &Detail{
		AsOf:  r.date(found["as_of"], field+": as_of", r.config.Timezone, true),
		By:    r.words(found["by"], field+": by"),
		Note:  r.words(found["note"], field+": note"),
		Quote: r.words(found["quote"], field+": quote"),
	}
	v, text := found["value"], found["text"]
	switch {
	case v != nil && text != nil:
		r.fail(text, field+": value and text exclude each other", "keep value for something to compare as a number, text for words")
		return nil
	case text != nil:
		if words := r.words(text, field+": text"); words != "" {
			f.Value = value.AsText(words)
			return text
		}
		return nil
	case v == nil && has(e.value, "text"):
		r.fail(e.key, field+" has no value", "leave the line out")
	}
	return v
}

// emptyHint says what to write instead of an empty value: it may be that of a
// group whose items are not indented.
func (r *figureReader) emptyHint(n *yaml.Node) string {
	if r.followed && null(n) && n.Value == "" {
		return "indent those below that belong to it by two more spaces, or leave the line out"
	}
	return "leave the line out"
}

// value reads a scalar as it stands in the file.
func (r *figureReader) value(n, key *yaml.Node, field string) (value.Value, bool) {
	switch {
	case n.Kind == yaml.SequenceNode:
		hint := "give each value a name: {Amazon: $50B, Nvidia: $30B}, or put the value in quotes"
		if n.Style&yaml.FlowStyle == 0 {
			hint = "leave out the hyphens, and give each value a name: Amazon: $50B"
		}
		r.fail(n, field+" is a list, and a figure has one value", hint)
		return value.Value{}, false
	case n.Kind == yaml.MappingNode:
		r.fail(n, field+": value is a group of keys, and one value was expected", "put it in quotes if it is one")
		return value.Value{}, false
	case null(n) || strings.TrimSpace(n.Value) == "":
		r.fail(key, field+" has no value", r.emptyHint(n))
		return value.Value{}, false
	}
	written := r.words(n, field)
	if written == "" {
		return value.Value{}, false // a TOML float
	}
	v, err := r.locale.Parse(written)
	if err == nil {
		r.doubt(v, n, field)
		return v, true
	}
	column, hint := 1, ""
	if e := (*value.SyntaxError)(nil); errors.As(err, &e) {
		column, hint = e.Column, e.Hint
	}
	if first, _ := utf8.DecodeRuneInString(written); strings.ContainsRune("“”„‟«»‘’‚", first) {
		hint = "leave the quotes out, or type straight ones: YAML knows no others"
	}
	lead := len(n.Value) - len(strings.TrimLeft(n.Value, " \t\n"))
	r.add(problem.Error, n.Line, r.inside(n, column+lead), field+": "+err.Error(), hint)
	return value.Value{}, false
}
