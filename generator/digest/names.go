package digest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unique"

	"collate/generator/content"
	"collate/generator/slug"
	"collate/generator/value"
)

// namedIDs is a figure's name as its story has it, and folded, its group too.
type namedIDs struct {
	content.Name
	key, group string
}

// names gives the figures of a story one spelling each, the first that
// appears, and remembers how names fold: there are few, told often.
type names struct {
	known  map[content.Name]namedIDs
	first  map[string]content.Name // by folded name
	groups map[string]string       // by folded name
}

func newNames() names {
	return names{map[content.Name]namedIDs{}, map[string]content.Name{}, map[string]string{}}
}

func (n names) of(name content.Name) namedIDs {
	if told, ok := n.known[name]; ok {
		return told
	}
	told := namedIDs{name, unique.Make(name.Key()).Value(), unique.Make(value.FoldName(name.Group)).Value()}
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
	for i, name := range ownNames(specs) {
		note[name.Key()] = specs[i].Note
	}
	s.rows = make(map[string]*Row, len(s.Rows))
	ids := ids{}
	for _, row := range s.Rows {
		s.rows[row.key] = row
		row.Note = note[row.key]
		row.ID = ids.take(row.Slug)
		last := len(s.Groups) - 1
		if last < 0 || s.Groups[last].Rows[0].group != row.group {
			group := Group{Name: row.Name.Group}
			if group.Name != "" {
				group.ID = ids.take(slug.Of(group.Name))
				group.Note = note[row.group]
			}
			s.Groups = append(s.Groups, group)
			last++
		}
		s.Groups[last].Rows = append(s.Groups[last].Rows, row)
	}
	for _, a := range aliases(specs, s.rowNames()) {
		if row := s.rows[a.key]; row != nil && s.rows[a.name] == nil {
			s.rows[a.name] = row
		}
	}
}

// rowNames are the names of the story's figures.
func (s *Story) rowNames() []content.Name {
	all := make([]content.Name, len(s.Rows))
	for i, row := range s.Rows {
		all[i] = row.Name
	}
	return all
}

// ownNames are the names of the figures that a story lists; where it lists an
// item under an alias of a group, with the group's own.
func ownNames(specs []content.FigureSpec) []content.Name {
	groups := map[string]string{} // by folded alias
	for _, spec := range specs {
		if spec.Name.Group == "" {
			for _, alias := range spec.Aliases {
				groups[value.FoldName(alias)] = spec.Name.Item
			}
		}
	}
	all := make([]content.Name, len(specs))
	for i, spec := range specs {
		all[i] = spec.Name
		if own, ok := groups[value.FoldName(spec.Name.Group)]; ok && spec.Name.Group != "" {
			all[i].Group = own
		}
	}
	return all
}

// alias is one more name, folded, and the folded name that it stands for,
// which is no alias itself.
type alias struct{ name, key string }

// aliases are the names by which the story's figures go besides their own, in
// order: an alias of a figure, in its group or by itself, and every item of a
// group with an alias of the group.
func aliases(specs []content.FigureSpec, figures []content.Name) []alias {
	type spelling struct{ item, key string }
	all := map[string]string{}
	items := map[string][]spelling{} // by folded group
	for _, name := range figures {
		group := value.FoldName(name.Group)
		items[group] = append(items[group], spelling{name.Item, name.Key()})
	}
	own := ownNames(specs)
	for i, name := range own {
		group := value.FoldName(name.Group)
		for _, written := range specs[i].Aliases {
			all[value.FoldName(written)] = name.Key()
			if group != "" {
				all[content.Name{Group: name.Group, Item: written}.Key()] = name.Key()
				items[group] = append(items[group], spelling{written, name.Key()})
			}
		}
	}
	for i, name := range own {
		for _, written := range specs[i].Aliases {
			for _, s := range items[name.Key()] {
				all[content.Name{Group: written, Item: s.item}.Key()] = s.key
			}
		}
	}
	sorted := make([]alias, 0, len(all))
	for _, name := range slices.Sorted(maps.Keys(all)) {
		sorted = append(sorted, alias{name, all[name]})
	}
	return sorted
}

// ids are the fragments that are taken on a story's page, with the number that
// another of the same name would get.
type ids map[string]int

// take is the id itself, or with a number where it is taken.
func (taken ids) take(id string) string {
	name, n := id, max(2, taken[id])
	for ; taken[name] > 0 || reservedID(name); n++ {
		name = fmt.Sprintf("%s-%d", id, n)
	}
	taken[id] = n
	taken[name] = max(2, taken[name])
	return name
}

// storyAnchors are the fragments of the sections of a story's page, and of the whole.
var storyAnchors = []string{"main", "differ", "figures", "checks", "charts", "timeline", "text"}

// reservedID reports whether the page has the fragment already: its sections, and
// those of checks and notes, check-1 and note-1.
func reservedID(id string) bool {
	word, number, _ := strings.Cut(id, "-")
	return slices.Contains(storyAnchors, id) || (word == "check" || word == "note") && number != "" &&
		strings.Trim(number, "0123456789") == ""
}
