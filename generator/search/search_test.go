package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/i18n"
	"collate/generator/plan"
)

func termsOf(text string) []string {
	var terms []string
	c := tokenizer{lexicon: testWords.lexicon, emit: func(term []byte) {
		if !slices.Contains(terms, string(term)) {
			terms = append(terms, string(term))
		}
	}}
	c.cutMarkdown(text)
	return terms
}

func TestTerms(t *testing.T) {
	table, err := os.ReadFile("testdata/terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		text, want, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if got := strings.Join(termsOf(text), " "); ok && !strings.HasPrefix(line, "#") && got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
	if got := termsOf("see [the deal](https://a.example/x?y) and <https://b.example/z> now"); strings.Join(got,
		" ") != "see the deal and https now" {
		t.Errorf("addresses: %q", got)
	}
}

// testWords say little.
var testWords = wording{
	i18n.New("en", map[string]string{"sources.other": "{n} sources", "stories.other": "{n} stories"}),
	lexiconOf(content.Config{}),
}

// read decodes a list as the page does.
func read(list string) []int {
	var entries []int
	if bits, ok := strings.CutPrefix(list, "!"); ok {
		for i := range bits {
			for bit := range 6 {
				if strings.IndexByte(digits64, bits[i])>>bit&1 == 1 {
					entries = append(entries, 6*i+bit)
				}
			}
		}
		return entries
	}
	next, gap, shift := 0, 0, 0
	for i := range list {
		digit := strings.IndexByte(digits64, list[i])
		gap |= digit & 31 << shift
		shift += 5
		if digit < 32 {
			entries = append(entries, next+gap)
			next, gap, shift = next+gap+1, 0, 0
		}
	}
	return entries
}

// writeList writes entry numbers that have a term in the text, as a part does;
// the same numbers in the title are to be no part of it.
func writeList(list []uint32, entries int) string {
	var t term
	for _, e := range list {
		t.add(e*partCount + inTitle)
		t.add(e*partCount + inText)
	}
	return string(appendList(nil, &t, inText, entries))
}

func TestLists(t *testing.T) {
	for _, list := range [][]uint32{nil, {0}, {5, 6, 700}, {31, 32, 33, 64, 1023, 1024 + 1024, 99999}} {
		if got := read(writeList(list, 100_000)); fmt.Sprint(got) != fmt.Sprint(list) {
			t.Errorf("%v is read back as %v", list, got)
		}
	}
	var dense []uint32
	for i := uint32(0); i < 1000; i += 2 {
		dense = append(dense, i)
	}
	written := writeList(dense, 1000)
	if len(written) > 1000/6+2 || fmt.Sprint(read(written)) != fmt.Sprint(dense) {
		t.Errorf("every other entry takes %d letters", len(written))
	}
}

// Terms that were gathered apart, each from a range of entries, are the same
// as from all at once.
func TestJoin(t *testing.T) {
	places := []uint32{0, 3, 4, 400, 5_000, 5_003, 1_000_000}
	gathered := func(places []uint32) *term {
		t := &term{text: "word"}
		for _, place := range places {
			t.add(place)
		}
		return t
	}
	want := gathered(places)
	if got := slices.Collect(want.all()); !slices.Equal(got, places) {
		t.Errorf("%v are read back as %v", places, got)
	}
	for n := range places {
		got := gathered(places[:n])
		if got.join(gathered(places[n:])); !reflect.DeepEqual(got, want) {
			t.Errorf("cut at %d: %v, want %v", n, got, want)
		}
	}
}

// The index of the real content: every entry is found by the words of its
// title, in the file that the starts lead to.
func TestRealContent(t *testing.T) {
	site, _ := folder.Read(os.DirFS("../../content"), folder.Options{})
	d, _ := digest.LineUp(site)
	p := plan.New()
	if problems := Plan(p, d, testWords.Words); len(problems) > 0 {
		t.Fatal(problems)
	}
	var starts struct{ Starts []string }
	decode(t, p, "terms", &starts)
	all := entries(d)
	if len(all) < 60 || len(starts.Starts) < 3 {
		t.Fatalf("%d entries, %d files", len(all), len(starts.Starts))
	}
	for i, e := range all {
		for _, term := range termsOf(testWords.show(e).Title) {
			if !slices.Contains(find(t, p, starts.Starts, term), i) {
				t.Errorf("entry %d, %s: not found by %q", i, testWords.show(e).Title, term)
			}
		}
	}
	var shown [][]any
	decode(t, p, "d0", &shown)
	if len(shown) != shownPerFile || shown[0][2] != testWords.show(all[0]).Title {
		t.Errorf("the first entries are shown as %v", shown)
	}
}

// find gives all entries of a term.
func find(t *testing.T, p *plan.Plan, starts []string, term string) []int {
	file := 0
	for n, start := range starts {
		if start != "" && start <= term {
			file = n
		}
	}
	var lines string
	decode(t, p, fmt.Sprint("t", file), &lines)
	for line := range strings.Lines(lines) {
		if fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); fields[0] == term {
			var entries []int
			for _, list := range fields[1:] {
				entries = append(entries, read(list)...)
			}
			return entries
		}
	}
	return nil
}

// decode reads the data of a script.
func decode(t *testing.T, p *plan.Plan, name string, to any) {
	t.Helper()
	file, ok := p.File("search/" + name + ".js")
	var b bytes.Buffer
	if !ok || file.Render(&b) != nil {
		t.Fatalf("%s: planned: %v, and it does not render", name, ok)
	}
	inside, ok := strings.CutPrefix(b.String(), fmt.Sprintf("collateSearch(%q,", name))
	if !ok || json.Unmarshal([]byte(strings.TrimSuffix(inside, ")\n")), to) != nil {
		t.Fatalf("%s is %.80s…", name, b.String())
	}
}

// What folds.txt says holds for the search page too, where e2e tests it.
func TestFold(t *testing.T) {
	table, err := os.ReadFile("testdata/folds.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		text, want, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " | ")
		if got := string(foldInto(nil, text)); ok && !strings.HasPrefix(line, "#") && got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
