package article_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"collate/generator/article"
	"collate/generator/draft"
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
		a := article.Read(article.Decode([]byte(m["in"])))
		date := ""
		if !a.Date.IsZero() {
			date = a.Date.Format(time.DateOnly)
		}
		var texts []string
		for _, f := range draft.FindAll(a.Text, value.Locale{Language: a.Language}) {
			texts = append(texts, strings.Join(strings.Fields(f.Text), " "))
		}
		got := fmt.Sprintf("title: %s\ndate: %s\nsource: %s\nurl: %s\nauthor: %s\nlanguage: %s\nfigures: %s\n",
			a.Title, date, a.Source, a.URL, a.Author, a.Language, strings.Join(texts, "; ")) + also(a)
		if got != m["want"] {
			t.Errorf("%s\ngot\n%swant\n%s", file, got, m["want"])
		}
	}
}

// also is what few articles say of themselves.
func also(a article.Article) string {
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
		if got := string(article.Decode([]byte(written))); !strings.HasSuffix(got, cells[2]) {
			t.Errorf("%s: got %q", cells[0], got)
		}
	}
}
