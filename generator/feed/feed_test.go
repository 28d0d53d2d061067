package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/i18n"
	"collate/generator/plan"

	"github.com/rogpeppe/go-internal/txtar"
)

// texts stand in for those that pages make.
var texts = Texts{
	Sentence: func(s *digest.Summary) string { return s.Summary.Sentence },
	Content: func(b *bytes.Buffer, s *digest.Summary) error {
		_, err := fmt.Fprintf(b, "<p>%s</p>", strings.TrimSpace(s.Body))
		return err
	},
}

// words say little.
var words = i18n.New("en", map[string]string{"feed.title": "{title} – {source}", "colon": ": ", "list.comma": ", ",
	"as.of": "as of {date}", "date.day": "{day} {month} {year}", "note.by": "according to {by}",
	"camp.short": "{value} ({n})", "list.and": "{some} and {last}", "number.group": ",", "number.point": ".",
	"month.short.2": "Feb", "reason.label": "another label"})

// TestCases renders the files of each archive's want members from its
// content. Every feed of every case must be well-formed besides.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases were found", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			p := planned(t, a)
			for _, path := range p.Paths() {
				wellFormed(t, path, render(t, p, path))
			}
			for i, f := range a.Files {
				path, wanted := strings.CutPrefix(f.Name, "want/")
				if !wanted {
					continue
				}
				got := render(t, p, path)
				if os.Getenv("UPDATE_GOLDEN") != "" {
					a.Files[i].Data = []byte(got)
				} else if got != string(f.Data) {
					t.Errorf("%s:\n got\n%s\nwant\n%s", path, got, f.Data)
				}
			}
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// planned reads the content of an archive and plans its feeds.
func planned(t *testing.T, a *txtar.Archive) *plan.Plan {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range a.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	site, problems := folder.Read(files,
		folder.Options{Prefix: "content", Now: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	d, _ := digest.LineUp(site)
	return planFeeds(t, d)
}

func planFeeds(t *testing.T, d *digest.Digest) *plan.Plan {
	t.Helper()
	p := plan.New()
	if clashes := Plan(p, d, words, texts); len(clashes) > 0 {
		t.Fatal(clashes)
	}
	return p
}

func render(t *testing.T, p *plan.Plan, path string) string {
	t.Helper()
	file, ok := p.File(path)
	if !ok {
		t.Fatal(path, "is not planned")
	}
	var b bytes.Buffer
	if err := file.Render(&b); err != nil {
		t.Fatal(path, err)
	}
	return b.String()
}

// wellFormed reads a file through as what its name says it is.
func wellFormed(t *testing.T, path, text string) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Errorf("%s is not UTF-8", path)
	}
	if strings.HasSuffix(path, ".json") && !json.Valid([]byte(text)) {
		t.Errorf("%s is not JSON", path)
	}
	if !strings.HasSuffix(path, ".xml") {
		return
	}
	decoder := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s: %v", path, err)
			return
		}
	}
}

// Titles of any characters leave every file well-formed. The reader refuses control
// characters; what it lets through, XML may still not have.
func TestCharacters(t *testing.T) {
	for _, title := range []string{`<b>&"']]>`, `a\nb\tc`, `](https://x.example/) [y`, `\U0001F600`} {
		a := &txtar.Archive{Files: []txtar.File{
			{Name: "index.md", Data: fmt.Appendf(nil,
				"---\ntitle: %[1]s\ndescription: %[1]s\nurl: https://a.example\n---\n", quote(title))},
			{Name: "s/index.md", Data: fmt.Appendf(nil, "---\ntitle: %[1]s\nsummary: %[1]s\ntags: [%[1]s]\n---\n",
				quote(title))},
			{Name: "s/a.md", Data: fmt.Appendf(nil,
				"---\ntitle: %[1]s\nsummary: %[1]s\ndate: 2026-01-01\nsource: {name: %[1]s, via: %[1]s}\nfigures: "+
					"{X: {text: %[1]s}}\n---\n", quote(title))},
			{Name: "s/b.md", Data: []byte("---\ntitle: T\ndate: 2026-01-02\nsource: B\nfigures: {X: {text: " +
				"other}}\n---\n")},
		}}
		p := planned(t, a)
		for _, path := range p.Paths() {
			text := render(t, p, path)
			wellFormed(t, path, text)
			if strings.HasSuffix(path, ".xml") && strings.ContainsAny(text, "\x01\x0b\x1b\ufffe\uffff") {
				t.Errorf("%s has a character that XML does not", path)
			}
		}
		if text := render(t, p, "llms.txt"); strings.Count(text, "\n") != 13 ||
			strings.Contains(text, "[y") && !strings.Contains(text, `\[y`) {
			t.Errorf("llms.txt of %s:\n%s", title, text)
		}
	}
}

