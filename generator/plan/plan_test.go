package plan

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestAdd(t *testing.T) {
	table, err := os.ReadFile("testdata/paths.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		t.Run(line, func(t *testing.T) {
			paths, want, _ := strings.Cut(line, "  ")
			if got := add(t, New(), paths); got != strings.TrimSpace(want) {
				t.Errorf("got  %s\nwant %s", got, strings.TrimSpace(want))
			}
		})
	}
}

// add plans the paths and gives the message that the last one gets.
func add(t *testing.T, p *Plan, paths string) string {
	message := "ok"
	for i := 0; paths != ""; i++ {
		path, err := strconv.QuotedPrefix(paths)
		if err == nil {
			paths = strings.TrimSpace(paths[len(path):])
			path, _ = strconv.Unquote(path)
		} else {
			path, paths, _ = strings.Cut(paths, " ")
		}
		if message != "ok" {
			t.Fatalf("a path before the last was refused: %s", message)
		}
		origin := string(rune('a'+i)) + ".md"
		problem := p.Add(path, origin, nil)
		_, planned := p.File(path)
		switch {
		case problem == nil && !planned:
			t.Errorf("%q was neither planned nor refused", path)
		case problem == nil:
		case problem.File != origin || problem.Hint == "":
			t.Errorf("problem is at %q with hint %q", problem.File, problem.Hint)
		default:
			message = problem.Message
		}
	}
	return message
}

// A clash is a problem of the content file, whoever asked first.
func TestClashPlace(t *testing.T) {
	for _, origins := range [][2]string{{"content/a.csv", "the data files"}, {"the data files", "content/a.csv"}} {
		p := New()
		p.Add("a.csv", origins[0], nil)
		problem := p.Add("a.csv", origins[1], nil)
		if problem == nil || problem.File != "content/a.csv" ||
			problem.Message != `"a.csv" is also published by the data files` {
			t.Errorf("%v: %+v", origins, problem)
		}
	}
}

func TestLongName(t *testing.T) {
	if p := New().Add(strings.Repeat("語", 85), "a.md", nil); p != nil {
		t.Errorf("255 bytes refused: %s", p.Message)
	}
	if p := New().Add(strings.Repeat("語", 86), "a.md", nil); p == nil {
		t.Error("258 bytes taken")
	}
}

// A refused path leaves no trace: neither the file nor its folders are taken.
func TestRefusedLeavesNothing(t *testing.T) {
	p := New()
	p.Add("a", "a.md", nil)
	for _, path := range []string{"a/b/c", "x/con"} {
		if p.Add(path, "b.md", nil) == nil {
			t.Fatalf("%s was taken", path)
		}
	}
	if problem := p.Add("x", "b.md", nil); problem != nil || len(p.Paths()) != 2 {
		t.Errorf("%v, %v", p.Paths(), problem)
	}
}

func TestPaths(t *testing.T) {
	p := New()
	for _, path := range []string{"b", "a/c", "a-b", "C"} {
		p.Add(path, path+".md", func(w *bytes.Buffer) error { _, err := w.WriteString(path); return err })
	}
	if got, want := p.Paths(), []string{"C", "a-b", "a/c", "b"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	var page bytes.Buffer
	if f, _ := p.File("a/c"); f.Origin != "a/c.md" || f.Render(&page) != nil || page.String() != "a/c" {
		t.Errorf("origin %q renders %q", f.Origin, page.String())
	}
	for path, want := range map[string]string{"B": "b", "a/c": "a/c", "A": "", "d": ""} {
		if got, _ := p.Like(path); got != want {
			t.Errorf("Like(%q) = %q, want %q", path, got, want)
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	for b.Loop() {
		p := New()
		for i := range 100_000 {
			p.Add(fmt.Sprintf("story-%d/summary-%d/index.html", i/8, i), "a.md", nil)
		}
	}
}

// TestAgain fills a plan that expects earlier paths with those, fewer, more
// and others: it must be what a new plan is.
func TestAgain(t *testing.T) {
	before := []string{"index.html", "a/index.html", "a/feed.xml", "b/index.html"}
	for _, after := range [][]string{
		before,
		before[:2],
		append(slices.Clone(before), "c/index.html"),
		{"index.html", "A/index.html", "b/index.html"},
		{"index.html", "a", "b/index.html", "a/x"},
		{"index.html", "a/index.html", "a/index.html", "a/feed.xml"},
		{},
	} {
		first := New()
		for _, path := range before {
			first.Add(path, "before", nil)
		}
		again, fresh := first.Again(), New()
		for i, path := range after {
			origin := strconv.Itoa(i)
			got, want := again.Add(path, origin, nil), fresh.Add(path, origin, nil)
			if (got == nil) != (want == nil) || got != nil && got.Message != want.Message {
				t.Errorf("%v: %s: got %v, want %v", after, path, got, want)
			}
		}
		if !slices.Equal(again.Paths(), fresh.Paths()) {
			t.Errorf("%v: got %v, want %v", after, again.Paths(), fresh.Paths())
		}
		for _, path := range append(before, "A/index.html", "a", "c/index.html") {
			got, gotOK := again.File(path)
			want, wantOK := fresh.File(path)
			if gotOK != wantOK || got.Origin != want.Origin {
				t.Errorf("%v: File(%s): got %v %v, want %v %v", after, path, got, gotOK, want, wantOK)
			}
			gotLike, gotOK := again.Like(strings.ToUpper(path))
			wantLike, wantOK := fresh.Like(strings.ToUpper(path))
			if gotOK != wantOK || gotOK && gotLike != wantLike {
				t.Errorf("%v: Like(%s): got %v %v, want %v %v", after, path, gotLike, gotOK, wantLike, wantOK)
			}
		}
	}
}
