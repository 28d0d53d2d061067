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
	settleTime    = 2 * time.Millisecond   // after an event
	unsureTime    = 120 * time.Millisecond // after an event, while a save looks unfinished
	longestSettle = 200 * time.Millisecond // after the first event, whatever comes
)

// events collects what is heard until somebody takes it. Adding never waits.
type events struct {
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

func newEvents() *events {
	return &events{signal: make(chan struct{}, 1), batch: batch{names: map[string]fsnotify.Op{}}}
}

// add notes that something happened at a path.
func (e *events) add(name string, op fsnotify.Op) {
	e.note(func(b *batch) { b.names[name] |= op })
}

// lose notes that events were lost.
func (e *events) lose() {
	e.note(func(b *batch) { b.lost = true })
}

func (e *events) note(change func(*batch)) {
	now := time.Now()
	e.mu.Lock()
	change(&e.batch)
	if e.batch.first.IsZero() {
		e.batch.first = now
	}
	e.batch.last = now
	e.batch.upto++
	e.mu.Unlock()
	select {
	case e.signal <- struct{}{}:
	default:
	}
}

// newest is the number of the last event.
func (e *events) newest() uint64 {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.batch.upto
}

// settle waits until a change seems complete and takes it. Unfinished reports
// whether files with these names look as if more were to come. It gives false
// when the context is done.
func (e *events) settle(ctx context.Context, unfinished func(names map[string]fsnotify.Op) bool) (batch, bool) {
	pause := settleTime
	for {
		names, wait := e.pending(pause)
		if wait <= 0 {
			if pause == settleTime && unfinished(names) {
				pause = unsureTime
				continue
			}
			return e.take(), true
		}
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			timer.Stop()
			return batch{}, false
		case <-e.signal:
			pause = settleTime // what was unfinished may be finished now
		case <-timer.C:
		}
		timer.Stop()
	}
}

// pending gives the names heard so far and how long there is still to wait.
func (e *events) pending(pause time.Duration) (map[string]fsnotify.Op, time.Duration) {
	e.mu.Lock()
	defer e.mu.Unlock()
	wait := min(time.Until(e.batch.last.Add(pause)), time.Until(e.batch.first.Add(longestSettle)))
	if wait > 0 || e.batch.lost {
		return nil, wait
	}
	return maps.Clone(e.batch.names), wait
}

// take gives what was heard and begins anew.
func (e *events) take() batch {
	e.mu.Lock()
	defer e.mu.Unlock()
	taken := e.batch
	e.batch = batch{names: map[string]fsnotify.Op{}, upto: taken.upto}
	return taken
}

// drain empties the channels of a watcher until both are closed, and does
// nothing that could make it wait.
func drain(happened <-chan fsnotify.Event, errors <-chan error, heard *events, f *fence,
	relevant func(name string) bool) {
	for happened != nil || errors != nil {
		select {
		case event, open := <-happened:
			switch {
			case !open:
				happened = nil
			case f.is(event.Name):
				f.arrive(event.Op)
			case relevant(event.Name):
				heard.add(event.Name, event.Op)
			}
		case _, open := <-errors:
			if !open {
				errors = nil
				continue
			}
			heard.lose()
			f.arrive(fsnotify.Write)
		}
	}
}
