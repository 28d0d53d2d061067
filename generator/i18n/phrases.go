package i18n

import (
	"collate/generator/digest"
	"collate/generator/value"

	"golang.org/x/text/language"
)

// What is said of stories and what else a digest has, as plain text: pages,
// cards and search say the same.

// MostCamps is how many camps are named in a sentence; a table has all.
const MostCamps = 4

// Status is a story's counts in words.
type Status struct {
	Sources                 string
	Figures, Differ, Broken string // empty where there is none
	Unexplained             string // of what differs or fails; empty where all is explained
	Agree                   bool   // nothing differs, and there is something to compare
}

// Status gives a story's counts.
func (w *Words) Status(s *digest.Story) Status {
	status := Status{Sources: w.Count("sources", s.Sources)}
	if s.Figures > 0 {
		status.Figures = w.Count("figures", s.Figures)
	}
	if s.Differ > 0 {
		status.Differ = w.Count("differ", s.Differ)
	}
	if s.Broken > 0 {
		status.Broken = w.Count("broken", s.Broken)
	}
	if s.Unexplained > 0 {
		status.Unexplained = w.Count("unexplained", s.Unexplained)
	}
	status.Agree = s.Differ+s.Broken+s.Apart == 0 && s.Sources > 1 && s.Figures > 0
	return status
}

// StoryLine is a story's line of counts: 9 sources · 14 figures · 3 differ ·
// 1 not yet explained.
func (w *Words) StoryLine(s *digest.Story) string {
	status := w.Status(s)
	line := status.Sources
	for _, part := range []string{status.Figures, status.Differ, status.Broken, status.Unexplained} {
		if part != "" {
			line += " · " + part
		}
	}
	return line
}

// SiteLine is the digest's line of counts: 7 stories · 40 sources.
func (w *Words) SiteLine(d *digest.Digest) string {
	return w.Count("stories", len(d.Stories)) + " · " + w.Count("sources", len(d.Outline.Sources))
}

// FigureLine is a figure's line of counts: 7 stories · 2 differ.
func (w *Words) FigureLine(f *digest.Figure) string {
	line := w.Count("stories", CountStories(f))
	if f.Differ > 0 {
		line += " · " + w.Count("differ", f.Differ)
	}
	return line
}

// CountStories counts the stories of a figure; rows of one story are together.
func CountStories(f *digest.Figure) int {
	n := 0
	for i, row := range f.Rows {
		if i == 0 || f.Rows[i-1].Story != row.Story {
			n++
		}
	}
	return n
}

// SourceLine is a source's line of counts: 3 summaries · 2 stories.
func (w *Words) SourceLine(source *digest.Source) string {
	return w.Text("source.status",
		"summaries", w.Count("summaries", len(source.Summaries)), "stories", w.Count("stories", source.Stories))
}

// TagLine is a tag's line of counts: 3 stories · 21 summaries.
func (w *Words) TagLine(t *digest.Tag) string {
	return w.Text("tag.status",
		"stories", w.Count("stories", len(t.Stories)), "summaries", w.Count("summaries", len(t.Summaries)))
}

// CampValue is what a camp says, without its remark; the remark is the camp's
// only where it has no other report. A number that was written in another
// language is written as this one does.
func (w *Words) CampValue(c digest.Camp) (text, remark string) {
	v := c.Shown.Value
	text = w.Said(c.Shown)
	if len(c.Reports) == 1 && v.Bare() != v.Written {
		remark = v.Remark
	}
	return text, remark
}

// Said is what a report says, without its remark; a number that was written in
// another language, or under a name with the other sign, is written as this one
// does.
func (w *Words) Said(r *digest.Report) string {
	if r.Turned || w.foreign(r.Summary.Source.Language) {
		if own := spell(r.Value); own != "" {
			return w.Amount(own)
		}
	}
	return w.Bare(r.Value)
}

// Converted is what a report's value is in the unit of its figure; empty where it
// is in that as it stands.
func (w *Words) Converted(r *digest.Report) string {
	if !r.Converted {
		return ""
	}
	return w.Amount(spell(r.Compared))
}

// foreign reports whether a language is another than that of the words; none is
// the site's own.
func (w *Words) foreign(tag string) bool {
	if tag == "" {
		return false
	}
	own, _ := w.tag.Base()
	other, _ := language.Make(tag).Base()
	return own != other
}

// spell is a number or range as Collate itself writes it: at least $110B,
// $100B–$120B; empty for dates and words.
func spell(v value.Value) string {
	switch v.Kind {
	case value.KindNumber:
		text := value.Format(v.Number, v.Unit)
		if v.Qualifier != 0 {
			text = v.Qualifier.String() + " " + text
		}
		return text
	case value.KindRange:
		low, high := v.Interval.Low, v.Interval.High
		if low.Infinite || high.Infinite {
			return ""
		}
		return value.Format(low.At, v.Unit) + "–" + value.Format(high.At, v.Unit)
	}
	return ""
}

// Camps is what the sources of a row say, in a few words: $110B (7) and
// $120B (1).
func (w *Words) Camps(row *digest.Row) string {
	var camps []string
	front := row.Front()
	shown := min(len(front), MostCamps)
	for _, c := range front[:shown] {
		value, _ := w.CampValue(c)
		camps = append(camps, w.Text("camp.short", "value", value, "n", w.Number(c.Voices)))
	}
	if more := len(front) - shown; more > 0 {
		camps = append(camps, w.Count("values.more", more))
	}
	return w.List(camps)
}
