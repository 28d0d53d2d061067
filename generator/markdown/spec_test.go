package markdown

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestSpec runs the examples of the CommonMark specification, as goldmark
// carries them. What we do otherwise is listed in testdata/spec.txt, example
// by example with the reason; an entry that is no longer true fails.
func TestSpec(t *testing.T) {
	reasons := specReasons(t)
	for _, e := range specExamples(t) {
		var b bytes.Buffer
		if err := Parse(e.Markdown, Position{File: "spec.md", Line: 1}).Render(&b, RenderOptions{}); err != nil {
			t.Fatal(err)
		}
		got, want := fromOurs(b.String()), fromSpec(e.HTML)
		switch reason, listed := reasons[e.Example]; {
		case got != want && !listed:
			t.Errorf("example %d (%s)\n%s\ngot\n%s\nwant\n%s", e.Example, e.Section, e.Markdown, got, want)
		case got == want && listed:
			t.Errorf("example %d is listed in testdata/spec.txt (%s), but does as the specification says", e.Example,
				reason)
		}
		delete(reasons, e.Example)
	}
	for n := range reasons {
		t.Errorf("testdata/spec.txt: there is no example %d", n)
	}
}

type specExample struct {
	Markdown, HTML, Section string
	Example                 int
}

func specExamples(t *testing.T) (examples []specExample) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal("goldmark's folder cannot be found, so there are no examples:", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Fatal("goldmark came without its examples:", err)
	}
	if err := json.Unmarshal(data, &examples); err != nil || len(examples) < 600 {
		t.Fatalf("%d examples, expected more than 600; error: %v", len(examples), err)
	}
	return examples
}

// specReasons reads lines of "number reason" or "first-last reason".
func specReasons(t *testing.T) map[int]string {
	data, err := os.ReadFile("testdata/spec.txt")
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[int]string{}
	for line := range strings.Lines(string(data)) {
		numbers, reason, _ := strings.Cut(strings.TrimSpace(line), " ")
		first, last, ranged := strings.Cut(numbers, "-")
		if !ranged {
			last = first
		}
		from, err1 := strconv.Atoi(first)
		to, err2 := strconv.Atoi(last)
		for n := from; err1 == nil && err2 == nil && n <= to; n++ {
			reasons[n] = reason
		}
	}
	return reasons
}

var headingID = regexp.MustCompile(`(<h[1-6]) id="h_[^"]*"`)

// fromOurs takes off what we add everywhere.
func fromOurs(html string) string {
	html = headingID.ReplaceAllString(html, "$1")
	return strings.ReplaceAll(html, `<pre tabindex="0">`, "<pre>")
}

// fromSpec turns XHTML into HTML.
func fromSpec(html string) string {
	return strings.ReplaceAll(html, " />", ">")
}
