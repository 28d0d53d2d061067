package evidence

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/value"
)

// TestQuotes reads testdata/quotes.txt: a language, a value, its quote and
// note, and what is doubtful; nothing where nothing is.
func TestQuotes(t *testing.T) {
	text, err := os.ReadFile("testdata/quotes.txt")
	if err != nil {
		t.Fatal(err)
	}
	update := os.Getenv("UPDATE_GOLDEN") != ""
	var out strings.Builder
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || line == "" {
			out.WriteString(line + "\n")
			continue
		}
		fields := strings.Split(line, " | ")
		locale := value.Locale{Language: fields[0]}
		v, err := locale.Parse(fields[1])
		if err != nil {
			t.Fatal(line, err)
		}
		report := content.Report{Value: v, Detail: &content.Detail{Quote: fields[2], Note: fields[3]}}
		got, hint := doubt(&report, locale, value.Locale{Language: "en"})
		if got != "" {
			got += "; " + hint
		}
		out.WriteString(strings.Join(append(fields[:4:4], got), " | ") + "\n")
		if want := strings.Join(fields[4:], " | "); !update && got != want {
			t.Errorf("%s\n got %s\nwant %s", strings.Join(fields[:4], " | "), got, want)
		}
	}
	if update {
		if err := os.WriteFile("testdata/quotes.txt", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCheck holds a warning to its place and line.
func TestCheck(t *testing.T) {
	files := fstest.MapFS{
		"index.md": {Data: []byte("---\ntitle: D\n---\n")},
		"s/a.md": {Data: []byte("---\ntitle: T\ndate: 2026-01-01\nsource: {name: A, language: de}\nfigures:\n" +
			"  Killed: {value: 95, quote: Mindestens 120 Menschen}\n  Hurt: {value: fünf, quote: fünf " +
			"Verletzte}\n---\n")},
	}
	site, problems := folder.Read(files, folder.Options{Prefix: "content"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d, _ := digest.LineUp(site)
	got := Check(d.Summaries()[0], d.Config)
	want := `content/s/a.md:6:19: warning: figures: Killed: ` +
		`the quote says "Mindestens 120 Menschen", and the value is 95`
	var text strings.Builder
	got.WriteText(&text, false)
	if len(got) != 1 || !strings.HasPrefix(text.String(), want+"\n") ||
		!strings.Contains(got[0].Text, "quote: Mindestens") {
		t.Errorf("got %s\nwant %s", text.String(), want)
	}
}
