// Package links asks addresses whether they still answer.
//
// Check asks each address once, several hosts at a time and each host one
// question after the other, with a pause between them. It asks with HEAD, and
// with GET where a server does not take that, and reads no more than the
// header. A request has a limited time.
//
// An address is dead where the server says that there is nothing (404, 410),
// where it fails (5xx), where no server answers or the host does not exist. One
// that wants to know who asks (401, 403, 429 and so on) is not dead: many
// answer programs so, and people otherwise.
//
// Answers are remembered in a file for a day. Failures that may pass by
// themselves, 5xx and no answer, are not.
package links

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"
)

// Answer is what was learnt of one address.
type Answer struct {
	Status int       `json:"status,omitempty"` // of the last response, after redirects; 0: there was none
	Error  string    `json:"-"`                // why there was none
	Asked  time.Time `json:"asked"`
}

// Dead reports whether a reader who follows the address finds nothing.
func (a Answer) Dead() bool {
	return a.Status == 0 || a.Status == http.StatusNotFound || a.Status == http.StatusGone || a.Status >= 500
}

// String says what the answer was, for a message: "answers 404 Not Found".
func (a Answer) String() string {
	if a.Status == 0 {
		return a.Error
	}
	return fmt.Sprintf("answers %d %s", a.Status, http.StatusText(a.Status))
}

// Checker says how addresses are asked. Addresses of this machine and of its own
// network are not, nor what redirects there: a pull request could name them.
type Checker struct {
	Agent   string        // who asks, for the server's log
	Pause   time.Duration // between two questions to one host
	Timeout time.Duration // for one question, redirects included
	Now     time.Time
	Near    bool // ask this machine and its network too
}

// hosts is how many hosts are asked at a time.
const hosts = 8

// redirects is how many of them are followed.
const redirects = 10

// Check asks the addresses, which are http or https, unless known has an
// answer of the last day. It returns all answers by address, and stops early,
// with what it has, when ctx ends.
func (c Checker) Check(ctx context.Context, addresses []string, known map[string]Answer) map[string]Answer {
	answers := map[string]Answer{}
	queues := map[string][]string{}
	for _, address := range addresses {
		if a, ok := known[address]; ok && c.fresh(a) {
			answers[address] = a
		} else if u, err := url.Parse(address); err == nil && !slices.Contains(queues[u.Host], address) {
			queues[u.Host] = append(queues[u.Host], address)
		}
	}
	var lock sync.Mutex
	var done sync.WaitGroup
	free := make(chan struct{}, hosts)
	for _, queue := range queues {
		done.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			c.askAll(ctx, queue, func(address string, a Answer) {
				lock.Lock()
				defer lock.Unlock()
				answers[address] = a
			})
		})
	}
	done.Wait()
	return answers
}

// fresh reports whether an answer still counts.
func (c Checker) fresh(a Answer) bool {
	age := c.Now.Sub(a.Asked)
	return age >= 0 && age < 24*time.Hour
}

// askAll asks the addresses of one host, one after the other.
func (c Checker) askAll(ctx context.Context, queue []string, tell func(string, Answer)) {
	client := &http.Client{Timeout: c.Timeout, Transport: c.transport(),
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) >= redirects {
				return errors.New("it redirects too often")
			}
			return nil
		}}
	defer client.CloseIdleConnections()
	for i, address := range queue {
		if i > 0 && !c.wait(ctx) {
			return
		}
		a := c.ask(ctx, client, http.MethodHead, address)
		if a.Status >= 400 && c.wait(ctx) { // some do not know HEAD
			a = c.ask(ctx, client, http.MethodGet, address)
		}
		if ctx.Err() != nil {
			return
		}
		tell(address, a)
	}
}

func (c Checker) transport() *http.Transport {
	if c.Near {
		return http.DefaultTransport.(*http.Transport).Clone()
	}
	return new(dialGuard).transport()
}

// wait waits for the pause, and reports whether to go on.
func (c Checker) wait(ctx context.Context) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(c.Pause):
		return true
	}
}

func (c Checker) ask(ctx context.Context, client *http.Client, method, address string) Answer {
	a := Answer{Asked: c.Now}
	request, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		a.Error = "is no address"
		return a
	}
	request.Header.Set("User-Agent", c.Agent)
	response, err := client.Do(request)
	if err != nil {
		a.Error = why(err)
		return a
	}
	response.Body.Close()
	a.Status = response.StatusCode
	return a
}

// why says in a few words why there was no answer.
func why(err error) string {
	if errors.Is(err, errNear) {
		return errNear.Error()
	}
	var unknown *net.DNSError
	var timeout net.Error
	switch {
	case errors.As(err, &unknown) && unknown.IsNotFound:
		return "names a host that does not exist"
	case errors.As(err, &timeout) && timeout.Timeout():
		return "did not answer in time"
	}
	var whole *url.Error
	if errors.As(err, &whole) {
		err = whole.Err
	}
	return "did not answer: " + err.Error()
}
