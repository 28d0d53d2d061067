package content

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"collate/generator/frontmatter"
	"collate/generator/problem"
	"collate/generator/value"
)

// figures reads the values that a summary reports.
func (s *fileReader) figures(n *frontmatter.Node, defaults *Detail, locale value.Locale, c Config) []Report {
	if n == nil || n.Kind == frontmatter.List && len(n.Content) == 0 { // as forms leave it
		return nil
	}
	if n.Kind == frontmatter.Scalar {
		if name, v, ok := frontmatter.Unspaced(s.Line(n.Line)); ok && !strings.HasPrefix(name, "figures") {
			s.Add(problem.Error, n.Line, n.Column+utf8.RuneCountInString(name),
				"figures: there is no space after the colon", "write "+name+": "+v)
			s.namesLost = true
			return nil
		}
	}
	if n.Kind == frontmatter.List && namedItems(n) {
		n = s.byName(n)
	}
	if n.Kind != frontmatter.Mapping {
		hint := "write a line such as Round total: $110B for each figure, indented below figures:"
		if n.Kind == frontmatter.List {
			hint = "leave out the hyphens before the names"
		}
		s.failNames(n, "figures is "+n.Describe()+", and names with values were expected", hint)
		return nil
	}
	r := figureReader{fileReader: s, defaults: defaults, locale: locale, config: c, lines: map[string]int{},
		figures: make([]Report, 0, leaves(n))}
	list := n.Entries()
	for i, e := range list {
		r.followed = i+1 < len(list) && s.Format == "yaml" && !n.Flow
		r.figure(e)
	}
	return r.figures
}

// leaves is how many figures a mapping of them has, right and wrong ones.
func leaves(n *frontmatter.Node) int {
	count := 0
	for _, e := range n.Entries() {
		switch {
		case e.Value.Kind == frontmatter.Mapping && !inFull(e.Value):
			count += len(e.Value.Content) / 2
		case e.Value.Kind == frontmatter.List:
			count += len(e.Value.Content)
		default:
			count++
		}
	}
	return count
}

// A figureReader reads the figures of one summary.
type figureReader struct {
	*fileReader
	defaults *Detail // of values that say nothing else
	locale   value.Locale
	config   Config
	lines    map[string]int // of the names, folded
	figures  []Report
	followed bool // others stand below the figure at its level, and may be meant as its items
}

// figure reads a key of figures: a value or a group.
func (r *figureReader) figure(e frontmatter.Entry) {
	name, ok := r.name(e.Key, "")
	if !ok {
		return
	}
	if v := e.Value; v.Kind != frontmatter.Mapping || inFull(v) {
		r.reports(name, e)
		return
	}
	if name.Group != "" {
		r.failNames(e.Value, fmt.Sprintf("figures: %s is a group in a group, and one level is all there is", name),
			"give it one value")
		return
	}
	if len(e.Value.Content) == 0 {
		r.failNames(e.Value, fmt.Sprintf("figures: %s has no value", name), "leave the line out")
	}
	r.followed = false
	for _, item := range e.Value.Entries() {
		within, ok := r.name(item.Key, name.Item)
		if !ok {
			continue
		}
		if item.Value.Kind == frontmatter.Mapping && !inFull(item.Value) {
			r.failNames(item.Key, fmt.Sprintf("figures: %s is a group in a group, and one level is all there is",
				within), "give it one value, or the keys "+strings.Join(figureKeys, ", "))
			continue
		}
		r.reports(within, item)
	}
}

// byName is a list of figures, each with its name in it, as a mapping by
// names: - {name: Killed, value: 95, by: the rebels}.
func (s *fileReader) byName(n *frontmatter.Node) *frontmatter.Node {
	all := &frontmatter.Node{Kind: frontmatter.Mapping, Line: n.Line, Column: n.Column}
	at := map[string]*frontmatter.Node{} // the lists of values, by names folded
	for _, item := range n.Content {
		report := &frontmatter.Node{Kind: frontmatter.Mapping, Line: item.Line, Column: item.Column, Flow: item.Flow}
		var name, group *frontmatter.Node
		for _, e := range item.Entries() {
			switch e.Key.Value {
			case "name":
				name = e.Value
			case "group":
				group = e.Value
			default:
				report.Content = append(report.Content, e.Key, e.Value)
			}
		}
		key := *name
		if group != nil && !group.Blank() {
			key.Value = group.Value + ": " + name.Value
		}
		folded := value.FoldName(key.Value)
		if at[folded] == nil {
			at[folded] = &frontmatter.Node{Kind: frontmatter.List, Line: item.Line, Column: item.Column}
			all.Content = append(all.Content, &key, at[folded])
		}
		at[folded].Content = append(at[folded].Content, report)
	}
	return all
}

