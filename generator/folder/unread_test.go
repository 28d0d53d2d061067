package folder

import (
	"strings"
	"testing"
	"testing/fstest"
)

// readOne reads a site with one summary.
func readOne(text string) (errors, all string) {
	_, problems := Read(fstest.MapFS{
		"index.md":   {Data: []byte("---\ntitle: T\nurl: https://t.example/\n---\n")},
		"story/a.md": {Data: []byte(text)},
	}, Options{Prefix: "content"})
	var worst, every strings.Builder
	problems.Errors().WriteText(&worst, false)
	problems.WriteText(&every, false)
	return worst.String(), every.String()
}

// What is wrong with a draft is told, and stops no site that leaves it out.
func TestUnreadDrafts(t *testing.T) {
	for name, text := range map[string]string{
		"long":     "---\ntitle: T\ndraft: true # for now\nsummary: " + strings.Repeat("x", 100<<10) + "\n---\n",
		"no YAML":  "---\ntitle: [T\ndraft: true\n---\n",
		"unclosed": "---\ntitle: T\ndraft: true\n",
		"no TOML":  "+++\ntitle = \ndraft = true\n+++\n",
		"no JSON":  "{\n\"title\": x,\n\"draft\": true\n}\n",
		"CRLF":     "---\r\ntitle: [T\r\ndraft: true\r\n---\r\n",
	} {
		if errors, all := readOne(text); errors != "" || !strings.Contains(all, "content/story/a.md") {
			t.Errorf("%s: errors %q of\n%s", name, errors, all)
		}
	}
	for _, file := range []string{"story/index.md", "a.md", "sources/reuters.md"} {
		_, problems := Read(fstest.MapFS{
			"index.md":   {Data: []byte("---\ntitle: T\nurl: https://t.example/\n---\n")},
			"story/b.md": {Data: []byte("---\ntitle: B\ndate: 2026-03-01\nsource: Reuters\n---\n")},
			file:         {Data: []byte("---\ntitle: [T\ndraft: true\n---\n")},
		}, Options{Prefix: "content"})
		if problems.HasErrors() || len(problems) == 0 {
			t.Errorf("%s: %v", file, problems)
		}
	}
	for name, text := range map[string]string{
		"no draft":    "---\ntitle: [T\ndraft: false\n---\n",
		"in the text": "---\ntitle: [T\n---\ndraft: true\n",
		"indented":    "---\ntitle: [T\nsource:\n  draft: true\n---\n",
	} {
		if errors, _ := readOne(text); errors == "" {
			t.Errorf("%s is taken for a draft", name)
		}
	}
}

// Marks that turn the direction of text are told, and are errors in values.
func TestDirections(t *testing.T) {
	head := "date: 2026-02-27\nsource: Reuters\n"
	for text, wants := range map[string][2]string{
		"title: The \u202eround\n" + head: {"",
			`content/story/a.md:2:12: warning: a mark here turns the direction of text (U+202E)`},
		"title: \"The \\u2067round\"\n" + head: {"",
			`content/story/a.md:2:8: warning: a mark here turns the direction of text (U+2067)`},
		"title: T\n" + head + "figures:\n  A: \u202e$120B\n":       {`content/story/a.md:6:6: error: a mark here`, ""},
		"title: T\n" + head + "figures:\n  A: \"$1\\u2066B\"\n":    {`content/story/a.md:6:6: error: a mark here`, ""},
		"title: T\n" + head + "figures:\n  A\u202eB: $120B\n":      {`content/story/a.md:6:4: error: a mark here`, ""},
		"title: שלום \u05d0\n" + head + "summary: Right to left\n": {"", ""},
	} {
		errors, all := readOne("---\n" + text + "---\nText.\n")
		if wants[0] == "" && errors != "" || !strings.Contains(errors, wants[0]) || !strings.Contains(all, wants[1]) ||
			wants == [2]string{} && strings.Contains(all, "a mark here") {
			t.Errorf("%q: got\n%s", text, all)
		}
	}
}
