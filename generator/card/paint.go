package card

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"

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

// levels is how many tones an ink has between the paper and itself, so that
// edges are smooth. With three inks and the paper that makes 25 colours; up to
// 16 a file would be smaller, but packing two pixels in a byte takes longer.
const levels = 8

var paper = color.RGBA{0xff, 0xfd, 0xf9, 0xff}

var inks = [...]color.RGBA{
	black:   {0x1f, 0x1d, 0x1a, 0xff},
	accent:  {0x0f, 0x5c, 0x7a, 0xff},
	differs: {0xb3, 0x40, 0x0f, 0xff},
}

// palette is the paper, and then the tones of every ink, from light to full.
func palette() color.Palette {
	p := color.Palette{paper}
	for _, full := range inks {
		for level := 1; level <= levels; level++ {
			mix := func(from, to uint8) uint8 { return uint8((int(from)*(levels-level) + int(to)*level) / levels) }
			p = append(p, color.RGBA{mix(paper.R, full.R), mix(paper.G, full.G), mix(paper.B, full.B), 0xff})
		}
	}
	return p
}

// tone is the place in the palette of an ink that covers so much of a pixel.
func (i ink) tone(cover uint8) uint8 {
	top := levels
	if i == soft {
		i, top = black, levels*5/8
	}
	level := (int(cover)*top + 127) / 255
	if level == 0 {
		return 0
	}
	return uint8(int(i)*levels + level)
}

// paint appends a card as PNG.
func (set letters) paint(b *bytes.Buffer, card []text) error {
	canvas := image.NewPaletted(image.Rect(0, 0, width, height), palette())
	fill(canvas, image.Rect(margin, 0, margin+96, 16), accent.tone(255))
	fill(canvas, image.Rect(margin, lastLine-46, width-margin, lastLine-45), black.tone(60))
	for _, t := range card {
		set.write(canvas, t)
	}
	return (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(b, canvas)
}

func fill(canvas *image.Paletted, r image.Rectangle, tone uint8) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := canvas.Pix[canvas.PixOffset(r.Min.X, y):canvas.PixOffset(r.Max.X, y)]
		for x := range row {
			row[x] = tone
		}
	}
}

// write paints one line of text.
func (set letters) write(canvas *image.Paletted, t text) {
	x := fixed.I(t.x)
	wide := set.width(t.s, t.font) + 2*t.size
	brush := vector.NewRasterizer(wide, 2*t.size)
	brush.DrawOp = draw.Src
	set.each(t.s, t.font, func(glyph sfnt.GlyphIndex, advance fixed.Int26_6) {
		segments, err := set.of(t.font).LoadGlyph(set.buffer, glyph, fixed.I(t.size), nil)
		if err == nil {
			trace(brush, segments, x-fixed.I(t.x-t.size/2), fixed.I(t.size*3/2))
		}
		x += advance
	})
	mask := image.NewAlpha(brush.Bounds())
	brush.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	left, top := t.x-t.size/2, t.y-t.size*3/2
	for y := range mask.Rect.Max.Y {
		for x := range mask.Rect.Max.X {
			if tone := t.ink.tone(mask.Pix[y*mask.Stride+x]); tone > 0 && image.Pt(left+x, top+y).In(canvas.Rect) {
				canvas.Pix[canvas.PixOffset(left+x, top+y)] = tone
			}
		}
	}
}

// trace gives a glyph's outline to the brush.
func trace(brush *vector.Rasterizer, segments sfnt.Segments, x, y fixed.Int26_6) {
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
