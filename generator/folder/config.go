package folder

import (
	"collate/generator/content"
	"collate/generator/problem"
	"slices"
	"strings"
)

// override puts the URL that was asked for in the place of the configured one.
func (b *builder) override(written string) {
	if written == "" {
		return
	}
	base, wrong, hint := content.BaseURL(written)
	if wrong != "" {
		b.problems = append(b.problems, problem.Problem{
			Place: problem.Place{File: "--url"}, Severity: problem.Error, Message: problem.Quote(written) + " " + wrong,
			Hint: hint,
		})
		return
	}
	b.site.Config.URL = base
}

// lead warns of a story that heads the home page and is not there.
func (b *builder) lead() {
	c := b.site.Config
	if c.Lead == "" || slices.ContainsFunc(b.site.Stories, func(s *content.Story) bool { return s.Slug == c.Lead }) {
		return
	}
	b.problems = append(b.problems, problem.Problem{
		Place: c.LeadPlace, Severity: problem.Warning, Message: "lead: there is no story " + problem.Quote(c.Lead),
		Hint: b.leadHint(),
	})
}

func (b *builder) leadHint() string {
	var slugs []string
	for _, s := range b.site.Stories {
		slugs = append(slugs, s.Slug)
	}
	if near, ok := problem.Nearest(b.site.Config.Lead, slugs); ok {
		return "write lead: " + near
	}
	return "write the name of a story's folder, or leave the line out"
}

// rateNames are the rates as they are written, in a line.
func rateNames(c content.Config) string {
	var all []string
	for _, r := range c.Rates {
		all = append(all, r.Currency+" "+r.Worth.Written)
	}
	return strings.Join(all, ", ")
}
