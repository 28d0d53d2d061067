package generator

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestLines holds lines to 120 columns, with tabs of four, as .golangci.yml
// has it, for those who have no linter.
func TestLines(t *testing.T) {
	err := filepath.WalkDir(".", func(file string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(file, ".go") {
			return err
		}
		data, err := os.ReadFile(file)
		number := 0
		for line := range strings.Lines(string(data)) {
			number++
			line = strings.TrimSuffix(line, "\n")
			if width := utf8.RuneCountInString(line) + 3*strings.Count(line, "\t"); width > 120 {
				t.Errorf("%s:%d has %d columns", file, number, width)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
