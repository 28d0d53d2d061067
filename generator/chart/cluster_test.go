package chart

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// Whatever is reported, every report lies within its mark, no mark stands far
// from its dates, and marks that are drawn alike do not hide one another. Two
// that are not drawn alike, and near no third, are side by side.
func TestTogether(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var lines strings.Builder
		days, values := 1+random.IntN(200), 1+random.IntN(20)
		for i := range 1 + random.IntN(60) {
			number := 100 + random.IntN(values)
			written := []string{"$%dB", "$%dB", "$%d.0B", "about $%dB", "at least $%dB", "$90B to $%dB"}[random.IntN(6)]
			day := 1 + random.IntN(days)
			fmt.Fprintf(&lines, "s | 2026-%02d-%02d | S%d | F | "+written+"\n", 1+day/28, 1+day%28, i-i%(1+i%3), number)
		}
		d := lineUp(t, lines.String())
		f := figure{drawing: drawing{new(bytes.Buffer)}, Texts: testTexts, rows: d.Stories[0].Rows}
		if !f.collect() {
			t.Fatal("not drawn: ", lines.String())
		}
		f.measure()
		marks := cluster(f.points)
		separate(marks)
		count := 0
		for i, m := range marks {
			count += len(m.points)
			holds(t, m)
			for _, other := range marks[:i] {
				if m.hides(other) {
					t.Errorf("two marks hide one another: %+v, %+v", m, other)
				}
			}
		}
		if count != len(f.points) {
			t.Errorf("%d reports, %d in marks", len(f.points), count)
		}
		if t.Failed() {
			t.Fatal(lines.String())
		}
	}
}

// holds checks that a mark reaches from its first report to its last, and from
// its highest to its lowest.
func holds(t *testing.T, m *mark) {
	t.Helper()
	first, last := m.points[0], m.points[len(m.points)-1]
	if m.first != first.x || m.last != last.x || max(m.aside, -m.aside) > farthestAside {
		t.Errorf("a mark from %d to %d, %d aside, of reports from %d to %d", m.first, m.last, m.aside, first.x, last.x)
	}
	for _, p := range m.points {
		if p.x < m.first || p.x > m.last || p.y < m.high || p.y > m.low || p.ranged() != m.ranged ||
			p.report.Outside != m.outside {
			t.Errorf("a report is not in its mark: %+v, %+v", p, m)
		}
	}
}

func TestPart(t *testing.T) {
	at := func(x, y int, outside bool) *mark { return &mark{make([]*point, 1), x, x, y, y, 0, outside, false} }
	for _, test := range []struct {
		a, b *mark
		want [2]int
	}{
		{at(500, 900, false), at(500, 900, true), [2]int{-48, 48}},
		{at(500, 900, false), at(510, 900, true), [2]int{-34, 34}},
		{at(500, 900, true), at(500, 850, false), [2]int{-40, 40}},
		{at(500, 900, false), at(533, 900, true), [2]int{}},
		{at(500, 900, false), at(500, 995, true), [2]int{}},
		{at(500, 900, false), at(500, 900, false), [2]int{}},
	} {
		separate([]*mark{test.a, test.b})
		if got := [2]int{test.a.aside, test.b.aside}; got != test.want {
			t.Errorf("%+v and %+v: got %v, want %v", test.a, test.b, got, test.want)
		}
	}
}
