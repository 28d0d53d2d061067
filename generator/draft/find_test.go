package draft

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"collate/generator/article"
	"collate/generator/value"
)

// TestArticles finds the figures of testdata/articles: whole articles with
// every figure that a careful reader would mark, as text|value|unit|qualifier.
// Of each language's figures 97 in a hundred are to be found, and 97 in a
// hundred of what is found are to be figures.
func TestArticles(t *testing.T) {
	files, _ := filepath.Glob("testdata/articles/*")
	if len(files) < 12 {
		t.Fatalf("only %d articles", len(files))
	}
	found, wanted, right := map[string]int{}, map[string]int{}, map[string]int{}
	for _, file := range files {
		language := article.Base(filepath.Base(file)[:2])
		got, want := figuresOf(t, file)
		found[language] += len(got)
		wanted[language] += len(want)
		for _, f := range got {
			if want[f] {
				delete(want, f)
				right[language]++
			} else {
				t.Logf("%s: found %s", file, f)
			}
		}
		for f := range want {
			t.Logf("%s: missed %s", file, f)
		}
	}
	for language, n := range wanted {
		recall, precision := float64(right[language])/float64(n), float64(right[language])/float64(found[language])
		t.Logf("%s: %d figures, recall %.3f, precision %.3f", language, n, recall, precision)
		if recall < 0.97 || precision < 0.97 {
			t.Errorf("%s: recall %.3f, precision %.3f", language, recall, precision)
		}
	}
}

// figuresOf are the figures that are found in an article and those that are
// wanted, a line each, with where they begin.
func figuresOf(t *testing.T, file string) (got []string, want map[string]bool) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, list, ok := strings.Cut(string(data), "=== figures\n")
	if !ok {
		t.Fatalf("%s has no line === figures", file)
	}
	for _, f := range FindAll(text, value.Locale{}) {
		line := value.JSON(f.Value, nil, f.Text)
		if f.Kind == value.KindRange {
			line.Value = line.Low + ".." + line.High
		}
		got = append(got, strings.TrimRight(fmt.Sprintf("%d %s|%s|%s|%s", f.Start, f.Text, line.Value, f.Unit,
			f.Qualifier), "|"))
		if string([]rune(text)[f.Start:f.Start+len([]rune(f.Text))]) != f.Text {
			t.Errorf("%s: %q does not stand at %d", file, f.Text, f.Start)
		}
	}
	want = map[string]bool{}
	at := 0
	for line := range strings.Lines(list) {
		written, _, _ := strings.Cut(line, "|")
		next := strings.Index(text[at:], written)
		if next < 0 {
			t.Fatalf("%s: %q is not in the text, or not in this order", file, written)
		}
		at += next
		want[fmt.Sprintf("%d %s", len([]rune(text[:at])), strings.TrimRight(line, "|\n"))] = true
		at += len(written)
	}
	return got, want
}

// TestSentences finds exactly the figures that testdata/sentences.txt gives
// for each sentence.
func TestSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		cells := strings.SplitN(strings.TrimRight(line, "\n"), " |", 3)
		if strings.HasPrefix(line, "#") || len(cells) < 3 {
			continue
		}
		var got []string
		for _, f := range FindAll(strings.TrimSpace(cells[1]), value.Locale{Language: cells[0]}) {
			got = append(got, f.Text)
		}
		if want := strings.TrimSpace(cells[2]); strings.Join(got, "; ") != want {
			t.Errorf("%s\n got %s\nwant %s", line, strings.Join(got, "; "), want)
		}
	}
}
