package frontmatter

import (
	"strings"
)

// SecondBlock is the line of a --- with which the text begins, and which keys
// and another follow; 0 where there is none.
func (f *File) SecondBlock() int {
	i := f.BodyLine - 1
	for i < len(f.lines) && strings.TrimSpace(f.lines[i]) == "" {
		i++
	}
	if i+1 < len(f.lines) && strings.TrimRight(f.lines[i], " \t") == "---" && keyLine.MatchString(f.lines[i+1]) &&
		f.closedLater(i+1) {
		return i + 1
	}
	return 0
}

// MappingInBody is the line of the body, outside code, that is a key and a
// colon, with another key indented below it; 0 where there is none.
func (f *File) MappingInBody(key string) int {
	fence := ""
	for i := f.BodyLine - 1; i+1 < len(f.lines); i++ {
		l := f.lines[i]
		switch bare := strings.TrimSpace(l); {
		case fence != "":
			if strings.HasPrefix(bare, fence) {
				fence = ""
			}
		case strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~"):
			fence = bare[:3]
		case strings.TrimRight(l, " \t") == key+":":
			below := strings.TrimLeft(f.lines[i+1], " \t")
			if below != f.lines[i+1] && keyLine.MatchString(below) {
				return i + 1
			}
		}
	}
	return 0
}
