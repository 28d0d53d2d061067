package links_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"collate/generator/links"
)

var now = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func checker() links.Checker {
	return links.Checker{Agent: "Collate test", Timeout: 10 * time.Second, Now: now, Near: true}
}

// host answers on loopback, and counts what it is asked.
type host struct {
	*httptest.Server
	lock  sync.Mutex
	asked []string
}

func newHost(t *testing.T) *host {
	h := &host{}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.lock.Lock()
		h.asked = append(h.asked, r.Method+" "+r.URL.Path+" "+r.UserAgent())
		h.lock.Unlock()
		switch {
		case r.URL.Path == "/moved":
			http.Redirect(w, r, "/here", http.StatusMovedPermanently)
		case r.URL.Path == "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case r.URL.Path == "/no-head" && r.Method == http.MethodHead:
			w.WriteHeader(http.StatusMethodNotAllowed)
		case r.URL.Path == "/gone":
			w.WriteHeader(http.StatusNotFound)
		case r.URL.Path == "/robots":
			w.WriteHeader(http.StatusForbidden)
		case r.URL.Path == "/broken":
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	}))
	t.Cleanup(h.Close)
	return h
}

func TestCheck(t *testing.T) {
	h := newHost(t)
	closed := httptest.NewServer(nil)
	closed.Close()
	want := map[string]string{
		h.URL + "/here":    "",
		h.URL + "/moved":   "",
		h.URL + "/no-head": "",
		h.URL + "/robots":  "",
		h.URL + "/gone":    "answers 404 Not Found",
		h.URL + "/broken":  "answers 503 Service Unavailable",
		h.URL + "/loop":    "it redirects too often",
		closed.URL + "/x":  "did not answer: ",
	}
	var addresses []string
	for address := range want {
		addresses = append(addresses, address, address) // each is asked once
	}
	answers := checker().Check(context.Background(), addresses, nil)
	for address, dead := range want {
		a := answers[address]
		if a.Dead() != (dead != "") || !strings.Contains(a.String(), dead) {
			t.Errorf("%s: dead %v, %s, want %q", address, a.Dead(), a, dead)
		}
	}
	asked := strings.Join(h.asked, "\n")
	if strings.Count(asked, " /here ") != 2 || strings.Count(asked, "/no-head") != 2 ||
		!strings.Contains(asked, "GET /no-head Collate test") || strings.Contains(asked, "GET /here") {
		t.Errorf("asked:\n%s", asked)
	}
}

// TestRemembered asks again after a day, and at once for what may pass.
func TestRemembered(t *testing.T) {
	h := newHost(t)
	file := filepath.Join(t.TempDir(), "deep", "links.json")
	addresses := []string{h.URL + "/here", h.URL + "/gone", h.URL + "/broken"}
	count := func(c links.Checker) int {
		h.asked = nil
		answers := c.Check(context.Background(), addresses, links.Load(file))
		if len(answers) != 3 || answers[addresses[1]].Status != 404 {
			t.Errorf("answers: %v", answers)
		}
		if err := links.Save(file, answers); err != nil {
			t.Fatal(err)
		}
		return len(h.asked)
	}
	if n := count(checker()); n != 5 {
		t.Errorf("at first %d questions, want 5", n)
	}
	if n := count(checker()); n != 2 {
		t.Errorf("at once again %d questions, want 2: the host that fails", n)
	}
	later := checker()
	later.Now = now.Add(25 * time.Hour)
	if n := count(later); n != 5 {
		t.Errorf("a day later %d questions, want 5", n)
	}
	if err := os.WriteFile(file, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if links.Load(file) != nil {
		t.Error("a broken file is no memory")
	}
}

// TestOneAtATime holds that a host is never asked twice at the same time, and
// that the end of the context ends the work.
func TestOneAtATime(t *testing.T) {
	var busy, most, total atomic.Int32
	ctx, cancel := context.WithCancel(context.Background())
	h := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		most.Store(max(most.Load(), busy.Add(1)))
		if total.Add(1) == 20 {
			cancel()
		}
		busy.Add(-1)
	}))
	defer h.Close()
	var addresses []string
	for i := range 50 {
		addresses = append(addresses, h.URL+"/"+strings.Repeat("x", i+1))
	}
	answers := checker().Check(ctx, addresses, nil)
	if most.Load() != 1 || len(answers) == 0 || len(answers) > 20 {
		t.Errorf("%d at a time, %d answers", most.Load(), len(answers))
	}
}

// An address out of content leads neither to this machine nor, by a name or a
// redirect, anywhere near it; one that the user named may, and nowhere else.
func TestNearby(t *testing.T) {
	h := newHost(t)
	c := checker()
	c.Near = false
	name := strings.Replace(h.URL, "127.0.0.1", "localhost", 1)
	for address, a := range c.Check(context.Background(), []string{h.URL + "/here", name + "/here"}, nil) {
		if !a.Dead() || !strings.Contains(a.String(), "leads to this machine") {
			t.Errorf("%s: %s", address, a)
		}
	}
	if len(h.asked) > 0 {
		t.Errorf("asked %v", h.asked)
	}
	if _, err := links.Fetch(context.Background(), h.URL+"/moved", "x", 10, time.Minute); err != nil {
		t.Error(err)
	}
	other := httptest.NewServer(http.RedirectHandler(h.URL+"/here", http.StatusFound))
	defer other.Close()
	_, err := links.Fetch(context.Background(), other.URL, "x", 10, time.Minute)
	if err == nil || !strings.Contains(err.Error(), "leads to this machine") {
		t.Errorf("redirected: %v", err)
	}
}
