package preview

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

// The addresses of the server's own. No plan has such a path.
const (
	scriptAddress = "/.collate/live.js"
	styleAddress  = "/.collate/live.css"
	eventsAddress = "/.collate/events"
)

// tokenLetters are those that a token consists of, beside a dot.
const tokenLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

const (
	maxStreams = 900              // event streams at a time
	heartbeat  = 20 * time.Second // between signs of life on a stream with nothing to tell
	writeTime  = 5 * time.Second  // within which a reader has to take what is written
)

var (
	//go:embed live.js
	liveScript []byte
	//go:embed live.css
	liveStyle []byte
)

// enliven appends a page with the script added that keeps it up to date.
func enliven(to *bytes.Buffer, page []byte) {
	tag := fmt.Sprintf(`<script src="%s" data-page="%s" defer></script>`, scriptAddress, fingerprintOf(page).token)
	at := bytes.Index(page, []byte("</head>"))
	if at < 0 {
		at = bytes.LastIndex(page, []byte("</body>"))
	}
	if at < 0 {
		at = len(page)
	}
	to.Write(page[:at])
	to.WriteString(tag)
	to.Write(page[at:])
}

// streams are the connections over which pages hear what they lack.
type streams struct {
	state *serverState
	open  atomic.Int64
}

func (s *streams) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.open.Add(1) > maxStreams {
		s.open.Add(-1)
		refuseRequest(w, http.StatusServiceUnavailable, "too many pages are open")
		return
	}
	defer s.open.Add(-1)
	h := w.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	query := r.URL.Query()
	page := pageReader{address: query.Get("path"), token: query.Get("page")}
	if last := r.Header.Get("Last-Event-ID"); last != "" {
		page.token = last
	}
	if strings.Trim(page.token, tokenLetters+".") != "" {
		page.token = "" // nothing that we gave out
	}
	if r.Method == http.MethodHead {
		return
	}
	s.tell(w, r, &page)
}

// tell writes until the reader or the server goes.
func (s *streams) tell(w http.ResponseWriter, r *http.Request, page *pageReader) {
	out := http.NewResponseController(w)
	out.SetReadDeadline(time.Time{})
	text := []byte("retry: 300\n\n")
	for {
		v, moved := s.state.see()
		if v != nil {
			text = append(text, page.lacks(v)...)
		}
		if len(text) > 0 {
			out.SetWriteDeadline(time.Now().Add(writeTime))
			if _, err := w.Write(text); err != nil || out.Flush() != nil {
				return
			}
		}
		text = text[:0]
		timer := time.NewTimer(heartbeat)
		select {
		case <-moved:
		case <-timer.C:
			text = append(text, ":\n\n"...)
		case <-r.Context().Done():
			timer.Stop()
			return
		}
		timer.Stop()
	}
}

// pageReader is a page in a browser, as far as the server knows.
type pageReader struct {
	address string   // the path of its address
	token   string   // of what it shows
	seen    *version // the last version that it was compared with
	notice  string   // the event that settled what its panel shows, and the text
}

// lacks gives the events that bring the reader up to date with a version.
func (p *pageReader) lacks(v *version) []byte {
	if v == p.seen {
		return nil
	}
	p.seen = v
	var events bytes.Buffer
	made, there := p.made(v)
	notice, text := "healed", ""
	switch {
	case v.fault != "":
		notice, text = "problems", v.fault
	case !there:
		notice, text = "gone", "this page is no longer part of the site: its file was renamed, moved or removed"
	}
	if notice+text != p.notice {
		p.notice = notice + text
		p.event(&events, notice, text)
	}
	if there && made.token != p.token {
		kind := "reload"
		if sameContent(made.token, p.token) {
			kind = "style"
		}
		p.token = made.token
		p.event(&events, kind, made.styles)
	}
	return events.Bytes()
}

// made gives what the reader's page is made of now, and whether there is one.
// A page that can't be told stays as it is.
func (p *pageReader) made(v *version) (fingerprint, bool) {
	if v.plan == nil {
		return fingerprint{token: p.token}, true
	}
	file, _ := v.resolve(p.address)
	if file == "" {
		missing, err := v.fingerprints.of(notFound)
		return missing, err == nil && missing.token == p.token
	}
	made, err := v.fingerprints.of(file)
	if err != nil {
		return fingerprint{token: p.token}, true
	}
	return made, true
}

// event appends one event, with what the reader then shows as its id.
func (p *pageReader) event(to *bytes.Buffer, name string, data any) {
	line, _ := json.Marshal(data) // strings only
	fmt.Fprintf(to, "event: %s\nid: %s\ndata: %s\n\n", name, p.token, line)
}

// sameContent reports whether two tokens differ in the style sheets only.
func sameContent(a, b string) bool {
	i := bytes.IndexByte([]byte(a), '.')
	return i > 0 && len(a) == len(b) && a[:i+1] == b[:i+1]
}
