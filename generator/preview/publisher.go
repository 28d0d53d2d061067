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
	firstRetry   = time.Second          // until publishing is tried again after it failed, at first
	slowestRetry = time.Minute          // and at last
	finishTime   = 2 * time.Second      // how long publishing may go on when all else has ended
	yieldTime    = 2 * time.Millisecond // how long a page waits at a time for what is more urgent
)

// errDropped ends publishing that is no longer wanted. Nothing has been
// changed in the output folder then.
var errDropped = errors.New("publishing was dropped for a newer site")

// publisher brings the output folder up to date while nothing more urgent is to
// be done: always to the newest site, whatever came between.
type publisher struct {
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

func newPublisher(o Options, rest time.Duration, busy func() bool) *publisher {
	return &publisher{
		o: o, rest: rest, busy: busy,
		wake: make(chan struct{}, 1),
		turn: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)-1)),
	}
}

// offer makes a site the next to be published.
func (p *publisher) offer(j job) {
	p.mu.Lock()
	p.next, p.offered = &j, time.Now()
	p.mu.Unlock()
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// run publishes until the context is done, and then what is left, if that is
// soon done.
func (p *publisher) run(ctx context.Context) {
	grace, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(finishTime, cancel) })
	defer stop()
	retry := time.NewTimer(firstRetry)
	defer retry.Stop()
	var failed *job // what could not be published
	wait := firstRetry
	for {
		select {
		case <-p.wake:
		case <-retry.C:
			p.offerAgain(failed)
		case <-ctx.Done():
			if !p.waiting() {
				return
			}
		}
		p.quiet(ctx)
		if j := p.take(); j != nil {
			if failed = p.publish(ctx, grace, j); failed == nil {
				wait = firstRetry
				continue
			}
			retry.Reset(wait)
			wait = min(2*wait, slowestRetry)
		}
	}
}

// offerAgain makes a site the next to be published, unless there is a newer
// one.
func (p *publisher) offerAgain(j *job) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.next == nil {
		p.next = j
	}
}

func (p *publisher) take() *job {
	p.mu.Lock()
	defer p.mu.Unlock()
	j := p.next
	p.next = nil
	return j
}

// quiet waits until no site has been offered for a while and no change is
// being taken in.
func (p *publisher) quiet(ctx context.Context) {
	for {
		p.mu.Lock()
		wait := time.Until(p.offered.Add(p.pause()))
		p.mu.Unlock()
		if p.rest > 0 && wait <= 0 && p.busy() {
			wait = yieldTime
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
func (p *publisher) pause() time.Duration {
	if p.rest == 0 {
		return 0
	}
	return max(p.rest, min(p.took, longestPause))
}

// publish writes a site, and gives it back if that should be tried again.
func (p *publisher) publish(ctx, grace context.Context, j *job) *job {
	begun := time.Now()
	result, err := p.o.Publish(p.slowed(ctx, grace, j.plan))
	switch {
	case err == nil:
		p.fault, p.took = "", time.Since(begun)
		if p.rest == 0 {
			p.o.Say(fmt.Sprintf("%s: %s written, %d removed in %s",
				j.what, countNoun(result.Written, "file"), result.Removed, roundedTime(time.Since(j.since))))
		}
		return nil
	case errors.Is(err, errDropped):
		return nil // for a newer one, or for good
	case err.Error() != p.fault:
		p.fault = err.Error()
		p.o.Report(nil, err)
	}
	return j
}

func (p *publisher) waiting() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.next != nil
}

// slowed is the same plan, whose pages let everything else go first when they
// are rendered, and can't be rendered once a newer plan waits.
func (p *publisher) slowed(ctx, grace context.Context, site *plan.Plan) *plan.Plan {
	return site.With(func(file plan.File) plan.File {
		whole := file
		file.Render = p.slow(ctx, grace, whole.Render)
		if whole.Parts != nil {
			file.Parts = func(yield func(plan.Part) bool) {
				whole.Parts(func(part plan.Part) bool { return yield(p.slow(ctx, grace, part)) })
			}
		}
		if whole.Version != nil {
			file.Version = func() (string, error) { return versionOf(whole) }
		}
		return file
	})
}

// slow is one rendering of a slowed plan.
func (p *publisher) slow(ctx, grace context.Context, part plan.Part) plan.Part {
	return func(page *bytes.Buffer) error {
		if err := p.gate(ctx, grace); err != nil {
			return err
		}
		p.turn <- struct{}{}
		defer func() { <-p.turn }()
		return render(part, page)
	}
}

// gate waits while a change is being taken in, and a moment while requests are
// answered.
func (p *publisher) gate(ctx, grace context.Context) error {
	for tries := 0; ; tries++ {
		switch {
		case p.waiting() || grace.Err() != nil:
			return errDropped
		case ctx.Err() != nil:
			return nil
		case p.busy():
		case tries == 0 && p.asked.Load() > 0:
		default:
			return nil
		}
		time.Sleep(yieldTime)
	}
}
