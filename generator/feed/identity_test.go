package feed

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"collate/generator/digest"
	"collate/generator/folder"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestMoves holds ids of entries to stay, see testdata/moves.txt.
func TestMoves(t *testing.T) {
	a, err := txtar.ParseFile("testdata/moves.txt")
	if err != nil {
		t.Fatal(err)
	}
	lineUp := func(part string) *digest.Digest {
		files := fstest.MapFS{}
		for _, f := range a.Files {
			if name, ok := strings.CutPrefix(f.Name, part+"/"); ok {
				files[name] = &fstest.MapFile{Data: f.Data}
			}
		}
		site, problems := folder.Read(files, folder.Options{Prefix: "content"})
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		d, _ := digest.LineUp(site)
		return d
	}
	ids := func(d *digest.Digest) map[string]string {
		known, all := identify(d), map[string]string{}
		for _, sum := range d.Summaries() {
			all[sum.Title] = known.of(sum)
		}
		return all
	}
	before, after := ids(lineUp("before")), lineUp("after")
	moved := ids(after)
	late := moved["Late"]
	delete(moved, "Late")
	if !maps.Equal(before, moved) {
		t.Errorf("ids were\n%v, are\n%v", before, moved)
	}
	for title, id := range moved {
		if id == late {
			t.Errorf("the late summary has the id of %s", title)
		}
	}
	if first := latestOf(after.Summaries(), 1)[0]; first.Title != "Late" {
		t.Errorf("%s is first", first.Title)
	}
}
