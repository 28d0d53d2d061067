package importer

import (
	"os"
	"strings"
	"testing"
)

// TestDays reads the dates of testdata/days.txt.
func TestDays(t *testing.T) {
	data, err := os.ReadFile("testdata/days.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		written, want, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok {
			continue
		}
		if got := dayIn(written); got != want && (want != "-" || got != "") {
			t.Errorf("%s: got %q, want %q", written, got, want)
		}
	}
}
