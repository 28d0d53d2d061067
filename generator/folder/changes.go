package folder

import (
	"bytes"
	"collate/generator/content"
	"collate/generator/problem"
	"io/fs"
	"slices"
	"strings"
)

// changes reads the log, the newest line first.
func (b *builder) changes(fsys fs.FS) {
	if b.walk.changes == nil {
		return
	}
	data, err := load(fsys, *b.walk.changes)
	file := shownPath(b.options.Prefix, content.ChangesFile)
	if err != nil {
		b.problems = append(b.problems, unreadable(file, err))
		return
	}
	number := 0
	for line := range bytes.Lines(data) {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		c, fault := content.ParseChange(line)
		if fault != "" {
			b.problems = append(b.problems, problem.Problem{
				Place: problem.Place{File: file, Line: number}, Severity: problem.Error, Message: fault,
				Hint: `each line is one object, as collate diff --record writes it: {"day":"2026-03-02",` +
					`"kind":"changed",` +
					`"story":"a-story","figure":"Round total","old":"$115B","new":"$110B","reason":"…"}`,
				Text: strings.TrimRight(string(line), "\r\n"),
			})
			continue
		}
		b.site.Changes = append(b.site.Changes, c)
	}
	slices.Reverse(b.site.Changes)
	slices.SortStableFunc(b.site.Changes, func(x, y content.Change) int { return strings.Compare(y.Day, x.Day) })
}
