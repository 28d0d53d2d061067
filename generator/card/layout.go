package card

import (
	"strconv"

	"collate/generator/agreement"
	"collate/generator/digest"
	"collate/generator/i18n"
	"collate/generator/value"
)

// The measures of a card, in pixels. A text's place is its baseline.
const (
	width         = 1200
	height        = 630
	margin        = 72
	innerWidth    = width - 2*margin
	siteLine      = 96  // the site's name
	topLine       = 178 // the first line of the title
	figureNameTop = 414 // the figure's name
	campLine      = 512 // the camps
	lastLine      = 586 // the words
)

// Sizes of the camps' values, to be tried in this order.
var (
	largeSizes = []int{84, 72, 60, 48}
	smallSizes = []int{40, 34}
)

// textLine is a line of a card.
type textLine struct {
	x, y int
	font
	ink ink
	s   string
}

// storyCard lays out the card of a story.
func storyCard(set letters, site string, s *digest.Story, words *i18n.Words) []textLine {
	card := set.line(nil, textLine{margin, siteLine, font{28, true}, accent, site})
	card = set.block(card, s.Title, []int{60, 52, 44})
	if row := headlineRow(s); row != nil {
		card = set.figure(card, row, row.Name.String())
	}
	return set.line(card, textLine{margin, lastLine, font{28, false}, soft, words.StoryLine(s)})
}

// siteCard lays out the card of the site.
func siteCard(set letters, d *digest.Digest, words *i18n.Words) []textLine {
	size := 84
	for size > 48 && set.width(set.clean(d.Config.Title), font{size, true}) > innerWidth {
		size -= 4
	}
	card := set.line(nil, textLine{margin, siteLine + 40, font{size, true}, accent, d.Config.Title})
	for i, line := range set.wrap(set.clean(d.Config.Description), font{40, false}, 3) {
		card = append(card, textLine{margin, topLine + 42 + 52*i, font{40, false}, black, line})
	}
	if row := siteHeadline(d); row != nil {
		name := row.Name.String()
		if title := set.clean(row.Story.Title); title != "" {
			name += " · " + title
		}
		card = set.figure(card, row, name)
	}
	return set.line(card, textLine{margin, lastLine, font{28, false}, soft, words.SiteLine(d)})
}

// line adds one line, cut to the width; nothing where it can't be written.
func (set letters) line(card []textLine, t textLine) []textLine {
	if lines := set.wrap(set.clean(t.s), t.font, 1); len(lines) > 0 {
		t.s = lines[0]
		card = append(card, t)
	}
	return card
}

// block adds a title in three lines at most, in the largest size in which it
// fits, or cut in the smallest.
func (set letters) block(card []textLine, title string, sizes []int) []textLine {
	title = set.clean(title)
	for i, size := range sizes {
		f := font{size, true}
		lines := set.wrap(title, f, 4)
		if len(lines) > 3 && i < len(sizes)-1 {
			continue
		}
		for n, line := range set.wrap(title, f, 3) {
			card = append(card, textLine{margin, topLine + n*size*6/5, f, black, line})
		}
		break
	}
	return card
}

// figure adds a figure's name and its camps.
func (set letters) figure(card []textLine, row *digest.Row, name string) []textLine {
	pieces := set.camps(row)
	if len(pieces) == 0 {
		return card
	}
	card = set.line(card, textLine{margin, figureNameTop, font{30, false}, soft, name})
	x := margin
	for _, p := range pieces {
		p.x, p.y = x, campLine
		card = append(card, p)
		x += set.width(p.s, p.font)
	}
	return card
}

// camps are the texts that say what sources say together: as many camps as fit
// in a good size, up to three, else two in a small one, else the first.
func (set letters) camps(row *digest.Row) []textLine {
	for _, try := range []struct {
		shown int
		sizes []int
	}{{3, largeSizes}, {2, largeSizes}, {2, smallSizes}, {1, largeSizes}, {1, smallSizes}} {
		for _, size := range try.sizes {
			pieces, wide := set.pieces(row, min(try.shown, len(row.Camps)), size), 0
			for _, p := range pieces {
				wide += set.width(p.s, p.font)
			}
			if len(pieces) > 0 && wide <= innerWidth {
				return pieces
			}
		}
	}
	return nil
}

// pieces are the first camps of a row as texts of a size, one after the other;
// none where one of them can't be written.
func (set letters) pieces(row *digest.Row, shown, size int) []textLine {
	value, rest := font{size, true}, font{size * 3 / 5, false}
	var pieces []textLine
	for i, camp := range row.Camps[:shown] {
		s := set.shown(camp.Shown.Value)
		if s == "" {
			return nil
		}
		colour := accent
		if i > 0 || row.Tied() {
			colour = differs
		}
		if i > 0 {
			between := "   "
			if row.Kind == agreement.Differ {
				between = "  ≠  "
			}
			pieces = append(pieces, textLine{font: rest, ink: soft, s: between})
		}
		pieces = append(pieces, textLine{font: value, ink: colour, s: s})
		if len(row.Standing()) > 1 {
			pieces = append(pieces, textLine{font: rest, ink: soft, s: " · " + strconv.Itoa(camp.Voices)})
		}
	}
	if more := len(row.Camps) - shown; more > 0 {
		pieces = append(pieces, textLine{font: rest, ink: soft, s: "   + " + strconv.Itoa(more)})
	}
	return pieces
}

// shown is a value as it was written, without its trailing remark, or as
// Collate writes it where there are no letters for that; empty where there are
// none either way.
func (set letters) shown(v value.Value) string {
	if s := set.clean(v.Bare()); s != "" || v.Kind == value.KindText {
		return s
	}
	if v.Kind == value.KindRange {
		return value.Format(v.Interval.Low.At, v.Unit) + "–" + value.Format(v.Interval.High.At, v.Unit)
	}
	return value.Format(v.Number, v.Unit)
}
