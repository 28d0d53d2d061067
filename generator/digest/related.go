package digest

import (
	"cmp"
	"slices"
)

// Related are up to five stories that share tags with a story, those that
// share most first, then the newest. Of each tag only its newest twenty
// stories are looked at, so that a common tag costs no more than a rare one.
func (d *Digest) Related(s *Story) []*Story {
	shared := map[*Story]int{}
	var related []*Story
	for _, l := range s.Tags {
		stories := d.Tag(l.Slug).Stories
		for _, other := range stories[:min(20, len(stories))] {
			if other == s {
				continue
			}
			if shared[other] == 0 {
				related = append(related, other)
			}
			shared[other]++
		}
	}
	slices.SortFunc(related, func(a, b *Story) int {
		return cmp.Or(
			cmp.Compare(shared[b], shared[a]),
			b.Last.Time.Compare(a.Last.Time),
			cmp.Compare(a.Slug, b.Slug),
		)
	})
	return related[:min(5, len(related))]
}
