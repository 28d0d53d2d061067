package article

import (
	"os"
	"strings"
	"testing"
)

// TestAgencies finds the agencies of testdata/agencies.txt: a paragraph or a
// byline, and the agency in it, or none.
func TestAgencies(t *testing.T) {
	data, err := os.ReadFile("testdata/agencies.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), " => ")
		if strings.HasPrefix(line, "#") || len(cells) != 2 {
			continue
		}
		kind, text, _ := strings.Cut(cells[0], ": ")
		got := agencyOf(text)
		if kind == "text" {
			got = agencyIn([]string{text})
		}
		if got != strings.TrimPrefix(cells[1], "none") {
			t.Errorf("%s\n got %q", line, got)
		}
	}
}
