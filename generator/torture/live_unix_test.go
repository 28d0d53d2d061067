//go:build unix

package torture

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// writer edits content at random, as editors and other programs do.
type writer struct {
	*rand.Rand
	dir    string // in which content/ and templates/ are
	serial int
}

// edits are the ways to edit. What can't be done, since an earlier edit took
// the file away, is not done.
var edits = map[string]func(w *writer){
	"in place": func(w *writer) { name := w.summary(); save(name, w.text()) },
	"in pieces": func(w *writer) {
		f, err := os.Create(w.summary())
		if err != nil {
			return
		}
		text := w.text()
		f.WriteString(text[:len(text)/2])
		f.Sync()
		f.WriteString(text[len(text)/2:])
		f.Close()
	},
	"by rename": func(w *writer) {
		name := w.summary()
		save(filepath.Join(filepath.Dir(name), ".tmp"), w.text())
		os.Rename(filepath.Join(filepath.Dir(name), ".tmp"), name)
	},
	"as vim does": func(w *writer) {
		name := w.summary()
		save(filepath.Join(filepath.Dir(name), "4913"), "")
		os.Remove(filepath.Join(filepath.Dir(name), "4913"))
		os.Rename(name, name+"~")
		save(name, w.text())
		os.Remove(name + "~")
	},
	"deleted first": func(w *writer) { name := w.summary(); os.Remove(name); save(name, w.text()) },
	"same size": func(w *writer) {
		name := w.summary()
		text, _ := os.ReadFile(name)
		if len(text) > 0 && text[len(text)-1] == '\n' {
			text[len(text)-1] = ' '
			os.WriteFile(name, text, 0o644)
		}
	},
	"same size and time": func(w *writer) {
		name := w.summary()
		info, err := os.Stat(name)
		text, _ := os.ReadFile(name)
		if err == nil && len(text) > 3 {
			text[len(text)-3] = byte('0' + w.IntN(10))
			os.WriteFile(name, text, 0o644)
			os.Chtimes(name, info.ModTime(), info.ModTime())
		}
	},
	"as JetBrains does": func(w *writer) {
		name := w.summary()
		save(name+"___jb_tmp___", w.text())
		os.Rename(name, name+"___jb_old___")
		os.Rename(name+"___jb_tmp___", name)
		os.Remove(name + "___jb_old___")
	},
	"as Emacs does": func(w *writer) {
		name := w.summary()
		lock := filepath.Join(filepath.Dir(name), ".#"+filepath.Base(name))
		os.Symlink("writer@host.1:2", lock)
		save(name, w.text())
		os.Remove(lock)
	},
	"template locked": func(w *writer) {
		lock := filepath.Join(w.dir, "templates/.#story.html")
		if os.Symlink("writer@host.1:2", lock) != nil {
			os.Remove(lock)
		}
	},
	"old times": func(w *writer) {
		name := w.summary()
		save(name, w.text())
		os.Chtimes(name, time.Time{}, time.Unix(1, 0))
	},
	"file for a folder": func(w *writer) {
		story := w.story()
		if strings.Contains(story, "made-") {
			os.RemoveAll(story)
			save(story, "text")
			os.Remove(story)
			os.Mkdir(story, 0o755)
			save(w.newName(story), w.text())
		}
	},
	"touched": func(w *writer) { now := time.Now(); os.Chtimes(w.summary(), now, now); os.Chmod(w.summary(), 0o600) },
	"removed": func(w *writer) { os.Remove(w.summary()) },
	"new":     func(w *writer) { save(w.newName(w.story()), w.text()) },
	"new story": func(w *writer) {
		w.serial++
		story := w.content(fmt.Sprintf("made-%d", w.serial))
		os.Mkdir(story, 0o755)
		save(w.newName(story), w.text())
	},
	"renamed":       func(w *writer) { name := w.summary(); os.Rename(name, w.newName(filepath.Dir(name))) },
	"story renamed": func(w *writer) { w.serial++; os.Rename(w.story(), w.content(fmt.Sprintf("moved-%d", w.serial))) },
	"story removed": func(w *writer) {
		if story := w.story(); strings.Contains(story, "made-") {
			os.RemoveAll(story)
		}
	},
	"story swapped": func(w *writer) {
		a, b, aside := w.story(), w.story(), w.content(".aside")
		os.Rename(a, aside)
		os.Rename(b, a)
		os.Rename(aside, b)
		os.Rename(aside, a) // where both were one
	},
	"story out and in": func(w *writer) {
		story, out := w.story(), filepath.Join(w.dir, "out")
		os.Rename(story, out)
		os.Rename(out, story)
	},
	"picture":         func(w *writer) { save(filepath.Join(w.story(), "chart.png"), w.text()) },
	"picture removed": func(w *writer) { os.Remove(filepath.Join(w.story(), "chart.png")) },
	"drawing": func(w *writer) {
		save(filepath.Join(w.story(), "chart.svg"),
			fmt.Sprintf("<svg xmlns='http://www.w3.org/2000/svg'><title>%d</title></svg>", w.IntN(100)))
	},
	"site": func(w *writer) {
		save(w.content("index.md"), fmt.Sprintf("---\ntitle: Digest %d\nurl: https://digest.example/\n---\nText.\n",
			w.IntN(5)))
	},
	"style": func(w *writer) {
		name := filepath.Join(w.dir, "templates/style.css")
		text, _ := os.ReadFile(name)
		os.WriteFile(name, fmt.Appendf(text, "/* %d */\n", w.IntN(100)), 0o644)
	},
	"checked out": func(w *writer) {
		branch := w.content("branch")
		if os.RemoveAll(filepath.Join(branch)); w.IntN(2) == 0 {
			return
		}
		for i := range 500 {
			name := filepath.Join(branch, fmt.Sprintf("%03d.md", i))
			os.MkdirAll(filepath.Dir(name), 0o755)
			save(name, w.text())
		}
	},
	"content replaced": func(w *writer) {
		last, next := filepath.Join(w.dir, "last"), filepath.Join(w.dir, "next")
		os.CopyFS(next, os.DirFS(w.content("")))
		os.Rename(w.content(""), last)
		os.Rename(next, w.content(""))
		os.RemoveAll(last)
	},
	"wrong":    func(w *writer) { save(filepath.Join(w.story(), "wrong.md"), "---\ntitle: [\n") },
	"a link":   func(w *writer) { os.Symlink("/etc/passwd", filepath.Join(w.story(), "wrong.txt")) },
	"a script": func(w *writer) { save(filepath.Join(w.story(), "wrong.html"), "<script>") },
}

