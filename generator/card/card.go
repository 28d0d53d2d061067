// Package card draws the pictures that a shared link shows: PNG, 1200 by 630
// pixels, <story>/card.png for every story and card.png for the site.
//
// A story's card has the site's name, the story's title in three lines at
// most, its headline figure with what the sources say together, the largest
// camps first ($110B · 8 ≠ $120B · 1), and a line of words. The headline
// figure is the one that the pages show as the sharpest disagreement, else the
// story's first. The site's card has the site's name and description and that
// figure of the story which leads the home page.
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
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"collate/generator/digest"
	"collate/generator/i18n"
	"collate/generator/plan"
	"collate/generator/problem"
)

// Plan adds the cards of the site and of every story.
func Plan(p *plan.Plan, d *digest.Digest, words *i18n.Words) problem.List {
	var problems problem.List
	var pool letterPool
	add := func(path, origin string, layout func(letters) []textLine) {
		laidOut := sync.OnceValues(func() (card []textLine, err error) {
			err = pool.with(func(set letters) error {
				card = layout(set)
				return nil
			})
			return card, err
		})
		clash := p.AddVersion(path, origin, func() (string, error) {
			card, err := laidOut()
			return cardVersion(card), err
		}, func(b *bytes.Buffer) error {
			card, err := laidOut()
			if err != nil {
				return err
			}
			return pool.with(func(set letters) error { return set.paint(b, card) })
		})
		if clash != nil {
			problems = append(problems, *clash)
		}
	}
	add("card.png", "the site's card", func(set letters) []textLine { return siteCard(set, d, words) })
	for _, s := range d.Stories {
		add(s.Path()+"card.png", cmp.Or(s.Document.File, "the cards of the stories"), func(set letters) []textLine {
			return storyCard(set, d.Config.Title, s, words)
		})
	}
	return problems
}

// headlineRow is the figure that a story's card shows; nil where it has none.
func headlineRow(s *digest.Story) *digest.Row {
	row := s.Sharpest()
	if row == nil && len(s.Rows) > 0 {
		return s.Rows[0]
	}
	return row
}

// siteHeadline is the figure that the site's card shows; nil where the first
// story has none that differs.
func siteHeadline(d *digest.Digest) *digest.Row {
	lead := d.Lead()
	if lead == nil {
		return nil
	}
	return lead.Sharpest()
}

// paintVersion is the number of the way in which cards are painted. Whoever changes
// what a layout looks like raises it, so that cards which were made before are
// made again.
const paintVersion = 2

// cardVersion is a hash of all that a card shows.
func cardVersion(card []textLine) string {
	h := sha256.New()
	fmt.Fprintln(h, paintVersion)
	for _, t := range card {
		fmt.Fprintf(h, "%d %d %d %t %d %q\n", t.x, t.y, t.size, t.bold, t.ink, t.s)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
