package draft

import "strings"

// cutFrontMatter is how long the front matter is that a text begins with, and
// its lines.
func cutFrontMatter(text string) (size int, lines []string, ok bool) {
	if !strings.HasPrefix(text, "---\n") && !strings.HasPrefix(text, "---\r\n") {
		return 0, nil, false
	}
	for line := range strings.Lines(text) {
		size += len(line)
		if trimmed := strings.TrimRight(line, "\r\n"); trimmed == "---" && lines != nil {
			return size, lines[1:], true
		} else {
			lines = append(lines, trimmed)
		}
	}
	return 0, nil, false
}
