package page

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/plan"
	"collate/templates"
)

func compressed(s string) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.Len()
}

// asked is how Go code asks for words: the key, whole or up to a dot.
var asked = regexp.MustCompile(`(?:text|html|count|plural|add)\("([a-z.]+)"|"(nav\.[a-z]+)"`)

// Every text is asked for somewhere, and everything asked for is there.
func TestTexts(t *testing.T) {
	loaded, problems := Load(nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	texts := loaded.texts[fallback][0]()
	used := map[string]bool{}
	for _, source := range loaded.sources {
		for _, m := range word.FindAllStringSubmatch(source, -1) {
			used[m[1]] = true
		}
	}
	files, _ := filepath.Glob("*.go")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, m := range asked.FindAllStringSubmatch(string(data), -1) {
			used[m[1]+m[2]] = true
		}
	}
	for key := range used {
		if !anyText(texts, key) {
			t.Errorf("no text for %q", key)
		}
	}
	for key := range texts {
		if !anyUse(used, key) {
			t.Errorf("nobody asks for %q", key)
		}
	}
}

// anyText: the key itself, its plural forms, or what begins with it.
func anyText(texts map[string]string, key string) bool {
	if _, ok := texts[key]; ok {
		return true
	}
	for name := range texts {
		if strings.HasPrefix(name, strings.TrimSuffix(key, ".")+".") {
			return true
		}
	}
	return false
}

func anyUse(used map[string]bool, key string) bool {
	for i := len(key); i > 0; i = strings.LastIndexByte(key[:i], '.') {
		if used[key[:i]] || used[key[:i]+"."] {
			return true
		}
	}
	return false
}

