package page

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
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
	templates, problems := Load(nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	texts := templates.texts[fallback]
	used := map[string]bool{}
	for _, source := range templates.sources {
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
