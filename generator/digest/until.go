package digest

import (
	"time"

	"collate/generator/content"
)

// Until is a story as it stood at a time: lined up from the summaries that are
// dated before it. It is the story itself where all are, and nil where none is.
func (d *Digest) Until(s *Story, end time.Time) *Story {
	before := *s.from
	before.Summaries = nil
	whole := true
	for _, sum := range s.from.Summaries {
		switch {
		case !sum.Date.Time.Before(end):
			whole = false
			continue
		case !sum.Withdrawn.IsZero() && !sum.Withdrawn.Time.Before(end):
			whole = false
			standing := *sum
			standing.Withdrawn = content.Date{}
			sum = &standing
		}
		before.Summaries = append(before.Summaries, sum)
	}
	switch {
	case whole:
		return s
	case len(before.Summaries) == 0:
		return nil
	}
	story, _ := lineUpStory(&before, d.Config)
	return story
}
