package markdown

import (
	"bytes"
	"runtime"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// sample has 250 words or so, as a summary does.
const sample = `The startup said on Friday that it had raised [[Round total]] in new money, the "largest private ` +
	`round" on record, with *Amazon*, Nvidia and SoftBank taking part. It's the third such deal since January.

Amazon is putting in [[Commitment: Amazon]], Nvidia [[Commitment: Nvidia]] and SoftBank the rest, according to ` +
	`the company's [own statement](https://example.org/news/round). The pre-money valuation is [[Pre-money ` +
	`valuation]]; other reports have put the total at **$120 billion**, which counts a later tranche.

## What the money is for

- Two gigawatts of computing capacity with Amazon's chips
- A further three gigawatts with Nvidia
- An option on a listing, "if and when" markets allow

The agreement extends one of last year by eight years. Some of the money is tied to conditions: part of Amazon's ` +
	`share depends on a listing or on what the company calls an internal milestone, the paper said. Neither side ` +
	`would say which. The company had nine million paying businesses at the end of the month, up from seven in the ` +
	`autumn, and expects revenue to double again.

> We are entering a new phase, in which what was research becomes infrastructure.

The company's chief said that the round was oversubscribed and that the books would stay open until the end of ` +
	`March for funds that had asked for more time. A spokesperson declined to name them. Analysts were divided: one ` +
	`called the price "hard to square with any model", another said that it was cheap next to the cost of being left ` +
	`out. The shares of suppliers rose by between two and four percent in early trading before giving back most of ` +
	`that.
`

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Parse(sample, Position{"a.md", 1, "en"})
	}
}

func BenchmarkRender(b *testing.B) {
	b.ReportAllocs()
	d := Parse(sample, Position{"a.md", 1, "en"})
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := d.Render(&out, RenderOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkKept tells how much memory a parsed text takes while it is kept,
// besides its source.
func BenchmarkKept(b *testing.B) {
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	documents := make([]*Document, 2000)
	before := heap()
	for i := range documents {
		documents[i] = Parse(sample, Position{"a.md", 1, "en"})
	}
	b.ReportMetric(float64(heap()-before)/float64(len(documents)), "B/document")
	b.ReportMetric(0, "ns/op")
	runtime.KeepAlive(documents)
}

// BenchmarkGoldmark is what the same text costs without us.
func BenchmarkGoldmark(b *testing.B) {
	b.ReportAllocs()
	md := goldmark.New(goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.Linkify, extension.Footnote, extension.Typographer))
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := md.Convert([]byte(sample), &out); err != nil {
			b.Fatal(err)
		}
	}
}
