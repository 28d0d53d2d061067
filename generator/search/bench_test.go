package search

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/fstest"

	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/plan"
)

// synthetic is a digest of as many stories with eight summaries each, of 300
// words and some figures; a word in twenty is a number, one in fifty has
// letters that are not ASCII.
func synthetic(stories int) *digest.Digest {
	random := rand.New(rand.NewPCG(1, 2))
	files := fstest.MapFS{"index.md": {Data: []byte("---\ntitle: Digest\n---\n")}}
	for i := range 8 * stories {
		var b bytes.Buffer
		fmt.Fprintf(&b, "---\ntitle: Story %d\ndate: 2026-01-%02d\nsource: Source %d\ntags: [tag %d]\nfigures:\n  "+
			"Total: $%d.5B\n  Users: %dM\n---\n",
			i/8, 1+i%28, i%100, i%40, random.IntN(1000), random.IntN(1000))
		for range 300 {
			switch n := random.IntN(100); {
			case n < 5:
				fmt.Fprintf(&b, "%d,%03d ", 1+random.IntN(99), random.IntN(1000))
			case n < 7:
				b.WriteString("l’Œuvre ")
			default:
				fmt.Fprintf(&b, "w%dord ", random.IntN(1+random.IntN(3000)))
			}
		}
		files[fmt.Sprintf("story-%d/s-%d.md", i/8, i%8)] = &fstest.MapFile{Data: b.Bytes()}
	}
	site, problems := folder.Read(files, folder.Options{})
	if problems.HasErrors() {
		panic(problems[0].Message)
	}
	d, _ := digest.LineUp(site)
	return d
}

// BenchmarkPlan writes all files of the search of 4,000 summaries.
func BenchmarkPlan(b *testing.B) {
	d := synthetic(500)
	b.ReportAllocs()
	var file bytes.Buffer
	for b.Loop() {
		p := plan.New()
		Plan(p, d, testWords.Words)
		for _, path := range p.Paths() {
			planned, _ := p.File(path)
			file.Reset()
			if err := planned.Render(&file); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkIndex makes the index of as many.
func BenchmarkIndex(b *testing.B) {
	all := entries(synthetic(500))
	b.ReportAllocs()
	for b.Loop() {
		newIndex(all, len(all)/entriesPerFile, testWords)
	}
}
