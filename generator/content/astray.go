package content

import (
	"fmt"
	"strings"

	"collate/generator/problem"
	"go.yaml.in/yaml/v3"
)

// astray warns of figures and of a second block of front matter that stand in
// the text, where they are words. Where the text of a summary refers to figures,
// which can't be found for that, it is an error, and stands for theirs.
func (s *sheet) astray(root *yaml.Node) {
	if s.format == "" || !strings.Contains(s.body, ":") {
		return
	}
	at, what := s.secondBlock(), "a second block of front matter begins here, below the first, and is text there"
	if at == 0 {
		at, what = s.figuresInText(), "\"figures:\" stands below the front matter, and is text there"
	}
	if at == 0 {
		return
	}
	severity := problem.Warning
	if has(root, "source") && !has(root, "figures") && strings.Contains(s.body, "[[") {
		severity, s.lost = problem.Error, true
	}
	end := map[string]string{"yaml": "second ---", "toml": "second +++", "json": "closing }"}[s.format]
	s.add(severity, at, 1, what, fmt.Sprintf("move it above the %s, in line %d", end, s.bodyLine-1))
}

// secondBlock is the line of a --- with which the text begins, and which keys
// and another follow; 0 where there is none.
func (s *sheet) secondBlock() int {
	i := s.bodyLine - 1
	for i < len(s.lines) && strings.TrimSpace(s.lines[i]) == "" {
		i++
	}
	if i+1 < len(s.lines) && strings.TrimRight(s.lines[i], " \t") == "---" && keyLine.MatchString(s.lines[i+1]) && s.closedLater(i+1) {
		return i + 1
	}
	return 0
}

// figuresInText is the line of the text, outside code, that is figures: with
// a figure below it; 0 where there is none.
func (s *sheet) figuresInText() int {
	fence := ""
	for i := s.bodyLine - 1; i+1 < len(s.lines); i++ {
		l := s.lines[i]
		switch bare := strings.TrimSpace(l); {
		case fence != "":
			if strings.HasPrefix(bare, fence) {
				fence = ""
			}
		case strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~"):
			fence = bare[:3]
		case strings.TrimRight(l, " \t") == "figures:":
			below := strings.TrimLeft(s.lines[i+1], " \t")
			if below != s.lines[i+1] && keyLine.MatchString(below) {
				return i + 1
			}
		}
	}
	return 0
}
