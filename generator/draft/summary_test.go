package draft

import (
	"collate/generator/article"
	"collate/generator/folder"
	"collate/generator/value"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

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

// TestSummaries drafts testdata/summaries: an article in a story, and the
// draft, in which lint finds nothing.
func TestSummaries(t *testing.T) {
	files, _ := filepath.Glob("testdata/summaries/*.txtar")
	if len(files) < 3 {
		t.Fatalf("only %d articles", len(files))
	}
	for _, file := range files {
		m := members(t, file)
		site := fstest.MapFS{"index.md": {Data: []byte("---\ntitle: Test\n---\n")},
			"story/x.md": {Data: []byte("---\ntitle: X\ndate: 2026-01-01\nsource: X\n---\nText.\n")}}
		for name, text := range m {
			if strings.HasPrefix(name, "story/") {
				site[name] = &fstest.MapFile{Data: []byte(text)}
			}
		}
		read, _ := folder.Read(site, folder.Options{})
		a := article.Read([]byte(m["in"]))
		figures := Match(FindAll(a.Text, value.Locale{Language: a.Language}), KnownFigures(read.Stories[0]))
		got := Summary(a, figures, time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC), "en")
		if got != m["want"] {
			t.Errorf("%s\ngot\n%swant\n%s", file, got, m["want"])
		}
		site["story/draft.md"] = &fstest.MapFile{Data: []byte(got)}
		if _, problems := folder.Read(site, folder.Options{Drafts: true}); len(problems) > 0 {
			t.Errorf("%s: the draft has problems: %v", file, problems)
		}
	}
}
