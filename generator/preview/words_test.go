package preview

import "testing"

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
