package digest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"collate/generator/content"
	"collate/generator/folder"
	"collate/generator/problem"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestCases lines up the content tree of each archive. Its comment says which
// parts of the digest are wanted: "show: rows checks".
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) < 30 {
		t.Fatal(len(names), "cases were found", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := outcome(t, a)
			if os.Getenv("UPDATE_GOLDEN") != "" {
				update(t, name, a, got)
				return
			}
			for _, f := range a.Files {
				want, judged := got[f.Name]
				if judged && want != string(f.Data) {
					t.Errorf("%s:\n got\n%s\nwant\n%s", f.Name, want, f.Data)
				}
				delete(got, f.Name)
			}
			for name, text := range got {
				if text != "" {
					t.Errorf("%s is not in the archive:\n%s", name, text)
				}
			}
		})
	}
}

// outcome is what an archive ought to have as its members problems and want.
func outcome(t *testing.T, a *txtar.Archive) map[string]string {
	t.Helper()
	site, problems := read(a)
	d, more := LineUp(site)
	var told bytes.Buffer
	if err := append(problems, more...).WriteText(&told, false); err != nil {
		t.Fatal(err)
	}
	_, show, _ := strings.Cut(string(a.Comment), "show:")
	show, _, _ = strings.Cut(show, "\n")
	return map[string]string{"problems": told.String(), "want": dump(d, strings.Fields(show))}
}

func read(a *txtar.Archive) (*content.Site, problem.List) {
	files := fstest.MapFS{}
	for _, f := range a.Files {
		if f.Name != "problems" && f.Name != "want" {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return folder.Read(files, folder.Options{Prefix: "content", Now: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)})
}

// update writes the archive anew with what came out.
func update(t *testing.T, name string, a *txtar.Archive, got map[string]string) {
	t.Helper()
	var kept []txtar.File
	for _, f := range a.Files {
		if _, judged := got[f.Name]; !judged {
			kept = append(kept, f)
		}
	}
	for _, member := range []string{"problems", "want"} {
		if got[member] != "" {
			kept = append(kept, txtar.File{Name: member, Data: []byte(got[member])})
		}
	}
	a.Files = kept
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}
