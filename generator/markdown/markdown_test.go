package markdown

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestCorpus runs testdata/*.txtar. A case is name.md and what it gives:
// name.html; name.problems, which has to be there if there are any; and, where
// asked for, name.found: headings, references, links, fences and the excerpt.
// The archive's comment may have lines "language: de", "prefix: p_",
// "shift: 1". UPDATE_GOLDEN=1 writes what was got.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d archives, expected more; error: %v", len(files), err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var got []txtar.File
		for _, f := range a.Files {
			if name, ok := strings.CutSuffix(f.Name, ".md"); ok {
				got = append(got, result(t, a, name, f)...)
			}
		}
		old := string(txtar.Format(a))
		a.Files = got
		if now := string(txtar.Format(a)); now != old {
			t.Errorf("%s: %s", file, difference(old, now))
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// result gives the members of the archive for one case.
func result(t *testing.T, a *txtar.Archive, name string, source txtar.File) []txtar.File {
	setting := func(key string) string {
		_, rest, _ := strings.Cut("\n"+string(a.Comment), "\n"+key+": ")
		value, _, _ := strings.Cut(rest, "\n")
		return value
	}
	d := Parse(string(source.Data), Position{File: name + ".md", Line: 1, Language: setting("language")})
	o := RenderOptions{Reference: look, Fence: show, Link: move}
	fmt.Sscan(setting("shift"), &o.HeadingShift)
	var b bytes.Buffer
	if err := d.Render(&b, o); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	files := []txtar.File{source, {Name: name + ".html", Data: b.Bytes()}}
	if problems := problems(d); problems != "" {
		files = append(files, txtar.File{Name: name + ".problems", Data: []byte(problems)})
	}
	for _, f := range a.Files {
		if f.Name == name+".found" {
			files = append(files, txtar.File{Name: f.Name, Data: []byte(found(d))})
		}
	}
	return files
}

// look knows one figure on which sources differ, one without a page, and takes
// others for agreed.
func look(r Reference) Inline {
	switch r.Name {
	case "Round total":
		return Inline{Text: "$110B", URL: "../#round-total", Mark: "≠", Title: `2 camps: "$110B" & $120B`}
	case "Pageless":
		return Inline{Text: "<3%"}
	}
	return Inline{Text: "[" + r.Written + "]", URL: "#x"}
}

func show(b *bytes.Buffer, f Fence) error {
	_, err := fmt.Fprintf(b, "<%s-fence>\n", f.Kind)
	return err
}

func move(destination string) string {
	return strings.Replace(destination, ".md", "/", 1)
}

func problems(d *Document) string {
	var b strings.Builder
	for _, p := range d.Problems() {
		fmt.Fprintf(&b, "%d:%d: %s: %s", p.Line, p.Column, p.Severity, p.Message)
		if p.Hint != "" {
			fmt.Fprintf(&b, " (%s)", p.Hint)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func found(d *Document) string {
	var b strings.Builder
	for _, h := range d.Headings() {
		fmt.Fprintf(&b, "heading %d %s %q\n", h.Level, h.ID, h.Text)
	}
	for _, r := range d.References() {
		fmt.Fprintf(&b, "reference %d:%d story %q name %q written %q words %q line %q\n",
			r.Place.Line, r.Place.Column, r.Story, r.Name, r.Written, r.Words, r.Line)
	}
	for _, l := range d.Links() {
		fmt.Fprintf(&b, "link %d:%d %q image %v\n", l.Place.Line, l.Place.Column, l.Destination, l.Image)
	}
	for _, f := range d.Fences() {
		fmt.Fprintf(&b, "fence %d:%d %s\n", f.Place.Line, f.Place.Column, f.Kind)
		for _, a := range f.Arguments {
			fmt.Fprintf(&b, "  %d:%d %s", a.Place.Line, a.Place.Column, a.Key)
			for _, v := range a.Values {
				fmt.Fprintf(&b, " %d:%d %q", v.Place.Line, v.Place.Column, v.Text)
			}
			b.WriteByte('\n')
		}
	}
	fmt.Fprintf(&b, "excerpt %q\n", d.Excerpt(look))
	return b.String()
}

// difference shows the first line that is not the same.
func difference(old, now string) string {
	a, b := strings.Split(old, "\n"), strings.Split(now, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\ngot  %s\nwant %s", i+1, b[i], a[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(b), len(a))
}