// reports reads what a figure is given as: one value, or a list of values in
// full, which differ in whose word they are, or of when.
func (r *figureReader) reports(name Name, e frontmatter.Entry) {
	if e.Value.Kind != frontmatter.List || !listsReports(e.Value) {
		r.read(name, e)
		return
	}
	first := map[string]int{}
	for _, item := range e.Value.Content {
		r.read(name, frontmatter.Entry{Key: item, Value: item})
		if len(r.figures) == 0 {
			continue
		}
		f := &r.figures[len(r.figures)-1]
		key := value.FoldName(f.By) + "|" + f.AsOf.Moment().Name + "|" + value.FoldName(f.Stage)
		if line, twice := first[key]; twice {
			r.Fail(item, fmt.Sprintf("figures: %s: two values have the same by, as_of and stage, the first in line %d",
				name, line),
				"say with by: whose word each is, or with as_of: or stage: of when")
		}
		first[key] = item.Line
		f.key = e.Key.Position()
	}
}

// listsReports reports whether a list is one of values in full.
func listsReports(n *frontmatter.Node) bool {
	return slices.ContainsFunc(n.Content, func(item *frontmatter.Node) bool {
		return item.Kind == frontmatter.Mapping && inFull(item)
	})
}

// namedItems reports whether a list gives each figure with its name in it, as
// form-based editors write them.
func namedItems(n *frontmatter.Node) bool {
	return len(n.Content) > 0 && !slices.ContainsFunc(n.Content, func(item *frontmatter.Node) bool {
		return item.Kind != frontmatter.Mapping || !item.Has("name")
	})
}

// inFull reports whether a mapping is a value in full, and not a group.
func inFull(n *frontmatter.Node) bool {
	return n.Has(figureKeys...) || n.Has("amount") || slipped(n, figureKeys, "value", "text") != ""
}

// name reads the name of a figure, in a group or not, and reports one that
// the summary has already.
func (r *figureReader) name(key *frontmatter.Node, group string) (Name, bool) {
	name, ok := r.figureName(key, "figures", group)
	if !ok {
		return Name{}, false
	}
	folded := name.Key()
	if first, twice := r.lines[folded]; twice {
		r.Fail(key, fmt.Sprintf("figures: %s is named twice, first in line %d", name, first),
			"keep one of the two, or give them different names")
		return Name{}, false
	}
	r.lines[folded] = key.Line
	return name, true
}

// figureName reads the name of a figure: "Commitment: Amazon" is an item of a
// group.
func (s *fileReader) figureName(key *frontmatter.Node, field, group string) (Name, bool) {
	written := strings.Join(strings.Fields(key.Value), " ")
	first, second, nested := strings.Cut(written, ": ")
	name := Name{Group: group, Item: once(written)}
	if nested && group == "" {
		name = Name{Group: once(strings.TrimSpace(first)), Item: once(strings.TrimSpace(second))}
	}
	switch {
	case strings.Trim(name.Item, " -–—") == "" || name.Group != "" && strings.Trim(name.Group, " -–—") == "":
		s.failNames(key, fmt.Sprintf("%s: a figure without a name", field), "give it one")
	case strings.ContainsAny(written, "[]|"):
		s.failNames(key, fmt.Sprintf("%s: the name %s has one of [ ] | in it, which [[…]] in the text can't reach",
			field, problem.Quote(written)), "leave the sign out")
	case strings.Contains(name.Item, ": "):
		s.failNames(key, fmt.Sprintf("%s: %s is nested deeper than group and item", field, problem.Quote(written)),
			"write Group: Item")
	default:
		return name, true
	}
	return Name{}, false
}

// read reads one value, a scalar or in full. One that can't be read is kept as
// words, so that its name is known; the error keeps it from being published.
func (r *figureReader) read(name Name, e frontmatter.Entry) {
	f := Report{Name: name, Detail: r.defaults, key: e.Key.Position()}
	field := "figures: " + name.String()
	v := e.Value
	if v.Kind == frontmatter.Mapping {
		v = r.full(&f, e, field)
	}
	if v != nil && f.Value.Kind != value.KindText {
		f.Value, _ = r.value(v, e.Key, field)
	}
	if v == nil {
		v = e.Value
	}
	if f.Value.Kind == 0 {
		f.Value = value.AsText("…")
		unread := *f.Detail
		unread.Unread = true
		f.Detail = &unread
	}
	if !f.None && saysNothing(f.Value) {
		none := *f.Detail
		none.None = true
		f.Detail = &none
	}
	f.at = v.Position()
	r.figures = append(r.figures, f)
}

// fullFigure is what a mapping is called that has more than a value.
const fullFigure = "a figure in full"

