package preview

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// at is an event some milliseconds after the one before; a name that begins
// with ? is of a file that looks unfinished until the next event.
type at struct {
	after int
	name  string
}

func TestSettle(t *testing.T) {
	for name, c := range map[string]struct {
		events []at
		want   string // batches, each with the time since the start
	}{
		"one":               {[]at{{0, "a"}}, "a 2ms"},
		"a burst":           {[]at{{0, "a"}, {1, "b"}, {1, "a"}}, "a b 4ms"},
		"two":               {[]at{{0, "a"}, {3, "b"}}, "a 2ms, b 5ms"},
		"a flood":           {slices.Repeat([]at{{1, "a"}}, 250), "a 201ms, a 252ms"},
		"unfinished":        {[]at{{0, "?a"}, {10, "a"}}, "?a a 12ms"},
		"stays unfinished":  {[]at{{0, "?a"}}, "?a 120ms"},
		"finished too late": {[]at{{0, "?a"}, {121, "a"}}, "?a 120ms, a 123ms"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				events, faults := make(chan fsnotify.Event), make(chan error)
				g := newEvents()
				go drain(events, faults, g, nil, func(string) bool { return true })
				start := time.Now()
				got := make(chan string)
				go func() { got <- batches(g, start) }()
				for _, e := range c.events {
					time.Sleep(time.Duration(e.after) * time.Millisecond)
					events <- fsnotify.Event{Name: e.name, Op: fsnotify.Write}
				}
				time.Sleep(time.Second)
				events <- fsnotify.Event{Name: "end", Op: fsnotify.Write}
				close(events)
				close(faults)
				if s := <-got; s != c.want {
					t.Errorf("got  %s\nwant %s", s, c.want)
				}
			})
		})
	}
}

// batches takes until the end, and says what came when.
func batches(g *events, start time.Time) string {
	var all []string
	for {
		<-g.signal
		last := ""
		b, _ := g.settle(context.Background(), func(names map[string]fsnotify.Op) bool {
			return names["?a"] != 0 && names["a"] == 0
		})
		if b.names["end"] != 0 {
			return strings.Join(all, ", ")
		}
		if len(b.names) > 0 {
			last = strings.Join(slices.Sorted(maps.Keys(b.names)), " ") + " " + time.Since(start).String()
			all = append(all, last)
		}
	}
}

// What is irrelevant is not heard; new permissions and lost events are.
func TestDrain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		events, faults := make(chan fsnotify.Event), make(chan error)
		g := newEvents()
		go drain(events, faults, g, nil, func(name string) bool { return name != "other" })
		events <- fsnotify.Event{Name: "other", Op: fsnotify.Write}
		synctest.Wait()
		if g.newest() != 0 {
			t.Error("something was heard")
		}
		faults <- errors.New("overflow")
		events <- fsnotify.Event{Name: "a", Op: fsnotify.Chmod}
		synctest.Wait()
		if b := g.take(); !b.lost || len(b.names) != 1 || b.upto != 2 {
			t.Errorf("got %+v", b)
		}
		close(events)
		close(faults)
	})
}

// Whoever waits, waits for all that was heard before, and no longer.
func TestAwait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, v1, v2 := newState(), &version{}, &version{}
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		got := make(chan *version)
		go func() { got <- s.await(ctx, 2) }()
		s.set(v1, 1)
		synctest.Wait()
		s.set(v2, 2)
		if <-got != v2 {
			t.Error("not the version that was waited for")
		}
		if s.await(ctx, 9) != v2 || ctx.Err() == nil {
			t.Error("what never comes does not end the waiting")
		}
	})
}
