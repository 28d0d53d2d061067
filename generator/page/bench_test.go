package page

import (
	"bytes"
	"os"
	"testing"
)

func benchmark(b *testing.B, path string) {
	p := planSite(b, os.DirFS("../../content"))
	file, ok := p.File(path)
	if !ok {
		b.Fatal(path, "is not planned")
	}
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := file.Render(&out); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
}

func BenchmarkSummary(b *testing.B) {
	benchmark(b, "openai-110b-round/2026-02-27-kulturegeek/index.html")
}

func BenchmarkStory(b *testing.B) { benchmark(b, "openai-110b-round/index.html") }

func BenchmarkHome(b *testing.B) { benchmark(b, "index.html") }
