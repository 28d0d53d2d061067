package torture

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// The most that hostile content may cost.
const (
	maxTime   = 5 * time.Second // of a processor; the quick form allows a slow one
	maxMemory = 500 << 20       // bytes
	maxSaid   = 1 << 20         // bytes of problems
)

var placed = regexp.MustCompile(`(?m)^content[^\n]*: error: [^\n]+$`)

// attempt builds the content in a folder, and lints it. Want is what has to come of it:
// "site" is a safe site, "either" that or a problem, and anything else a
// problem that says so.
func attempt(t *testing.T, dir, want string) {
	t.Helper()
	before := tree(t, dir)
	r := collate(t, dir, "build")
	bounded(t, r)
	bounded(t, collate(t, dir, "lint"))
	after := tree(t, dir)
	site := map[string]string{}
	for name, text := range after {
		if path, published := strings.CutPrefix(name, "public/"); published {
			site[path] = text
			delete(after, name)
		} else if strings.HasPrefix(name, ".collate/") {
			delete(after, name)
		}
	}
	if d := differences(after, before); d != "" {
		t.Errorf("outside public: %s", d)
	}
	switch {
	case r.status == 0 && (want == "site" || want == "either"):
		for i, fault := range examine(site) {
			if i < 10 {
				t.Error(fault)
			}
		}
		if site["index.html"] == "" {
			t.Error("the site has no home page")
		}
	case r.status == 1 && want != "site":
		if !placed.MatchString(r.stderr) {
			t.Errorf("no problem with a place: %.500s", r.stderr)
		}
		if want != "either" && !strings.Contains(r.stderr, want) {
			t.Errorf("want %s, got %.1000s", want, r.stderr)
		}
		if _, err := os.Stat(dir + "/public"); !errors.Is(err, fs.ErrNotExist) {
			t.Error("something was published in spite of errors")
		}
	default:
		t.Errorf("status %d, want %s: %.1000s", r.status, want, strings.Join(placed.FindAllString(r.stderr, -1), "\n"))
	}
}

// bounded looks at what a run has cost and printed.
func bounded(t *testing.T, r ended) {
	t.Helper()
	if r.spent > maxTime*time.Duration(pick(5, 1)) {
		t.Errorf("it took %v", r.spent)
	}
	if r.memory > maxMemory {
		t.Errorf("it took %d MB", r.memory>>20)
	}
	said := r.stdout + r.stderr
	if len(said) > maxSaid {
		t.Errorf("it said %d bytes", len(said))
	}
	if i := strings.IndexFunc(said, obeyed); i >= 0 {
		t.Errorf("a character that terminals obey: %q", said[max(0, i-20):min(len(said), i+20)])
	}
	if strings.Contains(said, "goroutine ") || strings.Contains(said, "panic") {
		t.Errorf("it fell: %.2000s", said)
	}
}

// obeyed reports whether a terminal does something with a character other
// than showing it.
func obeyed(r rune) bool {
	return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 ||
		r == 0x200e || r == 0x200f || r == 0x061c
}
