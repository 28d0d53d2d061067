package importer_test

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"collate/generator/folder"
	"collate/generator/importer"

	"github.com/rogpeppe/go-internal/txtar"
)

// seed adds the input files of the cases whose name begins so.
func seed(f *testing.F, kind string) {
	cases, _ := filepath.Glob("testdata/" + kind + "*.txtar")
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasPrefix(file.Name, "in/") {
				f.Add(file.Data)
			}
		}
	}
}

// readable holds files to be content without an error.
func readable(t *testing.T, files []importer.File) {
	fsys := fstest.MapFS{"index.md": {Data: []byte("---\ntitle: T\n---\n")}}
	for _, f := range files {
		fsys[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	_, problems := folder.Read(fsys, folder.Options{Prefix: "content", Drafts: true})
	if problems.HasErrors() {
		var b strings.Builder
		problems.WriteText(&b, false)
		t.Error(b.String())
	}
}

// FuzzFeed holds any feed to give drafts that can be read.
func FuzzFeed(f *testing.F) {
	seed(f, "feed")
	f.Fuzz(func(t *testing.T, data []byte) {
		files, _, err := importer.Feed(data, "https://x.example/",
			importer.Options{Story: "inbox", Limit: 5, Today: today})
		if err == nil {
			readable(t, files)
		}
	})
}

// FuzzSite holds any post to give a file that can be read.
func FuzzSite(f *testing.F) {
	seed(f, "hugo")
	seed(f, "jekyll")
	f.Fuzz(func(t *testing.T, data []byte) {
		for kind, name := range map[importer.Kind]string{importer.Hugo: "content/posts/a.md",
			importer.Jekyll: "_posts/2026-01-01-a.md"} {
			files, _, _, err := importer.Site(fstest.MapFS{name: {Data: data}}, kind)
			if err == nil {
				readable(t, files)
			}
		}
	})
}
