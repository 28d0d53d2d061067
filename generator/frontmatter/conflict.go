package frontmatter

import (
	"fmt"
	"strings"

	"collate/generator/problem"
)

// merging reports the first two versions of something that a version control
// system has put into the file, for its writer to keep one of them. Which it
// will be nobody knows, so nothing else of the file is read.
func (f *File) merging() bool {
	begin := 0 // its line
	for i, l := range f.lines {
		switch {
		case begin == 0 && strings.HasPrefix(l, "<<<<<<< "):
			begin = i + 1
		case begin > 0 && strings.HasPrefix(l, ">>>>>>> "):
			f.Add(problem.Error, begin, 1, fmt.Sprintf("an unresolved merge begins here and ends at line %d", i+1),
				"keep one of the two versions and remove the lines that begin with <<<<<<<, ======= and >>>>>>>")
			return true
		}
	}
	return false
}
