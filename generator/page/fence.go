package page

import (
	"bytes"
	"fmt"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/markdown"
	"collate/generator/problem"
)

// fence appends what a fenced block places in a text.
func (h here) fence(b *bytes.Buffer, t text, f markdown.Fence) {
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
	if name != "" && h.set.ExecuteTemplate(b, name, view) != nil {
		fmt.Fprintf(b, "<!-- %s -->", escape(name))
	}
}

// compareFence shows one story's figures by source, or several stories by
// figure.
func (h here) compareFence(t text, f markdown.Fence) (string, any) {
	names := namesOf(f.Values("figures"))
	if len(f.Values("stories")) > 0 || f.Value("tag") != "" {
		return "matrix", h.matrix(h.chosen(t, f), names)
	}
	story := t.story
	if slug := f.Value("story"); slug != "" {
		story = h.digest.Story(slug)
	}
	if story == nil {
		return "", nil
	}
	prefix := fmt.Sprintf("line-%d-", f.Place.Line)
	return "comparison", h.comparison(story, groupsOf(story, names), false, prefix)
}

// chosen are the stories that a fence chooses, in its order.
func (h here) chosen(t text, f markdown.Fence) []*digest.Story {
	if tag := h.digest.Tag(content.Slug(f.Value("tag"))); tag != nil {
		return tag.Stories
	}
	var stories []*digest.Story
	for _, v := range f.Values("stories") {
		if s := h.digest.Story(v.Text); s != nil {
			stories = append(stories, s)
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
func (h here) timelineFence(t text, f markdown.Fence) entriesView {
	summaries := h.digest.Summaries()
	var own *digest.Story
	if slug := f.Value("story"); slug != "" || t.story != nil && f.Value("tag") == "" && f.Value("source") == "" {
		own = t.story
		if slug != "" {
			own = h.digest.Story(slug)
		}
		summaries = nil
		if own != nil {
			summaries = newestFirst(own)
		}
	} else if tag := h.digest.Tag(content.Slug(f.Value("tag"))); tag != nil {
		summaries = tag.Summaries
	} else if source := h.digest.Source(content.Slug(f.Value("source"))); source != nil {
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
	stories, problems := s.checkChoice(t, f)
	if len(problems) > 0 {
		return problems
	}
	for _, key := range []string{"figure", "figures"} {
		for _, v := range f.Values(key) {
			if !reported(stories, v.Text) {
				problems = append(problems, unknown(f, v, "figure", allRowNames(stories)))
			}
		}
	}
	return problems
}

// checkChoice finds the stories that a fence is about; those of the whole
// site are nil.
func (s *Site) checkChoice(t text, f markdown.Fence) ([]*digest.Story, problem.List) {
	var stories []*digest.Story
	var problems problem.List
	for _, v := range append(f.Values("story"), f.Values("stories")...) {
		if story := s.digest.Story(v.Text); story != nil {
			stories = append(stories, story)
		} else {
			problems = append(problems, unknown(f, v, "story", s.slugs()))
		}
	}
	for _, v := range f.Values("tag") {
		if tag := s.digest.Tag(content.Slug(v.Text)); tag != nil {
			stories = tag.Stories
		} else {
			problems = append(problems, unknown(f, v, "tag", tagNames(s.digest)))
		}
	}
	for _, v := range f.Values("source") {
		if s.digest.Source(content.Slug(v.Text)) == nil {
			problems = append(problems, unknown(f, v, "source", sourceNames(s.digest)))
		}
	}
	chosen := len(f.Values("story")) + len(f.Values("stories")) + len(f.Values("tag"))
	if chosen == 0 && t.story != nil {
		stories = []*digest.Story{t.story}
	}
	if chosen == 0 && t.story == nil && f.Kind == "compare" {
		problems = append(problems, missingChoice(f))
	}
	return stories, problems
}

func unknown(f markdown.Fence, v markdown.Value, what string, known []string) problem.Problem {
	return problem.Problem{
		Place: v.Place, Text: v.Line, Severity: problem.Error,
		Message: fmt.Sprintf("%s: there is no %s %q", f.Kind, what, v.Text), Hint: likely(v.Text, known),
	}
}

func missingChoice(f markdown.Fence) problem.Problem {
	return problem.Problem{Place: f.Place, Text: f.Line, Severity: problem.Error,
		Message: "compare: this page belongs to no story, so the table has to name what it compares",
		Hint:    "add a line such as \"stories: [one, another]\", \"tag: funding\" or \"story: one\""}
}

// reported tells whether one of the stories has the figure; with no story,
// nothing is known of it.
func reported(stories []*digest.Story, name string) bool {
	for _, story := range stories {
		if story.Row(name) != nil {
			return true
		}
	}
	return len(stories) == 0
}

func allRowNames(stories []*digest.Story) []string {
	var names []string
	for _, story := range stories {
		names = append(names, rowNames(story)...)
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
