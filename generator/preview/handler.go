package preview

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"html"
	"io"
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

// compressFrom is the size in bytes from which text is compressed.
const compressFrom = 1024

// streamFrom is the size in bytes from which a file is sent as it is read.
const streamFrom = 1 << 20

var compressors = sync.Pool{New: func() any { z, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed); return z }}

// handler answers with the pages of the newest version.
type handler struct {
	fresh func(w http.ResponseWriter, r *http.Request) *version // nil when the server ends before the first build
	asked func(n int64)                                         // counts the requests being answered
	shelf *shelf
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
	f, ok := v.plan.File(name)
	if !ok {
		refuseRequest(w, status, "there is no such page")
		return
	}
	kind := typeOf(name)
	w.Header().Set("Content-Type", kind)
	if strings.HasPrefix(kind, "image/svg") {
		w.Header().Set("Content-Security-Policy", picturePolicy)
	}
	if f.Open != nil && !isHTML(kind) && stream(w, r, f) {
		return
	}
	id := shelved{v.plan, name, isText(kind) && r.Header.Get("Range") == "" && takesGzip(r)}
	sheet, err := h.shelf.take(id, func() (body, error) { return bodyOf(f, id) })
	defer h.shelf.putBack(id, sheet)
	switch {
	case errors.Is(err, errShelfFull):
		w.Header().Set("Retry-After", "1")
		refuseRequest(w, http.StatusServiceUnavailable, err.Error())
	case err != nil:
		h.broken(w, r, fmt.Sprintf("%s, from %s: %v\n", name, f.Origin, err))
	default:
		send(w, r, sheet.body, status)
	}
}

// stream answers with a large file while reading it, and reports whether it is
// one. What it is has the tag of its size and times, but for the moment in which
// these may be those of other bytes.
func stream(w http.ResponseWriter, r *http.Request, f plan.File) bool {
	file, err := f.Open()
	if err != nil {
		return false
	}
	defer file.Close()
	info, err := file.Stat()
	content, seeks := file.(io.ReadSeeker)
	if err != nil || !seeks || info.Size() < streamFrom {
		return false
	}
	if s := stampOf(info); !s.young {
		w.Header().Set("ETag", fmt.Sprintf(`"%x-%x-%x"`, s.size, s.time, s.status))
	}
	http.ServeContent(w, r, "", time.Time{}, content)
	return true
}

// body is what is sent for a file.
type body struct {
	bytes   []byte
	tag     string
	zipped  bool
	differs bool // as the client can take it compressed or not
}

// bodyOf makes what is sent for a file.
func bodyOf(f plan.File, id shelved) (body, error) {
	var page bytes.Buffer
	if err := render(f.Render, &page); err != nil {
		return body{}, err
	}
	if isHTML(typeOf(id.name)) {
		var full bytes.Buffer
		enliven(&full, page.Bytes())
		page = full
	}
	return newBody(page.Bytes(), isText(typeOf(id.name)), id.zipped), nil
}

// newBody compresses text where that is asked for and helps.
func newBody(page []byte, text, zipped bool) body {
	b := body{bytes: page, tag: digest(page), differs: text && len(page) >= compressFrom}
	if b.differs && zipped {
		b.bytes, b.tag, b.zipped = compress(page), b.tag+"-gzip", true
	}
	return b
}

// send answers with a body.
func send(w http.ResponseWriter, r *http.Request, b body, status int) {
	h := w.Header()
	if b.differs {
		h.Set("Vary", "Accept-Encoding")
	}
	if b.zipped {
		h.Set("Content-Encoding", "gzip")
		h.Set("Content-Length", strconv.Itoa(len(b.bytes)))
	}
	if status != http.StatusOK {
		h.Set("Content-Length", strconv.Itoa(len(b.bytes)))
		w.WriteHeader(status)
		if r.Method != http.MethodHead {
			w.Write(b.bytes)
		}
		return
	}
	h.Set("ETag", `"`+b.tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b.bytes))
}

func compress(page []byte) []byte {
	var small bytes.Buffer
	z := compressors.Get().(*gzip.Writer)
	defer compressors.Put(z)
	z.Reset(&small)
	z.Write(page) // to memory, which does not fail
	z.Close()
	return small.Bytes()
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
	var page, full bytes.Buffer
	fmt.Fprintf(&page, `<!doctype html>
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
	enliven(&full, page.Bytes())
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	send(w, r, newBody(full.Bytes(), true, takesGzip(r)), status)
}
