package preview

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"collate/generator/plan"
)

// notFound is the page for addresses that have none.
const notFound = "404.html"

// atMost is how long a request waits for what was saved before it.
const atMost = 5 * time.Second

// worthwhile is the size in bytes from which text is compressed.
const worthwhile = 1024

var (
	pages   = sync.Pool{New: func() any { return new(bytes.Buffer) }}
	zippers = sync.Pool{New: func() any { z, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed); return z }}
)

// borrow gives an empty buffer, to be put back into pages.
func borrow() *bytes.Buffer {
	b := pages.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

// site answers with the pages of the newest version.
type site struct {
	fresh func(w http.ResponseWriter, r *http.Request) *version // nil when the server ends before the first build
	asked func(n int64)                                         // counts the requests being answered
}

func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.asked(1)
	defer s.asked(-1)
	v := s.fresh(w, r)
	if v == nil || v.plan == nil {
		s.trouble(w, r, v)
		return
	}
	file, slash := v.resolve(r.URL.Path)
	switch {
	case slash:
		to := url.URL{Path: path.Base(r.URL.Path) + "/", RawQuery: r.URL.RawQuery}
		w.Header().Set("Location", to.String())
		w.Header().Set("Content-Length", "0")
		w.WriteHeader(http.StatusPermanentRedirect)
	case file != "":
		s.file(w, r, v, file, http.StatusOK)
	default:
		s.file(w, r, v, notFound, http.StatusNotFound)
	}
}

// resolve finds the planned file for a path of an address, or that it wants a
// slash at its end. What has no page may have one under the site's own path.
func (v *version) resolve(address string) (file string, slash bool) {
	if file, slash = find(v.plan, address); file != "" || slash {
		return file, slash
	}
	if rest, under := strings.CutPrefix(address, v.base); under && v.base != "" {
		return find(v.plan, "/"+rest)
	}
	return "", false
}

func find(p *plan.Plan, address string) (file string, slash bool) {
	name := strings.TrimPrefix(address, "/")
	for segment := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(segment, ".") {
			return "", false
		}
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if _, ok := p.File(name); ok {
		return name, false
	}
	_, slash = p.File(name + "/index.html")
	return "", slash
}

// file answers with a planned file.
func (s site) file(w http.ResponseWriter, r *http.Request, v *version, name string, status int) {
	page := borrow()
	defer pages.Put(page)
	f, ok := v.plan.File(name)
	if !ok {
		refuse(w, status, "there is no such page")
		return
	}
	if err := render(f.Render, page); err != nil {
		s.broken(w, r, fmt.Sprintf("%s, from %s: %v\n", name, f.Origin, err))
		return
	}
	w.Header().Set("Content-Type", typeOf(name))
	if isHTML(typeOf(name)) {
		full := borrow()
		defer pages.Put(full)
		enliven(full, page.Bytes())
		page = full
	} else if strings.HasPrefix(typeOf(name), "image/svg") {
		w.Header().Set("Content-Security-Policy", picturePolicy)
	}
	send(w, r, page.Bytes(), status)
}

// send answers with bytes, compressed where that is asked for and helps.
func send(w http.ResponseWriter, r *http.Request, page []byte, status int) {
	h := w.Header()
	tag := digest(page)
	if isText(h.Get("Content-Type")) && len(page) >= worthwhile {
		h.Set("Vary", "Accept-Encoding")
		if r.Header.Get("Range") == "" && takesGzip(r) {
			small := borrow()
			defer pages.Put(small)
			zip(small, page)
			page, tag = small.Bytes(), tag+"-gzip"
			h.Set("Content-Encoding", "gzip")
			h.Set("Content-Length", strconv.Itoa(len(page)))
		}
	}
	if status != http.StatusOK {
		h.Set("Content-Length", strconv.Itoa(len(page)))
		w.WriteHeader(status)
		if r.Method != http.MethodHead {
			w.Write(page)
		}
		return
	}
	h.Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(page))
}

func zip(to *bytes.Buffer, page []byte) {
	z := zippers.Get().(*gzip.Writer)
	defer zippers.Put(z)
	z.Reset(to)
	z.Write(page) // to memory, which does not fail
	z.Close()
}

// takesGzip reports whether the client says that it can read gzip.
func takesGzip(r *http.Request) bool {
	for _, header := range r.Header.Values("Accept-Encoding") {
		for coding := range strings.SplitSeq(header, ",") {
			name, weight, _ := strings.Cut(coding, ";")
			if strings.EqualFold(strings.TrimSpace(name), "gzip") {
				_, q, _ := strings.Cut(weight, "=")
				f, err := strconv.ParseFloat(strings.TrimSpace(q), 64)
				return q == "" || err == nil && f > 0
			}
		}
	}
	return false
}

// trouble answers while there is no site: with what is wrong.
func (s site) trouble(w http.ResponseWriter, r *http.Request, v *version) {
	text := "the server is about to end\n"
	if v != nil {
		text = v.fault
	}
	w.Header().Set("Retry-After", "1")
	s.show(w, r, http.StatusServiceUnavailable, "There is no site yet", text)
}

// broken answers for a page that can't be rendered.
func (s site) broken(w http.ResponseWriter, r *http.Request, text string) {
	s.show(w, r, http.StatusInternalServerError, "This page can’t be shown", text)
}

// show is a page with a heading and a text. It is replaced by the site as soon
// as there is one.
func (s site) show(w http.ResponseWriter, r *http.Request, status int, heading, text string) {
	page := borrow()
	defer pages.Put(page)
	full := borrow()
	defer pages.Put(full)
	fmt.Fprintf(page, `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%[1]s</title>
<link rel="stylesheet" href="%[3]s">
</head>
<body class="collate-trouble">
<h1>%[1]s</h1>
<pre>%[2]s</pre>
</body>
</html>
`, html.EscapeString(heading), html.EscapeString(text), styleAddress)
	enliven(full, page.Bytes())
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	send(w, r, full.Bytes(), status)
}
