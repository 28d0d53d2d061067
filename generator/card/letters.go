package card

import (
	"bytes"
	"image"
	"strings"
	"sync"
	"unicode"

	"github.com/klauspost/compress/zlib"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// font is a size in pixels and a weight.
type font struct {
	size int
	bold bool
}

// letters are the fonts and what else it takes to paint, for one card at a
// time.
type letters struct {
	regular, bold *sfnt.Font
	buffer        *sfnt.Buffer
	shapes        map[shapeKey]*image.Alpha
	canvas        []uint8 // the picture, as PNG has it; see row
	zip           *zlib.Writer
	packed        *bytes.Buffer
}

// shapeKey names a shape: a glyph of a font, a fraction of a pixel to the right.
type shapeKey struct {
	sfnt.GlyphIndex
	font
	shift fixed.Int26_6
}

func newLetters() (letters, error) {
	set := letters{
		buffer: new(sfnt.Buffer), shapes: map[shapeKey]*image.Alpha{},
		canvas: make([]uint8, height*(1+width/2)), packed: new(bytes.Buffer),
	}
	var err error
	if set.regular, err = opentype.Parse(goregular.TTF); err != nil {
		return letters{}, err
	}
	if set.bold, err = opentype.Parse(gobold.TTF); err != nil {
		return letters{}, err
	}
	set.zip, err = zlib.NewWriterLevel(set.packed, zlib.BestSpeed)
	return set, err
}

// letterPool keeps letters from one card to the next. It may be used from any
// goroutine.
type letterPool struct {
	lock sync.Mutex
	idle []letters
}

// take gives letters that nobody else uses, until they are given back.
func (d *letterPool) take() (letters, error) {
	d.lock.Lock()
	defer d.lock.Unlock()
	last := len(d.idle) - 1
	if last < 0 {
		return newLetters()
	}
	set := d.idle[last]
	d.idle = d.idle[:last]
	return set, nil
}

func (d *letterPool) giveBack(set letters) {
	d.lock.Lock()
	defer d.lock.Unlock()
	d.idle = append(d.idle, set)
}

// with lends letters to a function.
func (d *letterPool) with(do func(letters) error) error {
	set, err := d.take()
	if err != nil {
		return err
	}
	defer d.giveBack(set)
	return do(set)
}

func (set letters) of(f font) *sfnt.Font {
	if f.bold {
		return set.bold
	}
	return set.regular
}

// clean makes a text fit for writing: composed letters, single plain spaces,
// no invisible characters and pictures. It is empty where a letter is missing.
func (set letters) clean(s string) string {
	s = strings.Join(strings.Fields(norm.NFC.String(s)), " ")
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\u2011':
			r = '-'
		case unicode.IsSpace(r):
			r = ' '
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.So, unicode.Sk) && r > unicode.MaxASCII,
			unicode.Is(unicode.Variation_Selector, r), r < ' ':
			continue
		}
		if glyph, err := set.bold.GlyphIndex(set.buffer, r); err != nil || glyph == 0 {
			return ""
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

// width measures a text in pixels, rounded up.
func (set letters) width(s string, f font) int {
	x := fixed.Int26_6(0)
	set.each(s, f, func(_ sfnt.GlyphIndex, advance fixed.Int26_6) { x += advance })
	return x.Ceil()
}

// each calls a function with every glyph of a text and how far it advances.
func (set letters) each(s string, f font, do func(sfnt.GlyphIndex, fixed.Int26_6)) {
	face := set.of(f)
	for _, r := range s {
		glyph, err := face.GlyphIndex(set.buffer, r)
		if err != nil {
			continue
		}
		advance, err := face.GlyphAdvance(set.buffer, glyph, fixed.I(f.size), 0)
		if err != nil {
			continue
		}
		do(glyph, advance)
	}
}

// wrap breaks a clean text into lines of the card's inner width, and ends the
// last of most lines with an ellipsis if there would be more.
func (set letters) wrap(s string, f font, most int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		longer := strings.TrimPrefix(line+" "+word, " ")
		if line == "" || set.width(longer, f) <= innerWidth {
			line = longer
			continue
		}
		lines = append(lines, line)
		line = word
	}
	if line != "" {
		lines = append(lines, line)
	}
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] += " …"
	}
	for i := range lines {
		lines[i] = set.cut(lines[i], f)
	}
	return lines
}

// cut shortens a line that is too wide for the card.
func (set letters) cut(line string, f font) string {
	if set.width(line, f) <= innerWidth {
		return line
	}
	letters := []rune(strings.TrimRight(line, " …"))
	for len(letters) > 0 && set.width(string(letters)+"…", f) > innerWidth {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimRight(string(letters), " ") + "…"
}
