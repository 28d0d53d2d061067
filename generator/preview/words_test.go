package preview

import (
	"testing"

	"collate/generator/problem"
)

// Names of files are the writer's to choose, and the terminal is not theirs.
func TestNameChange(t *testing.T) {
	for want, names := range map[string][]string{
		"a file that came and went":    {},
		"content/a.md":                 {"content/a.md"},
		`content/\x1b[2J.md`:           {"content/\x1b[2J.md"},
		`content/\u202e.md and 1 more`: {"content/\u202e.md", "b"},
	} {
		if got := nameChange(names); got != want {
			t.Errorf("%q: got %s, want %s", names, got, want)
		}
	}
}

// What was wrong before is not told again, also where it stands on another
// line by now.
func TestCompareProblems(t *testing.T) {
	at := func(line int, message string) problem.Problem {
		return problem.Problem{Place: problem.Place{File: "a.md", Line: line}, Severity: problem.Warning,
			Message: message}
	}
	for _, c := range []struct {
		before, now problem.List
		added       int
		want        string
	}{
		{nil, problem.List{at(1, "a")}, 1, ""},
		{problem.List{at(1, "a")}, problem.List{at(2, "a")}, 0, ""},
		{problem.List{at(1, "a")}, problem.List{at(2, "a"), at(3, "a")}, 1, "1 new problem, 1 stays"},
		{problem.List{at(1, "a"), at(2, "b"), at(3, "c")}, problem.List{at(1, "a"), at(2, "c")}, 0,
			"1 problem mended, 2 stay"},
		{problem.List{at(1, "a"), at(2, "b")}, nil, 0, "2 problems mended"},
	} {
		added, mended := compareProblems(c.before, c.now)
		if got := tallyOf(len(added), mended, len(c.now)-len(added)); got != c.want || len(added) != c.added {
			t.Errorf("%v to %v: %d added, %q", c.before, c.now, len(added), got)
		}
	}
}
