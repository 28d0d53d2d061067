package diff

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"collate/generator/digest"
	"collate/generator/folder"

	"github.com/rogpeppe/go-internal/txtar"
)

// state reads the files of an archive below a folder.
func state(t *testing.T, a *txtar.Archive, below string) *digest.Digest {
	t.Helper()
	files := fstest.MapFS{"index.md": {Data: []byte("---\ntitle: D\n---\n")}}
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, below+"/"); ok {
			files[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	site, _ := folder.Read(files, folder.Options{Prefix: "content"})
	d, _ := digest.LineUp(site)
	return d
}

// A case is an archive: old/ and new/ are contents, and the members want.text
// and want.md what is said of them.
func TestCases(t *testing.T) {
	cases, _ := filepath.Glob("testdata/*.txtar")
	if len(cases) < 4 {
		t.Fatal("found hardly any case")
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			changes := Compare(state(t, a, "old"), state(t, a, "new"))
			for i, f := range a.Files {
				write := map[string]func(*bytes.Buffer, []Change) error{"want.text": WriteText,
					"want.md": WriteMarkdown}[f.Name]
				if write == nil {
					continue
				}
				var b bytes.Buffer
				if err := write(&b, changes); err != nil {
					t.Fatal(err)
				}
				if os.Getenv("UPDATE_GOLDEN") == "1" {
					a.Files[i].Data = b.Bytes()
				} else if b.String() != string(f.Data) {
					t.Errorf("%s:\n got\n%s\nwant\n%s", f.Name, b.String(), f.Data)
				}
			}
			if os.Getenv("UPDATE_GOLDEN") == "1" {
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// Whatever is edited, a state doesn't differ from itself, and the other way
// round the same differs.
func TestMirror(t *testing.T) {
	for seed := range uint64(200) {
		a, b := randomState(t, seed), randomState(t, seed+1)
		if same := Compare(a, a); len(same) > 0 {
			t.Fatalf("seed %d: a state differs from itself: %v", seed, same)
		}
		there, back := Compare(a, b), Compare(b, a)
		for i := range back {
			back[i] = mirrored(back[i])
		}
		if x, y := sorted(there), sorted(back); !slices.Equal(x, y) {
			t.Fatalf("seed %d: there\n%s\nand back\n%s", seed, strings.Join(x, "\n"), strings.Join(y, "\n"))
		}
	}
}

// randomState is one of few stories with few sources and values, so that much of
// two is the same.
func randomState(t *testing.T, seed uint64) *digest.Digest {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 0))
	a := &txtar.Archive{}
	for story := range 2 {
		a.Files = append(a.Files, txtar.File{Name: fmt.Sprintf("x/s%d/index.md", story),
			Data: []byte("---\nchecks: [\"A = B + C\"]\n---\n")})
		for source := range 4 {
			if r.IntN(5) == 0 {
				continue
			}
			var b strings.Builder
			fmt.Fprintf(&b, "---\ntitle: T\ndate: 2026-01-0%d\nsource: S%d\nfigures:\n", source+1, source)
			for _, name := range []string{"A", "B", "C"} {
				switch n := 1 + r.IntN(3); r.IntN(5) {
				case 0:
				case 1:
					fmt.Fprintf(&b, "  %s:\n    - {value: %d, by: X}\n    - {value: %d, by: Y}\n", name, n, n+r.IntN(2))
				case 2:
					fmt.Fprintf(&b, "  %s: {value: %d, as_of: 2026-01-0%d}\n", name, n, 1+r.IntN(2))
				default:
					fmt.Fprintf(&b, "  %s: %d\n", name, n)
				}
			}
			b.WriteString("---\nText.\n")
			a.Files = append(a.Files, txtar.File{Name: fmt.Sprintf("x/s%d/a%d.md", story, source),
				Data: []byte(b.String())})
		}
	}
	return state(t, a, "x")
}

func mirrored(c Change) Change {
	c.Kind = map[Kind]Kind{Added: Withdrawn, Withdrawn: Added}[c.Kind] + map[Kind]Kind{Changed: Changed,
		Agreement: Agreement, Checked: Checked}[c.Kind]
	c.Old, c.New = c.New, c.Old
	return c
}

// sorted are changes as text, without the claimant of a changed value, which is
// the new one's.
func sorted(changes []Change) []string {
	var all []string
	for _, c := range changes {
		if c.Kind == Changed {
			c.Claimant = ""
		}
		all = append(all, fmt.Sprint(c))
	}
	slices.Sort(all)
	return all
}
