package takeaway

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/page"
	"collate/generator/plan"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	nethtml "golang.org/x/net/html"
)

// planned plans what is to take away from an archive's content.
func planned(t *testing.T, a *txtar.Archive) (*digest.Digest, func(path string) string) {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range a.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	site, problems := folder.Read(files, folder.Options{Prefix: "content"})
	if problems.HasErrors() {
		var text strings.Builder
		problems.WriteText(&text, false)
		t.Fatal(text.String())
	}
	d, _ := digest.LineUp(site)
	templates, problems := page.Load(nil, "")
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	pages, _ := page.Plan(plan.New(), d, templates, files, &page.Cache{})
	p := plan.New()
	if clashes := Plan(p, d, pages.Words()); len(clashes) > 0 {
		t.Fatal(clashes)
	}
	return d, func(path string) string {
		file, ok := p.File(path)
		if !ok {
			t.Fatal(path, "is not planned")
		}
		var b bytes.Buffer
		if err := file.Render(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
}

// TestStory holds the files of a story to be those of its archive.
func TestStory(t *testing.T) {
	const name = "testdata/story.txtar"
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	_, render := planned(t, a)
	for i, f := range a.Files {
		path, wanted := strings.CutPrefix(f.Name, "want/")
		if !wanted {
			continue
		}
		if got := render(path); os.Getenv("UPDATE_GOLDEN") != "" {
			a.Files[i].Data = []byte(got)
		} else if got != string(f.Data) {
			t.Errorf("%s:\n got\n%s\nwant\n%s", path, got, f.Data)
		}
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestHostile reads back what was made of hostile words: each format gives the
// words again, and nothing more.
func TestHostile(t *testing.T) {
	a, err := txtar.ParseFile("testdata/hostile.txtar")
	if err != nil {
		t.Fatal(err)
	}
	d, render := planned(t, a)
	story := d.Stories[0]
	var articles []map[string]string
	for _, s := range story.Summaries {
		articles = append(articles, map[string]string{
			"title": s.Title, "work": s.SourceLabel.Name, "author": s.Source.Author, "agency": s.Source.Via})
	}
	testWikitext(t, render("s/table.wiki"), story, articles)
	testMarkdown(t, render("s/table.md"), story)
	testBibTeX(t, render("s/sources.bib"), articles)
	testCSL(t, render("s/sources.json"), articles)
}

var wikiReference = regexp.MustCompile(`<ref name="([\w-]+)">\{\{cite news([^{}]*)\}\}</ref>|<ref name="([\w-]+)" />`)

// testWikitext reads a table line by line: rows, cells and templates are ours
// alone, and their words those of the story.
func testWikitext(t *testing.T, text string, story *digest.Story, articles []map[string]string) {
	var cells []string
	defined, used := map[string]map[string]string{}, map[string]bool{}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if line == `{| class="wikitable"` || line == "|-" || line == "|}" {
			continue
		}
		for _, m := range wikiReference.FindAllStringSubmatch(line, -1) {
			used[m[1]+m[3]] = true
			if m[1] == "" {
				continue
			}
			if defined[m[1]] != nil {
				t.Errorf("%s is defined twice", m[1])
			}
			defined[m[1]] = map[string]string{}
			for _, parameter := range strings.Split(m[2], "|")[1:] {
				key, words, _ := strings.Cut(strings.TrimSuffix(parameter, " "), "=")
				defined[m[1]][key] = html.UnescapeString(words)
			}
		}
		line = wikiReference.ReplaceAllString(line, "")
		first, rest, ok := strings.Cut(strings.Replace(line, "|+ ", "| ", 1), "| ")
		if _, words, head := strings.Cut(rest, "| "); head && first == "!" {
			rest = words
		}
		if !ok || strings.ContainsAny(rest, "|{}[]<>=") || strings.Contains(rest, "!!") {
			t.Errorf("a line that is no cell: %s", line)
		}
		cells = append(cells, html.UnescapeString(rest))
	}
	for name := range used {
		if defined[name] == nil {
			t.Errorf("%s is not defined", name)
		}
	}
	for _, article := range articles {
		found := false
		for _, c := range defined {
			found = found || c["title"] == article["title"] && c["work"] == article["work"] &&
				c["author"] == article["author"] && c["agency"] == article["agency"]
		}
		if !found {
			t.Errorf("no citation of %q among %q", article, defined)
		}
	}
	all := "\n" + strings.Join(cells, "\n") + "\n"
	for _, row := range story.Rows {
		for _, r := range row.Reports {
			quoted := false
			for _, c := range defined {
				quoted = quoted || c["quote"] == r.Quote
			}
			value := strings.Join(strings.Fields(r.Value.Written), " ")
			if !quoted || !strings.Contains(all, "\n"+value) || !strings.Contains(all, "\n"+row.Name.String()) {
				t.Errorf("lacks %s: %q, %q in %q", row.Name, value, r.Quote, cells)
			}
		}
	}
}

// testMarkdown renders a table, and looks for the words in its cells.
func testMarkdown(t *testing.T, text string, story *digest.Story) {
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(text), &b); err != nil {
		t.Fatal(err)
	}
	root, err := nethtml.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	var cells []string
	for n := range root.Descendants() {
		if n.Type != nethtml.ElementNode {
			continue
		}
		switch n.Data {
		case "td":
			cells = append(cells, textOf(n))
		case "html", "head", "body", "table", "thead", "tbody", "tr", "th", "a", "p":
		default:
			t.Errorf("a %s in %s", n.Data, text)
		}
	}
	lines := 0
	for _, row := range story.Rows {
		for _, r := range row.Reports {
			value := strings.Join(strings.Fields(r.Value.Written), " ")
			for _, words := range []string{value, row.Name.String(), r.Quote, r.Summary.SourceLabel.Name} {
				if !strings.Contains("\n"+strings.Join(cells, "\n"), words) {
					t.Errorf("lacks %q in %q", words, cells)
				}
			}
			lines++
		}
	}
	if len(cells)%3 != 0 || len(cells) > 3*lines {
		t.Errorf("%d cells for %d reports", len(cells), lines)
	}
}

func textOf(n *nethtml.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == nethtml.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

var unTeX = strings.NewReplacer(`\textbackslash{}`, `\`, `\textbraceleft{}`, `{`, `\textbraceright{}`, `}`,
	`\textasciitilde{}`, `~`, `\textasciicircum{}`, `^`, `{"}`, `"`, `\%`, `%`, `\$`, `$`, `\&`, `&`, `\#`, `#`, `\_`,
	`_`)

// testBibTeX reads entries and fields by their braces, as BibTeX does.
func testBibTeX(t *testing.T, text string, articles []map[string]string) {
	keys := map[string]bool{}
	entries := strings.Split(strings.TrimSuffix(text, "\n}\n"), "\n}\n\n")
	if len(entries) != len(articles) {
		t.Fatalf("%d entries for %d articles", len(entries), len(articles))
	}
	for i, entry := range entries {
		head, rest, _ := strings.Cut(entry, ",\n  ")
		key, ok := strings.CutPrefix(head, "@misc{")
		if !ok || keys[key] || strings.ContainsAny(key, " ,{}\\\"#%") {
			t.Errorf("an entry begins with %q", head)
		}
		keys[key] = true
		fields := map[string]string{}
		for _, field := range strings.Split(rest, ",\n  ") {
			name, words, _ := strings.Cut(field, " = ")
			depth := 0
			for j, c := range words {
				depth += map[rune]int{'{': 1, '}': -1}[c]
				if depth < 0 || depth == 0 && j < len(words)-1 && words[0] == '{' {
					t.Errorf("a field that ends early: %s", field)
				}
			}
			if depth != 0 {
				t.Errorf("a field that doesn't end: %s", field)
			}
			words = strings.TrimSuffix(strings.TrimPrefix(words, "{"), "}")
			if name == "title" || name == "author" {
				words = strings.TrimSuffix(strings.TrimPrefix(words, "{"), "}")
			}
			fields[name] = unTeX.Replace(words)
		}
		if fields["title"] != articles[i]["title"] || fields["howpublished"] != articles[i]["work"] ||
			fields["author"] != articles[i]["author"] {
			t.Errorf("got %q for %q", fields, articles[i])
		}
	}
}

func testCSL(t *testing.T, text string, articles []map[string]string) {
	var items []cslItem
	if err := json.Unmarshal([]byte(text), &items); err != nil || len(items) != len(articles) {
		t.Fatal(len(items), "items, of", len(articles), err)
	}
	ids := map[string]bool{}
	for i, item := range items {
		if item.Title != articles[i]["title"] || item.Container != articles[i]["work"] || ids[item.ID] {
			t.Errorf("got %+v for %q", item, articles[i])
		}
		ids[item.ID] = true
	}
}
