package folder_test

import (
	"bytes"
	"collate/generator/folder"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestCache reads every case of testdata again and again, with each of its
// files missing, spoilt and back: what Read says must be the same as without
// a memory.
func TestCache(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tree := fstest.MapFS{}
		for _, f := range archive.Files {
			if f.Name != "problems" && f.Name != "want" {
				member(t, tree, f)
			}
		}
		o := options(t, string(archive.Comment))
		cache := new(folder.Cache)
		same := func(what string, changed []string) {
			got, gotProblems := cache.Read(tree, o, changed)
			want, wantProblems := folder.Read(tree, o)
			var a, b bytes.Buffer
			gotProblems.WriteText(&a, false)
			wantProblems.WriteText(&b, false)
			if dump(got) != dump(want) || a.String() != b.String() {
				t.Errorf("%s: %s:\n%s\n%s\nwant:\n%s\n%s", name, what, dump(got), &a, dump(want), &b)
			}
		}
		same("at first", nil)
		for file, whole := range tree {
			delete(tree, file)
			same(file+" missing", []string{file})
			tree[file] = whole
			same(file+" back", []string{file})
			half := *whole
			half.Data = whole.Data[:len(whole.Data)/2]
			tree[file] = &half
			same(file+" spoilt", []string{file})
			tree[file] = whole
			same(file+" mended", []string{file})
		}
	}
}

// TestMemoryKeeps makes sure that a story whose files are the same is the same
// story, and that others are not.
func TestMemoryKeeps(t *testing.T) {
	summary := func(title string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: " + title + "\ndate: 2026-02-27\nsource: A\n---\n")}
	}
	tree := fstest.MapFS{
		"index.md": {Data: []byte("---\ntitle: T\nurl: https://t.example/\n---\n")},
		"a/x.md":   summary("x"), "b/y.md": summary("y"),
	}
	cache := new(folder.Cache)
	first, _ := cache.Read(tree, folder.Options{}, nil)
	tree["b/y.md"] = summary("z")
	second, _ := cache.Read(tree, folder.Options{}, []string{"b/y.md"})
	if first.Stories[0] != second.Stories[0] {
		t.Error("a story was put together again from the same files")
	}
	if first.Stories[1] == second.Stories[1] || second.Stories[1].Summaries[0].Title != "z" {
		t.Error("a change was not noticed")
	}
}

// TestMemoryTime lets time pass, and sets it back: a summary is there from its
// date on.
func TestMemoryTime(t *testing.T) {
	tree := fstest.MapFS{"a/x.md": {Data: []byte("---\ntitle: x\ndate: 2026-02-27\nsource: A\n---\n")}}
	cache := new(folder.Cache)
	for _, day := range []int{26, 28, 27, 26, 28} {
		o := folder.Options{Now: time.Date(2026, 2, day, 0, 0, 0, 0, time.UTC)}
		for _, changed := range [][]string{{}, {"a/x.md"}, nil} {
			site, _ := cache.Read(tree, o, changed)
			if got, want := len(site.Stories), min(1, day/27); got != want || site.Later != 1-want {
				t.Errorf("on day %d, %v changed: %d stories, %d later", day, changed, got, site.Later)
			}
		}
	}
}
