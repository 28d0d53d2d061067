package i18n

import (
	"maps"
	"os"
	"strconv"
	"strings"
	"testing"

	"collate/generator/frontmatter"
	"collate/templates"
)

// lines calls test with the fields of each line of a file in testdata.
func lines(t *testing.T, file string, test func(fields []string)) {
	t.Helper()
	table, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			test(strings.Split(line, " | "))
		}
	}
}

// builtIn are the words of a language that the templates have, with English
// for what they lack.
func builtIn(t *testing.T, language string) *Words {
	t.Helper()
	texts := map[string]string{}
	for _, name := range []string{"en", language} {
		file := "text/" + name + ".yaml"
		data, err := templates.FS.ReadFile(file)
		if err != nil {
			continue
		}
		more, problems := frontmatter.ReadTexts(file, data)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		maps.Copy(texts, more)
	}
	return New(language, texts)
}

func TestCount(t *testing.T) {
	words := map[string]*Words{
		"en": New("en", map[string]string{"n.one": "{n} source", "n.other": "{n} sources", "number.group": ","}),
		"pl": New("pl", map[string]string{
			"n.one": "{n} źródło", "n.few": "{n} źródła", "n.many": "{n} źródeł", "n.other": "{n} źródła",
		}),
		"cs": New("cs", map[string]string{"n.one": "{n} zdroj", "n.few": "{n} zdroje", "n.other": "{n} zdrojů"}),
		"ar": New("ar", map[string]string{"n.two": "مصدران", "n.few": "{n} مصادر", "n.other": "{n} مصدر"}),
		"fr": New("fr-CA", map[string]string{"n.one": "{n} source", "n.other": "{n} sources"}),
		"ja": New("ja", map[string]string{"n.other": "{n}媒体"}),
	}
	lines(t, "counts.txt", func(f []string) {
		n, _ := strconv.Atoi(f[1])
		if got := words[f[0]].Count("n", n); got != f[2] {
			t.Errorf("%s: %d is %s, want %s", f[0], n, got, f[2])
		}
	})
}

func TestHTMLEscapesWordsOnly(t *testing.T) {
	w := New("en", map[string]string{"k": "a < {x} & {y}"})
	if got, want := w.HTML("k", "x", "<b>1</b>", "y", "2"), "a &lt; <b>1</b> &amp; 2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAmount(t *testing.T) {
	lines(t, "amounts.txt", func(f []string) {
		if got := builtIn(t, f[0]).Amount(f[1]); got != f[2] {
			t.Errorf("%s: %s is written %s, want %s", f[0], f[1], got, f[2])
		}
	})
}
