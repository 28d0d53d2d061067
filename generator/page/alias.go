package page

import (
	"bytes"
	"html/template"
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
)

// aliasView is what templates/alias.html sees: a former address, which leads on
// to a page.
type aliasView struct {
	Lang      string
	Title     string
	Target    template.URL      // relative
	Href      template.HTMLAttr // the same as an attribute
	Canonical string            // absolute; empty where the site has no URL
}

// addAliases plans the former addresses of all pages. It comes last, so that
// where an address is taken it is the alias that is reported.
func (p *planner) addAliases() {
	for _, page := range p.site.digest.Pages {
		p.alias(page.Aliases, page.File, digest.PagePath(page), page.Title)
	}
	for _, s := range p.site.digest.Stories {
		p.alias(s.Aliases, storyOrigin(s), s.Path(), s.Title)
		for _, sum := range s.Summaries {
			if sum.Guest() {
				continue
			}
			p.alias(sum.Aliases, sum.File, sum.Path(), sum.Title)
			p.alias(below(s, sum), storyOrigin(s), sum.Path(), sum.Title)
		}
		if len(s.Rows) > 0 {
			p.alias(table(s), storyOrigin(s), s.Path()+"table/", s.Title)
		}
	}
}

// below are the former addresses of a summary below those of its story.
func below(s *digest.Story, sum *digest.Summary) []content.Alias {
	return under(s, strings.TrimPrefix(sum.PageFile(), s.Path()))
}

// table are the former addresses of a story's table.
func table(s *digest.Story) []content.Alias { return under(s, "table/index.html") }

func under(s *digest.Story, file string) []content.Alias {
	var all []content.Alias
	for _, a := range s.Aliases {
		if folder, ok := strings.CutSuffix(a.Path, "index.html"); ok {
			a.Path = folder + file
			all = append(all, a)
		}
	}
	return all
}

// alias plans the former addresses of one page.
func (p *planner) alias(aliases []content.Alias, origin, path, title string) {
	s := p.site
	for _, a := range aliases {
		if a.Path == digest.File(path) || p.led[a.Path] == path {
			continue // it is there already
		}
		clash := p.plan.Add(a.Path, origin, func(b *bytes.Buffer) error {
			return s.render(b, "alias", context{Site: s, path: strings.TrimSuffix(a.Path, "index.html")},
				func(h context) (any, error) {
					return aliasView{Lang: s.words.Language, Title: title, Target: template.URL(h.target(path)),
						Href: h.link(path), Canonical: h.url(path)}, nil
				})
		})
		if clash != nil {
			clash.Place, clash.Text = a.Place, a.Line
			clash.Message = "aliases: " + clash.Message
			clash.Hint = "take the address out of aliases, or give it up where it is used"
			p.problems = append(p.problems, *clash)
			continue
		}
		p.led[a.Path] = path
	}
}
