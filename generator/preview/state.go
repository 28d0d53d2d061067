package preview

import (
	"context"
	"sync"

	"collate/generator/plan"
)

// version is what is to be seen at one time. It never changes.
type version struct {
	plan         *plan.Plan    // the last good one, nil if there was none yet
	fault        string        // what is wrong now, as the terminal says it; empty if nothing is
	fingerprints *fingerprints // of the plan
	base         string        // the path under which the plan will be published, and is served as well
}

// serverState is the newest version, and how far it takes account of what was heard.
type serverState struct {
	mu    sync.Mutex
	now   *version // nil before the first build
	upto  uint64   // all events up to this number are taken in
	moved chan struct{}
}

func newState() *serverState { return &serverState{moved: make(chan struct{})} }

// set makes a version the newest, or keeps the one there is if v is nil, and
// says that events up to a number are taken in.
func (s *serverState) set(v *version, upto uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if v != nil {
		s.now = v
	}
	s.upto = upto
	close(s.moved)
	s.moved = make(chan struct{})
}

// see gives the newest version and a channel that is closed when there may be
// a newer one.
func (s *serverState) see() (*version, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now, s.moved
}

// lags reports whether some event up to a number is not taken in yet.
func (s *serverState) lags(upto uint64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now == nil || s.upto < upto
}

// await gives a version that takes account of all events up to a number, or
// the newest one when the context is done; that is nil before the first build.
func (s *serverState) await(ctx context.Context, upto uint64) *version {
	for s.lags(upto) {
		_, moved := s.see()
		if !s.lags(upto) {
			break
		}
		select {
		case <-moved:
		case <-ctx.Done():
			v, _ := s.see()
			return v
		}
	}
	v, _ := s.see()
	return v
}
