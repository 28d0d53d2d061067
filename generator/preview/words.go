package preview

import (
	"fmt"
	"strings"
	"time"

	"collate/generator/problem"
)

// faultOf gives what is wrong with a site as text, or nothing if it is whole.
// Warnings are left to the terminal.
func faultOf(problems problem.List, err error) string {
	if err != nil {
		return "collate: " + err.Error() + "\n"
	}
	if !problems.HasErrors() {
		return ""
	}
	var text strings.Builder
	problems.Errors().WriteText(&text, false)
	return text.String()
}

// compareProblems gives the problems that are there now and were not before, and
// how many of those from before are gone. One that has only moved to another
// line is the same.
func compareProblems(before, now problem.List) (added problem.List, mended int) {
	left := map[problem.Problem]int{}
	for _, p := range before {
		left[unplaced(p)]++
	}
	for _, p := range now {
		if key := unplaced(p); left[key] > 0 {
			left[key]--
		} else {
			added = append(added, p)
		}
	}
	return added, len(before) - (len(now) - len(added))
}

func unplaced(p problem.Problem) problem.Problem {
	p.Line, p.Column = 0, 0
	return p
}

// tallyOf says how problems have changed, where there were some before: 1 new
// problem, 2 mended, 57 stay.
func tallyOf(added, mended, stay int) string {
	if mended+stay == 0 || added+mended == 0 {
		return ""
	}
	var parts []string
	if added > 0 {
		parts = append(parts, countNoun(added, "new problem"))
	}
	if mended > 0 {
		parts = append(parts, countNoun(mended, "problem")+" mended")
	}
	if stay == 1 {
		parts = append(parts, "1 stays")
	} else if stay > 1 {
		parts = append(parts, fmt.Sprintf("%d stay", stay))
	}
	return strings.Join(parts, ", ")
}

// nameChange says what changed in a few words, fit for a terminal.
func nameChange(names []string) string {
	if len(names) == 0 {
		return "a file that came and went"
	}
	first := problem.Place{File: names[0]}.String()
	if len(names) == 1 {
		return first
	}
	return fmt.Sprintf("%s and %d more", first, len(names)-1)
}

func countNoun(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// roundedTime gives a time to the tenth of a millisecond, or to the millisecond
// where it is long.
func roundedTime(d time.Duration) time.Duration {
	if d < 10*time.Millisecond {
		return d.Round(100 * time.Microsecond)
	}
	return d.Round(time.Millisecond)
}
