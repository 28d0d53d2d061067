package links

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"syscall"
)

// errNear says that an address leads to where its readers can't follow.
var errNear = errors.New("leads to this machine or its own network, which its readers can't reach, and is not asked")

// dialGuard keeps requests for addresses that somebody else wrote, and what they
// redirect to, from this machine and the network that it is in. Numbers are
// looked at where a connection is made, so that no name can stand for them.
type dialGuard struct {
	trusted string // host and port that may be anywhere, as the user named it; may be empty

	mu      sync.Mutex
	proxies map[string]bool // host and port of those in use, which are the user's
}

// transport connects where the guard allows it.
func (g *dialGuard) transport() *http.Transport {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.Proxy = g.proxy
	t.DialContext = g.dial
	return t
}

// proxy finds the proxy that the environment asks for, and remembers it. What
// it connects to is its own decision, but for hosts that are written as numbers.
func (g *dialGuard) proxy(r *http.Request) (*url.URL, error) {
	proxy, err := http.ProxyFromEnvironment(r)
	if proxy == nil || err != nil {
		return proxy, err
	}
	if ip, err := netip.ParseAddr(r.URL.Hostname()); err == nil && nearAddress(ip) && hostPort(r.URL) != g.trusted {
		return nil, errNear
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.proxies == nil {
		g.proxies = map[string]bool{}
	}
	g.proxies[hostPort(proxy)] = true
	return proxy, nil
}

func (g *dialGuard) dial(ctx context.Context, network, address string) (net.Conn, error) {
	var dialer net.Dialer
	g.mu.Lock()
	free := address == g.trusted || g.proxies[address]
	g.mu.Unlock()
	if !free {
		dialer.Control = func(_, address string, _ syscall.RawConn) error {
			if to, err := netip.ParseAddrPort(address); err != nil || nearAddress(to.Addr()) {
				return errNear
			}
			return nil
		}
	}
	return dialer.DialContext(ctx, network, address)
}

// hostPort gives the host of an address with its port, as one dials it.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"https": "443", "socks5": "1080"}[u.Scheme]
	}
	if port == "" {
		port = "80"
	}
	return net.JoinHostPort(u.Hostname(), port)
}

// reservedPrefixes are the numbers that mean no machine out in the network, beside those
// that package netip knows, or stand for one of another kind.
var reservedPrefixes = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // of carriers
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), // for measuring
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), // stand for IPv4
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("2002::/16"),
	netip.MustParsePrefix("2001::/32"),
	netip.MustParsePrefix("fec0::/10"),
}

// nearAddress reports whether a number is of this machine or of its own network.
func nearAddress(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return true
	}
	for _, prefix := range reservedPrefixes {
		if prefix.Contains(ip) {
			return true
		}
	}
	return false
}
