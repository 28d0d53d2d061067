package problem

import (
	"fmt"
	"unicode/utf8"
)

// Quote quotes what stands in a file for a message, shortened.
func Quote(found string) string {
	const most = 60
	if utf8.RuneCountInString(found) > most {
		found = string([]rune(found)[:most]) + "…"
	}
	return fmt.Sprintf("%q", found)
}
