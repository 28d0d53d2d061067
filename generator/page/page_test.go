package page

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/plan"
	"collate/generator/problem"
)

// planned is a site planned from a content folder.
type planned struct {
	*plan.Plan
	site     *Site
	digest   *digest.Digest
	problems problem.List
}

func planSite(t testing.TB, files fs.FS) planned {
	t.Helper()
	read, problems := folder.Read(files, folder.Options{Prefix: "content"})
	d, more := digest.LineUp(read)
	templates, faults := Load(nil, "")
	if len(faults) > 0 {
		t.Fatalf("the built-in templates have problems: %v", faults)
	}
	p := plan.New()
	site, last := Plan(p, d, templates, files, new(Cache))
	return planned{p, site, d, append(append(problems, more...), last...)}
}

func (p planned) render(t testing.TB, path string) string {
	t.Helper()
	file, ok := p.File(path)
	if !ok {
		t.Fatalf("%s is not planned; there are %s", path, strings.Join(p.Paths(), ", "))
	}
	var b bytes.Buffer
	if err := file.Render(&b); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return b.String()
}

// Each file of testdata/pages is a content folder and what its pages show.
// A line of "want" is a page, an element (tag, .class, #id, or two of these,
// the second inside the first), and the texts of all such elements, or the
// attribute named after @. A line of "problems" is file:line:column:
// severity: message.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testPages(t, file) })
	}
}

func testPages(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	tree, expected := fstest.MapFS{}, map[string]string{}
	for _, f := range archive.Files {
		if name, ok := strings.CutPrefix(f.Name, "content/"); ok {
			tree[name] = &fstest.MapFile{Data: f.Data}
		} else {
			expected[f.Name] = string(f.Data)
		}
	}
	p := planSite(t, tree)
	var problems strings.Builder
	for _, q := range p.problems {
		fmt.Fprintf(&problems, "%s:%d:%d: %s: %s\n", q.File, q.Line, q.Column, q.Severity, q.Message)
		if q.Hint != "" {
			fmt.Fprintf(&problems, "  %s\n", q.Hint)
		}
	}
	if problems.String() != expected["problems"] {
		t.Errorf("problems are\n%swant\n%s", &problems, expected["problems"])
	}
	for line := range strings.Lines(expected["want"]) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			p.testLine(t, line)
		}
	}
	for _, path := range p.Paths() {
		if first := p.render(t, path); first != p.render(t, path) {
			t.Errorf("%s is not the same the second time", path)
		}
	}
	if !strings.Contains(problems.String(), "leads to no page") {
		testLinks(t, p)
	}
}

func (p planned) testLine(t *testing.T, line string) {
	t.Helper()
	what, want, _ := strings.Cut(line, ": ")
	fields := strings.Fields(what)
	page, selectors := fields[0], fields[1:]
	attribute := ""
	if last := selectors[len(selectors)-1]; strings.HasPrefix(last, "@") {
		attribute, selectors = last[1:], selectors[:len(selectors)-1]
	}
	root, err := html.Parse(strings.NewReader(p.render(t, page)))
	if err != nil {
		t.Fatal(err)
	}
	nodes := []*html.Node{root}
	for _, selector := range selectors {
		var inside []*html.Node
		for _, n := range nodes {
			inside = append(inside, find(n, selector)...)
		}
		nodes = inside
	}
	var texts []string
	for _, n := range nodes {
		if attribute != "" {
			texts = append(texts, attr(n, attribute))
		} else {
			texts = append(texts, strings.Join(strings.Fields(text_(n)), " "))
		}
	}
	if got := strings.Join(texts, " | "); got != want {
		t.Errorf("%s %s\n got %s\nwant %s", page, strings.Join(fields[1:], " "), got, want)
	}
}

// find lists the elements below n of a tag, .class or #id.
func find(n *html.Node, selector string) []*html.Node {
	var found []*html.Node
	for c := range n.Descendants() {
		if c.Type != html.ElementNode {
			continue
		}
		switch selector[0] {
		case '.':
			for class := range strings.FieldsSeq(attr(c, "class")) {
				if class == selector[1:] {
					found = append(found, c)
				}
			}
		case '#':
			if attr(c, "id") == selector[1:] {
				found = append(found, c)
			}
		default:
			if c.Data == selector {
				found = append(found, c)
			}
		}
	}
	return found
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text_(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// others plan these: feeds, exports, pictures.
func plannedElsewhere(target string) bool {
	switch path.Base(target) {
	case "feed.xml", "feed.json", "figures.csv", "figures.json", "datapackage.json", "card.png",
		"table.md", "table.wiki", "sources.bib", "sources.json":
		return true
	}
	return false
}

// testLinks follows every local link of every page, fragments too, and holds
// that no id is there twice.
func testLinks(t *testing.T, p planned) {
	t.Helper()
	ids := map[string]map[string]bool{}
	links := map[string][]string{}
	for _, name := range p.Paths() {
		if path.Ext(name) != ".html" || name == "404.html" {
			continue
		}
		root, err := html.Parse(strings.NewReader(p.render(t, name)))
		if err != nil {
			t.Fatal(err)
		}
		ids[name] = map[string]bool{}
		for n := range root.Descendants() {
			if id := attr(n, "id"); id != "" {
				if ids[name][id] {
					t.Errorf("%s has the id %q twice", name, id)
				}
				ids[name][id] = true
			}
			for _, key := range []string{"href", "src"} {
				if to := attr(n, key); to != "" {
					links[name] = append(links[name], to)
				}
			}
		}
	}
	for from, all := range links {
		for _, to := range all {
			testLink(t, p, ids, from, to)
		}
	}
}

func testLink(t *testing.T, p planned, ids map[string]map[string]bool, from, to string) {
	t.Helper()
	if strings.Contains(to, ":") {
		return
	}
	file, fragment, _ := strings.Cut(to, "#")
	file, _, _ = strings.Cut(file, "?")
	if unescaped, err := url.PathUnescape(file); err == nil {
		file = unescaped
	}
	target := from
	if file != "" {
		target = path.Join(path.Dir(from), file)
	}
	if _, ok := p.File(target); !ok && !plannedElsewhere(target) {
		t.Errorf("%s links to %s, which is not planned", from, to)
	} else if fragment != "" && ids[target] != nil && !ids[target][fragment] {
		t.Errorf("%s links to %s, where nothing has that id", from, to)
	}
}

// The real content goes through every template.
func TestRealContent(t *testing.T) {
	p := planSite(t, os.DirFS("../../content"))
	for _, q := range p.problems {
		t.Errorf("%s:%d:%d: %s: %s", q.File, q.Line, q.Column, q.Severity, q.Message)
	}
	testLinks(t, p)
	for _, name := range p.Paths() {
		if path.Ext(name) == ".html" &&
			!strings.Contains(p.render(t, name),
				"<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "+
					"'self' file:; ") {
			t.Errorf("%s has no policy behind its character set", name)
		}
	}
	if !strings.Contains(p.render(t, "404.html"), plan.Mark) {
		t.Error("404.html lacks the mark of publish")
	}
}

// The first visit costs at most 30 KB: home page, style sheet, script.
func TestWeight(t *testing.T) {
	p := planSite(t, os.DirFS("../../content"))
	all := p.render(t, "index.html")
	for _, name := range p.Paths() {
		if strings.HasPrefix(name, "style.") || strings.HasPrefix(name, "script.") {
			all += p.render(t, name)
		}
	}
	if n := compressed(all); n > 30<<10 {
		t.Errorf("home page, style sheet and script are %d bytes compressed", n)
	}
}
