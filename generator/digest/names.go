package digest

import (
	"fmt"
	"strings"
	"unique"

	"collate/generator/content"
	"collate/generator/value"
)

// named is a figure's name as its story has it, and folded, its group too.
type named struct {
	content.Name
	key, group string
}

// names gives the figures of a story one spelling each, the first that
// appears, and remembers how names fold: there are few, told often.
type names struct {
	known  map[content.Name]named
	first  map[string]content.Name // by folded name
	groups map[string]string       // by folded name
}

func newNames() names {
	return names{map[content.Name]named{}, map[string]content.Name{}, map[string]string{}}
}

func (n names) of(name content.Name) named {
	if told, ok := n.known[name]; ok {
		return told
	}
	told := named{name, unique.Make(name.Key()).Value(), unique.Make(value.FoldName(name.Group)).Value()}
	if first, ok := n.groups[told.group]; ok {
		told.Group = first
	}
	if first, ok := n.first[told.key]; ok {
		told.Name = first
	}
	n.groups[told.group], n.first[told.key] = told.Group, told.Name
	n.known[name] = told
	return told
}

// identify gives rows and groups their ids and notes and makes them findable,
// by the story's aliases too.
func (s *Story) identify(specs []content.FigureSpec) {
	note := map[string]string{}
	for _, spec := range specs {
		note[spec.Name.Key()] = spec.Note
	}
	s.rows = make(map[string]*Row, len(s.Rows))
	ids := ids{}
	for _, row := range s.Rows {
		if old := s.rows[row.key]; old == nil || meant(row, old) {
			s.rows[row.key] = row
		}
		row.Note = note[row.key]
		row.ID = row.Slug
		if !row.AsOf.Time.IsZero() {
			row.ID += "-" + row.AsOf.String()
		}
		row.ID = ids.take(row.ID)
		last := len(s.Groups) - 1
		if last < 0 || s.Groups[last].Rows[0].group != row.group {
			group := Group{Name: row.Name.Group}
			if group.Name != "" {
				group.ID = ids.take(content.Slug(group.Name))
				group.Note = note[row.group]
			}
			s.Groups = append(s.Groups, group)
			last++
		}
		s.Groups[last].Rows = append(s.Groups[last].Rows, row)
	}
	for alias, key := range aliases(specs, s.rowNames()) {
		if row := s.rows[key]; row != nil && s.rows[alias] == nil {
			s.rows[alias] = row
		}
	}
}

// meant tells whether a figure's name means its row a rather than its row b:
// the one without an as-of date, or else the newest.
func meant(a, b *Row) bool {
	return !b.AsOf.Time.IsZero() && (a.AsOf.Time.IsZero() || a.AsOf.Time.After(b.AsOf.Time))
}

// rowNames are the names of the story's figures.
func (s *Story) rowNames() []content.Name {
	all := make([]content.Name, len(s.Rows))
	for i, row := range s.Rows {
		all[i] = row.Name
	}
	return all
}

// aliases are the folded names, by which the story's figures go besides their
// own, with the folded name that each stands for: an alias of a figure, in its
// group or by itself, and every item of a group with an alias of the group.
func aliases(specs []content.FigureSpec, figures []content.Name) map[string]string {
	type spelling struct{ item, key string }
	all := map[string]string{}
	items := map[string][]spelling{} // by folded group
	for _, name := range figures {
		group := value.FoldName(name.Group)
		items[group] = append(items[group], spelling{name.Item, name.Key()})
	}
	for _, spec := range specs {
		group := value.FoldName(spec.Name.Group)
		for _, alias := range spec.Aliases {
			all[value.FoldName(alias)] = spec.Name.Key()
			if group != "" {
				all[content.Name{Group: spec.Name.Group, Item: alias}.Key()] = spec.Name.Key()
				items[group] = append(items[group], spelling{alias, spec.Name.Key()})
			}
		}
	}
	for _, spec := range specs {
		for _, alias := range spec.Aliases {
			for _, s := range items[spec.Name.Key()] {
				all[content.Name{Group: alias, Item: s.item}.Key()] = s.key
			}
		}
	}
	return all
}

// ids are the fragments that are taken on a story's page, with the number that
// another of the same name would get.
type ids map[string]int

// take is the id itself, or with a number where it is taken.
func (taken ids) take(id string) string {
	name, n := id, max(2, taken[id])
	for ; taken[name] > 0 || reserved(name); n++ {
		name = fmt.Sprintf("%s-%d", id, n)
	}
	taken[id] = n
	taken[name] = max(2, taken[name])
	return name
}

// reserved tells whether the page has the fragment already: main, and those of
// checks and notes, check-1 and note-1.
func reserved(id string) bool {
	word, number, _ := strings.Cut(id, "-")
	return id == "main" || (word == "check" || word == "note") && number != "" && strings.Trim(number, "0123456789") == ""
}
