package torture

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// pattern is the site of testdata/everywhere.txtar.
type pattern struct {
	names    []string          // of the places, in order
	usual    map[string]string // what stands in each
	either   map[string]bool   // where a problem is a good answer
	files    []txtar.File
	payloads []string
}

// escaped is a character of a payload that an editor would not show.
var escaped = regexp.MustCompile(`\\u[0-9a-f]{4}`)

func readPattern(t *testing.T) *pattern {
	archive, err := txtar.ParseFile("testdata/everywhere.txtar")
	if err != nil {
		t.Fatal(err)
	}
	p := &pattern{usual: map[string]string{}, either: map[string]bool{}}
	for line := range strings.Lines(string(archive.Comment)) {
		name, usual, found := strings.Cut(strings.TrimSpace(line), ": ")
		if !found || strings.Contains(name, " ") {
			continue
		}
		name, either := strings.CutPrefix(name, "!")
		p.names = append(p.names, name)
		p.usual[name], p.either[name] = usual, either
	}
	for _, f := range archive.Files {
		if f.Name != "payloads" {
			p.files = append(p.files, f)
			continue
		}
		for line := range strings.Lines(string(f.Data)) {
			p.payloads = append(p.payloads,
				escaped.ReplaceAllStringFunc(strings.TrimSpace(line), func(code string) string {
					n, _ := strconv.ParseUint(code[2:], 16, 32)
					return string(rune(n))
				}))
		}
	}
	return p
}

// fill writes the site with other texts in some of the places.
func (p *pattern) fill(dir string, put map[string]string) error {
	text := func(name string) string {
		if given, ok := put[name]; ok {
			return given
		}
		return p.usual[name]
	}
	for _, f := range p.files {
		name := expand(f.Name, func(place string) string { return text(place) })
		body := false // after the front matter texts stand as they are
		var b strings.Builder
		for i, line := range strings.SplitAfter(string(f.Data), "\n") {
			b.WriteString(expand(line, func(place string) string {
				switch {
				case body:
					return text(place)
				case place == "remarked":
					return quoted("$110B (" + text("remark") + ")")
				}
				return quoted(text(place))
			}))
			body = body || i > 0 && line == "---\n"
		}
		full := filepath.Join(dir, filepath.FromSlash(name))
		if !strings.HasPrefix(full, dir+string(filepath.Separator)+"content") {
			continue // a name that climbs out of content/ can't be made there
		}
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(full, []byte(b.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

var place = regexp.MustCompile(`<<[a-z-]+>>`)

// expand puts texts into the places of a line.
func expand(line string, text func(place string) string) string {
	return place.ReplaceAllStringFunc(line, func(p string) string { return text(p[2 : len(p)-2]) })
}

// quoted is a text as a YAML scalar in quotes.
func quoted(s string) string {
	encoded, _ := json.Marshal(s) // texts can be encoded
	return string(encoded)
}

// TestEverywhere puts hostile text into each place of a site.
func TestEverywhere(t *testing.T) {
	prepare(t)
	p := readPattern(t)
	if len(p.names) < 50 || len(p.payloads) < 20 {
		t.Fatalf("%d places and %d texts", len(p.names), len(p.payloads))
	}
	t.Run("usual", func(t *testing.T) { p.try(t, nil, false) })
	each := pick(1, len(p.payloads))
	for i, name := range p.names {
		for n := range each {
			payload := p.payloads[(i+n)%len(p.payloads)]
			t.Run(fmt.Sprintf("%s/%d", name, (i+n)%len(p.payloads)), func(t *testing.T) {
				t.Parallel()
				p.try(t, map[string]string{name: payload}, p.either[name] || mayFail(payload))
			})
		}
	}
	for i, payload := range p.payloads {
		t.Run(fmt.Sprintf("all/%d", i), func(t *testing.T) {
			t.Parallel()
			all := map[string]string{}
			for _, name := range p.names {
				if !p.either[name] {
					all[name] = payload
				}
			}
			p.try(t, all, mayFail(payload))
		})
	}
}

func (p *pattern) try(t *testing.T, put map[string]string, either bool) {
	dir := t.TempDir()
	if err := p.fill(dir, put); err != nil {
		t.Skip("the system does not allow such a name:", err)
	}
	want := "site"
	if either {
		want = "either"
	}
	attempt(t, dir, want)
}

// mayFail reports whether a text names a figure, which is not in every story,
// begins a comment, which may not end, or turns the direction of text, which
// is an error in values.
func mayFail(payload string) bool {
	return strings.Contains(payload, "[[") || strings.Contains(payload, "<!--") || strings.Contains(payload, "\u202e")
}
