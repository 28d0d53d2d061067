//go:build unix

package torture

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// secret is what stands in files that must not be served.
const secret = "this is not for everybody"

// hidden puts secrets around a site, and links to them into public/.
func hidden(t *testing.T, dir string) {
	t.Helper()
	put(t, dir, map[string]string{
		"secret.txt": secret, "public/own.txt": secret, "public/.hidden": secret, ".env": secret,
		"content/.hidden/x.md": secret, "content/story-1/.x.png": secret, "templates/.x": secret,
	})
	for link, target := range map[string]string{"public/link.txt": "../secret.txt", "public/out": "..",
		"public/etc": "/etc"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAttacks sends what testdata/attacks.txt says, byte by byte, to a server
// with secrets around it.
func TestAttacks(t *testing.T) {
	dir := workplace(t)
	hidden(t, dir)
	s := serve(t, dir)
	s.ready()
	table, err := os.ReadFile("testdata/attacks.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for line := range strings.Lines(string(table)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		status, quoted, _ := strings.Cut(line, " ")
		sent, err := strconv.Unquote(strings.TrimSpace(quoted))
		if err != nil {
			t.Fatal(line, err)
		}
		cases++
		t.Run(line, func(t *testing.T) { s.attack(t, strings.ReplaceAll(sent, "ADDR", s.addr), status) })
	}
	if status, _ := s.get(""); status != 200 || cases < 50 {
		t.Errorf("status %d after %d attacks", status, cases)
	}
	s.end()
}

// ready waits for the first build.
func (s *served) ready() {
	s.t.Helper()
	if status, _ := s.get(""); status != 200 {
		s.t.Fatalf("status %d: %s", status, s.said())
	}
}

// attack sends bytes and looks at what comes back: one of the statuses, or
// nothing where that is "-".
func (s *served) attack(t *testing.T, sent, status string) {
	c, err := net.Dial("tcp", s.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(20 * time.Second))
	go io.WriteString(c, sent) // an error: it has hung up
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		if status != "-" {
			t.Errorf("%v, want %s", err, status)
		}
		return
	}
	defer answer.Body.Close()
	body, _ := io.ReadAll(io.LimitReader(answer.Body, 1<<20))
	if got := fmt.Sprint(answer.StatusCode); !strings.Contains(status, got) {
		t.Errorf("status %s, want %s", got, status)
	}
	if strings.Contains(string(body), secret) || strings.Contains(string(body), "root:") {
		t.Error("it gives a secret away")
	}
	if answer.Header.Get("Access-Control-Allow-Origin") != "" || answer.Header.Get("X-Evil") != "" {
		t.Errorf("headers %v", answer.Header)
	}
	if strings.Contains(string(body), "evil.example<") || strings.Contains(string(body), "<script>") {
		t.Errorf("what was sent comes back: %.200s", body)
	}
}

// TestSlow opens connections that never finish what they say. They are hung up
// on, and others are served meanwhile.
func TestSlow(t *testing.T) {
	s := serve(t, workplace(t))
	s.ready()
	var slow []net.Conn
	for i := range pick(40, 900) {
		c, err := net.Dial("tcp", s.addr)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		io.WriteString(c, []string{"", "G", "GET / HTTP/1.1\r\nHost: localhost\r\nX: ",
			"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx"}[i%pick(3, 4)])
		slow = append(slow, c)
	}
	if status, _ := s.get("timeline/"); status != 200 {
		t.Errorf("status %d", status)
	}
	for _, c := range slow {
		c.SetReadDeadline(time.Now().Add(30 * time.Second))
		if _, err := io.Copy(io.Discard, c); errors.Is(err, os.ErrDeadlineExceeded) {
			t.Fatal("a connection that says nothing stays open")
		}
	}
	s.end()
}

// TestSlowReaders has many ask for large files and hardly read. The server holds
// none of these for each of them, and others are served meanwhile.
func TestSlowReaders(t *testing.T) {
	dir := workplace(t)
	put(t, filepath.Join(dir, "content"),
		map[string]string{"story-1/large.csv": strings.Repeat("0123456789,\n", 31<<20/12)})
	s := serve(t, dir)
	s.ready()
	before := s.resident()
	for range pick(40, 400) {
		c, err := net.Dial("tcp", s.addr)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		for _, path := range []string{"story-1/large.csv", "figures.csv", "timeline/"} {
			fmt.Fprintf(c, "GET /%s HTTP/1.1\r\nHost: %s\r\n\r\n", path, s.addr)
		}
		io.ReadFull(c, make([]byte, 1000))
	}
	if status, _ := s.get("timeline/"); status != 200 {
		t.Errorf("status %d", status)
	}
	if grown := s.resident() - before; grown > 200<<10 {
		t.Errorf("the server has grown by %d MB", grown>>10)
	}
	s.end()
}

// listen opens an event stream and calls heard with each event's name.
func (s *served) listen(path string, heard func(event string)) (net.Conn, error) {
	c, err := net.Dial("tcp", s.addr)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(c, "GET /.collate/events?path=%s HTTP/1.1\r\nHost: %s\r\n\r\n", path, s.addr)
	go func() {
		for lines := bufio.NewScanner(c); lines.Scan(); {
			if name, found := strings.CutPrefix(lines.Text(), "event: "); found {
				heard(name)
			}
		}
	}()
	return c, nil
}

// TestCrowd has 500 pages listen, some of which never read, while pages are
// asked for by the thousand and content is edited all the time.
func TestCrowd(t *testing.T) {
	s := serve(t, workplace(t))
	s.ready()
	w := &writer{Rand: chance(t), dir: s.dir}
	before := s.handles()
	var reloads atomic.Int64
	var streams []net.Conn
	for i := range pick(200, 500) {
		c, err := s.listen("/timeline/", func(event string) {
			if event == "reload" {
				reloads.Add(1)
			}
		})
		if err != nil {
			t.Fatal(i, err)
		}
		streams = append(streams, c)
	}
	for range 20 { // these never read
		c, err := net.Dial("tcp", s.addr)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(c, "GET /.collate/events?path=/ HTTP/1.1\r\nHost: %s\r\n\r\n", s.addr)
		streams = append(streams, c)
	}
	stop := make(chan bool)
	var editing sync.WaitGroup
	editing.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				save(w.content("story-1/2026-01-01.md"), w.text())
			}
		}
	})
	s.hammer(pick(1000, 10_000))
	close(stop)
	editing.Wait()
	s.settled(s.fresh())
	if reloads.Load() < int64(len(streams)-20) {
		t.Errorf("%d pages heard of %d edits", reloads.Load(), len(streams)-20)
	}
	for _, c := range streams {
		c.Close()
	}
	http.DefaultClient.CloseIdleConnections()
	for range 200 {
		if s.handles() <= before+4 {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if now := s.handles(); now > before+4 {
		t.Errorf("%d files and connections are open, %d were", now, before)
	}
	if n := s.goroutines(); n > 60 {
		t.Errorf("%d goroutines", n)
	}
}

// hammer asks for pages from many connections at once.
func (s *served) hammer(requests int) {
	var left atomic.Int64
	left.Store(int64(requests))
	var clients sync.WaitGroup
	for range 32 {
		clients.Go(func() {
			for n := left.Add(-1); n >= 0; n = left.Add(-1) {
				path := []string{"", "timeline/", "story-1/", "feed.xml", "nothing", "figures.csv", "story-1"}[n%7]
				answer, err := http.Get(s.url + path)
				if err != nil {
					s.t.Error(err)
					return
				}
				io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
				if want := map[string]int{"nothing": 404}[path]; answer.StatusCode != max(200, want) {
					s.t.Errorf("%s: status %d", path, answer.StatusCode)
				}
			}
		})
	}
	clients.Wait()
}
