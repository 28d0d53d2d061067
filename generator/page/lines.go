package page

import (
	"collate/generator/content"
	"collate/generator/digest"
)

// What pages say, as plain text: cards and search say the same.

// StoryLine is a story's line of counts: 9 sources · 14 figures · 3 differ.
func (s *Site) StoryLine(story *digest.Story) string {
	v := here{Site: s}.status(story)
	line := v.Sources
	for _, part := range []string{v.Figures, v.Differ, v.Broken} {
		if part != "" {
			line += " · " + part
		}
	}
	return line
}

// SiteLine is the digest's line of counts: 7 stories · 40 sources.
func (s *Site) SiteLine(d *digest.Digest) string {
	return s.words.count("stories", len(d.Stories)) + " · " + s.words.count("sources", len(d.Outline.Sources))
}

// FigureLine is a figure's line of counts: 7 stories · 2 differ.
func (s *Site) FigureLine(f *digest.Figure) string {
	line := s.words.count("stories", storiesOf(f))
	if f.Differ > 0 {
		line += " · " + s.words.count("differ", f.Differ)
	}
	return line
}

// SourceLine is a source's line of counts: 3 summaries · 2 stories.
func (s *Site) SourceLine(source *digest.Source) string {
	return s.words.text("source.status",
		"summaries", s.words.count("summaries", len(source.Summaries)), "stories", s.words.count("stories", source.Stories))
}

// TagLine is a tag's line of counts: 3 stories · 21 summaries.
func (s *Site) TagLine(t *digest.Tag) string {
	return s.words.text("tag.status",
		"stories", s.words.count("stories", len(t.Stories)), "summaries", s.words.count("summaries", len(t.Summaries)))
}

// Day is a date without its time of day: 27 Feb 2026.
func (s *Site) Day(d content.Date) string { return s.words.day(d) }

// Month is the month of a date in full: February 2026.
func (s *Site) Month(d content.Date) string { return s.words.month(d.Time.Year(), d.Time.Month()) }

// Says is what the sources of a row say: $110B (7) and $120B (1).
func (s *Site) Says(row *digest.Row) string { return here{Site: s}.campsText(row) }