func save(name, text string) { os.WriteFile(name, []byte(text), 0o644) }

func (w *writer) content(name string) string { return filepath.Join(w.dir, "content", name) }

// summary names a summary.
func (w *writer) summary() string { return w.any("content/*/*.md", w.content("none/none.md")) }

// story names the folder of a story.
func (w *writer) story() string {
	return filepath.Dir(w.any("content/*/2*.md", w.content("none/none.md")))
}

func (w *writer) any(pattern, none string) string {
	names, _ := filepath.Glob(filepath.Join(w.dir, pattern))
	names = slices.DeleteFunc(names, func(name string) bool {
		return strings.Contains(name, "/branch/") || strings.Contains(name, "/sources/") ||
			strings.HasSuffix(name, "index.md") || strings.Contains(name, "wrong")
	})
	if len(names) == 0 {
		return none
	}
	return names[w.IntN(len(names))]
}

func (w *writer) newName(story string) string {
	w.serial++
	return filepath.Join(story, fmt.Sprintf("2026-03-01-new-%d.md", w.serial))
}

func (w *writer) text() string {
	return fmt.Sprintf("---\ntitle: Number %d\ndate: 2026-0%d-01\nsource: Source %d\nfigures:\n  Round total: "+
		"$%dB\n---\nText %d.\n",
		w.IntN(100), 1+w.IntN(5), w.IntN(9), 100+w.IntN(20), w.IntN(1000))
}

