package value

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// nounInS is the noun of these tests: a word that ends in s.
func nounInS(rest string) int {
	word, ok := strings.CutPrefix(rest, " ")
	if i := strings.IndexAny(word, " ,."); i >= 0 {
		word = word[:i]
	}
	if !ok || !strings.HasSuffix(word, "s") {
		return 0
	}
	return 1 + len(word)
}

func TestRunning(t *testing.T) {
	for _, row := range rows(t, "running.txt") {
		at := strings.Index(row[1], "^")
		text := strings.Replace(row[1], "^", "", 1)
		f, ok := Locale{Language: row[0]}.Running(text).At(at, Reading{Noun: nounInS})
		got := ""
		if ok {
			more := []string{}
			for _, s := range []string{f.Qualifier.String(), f.Label} {
				if s != "" {
					more = append(more, s)
				}
			}
			got = strings.Join([]string{text[f.Start:f.End], JSON(f.Value, nil, "").Value, string(f.Unit),
				strings.Join(more, "; ")}, " | ")
			got = strings.TrimRight(got, "| ")
		}
		if want := strings.TrimRight(strings.Join(row[2:], " | "), "| "); got != want {
			t.Errorf("%s: %s\n got %s\nwant %s", row[0], row[1], got, want)
		}
	}
}

// Odd characters, none of them narrow, are where they were.
func TestRunningPlaces(t *testing.T) {
	text := "Ｈe paid  \u00a0￥５００万　and\r\n€3\u202f000."
	at := strings.Index(text, "€")
	f, ok := Locale{Language: "fr"}.Running(text).At(at, Reading{})
	if !ok || text[f.Start:f.End] != "€3\u202f000" || f.Number.String() != "3000" {
		t.Errorf("found %q, %v", text[f.Start:f.End], ok)
	}
	at = strings.Index(text, "￥")
	if f, ok = (Locale{Language: "ja"}).Running(text).At(at, Reading{}); !ok || text[f.Start:f.End] != "￥５００万" {
		t.Errorf("found %q, %v", text[f.Start:f.End], ok)
	}
}

func TestAlone(t *testing.T) {
	text := "$5 billion to $8 billion"
	f, ok := Locale{}.Running(text).At(0, Reading{Alone: true})
	if !ok || text[f.Start:f.End] != "$5 billion" {
		t.Errorf("found %q, %v", text[f.Start:f.End], ok)
	}
}

func FuzzRunning(f *testing.F) {
	for _, row := range [][2]string{{"en", "raised $110 billion a year, 2 GW"}, {"ko", "약 1조 2000억원으로"},
		{"fr", "plus d'un million d'euros"}} {
		f.Add(row[0], row[1])
	}
	f.Fuzz(func(t *testing.T, language, text string) {
		if len(text) > 300 || !utf8.ValidString(text) {
			return
		}
		r := Locale{Language: language}.Running(text)
		for at := range text {
			found, ok := r.At(at, Reading{Noun: nounInS})
			if ok && (found.Start != at || found.End <= at || found.End > len(text) || found.Digits < at) {
				t.Fatalf("%q at %d: [%d:%d]", text, at, found.Start, found.End)
			}
			if v, err := (Locale{Language: language}).Parse(text[found.Start:found.End]); ok &&
				(err != nil || !v.Interval.Equal(found.Interval)) {
				t.Fatalf("%q is read otherwise: %v", text[found.Start:found.End], err)
			}
		}
	})
}
