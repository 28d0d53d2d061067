package content

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzParse gives any bytes to Parse. Whatever they are, it comes back soon,
// says the same twice, and puts problems where the file has lines.
func FuzzParse(f *testing.F) {
	names, _ := filepath.Glob("../folder/testdata/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			// or it spends its time making the long ones shorter
			if strings.HasSuffix(file.Name, ".md") && len(file.Data) < 4000 {
				f.Add(file.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 10_000 {
			return
		}
		lines := bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r")) + 1
		for as := TopRole; as <= SummaryRole; as++ {
			p := Parse("content/s/a.md", as, data, Defaults())
			if again := Parse("content/s/a.md", as, data, Defaults()); !reflect.DeepEqual(p.Problems, again.Problems) {
				t.Errorf("two readings differ:\n%v\n%v", p.Problems, again.Problems)
			}
			seen := map[string]bool{}
			for _, q := range p.Problems {
				if q.Line < 0 || q.Line > lines || q.Column < 0 || q.Message == "" {
					t.Errorf("a strange problem: %+v in %d lines", q, lines)
				}
				if key := fmt.Sprint(q.Place, q.Message); seen[key] {
					t.Errorf("said twice: %+v", q)
				} else {
					seen[key] = true
				}
			}
			unread := p.Release.Held && p.Problems.HasErrors() // a draft that stands for itself
			if m := p.Summary; m != nil && !unread && (m.Slug == "" || m.First < 1) {
				t.Errorf("a strange summary: %+v", m)
			}
		}
	})
}

// What takes long for others must not for us: the fuzz test finds no such
// input by itself. Each is near the size that front matter may have.
func TestParseHeavy(t *testing.T) {
	const n = 60_000
	for name, block := range map[string]string{
		"flow":           strings.Repeat("[", n),
		"lists":          strings.Repeat("- ", n/2),
		"maps":           "a: " + strings.Repeat("{a: ", n/4),
		"questions":      strings.Repeat("? ", n/2),
		"keys":           manyKeys(n),
		"comments":       strings.Repeat("a: #\n", n/5),
		"colons":         "title: " + strings.Repeat("a: ", n/3),
		"braces":         "title: " + strings.Repeat("{a: b: c, ", n/10),
		"quotes":         strings.Repeat("a: \"x\n", n/6),
		"bad lines":      strings.Repeat("x y z\n", n/6),
		"indents":        strings.Repeat(" a: b\n  c: d\n", n/14),
		"figures":        "figures:\n" + strings.Repeat("  a: 1,2,3\n", n/11),
		"toml keys":      strings.ReplaceAll(manyKeys(n), ": x", "=\"x\""),
		"toml deep":      "a=" + strings.Repeat("[", n),
		"toml dots":      strings.Repeat("a.", n/2) + "a=1",
		"toml inline":    "a=" + strings.Repeat("{a=", n/4) + "1" + strings.Repeat("}", n/4),
		"toml mixed":     "a=" + strings.Repeat("{x=1,b=", n/8) + "1" + strings.Repeat("}", n/8),
		"toml mixes":     "a=" + strings.Repeat("[1,{x=1,b=", n/12) + "1" + strings.Repeat("}]", n/12),
		"toml arrays":    "a=" + strings.Repeat("[", n/2) + strings.Repeat("]", n/2),
		"toml tables":    strings.Repeat("[[a.b]]\n", n/8),
		"toml many dots": strings.Repeat(strings.Repeat("a.", 45)+"b=1\n", n/95),
		"json keys":      "{" + strings.ReplaceAll(manyKeys(n), "\n", ", ") + "}",
		"json deep":      "{\"a\":" + strings.Repeat("[", n/2) + strings.Repeat("]", n/2) + "}",
		"json list":      "{\"a\":[" + strings.Repeat("1,", n/2) + "1]}",
		"torn":           "figures: {a: 1" + strings.Repeat(",1", n/3) + "}",
		"many torn":      "figures: {a: 1" + strings.Repeat(",1, b: 2", n/8) + "}",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			text := "---\n" + block + "\n---\n"
			switch name[:4] {
			case "toml":
				text = "+++\n" + block + "\n+++\n"
			case "json":
				text = block
			}
			p := Parse("a.md", SummaryRole, []byte(text), Defaults())
			if len(p.Problems) == 0 {
				t.Error("no problem")
			}
			t.Log(len(p.Problems), time.Since(start))
		})
	}
}

func manyKeys(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "k%d: x\n", i)
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("testdata/bench.md")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if p := Parse("a.md", SummaryRole, data, Defaults()); len(p.Problems) > 0 {
			b.Fatal(p.Problems)
		}
	}
}
