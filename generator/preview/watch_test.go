package preview

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// saves are ways in which editors and tools change files.
var saves = map[string]func(f *fake){
	"in place":  func(f *fake) { f.write("story/a.md", "new") },
	"same size": func(f *fake) { f.write("story/a.md", "b") },
	"by rename": func(f *fake) { f.write("story/.a.md.tmp", "new"); f.rename("story/.a.md.tmp", "story/a.md") },
	"as vim does": func(f *fake) {
		f.write("story/4913", "")
		f.remove("story/4913")
		f.rename("story/a.md", "story/a.md~")
		f.write("story/a.md", "vim")
		f.remove("story/a.md~")
	},
	"deleted first":  func(f *fake) { f.remove("story/a.md"); f.write("story/a.md", "new") },
	"new file":       func(f *fake) { f.write("story/b.md", "b") },
	"file removed":   func(f *fake) { f.remove("story/a.md") },
	"file renamed":   func(f *fake) { f.rename("story/a.md", "story/b.md") },
	"new folder":     func(f *fake) { f.mkdir("new/deep"); f.write("new/deep/a.md", "x"); f.write("new/b.md", "y") },
	"folder renamed": func(f *fake) { f.rename("story", "other"); f.write("other/b.md", "b") },
	"folder removed": func(f *fake) { f.remove("story") },
	"folder removed and made again": func(f *fake) {
		f.remove("story")
		f.mkdir("story")
		f.write("story/b.md", "b")
	},
	"folder moved in": func(f *fake) {
		f.must(os.MkdirAll(f.path("../aside/deep"), 0o755))
		f.write("../aside/deep/x.md", "x")
		f.rename("../aside", "aside")
	},
	"folder moved out": func(f *fake) { f.rename("story", "../story") },
	"folders swapped": func(f *fake) {
		f.mkdir("second/below")
		f.write("second/below/b.md", "b")
		f.rename("story", "third")
		f.rename("second", "story")
		f.rename("third", "second")
	},
	"many files": func(f *fake) {
		for i := range 500 {
			f.mkdir(fmt.Sprintf("s%d", i/8))
			f.write(fmt.Sprintf("s%d/%d.md", i/8, i), strings.Repeat("x", i))
		}
	},
	"content replaced": func(f *fake) {
		f.mkdir("../next/story")
		f.write("../next/story/z.md", "z")
		f.rename(".", "../last")
		f.rename("../next", "../content")
	},
	"content removed and made again": func(f *fake) {
		f.remove(".")
		f.mkdir("story")
		f.write("story/z.md", "z")
	},
}

func TestSaves(t *testing.T) {
	for name, save := range saves {
		for _, poll := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, poll %v", name, poll), func(t *testing.T) {
				t.Parallel()
				f := newFake(t)
				o := f.options()
				o.Poll = poll
				l := run(f, o)
				l.fresh()
				save(f)
				l.fresh()
				// What is new is watched too.
				for _, dir := range folders(f) {
					f.must(os.WriteFile(filepath.Join(dir, "later.md"), []byte("later"), 0o644))
				}
				l.fresh()
				for _, dir := range folders(f) {
					f.must(os.WriteFile(filepath.Join(dir, "later.md"), []byte("LATER"), 0o644))
				}
				l.fresh()
			})
		}
	}
}

// After any storm of changes everything is what a fresh build would give.
func TestStorm(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			f := newFake(t)
			l := run(f, f.options())
			random := rand.New(rand.NewPCG(seed, 0))
			for range 20 {
				for range random.IntN(40) {
					f.stir(random)
				}
				l.fresh()
			}
		})
	}
}

