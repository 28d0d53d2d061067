package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"

	"golang.org/x/net/netutil"
)

// What a client may cost.
const (
	maxConnections = 1024
	maxHeader      = 16 << 10 // bytes
	headerTime     = 5 * time.Second
	requestTime    = 10 * time.Second
	answerTime     = 30 * time.Second
	idleTime       = time.Minute
)

// publishDelay is how long no change may have come before the output folder is
// brought up to date.
const publishDelay = 200 * time.Millisecond

// portsTried is how many ports are tried where any will do.
const portsTried = 100

// ServerOptions say where pages are served.
type ServerOptions struct {
	// Addr is host and port to listen on; without a host it is every address
	// of this machine, and port 0 is any that is free.
	Addr string
	// Near allows for the next port that is free, if that of Addr is not.
	Near bool
	// Ready, if set, hears the address of the home page once the server
	// listens, and whether other machines can read it too. A page that is
	// asked for waits for the first build.
	Ready func(url string, exposed bool)
}

// ErrAddr says that an address to listen on was not one.
var ErrAddr = errors.New("write host and port, such as 127.0.0.1:8080")

// Serve watches as Watch does, and serves the pages until the context is done.
// The output folder follows when no change has come for a while. An error
// says why the server could not listen.
func Serve(ctx context.Context, o Options, s ServerOptions) error {
	l, err := listen(s)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	p := start(ctx, o, publishDelay)
	host, _, _ := net.SplitHostPort(s.Addr)
	server := p.server(ctx, host)
	ended := make(chan error, 1)
	p.done.Go(func() { ended <- server.Serve(netutil.LimitListener(l, maxConnections)) })
	if s.Ready != nil {
		s.Ready(urlOf(host, l.Addr()), exposed(l.Addr()))
	}
	select {
	case err = <-ended:
	case <-ctx.Done():
		shutDown(server)
	}
	cancel()
	p.wait()
	return err
}

// shutDown ends the server. Whoever is being answered has a second to take it;
// event streams end by themselves, since their context is done.
func shutDown(server *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if server.Shutdown(ctx) != nil {
		server.Close()
	}
}

// server puts together who answers what.
func (p *preview) server(ctx context.Context, host string) *http.Server {
	return &http.Server{
		Handler:                      p.handler(host),
		ReadHeaderTimeout:            headerTime,
		ReadTimeout:                  requestTime,
		WriteTimeout:                 answerTime,
		IdleTimeout:                  idleTime,
		MaxHeaderBytes:               maxHeader,
		ErrorLog:                     log.New(io.Discard, "", 0), // clients' faults, nothing for the writer
		DisableGeneralOptionsHandler: true,
		BaseContext:                  func(net.Listener) context.Context { return ctx },
	}
}

func (p *preview) handler(host string) http.Handler {
	events := &streams{state: p.state}
	pages := handler{fresh: p.fresh, asked: func(n int64) { p.publisher.asked.Add(n) }, shelf: newShelf(mostShelved)}
	return guard{host, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case eventsAddress:
			events.ServeHTTP(w, r)
		case scriptAddress:
			serveOwn(w, r, "live.js", liveScript)
		case styleAddress:
			serveOwn(w, r, "live.css", liveStyle)
		default:
			pages.ServeHTTP(w, r)
		}
	})}
}

// serveOwn answers with a file of the server itself.
func serveOwn(w http.ResponseWriter, r *http.Request, name string, text []byte) {
	w.Header().Set("Content-Type", typeOf(name))
	w.Header().Set("ETag", `"`+digest(text)+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(text))
}

// fresh gives a version that takes account of all that was saved before the
// request. It waits for that, and for the first version, as long as the client
// does: where a fence says that events may be lost, all files are looked at.
func (p *preview) fresh(w http.ResponseWriter, r *http.Request) *version {
	deadline := http.NewResponseController(w)
	deadline.SetWriteDeadline(time.Time{}) // where there is none to set, none is needed
	if !p.watch.fence.Load().pass(r.Context()) {
		p.watch.heard.lose()
	}
	v := p.state.await(r.Context(), p.watch.heard.newest())
	deadline.SetWriteDeadline(time.Now().Add(answerTime))
	return v
}

// listen opens the port, or one near it.
func listen(s ServerOptions) (net.Listener, error) {
	host, port, err := net.SplitHostPort(s.Addr)
	first, portErr := strconv.ParseUint(port, 10, 16)
	if err != nil || portErr != nil {
		return nil, fmt.Errorf("cannot listen on %q: %w", s.Addr, ErrAddr)
	}
	for port := first; ; port++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.FormatUint(port, 10)))
		if err == nil {
			return l, nil
		}
		if !s.Near || port == first+portsTried || port == 65535 {
			return nil, fmt.Errorf("cannot listen on %s: %w", s.Addr, reasonOf(err))
		}
	}
}

// reasonOf says why listening failed, and what to do.
func reasonOf(err error) error {
	if errors.Is(err, syscall.EADDRINUSE) {
		return errors.New("another program uses the port\nhint: end that program, or name another port with --addr " +
			"127.0.0.1:PORT")
	}
	if errors.Is(err, syscall.EACCES) {
		return errors.New("the system does not allow it\nhint: name a port from 1024 up")
	}
	if op := new(net.OpError); errors.As(err, &op) {
		return op.Err
	}
	return err
}

// exposed reports whether other machines can come to where a server listens.
func exposed(addr net.Addr) bool {
	tcp, ok := addr.(*net.TCPAddr)
	return !ok || !tcp.IP.IsLoopback()
}

// urlOf is the address of the home page, as a browser on this machine opens it.
func urlOf(host string, addr net.Addr) string {
	_, port, _ := net.SplitHostPort(addr.String())
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}
