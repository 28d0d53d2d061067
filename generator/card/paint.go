package card

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// ink is a colour of text. Soft is black that stops halfway.
type ink int

const (
	black ink = iota
	accent
	differs
	soft
)

// toneLevels is how many tones an ink has between the paper and itself, so that
// edges are smooth. With three inks and the paper that makes 16 colours, of
// which two fit in a byte.
const toneLevels = 5

var paperColour = color.RGBA{0xff, 0xfd, 0xf9, 0xff}

var inkColours = [...]color.RGBA{
	black:   {0x1f, 0x1d, 0x1a, 0xff},
	accent:  {0x0f, 0x5c, 0x7a, 0xff},
	differs: {0xb3, 0x40, 0x0f, 0xff},
}

// palette is the paper, and then the tones of every ink, from light to full.
func palette() []color.RGBA {
	p := []color.RGBA{paperColour}
	for _, full := range inkColours {
		for level := 1; level <= toneLevels; level++ {
			mix := func(from, to uint8) uint8 {
				return uint8((int(from)*(toneLevels-level) +
					int(to)*level) / toneLevels)
			}
			p = append(p, color.RGBA{mix(paperColour.R, full.R), mix(paperColour.G, full.G), mix(paperColour.B, full.B),
				0xff})
		}
	}
	return p
}

// tone is the place in the palette of an ink that covers so much of a pixel.
func (i ink) tone(cover uint8) uint8 {
	top := toneLevels
	if i == soft {
		i, top = black, toneLevels*5/8
	}
	level := (int(cover)*top + 127) / 255
	if level == 0 {
		return 0
	}
	return uint8(int(i)*toneLevels + level)
}

// tones are those of every cover.
func (i ink) tones() *[256]uint8 {
	var all [256]uint8
	for cover := range all {
		all[cover] = i.tone(uint8(cover))
	}
	return &all
}

// paint appends a card as PNG.
func (set letters) paint(b *bytes.Buffer, card []textLine) error {
	clear(set.canvas)
	set.fill(image.Rect(margin, 0, margin+96, 16), accent.tone(255))
	set.fill(image.Rect(margin, lastLine-46, width-margin, lastLine-45), black.tone(60))
	for _, t := range card {
		set.write(t)
	}
	return set.encode(b)
}

// row is a line of the canvas as PNG has it: two pixels to a byte, the left
// one in the upper half. Before it stands the number of the line's filter, 0
// for none.
func (set letters) row(y int) []uint8 {
	return set.canvas[y*(1+width/2)+1 : (y+1)*(1+width/2)]
}

// darken gives a pixel of a row a tone, unless it has a darker one.
func darken(row []uint8, x int, tone uint8) {
	pair := &row[x/2]
	if x%2 == 0 {
		if tone > *pair>>4 {
			*pair = tone<<4 | *pair&0xf
		}
	} else if tone > *pair&0xf {
		*pair = *pair&0xf0 | tone
	}
}

// fill paints a rectangle of the canvas.
func (set letters) fill(r image.Rectangle, tone uint8) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			darken(set.row(y), x, tone)
		}
	}
}

// write paints one line of text.
func (set letters) write(t textLine) {
	x, tones := fixed.I(t.x), t.ink.tones()
	set.each(t.s, t.font, func(glyph sfnt.GlyphIndex, advance fixed.Int26_6) {
		set.stamp(set.shape(glyph, t.font, x&63/16*16), x.Floor(), t.y, tones)
		x += advance
	})
}

// shape is how much a glyph covers of each pixel around its origin. That of a
// font's glyph is always the same, so it is drawn once.
func (set letters) shape(glyph sfnt.GlyphIndex, f font, shift fixed.Int26_6) *image.Alpha {
	key := shapeKey{glyph, f, shift}
	if mask, ok := set.shapes[key]; ok {
		return mask
	}
	mask := image.NewAlpha(image.Rectangle{})
	if segments, err := set.of(f).LoadGlyph(set.buffer, glyph, fixed.I(f.size), nil); err == nil && len(segments) > 0 {
		edge := segments.Bounds()
		mask = image.NewAlpha(image.Rect(edge.Min.X.Floor(), edge.Min.Y.Floor(), edge.Max.X.Ceil()+1,
			edge.Max.Y.Ceil()))
		brush := vector.NewRasterizer(mask.Rect.Dx(), mask.Rect.Dy())
		brush.DrawOp = draw.Src
		traceGlyph(brush, segments, shift-fixed.I(mask.Rect.Min.X), -fixed.I(mask.Rect.Min.Y))
		brush.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	}
	set.shapes[key] = mask
	return mask
}

// stamp paints a shape with its origin at a place. Where shapes overlap the
// darker tone stays.
func (set letters) stamp(mask *image.Alpha, x, y int, tones *[256]uint8) {
	seen := mask.Rect.Add(image.Pt(x, y)).Intersect(image.Rect(0, 0, width, height))
	for at := seen.Min.Y; at < seen.Max.Y; at++ {
		covers, row := mask.Pix[mask.PixOffset(seen.Min.X-x, at-y):], set.row(at)
		for i := range seen.Dx() {
			if tone := tones[covers[i]]; tone > 0 {
				darken(row, seen.Min.X+i, tone)
			}
		}
	}
}

// traceGlyph gives a glyph's outline to the brush.
func traceGlyph(brush *vector.Rasterizer, segments sfnt.Segments, x, y fixed.Int26_6) {
	at := func(p fixed.Point26_6) (float32, float32) { return float32(p.X+x) / 64, float32(p.Y+y) / 64 }
	for _, s := range segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			brush.ClosePath()
			brush.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			brush.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			brush.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			cx, cy := at(s.Args[2])
			brush.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	brush.ClosePath()
}
