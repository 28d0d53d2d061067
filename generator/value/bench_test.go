package value

import "testing"

func BenchmarkParse(b *testing.B) {
	for _, written := range []string{"$110B", "about $100–120 billion", "€5bn", "1.6M users", "exclusive to AWS",
		"2026-02-27", "40%"} {
		b.Run(written, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Locale{}.Parse(written)
			}
		})
	}
}