// heal takes out what is wrong.
func (w *writer) heal() {
	names, _ := filepath.Glob(filepath.Join(w.dir, "content/*/wrong.*"))
	for _, name := range names {
		os.Remove(name)
	}
}

// TestLive edits at random. What is served the moment after, and what public/
// holds soon after, is what a fresh build gives.
func TestLive(t *testing.T) {
	random := chance(t)
	s := serve(t, workplace(t))
	s.ready()
	w := &writer{Rand: random, dir: s.dir}
	kinds := slices.Sorted(maps.Keys(edits))
	broken := 0
	for round := range pick(15, 400) {
		var did []string
		for range 1 + random.IntN(4) {
			kind := kinds[random.IntN(len(kinds))]
			did = append(did, kind)
			edits[kind](w)
		}
		want := s.fresh()
		if want == nil {
			broken++
			if status, _ := s.get(""); status != 200 {
				t.Errorf("round %d, %v: status %d while the content has errors", round, did, status)
			}
			if w.heal(); random.IntN(2) == 0 {
				continue // on to the next, without a look
			}
			if want = s.fresh(); want == nil {
				want = s.mended(w)
			}
		}
		s.same(want, random, fmt.Sprintf("round %d, %v", round, did))
		if round%5 == 0 {
			s.settled(want)
		}
		if t.Failed() {
			return
		}
	}
	w.heal()
	if s.fresh() == nil {
		s.mended(w)
	}
	want := s.fresh()
	s.same(want, random, "at the end")
	s.settled(want)
	s.end()
	t.Logf("%d rounds had errors", broken)
}

// mended puts the first content back, where stories that came about by chance
// do not go together.
func (s *served) mended(w *writer) map[string]string {
	os.RemoveAll(w.content(""))
	put(s.t, w.content(""), beginning())
	want := s.fresh()
	if want == nil {
		s.t.Fatal("the first content has errors")
	}
	return want
}

// same makes sure that pages are served as they are in a site, and others not
// at all.
func (s *served) same(want map[string]string, random *rand.Rand, when string) {
	s.t.Helper()
	names := slices.Sorted(maps.Keys(want))
	asked := []string{"index.html", "feed.xml", "disagreements/index.html", "figures.csv"}
	for range 8 {
		asked = append(asked, names[random.IntN(len(names))])
	}
	for _, name := range asked {
		if name == ".nojekyll" {
			continue
		}
		path := strings.ReplaceAll(strings.TrimSuffix(name, "index.html"), "%", "%25")
		if status, body := s.get(path); status != 200 || body != want[name] {
			s.t.Errorf("%s: %s: status %d, %d bytes served and %d in a fresh build", when, name, status, len(body),
				len(want[name]))
		}
	}
	if want["branch/index.html"] == "" {
		if status, _ := s.get("branch/"); status != 404 {
			s.t.Errorf("%s: a page that is gone has status %d", when, status)
		}
	}
}

// TestManyEdits makes sure that nothing grows with the number of rebuilds.
func TestManyEdits(t *testing.T) {
	random := chance(t)
	s := serve(t, workplace(t))
	w := &writer{Rand: random, dir: s.dir}
	name := w.summary()
	edit := func(i int) {
		save(name, fmt.Sprintf("%s\nEdit %d.\n", w.text(), i))
		if _, body := s.get("timeline/"); body == "" {
			t.Error("an empty page")
		}
	}
	all := pick(100, 1000)
	for i := range all / 4 {
		edit(i)
	}
	s.settled(s.fresh())
	memory, handles := s.resident(), s.handles()
	for i := range all - all/4 {
		edit(i)
	}
	s.settled(s.fresh())
	if grown := s.resident() - memory; grown > 80<<10 {
		t.Errorf("memory grew by %d MB from %d MB in %d rebuilds", grown>>10, memory>>10, all)
	}
	if now := s.handles(); now > handles+4 {
		t.Errorf("%d files are open, %d were", now, handles)
	}
	if n := s.goroutines(); n > 60 {
		t.Errorf("%d goroutines", n)
	}
}
