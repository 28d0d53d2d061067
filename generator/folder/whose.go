package folder

import (
	"fmt"
	"slices"
	"strings"

	"collate/generator/content"
	"collate/generator/frontmatter"
	"collate/generator/problem"
	"collate/generator/slug"
	"collate/generator/value"
)

// A claimantUse is a name by which a story's summaries call somebody whose
// word a report may be, with the summaries that have it.
type claimantUse struct {
	name  string
	field string
	files []string // sorted
	file  *frontmatter.File
	at    frontmatter.Position
	known bool // the story's index.md has it, or it is a source
}

// claimants warns of claimants whose names nearly match: of one that few
// summaries have, if it is nearly one that the story knows or more have. Names
// that stand in one summary together are different.
func (p *storyBuild) claimants() {
	uses := p.claimantUses()
	slices.SortStableFunc(uses, func(x, y *claimantUse) int {
		if x.known != y.known {
			return map[bool]int{true: -1, false: 1}[x.known]
		}
		return len(y.files) - len(x.files)
	})
	for i, u := range uses {
		if u.known || u.file == nil {
			continue
		}
		for _, other := range uses[:min(i, mostCompared)] {
			if !misspells(content.WithoutArticle(u.name), content.WithoutArticle(other.name)) || u.together(other) {
				continue
			}
			place, line := u.file.Find(u.at)
			p.problems = append(p.problems, warn(place, line,
				fmt.Sprintf("%s: %s is nearly the claimant %s of the same story", u.field, problem.Quote(u.name),
					problem.Quote(other.name)),
				fmt.Sprintf("write %s if it is the same, or make it an alias: claimants: {%s: {aliases: [%s]}} in the "+
					"story's index.md", other.name, other.name, u.name)))
			break
		}
	}
}

// together reports whether one summary has both names.
func (u *claimantUse) together(other *claimantUse) bool {
	return slices.ContainsFunc(u.files, func(file string) bool {
		_, found := slices.BinarySearch(other.files, file)
		return found
	})
}

// claimantUses are the names of a story's claimants, in their order. A source
// that stands in no by is compared with those of other stories elsewhere.
func (p *storyBuild) claimantUses() []*claimantUse {
	var uses []*claimantUse
	at := map[string]*claimantUse{}
	note := func(name string) *claimantUse {
		key := value.FoldName(content.WithoutArticle(name))
		u := at[key]
		if u == nil {
			u = &claimantUse{name: name}
			at[key] = u
			uses = append(uses, u)
		}
		return u
	}
	for _, c := range p.story.Claimants {
		for _, name := range append([]string{c.Name}, c.Aliases...) {
			note(name).known = true
		}
	}
	for i, m := range p.story.Summaries {
		note(m.Source.Name).known = true
		if m.Source.Via != "" {
			note(m.Source.Via).known = true
		}
		for _, report := range m.Figures {
			if report.By == "" || report.Unnamed {
				continue
			}
			u := note(report.By)
			if u.file == nil {
				u.file, u.at, u.field = p.from.files[i].File, report.ByPosition(), "by"
			}
			u.files = append(u.files, m.File)
		}
	}
	return uses
}

// circles reports sources that repeat each other in a circle, so that the word
// is nobody's. Whom a source repeats is what all its summaries of the story say.
func (p *storyBuild) circles() {
	repeats, names := map[string]string{}, map[string]string{} // by slugs
	for _, m := range p.story.Summaries {
		source, via := slug.Of(m.Source.Name), slug.Of(m.Source.Via)
		if m.Source.Via == "" {
			via = ""
		}
		if known, again := repeats[source]; again && known != via {
			via = ""
		}
		repeats[source], names[source] = via, m.Source.Name
	}
	told := map[string]bool{}
	for i, m := range p.story.Summaries {
		start := slug.Of(m.Source.Name)
		circle := repeatCircle(repeats, start)
		if len(circle) == 0 || told[start] {
			continue
		}
		var says []string
		for j, source := range circle {
			told[source] = true
			says = append(says, names[source]+" repeats "+names[circle[(j+1)%len(circle)]])
		}
		place, line := p.from.files[i].File.Find(m.Source.ViaPosition())
		p.problems = append(p.problems, problem.Problem{
			Place: place, Severity: problem.Error, Text: line,
			Message: "source: via goes round in a circle: " + strings.Join(says, ", "),
			Hint:    "leave via out of the article that reports by itself",
		})
	}
}

// repeatCircle is the circle in which one source and those that it repeats lie; empty
// where they lie in none.
func repeatCircle(repeats map[string]string, start string) []string {
	circle := []string{start}
	for next := repeats[start]; next != "" && len(circle) <= len(repeats); next = repeats[next] {
		if next == start {
			return circle
		}
		circle = append(circle, next)
	}
	return nil
}