// stir does something at random to the content, if it can be done.
func (f *fake) stir(random *rand.Rand) {
	name := func() string { return f.path(strings.Repeat("d/", random.IntN(3)) + string(rune('a'+random.IntN(6)))) }
	text := strings.Repeat("x", random.IntN(3)) + fmt.Sprint(random.IntN(100))
	switch random.IntN(10) {
	case 0, 1, 2:
		os.WriteFile(name()+".md", []byte(text), 0o644)
	case 3:
		temporary := name() + ".tmp"
		os.WriteFile(temporary, []byte(text), 0o644)
		os.Rename(temporary, name()+".md")
	case 4:
		os.Remove(name() + ".md")
	case 5:
		os.MkdirAll(name(), 0o755)
	case 6:
		os.MkdirAll(f.path("d/d"), 0o755)
	case 7:
		os.Rename(name(), name())
	case 8:
		os.Rename(f.path("d"), name())
	case 9:
		os.RemoveAll(name())
	}
}

func folders(f *fake) (dirs []string) {
	filepath.WalkDir(f.content, func(name string, e os.DirEntry, err error) error {
		if e.IsDir() {
			dirs = append(dirs, name)
		}
		return err
	})
	return dirs
}

// A page that is asked for right after a save is never the old one, where the
// kernel keeps its events in order.
func TestAtOnce(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("no fence")
	}
	f := newFake(t)
	l := run(f, f.options())
	for i := range 200 {
		l.atOnce("story/a", fmt.Sprint("text ", i))
	}
}

// The same holds for what is in new folders.
func TestAtOnceInFolders(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("no fence")
	}
	f := newFake(t)
	o := f.options()
	o.hurry = 0
	l := run(f, o)
	for i := range 50 {
		old, dir := fmt.Sprintf("old%d", i), fmt.Sprintf("new%d", i)
		f.mkdir(old + "/below")
		l.atOnce(old+"/below/a", "one")
		f.rename(old, dir)
		l.atOnce(dir+"/below/a", "two")
		l.atOnce(dir+"/below/a", "owt")
	}
}

// A folder above the content may be replaced, too.
func TestAboveReplaced(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("no fence")
	}
	f := newFake(t)
	l := run(f, f.options())
	f.mkdir("../../next/content/story")
	f.write("../../next/content/index.md", "next")
	f.rename("..", "../../last")
	f.must(os.Rename(filepath.Join(f.content, "../../next"), filepath.Join(f.content, "..")))
	l.fresh()
	for i := range 30 {
		l.atOnce("story/b", fmt.Sprint(i))
		l.atOnce("index", fmt.Sprint(i))
	}
}

// atOnce saves a page and wants to be served it.
func (l *live) atOnce(name, text string) {
	l.t.Helper()
	l.write(name+".md", text)
	address := "/" + strings.TrimPrefix(name+"/", "index/")
	if got := l.get(address).Body.String(); !strings.Contains(got, ">"+text+"<") {
		l.t.Fatalf("%s: saved %q, served %q", name, text, got)
	}
}

// A change while a rebuild runs leads to another.
func TestDuringRebuild(t *testing.T) {
	f := newFake(t)
	l := run(f, f.options())
	left := 20
	f.during = func() {
		if left > 0 {
			left--
			f.write("story/a.md", fmt.Sprint("round ", left))
		}
	}
	f.write("story/a.md", "first")
	until(t, "all rounds", func() bool { return strings.Contains(l.get("/story/a/").Body.String(), "round 0") })
	l.fresh()
}

// What is ignored makes nothing happen.
func TestIgnored(t *testing.T) {
	f := newFake(t)
	l := run(f, f.options())
	before := f.rebuilds.Load()
	f.write("story/.a.md.swp", "x")
	f.mkdir(".git/objects")
	f.write(".git/objects/a.md", "x")
	f.write("../README.md", "x")
	l.get("/") // all of it is heard
	if n := f.rebuilds.Load() - before; n != 0 {
		t.Errorf("rebuilt %d times, told %v", n, f.told)
	}
}

// New permissions count as a change: they may be what mends a file that could
// not be read.
func TestChmod(t *testing.T) {
	f := newFake(t)
	then := time.Now().Add(-time.Hour)
	f.must(os.Chtimes(f.path("story/a.md"), then, then))
	run(f, f.options())
	f.must(os.Chmod(f.path("story/a.md"), 0o600))
	until(t, "news of the file", func() bool {
		f.mu.Lock()
		defer f.mu.Unlock()
		return slices.Contains(f.told[len(f.told)-1], f.path("story/a.md"))
	})
}

