package digest

import (
	"cmp"
	"slices"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/problem"
	"collate/generator/value"
)

// lineUpStory lines up one story; it depends on nothing but its arguments.
func lineUpStory(from *content.Story, locale value.Locale) (*Story, problem.List) {
	s := &Story{
		Slug:       from.Slug,
		Title:      from.Title,
		Sentence:   from.Summary,
		Document:   from.Document,
		Tags:       labels(from.Tags),
		Incomplete: from.Incomplete,
	}
	s.lineUpSummaries(from.Summaries)
	s.lineUpRows(from.Figures)
	problems := s.lineUpChecks(from, locale)
	for _, row := range s.Rows {
		if row.Kind == agreement.Differ {
			s.Differ++
		}
	}
	for _, c := range s.Checks {
		if c.Fails > 0 {
			s.Broken++
		}
	}
	return s, problems
}

// lineUpSummaries puts the summaries in order of date.
func (s *Story) lineUpSummaries(from []*content.Summary) {
	outlets := map[string]bool{}
	for _, f := range from {
		s.Summaries = append(s.Summaries, &Summary{
			Summary: f,
			Story:   s,
			Outlet:  label(f.Source.Name),
			Labels:  mergeLabels(labels(f.Tags), s.Tags),
		})
		outlets[content.Slug(f.Source.Name)] = true
	}
	s.Sources = len(outlets)
	slices.SortFunc(s.Summaries, func(a, b *Summary) int {
		return cmp.Or(a.Date.Time.Compare(b.Date.Time), cmp.Compare(a.Slug, b.Slug))
	})
	for i, sum := range s.Summaries {
		if i > 0 {
			sum.Older = s.Summaries[i-1]
		}
		if i+1 < len(s.Summaries) {
			sum.Newer = s.Summaries[i+1]
		}
	}
	if n := len(s.Summaries); n > 0 {
		s.First, s.Last = s.Summaries[0].Date, s.Summaries[n-1].Date
	}
}

// voice names whose word a summary is: of whom it repeats, else its source's.
func (s *Summary) voice() string {
	return content.Slug(cmp.Or(s.Source.Via, s.Source.Name))
}

func label(name string) Label { return Label{Name: name, Slug: content.Slug(name)} }

func labels(names []string) []Label {
	var all []Label
	for _, name := range names {
		all = append(all, label(name))
	}
	return mergeLabels(all, nil)
}

// mergeLabels adds to a those of b that it lacks, and drops repeated ones.
func mergeLabels(a, b []Label) []Label {
	var merged []Label
	for _, l := range slices.Concat(a, b) {
		if !slices.ContainsFunc(merged, func(m Label) bool { return m.Slug == l.Slug }) {
			merged = append(merged, l)
		}
	}
	return merged
}

// commonUnit is the one unit that all reports have, those without a unit
// aside; empty where there is none or more than one.
func commonUnit(reports []*Report) value.Unit {
	var unit value.Unit
	for _, r := range reports {
		switch {
		case r.Value.Unit == "" || r.Value.Unit == unit:
		case unit == "":
			unit = r.Value.Unit
		default:
			return ""
		}
	}
	return unit
}
