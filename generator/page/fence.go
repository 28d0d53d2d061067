package page

import (
	"bytes"
	"fmt"
	"slices"

	"collate/generator/digest"
	"collate/generator/markdown"
	"collate/generator/problem"
	"collate/generator/slug"
)

// fence appends what a fenced block places in a text.
func (h context) fence(b *bytes.Buffer, t text, f markdown.Fence) error {
	var name string
	var view any
	switch f.Kind {
	case "compare":
		name, view = h.compareFence(t, f)
	case "timeline":
		name, view = "entries", h.timelineFence(t, f)
	case "chart":
		name, view = h.chartFence(t, f)
	}
	if name == "" {
		return nil // it is about what there is not
	}
	if err := h.set.ExecuteTemplate(b, name, view); err != nil {
		return fmt.Errorf("%s:%d: %s: %w", f.Place.File, f.Place.Line, f.Kind, err)
	}
	return nil
}

// compareFence shows one story's figures by source, or several stories by
// figure.
func (h context) compareFence(t text, f markdown.Fence) (string, any) {
	stories, _ := h.chosen(t, f)
	names := itemsOf(stories, namesOf(f.Values("figures")))
	if len(f.Values("stories")) > 0 || f.Value("tag") != "" {
		return "matrix", h.matrix(stories, names)
	}
	if len(stories) == 0 {
		return "", nil
	}
	return "comparison", h.comparison(stories[0], groupsOf(stories[0], names), false)
}

// chosen are the stories that a fence is about: those that it names, in its
// order, those of its tag, or the one that its text belongs to. Where it
// chooses none it is about the whole site.
func (s *Site) chosen(t text, f markdown.Fence) (stories []*digest.Story, choice bool) {
	if tag := f.Value("tag"); tag != "" {
		return storiesOfTag(s.digest.Tag(slug.Of(tag))), true
	}
	named := slices.Concat(f.Values("story"), f.Values("stories"))
	if len(named) == 0 && t.story != nil {
		return []*digest.Story{t.story}, true
	}
	for _, v := range named {
		if story := s.digest.Story(v.Text); story != nil {
			stories = append(stories, story)
		}
	}
	return stories, len(named) > 0
}

// storiesOfTag are the stories that carry a tag; where summaries alone carry it,
// theirs.
func storiesOfTag(tag *digest.Tag) []*digest.Story {
	if tag == nil {
		return nil
	}
	if len(tag.Stories) > 0 {
		return tag.Stories
	}
	var stories []*digest.Story
	seen := map[*digest.Story]bool{}
	for _, sum := range tag.Summaries {
		if !seen[sum.Story] {
			seen[sum.Story] = true
			stories = append(stories, sum.Story)
		}
	}
	return stories
}

func namesOf(values []markdown.Value) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = v.Text
	}
	return all
}

// timelineFence is a timeline of a story, a tag, a source or everything.
func (h context) timelineFence(t text, f markdown.Fence) entriesView {
	summaries := h.digest.Summaries()
	var own *digest.Story
	if name := f.Value("story"); name != "" || t.story != nil && f.Value("tag") == "" && f.Value("source") == "" {
		own = t.story
		if name != "" {
			own = h.digest.Story(name)
		}
		summaries = nil
		if own != nil {
			summaries = newestFirst(own)
		}
	} else if tag := h.digest.Tag(slug.Of(f.Value("tag"))); tag != nil {
		summaries = tag.Summaries
	} else if source := h.digest.Source(slug.Of(f.Value("source"))); source != nil {
		summaries = source.Summaries
	}
	if limit := f.Limit(); limit > 0 {
		summaries = summaries[:min(limit, len(summaries))]
	}
	v := h.entries(summaries, own)
	v.InText = true
	return v
}

// checkFence says which of a fence's stories, tags, sources and figures there
// are not.
func (s *Site) checkFence(t text, f markdown.Fence) problem.List {
	problems := s.checkChoice(f)
	stories, choice := s.chosen(t, f)
	if f.Kind == "compare" && !choice {
		problems = append(problems, missingChoice(f))
	}
	if len(problems) > 0 {
		return problems
	}
	for _, v := range slices.Concat(f.Values("figure"), f.Values("figures")) {
		switch {
		case choice && !isReported(stories, v.Text):
			problems = append(problems, s.unknown(f, v, "figure", allRowNames(stories)))
		case !choice && !s.hasFigure(v.Text):
			problems = append(problems, s.unknown(f, v, "figure", figureNames(s.digest)))
		}
	}
	return problems
}

