package preview

import (
	"context"
	"maps"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long to wait for the rest of a change.
const (
	quiet   = 2 * time.Millisecond   // after an event
	unsure  = 25 * time.Millisecond  // after an event, while a save looks unfinished
	longest = 200 * time.Millisecond // after the first event, whatever comes
)

// gather collects what is heard until somebody takes it. Adding never waits.
type gather struct {
	signal chan struct{} // one slot: there is something to take

	mu    sync.Mutex
	batch batch
}

// batch is what was heard since the last one was taken.
type batch struct {
	names map[string]fsnotify.Op // full paths, with all that happened to each
	lost  bool                   // events were lost: anything may have happened
	first time.Time              // when the first event was heard
	last  time.Time              // and the last
	upto  uint64                 // the number of the last event, counted from the start
}

func newGather() *gather {
	return &gather{signal: make(chan struct{}, 1), batch: batch{names: map[string]fsnotify.Op{}}}
}

// add notes that something happened at a path.
func (g *gather) add(name string, op fsnotify.Op) {
	g.note(func(b *batch) { b.names[name] |= op })
}

// lose notes that events were lost.
func (g *gather) lose() {
	g.note(func(b *batch) { b.lost = true })
}

func (g *gather) note(change func(*batch)) {
	now := time.Now()
	g.mu.Lock()
	change(&g.batch)
	if g.batch.first.IsZero() {
		g.batch.first = now
	}
	g.batch.last = now
	g.batch.upto++
	g.mu.Unlock()
	select {
	case g.signal <- struct{}{}:
	default:
	}
}

// heard is the number of the last event.
func (g *gather) heard() uint64 {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.batch.upto
}

// settle waits until a change seems complete and takes it. Unfinished reports
// whether files with these names look as if more were to come. It gives false
// when the context is done.
func (g *gather) settle(ctx context.Context, unfinished func(names map[string]fsnotify.Op) bool) (batch, bool) {
	pause := quiet
	for {
		names, wait := g.look(pause)
		if wait <= 0 {
			if pause == quiet && unfinished(names) {
				pause = unsure
				continue
			}
			return g.take(), true
		}
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			timer.Stop()
			return batch{}, false
		case <-g.signal:
			pause = quiet // what was unfinished may be finished now
		case <-timer.C:
		}
		timer.Stop()
	}
}

// look gives the names heard so far and how long there is still to wait.
func (g *gather) look(pause time.Duration) (map[string]fsnotify.Op, time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	wait := min(time.Until(g.batch.last.Add(pause)), time.Until(g.batch.first.Add(longest)))
	if wait > 0 || g.batch.lost {
		return nil, wait
	}
	return maps.Clone(g.batch.names), wait
}

// take gives what was heard and begins anew.
func (g *gather) take() batch {
	g.mu.Lock()
	defer g.mu.Unlock()
	taken := g.batch
	g.batch = batch{names: map[string]fsnotify.Op{}, upto: taken.upto}
	return taken
}

// drain empties the channels of a watcher until both are closed, and does
// nothing that could make it wait.
func drain(events <-chan fsnotify.Event, errors <-chan error, g *gather, f *fence, relevant func(name string) bool) {
	for events != nil || errors != nil {
		select {
		case e, open := <-events:
			switch {
			case !open:
				events = nil
			case f.is(e.Name):
				f.arrive(e.Op)
			case relevant(e.Name):
				g.add(e.Name, e.Op)
			}
		case _, open := <-errors:
			if !open {
				errors = nil
				continue
			}
			g.lose()
			f.arrive(fsnotify.Write)
		}
	}
}
