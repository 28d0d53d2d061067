package folder

import (
	"cmp"
	"fmt"
	"slices"

	"collate/generator/content"
	"collate/generator/problem"
	"collate/generator/slug"
)

// doubles reports summaries of a story that want one page, and takes them
// out: the first has it.
func (p *storyBuild) doubles() {
	files := map[string]string{}
	var kept []*content.Summary
	for i, m := range p.story.Summaries {
		other, twice := files[m.Slug]
		if m.Slug == "table" {
			p.story.Incomplete = true
			continue // reported by parse
		}
		if !twice {
			files[m.Slug] = m.File
			kept = append(kept, m)
			continue
		}
		d := duplicateSlug(p.story.Slug+"/"+m.Slug, m.File, other)
		if n := p.from.files[i].SlugNode; n != nil {
			f := p.from.files[i].File
			d.Place, d.Text = f.Place(n), f.Line(n.Line)
			d.Hint = "write another slug, or leave the line out: the name of the file then stands for it"
		}
		p.problems = append(p.problems, d)
		p.story.Incomplete = true
	}
	p.story.Summaries = kept
}

// doubles reports two files that want one page, and takes the second out, and
// what wants a page that every site has. Those within a story are reported
// where it is put together; stories where they begin.
func (b *builder) doubles() {
	files := map[string]string{}
	b.site.Stories = slices.DeleteFunc(b.site.Stories, func(t *content.Story) bool {
		_, twice := files[t.Slug]
		files[t.Slug] = cmp.Or(files[t.Slug], t.File)
		return twice || slug.Taken(t.Slug)
	})
	claimed := func(name, file string) bool {
		other, twice := files[name]
		if twice {
			b.problems = append(b.problems, duplicateSlug(name, file, other))
			return true
		}
		files[name] = file
		return slug.Taken(name)
	}
	b.site.Pages = slices.DeleteFunc(b.site.Pages, func(p *content.Page) bool { return claimed(p.Slug, p.File) })
	b.site.SourcePages = slices.DeleteFunc(b.site.SourcePages,
		func(o *content.SourcePage) bool { return claimed("sources/"+o.Slug, o.File) })
}

// duplicateSlug is the problem of a file whose page another has already.
func duplicateSlug(slug, file, other string) problem.Problem {
	return problem.Problem{
		Place: problem.Place{File: file}, Severity: problem.Error,
		Message: fmt.Sprintf("/%s/ is the page of %s already", slug, other),
		Hint:    "rename one of the two, or write slug: in its front matter with a name that is free",
	}
}

// aliases reports a figure that a summary gives under two of its names. Values
// of different claimants or moments are different reports, and may be.
func (p *storyBuild) aliases(keys spellingOf) {
	if !slices.ContainsFunc(p.story.Figures, func(spec content.FigureSpec) bool { return len(spec.Aliases) > 0 }) {
		return
	}
	type row struct {
		name, asOf, stage, by string
	}
	for i, m := range p.story.Summaries {
		first := map[row]*content.Report{}
		m.Figures = slices.DeleteFunc(m.Figures, func(f content.Report) bool {
			r := row{keys.of(f.Name), f.AsOf.Moment().Name, f.Stage, f.By}
			other, twice := first[r]
			if !twice {
				first[r] = &f
				return false
			}
			place, line := p.from.files[i].File.Find(f.NamePosition())
			p.problems = append(p.problems, problem.Problem{
				Place: place, Severity: problem.Error, Text: line,
				Message: fmt.Sprintf("figures: %s is another name of %s, which has its value in line %d already",
					f.As(), other.As(), other.NamePosition().Line),
				Hint: "keep one of the two, or take the alias out of the story's index.md if they are different " +
					"figures",
			})
			return true
		})
	}
}
