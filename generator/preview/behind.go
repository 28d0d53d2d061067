package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"collate/generator/plan"
)

const (
	longestPause = 2 * time.Second      // before publishing begins
	again        = time.Second          // until publishing is tried again after it failed, at first
	seldom       = time.Minute          // and at last
	finish       = 2 * time.Second      // how long publishing may go on when all else has ended
	step         = 2 * time.Millisecond // how long a page waits at a time for what is more urgent
)

// errDropped ends publishing that is no longer wanted. Nothing has been
// changed in the output folder then.
var errDropped = errors.New("publishing was dropped for a newer site")

// behind brings the output folder up to date while nothing more urgent is to
// be done: always to the newest site, whatever came between.
type behind struct {
	o     Options
	rest  time.Duration
	busy  func() bool  // a change is being taken in
	asked atomic.Int64 // requests being answered
	wake  chan struct{}
	took  time.Duration // by the last publishing that was done
	fault string        // why publishing failed last, empty if it did not
	turn  chan struct{} // held while a page renders, so that a processor stays free

	mu      sync.Mutex
	next    *job // nil if nothing waits
	offered time.Time
}

// job is a site to publish, with what made it necessary.
type job struct {
	plan  *plan.Plan
	what  string
	since time.Time
}

func newBehind(o Options, rest time.Duration, busy func() bool) *behind {
	return &behind{
		o: o, rest: rest, busy: busy,
		wake: make(chan struct{}, 1),
		turn: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)-1)),
	}
}

// offer makes a site the next to be published.
func (b *behind) offer(j job) {
	b.mu.Lock()
	b.next, b.offered = &j, time.Now()
	b.mu.Unlock()
	select {
	case b.wake <- struct{}{}:
	default:
	}
}

// run publishes until the context is done, and then what is left, if that is
// soon done.
func (b *behind) run(ctx context.Context) {
	grace, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(finish, cancel) })
	defer stop()
	retry := time.NewTimer(again)
	defer retry.Stop()
	var failed *job // what could not be published
	wait := again
	for {
		select {
		case <-b.wake:
		case <-retry.C:
			b.offerAgain(failed)
		case <-ctx.Done():
			if !b.waiting() {
				return
			}
		}
		b.quiet(ctx)
		if j := b.take(); j != nil {
			if failed = b.publish(ctx, grace, j); failed == nil {
				wait = again
				continue
			}
			retry.Reset(wait)
			wait = min(2*wait, seldom)
		}
	}
}

// offerAgain makes a site the next to be published, unless there is a newer
// one.
func (b *behind) offerAgain(j *job) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.next == nil {
		b.next = j
	}
}

func (b *behind) take() *job {
	b.mu.Lock()
	defer b.mu.Unlock()
	j := b.next
	b.next = nil
	return j
}

// quiet waits until no site has been offered for a while and no change is
// being taken in.
func (b *behind) quiet(ctx context.Context) {
	for {
		b.mu.Lock()
		wait := time.Until(b.offered.Add(b.pause()))
		b.mu.Unlock()
		if b.rest > 0 && wait <= 0 && b.busy() {
			wait = step
		}
		if wait <= 0 {
			return
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return
		}
	}
}

// pause is how long no site may have been offered: as long as publishing took
// the last time, within bounds. A large site is not begun between two saves
// when it would not be done before the second.
func (b *behind) pause() time.Duration {
	if b.rest == 0 {
		return 0
	}
	return max(b.rest, min(b.took, longestPause))
}

// publish writes a site, and gives it back if that should be tried again.
func (b *behind) publish(ctx, grace context.Context, j *job) *job {
	begun := time.Now()
	result, err := b.o.Publish(b.slowed(ctx, grace, j.plan))
	switch {
	case err == nil:
		b.fault, b.took = "", time.Since(begun)
		if b.rest == 0 {
			b.o.Say(fmt.Sprintf("%s: %s written, %d removed in %s",
				j.what, count(result.Written, "file"), result.Removed, round(time.Since(j.since))))
		}
		return nil
	case errors.Is(err, errDropped):
		return nil // for a newer one, or for good
	case err.Error() != b.fault:
		b.fault = err.Error()
		b.o.Report(nil, err)
	}
	return j
}

func (b *behind) waiting() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.next != nil
}

// slowed is the same plan, whose pages let everything else go first when they
// are rendered, and can't be rendered once a newer plan waits.
func (b *behind) slowed(ctx, grace context.Context, p *plan.Plan) *plan.Plan {
	return p.With(func(file plan.File) plan.File {
		whole := file
		file.Render = b.slow(ctx, grace, whole.Render)
		if whole.Parts != nil {
			file.Parts = func(yield func(plan.Part) bool) {
				whole.Parts(func(part plan.Part) bool { return yield(b.slow(ctx, grace, part)) })
			}
		}
		if whole.Version != nil {
			file.Version = func() (string, error) { return versionOf(whole) }
		}
		return file
	})
}

// slow is one rendering of a slowed plan.
func (b *behind) slow(ctx, grace context.Context, part plan.Part) plan.Part {
	return func(page *bytes.Buffer) error {
		if err := b.gate(ctx, grace); err != nil {
			return err
		}
		b.turn <- struct{}{}
		defer func() { <-b.turn }()
		return render(part, page)
	}
}

// gate waits while a change is being taken in, and a moment while requests are
// answered.
func (b *behind) gate(ctx, grace context.Context) error {
	for tries := 0; ; tries++ {
		switch {
		case b.waiting() || grace.Err() != nil:
			return errDropped
		case ctx.Err() != nil:
			return nil
		case b.busy():
		case tries == 0 && b.asked.Load() > 0:
		default:
			return nil
		}
		time.Sleep(step)
	}
}
