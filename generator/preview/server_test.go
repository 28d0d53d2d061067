package preview

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"collate/generator/plan"
)

// host serves a fake site over the network, under another name too.
func host(t *testing.T) (*live, string) {
	f := newFake(t)
	f.write("big.csv", strings.Repeat("0123456789", 2000))
	f.write("a b.txt", "text")
	f.write("pic.svg", "<svg/>")
	f.mkdir("deep")
	f.write("deep/x.txt", "x")
	o := f.options()
	rebuild := o.Rebuild
	o.Rebuild = func(changed []string) (Site, error) {
		s, err := rebuild(changed)
		if s.Base = "/base/"; s.Plan != nil {
			s.Plan.Add(".nojekyll", "test", func(*bytes.Buffer) error { return nil })
		}
		return s, err
	}
	l := run(f, o)
	ctx, cancel := context.WithCancel(context.Background())
	server := httptest.NewUnstartedServer(nil)
	server.Config = l.server(ctx, "named.example")
	server.Start()
	t.Cleanup(func() { cancel(); shutDown(server.Config) })
	return l, server.Listener.Addr().String()
}

func TestRequests(t *testing.T) {
	_, addr := host(t)
	table, err := os.ReadFile("testdata/requests.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		t.Run(line, func(t *testing.T) {
			sent, want, _ := strings.Cut(line, "->")
			status, headers, _ := strings.Cut(want, "|")
			answer := exchange(t, addr, sent)
			if got := fmt.Sprint(answer.StatusCode); got != strings.TrimSpace(status) {
				t.Errorf("status %s, want %s", got, status)
			}
			for header := range strings.SplitSeq(headers, " | ") {
				name, want, ok := strings.Cut(header, ":")
				got := answer.Header.Get(strings.TrimSpace(name))
				if want = strings.TrimSpace(want); ok && got != want && !(want == "-" && got == "") {
					t.Errorf("%s: %q, want %q", name, got, want)
				}
			}
			if strings.Contains(headers, "Content-Security-Policy: -") {
				return
			}
			for name, want := range map[string]string{
				"Cross-Origin-Resource-Policy": "same-origin",
				"X-Content-Type-Options":       "nosniff",
				"Referrer-Policy":              "same-origin",
			} {
				if got := answer.Header.Get(name); got != want {
					t.Errorf("%s: %q, want %q", name, got, want)
				}
			}
			if answer.Header.Get("Content-Security-Policy") == "" {
				t.Error("no policy")
			}
			if answer.Header.Get("Access-Control-Allow-Origin") != "" {
				t.Error("others are let in")
			}
		})
	}
}

