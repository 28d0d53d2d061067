package slug

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"The New York Times":     "the-new-york-times",
		"Commitment: Amazon":     "commitment-amazon",
		"  --A--b!  ":            "a-b",
		"Cafe\u0301":             "café",
		"東京 2026":                "東京-2026",
		"हिन्दी":                 "हिन्दी",
		"+++":                    "u-2b-2b-2b",
		"C++":                    "c-plus-plus",
		"C#":                     "c-sharp",
		"Canal+":                 "canal-plus",
		"Growth (%)":             "growth-percent",
		"5% more":                "5-percent-more",
		"#1 of A + B":            "1-of-a-b",
		"":                       "u",
		"CON":                    "x-con",
		"lpt1":                   "x-lpt1",
		"../../etc":              "etc",
		strings.Repeat("é", 100): strings.Repeat("é", 60),
	} {
		if got := Of(name); got != want {
			t.Errorf("Of(%q) = %q, want %q", name, got, want)
		}
		if again := Of(Of(name)); again != Of(name) {
			t.Errorf("the slug of %q is not its own slug, but %q", Of(name), again)
		}
	}
}
