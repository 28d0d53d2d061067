package markdown

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"

	"collate/generator/problem"
)

// TestLimits runs testdata/limits.txt. Without the limits some of it would not
// end within the time that a test may take.
func TestLimits(t *testing.T) {
	data, err := os.ReadFile("testdata/limits.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		count, err1 := strconv.Atoi(fields[0])
		rest := strings.TrimSpace(strings.TrimPrefix(line, fields[0]))
		quoted, err2 := strconv.QuotedPrefix(rest)
		unit, err3 := strconv.Unquote(quoted)
		if err1 != nil || err2 != nil || err3 != nil {
			t.Fatalf("cannot read %q", line)
		}
		limit(t, strings.Repeat(unit, count), line, strings.TrimSpace(strings.TrimPrefix(rest, quoted)))
	}
}

func limit(t *testing.T, source, line, want string) {
	d := Parse(source, Position{File: "a.md", Line: 1, Language: "en"})
	got := "fine"
	for _, p := range d.Problems() {
		if p.Severity == problem.Error {
			got = p.Message
		}
	}
	if !strings.HasPrefix(got, want) {
		t.Errorf("%sgot %s", line, got)
	}
	var b bytes.Buffer
	if err := d.Render(&b, RenderOptions{}); err != nil {
		t.Errorf("%s%v", line, err)
	}
	if got != "fine" && (b.Len() > 6*maxShown+100 || !strings.HasPrefix(b.String(), "<pre")) {
		t.Errorf("%sa refused text gives %d bytes of HTML that begin with %.20s", line, b.Len(), b.String())
	}
}

// TestRefused looks at what remains of a text that is too deep.
func TestRefused(t *testing.T) {
	source := "Text.\n\n" + strings.Repeat(">", 300) + "<b>[[Name]]\n"
	d := Parse(source, Position{File: "a.md", Line: 5})
	want := problem.Place{File: "a.md", Line: 7, Column: 301}
	if p := d.Problems(); len(p) != 1 || p[0].Place != want || p[0].Text != source[7:len(source)-1] {
		t.Errorf("got %v, want one problem at %v with its line", p, want)
	}
	var b bytes.Buffer
	if err := d.Render(&b, RenderOptions{}); err != nil || !strings.Contains(b.String(), "&lt;b&gt;[[Name]]\n</pre>") {
		t.Errorf("got %s, %v, want the source as text", b.String(), err)
	}
	if len(d.References()) > 0 {
		t.Error("a refused text has references")
	}
}

// TestRenderLimit fills in more than a page may hold.
func TestRenderLimit(t *testing.T) {
	d := Parse("[[a]] [[b]]", Position{File: "a.md", Line: 1})
	var b bytes.Buffer
	long := func(Reference) Inline { return Inline{Text: strings.Repeat("x", maxHTML/2+1)} }
	if err := d.Render(&b, RenderOptions{Reference: long}); err == nil {
		t.Errorf("%d bytes of HTML gave no error", b.Len())
	}
}

// TestWarningsLimit counts the problems of a text that has nothing else.
func TestWarningsLimit(t *testing.T) {
	d := Parse(strings.Repeat("<b>\n\n", 1000), Position{File: "a.md", Line: 1})
	p := d.Problems()
	if len(p) != maxWarnings+1 || p[maxWarnings].Message != "900 more problems in this text are not listed" {
		t.Errorf("got %d problems, the last %v", len(p), p[len(p)-1])
	}
}

// TestLongLink has a definition that is used again and again.
func TestLongLink(t *testing.T) {
	long := "/" + strings.Repeat("a", maxURL)
	d := Parse("[a]\n\n[a]: "+long, Position{File: "a.md", Line: 1})
	if p := d.Problems(); len(p) != 1 ||
		p[0].Message != "link: the destination has 8193 bytes, expected at most 8192" || len(d.Links()) > 0 {
		t.Errorf("got %v and %d links", p, len(d.Links()))
	}
	d = Parse(strings.Repeat("[a]\n\n", 2000)+"[a]: /"+strings.Repeat("a", maxURL-1), Position{File: "a.md", Line: 1})
	if p := d.Problems(); len(p) != 1 || p[0].Message != "the text gives more than 8 MB of HTML" {
		t.Errorf("got %v", p)
	}
}

// TestClean parses what neither HTML nor XML may hold.
func TestClean(t *testing.T) {
	for source, want := range map[string]string{
		"a\r\nb\rc\r\n":              "<p>a\nb\nc</p>\n",
		"\x00\x01\x1b[1mé\xff":       "<p>\uFFFD\uFFFD\uFFFD[1mé\uFFFD</p>\n",
		"`\x0b` \ufffe\uffff \u0085": "<p><code>\uFFFD</code> \uFFFD\uFFFD \u0085</p>\n",
		"[a](java\x7fscript:x)":      "<p>a</p>\n",
		"[a](java\u0085script:x)":    "<p>a</p>\n",
	} {
		var b bytes.Buffer
		if err := Parse(source, Position{File: "a.md", Line: 1}).Render(&b, RenderOptions{}); err != nil ||
			b.String() != want {
			t.Errorf("%q: got %q, %v, want %q", source, b.String(), err, want)
		}
	}
}