// full reads a value in full into f, and returns its value or text; nil where
// there is none. A text is put into f.
func (r *figureReader) full(f *Report, e frontmatter.Entry, field string) *frontmatter.Node {
	set := fieldSet{of: fullFigure, path: field + ": ", known: figureKeys, required: []string{"value"},
		examples: map[string]string{"value": "value: $110B", "text": "text: about a third"}}
	if e.Value.Has("text") || e.Value.Has("none") {
		set.required = nil
	} else if meant := slipped(e.Value, figureKeys, "value", "text"); meant != "" {
		set.required, set.slipped = []string{meant}, true
	}
	found := r.fields(e.Value, set)
	f.Detail = r.detail(found, field)
	v, text := found["value"], found["text"]
	switch {
	case v != nil && text != nil:
		r.Fail(text, field+": value and text exclude each other",
			"keep value for something to compare as a number, text for words")
		return nil
	case v == nil && text == nil && found["none"] != nil:
		if words := r.Words(found["none"], field+": none"); words != "" {
			f.Value = value.AsText(words)
			return found["none"]
		}
		return nil
	case found["none"] != nil:
		r.Fail(found["none"], field+": none and a value exclude each other",
			"keep none where the article says that there is no value")
		return nil
	case text != nil:
		if words := r.Words(text, field+": text"); words != "" {
			f.Value = value.AsText(words)
			return text
		}
		return nil
	case v == nil && e.Value.Has("text"):
		r.Fail(e.Key, field+" has no value", "leave the line out")
	}
	return v
}

// detail reads what else a value in full says, or the summary for all values.
func (r *figureReader) detail(found map[string]*frontmatter.Node, field string) *Detail {
	d := *r.defaults
	if found["as_of"] != nil {
		d.AsOf = r.date(found["as_of"], field+": as_of", r.config.Timezone, true)
	}
	if found["stage"] != nil {
		d.Stage = r.Words(found["stage"], field+": stage")
	}
	if found["by"] != nil {
		d.By, d.Unnamed = r.by(found["by"], field+": by")
		d.byAt = found["by"].Position()
	}
	d.Corrects = r.Words(found["corrects"], field+": corrects")
	d.None = found["none"] != nil
	d.Note = r.Words(found["note"], field+": note")
	d.Quote = r.Words(found["quote"], field+": quote")
	d.Differ, d.Why = r.reason(found["differ"], found["why"], field)
	return &d
}

// by reads whose word a value is: a name, or {unnamed: …} for somebody whom
// the article doesn't name.
func (s *fileReader) by(n *frontmatter.Node, field string) (who string, unnamed bool) {
	if n.Kind != frontmatter.Mapping {
		return once(s.Words(n, field)), false
	}
	found := s.fields(n, fieldSet{of: "by", path: field + ": ", known: byKeys, required: byKeys,
		examples: map[string]string{"unnamed": "unnamed: people familiar with the matter"}})
	return once(s.Words(found["unnamed"], field+": unnamed")), true
}

// defaults is what a summary says for all of its figures.
func (s *fileReader) defaults(found map[string]*frontmatter.Node, c Config) *Detail {
	if found["as_of"] == nil && found["stage"] == nil && found["by"] == nil {
		return noDetail
	}
	d := &Detail{AsOf: s.date(found["as_of"], "as_of", c.Timezone, true), Stage: s.Words(found["stage"], "stage")}
	if found["by"] != nil {
		d.By, d.Unnamed = s.by(found["by"], "by")
		d.byAt = found["by"].Position()
	}
	return d
}

// emptyHint says what to write instead of an empty value: it may be that of a
// group whose items are not indented.
func (r *figureReader) emptyHint(n *frontmatter.Node) string {
	if r.followed && n.Null() && n.Value == "" {
		return "indent those below that belong to it by two more spaces, or leave the line out"
	}
	return "leave the line out"
}

// value reads a scalar as it stands in the file.
func (r *figureReader) value(n, key *frontmatter.Node, field string) (value.Value, bool) {
	switch {
	case n.Kind == frontmatter.List:
		hint := "give each value a name: {Amazon: $50B, Nvidia: $30B}, or put the value in quotes"
		if !n.Flow {
			hint = "leave out the hyphens, and give each value a name: Amazon: $50B"
		}
		r.Fail(n, field+" is a list, and a figure has one value", hint)
		return value.Value{}, false
	case n.Kind == frontmatter.Mapping:
		r.Fail(n, field+": value is a group of keys, and one value was expected", "put it in quotes if it is one")
		return value.Value{}, false
	case n.Null() || strings.TrimSpace(n.Value) == "":
		r.Fail(key, field+" has no value", r.emptyHint(n))
		return value.Value{}, false
	}
	written := r.Words(n, field)
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
	r.Add(problem.Error, n.Line, r.ColumnIn(n, column+lead), field+": "+err.Error(), hint)
	return value.Value{}, false
}
