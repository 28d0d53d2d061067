//go:build unix

package torture

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"collate/generator"
)

// served is a running "collate serve".
type served struct {
	t      *testing.T
	dir    string
	url    string // of the home page
	addr   string // host and port
	cmd    *exec.Cmd
	mu     sync.Mutex
	errors bytes.Buffer // what it has said on standard error
	ended  chan error
}

// serve starts the server on a folder with content/ and templates/ in it.
func serve(t *testing.T, dir string) *served {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	s := &served{t: t, dir: dir, ended: make(chan error, 1)}
	s.cmd = command(ctx, dir, "serve", "--addr", "127.0.0.1:0", "--templates", "templates")
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	s.cmd.Stderr = s
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for s.url == "" && lines.Scan() {
		if _, rest, found := strings.Cut(lines.Text(), " at http://"); found {
			s.addr, _, _ = strings.Cut(rest, "/")
			s.url = "http://" + s.addr + "/"
		}
	}
	go func() {
		io.Copy(io.Discard, out)
		s.ended <- s.cmd.Wait()
	}()
	t.Cleanup(cancel)
	if s.url == "" {
		t.Fatalf("it says no address: %s", s.said())
	}
	return s
}

// Write takes what the server says on standard error.
func (s *served) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.errors.Write(p)
}

func (s *served) said() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.errors.String()
}

// end asks the server to end, and waits until it has.
func (s *served) end() {
	s.t.Helper()
	s.cmd.Process.Signal(os.Interrupt)
	select {
	case err := <-s.ended:
		if err != nil {
			s.t.Errorf("it ended with %v: %s", err, s.said())
		}
	case <-time.After(10 * time.Second):
		s.t.Error("it does not end")
	}
}

// get gives status and body of a page, without what serving adds to it.
func (s *served) get(path string) (int, string) {
	s.t.Helper()
	answer, err := http.Get(s.url + path)
	if err != nil {
		s.t.Fatal(err, s.said())
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer.StatusCode, added.ReplaceAllString(string(body), "")
}

var added = regexp.MustCompile(`<script src="/\.collate/live\.js" data-page="[^"]*" defer></script>`)

// fresh makes the site in memory as it is on disk now; nothing where the
// content has errors.
func (s *served) fresh() map[string]string {
	site, problems, err := generator.Make(generator.Input{
		Content: filepath.Join(s.dir, "content"), Templates: filepath.Join(s.dir, "templates"),
		Now: time.Unix(1790000000, 0),
	})
	if err != nil || problems.HasErrors() {
		return nil
	}
	files := map[string]string{}
	for _, name := range site.Plan.Paths() {
		var b bytes.Buffer
		file, _ := site.Plan.File(name)
		if err := file.Render(&b); err != nil {
			s.t.Fatal(err)
		}
		files[name] = b.String()
	}
	return files
}

// settled waits until public/ is equal to a site.
func (s *served) settled(want map[string]string) {
	s.t.Helper()
	d := ""
	for range 300 {
		if d = differences(snapshot(filepath.Join(s.dir, "public")), want); d == "" {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	s.t.Errorf("public stays different: %s", d)
}

// snapshot reads a folder in which files come and go.
func snapshot(dir string) map[string]string {
	files := map[string]string{}
	filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return nil
		}
		rel, _ := filepath.Rel(dir, name)
		text, _ := os.ReadFile(name)
		files[filepath.ToSlash(rel)] = string(text)
		return nil
	})
	return files
}

// goroutines ends the server by a signal on which it prints them, and counts
// them.
func (s *served) goroutines() int {
	s.t.Helper()
	s.cmd.Process.Signal(syscall.SIGQUIT)
	select {
	case <-s.ended:
	case <-time.After(10 * time.Second):
		s.t.Fatal("it does not end")
	}
	return strings.Count(s.said(), "\ngoroutine ")
}

// resident is the memory that the server has, in kilobytes, where the system
// says so.
func (s *served) resident() int {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	var kilobytes int
	if _, rest, found := strings.Cut(string(text), "VmRSS:"); found {
		fmt.Sscan(rest, &kilobytes)
	}
	return kilobytes
}

// handles is how many files and connections the server has open, where the
// system says so.
func (s *served) handles() int {
	entries, _ := os.ReadDir(fmt.Sprintf("/proc/%d/fd", s.cmd.Process.Pid))
	return len(entries)
}

// workplace makes a folder with content of several stories, and a template
// that edits will change.
func workplace(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	style, err := os.ReadFile("../../templates/style.css")
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, map[string]string{"templates/style.css": string(style)})
	put(t, filepath.Join(dir, "content"), beginning())
	return dir
}

// beginning is the content before all edits.
func beginning() map[string]string {
	files := map[string]string{
		"index.md":            home + "\n```timeline\nlimit: 9\n```\n",
		"about.md":            "---\ntitle: About\n---\nText.\n",
		"sources/source-1.md": "---\ntitle: Source 1\n---\nAn outlet.\n",
	}
	for s := range 6 {
		files[fmt.Sprintf("story-%d/index.md",
			s)] = fmt.Sprintf("---\ntitle: Story %d\ntags: [a, b%d]\nfigures:\n  Round total: {note: The "+
			"sum}\n---\nText.\n", s, s)
		for n := range 6 {
			files[fmt.Sprintf("story-%d/2026-01-0%d.md", s, n+1)] = fmt.Sprintf(
				"---\ntitle: %d of %d\ndate: 2026-01-0%d\nsource: Source %d\nfigures:\n  Round total: "+
					"$%dB\n---\nText [[Round total]].\n", n, s, n+1, n, 100+n)
		}
	}
	return files
}