// A copy that brings size and time along is noticed even without events.
func TestSameTime(t *testing.T) {
	f := newFake(t)
	o := f.options()
	o.Poll = true
	then := time.Now().Add(-time.Hour)
	f.must(os.Chtimes(f.path("story/a.md"), then, then))
	if info, err := os.Stat(f.path("story/a.md")); err != nil || statusTime(info) == 0 {
		t.Skip("the system does not tell when a file was changed last")
	}
	l := run(f, o)
	l.fresh()
	f.write("story/a.md", "b")
	f.must(os.Chtimes(f.path("story/a.md"), then, then))
	l.fresh()
}

// What was saved just before the end is published.
func TestLastSave(t *testing.T) {
	for _, poll := range []bool{false, true} {
		f := newFake(t)
		o := f.options()
		o.Poll = poll
		l := run(f, o)
		l.fresh()
		f.save("story/a.md", "the last words")
		l.stop()
		if got, err := os.ReadFile(filepath.Join(f.public, "all.txt")); !strings.Contains(string(got),
			"the last words") {
			t.Errorf("poll %v: published %q, %v", poll, got, err)
		}
	}
}

// Several saves in one go are one rebuild, and named so.
func TestLine(t *testing.T) {
	f := newFake(t)
	l := run(f, f.options())
	f.write("story/a.md", "one")
	l.fresh()
	f.mu.Lock()
	defer f.mu.Unlock()
	last := f.lines[len(f.lines)-1]
	if want := f.path("story/a.md") + ": rebuilt in "; !strings.HasPrefix(last, want) {
		t.Errorf("got %q, want %q", last, want)
	}
}

// Errors leave the site up and are reported once; so it is healed.
func TestErrors(t *testing.T) {
	f := newFake(t)
	l := run(f, f.options())
	f.write("story/a.md", "BROKEN")
	until(t, "report", func() bool { f.mu.Lock(); defer f.mu.Unlock(); return len(f.reports) > 0 })
	if got := l.get("/story/a/").Body.String(); !strings.Contains(got, ">a</body>") {
		t.Errorf("served %q", got)
	}
	v, _ := l.state.see()
	want := "content/story/a.md:1: error: broken <b>\n    BROKEN\n"
	if v.fault != want || f.reports[0] != want {
		t.Errorf("fault %q, report %q", v.fault, f.reports[0])
	}
	f.write("story/a.md", "mended")
	l.fresh()
	if v, _ := l.state.see(); v.fault != "" {
		t.Errorf("fault %q is left", v.fault)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.reports) != 1 || !strings.Contains(strings.Join(f.lines, "\n"), "1 problem mended") {
		t.Errorf("reports %q, lines %q", f.reports, f.lines)
	}
}

// A site that is broken from the start heals by itself.
func TestBrokenStart(t *testing.T) {
	f := newFake(t)
	f.write("story/a.md", "BROKEN")
	l := run(f, f.options())
	w := l.get("/story/a/")
	if body := w.Body.String(); w.Code != 503 || !strings.Contains(body, "error: broken &lt;b&gt;") ||
		!strings.Contains(body, scriptAddress) {
		t.Errorf("%d %s", w.Code, body)
	}
	f.write("story/a.md", "mended")
	l.fresh()
}

// A folder that is gone is an error, and its return is noticed.
func TestContentGone(t *testing.T) {
	f := newFake(t)
	l := run(f, f.options())
	f.rename(".", "../gone")
	until(t, "error", func() bool { v, _ := l.state.see(); return v.fault != "" })
	if w := l.get("/story/a/"); w.Code != 200 {
		t.Errorf("status %d", w.Code)
	}
	f.rename("../gone", "../content")
	l.fresh()
	until(t, "healed", func() bool { v, _ := l.state.see(); return v.fault == "" })
}

