package preview

import (
	"context"
	"sync"
	"time"

	"collate/generator/plan"
	"collate/generator/problem"
	"collate/generator/publish"
)

// Site is what a rebuild gives.
type Site struct {
	// Plan is the whole site, nil while Problems hold an error. The same plan
	// as last time says that nothing has changed.
	Plan     *plan.Plan
	Problems problem.List
	// Base is the path under which the site will be published, with slashes at
	// both ends. The pages are served under it as well, since the page for what
	// is not there links to them so. Empty, or one slash, is none.
	Base string
	// Due is when the site changes though no file does, as a summary comes due
	// that is dated in the future; zero, if never.
	Due time.Time
}

// Options say what is watched, and what happens then.
type Options struct {
	// Folders are watched with all below them, as the operating system names
	// them. A folder may be missing for a while, or be replaced.
	Folders []string
	// Ignored reports whether a file or folder of this name, without its path,
	// is none of the site's, and so may come and go unnoticed.
	Ignored func(name string) bool
	// Rebuild makes the site. It is called by one goroutine at a time. Changed
	// are the files and folders that were made, edited or removed since the
	// last call, each below one of Folders as it is named there, sorted; or
	// nil, where anything may have changed. A name may be told though nothing
	// has changed: contents decide, not names and not times. An error is a
	// folder that can't be read; the next call gets nil.
	Rebuild func(changed []string) (Site, error)
	// Publish makes the output folder equal to the plan. It is called by one
	// goroutine at a time, and may get a render error from the plan, on which
	// it must leave the folder as it was.
	Publish func(*plan.Plan) (publish.Result, error)
	// Say, if set, hears a line about each change: what changed, what came of
	// it and how long that took.
	Say func(line string)
	// Report, if set, hears what has become wrong: those problems in the
	// content that were not there before, or an error of Rebuild or Publish.
	Report func(problem.List, error)
	// Poll compares all files twice a second and uses no events.
	Poll bool

	hurry int // for tests: times as fast as the files are to be compared
}

// Watch keeps the output folder equal to what the folders say until the
// context is done.
func Watch(ctx context.Context, o Options) error {
	p := start(ctx, o, 0)
	<-ctx.Done()
	p.wait()
	return nil
}

// preview is the running whole, without the server.
type preview struct {
	watch     *watch
	publisher *publisher
	state     *serverState
	done      sync.WaitGroup
}

// start begins to watch, rebuild and publish; publishing waits until no change
// has come for rest.
func start(ctx context.Context, o Options, rest time.Duration) *preview {
	if o.Say == nil {
		o.Say = func(string) {}
	}
	if o.Report == nil {
		o.Report = func(problem.List, error) {}
	}
	p := &preview{state: newState()}
	heard := newEvents()
	p.publisher = newPublisher(o, rest, func() bool { return p.state.lags(heard.newest()) })
	p.watch = newWatcher(o, heard)
	loop := &loop{Options: o, watch: p.watch, state: p.state, publisher: p.publisher, quiet: rest == 0}
	written, end := context.WithCancel(context.WithoutCancel(ctx))
	p.done.Go(func() { p.publisher.run(written) })
	p.done.Go(func() { defer end(); loop.run(ctx) })
	return p
}

// wait returns when the last goroutine has ended.
func (p *preview) wait() { p.done.Wait() }
