// Package card draws the pictures that a shared link shows: PNG, 1200 by 630
// pixels, <story>/card.png for every story and card.png for the site.
//
// A story's card has the site's name, the story's title in three lines at
// most, its headline figure with what the sources say together, the largest
// camps first ($110B · 8 ≠ $120B · 1), and a line of words. The headline
// figure is the differing one with most voices, the first of several, else
// the story's first. The site's card has the site's name and description and
// the headline figure of the newest story that has a differing one.
//
// A card is first laid out as texts with their places, and then painted in few
// colours, so that a file is small and quickly made, and has the same bytes on
// every machine.
//
// The letters are the Go fonts: Latin, Greek and Cyrillic. A text with other
// letters is left out, and a value in them is written as Collate itself would
// ($110B for 1100억 달러) or, where it is words, left out as well: the numbers of
// a story in Korean still make a card.
package card

import (
	"bytes"
	"cmp"

	"collate/generator/agreement"
	"collate/generator/digest"
	"collate/generator/plan"
	"collate/generator/problem"
)

// Words are the interface's words on the cards.
type Words struct {
	Story func(*digest.Story) string  // a line of counts: 9 sources · 14 figures · 3 differ
	Site  func(*digest.Digest) string // likewise: 7 stories · 40 sources
}

// Plan adds the cards of the site and of every story.
func Plan(p *plan.Plan, d *digest.Digest, words Words) problem.List {
	var problems problem.List
	add := func(path, origin string, layout func(letters) []text) {
		clash := p.Add(path, origin, func(b *bytes.Buffer) error {
			set, err := newLetters()
			if err != nil {
				return err
			}
			return set.paint(b, layout(set))
		})
		if clash != nil {
			problems = append(problems, *clash)
		}
	}
	add("card.png", "the site's card", func(set letters) []text { return siteCard(set, d, words.Site(d)) })
	for _, s := range d.Stories {
		add(s.Path()+"card.png", cmp.Or(s.Document.File, "the cards of the stories"), func(set letters) []text {
			return storyCard(set, d.Config.Title, s, words.Story(s))
		})
	}
	return problems
}

// headline is the figure that a story's card shows; nil where it has none.
func headline(s *digest.Story) *digest.Row {
	var best *digest.Row
	most := 0
	for _, row := range s.Rows {
		if n := voices(row); row.Kind == agreement.Differ && n > most {
			best, most = row, n
		}
	}
	if best == nil && len(s.Rows) > 0 {
		return s.Rows[0]
	}
	return best
}

// voices counts the voices of a row's camps.
func voices(row *digest.Row) int {
	n := 0
	for _, camp := range row.Camps {
		n += camp.Voices
	}
	return n
}

// siteHeadline is the figure that the site's card shows; nil where no figure
// differs.
func siteHeadline(d *digest.Digest) *digest.Row {
	for _, s := range d.Stories {
		if row := headline(s); row != nil && row.Kind == agreement.Differ {
			return row
		}
	}
	return nil
}
