package preview

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// The policies of everything that is served: files of the site, none of
// others, and nothing inline. A picture that is opened by itself may style
// itself and do nothing else.
const (
	pagePolicy    = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
	picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
)

// guard answers the requests that nobody should have made, and passes the
// others on.
type guard struct {
	host string // the host that the server was told to listen on
	next http.Handler
}

func (g guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("X-Content-Type-Options", "nosniff")
	switch {
	case !g.ours(r):
		refuseRequest(w, http.StatusForbidden,
			"this server does not answer to the host name "+quoteHost(r.Host)+", open it as localhost or 127.0.0.1")
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		refuseRequest(w, http.StatusMethodNotAllowed, "pages can be read here, and nothing else")
	case foreignOrigin(r):
		refuseRequest(w, http.StatusForbidden, "other sites may link to this one, not load parts of it")
	case malformedPath(r):
		refuseRequest(w, http.StatusBadRequest, "this is not the address of a page")
	default:
		g.next.ServeHTTP(w, r)
	}
}

// refuseRequest answers in one line of plain text, and ends the connection, on which
// more may stand that nobody wants to read.
func refuseRequest(w http.ResponseWriter, status int, why string) {
	w.Header().Set("Connection", "close")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	w.Write([]byte(why + "\n"))
}

// quoteHost makes a Host header fit to be shown.
func quoteHost(host string) string {
	return `"` + strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`"<>&`, r) {
			return -1
		}
		return r
	}, host[:min(len(host), 100)]) + `"`
}

// ours reports whether the request names this server. A name that merely
// leads here is not enough, since anybody can have one that does; a numeric
// address can't be had that way.
func (g guard) ours(r *http.Request) bool {
	host := strings.ToLower(hostWithoutPort(r.Host))
	if slices.Contains([]string{"localhost", "127.0.0.1", "::1"}, host) ||
		host != "" && host == strings.ToLower(g.host) {
		return true
	}
	ip := net.ParseIP(host)
	local, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	return ip != nil && ok && ip.Equal(local.IP)
}

// hostWithoutPort gives the host of a Host header, without port and brackets; nothing
// where it is malformed.
func hostWithoutPort(header string) string {
	host, port, err := net.SplitHostPort(header)
	if err != nil {
		host, port = header, ""
		if inside, ok := strings.CutPrefix(host, "["); ok {
			host, ok = strings.CutSuffix(inside, "]")
			if !ok {
				return ""
			}
		} else if strings.Contains(host, ":") {
			return ""
		}
	}
	if strings.Trim(port, "0123456789") != "" {
		return ""
	}
	return host
}

// foreignOrigin reports whether another site makes the browser ask, other than by
// a link that the reader followed.
func foreignOrigin(r *http.Request) bool {
	if origin := r.Header.Values("Origin"); len(origin) > 0 {
		return len(origin) > 1 || !strings.EqualFold(origin[0], "http://"+r.Host)
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return r.URL.Path == eventsAddress && !fromHere(r)
	}
	document := r.Header.Get("Sec-Fetch-Dest")
	return r.Header.Get("Sec-Fetch-Mode") != "navigate" || document != "document" && document != ""
}

// fromHere reports whether the page that asks, where it says who it is, is one
// of this server's. Any page may link here, but none other needs the events.
func fromHere(r *http.Request) bool {
	referer := r.Header.Get("Referer")
	page, err := url.Parse(referer)
	return referer == "" || err == nil && page.Scheme == "http" && strings.EqualFold(page.Host, r.Host)
}

// malformedPath reports whether the address tries to mean something else than it
// says. Slashes are slashes here, and nothing stands for them.
func malformedPath(r *http.Request) bool {
	written := strings.ToLower(r.URL.EscapedPath())
	if strings.Contains(written, "%2f") || strings.Contains(written, "%5c") {
		return true
	}
	if strings.ContainsFunc(r.URL.Path, func(c rune) bool { return c == '\\' || c < ' ' || c == 0x7f }) {
		return true
	}
	for segment := range strings.SplitSeq(r.URL.Path, "/") {
		if segment == "." || segment == ".." {
			return true
		}
	}
	return !strings.HasPrefix(r.URL.Path, "/")
}
