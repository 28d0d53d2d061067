package generator_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"collate/generator"
	"collate/generator/check"
	"collate/generator/content"
	"collate/generator/digest"

	"golang.org/x/net/html"
)

// repository is the input that this repository's public/ is built from.
var repository = generator.Input{Content: "../content", Future: true}

// built is the repository's own site: bytes by path, rendered once for all
// tests that only read it.
var built map[string][]byte

func readOnce(t *testing.T) map[string][]byte {
	t.Helper()
	if built == nil {
		built = render(t, repository)
	}
	return built
}

// render makes a site in memory: bytes by path.
func render(t *testing.T, in generator.Input) map[string][]byte {
	t.Helper()
	site, problems, err := generator.Make(in)
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) > 0 {
		var b strings.Builder
		problems.WriteText(&b, false)
		t.Fatalf("problems:\n%s", b.String())
	}
	files := map[string][]byte{}
	for _, name := range site.Plan.Paths() {
		file, _ := site.Plan.File(name)
		var b bytes.Buffer
		if err := file.Render(&b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		files[name] = b.Bytes()
	}
	return files
}

// TestPublicIsFresh holds the committed site to its content.
func TestPublicIsFresh(t *testing.T) {
	files := readOnce(t)
	var stale []string
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("../public", filepath.FromSlash(name)))
		if err != nil || !bytes.Equal(got, want) {
			stale = append(stale, name)
		}
	}
	if len(stale) > 0 {
		t.Errorf("public/ is not what a fresh build gives, run make: %d files, the first %s", len(stale),
			slices.Min(stale))
	}
	list, err := os.ReadFile("../.collate/public.files")
	if err != nil {
		t.Fatal(err)
	}
	for name := range strings.Lines(string(list)) {
		name, _, _ = strings.Cut(strings.TrimSpace(name), "\t")
		if _, made := files[name]; !made && name != "" && !strings.HasPrefix(name, "#") {
			t.Errorf("public/%s is no longer made: run make", name)
		}
	}
}

// TestSameBytes builds twice: the output depends on the input alone.
func TestSameBytes(t *testing.T) {
	once, again := readOnce(t), render(t, repository)
	if len(once) != len(again) {
		t.Errorf("%d files, then %d", len(once), len(again))
	}
	for name := range once {
		if !bytes.Equal(once[name], again[name]) {
			t.Errorf("%s differs between two builds", name)
		}
	}
}

// TestLinks follows every link and fragment inside the site.
func TestLinks(t *testing.T) {
	pages := map[string]*anchors{}
	files := readOnce(t)
	for name, data := range files {
		if strings.HasSuffix(name, ".html") {
			pages[name] = readPage(t, name, data)
		}
	}
	followed := 0
	for name, p := range pages {
		for _, link := range p.links {
			if strings.Contains(link, ":") || name == "404.html" {
				continue
			}
			followed++
			target, fragment, _ := strings.Cut(link, "#")
			file := name
			if target != "" {
				file = path.Join(path.Dir(name), target)
			}
			if _, made := files[file]; !made {
				t.Errorf("%s: %s leads nowhere", name, link)
			} else if fragment != "" && pages[file] != nil && !pages[file].ids[fragment] {
				t.Errorf("%s: %s: no element has that id", name, link)
			}
		}
	}
	if followed < 1000 {
		t.Errorf("only %d links found", followed)
	}
}

// anchors are what TestLinks needs of a page.
type anchors struct {
	links []string
	ids   map[string]bool
}

func readPage(t *testing.T, name string, data []byte) *anchors {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	p := &anchors{ids: map[string]bool{}}
	for node := range root.Descendants() {
		for _, a := range node.Attr {
			switch {
			case a.Key == "id" && p.ids[a.Val]:
				t.Errorf("%s: the id %s is there twice", name, a.Val)
			case a.Key == "id":
				p.ids[a.Val] = true
			case a.Key == "href" || a.Key == "src":
				p.links = append(p.links, a.Val)
			}
		}
	}
	return p
}

