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

// longestWait is how long a request waits for what was saved before it.
const longestWait = 5 * time.Second

// compressFrom is the size in bytes from which text is compressed.
const compressFrom = 1024

var (
	buffers     = sync.Pool{New: func() any { return new(bytes.Buffer) }}
	compressors = sync.Pool{New: func() any { z, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed); return z }}
)

// borrow gives an empty buffer, to be put back into buffers.
func borrow() *bytes.Buffer {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

// handler answers with the pages of the newest version.
type handler struct {
	fresh func(w http.ResponseWriter, r *http.Request) *version // nil when the server ends before the first build
	asked func(n int64)                                         // counts the requests being answered
}

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.asked(1)
	defer h.asked(-1)
	v := h.fresh(w, r)
	if v == nil || v.plan == nil {
		h.trouble(w, r, v)
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
		h.file(w, r, v, file, http.StatusOK)
	default:
		h.file(w, r, v, notFound, http.StatusNotFound)
	}
}

// resolve finds the planned file for a path of an address, or that it wants a
// slash at its end. What has no page may have one under the site's own path.
func (v *version) resolve(address string) (file string, slash bool) {
	if file, slash = findFile(v.plan, address); file != "" || slash {
		return file, slash
	}
	if rest, under := strings.CutPrefix(address, v.base); under && v.base != "" {
		return findFile(v.plan, "/"+rest)
	}
	return "", false
}

func findFile(p *plan.Plan, address string) (file string, slash bool) {
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
func (h handler) file(w http.ResponseWriter, r *http.Request, v *version, name string, status int) {
	page := borrow()
	defer buffers.Put(page)
	f, ok := v.plan.File(name)
	if !ok {
		refuse(w, status, "there is no such page")
		return
	}
	if err := render(f.Render, page); err != nil {
		h.broken(w, r, fmt.Sprintf("%s, from %s: %v\n", name, f.Origin, err))
		return
	}
	w.Header().Set("Content-Type", typeOf(name))
	if isHTML(typeOf(name)) {
		full := borrow()
		defer buffers.Put(full)
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
	if isText(h.Get("Content-Type")) && len(page) >= compressFrom {
		h.Set("Vary", "Accept-Encoding")
		if r.Header.Get("Range") == "" && takesGzip(r) {
			small := borrow()
			defer buffers.Put(small)
			compress(small, page)
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

func compress(to *bytes.Buffer, page []byte) {
	z := compressors.Get().(*gzip.Writer)
	defer compressors.Put(z)
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
func (h handler) trouble(w http.ResponseWriter, r *http.Request, v *version) {
	text := "the server is about to end\n"
	if v != nil {
		text = v.fault
	}
	w.Header().Set("Retry-After", "1")
	h.show(w, r, http.StatusServiceUnavailable, "There is no site yet", text)
}

// broken answers for a page that can't be rendered.
func (h handler) broken(w http.ResponseWriter, r *http.Request, text string) {
	h.show(w, r, http.StatusInternalServerError, "This page can’t be shown", text)
}

// show is a page with a heading and a text. It is replaced by the site as soon
// as there is one.
func (h handler) show(w http.ResponseWriter, r *http.Request, status int, heading, text string) {
	page := borrow()
	defer buffers.Put(page)
	full := borrow()
	defer buffers.Put(full)
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