// exchange sends one request as it is written and reads the answer's head.
func exchange(t *testing.T, addr, sent string) *http.Response {
	t.Helper()
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	c.SetDeadline(time.Now().Add(10 * time.Second))
	parts := strings.Split(strings.TrimSpace(sent), " | ")
	head := strings.TrimSpace(parts[0]) + " HTTP/1.1\r\n"
	if !strings.Contains(sent, "| Host:") {
		head += "Host: localhost\r\n"
	}
	for _, header := range parts[1:] {
		head += strings.TrimSpace(header) + "\r\n"
	}
	io.WriteString(c, head+"\r\n")
	method, _, _ := strings.Cut(head, " ")
	answer, err := http.ReadResponse(bufio.NewReader(c), &http.Request{Method: method})
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// What was not changed is not sent again, in either coding.
func TestConditional(t *testing.T) {
	l, _ := host(t)
	tags := map[string]bool{}
	for _, coding := range []string{"", "gzip"} {
		ask := func(tag string) *httptest.ResponseRecorder {
			r := httptest.NewRequest("GET", "/big.csv", nil)
			r.Host = "localhost"
			r.Header.Set("Accept-Encoding", coding)
			if tag != "" {
				r.Header.Set("If-None-Match", tag)
			}
			return l.ask(r)
		}
		tag := ask("").Header().Get("ETag")
		tags[tag] = true
		if w := ask(tag); w.Code != 304 || w.Body.Len() > 0 {
			t.Errorf("%s %s: %d", coding, tag, w.Code)
		}
		if w := ask(`"other"`); w.Code != 200 {
			t.Errorf("%s: %d", coding, w.Code)
		}
		l.write("big.csv", strings.Repeat("9876543210", 2000)+coding)
		if w := ask(tag); w.Code != 200 || w.Header().Get("ETag") == tag {
			t.Errorf("%s changed: %d", coding, w.Code)
		}
	}
	if len(tags) != 2 {
		t.Error("both codings have one tag")
	}
}

func TestGzip(t *testing.T) {
	l, _ := host(t)
	r := httptest.NewRequest("GET", "/big.csv", nil)
	r.Host = "localhost"
	r.Header.Set("Accept-Encoding", "gzip")
	w := l.ask(r)
	if got := w.Header().Get("Content-Length"); got != fmt.Sprint(w.Body.Len()) {
		t.Errorf("length %s of %d", got, w.Body.Len())
	}
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(z); string(text) != strings.Repeat("0123456789", 2000) || err != nil {
		t.Errorf("%d bytes, %v", len(text), err)
	}
}

// Pages get the script; nothing that is published has it.
func TestEnliven(t *testing.T) {
	l, _ := host(t)
	l.fresh()
	for _, path := range []string{"/", "/story/a/", "/nothing"} {
		if body := l.get(path).Body.String(); strings.Count(body, `<script src="/.collate/live.js" data-page="`) != 1 {
			t.Errorf("%s: %s", path, body)
		}
	}
	until(t, "published as it is planned", func() bool {
		text, err := os.ReadFile(l.public + "/story/a/index.html")
		return err == nil && string(text) == page("a")
	})
}

func TestEnlivenPlaces(t *testing.T) {
	for page, want := range map[string]string{
		"<head></head><body></body>": "<head>X</head><body></body>",
		"<p>a</body>b</body>":        "<p>a</body>bX</body>",
		"<p>a":                       "<p>aX",
	} {
		var full bytes.Buffer
		enliven(&full, []byte(page))
		got := full.String()
		from, to := strings.Index(got, "<script"), strings.Index(got, "</script>")+len("</script>")
		if got = got[:from] + "X" + got[to:]; got != want {
			t.Errorf("%s: %s, want %s", page, got, want)
		}
	}
}

// A page that can't be rendered says so, and the others stay.
func TestUnrendered(t *testing.T) {
	p := plan.New()
	p.Add("index.html", "content/index.md", func(*bytes.Buffer) error { return fmt.Errorf("no <b>luck</b>") })
	p.Add("bad/index.html", "content/bad.md", func(*bytes.Buffer) error { panic("really none") })
	pages := handler{
		fresh: func(http.ResponseWriter, *http.Request) *version {
			return &version{plan: p, fingerprints: newFingerprints(p)}
		},
		asked: func(int64) {},
		shelf: newShelf(mostShelved),
	}
	for path, want := range map[string]string{"/": "no &lt;b&gt;luck", "/bad/": "really none",
		"/other": "no such page"} {
		w := httptest.NewRecorder()
		pages.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if body := w.Body.String(); w.Code < 400 || !strings.Contains(body, want) {
			t.Errorf("%s: %d %s", path, w.Code, body)
		}
	}
}

// The server listens on the port that it is told to, or on one near it, ends
// when it is told to, and leaves nothing running.
func TestServe(t *testing.T) {
	before := runtime.NumGoroutine()
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	f := newFake(t)
	err = Serve(context.Background(), f.options(), ServerOptions{Addr: busy.Addr().String()})
	if err == nil || !strings.Contains(err.Error(), "another program uses the port\nhint: ") {
		t.Errorf("busy port: %v", err)
	}
	for _, addr := range []string{"8080", "localhost", "localhost:http2", "127.0.0.1:99999", "::1:80"} {
		if err := Serve(context.Background(), f.options(), ServerOptions{Addr: addr}); err == nil ||
			!strings.Contains(err.Error(), "write host and port") {
			t.Errorf("%s: %v", addr, err)
		}
	}

	ctx, cancel := context.WithCancel(context.Background())
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- Serve(ctx, f.options(),
			ServerOptions{Addr: busy.Addr().String(), Near: true, Ready: func(url string, _ bool) { ready <- url }})
	}()
	url := <-ready
	answer, err := http.Get(url + "story/a/")
	if err != nil || answer.StatusCode != 200 {
		t.Fatal(answer, err)
	}
	body, _ := io.ReadAll(answer.Body)
	if !strings.Contains(string(body), ">a</body>") {
		t.Errorf("served %s", body)
	}
	stream, err := http.Get(url + "/.collate/events?path=/"[1:])
	if err != nil || stream.StatusCode != 200 {
		t.Fatal(stream, err)
	}
	idle, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(url, "http://"), "/"))
	if err != nil {
		t.Fatal(err)
	}
	defer idle.Close()
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := io.ReadAll(stream.Body); err != nil && err != io.ErrUnexpectedEOF {
		t.Error(err)
	}
	http.DefaultClient.CloseIdleConnections()
	until(t, "all goroutines ended", func() bool { return runtime.NumGoroutine() <= before })
	text, err := os.ReadFile(f.public + "/all.txt")
	if err != nil || sorted(string(text)) != f.want() {
		t.Errorf("public has %q, %v", text, err)
	}
}

func TestHead(t *testing.T) {
	_, addr := host(t)
	for _, c := range []struct {
		sent string
		want int
	}{
		{"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + strings.Repeat("x", 64<<10) + "\r\n\r\n", 431},
		{"GET /" + strings.Repeat("x", 64<<10) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 431},
		{"GET / HTTP/1.1\r\n\r\n", 400},
		{"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 400},
		{"GET / HTTP/1.0\r\n\r\n", 403},
	} {
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		go io.WriteString(conn, c.sent)
		answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil || answer.StatusCode != c.want {
			t.Errorf("%.60q: %v %v, want %d", c.sent, answer, err, c.want)
		}
	}
}

// Who asks for the same page shares it; what is more than all may take is
// refused until somebody leaves.
func TestShelf(t *testing.T) {
	s := newShelf(10)
	makes := 0
	take := func(name string, size int) (*sheet, error) {
		return s.take(shelved{name: name},
			func() (body, error) { makes++; return body{bytes: make([]byte, size)}, nil })
	}
	first, err := take("a", 8)
	again, other := take("a", 8)
	if err != nil || other != nil || first != again || makes != 1 {
		t.Fatalf("made %d times, %v, %v", makes, err, other)
	}
	full, err := take("b", 4)
	if !errors.Is(err, errShelfFull) {
		t.Errorf("got %v", err)
	}
	s.putBack(shelved{name: "b"}, full)
	s.putBack(shelved{name: "a"}, first)
	s.putBack(shelved{name: "a"}, again)
	large, err := take("c", 40)
	if err != nil {
		t.Errorf("alone: %v", err)
	}
	s.putBack(shelved{name: "c"}, large)
	if s.bytes != 0 || len(s.sheets) != 0 {
		t.Errorf("%d bytes and %d pages are left", s.bytes, len(s.sheets))
	}
}
