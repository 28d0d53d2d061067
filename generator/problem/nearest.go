package problem

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the word of known that word was probably meant to be, if
// one is near enough: a third of its characters may be wrong, missing, extra
// or swapped with a neighbour. Case does not matter. Of equally near words
// the first counts.
func Nearest(word string, known []string) (string, bool) {
	folded := strings.ToLower(word)
	best, found := 0, ""
	for _, k := range known {
		longer := max(utf8.RuneCountInString(folded), utf8.RuneCountInString(k))
		allowed := max(1, longer/3)
		if longer < 3 {
			allowed = 0
		}
		d := Distance(folded, strings.ToLower(k), allowed)
		if d <= allowed && (found == "" || d < best) {
			best, found = d, k
		}
	}
	return found, found != ""
}

// Distance is the number of edits that turn a into b: a character put in,
// left out, replaced, or swapped with its neighbour. Beyond limit it says
// limit+1 without counting on.
func Distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	// before, last and row are three rows of the usual table: row[j] is the
	// distance between the characters of x read so far and y[:j].
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		least := row[0]
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit+1)
}
