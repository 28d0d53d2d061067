package markdown

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzParse looks for panics, unbalanced tags, attributes and schemes that we
// do not write, and documents that differ from one time to the next.
func FuzzParse(f *testing.F) {
	for _, source := range corpus(f) {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		d := Parse(source, Position{File: "a.md", Line: 1, Language: "en"})
		got := rendered(d)
		if wrong := malformed(got); wrong != "" {
			t.Errorf("%s\nin %q\nfrom %q", wrong, got, source)
		}
		if again := rendered(Parse(source, Position{File: "a.md", Line: 1, Language: "en"})); again != got {
			t.Errorf("%q gives %q, then %q", source, got, again)
		}
		lines := strings.Count(clean(source), "\n") + 1
		for _, p := range d.Problems() {
			if p.Line < 1 || p.Line > lines || p.Column < 1 || p.Column > utf8.RuneCountInString(p.Text)+1 {
				t.Errorf("a problem at %v in %q", p.Place, source)
			}
		}
		for _, r := range d.References() {
			if !strings.HasPrefix(string([]rune(r.Line)[r.Place.Column-1:]), "[[") {
				t.Errorf("no reference at %v in %q", r.Place, source)
			}
		}
	})
}

func corpus(tb testing.TB) (sources []string) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no archives; error: %v", err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		for _, f := range a.Files {
			if strings.HasSuffix(f.Name, ".md") {
				sources = append(sources, string(f.Data))
			}
		}
	}
	return sources
}

func rendered(d *Document) string {
	var b bytes.Buffer
	hostile := func(r Reference) Inline {
		return Inline{Text: r.Name + `"<>&`, URL: `#"'<>` + r.Name, Mark: `<">`, Title: `"><script>` + r.Words}
	}
	if err := d.Render(&b, RenderOptions{Reference: hostile, HeadingShift: 1}); err != nil {
		return ""
	}
	return b.String() + "<p>" // so that something is there to be unbalanced
}

// attributes are those that each tag may have.
var attributes = map[string]string{
	"a": " href title class role ", "img": " src alt title ", "span": " class ", "div": " class tabindex ",
	"pre": " tabindex ", "code": " class ", "ol": " start ", "li": " id ", "sup": " class id ",
	"section": " class role ", "td": " class ", "th": " class scope ",
	"h1": " id ", "h2": " id ", "h3": " id ", "h4": " id ", "h5": " id ", "h6": " id ",
	"p": "", "em": "", "strong": "", "del": "", "ul": "", "blockquote": "", "table": "", "thead": "", "tbody": "",
	"tr": "", "br": "", "hr": "",
}

// malformed tells what is wrong with HTML that ends in an open <p>.
func malformed(html string) string {
	if html == "" {
		return ""
	}
	if !utf8.ValidString(html) {
		return "invalid UTF-8"
	}
	var open []string
	for rest := html; ; {
		_, after, found := strings.Cut(rest, "<")
		if !found {
			break
		}
		tag, next, found := cutTag(after)
		if !found {
			return "a tag that does not end"
		}
		rest = next
		if name, closing := strings.CutPrefix(tag, "/"); closing {
			if len(open) == 0 || open[len(open)-1] != name {
				return fmt.Sprintf("</%s> where %v is open", name, open)
			}
			open = open[:len(open)-1]
			continue
		}
		name, wrong := tagOf(tag)
		if wrong != "" {
			return wrong
		}
		if name == "a" && strings.Contains(" "+strings.Join(open, " ")+" ", " a ") {
			return "a link within a link"
		}
		if name != "br" && name != "hr" && name != "img" {
			open = append(open, name)
		}
	}
	if len(open) != 1 || open[0] != "p" {
		return fmt.Sprintf("%v open at the end", open)
	}
	return ""
}

// cutTag cuts a tag at the > that is not in quotes.
func cutTag(s string) (tag, rest string, found bool) {
	quoted := false
	for i := range len(s) {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == '>' && !quoted:
			return s[:i], s[i+1:], true
		}
	}
	return "", "", false
}

// tagOf gives the name of a tag, and what is wrong with its attributes.
func tagOf(tag string) (name, wrong string) {
	name, rest, _ := strings.Cut(tag, " ")
	allowed, known := attributes[name]
	if !known {
		return "", "an unknown tag <" + tag + ">"
	}
	for rest != "" {
		attribute, value, ok := strings.Cut(rest, `="`)
		value, after, closed := strings.Cut(value, `"`)
		if !ok || !closed || !strings.Contains(allowed, " "+attribute+" ") {
			return "", "an unexpected attribute in <" + tag + ">"
		}
		if strings.ContainsAny(value, "<>") {
			return "", "an unescaped character in <" + tag + ">"
		}
		if attribute == "href" || attribute == "src" {
			switch schemeOf(value) {
			case "", "http", "https", "mailto":
			default:
				return "", "a scheme in <" + tag + ">"
			}
		}
		rest = strings.TrimPrefix(after, " ")
	}
	return name, ""
}

// TestMalformed makes sure that the fuzz test would see what it looks for.
func TestMalformed(t *testing.T) {
	for _, html := range []string{
		"<script>x</script><p>", "<p><em>x</p></em><p>", `<a href="x" onclick="y">z</a><p>`,
		`<a href="javascript:x">z</a><p>`,
		`<a href="x"><em><a href="y">z</a></em></a><p>`, `<img src="x" alt="<b>"><p>`, "a < b<p>", "<em><p>", "",
	} {
		if wrong := malformed(html); (wrong == "") != (html == "") {
			t.Errorf("%q: %q", html, wrong)
		}
	}
	if wrong := malformed(`<p>x <a href="http://x">y</a><br></p><p>`); wrong != "" {
		t.Error(wrong)
	}
}

// TestConcurrent renders and parses in many goroutines; the race detector
// looks on.
func TestConcurrent(t *testing.T) {
	sources := corpus(t)
	var wg sync.WaitGroup
	for _, source := range sources {
		d := Parse(source, Position{File: "a.md", Line: 1, Language: "de"})
		want := rendered(d)
		for range 4 {
			wg.Go(func() {
				again := Parse(source, Position{File: "a.md", Line: 1, Language: "de"})
				if rendered(d) != want || rendered(again) != want {
					t.Errorf("%q is rendered in more than one way", source)
				}
				d.Excerpt(nil)
			})
		}
	}
	wg.Wait()
}