// TestFeeds holds the feeds to their formats' first demands.
func TestFeeds(t *testing.T) {
	ids := map[string]string{}
	for name, data := range readOnce(t) {
		switch path.Ext(name) {
		case ".xml":
			checkXML(t, name, data, ids)
		case ".json":
			if !json.Valid(data) {
				t.Errorf("%s is not JSON", name)
			}
		}
	}
	if len(ids) < 50 {
		t.Errorf("only %d ids found", len(ids))
	}
}

// checkXML reads a file to its end; in a feed each id stands once, and every
// link is absolute.
func checkXML(t *testing.T, name string, data []byte, ids map[string]string) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	inside, here := "", map[string]bool{}
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			inside = x.Name.Local
			for _, a := range x.Attr {
				if a.Name.Local == "href" && !strings.HasPrefix(a.Value, "http") {
					t.Errorf("%s: link %q is not absolute", name, a.Value)
				}
			}
		case xml.EndElement:
			inside = ""
		case xml.CharData:
			if id := string(x); inside == "id" {
				if here[id] {
					t.Errorf("%s: id %s stands twice", name, id)
				}
				here[id], ids[id] = true, name
			}
		}
	}
}

// TestContent holds the digest of this repository to what it was made to
// show: testdata/content.txt has a line for each row that matters.
func TestContent(t *testing.T) {
	site, _, err := generator.Make(repository)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/content.txt")
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(want), "\n"); lines < 10 {
		t.Errorf("only %d rows named", lines)
	}
	for line := range strings.Lines(string(want)) {
		line = strings.TrimSpace(line)
		slug, rest, _ := strings.Cut(line, " | ")
		name, _, _ := strings.Cut(rest, " | ")
		story := site.Digest.Story(slug)
		if story == nil || story.Row(name) == nil {
			t.Errorf("%s: no such row", line)
		} else if got := describe(story.Row(name)); got != line {
			t.Errorf("\ngot  %s\nwant %s", got, line)
		}
	}
}

// describe is a row as a line: story | figure | agreement | camps | reason. A
// camp has its own reason behind it, and else the figure that the gap is as
// much as; "why" is a reason in words alone.
func describe(r *digest.Row) string {
	var b strings.Builder
	b.WriteString(r.Story.Slug + " | " + r.Name.String() + " | " + string(r.Kind) + " |")
	for n, c := range r.Camps {
		fmt.Fprintf(&b, " %s ×%d", c.Shown.Value.Written, c.Voices)
		for _, report := range c.Reports {
			if said := reason(report.Differ, report.Why); said != "" {
				b.WriteString(" (" + said + ")")
			}
		}
		if gap := r.Gap(c); n > 0 && gap != nil {
			b.WriteString(" (gap: " + gap.Is.Row.Name.String() + ")")
		}
	}
	if said := reason(r.Reason, r.Why); said != "" {
		b.WriteString(" | " + said)
	}
	return b.String()
}

func reason(word content.Reason, why string) string {
	if word == "" && why != "" {
		return "why"
	}
	return string(word)
}

// TestFailing lists every check of the real content that fails, for whom, and
// by how much: testdata/failing.txt, read by a person.
func TestFailing(t *testing.T) {
	site, _, err := generator.Make(repository)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, story := range site.Digest.Stories {
		for _, c := range story.Checks {
			for _, o := range c.Outcomes {
				if o.Status == check.Fails {
					fmt.Fprintf(&got, "%s | %s | %s | off by %s | parts %s, as %d report\n",
						story.Slug, o.Summary.SourceLabel.Name, o.Equation(), o.Off, o.Total, len(o.Agrees))
				}
			}
		}
	}
	want, err := os.ReadFile("testdata/failing.txt")
	if err != nil || got.String() != string(want) {
		t.Errorf("(%v) got\n%swant\n%s", err, got.String(), want)
	}
}
