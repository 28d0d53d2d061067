package folder

import (
	"slices"
	"strings"

	"collate/generator/content"
	"collate/generator/slug"
	"collate/generator/value"
)

// oneNames are names that are one source or claimant over all stories, as
// sources/*.md say: by each alias, folded, the name that stands for it.
type oneNames struct {
	names map[string]string
	said  string // what they were made from
}

// newOneNames are the names that pages of sources give aliases.
func newOneNames(pages []*content.SourcePage) oneNames {
	var said []string
	all := oneNames{names: map[string]string{}}
	for _, p := range pages {
		if len(p.Aliases) == 0 {
			continue
		}
		name := pageName(p)
		for _, alias := range append([]string{p.Title}, p.Aliases...) {
			if alias != "" && alias != name {
				all.names[value.FoldName(content.WithoutArticle(alias))] = name
			}
		}
		said = append(said, name+"\t"+strings.Join(p.Aliases, "\t"))
	}
	all.said = strings.Join(said, "\n")
	return all
}

// pageName is the name by which the page is found: its title or an alias where that
// has its address, else one made of the address.
func pageName(p *content.SourcePage) string {
	for _, name := range append([]string{p.Title}, p.Aliases...) {
		if slug.Of(name) == p.Slug {
			return name
		}
	}
	return content.TitleOf(p.Slug)
}

// of is the name that stands for one.
func (o oneNames) of(name string) string {
	if len(o.names) == 0 || name == "" {
		return name
	}
	if one, ok := o.names[value.FoldName(content.WithoutArticle(name))]; ok {
		return one
	}
	return name
}

// rename gives a summary's source, whom that repeats and claimants the names
// that stand for them. The file's own stay as they are.
func (o oneNames) rename(m *content.Summary) {
	if len(o.names) == 0 {
		return
	}
	m.Source.Name, m.Source.Via = o.of(m.Source.Name), o.of(m.Source.Via)
	own := true
	for i, f := range m.Figures {
		if f.By == "" || f.Unnamed || o.of(f.By) == f.By {
			continue
		}
		if own {
			m.Figures, own = slices.Clone(m.Figures), false
		}
		detail := *f.Detail
		detail.By = o.of(f.By)
		m.Figures[i].Detail = &detail
	}
}
