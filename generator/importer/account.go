package importer

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// An Account says what became of a site: each of its files is counted once.
type Account struct {
	Summaries, Pages, Files int            // that were brought over; Files are neither
	Drafts                  int            // of the summaries and pages
	Left                    map[string]int // files that were left out, by the reason
	Dropped                 map[string]int // keys of front matter that have no place here, and in how many files
	Warnings                map[string]int // by their kind
}

// Lines are the account in words.
func (a *Account) Lines() []string {
	first := fmt.Sprintf("%s, %s and %s brought over", countedNoun(a.Summaries, "summary", "summaries"),
		countedNoun(a.Pages, "page", "pages"), countedNoun(a.Files, "file", "files"))
	if a.Drafts > 0 {
		first += fmt.Sprintf(" (%s)", countedNoun(a.Drafts, "draft", "drafts"))
	}
	lines := []string{first}
	if total := sum(a.Left); total > 0 {
		lines = append(lines, countedNoun(total, "file", "files")+" left out")
		lines = append(lines, itemised(a.Left)...)
	}
	if len(a.Dropped) > 0 {
		var keys []string
		for _, key := range byCount(a.Dropped) {
			keys = append(keys, fmt.Sprintf("%s (%d)", key, a.Dropped[key]))
		}
		lines = append(lines, "keys left out, as they have no meaning here: "+strings.Join(keys, ", "))
	}
	if total := sum(a.Warnings); total > 0 {
		lines = append(lines, countedNoun(total, "warning", "warnings"))
		lines = append(lines, itemised(a.Warnings)...)
	}
	return lines
}

func itemised(counts map[string]int) []string {
	var lines []string
	for _, reason := range byCount(counts) {
		lines = append(lines, fmt.Sprintf("  %s: %d", reason, counts[reason]))
	}
	return lines
}

// byCount are the keys, the most frequent first.
func byCount(counts map[string]int) []string {
	keys := slices.Collect(maps.Keys(counts))
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	return keys
}

func sum(counts map[string]int) int {
	total := 0
	for _, n := range counts {
		total += n
	}
	return total
}

func countedNoun(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}