func TestCount(t *testing.T) {
	w := newWords("en", map[string]string{"n.one": "{n} source", "n.other": "{n} sources", "number.group": ","})
	for n, want := range map[int]string{0: "0 sources", 1: "1 source", 2: "2 sources", 1234: "1234 sources", 12345: "12,345 sources", 1234567: "1,234,567 sources"} {
		if got := w.count("n", n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
	pl := newWords("pl", map[string]string{"n.one": "{n} źródło", "n.few": "{n} źródła", "n.many": "{n} źródeł", "n.other": "{n} źródła"})
	for n, want := range map[int]string{1: "1 źródło", 2: "2 źródła", 5: "5 źródeł", 12: "12 źródeł", 21: "21 źródeł", 22: "22 źródła"} {
		if got := pl.count("n", n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestPhraseEscapesWordsOnly(t *testing.T) {
	w := newWords("en", map[string]string{"k": "a < {x} & {y}"})
	if got, want := w.html("k", "x", "<b>1</b>", "y", "2"), "a &lt; <b>1</b> &amp; 2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Mistakes in templates that stand in for the built-in ones are problems with
// file and line.
func TestLoadProblems(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"syntax", "story.html", "<p>\n{{if}}</p>", "templates/story.html:2: missing value for if"},
		{"word", "story.html", "\n\n{{t \"no.such\"}}", "templates/story.html:3: no text for \"no.such\" in text/en.yaml"},
		{"unclosed", "plain.html", "<a href=\"{{.Title}}", "templates/plain.html:"},
		{"part", "plain.html", "{{template \"nothing\"}}", "templates/plain.html:"},
		{"texts", "text/en.yaml", "a: [1]", "templates/text/en.yaml:1: a is a list, and a text was expected"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := Load(fstest.MapFS{c.file: &fstest.MapFile{Data: []byte(c.text)}})
			var all []string
			for _, p := range problems {
				all = append(all, p.File+":"+w(p.Line)+": "+p.Message)
			}
			if !strings.Contains(strings.Join(all, "\n"), strings.TrimSuffix(c.want, ":")) {
				t.Errorf("problems are\n%s\nwant %s", strings.Join(all, "\n"), c.want)
			}
		})
	}
}

func w(n int) string { return (&words{}).number(n) }

// A template stands in for one file; the others stay.
func TestOverride(t *testing.T) {
	templates, problems := Load(fstest.MapFS{"style.css": &fstest.MapFile{Data: []byte("p{}")}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if data := templates.assets["style.css"].data; string(data) != "p{}" {
		t.Errorf("style.css is %q", data)
	}
	if len(templates.assets) != 4 || templates.sources["story.html"] == "" {
		t.Error("the other files are missing")
	}
}

// The texts of a language stand in for the built-in ones, however the file
// writes the language.
func TestOverrideTexts(t *testing.T) {
	for _, file := range []string{"text/de.yaml", "text/DE.yaml", "text/De.yaml"} {
		templates, problems := Load(fstest.MapFS{file: &fstest.MapFile{Data: []byte("nav.home: Anfang")}})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		for range 8 { // maps are walked in a new order each time
			if got := templates.words("de").text("nav.home"); got != "Anfang" {
				t.Errorf("%s: nav.home is %q", file, got)
			}
		}
	}
}

// What can't be filled in is told with file and line: where all pages have it
// when the site is planned, in a fenced block when its page is rendered.
func TestTemplateFaults(t *testing.T) {
	built := func(name string) string {
		data, err := templates.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	files := fstest.MapFS{
		"index.md":   {Data: []byte("---\ntitle: T\n---\n```compare\nstories: [story]\n```\n")},
		"story/a.md": {Data: []byte("---\ntitle: A\ndate: 2026-01-01\nsource: S\n---\n")},
	}
	read, _ := content.Read(files, content.Options{Prefix: "content"})
	d, _ := digest.LineUp(read)
	for _, c := range []struct{ name, file, define, want string }{
		{"head", "base.html", "chrome-head", "templates/base.html:"},
		{"top", "base.html", "chrome-top", "templates/base.html:"},
		{"verdict", "says.html", "verdict", "templates/says.html:"},
		{"fence", "matrix.html", "matrix", "content/index.md:4: compare: template: matrix.html:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := strings.Replace(built(c.file), `{{define "`+c.define+`"}}`, `{{define "`+c.define+`"}}{{.Nope}}`, 1)
			set, problems := Load(fstest.MapFS{c.file: {Data: []byte(source)}})
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			p := plan.New()
			_, problems = Plan(p, d, set, files, new(Cache))
			var got []string
			for _, fault := range problems {
				got = append(got, fault.File+":"+w(fault.Line)+": "+fault.Message)
			}
			if file, _ := p.File("index.html"); len(got) == 0 {
				got = append(got, fmt.Sprint(file.Render(new(bytes.Buffer))))
			}
			if len(got) != 1 || !strings.HasPrefix(got[0], c.want) || !strings.Contains(got[0], "Nope") {
				t.Errorf("got %q", got)
			}
		})
	}
}

// Each line is a language, a value as Collate writes it, and as the language
// does: whole words alone are replaced, and bounds stand where they belong.
func TestAmounts(t *testing.T) {
	loaded, problems := Load(nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	const table = `
en | at least $259.5B | at least $259.5B
de | at least $259.5B | mindestens $259,5B
de | more than 1,234.5 days | mehr als 1.234,5 Tage
de | ≈$5.5B–$6B | ≈$5,5B–$6B
de | USD/month | USD/Monat
de | $20/holiday | $20/holiday
de | 3 candidates | 3 candidates
de | 12,000 man-hours | 12.000 man-hours
de | 5 U.S. days, or so | 5 U.S. Tage, or so
de | 2026-02-27 | 2026-02-27
de | date | Datum
fr | less than 18 months | moins de 18 mois
ja | more than $5.355B | $53.55億超
ja | ¥300B | ¥3000億
ja | $2.5B–¥1.2T | $25億–¥1.2兆
ja | 775K | 77.5万
ja | 5K | 5000
ja | less than $775,000 | $775,000未満
ja | at least 3 years | 3 年以上
ja | at most 2 GW | 2 GW以下
ko | more than $5.355B | $53.55억 초과
ko | at least $1B | $10억 이상
x | at least 3 days | at least 3 days`
	for line := range strings.Lines(strings.TrimSpace(table)) {
		f := strings.Split(strings.TrimSpace(line), " | ")
		if got := loaded.words(f[0]).amount(f[1]); got != f[2] {
			t.Errorf("%s: %s is written %s, want %s", f[0], f[1], got, f[2])
		}
	}
}
