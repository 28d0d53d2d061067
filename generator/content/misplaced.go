package content

import (
	"fmt"
	"strings"

	"collate/generator/frontmatter"
	"collate/generator/problem"
)

// warnMisplaced warns of figures and of a second block of front matter that stand in
// the text, where they are words. Where the text of a summary refers to figures,
// which can't be found for that, it is an error, and stands for theirs.
func (s *fileReader) warnMisplaced(root *frontmatter.Node) {
	if s.Format == "" || !strings.Contains(s.Body, ":") {
		return
	}
	at, what := s.SecondBlock(), "a second block of front matter begins here, below the first, and is text there"
	if at == 0 {
		at, what = s.MappingInBody("figures"), "\"figures:\" stands below the front matter, and is text there"
	}
	if at == 0 {
		return
	}
	severity := problem.Warning
	if root.Has("source") && !root.Has("figures") && strings.Contains(s.Body, "[[") {
		severity, s.namesLost = problem.Error, true
	}
	end := map[string]string{"yaml": "second ---", "toml": "second +++", "json": "closing }"}[s.Format]
	s.Add(severity, at, 1, what, fmt.Sprintf("move it above the %s, in line %d", end, s.BodyLine-1))
}
