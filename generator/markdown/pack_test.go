package markdown

import (
	"bytes"
	"slices"
	"testing"
)

// FuzzPack packs what is written for a text, and reads it back.
func FuzzPack(f *testing.F) {
	for _, source := range append(corpus(f), sample) {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		d := &Document{}
		x := &text{source: clean(source)}
		if findTrouble(x.source) != nil {
			return
		}
		tree, busy := parse(x)
		if busy != nil {
			return
		}
		w := &writer{gather: &gather{d: d, t: x, source: tree.source, quotes: english}}
		w.children(tree.root)
		unpacked(t, w, x.source)
		for i := range w.marks { // which are no more than hints
			w.marks[i].source = (w.marks[i].source*7 + 3) % int32(len(source)+9)
		}
		unpacked(t, w, x.source)
	})
}

// unpacked compares what a writer has written with what is packed of it.
func unpacked(t *testing.T, w *writer, source string) {
	var out []byte
	var parts []outputPart
	for rest := w.packed(); rest != ""; {
		text, k, n, next := rest.next(source)
		if text == "" {
			parts = append(parts, outputPart{len(out), k, n})
		}
		out = append(out, text...)
		rest = next
	}
	if !bytes.Equal(out, w.out) || !slices.Equal(parts, w.parts) {
		t.Errorf("%q packs %q, %v\nas %q, %v", source, w.out, w.parts, out, parts)
	}
}

// TestPackSmall packs a text in which much is to be found in the source.
func TestPackSmall(t *testing.T) {
	d := Parse(sample, Position{File: "a.md", Line: 1, Language: "en"})
	if len(d.html) > len(sample)/3 || len(d.excerpt) > 50 {
		t.Errorf("%d bytes are packed in %d, the excerpt in %d", len(sample), len(d.html), len(d.excerpt))
	}
	plain := Parse("A first paragraph, which is its own excerpt.\n", Position{File: "a.md", Line: 1})
	if n := testing.AllocsPerRun(10, func() { plain.Excerpt(nil) }); n > 0 {
		t.Errorf("an excerpt that stands in the source is copied: %v", n)
	}
}
