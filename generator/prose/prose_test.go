package prose_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/prose"

	"github.com/rogpeppe/go-internal/txtar"
)

// check gives the warnings for a folder of content, as text.
func check(t *testing.T, fsys fs.FS) string {
	t.Helper()
	site, problems := folder.Read(fsys, folder.Options{Prefix: "content", Drafts: true})
	if problems.HasErrors() {
		t.Fatal(problems.Errors())
	}
	d, _ := digest.LineUp(site)
	problems = nil
	for _, s := range d.Summaries() {
		problems = append(problems, prose.Check(s, d.Config.Locale())...)
	}
	problems.Sort()
	var b strings.Builder
	problems.WriteText(&b, false)
	return b.String()
}

// TestCases runs testdata/*.txtar: content, and the warnings that are wanted.
func TestCases(t *testing.T) {
	wanted := false
	archive, err := txtar.ParseFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for i, f := range archive.Files {
		if f.Name != "want" {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
			continue
		}
		want := string(f.Data)
		wanted = wanted || want != ""
		got := check(t, fsys)
		if os.Getenv("UPDATE_GOLDEN") != "" {
			archive.Files[i].Data = []byte(got)
			if err := os.WriteFile("testdata/cases.txtar", txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if got != want {
			t.Errorf("got:\n%s\nwant:\n%s", got, want)
		}
	}
	if !wanted {
		t.Error("nothing is wanted")
	}
}

// TestNoFalseAlarm holds the real content to raise no warning.
func TestNoFalseAlarm(t *testing.T) {
	for _, dir := range []string{"../../content", "../starter/files/content"} {
		if got := check(t, os.DirFS(dir)); got != "" {
			t.Errorf("%s:\n%s", dir, got)
		}
	}
}
