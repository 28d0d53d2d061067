package draft

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNeeds holds every pattern to what it is said to need: where it matches,
// the text has that. And two lines of three lack what a pattern needs.
func TestNeeds(t *testing.T) {
	files, _ := filepath.Glob("testdata/*/*.txt")
	all := anywhere()
	for _, dates := range calendars {
		all = append(all, dates()...)
	}
	tried, spared := 0, 0
	for _, file := range append(files, "testdata/sentences.txt") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			chars := charsOf(line)
			for _, p := range all {
				tried++
				if p.mayMatch(chars) {
					continue
				}
				if spared++; p.MatchString(line) {
					t.Errorf("%s matches %q, which lacks what it needs", p, line)
				}
			}
		}
	}
	if spared < tried*2/3 {
		t.Errorf("of %d only %d were not tried", tried, spared)
	}
}
