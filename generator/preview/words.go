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

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// round gives a time to the tenth of a millisecond, or to the millisecond
// where it is long.
func round(d time.Duration) time.Duration {
	if d < 10*time.Millisecond {
		return d.Round(100 * time.Microsecond)
	}
	return d.Round(time.Millisecond)
}
