package chart

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"collate/generator/number"
	"collate/generator/value"
)

// Inputs too large for a case of their own: a line for each report, made from
// its number.
func TestHeaps(t *testing.T) {
	for _, test := range []struct {
		name   string
		count  int
		report func(i int) string
		drawn  bool
	}{
		{"one value", 200, func(int) string { return "2026-02-27 | S%d | F | $110B" }, false},
		{"many values", 200, func(i int) string {
			return fmt.Sprintf("2026-02-27 | S%%d | F | $%dB", 100+i%37)
		}, true},
		{"many voices", 1000, func(i int) string {
			return fmt.Sprintf("2026-02-27 | A newspaper named S%%d | F | $%dB", 100+i%2)
		}, true},
		{"huge span", 40, func(i int) string { return "2026-01-01 | S%d | F | 1" + strings.Repeat("0", i%30) }, true},
		{"tiny numbers", 3, func(i int) string { return "2026-01-01 | S%d | F | 0.000000000000" + fmt.Sprint(i+1) },
			true},
		{"huge numbers, small differences", 3,
			func(i int) string { return "2026-01-01 | S%d | F | 100000000000000000000000000" + fmt.Sprint(i) }, true},
		{"only zero", 2, func(int) string { return "2026-01-01 | S%d | F | 0" }, false},
		{"below zero", 5, func(i int) string { return fmt.Sprintf("2026-01-0%d | S%%d | F | -%d", i+1, 10*i+5) }, true},
		{"bounds alone", 9, func(i int) string { return fmt.Sprintf("2026-01-01 | S%%d | F | at least %d", 100+i%3) },
			true},
		{"ranges alone", 9, func(i int) string { return fmt.Sprintf("2026-01-01 | S%%d | F | 100–%d", 101+i) }, true},
		{"long values", 3, func(i int) string {
			return fmt.Sprintf("2026-01-01 | S%%d | F | more than 1,234,567,89%d people", i)
		}, true},
		{"dates", 3, func(i int) string { return fmt.Sprintf("2026-01-01 | S%%d | F | 2026-02-%d", 10+i) }, false},
		{"two units", 3, func(i int) string { return "2026-01-01 | S%d | F | " + []string{"$1", "€2", "$3"}[i] }, true},
		{"one of a unit", 2, func(i int) string { return "2026-01-01 | S%d | F | " + []string{"$1", "€2"}[i] }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			var lines strings.Builder
			for i := range test.count {
				fmt.Fprintf(&lines, "s | "+test.report(i)+"\n", i)
			}
			var b bytes.Buffer
			row := lineUp(t, lines.String()).Stories[0].Rows[0]
			if drawn := Spread(&b, testTexts, row); drawn != test.drawn || !drawn && b.Len() > 0 {
				t.Fatalf("drawn: %v, %d bytes", drawn, b.Len())
			}
			if test.drawn {
				examine(t, b.Bytes())
			}
		})
	}
}

func TestSeparate(t *testing.T) {
	for _, test := range []struct {
		want []int
		got  []int
	}{
		{[]int{}, []int{}},
		{[]int{50}, []int{50}},
		{[]int{-5}, []int{0}},
		{[]int{50, 50}, []int{45, 55}},
		{[]int{50, 50, 50, 80}, []int{40, 50, 60, 80}},
		{[]int{50, 51, 58}, []int{43, 53, 63}},
		{[]int{0, 0, 0}, []int{0, 10, 20}},
		{[]int{99, 100, 130}, []int{80, 90, 100}},
	} {
		if got := separate(test.want, 10, 0, 100); !slices.Equal(got, test.got) {
			t.Errorf("%v: got %v, want %v", test.want, got, test.got)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, test := range []struct {
		low, high int64
		unit      string // a value of it
		want      string
	}{
		{0, 100, "", "0 50 100"},
		{0, 120, "", "0 50 100"},
		{95, 125, "", "100 110 120"},
		{-3, 3, "", "-2 0 2"},
		{12, 72, "18 months", "24 48 72"},
		{45, 60, "18 months", "48 60"},
		{12, 72, "2 years", "24 48 72"},
		{0, 259200, "3 days", "0 86400 172800 259200"},
		{0, 259200, "72 hours", "0 86400 172800 259200"},
		{0, 25200, "50 minutes", "0 7200 14400 21600"},
	} {
		s := timeScale{low: number.Int(test.low), high: number.Int(test.high), length: 1000}
		var unit value.Display
		if test.unit != "" {
			v, err := value.Locale{}.Parse(test.unit)
			if err != nil {
				t.Fatal(err)
			}
			unit = value.Locale{}.Written(v)
		}
		var got []string
		for _, n := range s.ticks(unit, 0) {
			got = append(got, n.String())
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%d to %d: got %v, want %s", test.low, test.high, got, test.want)
		}
	}
}

func TestLog2(t *testing.T) {
	for written, want := range map[string]int{"1": 0, "2": 65536, "1024": 655360, "0.5": -65536, "3": 103872,
		"1000": 653117} {
		n, _ := number.Parse(written)
		if got := log2(n); got != want {
			t.Errorf("%s: got %d, want %d", written, got, want)
		}
	}
}