// checkChoice says which stories, tags and sources a fence chooses that there
// are not.
func (s *Site) checkChoice(f markdown.Fence) problem.List {
	var problems problem.List
	for _, v := range slices.Concat(f.Values("story"), f.Values("stories")) {
		if s.digest.Story(v.Text) == nil {
			problems = append(problems, s.unknown(f, v, "story", s.slugs()))
		}
	}
	for _, v := range f.Values("tag") {
		if s.digest.Tag(slug.Of(v.Text)) == nil {
			problems = append(problems, s.unknown(f, v, "tag", tagNames(s.digest)))
		}
	}
	for _, v := range f.Values("source") {
		if s.digest.Source(slug.Of(v.Text)) == nil {
			problems = append(problems, s.unknown(f, v, "source", sourceNames(s.digest)))
		}
	}
	return problems
}

func (s *Site) unknown(f markdown.Fence, v markdown.Value, what string, known []string) problem.Problem {
	return problem.Problem{
		Place: v.Place, Text: v.Line, Severity: problem.Error,
		Message: fmt.Sprintf("%s: there is no %s %q", f.Kind, what, v.Text), Hint: s.hint(v.Text, known),
	}
}

// hint is what to do about a name that is not there.
func (s *Site) hint(written string, known []string) string {
	near := likelyName(written, known)
	switch {
	case s.digest.Drafts+s.digest.Later == 0:
		return near
	case near == "":
		return "it may be in summaries that are left out, as drafts or dated in the future"
	}
	return near + " It may also be in summaries that are left out, as drafts or dated in the future"
}

func missingChoice(f markdown.Fence) problem.Problem {
	return problem.Problem{Place: f.Place, Text: f.Line, Severity: problem.Error,
		Message: "compare: this page belongs to no story, so the table has to name what it compares",
		Hint:    "add a line such as \"stories: [one, another]\", \"tag: funding\" or \"story: one\""}
}

// itemsOf are names of figures with those of groups replaced by those of their
// items, in the order in which the stories have them.
func itemsOf(stories []*digest.Story, names []string) []string {
	var all []string
	for _, name := range names {
		if slices.ContainsFunc(stories, func(s *digest.Story) bool { return s.Row(name) != nil }) {
			all = append(all, name)
			continue
		}
		seen := map[string]bool{}
		for _, s := range stories {
			g := s.Group(name)
			if g == nil {
				continue
			}
			for _, row := range g.Rows {
				if key := row.Name.Key(); !seen[key] {
					seen[key] = true
					all = append(all, row.Name.String())
				}
			}
		}
	}
	return all
}

// isReported reports whether one of the stories has the figure or group, or may
// have it in what could not be read.
func isReported(stories []*digest.Story, name string) bool {
	return slices.ContainsFunc(stories, func(s *digest.Story) bool {
		return s.Incomplete || s.Row(name) != nil || s.Group(name) != nil
	})
}

// hasFigure reports the same of the whole site.
func (s *Site) hasFigure(name string) bool {
	return s.digest.Figure(slug.Of(name)) != nil ||
		slices.ContainsFunc(s.digest.Stories,
			func(story *digest.Story) bool { return story.Incomplete || story.Group(name) != nil })
}

func allRowNames(stories []*digest.Story) []string {
	var names []string
	for _, story := range stories {
		names = append(names, rowNames(story)...)
	}
	return names
}

func figureNames(d *digest.Digest) []string {
	var names []string
	for _, f := range d.Figures() {
		names = append(names, f.Name.String())
	}
	return names
}

func tagNames(d *digest.Digest) []string {
	var names []string
	for _, t := range d.Tags() {
		names = append(names, t.Name)
	}
	return names
}

func sourceNames(d *digest.Digest) []string {
	var names []string
	for _, s := range d.Sources() {
		names = append(names, s.Name)
	}
	return names
}
