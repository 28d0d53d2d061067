package digest

import (
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"collate/generator/content"
	"collate/generator/folder"
)

// synthetic is a site of as many stories with as many summaries each, which
// 200 sources wrote over three years, with ten figures, a check and some tags.
func synthetic(stories, summaries int) *content.Site {
	files := fstest.MapFS{"index.md": {Data: []byte("---\ntitle: Digest\n---\n")}}
	first := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range stories {
		files[fmt.Sprintf("story-%d/index.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"---\nchecks: [Total = sum(Part)]\ntags: [tag %d, tag %d]\n---\n", i%100, i%37)}
		for j := range summaries {
			n := i*summaries + j
			files[fmt.Sprintf("story-%d/s-%d.md", i, j)] = &fstest.MapFile{Data: fmt.Appendf(nil,
				"---\ntitle: T\ndate: %s\nsource: Source %d\ntags: [tag %d, tag %d]\nfigures:\n  Total: $%dB\n  "+
					"Part: {Red: $50B, Blue: $30B, Green: $30B}\n  Figure %d: %dM\n  Users: %dM\n  Staff: 5,%03d\n  "+
					"Growth: 4%d%%\n  Word: shared\n  Power: 2 GW\n---\n",
				first.AddDate(0, 0, n*7919%1100).Format(time.DateOnly), n*31%200, n%100, n%2000, 110+n%2*10, n%500,
				n%90+1, n%9+1, n%1000, n%10)}
		}
	}
	site, problems := folder.Read(files, folder.Options{})
	if problems.HasErrors() {
		panic(problems[0].Message)
	}
	return site
}

func BenchmarkLineUp(b *testing.B) {
	site := synthetic(1250, 8)
	b.ReportAllocs()
	for b.Loop() {
		LineUp(site)
	}
}

// BenchmarkCache is what a save costs while somebody writes: one story of
// 1,250 changed.
func BenchmarkCache(b *testing.B) {
	site := synthetic(1250, 8)
	cache := new(Cache)
	cache.LineUp(site)
	b.ReportAllocs()
	for b.Loop() {
		story := *site.Stories[700]
		site.Stories[700] = &story
		cache.LineUp(site)
	}
}

// BenchmarkWide is one story that 1,000 sources tell.
func BenchmarkWide(b *testing.B) {
	site := synthetic(1, 1000)
	for i, s := range site.Stories[0].Summaries {
		s.Source.Name = fmt.Sprint("Source ", i)
	}
	b.ReportAllocs()
	for b.Loop() {
		LineUp(site)
	}
}

// BenchmarkMany is one story with 10,000 summaries of 200 sources.
func BenchmarkMany(b *testing.B) {
	site := synthetic(1, 10000)
	b.ReportAllocs()
	for b.Loop() {
		LineUp(site)
	}
}
