package importer_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"collate/generator/folder"
	"collate/generator/importer"
	"collate/generator/problem"
	"collate/generator/value"

	"github.com/rogpeppe/go-internal/txtar"
)

var today = time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC)

// TestCases runs testdata/*.txtar: files under in/, and what is made of them
// under out/, with what is told in out/PROBLEMS. The first word of a file's
// name says what it is: feed, hugo or jekyll.
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) < 5 {
		t.Errorf("only %d cases", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := fstest.MapFS{}
			result := &txtar.Archive{Comment: archive.Comment}
			for _, f := range archive.Files {
				if name, ok := strings.CutPrefix(f.Name, "in/"); ok {
					in[name] = &fstest.MapFile{Data: f.Data}
					result.Files = append(result.Files, f)
				}
			}
			kind, _, _ := strings.Cut(filepath.Base(file), "-")
			result.Files = append(result.Files, run(t, strings.TrimSuffix(kind, ".txtar"), in)...)
			got := txtar.Format(result)
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := txtar.Format(archive); !bytes.Equal(got, want) {
				t.Errorf("got:\n%s", got)
			}
		})
	}
}

// run imports, and holds the result to be content without an error.
func run(t *testing.T, kind string, in fstest.MapFS) []txtar.File {
	var files []importer.File
	var problems problem.List
	var account importer.Account
	var err error
	if kind == "feed" {
		files, _, err = importer.Feed(in["feed"].Data, "https://ferrypost.example/feed", importer.Options{
			Story: "inbox", Limit: 3, Today: today, Locale: value.Locale{Language: "en"},
			Have: map[string]bool{"https://ferrypost.example/known": true},
		})
	} else {
		files, account, problems, err = importer.Site(in, importer.Kind(kind))
	}
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{"index.md": {Data: []byte("---\ntitle: T\n---\n")}}
	var out []txtar.File
	for _, f := range files {
		out = append(out, txtar.File{Name: "out/" + f.Path, Data: f.Data})
		fsys[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	var told strings.Builder
	problems.WriteText(&told, false)
	if told.Len() > 0 {
		out = append(out, txtar.File{Name: "out/PROBLEMS", Data: []byte(told.String())})
	}
	if kind != "feed" {
		out = append(out, txtar.File{Name: "out/ACCOUNT", Data: []byte(strings.Join(account.Lines(), "\n") + "\n")})
	}
	if _, read := folder.Read(fsys, folder.Options{Prefix: "content", Drafts: true}); read.HasErrors() {
		var b strings.Builder
		read.WriteText(&b, false)
		t.Errorf("what was brought over has errors:\n%s", b.String())
	}
	return out
}

// TestRefused tells what can't be imported.
func TestRefused(t *testing.T) {
	for _, data := range []string{"", "x", "<html></html>", "<rss>", "{}", "\x00\xff", "<?xml version=\"1.0\"?><a/>"} {
		if files, _, err := importer.Feed([]byte(data), "", importer.Options{Limit: 5}); err == nil && len(files) > 0 {
			t.Errorf("%q gave %d files", data, len(files))
		}
	}
	if _, _, _, err := importer.Site(fstest.MapFS{"x.txt": {}}, importer.Hugo); err == nil ||
		!strings.Contains(err.Error(), "content/") {
		t.Errorf("an empty site: %v", err)
	}
}

// TestHostile holds deep and long feeds to be done in reasonable memory: what
// is deeper than anybody writes is left out.
func TestHostile(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<rss version="2.0"><channel><title>T</title><item><title>Deep</title><description>`)
	b.WriteString(strings.Repeat("&lt;div&gt;", 20000) + "$5M")
	b.WriteString(`</description></item></channel></rss>`)
	files, _, err := importer.Feed([]byte(b.String()), "", importer.Options{Story: "inbox", Limit: 5, Today: today})
	if err != nil || len(files) != 1 || strings.Contains(string(files[0].Data), "$5M") {
		t.Error(fmt.Sprint(err), files)
	}
}
