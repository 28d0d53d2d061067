package draft

import (
	"strings"
	"testing"

	"collate/generator/article"
	"collate/generator/value"
)

// A text is read up to article.MostText, and says that it was longer.
func TestLong(t *testing.T) {
	text := "It paid $5 billion. " + strings.Repeat("word ", article.MostText/5) + "It paid $7 billion."
	a := article.Read([]byte(text))
	if !a.Cut || len(a.Text) != article.MostText {
		t.Errorf("%d bytes, cut %v", len(a.Text), a.Cut)
	}
	if got := FindAll(text, value.Locale{}); len(got) != 1 || got[0].Text != "$5 billion" {
		t.Errorf("found %v", got)
	}
	for _, f := range FindAll(strings.Repeat("It paid $5 billion, ", 1000), value.Locale{}) {
		if len(f.Sentence) > mostSentence || !strings.Contains(f.Sentence, f.Text) {
			t.Fatalf("a sentence of %d bytes", len(f.Sentence))
		}
	}
	if a = article.Read([]byte("It paid $5 billion.")); a.Cut {
		t.Error("a short text is cut")
	}
	if whole := "é"; article.UpTo(whole, 1) != "" || article.UpTo(whole, 2) != whole {
		t.Error("a character is cut")
	}
}

// A page that is nested too deeply for the parser is read all the same, and
// one with too many nodes as well.
func TestPages(t *testing.T) {
	for _, page := range []string{
		"<html><body><script>$9</script>" + strings.Repeat("<div>", 100_000) + "It paid $5 billion.",
		"<html><body>" + strings.Repeat("<p></p>", 300_000) + "<p>It paid $5 billion.</p>",
	} {
		a := article.Read([]byte(page))
		if got := strings.TrimSpace(a.Text); got != "It paid $5 billion." {
			t.Errorf("read %.60q", got)
		}
	}
}

// Each of these took time with the square of its length once.
func BenchmarkFind(b *testing.B) {
	for name, part := range map[string]string{
		"article": "Revenue rose 12% to $4.2 billion in the third quarter, with 1,200 jobs cut. ",
		"nouns":   "Der Umsatz von Werk 20 stieg um 12,4 Prozent und Werk 7 hat 30 Leute ",
		"marks":   "a. 3. ",
		"ranges":  "It paid over 3 years, $5 billion to $8. ",
	} {
		text := strings.Repeat(part, 64<<10/len(part))
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				FindAll(text, value.Locale{})
			}
		})
	}
}
