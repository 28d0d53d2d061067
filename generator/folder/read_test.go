package folder_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"collate/generator/content"
	"collate/generator/folder"
	"collate/generator/frontmatter"

	"github.com/rogpeppe/go-internal/txtar"
)

// Each file of testdata is a content folder, with members problems (what Read
// says about it) and want (what it reads, as dump writes it). A member whose
// name ends in .quoted is a Go string, for bytes that an archive can't hold.
// The comment of the archive may hold the options drafts, future and now.
func TestRead(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			tree, expected := fstest.MapFS{}, map[string]string{}
			for _, f := range archive.Files {
				if f.Name == "problems" || f.Name == "want" {
					expected[f.Name] = string(f.Data)
					continue
				}
				member(t, tree, f)
			}
			site, problems := folder.Read(tree, options(t, string(archive.Comment)))
			var text bytes.Buffer
			if err := problems.WriteText(&text, false); err != nil {
				t.Fatal(err)
			}
			got := map[string]string{"problems": text.String(), "want": dump(site)}
			if os.Getenv("UPDATE_GOLDEN") != "" {
				update(t, name, archive, got)
				return
			}
			for _, kind := range []string{"problems", "want"} {
				if want, ok := expected[kind]; (ok || kind == "problems") && got[kind] != want {
					t.Errorf("%s:\n%s\nwant:\n%s", kind, got[kind], want)
				}
			}
		})
	}
}

func TestReadNowhere(t *testing.T) {
	site, problems := folder.Read(os.DirFS(filepath.Join(t.TempDir(), "none")), folder.Options{Prefix: "content"})
	if site == nil || len(problems) != 1 || problems[0].Place.String() != "content" || problems[0].Hint == "" {
		t.Errorf("%+v", problems)
	}
}

// member puts a file of an archive into the tree.
func member(t *testing.T, tree fstest.MapFS, f txtar.File) {
	name, data, mode := f.Name, f.Data, fs.FileMode(0)
	if n, ok := strings.CutSuffix(name, ".quoted"); ok {
		s, err := strconv.Unquote(strings.TrimSpace(string(data)))
		if err != nil {
			t.Fatal(name, err)
		}
		name, data = n, []byte(s)
	}
	if n, ok := strings.CutSuffix(name, ".link"); ok {
		name, mode = n, fs.ModeSymlink
	}
	tree[name] = &fstest.MapFile{Data: data, Mode: mode}
}

// options reads the comment of an archive.
func options(t *testing.T, comment string) folder.Options {
	o := folder.Options{Prefix: "content", Now: time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)}
	for word := range strings.FieldsSeq(comment) {
		switch {
		case word == "drafts":
			o.Drafts = true
		case word == "future":
			o.Future = true
		case strings.HasPrefix(word, "url="):
			o.URL = word[4:]
		case strings.HasPrefix(word, "//"):
			return o
		}
	}
	return o
}

// update writes what was read into an archive that asks for it.
func update(t *testing.T, name string, archive *txtar.Archive, got map[string]string) {
	files := archive.Files[:0:0]
	want := false
	for _, f := range archive.Files {
		want = want || f.Name == "want"
		if f.Name != "problems" && f.Name != "want" {
			files = append(files, f)
		}
	}
	if want {
		files = append(files, txtar.File{Name: "want", Data: []byte(got["want"])})
	}
	if got["problems"] != "" {
		files = append(files, txtar.File{Name: "problems", Data: []byte(got["problems"])})
	}
	archive.Files = files
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// dump writes a site line by line, without what is empty.
func dump(s *content.Site) string {
	var b strings.Builder
	line := func(depth int, name string, fields ...any) {
		fmt.Fprintf(&b, "%s%s", strings.Repeat("  ", depth), name)
		for i := 0; i+1 < len(fields); i += 2 {
			if text := fmt.Sprint(fields[i+1]); text != "" && text != "[]" && text != "false" {
				fmt.Fprintf(&b, " %s=%q", fields[i], text)
			}
		}
		b.WriteByte('\n')
	}
	c := s.Config
	line(0, "site", "title", c.Title, "description", c.Description, "url", c.URL, "language", c.Language, "author",
		c.Author,
		"timezone", c.Timezone, "tolerance", c.Tolerance, "currency", c.Currency, "body", s.Home.Body, "first",
		s.Home.First)
	for _, p := range s.Pages {
		line(0, "page", "slug", p.Slug, "title", p.Title, "description", p.Description, "body", p.Body)
	}
	for _, o := range s.SourcePages {
		line(0, "outlet", "slug", o.Slug, "title", o.Title, "url", o.URL, "body", o.Body)
	}
	for _, t := range s.Stories {
		line(0, "story", "slug", t.Slug, "title", t.Title, "summary", t.Summary, "tags", t.Tags, "stages", t.Stages,
			"incomplete", t.Incomplete)
		for _, c := range t.Claimants {
			line(1, "claimant", "name", c.Name, "aliases", c.Aliases, "note", c.Note)
		}
		for _, e := range t.Checks {
			line(1, "check", "text", e.Text, "at", e.Place)
		}
		for _, f := range t.Figures {
			line(1, "row", "name", f.Name, "aliases", f.Aliases, "unit", f.Unit, "moves", string(f.Moves), "differ",
				string(f.Differ), "why", f.Why, "note", f.Note)
		}
		for _, m := range t.Summaries {
			line(1, "summary", "slug", m.Slug, "story", m.Story, "title", m.Title, "date", date(m.Date), "date_note",
				m.DateNote, "updated", date(m.Updated), "withdrawn", date(m.Withdrawn),
				"source", m.Source.Name, "url", m.Source.URL, "author", m.Source.Author, "language", m.Source.Language,
				"via", m.Source.Via,
				"tags", m.Tags, "summary", m.Sentence, "draft", m.Draft, "body", m.Body, "first", m.First)
			for _, f := range m.Figures {
				as := f.As()
				if as == f.Name.String() {
					as = ""
				}
				line(2, "figure", "name", f.Name, "as", as, "written", f.Value.Written, "kind", f.Value.Kind, "as_of",
					date(f.AsOf), "stage", f.Stage, "by", f.By, "unnamed", f.Unnamed,
					"corrects", f.Corrects, "none", f.None, "differ", string(f.Differ), "why", f.Why, "note", f.Note,
					"quote", f.Quote,
					"at", at(f.Position()))
			}
		}
	}
	for _, a := range s.Assets {
		line(0, "asset", "file", a.File, "path", a.Path)
	}
	return b.String()
}

// at is a place in a file: line:column, from 1.
func at(p frontmatter.Position) string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

func date(d content.Date) string {
	switch {
	case d.HasTime:
		return d.Time.Format(time.RFC3339)
	}
	return d.String()
}
