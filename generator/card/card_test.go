package card

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/i18n"
	"collate/generator/plan"

	"github.com/rogpeppe/go-internal/txtar"
)

// A case is a content folder, and in the member want the texts of its cards.
func TestLayouts(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := layouts(t, read(t, archive))
			last := len(archive.Files) - 1
			if os.Getenv("UPDATE_GOLDEN") == "1" {
				archive.Files[last].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(archive.Files[last].Data); got != want {
				t.Errorf("%s: got:\n%s\nwant:\n%s", file, got, want)
			}
		})
	}
	if len(files) < 3 {
		t.Error("found hardly any case")
	}
}

// read makes a digest of an archive's members, but for the last.
func read(t *testing.T, archive *txtar.Archive) *digest.Digest {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files[:len(archive.Files)-1] {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	site, problems := folder.Read(files, folder.Options{})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	d, _ := digest.LineUp(site)
	return d
}

// testWords are the words of a digest.
var testWords = i18n.New("en", map[string]string{
	"sources.one": "{n} source", "sources.other": "{n} sources",
	"stories.one": "{n} story", "stories.other": "{n} stories",
	"figures.other": "{n} figures", "differ.other": "{n} differ", "broken.other": "{n} broken",
	"unexplained.other": "{n} not yet explained",
})

// layouts writes every card as its texts, a line each: place, size, text.
func layouts(t *testing.T, d *digest.Digest) string {
	t.Helper()
	set, err := newLetters()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	write := func(path string, card []textLine) {
		fmt.Fprintln(&b, path)
		for _, l := range card {
			fmt.Fprintf(&b, "%5d%4d%4d %q\n", l.x, l.y, l.size, l.s)
			if right := l.x + set.width(l.s, l.font); right > width-margin || l.x < margin || l.y > height-20 ||
				l.y < l.size {
				t.Errorf("%s: %q lies outside, it ends at %d", path, l.s, right)
			}
		}
	}
	write("card.png", siteCard(set, d, testWords))
	for _, s := range d.Stories {
		write(s.Path()+"card.png", storyCard(set, d.Config.Title, s, testWords))
	}
	return b.String()
}

// A card has the size that sharing asks for, few bytes, and the same ones each
// time, from any goroutine.
func TestPictures(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/differ.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := plan.New()
	d := read(t, archive)
	if problems := Plan(p, d, testWords); len(problems) > 0 {
		t.Fatal(problems)
	}
	if len(p.Paths()) != 2 {
		t.Errorf("planned %v", p.Paths())
	}
	for _, path := range p.Paths() {
		f, _ := p.File(path)
		var pictures [4]bytes.Buffer
		var renders sync.WaitGroup
		for i := range pictures {
			renders.Go(func() {
				if err := f.Render(&pictures[i]); err != nil {
					t.Error(err)
				}
			})
		}
		renders.Wait()
		for i := range pictures {
			if !bytes.Equal(pictures[i].Bytes(), pictures[0].Bytes()) {
				t.Errorf("%s: rendered twice, it differs", path)
			}
		}
		examine(t, path, pictures[0].Bytes())
	}
}

func examine(t *testing.T, path string, picture []byte) {
	t.Helper()
	image, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	if size := image.Bounds().Size(); size.X != 1200 || size.Y != 630 || len(picture) > 40_000 {
		t.Errorf("%s: %v, %d bytes", path, size, len(picture))
	}
	tones := map[string]int{}
	for y := range 630 {
		for x := range 1200 {
			tones[fmt.Sprint(image.At(x, y))]++
		}
	}
	for name, colour := range map[string]any{"black": inkColours[black], "accent": inkColours[accent],
		"differs": inkColours[differs]} {
		if tones[fmt.Sprint(colour)] < 500 {
			t.Errorf("%s: hardly anything in %s", path, name)
		}
	}
}

func BenchmarkCard(b *testing.B) {
	set, err := newLetters()
	if err != nil {
		b.Fatal(err)
	}
	card := []textLine{{margin, topLine, font{60, true}, black, "OpenAI's record round: $110B announced"},
		{margin, campLine, font{84, true}, accent, "$110B ≠ $120B"}}
	for b.Loop() {
		if err := set.paint(new(bytes.Buffer), card); err != nil {
			b.Fatal(err)
		}
	}
}

// TestLook holds the number of the look to what is painted.
func TestLook(t *testing.T) {
	set, err := newLetters()
	if err != nil {
		t.Fatal(err)
	}
	var painted bytes.Buffer
	card := []textLine{{margin, topLine, font{60, true}, black, "A round: $110B"},
		{margin, campLine, font{40, false}, soft, "≠"}, {margin, lastLine, font{84, true}, differs, "$120B"}}
	if err := set.paint(&painted, card); err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%d %x\n", paintVersion, sha256.Sum256(painted.Bytes()))
	want, err := os.ReadFile("testdata/look")
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		err = os.WriteFile("testdata/look", []byte(got), 0o644)
	} else if got != string(want) {
		t.Errorf("a card is painted in another way: raise look, then make golden; got %s", got)
	}
	if err != nil {
		t.Fatal(err)
	}
}
