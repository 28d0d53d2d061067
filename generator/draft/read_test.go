package draft

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"collate/generator/content"
	"collate/generator/value"

	"github.com/rogpeppe/go-internal/txtar"
)

// members are the files of a txtar archive.
func members(t *testing.T, file string) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

// TestRead reads testdata/read: an article, and what it says of itself.
func TestRead(t *testing.T) {
	files, _ := filepath.Glob("testdata/read/*.txtar")
	if len(files) < 6 {
		t.Fatalf("only %d articles", len(files))
	}
	for _, file := range files {
		m := members(t, file)
		a := Read(Decode([]byte(m["in"])))
		date := ""
		if !a.Date.IsZero() {
			date = a.Date.Format(time.DateOnly)
		}
		var texts []string
		for _, f := range FindAll(a.Text, value.Locale{Language: a.Language}) {
			texts = append(texts, oneLine(f.Text))
		}
		got := fmt.Sprintf("title: %s\ndate: %s\nsource: %s\nurl: %s\nauthor: %s\nlanguage: %s\nfigures: %s\n",
			a.Title, date, a.Source, a.URL, a.Author, a.Language, strings.Join(texts, "; ")) + also(a)
		if got != m["want"] {
			t.Errorf("%s\ngot\n%swant\n%s", file, got, m["want"])
		}
	}
}

// also is what few articles say of themselves.
func also(a Article) string {
	var b strings.Builder
	line := func(key, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, text)
		}
	}
	if a.Guessed {
		line("date", "guessed")
	}
	if !a.Updated.IsZero() {
		line("updated", a.Updated.Format(time.DateOnly))
	}
	line("via", a.Via)
	line("summary", a.Summary)
	for _, note := range a.Notes {
		line("note", note)
	}
	return b.String()
}

// TestDecode reads the bytes of testdata/bytes.txt: an encoding, a page in it,
// and the words that come out.
func TestDecode(t *testing.T) {
	data, err := os.ReadFile("testdata/bytes.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		cells := strings.SplitN(strings.TrimRight(line, "\n"), " | ", 3)
		if strings.HasPrefix(line, "#") || len(cells) < 3 {
			continue
		}
		written, err := strconv.Unquote(cells[1])
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if got := string(Decode([]byte(written))); !strings.HasSuffix(got, cells[2]) {
			t.Errorf("%s: got %q", cells[0], got)
		}
	}
}

// TestAgencies finds the agencies of testdata/agencies.txt: a paragraph or a
// byline, and the agency in it, or none.
func TestAgencies(t *testing.T) {
	data, err := os.ReadFile("testdata/agencies.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), " => ")
		if strings.HasPrefix(line, "#") || len(cells) != 2 {
			continue
		}
		kind, text, _ := strings.Cut(cells[0], ": ")
		got := agencyOf(text)
		if kind == "text" {
			got = agencyIn([]string{text})
		}
		if got != strings.TrimPrefix(cells[1], "none") {
			t.Errorf("%s\n got %q", line, got)
		}
	}
}

// TestSummaries drafts testdata/summaries: an article in a story, and the
// draft, in which lint finds nothing.
func TestSummaries(t *testing.T) {
	files, _ := filepath.Glob("testdata/summaries/*.txtar")
	if len(files) < 3 {
		t.Fatalf("only %d articles", len(files))
	}
	for _, file := range files {
		m := members(t, file)
		site := fstest.MapFS{"index.md": {Data: []byte("---\ntitle: Test\n---\n")}, "story/x.md": {Data: []byte("---\ntitle: X\ndate: 2026-01-01\nsource: X\n---\nText.\n")}}
		for name, text := range m {
			if strings.HasPrefix(name, "story/") {
				site[name] = &fstest.MapFile{Data: []byte(text)}
			}
		}
		read, _ := content.Read(site, content.Options{})
		a := Read([]byte(m["in"]))
		figures := Match(FindAll(a.Text, value.Locale{Language: a.Language}), KnownFigures(read.Stories[0]))
		got := Summary(a, figures, time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC), "en")
		if got != m["want"] {
			t.Errorf("%s\ngot\n%swant\n%s", file, got, m["want"])
		}
		site["story/draft.md"] = &fstest.MapFile{Data: []byte(got)}
		if _, problems := content.Read(site, content.Options{Drafts: true}); len(problems) > 0 {
			t.Errorf("%s: the draft has problems: %v", file, problems)
		}
	}
}
