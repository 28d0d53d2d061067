package chart

import (
	"bytes"
	"html"
	"strconv"
	"strings"
	"unicode"
)

// Lengths are whole numbers, so that every machine draws the same: tenths of a
// pixel, and thousandths of the chart's width, which print as percent with one
// decimal.

// referenceWidth is the width that a chart is laid out for, in tenths of a pixel.
const referenceWidth = 2880

// drawing is the SVG under way.
type drawing struct{ *bytes.Buffer }

// open begins a chart of a height.
func (p drawing) open(t Texts, class string, height int) {
	id := html.EscapeString(t.ID)
	p.put(`<svg class="chart `, class, `" width="100%" height="`, tenths(height), `" role="group" aria-labelledby="`,
		id, `-title" aria-describedby="`, id,
		`-description" direction="ltr" paint-order="stroke" font-size="15" fill="currentColor">`)
	p.put(`<title id="`, id, `-title">`, html.EscapeString(t.Title), `</title>`)
	p.put(`<desc id="`, id, `-description">`, html.EscapeString(t.Description), `</desc>`, "\n")
}

func (p drawing) close() { p.put("</svg>\n") }

// put appends texts as they are.
func (p drawing) put(texts ...string) {
	for _, text := range texts {
		p.WriteString(text)
	}
}

// link begins the link of one report, with its title.
func (p drawing) link(url, title, class string) {
	p.put(`<a class="`, class, `" href="`, html.EscapeString(url), `" tabindex="-1"><title>`, html.EscapeString(title),
		`</title>`)
}

// label writes text at x (already in its unit) and y. The anchor is start,
// middle or end.
func (p drawing) label(class, x string, y int, anchor, text string) {
	p.put(`<text class="`, class, `" x="`, x, `" y="`, tenths(y), `"`)
	if anchor != "start" {
		p.put(` text-anchor="`, anchor, `"`)
	}
	p.put(">", html.EscapeString(text), "</text>\n")
}

// tenths prints a length in pixels, given in tenths.
func tenths(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := sign + strconv.Itoa(n/10)
	if n%10 != 0 {
		s += "." + strconv.Itoa(n%10)
	}
	return s
}

// percent prints a part of the width, given in thousandths.
func percent(n int) string { return tenths(n) + "%" }

// textWidth estimates the width of a text of 15 px, rather too wide than too
// narrow, in tenths of a pixel.
func textWidth(s string) int {
	sum := 0
	for _, r := range s {
		sum += letterWidth(r)
	}
	return sum
}

// letterWidth is the width of a character.
func letterWidth(r rune) int {
	switch {
	case unicode.Is(unicode.M, r), r == '\u200d':
		return 0
	case r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul), r >= 0x1f000:
		return 152
	case strings.ContainsRune(".,'ilj I()-·:", r):
		return 50
	case strings.ContainsRune("frt/", r):
		return 62
	case strings.ContainsRune("mwMW%", r):
		return 140
	case unicode.IsUpper(r):
		return 105
	}
	return 88
}

// shorten cuts a text that is wider than most, given in tenths of a pixel, and
// ends it with an ellipsis.
func shorten(s string, most int) string {
	if textWidth(s) <= most {
		return s
	}
	sum := letterWidth('…')
	for i, r := range s {
		if sum += letterWidth(r); sum > most {
			return s[:i] + "…"
		}
	}
	return s
}
