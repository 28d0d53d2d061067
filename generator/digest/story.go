package digest

import (
	"cmp"
	"slices"
	"unique"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/problem"
	"collate/generator/slug"
)

// lineUpStory lines up one story; it depends on nothing but its arguments.
func lineUpStory(from *content.Story, site content.Config) (*Story, problem.List) {
	locale := site.Locale()
	s := &Story{
		Slug:       from.Slug,
		Title:      from.Title,
		Sentence:   from.Summary,
		Document:   from.Document,
		Tags:       labels(from.Tags),
		Incomplete: from.Incomplete,
		Aliases:    from.Aliases,
		from:       from,
		path:       from.Slug + "/",
	}
	s.lineUpSummaries(from.Summaries)
	s.lineUpRows(from, locale, newRates(from.Rates, site.Rates))
	problems := append(s.lineUpChecks(from, locale), s.warnings(specsByKey(from.Figures))...)
	s.dispute()
	s.outline = s.outlined()
	s.Sources = len(s.outline.sources)
	return s, problems
}

// dispute counts figures, and counts and lists what does not agree.
func (s *Story) dispute() {
	for _, row := range s.Rows {
		switch row.Kind {
		case agreement.Incomparable:
			s.Apart++
		case agreement.Differ:
			s.Differ++
			if !row.Explained() && !row.Drifts {
				s.Unexplained++
			}
			s.disputes = append(s.disputes, Dispute{Story: s, Row: row, Since: row.newest()})
		}
	}
	s.Figures = len(s.Rows)
	for _, c := range s.Checks {
		if c.Fails > 0 {
			s.Broken++
			s.disputes = append(s.disputes, Dispute{Story: s, Check: c, Since: c.lastFailure()})
		}
	}
}

// newest is the newest summary that is in one of the row's camps.
func (r *Row) newest() *Summary {
	var newest *Report
	for _, camp := range r.Camps {
		if last := camp.Reports[len(camp.Reports)-1]; newest == nil || last.order > newest.order {
			newest = last
		}
	}
	return newest.Summary
}

// lineUpSummaries puts the summaries in order of date.
func (s *Story) lineUpSummaries(from []*content.Summary) {
	sources := map[string]Label{} // by name as written
	s.Summaries = make([]*Summary, len(from))
	summaries := make([]Summary, len(from)) // side by side, as they are used
	for i, f := range from {
		source, known := sources[f.Source.Name]
		if !known {
			source = label(f.Source.Name)
			sources[f.Source.Name] = source
		}
		sum := &summaries[i]
		*sum = Summary{Summary: f, Story: s, SourceLabel: source, Labels: s.Tags,
			file: StoryPath(cmp.Or(f.Home, s.Slug)) + f.Slug + "/index.html",
			Word: source}
		if len(f.Tags) > 0 {
			sum.Labels = mergeLabels(labels(f.Tags), s.Tags)
		}
		s.Summaries[i] = sum
	}
	s.findWords()
	slices.SortFunc(s.Summaries, oldestFirst)
	for i, sum := range s.Summaries {
		sum.At = i
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

// findWords finds whose word each summary is. Whom it repeats may repeat
// somebody else in the same story: it is the word of the last of them.
func (s *Story) findWords() {
	repeats := map[string]Label{} // what a source repeats, if it repeats that alone; by slugs
	for _, sum := range s.Summaries {
		via := Label{}
		if sum.Source.Via != "" {
			via = label(sum.Source.Via)
			sum.Word = via
		}
		if known, ok := repeats[sum.SourceLabel.Slug]; ok && known != via {
			via = Label{}
		}
		repeats[sum.SourceLabel.Slug] = via
	}
	for _, sum := range s.Summaries {
		for range mostRepeats {
			if next := repeats[sum.Word.Slug]; sum.Source.Via != "" && next.Slug != "" {
				sum.Word = next
			}
		}
	}
}

// mostRepeats is how far it is followed who repeats whom, so that a circle ends.
const mostRepeats = 10

// oldestFirst is the order of a story's summaries.
func oldestFirst(a, b *Summary) int {
	if c := a.Date.Time.Compare(b.Date.Time); c != 0 {
		return c
	}
	return cmp.Compare(a.Slug, b.Slug)
}

// label is the label with a name. Labels recur in thousands of stories, so all
// share one.
func label(name string) Label {
	return unique.Make(Label{Name: name, Slug: slug.Of(name)}).Value()
}

func labels(names []string) []Label {
	if len(names) == 0 {
		return nil
	}
	all := make([]Label, len(names))
	for i, name := range names {
		all[i] = label(name)
	}
	return mergeLabels(nil, all)
}

// mergeLabels adds to a those of b that it lacks, each once.
func mergeLabels(a, b []Label) []Label {
	merged := slices.Clip(a)
	seen := make(map[string]bool, len(a)+len(b))
	for _, l := range a {
		seen[l.Slug] = true
	}
	for _, l := range b {
		if !seen[l.Slug] {
			seen[l.Slug] = true
			merged = append(merged, l)
		}
	}
	return merged
}
