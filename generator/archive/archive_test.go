package archive

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// fake is a Wayback Machine on loopback. What it answers depends on the page
// that is asked for.
type fake struct {
	*httptest.Server
	asked  []string
	waited []time.Duration
}

func newFake(t *testing.T) (*fake, *Service) {
	f := &fake{}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /wayback/available", f.available)
	mux.HandleFunc("POST /save", f.save)
	mux.HandleFunc("GET /save/status/{job}", f.status)
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f.asked = append(f.asked, r.Method+" "+r.URL.String())
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(f.Close)
	return f, &Service{
		Lookup: f.URL, Web: f.URL, Agent: "Collate test", Timeout: 10 * time.Second, Pause: time.Second,
		Wait: func(ctx context.Context, d time.Duration) error {
			f.waited = append(f.waited, d)
			return ctx.Err()
		},
	}
}

func (f *fake) available(w http.ResponseWriter, r *http.Request) {
	page := r.FormValue("url")
	answer := func(url, status string) {
		fmt.Fprintf(w, `{"url":%q,"archived_snapshots":{"closest":`+
			`{"available":true,"url":%q,"timestamp":"20260228","status":%q}}}`,
			page, url, status)
	}
	switch _, kind, _ := strings.Cut(page, "example/"); kind {
	case "none":
		fmt.Fprint(w, `{"archived_snapshots":{}}`)
	case "error":
		answer(f.URL+"/web/20260228000000/"+page, "404")
	case "other":
		answer(f.URL+"/web/20260228000000/https://b.example/", "200")
	case "script":
		answer("javascript:alert(1)//"+page, "200")
	case "page":
		fmt.Fprint(w, "<html>Wayback</html>")
	case "broken":
		w.WriteHeader(http.StatusInternalServerError)
	case "often", "once":
		if kind == "often" || len(f.asked) == 1 {
			w.Header().Set("Retry-After", "7")
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		answer(f.URL+"/web/20260228000000/"+page, "200")
	case "later":
		w.Header().Set("Retry-After", "86400")
		w.WriteHeader(http.StatusServiceUnavailable)
	case "cut":
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, "{")
	case "moved":
		http.Redirect(w, r, "/wayback/available?url=https://a.example/there&from=moved", http.StatusFound)
	case "there":
		answer(f.URL+"/web/20260228000000/https://a.example/moved", "200")
	case "loop":
		http.Redirect(w, r, r.URL.String(), http.StatusFound)
	case "huge":
		fmt.Fprint(w, strings.Repeat(" ", mostBytes+1)+"{}")
	default:
		answer(f.URL+"/web/20260228000000/"+strings.Replace(page, "https://", "http://www.", 1)+"/", "200")
	}
}

// TestFind asks for pages of all kinds: what is found, or the error.
func TestFind(t *testing.T) {
	for _, c := range []struct{ page, want, err string }{
		{"here", "/web/20260228000000/http://www.a.example/here/", ""},
		{"none", "", ""},
		{"error", "", ""},
		{"other", "", "another page"},
		{"script", "", "no address"},
		{"page", "", "not JSON"},
		{"huge", "", "not JSON"},
		{"broken", "", "answers 500"},
		{"often", "", "too often"},
		{"once", "/web/20260228000000/https://a.example/once", ""},
		{"later", "", "too often"},
		{"cut", "", "did not answer"},
		{"moved", "/web/20260228000000/https://a.example/moved", ""},
		{"loop", "", "did not answer"},
	} {
		f, s := newFake(t)
		got, err := s.Find(t.Context(), "https://a.example/"+c.page, time.Date(2026, 2, 27, 0, 0, 0, 0, time.UTC))
		if c.want != "" {
			c.want = f.URL + c.want
		}
		if got != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %q, %v, want %q, %q", c.page, got, err, c.want, c.err)
		}
		if c.page == "here" && !strings.HasSuffix(f.asked[0], "timestamp=20260227&url=https%3A%2F%2Fa.example%2Fhere") {
			t.Errorf("it asked %s", f.asked)
		}
		if c.page == "once" && (len(f.waited) != 1 || f.waited[0] != 7*time.Second) {
			t.Errorf("it waited %v", f.waited)
		}
	}
}

// TestSlow ends a question that is not answered.
func TestSlow(t *testing.T) {
	release := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
	defer server.Close()
	defer close(release)
	_, s := newFake(t)
	s.Lookup, s.Timeout = server.URL, time.Millisecond
	if _, err := s.Find(t.Context(), "https://a.example/", time.Time{}); err == nil ||
		!strings.Contains(err.Error(), "in time") {
		t.Error(err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := s.Find(ended, "https://a.example/", time.Time{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestPause holds one question to wait after another.
func TestPause(t *testing.T) {
	f, s := newFake(t)
	for range 3 {
		if _, err := s.Find(t.Context(), "https://a.example/here", time.Time{}); err != nil {
			t.Fatal(err)
		}
	}
	if len(f.waited) != 2 || f.waited[0] != time.Second {
		t.Errorf("it waited %v", f.waited)
	}
}

func (f *fake) save(w http.ResponseWriter, r *http.Request) {
	page := r.FormValue("url")
	switch _, kind, _ := strings.Cut(page, "example/"); kind {
	case "private":
		if r.Header.Get("Authorization") != "LOW a:b" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		fmt.Fprint(w, `{"url":"https://a.example/private","job_id":"private"}`)
	case "full":
		fmt.Fprint(w, `{"status":"error","status_ext":"error:user-session-limit",`+
			`"message":"You have reached the limit"}`)
	case "strange":
		fmt.Fprint(w, `{}`)
	default:
		fmt.Fprintf(w, `{"url":%q,"job_id":%q}`, page, kind)
	}
}

func (f *fake) status(w http.ResponseWriter, r *http.Request) {
	switch job := r.PathValue("job"); job {
	case "gone":
		fmt.Fprint(w, `{"status":"error","status_ext":"error:not-found","message":"Not found (HTTP 404)."}`)
	case "never":
		fmt.Fprint(w, `{"status":"pending"}`)
	case "soon":
		if len(f.asked) < 4 {
			fmt.Fprint(w, `{"status":"pending"}`)
			return
		}
		fallthrough
	default:
		fmt.Fprintf(w, `{"status":"success","timestamp":"20260301120000","original_url":"https://a.example/%s"}`, job)
	}
}

// TestSave has copies made, or not.
func TestSave(t *testing.T) {
	for _, c := range []struct{ page, key, want, err string }{
		{"now", "", "/web/20260301120000/https://a.example/now", ""},
		{"soon", "", "/web/20260301120000/https://a.example/soon", ""},
		{"private", "a:b", "/web/20260301120000/https://a.example/private", ""},
		{"private", "", "", "account"},
		{"full", "", "", "too often"},
		{"gone", "", "", "Not found (HTTP 404)"},
		{"never", "", "", "not made the copy in time"},
		{"strange", "", "", "doesn't describe"},
	} {
		f, s := newFake(t)
		s.Key = c.key
		got, err := s.Save(t.Context(), "https://a.example/"+c.page)
		if c.want != "" {
			c.want = f.URL + c.want
		}
		if got != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %q, %v, want %q, %q", c.page, got, err, c.want, c.err)
		}
	}
}
