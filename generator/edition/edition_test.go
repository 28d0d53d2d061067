package edition

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"collate/generator/digest"
	"collate/generator/folder"

	"github.com/rogpeppe/go-internal/txtar"
)

// A case is an archive of content; its member want says what each week's
// edition has.
func TestCases(t *testing.T) {
	cases, _ := filepath.Glob("testdata/*.txtar")
	if len(cases) < 3 {
		t.Fatal("found hardly any case")
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			files, want := fstest.MapFS{}, -1
			for i, f := range a.Files {
				if f.Name == "want" {
					want = i
					continue
				}
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			site, problems := folder.Read(files, folder.Options{Prefix: "content"})
			if problems.HasErrors() {
				t.Fatal(problems)
			}
			d, _ := digest.LineUp(site)
			got := dump(d)
			if again := dump(d); !bytes.Equal(got, again) {
				t.Error("asked twice, it differs")
			}
			if os.Getenv("UPDATE_GOLDEN") == "1" {
				a.Files[want].Data = got
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if !bytes.Equal(got, a.Files[want].Data) {
				t.Errorf("got\n%s\nwant\n%s", got, a.Files[want].Data)
			}
		})
	}
}

func dump(d *digest.Digest) []byte {
	var b bytes.Buffer
	all := New(d)
	for _, w := range all.Weeks {
		e := all.Of(w)
		fmt.Fprintf(&b, "%s from %s, %d reports\n", w.Name(), w.From.Format("Mon 2006-01-02 MST"), len(w.Summaries))
		for _, p := range e.New {
			fmt.Fprintln(&b, "  new", p.Story.Slug, len(p.Summaries))
		}
		for _, p := range e.Others {
			fmt.Fprintln(&b, "  also", p.Story.Slug, len(p.Summaries))
		}
		for _, m := range e.Moved {
			fmt.Fprintln(&b, "  moved", m.Row.Name, "from", m.From.Value.Written, "to", m.To.Value.Written)
		}
		for _, turn := range e.Differ {
			fmt.Fprintln(&b, "  differ", turn.Row.Name, "were", turn.Before)
		}
		for _, turn := range e.Settled {
			fmt.Fprintln(&b, "  settled", turn.Row.Name, turn.Row.Kind)
		}
		for _, c := range e.Checks {
			fmt.Fprintln(&b, "  check", c.Check, c.Source, c.Old, "->", c.New)
		}
		for _, r := range e.Corrected {
			fmt.Fprintln(&b, "  corrected", r.Row.Name, r.Value.Written)
		}
		for _, c := range e.Corrections {
			fmt.Fprintln(&b, "  correction", c.Figure, c.Old, "->", c.New)
		}
		if e.Quiet() {
			fmt.Fprintln(&b, "  quiet")
		}
	}
	return b.Bytes()
}
