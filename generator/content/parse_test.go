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

// FuzzParse gives any bytes to parse. Whatever they are, it comes back soon,
// says the same twice, and puts problems where the file has lines.
func FuzzParse(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
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
		for as := topRole; as <= summaryRole; as++ {
			p := parse("content/s/a.md", as, data, defaults())
			if again := parse("content/s/a.md", as, data, defaults()); !reflect.DeepEqual(p.problems, again.problems) {
				t.Errorf("two readings differ:\n%v\n%v", p.problems, again.problems)
			}
			seen := map[string]bool{}
			for _, q := range p.problems {
				if q.Line < 0 || q.Line > lines || q.Column < 0 || q.Message == "" {
					t.Errorf("a strange problem: %+v in %d lines", q, lines)
				}
				if key := fmt.Sprint(q.Place, q.Message); seen[key] {
					t.Errorf("said twice: %+v", q)
				} else {
					seen[key] = true
				}
			}
			unread := p.release.held && p.problems.HasErrors() // a draft that stands for itself
			if m := p.summary; m != nil && !unread && (m.Slug == "" || m.First < 1) {
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
		"keys":           manyKeyss(n),
		"comments":       strings.Repeat("a: #\n", n/5),
		"colons":         "title: " + strings.Repeat("a: ", n/3),
		"braces":         "title: " + strings.Repeat("{a: b: c, ", n/10),
		"quotes":         strings.Repeat("a: \"x\n", n/6),
		"bad lines":      strings.Repeat("x y z\n", n/6),
		"indents":        strings.Repeat(" a: b\n  c: d\n", n/14),
		"figures":        "figures:\n" + strings.Repeat("  a: 1,2,3\n", n/11),
		"toml keys":      strings.ReplaceAll(manyKeyss(n), ": x", "=\"x\""),
		"toml deep":      "a=" + strings.Repeat("[", n),
		"toml dots":      strings.Repeat("a.", n/2) + "a=1",
		"toml inline":    "a=" + strings.Repeat("{a=", n/4) + "1" + strings.Repeat("}", n/4),
		"toml mixed":     "a=" + strings.Repeat("{x=1,b=", n/8) + "1" + strings.Repeat("}", n/8),
		"toml mixes":     "a=" + strings.Repeat("[1,{x=1,b=", n/12) + "1" + strings.Repeat("}]", n/12),
		"toml arrays":    "a=" + strings.Repeat("[", n/2) + strings.Repeat("]", n/2),
		"toml tables":    strings.Repeat("[[a.b]]\n", n/8),
		"toml many dots": strings.Repeat(strings.Repeat("a.", 45)+"b=1\n", n/95),
		"json keys":      "{" + strings.ReplaceAll(manyKeyss(n), "\n", ", ") + "}",
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
			p := parse("a.md", summaryRole, []byte(text), defaults())
			if len(p.problems) == 0 {
				t.Error("no problem")
			}
			t.Log(len(p.problems), time.Since(start))
		})
	}
}

func manyKeyss(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "k%d: x\n", i)
	}
	return b.String()
}

func TestIgnored(t *testing.T) {
	for _, name := range strings.Fields(`.git .a.md.swp a.md~ #a.md# 4913 a.swp ~$a.md .#a.md Thumbs.db
		a.md.bak a.md.orig a.md.rej a.md.tmp.4821 a.md.tmp a.md___jb_tmp___ a.md___jb_old___ a.md.part a.md.save a.md.save.1
		a.md.BAK a.md.~1~ a.md.crdownload a.md.sb-1a2b3c-Xy a_LOCAL_4821.md a.md.mine %a.md% a.md.un~ a.md.old
		a.md.dpkg-old a.md.sed4Xb a.md.swpx a.md.r12 a.md,v`) {
		if !Ignored(name) {
			t.Errorf("%s is read", name)
		}
	}
	for _, name := range strings.Fields("a.md a~b.md #a.md 49130 a.png a.swf old.md a.old.md notes.2 v1.2.3 " +
		"report.v2.pdf tmp.md bak part-1.md a.md.pdf a.md.gz a.md.svg a.md.txt a.md.html a,v") {
		if Ignored(name) {
			t.Errorf("%s is not read", name)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("testdata/bench.md")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if p := parse("a.md", summaryRole, data, defaults()); len(p.problems) > 0 {
			b.Fatal(p.problems)
		}
	}
}
