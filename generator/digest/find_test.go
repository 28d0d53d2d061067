package digest

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

func caseDigest(t *testing.T, name string) *Digest {
	t.Helper()
	a, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	site, _ := read(a)
	d, _ := LineUp(site)
	return d
}

// Names as written, aliases among them, find rows and reports.
func TestFind(t *testing.T) {
	const table = `
aliases / Round total = round-total a:$80B c:$90B
aliases / TOTAL RAISED = round-total a:$80B c:$90B
aliases / Commitment: Amazon = commitment-amazon a:$50B c:$50B
aliases / AWS = commitment-amazon a:$50B c:$50B
aliases / commitment: aws = commitment-amazon a:$50B c:$50B
aliases / Pledge: AWS = commitment-amazon a:$50B c:$50B
aliases / Pledge: Nvidia = commitment-nvidia a:$30B c:$30B
aliases / Nvidia =
aliases / Pledge =
aliases-group-item / AWS = commitment-amazon a:$50B
aliases-group-item / Seattle = commitment-amazon a:$50B
aliases-group-item / Pledge: AMZN = commitment-amazon a:$50B
as-of / users = users a:9M b:3M c:6M d:
check-several-parts / Total = total a:$3B b:$3B c:$5B d:$3B
revise-as-of / Users = users a:5M b:6M c:7M d:8M
as-of-group / Share: Red = share-red a:40% b:30%`
	for line := range strings.Lines(strings.TrimSpace(table)) {
		place, want, _ := strings.Cut(strings.TrimSpace(line), " =")
		folder, name, _ := strings.Cut(place, " / ")
		story := caseDigest(t, folder).Stories[0]
		row, wants := story.Row(name), strings.Fields(want)
		if len(wants) == 0 {
			if row != nil {
				t.Errorf("%s is %s", place, row.ID)
			}
			continue
		}
		if row == nil || row.ID != wants[0] {
			t.Errorf("%s is %v", place, row)
			continue
		}
		for _, sum := range story.Summaries {
			got := ""
			if r := sum.Report(name); r != nil {
				got = r.Value.Written
			}
			for _, w := range wants[1:] {
				if slug, value, _ := strings.Cut(w, ":"); slug == sum.Slug && value != got {
					t.Errorf("%s: %s reports %q, not %q", place, slug, got, value)
				}
			}
		}
	}
}

func TestFindNothing(t *testing.T) {
	d := caseDigest(t, "empty-site")
	if d.Story("x") != nil || d.Source("x") != nil || d.Tag("x") != nil || d.Figure("x") != nil {
		t.Error("an empty site has something")
	}
	d = caseDigest(t, "sources")
	if d.Story("a") == nil || d.Source("alpha") == nil || d.Source("unused") != nil {
		t.Error("what is there is not found, or what is not is")
	}
}

func TestRelative(t *testing.T) {
	const table = `
| | index.html
| a/ | a/index.html
| a/b/#x | a/b/index.html#x
a/ | | ../index.html
a/ | a/ | index.html
a/ | a/#x | #x
a/ | a/b/ | b/index.html
a/b/ | a/ | ../index.html
a/b/ | a/c/#x | ../c/index.html#x
a/b/ | ab/ | ../../ab/index.html
ab/ | a/ | ../a/index.html
a/b/ | feed.xml | ../../feed.xml
a/b/ | a/figures.csv | ../figures.csv
404.html | a/ | a/index.html
timeline/2026/03/ | timeline/2026/04/ | ../04/index.html`
	for line := range strings.Lines(strings.TrimSpace(table)) {
		f := strings.Split(line, "|")
		from, to, want := strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.TrimSpace(f[2])
		if got := Relative(from, to); got != want {
			t.Errorf("from %q to %q: %s, want %s", from, to, got, want)
		}
	}
}