func quote(title string) string { return `"` + strings.ReplaceAll(title, `"`, `\"`) + `"` }

// Feeds are bounded, the newest first; the sitemap has everything up to what
// the protocol allows.
func TestBounds(t *testing.T) {
	d := large(300)
	p := planFeeds(t, d)
	for path, want := range map[string]int{"feed.xml": 50, "s/feed.xml": 20, "disagreements/feed.xml": 50} {
		text := render(t, p, path)
		if n := strings.Count(text, "<entry>"); n != want {
			t.Errorf("%s has %d entries, want %d", path, n, want)
		}
		newest, oldest := strings.Contains(text, "/s/s-299/"), strings.Contains(text, "/s/s-279/")
		if path == "s/feed.xml" && (!newest || oldest) {
			t.Errorf("%s has not the newest: %v %v", path, newest, oldest)
		}
		if len(text) > 100_000 {
			t.Errorf("%s has %d bytes", path, len(text))
		}
	}
	if n := strings.Count(render(t, p, "feed.json"), `"date_published"`); n != 50 {
		t.Errorf("feed.json has %d items", n)
	}
	if n := strings.Count(render(t, p, "sitemap.xml"), "/s/s-"); n != 300 {
		t.Errorf("the sitemap has %d summaries", n)
	}
	d = large(1) // whose timeline nobody has asked for yet
	one := d.Stories[0].Summaries[0]
	d.Stories[0].Summaries = slices.Repeat([]*digest.Summary{one}, 60_000)
	if n := strings.Count(render(t, planFeeds(t, d), "sitemap.xml"), "<url>"); n != 50_000 {
		t.Errorf("the sitemap has %d addresses", n)
	}
}

// large is a story of n sources that agree on nothing in 60 figures.
func large(n int) *digest.Digest {
	files := fstest.MapFS{"index.md": {Data: []byte("---\ntitle: D\nurl: https://a.example\n---\n")}}
	first := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		var figures strings.Builder
		for f := range 60 {
			fmt.Fprintf(&figures, "  Figure %d: %d\n", f, i+1)
		}
		files[fmt.Sprintf("s/s-%d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"---\ntitle: T\ndate: %s\nsource: Source %d\nfigures:\n%s---\n",
			first.AddDate(0, 0, i).Format(time.DateOnly), i, figures.String())}
	}
	site, _ := folder.Read(files, folder.Options{})
	d, _ := digest.LineUp(site)
	return d
}

// An error of a text names the file that it is of.
func TestTextError(t *testing.T) {
	d := large(1)
	p := plan.New()
	broken := Texts{Sentence: texts.Sentence,
		Content: func(*bytes.Buffer, *digest.Summary) error { return errors.New("broken") }}
	Plan(p, d, words, broken)
	for _, path := range []string{"feed.xml", "feed.json"} {
		file, _ := p.File(path)
		if err := file.Render(new(bytes.Buffer)); err == nil || !strings.Contains(err.Error(), "s/s-0.md: broken") {
			t.Errorf("%s: %v", path, err)
		}
	}
}
