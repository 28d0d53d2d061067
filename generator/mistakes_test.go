package generator_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"collate/generator"
	"collate/generator/problem"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestMistakes holds every common mistake to be told once, with its place and
// its remedy, and to have no other said of it. testdata/mistakes.txtar has a
// digest without a mistake, base/, and for each mistake a folder with the files
// that stand beside those of base/, or instead of them, and what is told, want.
// A file whose name ends in .quoted is a Go string.
func TestMistakes(t *testing.T) {
	const name = "testdata/mistakes.txtar"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]map[string][]byte{} // files by mistake and name
	for _, f := range archive.Files {
		mistake, file, _ := strings.Cut(f.Name, "/")
		if cases[mistake] == nil {
			cases[mistake] = map[string][]byte{}
		}
		if unquoted, ok := strings.CutSuffix(file, ".quoted"); ok {
			text, err := strconv.Unquote(strings.TrimSpace(string(f.Data)))
			if err != nil {
				t.Fatal(f.Name, err)
			}
			file, f.Data = unquoted, []byte(text)
		}
		cases[mistake][file] = f.Data
	}
	if len(cases) < 41 {
		t.Fatalf("there are %d mistakes", len(cases)-1)
	}
	for i, f := range archive.Files {
		mistake, want := strings.CutSuffix(f.Name, "/want")
		if !want {
			continue
		}
		t.Run(mistake, func(t *testing.T) {
			told := tell(t, cases["base"], cases[mistake])
			if mistake != "base" && (len(told) != 1 || told[0].Hint == "") {
				t.Errorf("a mistake is told once, with its remedy")
			}
			var got bytes.Buffer
			told.WriteText(&got, false)
			if os.Getenv("UPDATE_GOLDEN") != "" {
				archive.Files[i].Data = got.Bytes()
			} else if got.String() != string(f.Data) {
				t.Errorf("got:\n%s\nwant:\n%s", got.String(), f.Data)
			}
		})
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// tell makes a site of the files and gives what is told of them.
func tell(t *testing.T, base, files map[string][]byte) problem.List {
	t.Chdir(t.TempDir())
	for _, some := range []map[string][]byte{base, files} {
		for name, data := range some {
			if name == "want" {
				continue
			}
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	_, told, err := generator.Make(generator.Input{Content: "content",
		Now: time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return told
}
