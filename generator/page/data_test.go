package page

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"collate/generator/digest"
)

// linked is what a page says of itself in JSON-LD.
type linked struct {
	Context string `json:"@context"`
	Graph   []struct {
		Type         string `json:"@type"`
		Name         string
		Headline     string
		URL          string
		Published    string                                    `json:"datePublished"`
		BasedOn      struct{ Publisher struct{ Name string } } `json:"isBasedOn"`
		Distribution struct{ ContentURL string }               `json:"distribution"`
	} `json:"@graph"`
}

// linkedSource reads the JSON-LD of a page.
func (p planned) linkedSource(t *testing.T, path string) linked {
	t.Helper()
	root, err := html.Parse(strings.NewReader(p.render(t, digest.File(path))))
	if err != nil {
		t.Fatal(err)
	}
	var page linked
	for _, script := range find(root, "script") {
		if attr(script, "type") == "application/ld+json" {
			if err := json.Unmarshal([]byte(text_(script)), &page); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
	return page
}

// Every page of the real content says in JSON-LD what it is, with its own
// address: a summary that it is an article based on its source's, a story that
// it is a collection, and a set of data with its table.
func TestLinkedData(t *testing.T) {
	p := planSite(t, os.DirFS("../../content"))
	for _, name := range p.Paths() {
		if path.Base(name) != "index.html" || strings.HasSuffix(name, "/table/index.html") {
			continue
		}
		page := p.linkedSource(t, strings.TrimSuffix(name, "index.html"))
		if page.Context != "https://schema.org" || len(page.Graph) == 0 {
			t.Errorf("%s says nothing of itself", name)
			continue
		}
		if want := p.digest.Config.URL + strings.TrimSuffix(name, "index.html"); page.Graph[0].URL != want {
			t.Errorf("%s says that it is at %s", name, page.Graph[0].URL)
		}
	}
	for _, story := range p.digest.Stories {
		page := p.linkedSource(t, story.Path())
		if len(page.Graph) != 2 || page.Graph[0].Type != "CollectionPage" || page.Graph[1].Type != "Dataset" ||
			!strings.HasSuffix(page.Graph[1].Distribution.ContentURL, story.Path()+"figures.csv") {
			t.Errorf("%s: %+v", story.Slug, page)
		}
		for _, s := range story.Summaries {
			page := p.linkedSource(t, s.Path())
			if a := page.Graph[0]; a.Type != "Article" || a.Headline != s.Title || a.Published != s.Date.String() ||
				a.BasedOn.Publisher.Name != s.SourceLabel.Name {
				t.Errorf("%s: %+v", s.File, a)
			}
		}
	}
}

// Addresses are percent-encoded wherever a page states its own, and in feeds.
func TestAddresses(t *testing.T) {
	files := fstest.MapFS{
		"index.md": {Data: []byte("---\ntitle: T\nurl: https://x.example/news/\n---\n")},
		"köln/a.md": {Data: []byte("---\ntitle: A\ndate: 2026-01-01\nsource: S\nfigures: {Sum: " +
			"$1B}\n---\n[[Sum]] [b](b%20%23.png)\n\n```timeline\nlimit: 1\n```\n")},
		"köln/b #.png":  {Data: []byte("x")},
		"köln/index.md": {Data: []byte("---\ntitle: Köln\n---\n")},
	}
	p := planSite(t, files)
	page := p.render(t, "köln/index.html")
	for _, want := range []string{
		`<link rel="canonical" href="https://x.example/news/k%C3%B6ln/">`,
		`<meta property="og:url" content="https://x.example/news/k%C3%B6ln/">`,
		`src=&#34;https://x.example/news/k%C3%B6ln/table/&#34;`,
		` https://x.example/news/k%C3%B6ln/#sum`,
		`"url":"https://x.example/news/k%C3%B6ln/"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the story's page has no %s", want)
		}
	}
	for url, base := range map[string]string{"https://x.example/news/": "https://x.example/news/", "": "/"} {
		p.digest.Config.URL = url
		var b bytes.Buffer
		if err := p.site.Content(&b, p.digest.Stories[0].Summaries[0]); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{`href="` + base + `k%C3%B6ln/#sum"`, `href="` + base + `k%C3%B6ln/b%20%23.png"`,
			`href="` + base + `k%C3%B6ln/a/"`} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("the feed has no %s in %s", want, &b)
			}
		}
	}
}
