package torture

import (
	"fmt"
	"strings"
	"testing"
)

// articles are texts of which drafts are made.
var articles = map[string]string{
	"long":     "Quarterly results\n\n" + segments(2000),
	"one line": "Results " + strings.ReplaceAll(segments(2000), "\n", " "),
	"url":      "Bridge costs more\nURL: https://x.example/news:\n\nThe bridge will cost $480 million.\n",
	"no title": "<html><head><title> </title></head><body><p>It cost $5 million.</p></body></html>",
	"year zero": "<html><head><title>T</title><meta name=date content=0000-01-01></head><body><p>$5 " +
		"million.</p></body></html>",
	"marks":   "Title \u202e x\n\nIt cost \u2066$5 million\u2069.\n",
	"nothing": "",
}

func segments(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Revenue of segment %d was $%d.%d million, up %d%% from $%d.1 million a year ago, the "+
			"company said.\n", i, 100+i, i%10, i%90+2, 90+i)
	}
	return b.String()
}

// TestDrafts makes drafts of all kinds of articles. None stops the site, as it
// is or taken in.
func TestDrafts(t *testing.T) {
	for name, text := range articles {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, map[string]string{"content/index.md": home, "content/round/a.md": summary, "article.txt": text})
			if r := collate(t, dir, "draft", "--story", "round", "article.txt"); r.status != 0 {
				if name != "nothing" {
					t.Errorf("draft: %s", r.stderr)
				}
				return
			}
			for _, args := range [][]string{{"build"}, {"lint", "--drafts"}} {
				if r := collate(t, dir, args...); r.status != 0 {
					t.Errorf("%v: %s", args, r.stderr)
				}
			}
		})
	}
}

// TestBadDrafts breaks a draft in each way. What is wrong with it is a warning
// and the site is built without it.
func TestBadDrafts(t *testing.T) {
	for name, text := range map[string]string{
		"long front matter": "---\ntitle: T\ndraft: true\nsummary: " + strings.Repeat("x", 100<<10) + "\n---\n",
		"no YAML":           "---\ntitle: [T\ndraft: true\n---\n",
		"doubled keys":      "---\ntitle: T\ntitle: T\ndraft: true\n---\n",
		"values":            "---\ntitle: T\ndraft: true\nfigures: {A: 1,2,3}\n---\n",
		"no TOML":           "+++\ntitle = \ndraft = true\n+++\n",
		"no JSON":           "{\n\"title\": x,\n\"draft\": true\n}\n",
		"unclosed":          "---\ntitle: T\ndraft: true\n",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, map[string]string{"content/index.md": home, "content/round/a.md": summary,
				"content/round/b.md": text})
			if r := collate(t, dir, "build"); r.status != 0 {
				t.Errorf("build: %s", r.stderr)
			}
		})
	}
}
