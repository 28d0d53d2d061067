package preview

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"collate/generator/plan"
	"collate/generator/problem"
	"collate/generator/publish"
)

// fake is a little site generator: a.md becomes a/index.html, any other file
// is published as it is, all.txt lists everything with its contents, and a
// file that says BROKEN is a problem. It trusts what it is told to have
// changed, so that a change that nobody told of shows.
type fake struct {
	t        *testing.T
	content  string
	public   string
	files    map[string]string // by name as told
	plan     *plan.Plan
	rebuilds atomic.Int64
	during   func() // called in a rebuild

	mu      sync.Mutex
	lines   []string
	reports []string
	told    [][]string
}

func newFake(t *testing.T) *fake {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	f := &fake{t: t, content: filepath.Join(dir, "work", "content"), public: filepath.Join(dir, "public")}
	f.mkdir("story")
	f.write("index.md", "home")
	f.write("story/a.md", "a")
	f.write("404.html", page("lost"))
	return f
}

// page is HTML as short as it may be.
func page(text string) string { return "<html><head></head><body>" + text + "</body></html>\n" }

func (f *fake) path(name string) string { return filepath.Join(f.content, filepath.FromSlash(name)) }

func (f *fake) must(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

func (f *fake) mkdir(name string) { f.t.Helper(); f.must(os.MkdirAll(f.path(name), 0o755)) }
func (f *fake) write(name, text string) {
	f.t.Helper()
	f.must(os.WriteFile(f.path(name), []byte(text), 0o644))
}

// save writes as an editor does that never leaves half a file: to another
// name first. Where each state of a file counts, a file that a busy machine
// shows half written would count too.
func (f *fake) save(name, text string) {
	f.t.Helper()
	f.write(".save~", text)
	f.rename(".save~", name)
}

func (f *fake) rename(old, new string) {
	f.t.Helper()
	f.must(os.Rename(f.path(old), f.path(new)))
}
func (f *fake) remove(name string) { f.t.Helper(); f.must(os.RemoveAll(f.path(name))) }

// ignored is what the real command ignores, less the finer points.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || name == "4913"
}

func (f *fake) options() Options {
	return Options{
		Folders: []string{f.content},
		hurry:   20,
		Ignored: ignored,
		Rebuild: f.rebuild,
		Publish: func(p *plan.Plan) (publish.Result, error) {
			return publish.Write(context.Background(), f.public, p, publish.Options{})
		},
		Say: func(line string) {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.lines = append(f.lines, line)
		},
		Report: func(problems problem.List, err error) {
			var text strings.Builder
			problems.WriteText(&text, false)
			if err != nil {
				fmt.Fprintln(&text, err)
			}
			f.mu.Lock()
			defer f.mu.Unlock()
			f.reports = append(f.reports, text.String())
		},
	}
}

func (f *fake) rebuild(changed []string) (Site, error) {
	f.rebuilds.Add(1)
	f.mu.Lock()
	f.told = append(f.told, changed)
	f.mu.Unlock()
	if _, err := os.Stat(f.content); err != nil {
		return Site{}, err
	}
	before := maps.Clone(f.files)
	if changed == nil {
		f.files = map[string]string{}
		err := filepath.WalkDir(f.content, func(name string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() && !ignored(e.Name()) {
				f.read(name)
			}
			return err
		})
		if err != nil {
			return Site{}, err
		}
	}
	for _, name := range changed {
		f.read(name)
	}
	if f.during != nil {
		f.during()
	}
	if f.plan != nil && maps.Equal(before, f.files) {
		return Site{Plan: f.plan}, nil
	}
	return f.make()
}

func (f *fake) read(name string) {
	text, err := os.ReadFile(name)
	if err != nil {
		delete(f.files, name)
		return
	}
	f.files[name] = string(text)
}

func (f *fake) make() (Site, error) {
	f.plan = nil
	p := plan.New()
	var problems problem.List
	var all strings.Builder
	for _, full := range slices.Sorted(maps.Keys(f.files)) {
		name, _ := filepath.Rel(f.content, full)
		name, text := filepath.ToSlash(name), f.files[full]
		fmt.Fprintf(&all, "%s: %s\n", name, text)
		if strings.Contains(text, "BROKEN") {
			problems = append(problems, problem.Problem{Place: problem.Place{File: "content/" + name, Line: 1},
				Severity: problem.Error, Message: "broken <b>", Text: text})
		}
		if base, ok := strings.CutSuffix(name, ".md"); ok {
			name, text = strings.TrimPrefix(strings.TrimSuffix(base, "index")+"/index.html", "/"), page(text)
		}
		p.Add(name, full, func(w *bytes.Buffer) error { _, err := w.WriteString(text); return err })
	}
	p.Add("all.txt", "test", func(w *bytes.Buffer) error { _, err := w.WriteString(all.String()); return err })
	if problems.HasErrors() {
		return Site{Problems: problems}, nil
	}
	f.plan = p
	return Site{Plan: p, Problems: problems}, nil
}

// want is what all.txt should say.
func (f *fake) want() string {
	var all strings.Builder
	filepath.WalkDir(f.content, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && !ignored(e.Name()) {
			text, _ := os.ReadFile(name)
			shortHash, _ := filepath.Rel(f.content, name)
			fmt.Fprintf(&all, "%s: %s\n", filepath.ToSlash(shortHash), text)
		}
		return nil
	})
	lines := strings.SplitAfter(all.String(), "\n")
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// live is a fake site that is watched and can be asked for its pages.
type live struct {
	*fake
	*preview
	handler http.Handler
	stop    func()
}

// run starts the preview of a fake site; it ends with the test.
func run(f *fake, o Options) *live {
	ctx, cancel := context.WithCancel(context.Background())
	p := start(ctx, o, 10*time.Millisecond)
	l := &live{fake: f, preview: p, handler: p.handler("")}
	l.stop = sync.OnceFunc(func() { cancel(); p.wait() })
	f.t.Cleanup(l.stop)
	l.get("/")
	return l
}

// ask answers a request made to localhost.
func (l *live) ask(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	l.handler.ServeHTTP(w, r)
	return w
}

func (l *live) get(path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", path, nil)
	r.Host = "localhost"
	return l.ask(r)
}

// until waits for a condition.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(2 * time.Minute); !ok(); {
		if time.Now().After(end) {
			stacks := make([]byte, 1<<16)
			t.Fatalf("%s: not within two minutes\n%s", what, stacks[:runtime.Stack(stacks, true)])
		}
		time.Sleep(time.Millisecond)
	}
}

// fresh waits until the site, and the output folder, is what the content says.
func (l *live) fresh() {
	l.t.Helper()
	until(l.t, "site", func() bool { return sorted(l.get("/all.txt").Body.String()) == l.want() })
	until(l.t, "public", func() bool {
		text, _ := os.ReadFile(filepath.Join(l.public, "all.txt"))
		return sorted(string(text)) == l.want()
	})
}

func sorted(text string) string {
	lines := strings.SplitAfter(text, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "")
}
