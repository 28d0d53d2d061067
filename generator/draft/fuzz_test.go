package draft_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"collate/generator/article"
	"collate/generator/draft"
	"collate/generator/folder"
	"collate/generator/value"
)

// FuzzDraft holds any article to give a draft that can be read, as it is and
// without its draft: true.
func FuzzDraft(f *testing.F) {
	for _, text := range []string{
		"Bridge costs more\nURL: https://x.example/news:\n\nThe bridge will cost $480 million, the mayor said.\n",
		"<html><head><title> </title><meta name=date content=0000-01-01></head><body><p>5 ships: #1</p></body></html>",
		strings.Repeat("Revenue of segment 7 was $107.1 million, up 9% from $97.1 million a year ago.\n", 400),
		"Title: \u202e\"x\\\nSource: - [a]: {b}\n\n~5% of 3 million",
	} {
		f.Add([]byte(text))
	}
	today := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, data []byte) {
		a := article.Read(data)
		named := draft.Match(draft.FindAll(a.Text, value.Locale{Language: "en"}), nil)
		text := draft.Summary(a, named, today, "en")
		for _, text := range []string{text, strings.Replace(text, "draft: true", "# published", 1)} {
			_, problems := folder.Read(fstest.MapFS{
				"index.md":   {Data: []byte("---\ntitle: T\n---\n")},
				"story/a.md": {Data: []byte(text)},
			}, folder.Options{Prefix: "content", Drafts: true, Future: true})
			if problems.HasErrors() {
				var b strings.Builder
				problems.WriteText(&b, false)
				t.Fatalf("%s\n%s", b.String(), text)
			}
		}
	})
}