// A rebuild that failed is tried again from nothing, whether something
// happens or not.
func TestFailedRebuild(t *testing.T) {
	f := newFake(t)
	o := f.options()
	left := 3
	o.Rebuild = func(changed []string) (Site, error) {
		f.mu.Lock()
		f.told = append(f.told, changed)
		f.mu.Unlock()
		if left--; left > 0 {
			return Site{}, errors.New("too many open files")
		}
		return f.rebuild(changed)
	}
	run(f, o).fresh()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.told[1] != nil || f.told[2] != nil || len(f.reports) != 1 {
		t.Errorf("told %v, reports %q", f.told, f.reports)
	}
}

// Lost events make everything count as changed.
func TestLost(t *testing.T) {
	f := newFake(t)
	l := run(f, f.options())
	l.watch.heard.lose()
	before := f.rebuilds.Load()
	until(t, "rebuild", func() bool { return f.rebuilds.Load() > before })
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.told[len(f.told)-1] != nil {
		t.Errorf("told %v", f.told)
	}
}

// Nothing grows, and nothing is left running.
func TestEnds(t *testing.T) {
	before := runtime.NumGoroutine()
	f := newFake(t)
	l := run(f, f.options())
	running := runtime.NumGoroutine()
	for i := range 100 {
		f.write("story/a.md", fmt.Sprint(i))
		l.get("/story/a/")
	}
	until(t, "no more goroutines", func() bool { return runtime.NumGoroutine() <= running })
	f.write("story/a.md", "last")
	l.get("/")
	l.stop()
	until(t, "all goroutines ended", func() bool { return runtime.NumGoroutine() <= before })
	// What was waiting to be published was.
	text, err := os.ReadFile(filepath.Join(f.public, "all.txt"))
	if err != nil || sorted(string(text)) != f.want() {
		t.Errorf("public has %q, %v", text, err)
	}
}

// A change that no event tells of is found all the same, and after some of
// them events are no longer waited for. Here the file is written under a name
// that it has in another folder.
func TestUnheard(t *testing.T) {
	f := newFake(t)
	f.must(os.Link(f.path("story/a.md"), f.path("../elsewhere")))
	l := run(f, f.options())
	for i := range mostSilent {
		f.write("../elsewhere", fmt.Sprint("unheard ", i))
		l.fresh()
	}
	until(t, "polling", func() bool {
		f.mu.Lock()
		defer f.mu.Unlock()
		return strings.Contains(strings.Join(f.lines, "\n"), "looking at all files twice a second")
	})
	f.mkdir("new")
	f.write("new/b.md", "b")
	l.fresh()
}

// A watch that got lost is put back, and what happened meanwhile is seen.
func TestWatchLost(t *testing.T) {
	f := newFake(t)
	l := run(f, f.options())
	f.must(l.watch.notify.Remove(f.path("story")))
	f.write("story/a.md", "after")
	f.mkdir("story/deep")
	f.write("story/deep/x.txt", "x")
	l.fresh()
	f.write("story/deep/x.txt", "y")
	l.fresh()
}

// Names are told as the caller has them.
func TestNames(t *testing.T) {
	f := newFake(t)
	t.Chdir(filepath.Dir(f.content))
	f.content = "content"
	l := run(f, f.options())
	f.write("story/b.md", "b")
	l.fresh()
	f.mu.Lock()
	defer f.mu.Unlock()
	if got := fmt.Sprint(f.told[1]); got != "["+filepath.Join("content", "story", "b.md")+"]" {
		t.Errorf("told %s", got)
	}
}

// aged is a file that was edited at a time, on a system that tells no more.
type aged struct {
	os.FileInfo
	edited time.Time
}

func (a aged) ModTime() time.Time { return a.edited }
func (a aged) Sys() any           { return nil }

// A file that was edited a moment ago may be edited again without a trace.
func TestYoung(t *testing.T) {
	f := newFake(t)
	info, err := os.Lstat(f.path("index.md"))
	f.must(err)
	for age, young := range map[time.Duration]bool{-time.Hour: true, time.Hour: false} {
		if s := stampOf(aged{info, time.Now().Add(-age)}); s.young != young || s.differs(s) != young {
			t.Errorf("%v ago: %+v", age, s)
		}
	}
}
