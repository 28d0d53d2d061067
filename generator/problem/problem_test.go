package problem_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"collate/generator/problem"
)

func TestSort(t *testing.T) {
	at := func(file string, line, column int, message string) problem.Problem {
		return problem.Problem{Place: problem.Place{File: file, Line: line, Column: column}, Severity: problem.Error,
			Message: message}
	}
	l := problem.List{at("b", 1, 1, "x"), at("a", 10, 1, "x"), at("a", 2, 9, "x"), at("a", 2, 1, "y"),
		at("b", 1, 1, "x"), at("a", 2, 1, "x"), at("a", 0, 0, "z")}
	l.Sort()
	var got []string
	for _, p := range l {
		got = append(got, p.Place.String()+" "+p.Message)
	}
	want := "a z, a:2:1 x, a:2:1 y, a:2:9 x, a:10:1 x, b:1:1 x"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// However many problems a file has, the list ends, the other files keep
// theirs, and an error is never lost.
func TestSortBounds(t *testing.T) {
	var l problem.List
	for i := range 2000 {
		l = append(l, problem.Problem{Place: problem.Place{File: "b", Line: i + 1}, Severity: problem.Warning,
			Message: "x"})
	}
	l[1999].Severity = problem.Error
	l = append(l, problem.Problem{Place: problem.Place{File: "a"}}, problem.Problem{Place: problem.Place{File: "c"}})
	l.Sort()
	if len(l) != 503 || l[0].File != "a" || l[502].File != "c" || !l.HasErrors() ||
		l[501].Message != "1500 more problems in this file are not listed" || l[501].Severity != problem.Error {
		t.Errorf("%d problems, the last %+v", len(l), l[max(0, len(l)-2):])
	}
	again := slices.Clone(l)
	if again.Sort(); len(again) != len(l) {
		t.Errorf("sorted again it has %d", len(again))
	}
}

func TestHasErrors(t *testing.T) {
	if (problem.List{{Severity: problem.Warning}}).HasErrors() {
		t.Error("a warning counts as an error")
	}
	if !(problem.List{{Severity: problem.Warning}, {Severity: problem.Error}}).HasErrors() {
		t.Error("an error does not count")
	}
}

// The list of testdata/text.golden, in its order.
var list = problem.List{
	{Place: problem.Place{File: "content/a.md"}, Severity: problem.Error, Message: "the whole file"},
	{Place: problem.Place{File: "content/a.md", Line: 3}, Severity: problem.Warning, Message: "the whole line",
		Text: "title: x", Hint: "write something"},
	{Place: problem.Place{File: "content/a.md", Line: 7, Column: 8}, Severity: problem.Error, Message: "plain",
		Text: "title: x"},
	{Place: problem.Place{File: "content/a.md", Line: 7, Column: 9}, Severity: problem.Error,
		Message: "one past the end", Text: "title: x"},
	{Place: problem.Place{File: "content/a.md", Line: 8, Column: 5}, Severity: problem.Error, Message: "wide",
		Text: "総額は $1"},
	{Place: problem.Place{File: "content/a.md", Line: 9, Column: 4}, Severity: problem.Error, Message: "tabs",
		Text: "a\tb$"},
	{Place: problem.Place{File: "content/a.md", Line: 10, Column: 4}, Severity: problem.Error,
		Message: "combining: e\u0301", Text: "ne\u0301$"},
	{Place: problem.Place{File: "content/\x1b[2J.md", Line: 11, Column: 2}, Severity: problem.Error,
		Message: "control \x1b[31m and \u202e, \u200f", Text: "\x1b$", Hint: "\x07 \n"},
	{Place: problem.Place{File: "content/a.md", Line: 12, Column: 151}, Severity: problem.Error, Message: "long",
		Text: strings.Repeat("0123456789", 15) + "$" + strings.Repeat("0123456789", 15)},
	{Place: problem.Place{File: "content/a.md", Line: 13, Column: 2}, Severity: problem.Error,
		Message: "long, at the start", Text: "0$" + strings.Repeat("0123456789", 15)},
	{Place: problem.Place{File: "content/a.md", Line: 14, Column: 151}, Severity: problem.Error,
		Message: "long, at the end", Text: strings.Repeat("0123456789", 15) + "$"},
	{Place: problem.Place{File: "content/a.md", Line: 15, Column: 81}, Severity: problem.Error,
		Message: "long and wide", Text: strings.Repeat("総", 80) + "$" + strings.Repeat("額", 80)},
	{Place: problem.Place{File: "content/a.md", Line: 17, Column: 1001}, Severity: problem.Error, Message: "very long",
		Text: strings.Repeat("0123456789", 100) + "$" + strings.Repeat("0123456789", 100)},
	{Place: problem.Place{File: "content/a.md", Line: 17}, Severity: problem.Error, Message: "very long, no column",
		Text: strings.Repeat("0123456789", 100)},
	{Place: problem.Place{File: "content/a.md", Line: 16, Column: 99}, Severity: problem.Error,
		Message: "a column that is not there", Text: "x"},
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile("testdata/"+name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs, got:\n%s", name, got)
	}
}

func TestWriteText(t *testing.T) {
	var b bytes.Buffer
	if err := list.WriteText(&b, false); err != nil {
		t.Fatal(err)
	}
	golden(t, "text.golden", b.Bytes())
	if bytes.ContainsRune(b.Bytes(), 0x1b) {
		t.Error("an escape character got through")
	}
}

func TestWriteTextColor(t *testing.T) {
	var b bytes.Buffer
	if err := list[2:3].WriteText(&b, true); err != nil {
		t.Fatal(err)
	}
	want := "\x1b[1mcontent/a.md:7:8\x1b[0m: \x1b[1;31merror:\x1b[0m plain\n    title: x\n           " +
		"\x1b[1;32m^\x1b[0m\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

func TestWriteJSON(t *testing.T) {
	var b bytes.Buffer
	if err := (problem.List{list[1], list[7]}).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	golden(t, "json.golden", b.Bytes())
}

func TestWriteGitHub(t *testing.T) {
	l := append(problem.List{{Place: problem.Place{File: "content/50%, a:b.md", Line: 1, Column: 2},
		Severity: problem.Error, Message: "100%: a,b\r\n::error::x", Hint: "write 5%"}}, list[:3]...)
	var b bytes.Buffer
	if err := append(l, list[7]).WriteGitHub(&b); err != nil {
		t.Fatal(err)
	}
	golden(t, "github.golden", b.Bytes())
	if lines := bytes.Count(b.Bytes(), []byte("\n")); lines != 5 {
		t.Errorf("%d lines for 5 problems", lines)
	}
}

func TestWriteSARIF(t *testing.T) {
	var b bytes.Buffer
	if err := append(list[:3:3], list[7]).WriteSARIF(&b); err != nil {
		t.Fatal(err)
	}
	golden(t, "sarif.golden", b.Bytes())
	b.Reset()
	problem.List(nil).WriteSARIF(&b)
	if !bytes.Contains(b.Bytes(), []byte(`"results": []`)) {
		t.Errorf("no problems are no results:\n%s", b.Bytes())
	}
}

func TestColumns(t *testing.T) {
	for line, want := range map[string]int{"": 0, "abc": 3, "総額": 4, "ne\u0301": 2, "€1": 2, "한국": 4, "（a）": 5} {
		if got := problem.Columns(line); got != want {
			t.Errorf("Columns(%q) = %d, want %d", line, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"title", "date", "source", "figures", "tags", "story", "slug", "summary", "updated", "draft",
		"Round total"}
	for word, want := range map[string]string{
		"titel": "title", "Title": "title", "figure": "figures", "summery": "summary", "dat": "date", "sorce": "source",
		"round totl": "Round total", "amount": "", "x": "", "tag": "tags", "stroy": "story", "": "",
	} {
		got, ok := problem.Nearest(word, known)
		if got != want || ok != (want != "") {
			t.Errorf("Nearest(%q) = %q, %v, want %q", word, got, ok, want)
		}
	}
}
