//go:build !race

package generator

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestBudget counts what rendering a file of each kind allocates, and holds it
// to testdata/budget.txt: no more than a tenth above. The race detector counts
// otherwise, so it is left out there.
func TestBudget(t *testing.T) {
	const table = "testdata/budget.txt"
	dir := t.TempDir()
	write(t, dir, 160, func(name, text string) (string, string) { return name, text })
	site, problems, err := Make(Input{Content: dir, Future: true})
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	var b strings.Builder
	budget, _ := os.ReadFile(table)
	seen := map[string]bool{}
	for _, path := range site.Plan.Paths() {
		kind := kindOf(path)
		if seen[kind] || strings.HasPrefix(kind, "search/NAME") {
			continue // the index is made once, for all its files
		}
		seen[kind] = true
		file, _ := site.Plan.File(path)
		var out bytes.Buffer
		allocs := int(testing.AllocsPerRun(10, func() {
			out.Reset()
			if err := file.Render(&out); err != nil {
				t.Fatal(err)
			}
		}))
		if allocs < 50 || strings.Contains(kind, ".css") ||
			strings.Contains(kind, ".js") && kind != "figures.json" && kind != "feed.json" {
			continue
		}
		fmt.Fprintf(&b, "%-30s %d\n", kind, allocs)
		if most, ok := budgeted(string(budget), kind); !ok {
			t.Errorf("%s: no budget, it takes %d", kind, allocs)
		} else if allocs > most+most/10 {
			t.Errorf("%s: %d allocations, the budget is %d", kind, allocs, most)
		}
	}
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(table, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// budgeted finds a kind's line in the table.
func budgeted(table, kind string) (most int, ok bool) {
	for line := range strings.Lines(table) {
		if rest, found := strings.CutPrefix(line, kind+" "); found {
			_, err := fmt.Sscan(rest, &most)
			return most, err == nil
		}
	}
	return 0, false
}
