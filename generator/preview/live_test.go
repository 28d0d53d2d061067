package preview

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"
)

// styled is a page with a style sheet.
func styled(style, text string) string {
	return `<head><link rel="icon" href="i.png"><link rel="stylesheet" href="` + style + `"></head><body>` + text +
		"</body>"
}

var tokenAttr = regexp.MustCompile(`data-page="([^"]*)"`)

// open opens a page as a browser does, and gives its token and its stream.
func (l *live) open(addr, path string) (string, *eventReader) {
	l.t.Helper()
	token := tokenAttr.FindStringSubmatch(l.get(path).Body.String())[1]
	return token, l.listen(addr, path, token, "")
}

// eventReader reads an event stream.
type eventReader struct {
	t     *testing.T
	lines *bufio.Scanner
	id    string
}

func (l *live) listen(addr, path, token, last string) *eventReader {
	l.t.Helper()
	r, _ := http.NewRequest("GET", "http://"+addr+"/.collate/events?path="+path+"&page="+token, nil)
	r.Host = "localhost"
	if last != "" {
		r.Header.Set("Last-Event-ID", last)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil || answer.StatusCode != 200 {
		l.t.Fatal(answer, err)
	}
	l.t.Cleanup(func() { answer.Body.Close() })
	return &eventReader{t: l.t, lines: bufio.NewScanner(answer.Body)}
}

// expect reads one event.
func (e *eventReader) expect(want string) {
	e.t.Helper()
	event := ""
	for e.lines.Scan() {
		line := e.lines.Text()
		switch {
		case strings.HasPrefix(line, "event: "):
			event = line[len("event: "):]
		case strings.HasPrefix(line, "id: "):
			e.id = line[len("id: "):]
		case strings.HasPrefix(line, "data: "):
			if event += " " + line[len("data: "):]; event != want {
				e.t.Fatalf("got %s, want %s", event, want)
			}
			return
		}
	}
	e.t.Fatalf("the stream ended, want %s: %v", want, e.lines.Err())
}

func TestEvents(t *testing.T) {
	l, addr := host(t)
	l.mkdir("p")
	l.write("p/index.html", styled("s.1.css", "one"))
	l.write("other.html", "other")
	_, page := l.open(addr, "/p/")
	page.expect(`healed ""`)
	l.save("other.html", "another")
	l.get("/other.html") // nothing is to be told about this
	l.save("p/index.html", styled("s.2.css", "one"))
	page.expect(`style ["s.2.css"]`)
	l.save("p/index.html", styled("s.2.css", "two"))
	page.expect(`reload ["s.2.css"]`)
	l.save("other.html", "BROKEN")
	page.expect(`problems "content/other.html:1: error: broken \u003cb\u003e\n    BROKEN\n"`)
	l.save("other.html", "whole")
	page.expect(`healed ""`)
	l.remove("p/index.html")
	page.expect(`gone "this page is no longer part of the site: its file was renamed, moved or removed"`)
	l.save("p/index.html", styled("s.2.css", "two"))
	page.expect(`healed ""`)
	l.save("p/index.html", styled("s.3.css", "three"))
	page.expect(`reload ["s.3.css"]`)

	// A page that comes back hears what it missed, and no more.
	again := l.listen(addr, "/p/", "old", page.id)
	again.expect(`healed ""`)
	l.save("p/index.html", styled("s.3.css", "four"))
	again.expect(`reload ["s.3.css"]`)
	late := l.listen(addr, "/p/", page.id, "")
	late.expect(`healed ""`)
	late.expect(`reload ["s.3.css"]`)
}

// The page for addresses without one becomes the page when there is one.
func TestEventsNotFound(t *testing.T) {
	l, addr := host(t)
	_, page := l.open(addr, "/new/")
	page.expect(`healed ""`)
	l.write("new.md", "new")
	page.expect(`reload null`)
}

// A page that shows why there is no site becomes the site.
func TestEventsTrouble(t *testing.T) {
	f := newFake(t)
	f.write("story/a.md", "BROKEN")
	l := run(f, f.options())
	server := httptest.NewServer(l.handler)
	_, page := l.open(server.Listener.Addr().String(), "/story/a/")
	page.expect(`problems "content/story/a.md:1: error: broken \u003cb\u003e\n    BROKEN\n"`)
	f.write("story/a.md", "a")
	page.expect(`healed ""`)
	page.expect(`reload null`)
	server.CloseClientConnections() // or closing waits for the stream
	server.Close()
}

// Many open pages all hear, none for another, and what is too much is refused.
func TestManyStreams(t *testing.T) {
	l, addr := host(t)
	token, _ := l.open(addr, "/story/a/")
	other, _ := l.open(addr, "/")
	var pages, others []*eventReader
	for range 500 {
		pages = append(pages, l.listen(addr, "/story/a/", token, ""))
	}
	for range 10 {
		others = append(others, l.listen(addr, "/", other, ""))
	}
	start := time.Now()
	l.write("story/a.md", "news")
	for _, p := range pages {
		p.expect(`healed ""`)
		p.expect(`reload null`)
	}
	t.Logf("all told after %v", time.Since(start))
	l.write("index.md", "news")
	for _, p := range others {
		p.expect(`healed ""`)
		p.expect(`reload null`)
	}
}

func TestMakeup(t *testing.T) {
	a := fingerprintOf([]byte(styled("s.1.css", "one")))
	for page, want := range map[string]string{
		styled("s.1.css", "one"): "equal",
		styled("s.2.css", "one"): "style",
		styled("s.1.css", "two"): "other",
		strings.Replace(styled("s.1.css", "one"), "i.png", "j.png", 1):                          "other",
		strings.Replace(styled("s.1.css", "one"), "one", `<link rel="stylesheet" href="x">`, 1): "other",
	} {
		b := fingerprintOf([]byte(page))
		got := "other"
		if a.token == b.token {
			got = "equal"
		} else if sameContent(a.token, b.token) {
			got = "style"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", page, got, want)
		}
	}
}
