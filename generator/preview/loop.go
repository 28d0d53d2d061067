package preview

import (
	"context"
	"fmt"
	"time"

	"collate/generator/plan"
	"collate/generator/problem"
)

// How often files are compared with what they were: a part of them while
// events come, all of them while polling.
const (
	comparePace = time.Second
	pollPace    = 500 * time.Millisecond
)

// mostSilent is how many changes in a row may come without an event until events
// are given up.
const mostSilent = 3

// loop turns what is heard into versions, one after another.
type loop struct {
	Options
	watch     *watch
	state     *serverState
	publisher *publisher
	quiet     bool // the lines about new sites are for who writes them

	plan         *plan.Plan    // the last good one
	fingerprints *fingerprints // of that plan
	base         string        // of that plan
	problems     problem.List
	due          time.Time // when the site changes though no file does; zero: never
	fault        string    // what is wrong, as text
	failed       bool      // the last rebuild gave an error, so what it remembers may be amiss
	upto         uint64    // events up to this number are taken in
	silent       int       // changes in a row that no event told
}

// change is what made a rebuild necessary.
type change struct {
	names []string // nil: anything
	what  string   // the same in a few words
	since time.Time
}

// run watches and rebuilds until the context is done, and takes in then what
// was saved before.
func (l *loop) run(ctx context.Context) {
	defer l.watch.close()
	since := time.Now()
	l.watch.all()
	l.watch.take()
	l.rebuild(change{nil, "the site", since})
	pace := l.pace()
	tick := time.NewTicker(pace)
	defer tick.Stop()
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-l.watch.heard.signal:
			if b, ok := l.watch.heard.settle(ctx, l.watch.unfinished); ok {
				l.hear(b)
			}
		case <-tick.C:
			l.compare()
			collectGarbage()
		}
		if pace != l.pace() {
			pace = l.pace()
			tick.Reset(pace)
		}
	}
	l.last()
}

// last acts on what has changed and was not heard of yet.
func (l *loop) last() {
	since := time.Now()
	if b := l.watch.heard.take(); len(b.names) > 0 {
		l.watch.scan(b.names)
	}
	l.watch.sweep(true)
	if names, shown := l.watch.take(); len(names) > 0 {
		l.rebuild(change{names, nameChange(shown), since})
	}
}

func (l *loop) pace() time.Duration {
	pace := comparePace
	if l.watch.notify == nil {
		pace = pollPace
	}
	return pace / time.Duration(max(1, l.hurry))
}

// hear acts on what events have told.
func (l *loop) hear(b batch) {
	l.upto, l.silent = b.upto, 0
	switch {
	case b.lost:
		l.watch.all()
		l.watch.take()
		l.rebuild(change{nil, "all files", b.first})
	case len(b.names) > 0:
		l.watch.scan(b.names)
		names, shown := l.watch.take()
		l.rebuild(change{names, nameChange(shown), b.first})
	}
}

// compare acts on what no event has told.
func (l *loop) compare() {
	since := time.Now()
	l.watch.sweep(l.watch.notify == nil)
	names, shown := l.watch.take()
	if !l.due.IsZero() && !since.Before(l.due) {
		l.rebuild(change{nil, "what is due by now", since})
		return
	}
	if len(names) == 0 && !l.failed {
		return
	}
	before := l.plan
	l.rebuild(change{names, nameChange(shown), since})
	if l.plan == before || l.watch.notify == nil || len(names) == 0 {
		return
	}
	if l.silent++; l.silent >= mostSilent {
		l.watch.poll(fmt.Errorf("%s changed unheard", names[0]))
	}
}

// rebuild makes the site anew and shows what came of it, where something did.
func (l *loop) rebuild(c change) {
	if l.failed {
		c.names = nil
	}
	site, err := l.Rebuild(c.names)
	l.failed = err != nil
	if err == nil && (site.Plan != nil || !site.Due.IsZero()) {
		l.due = site.Due
	}
	fault := faultOf(site.Problems, err)
	fresh := fault == "" && site.Plan != nil && site.Plan != l.plan
	if fresh {
		l.plan, l.fingerprints, l.base = site.Plan, newFingerprints(site.Plan), site.Base
	}
	var v *version
	if fresh || fault != l.fault || l.plan == nil {
		v = &version{plan: l.plan, fault: fault, fingerprints: l.fingerprints, base: l.base}
	}
	l.state.set(v, l.upto)
	tally := l.report(site.Problems, err, fault)
	l.sum(c, countNoun(max(1, len(site.Problems.Errors())), "error"), fault, fresh, tally)
	l.fault = fault
}

// report reports what is newly wrong, and gives in a few words what has become
// of what was wrong before.
func (l *loop) report(problems problem.List, err error, fault string) (tally string) {
	if err != nil {
		if fault != l.fault {
			l.Report(nil, err)
		}
		return ""
	}
	added, mended := compareProblems(l.problems, problems)
	if len(added) > 0 {
		l.Report(added, nil)
	}
	tally = tallyOf(len(added), mended, len(problems)-len(added))
	l.problems = problems
	return tally
}

// sum says in a line what came of a change, and passes a new site on.
func (l *loop) sum(c change, errors, fault string, fresh bool, tally string) {
	said := ""
	switch {
	case fault != "" && fault == l.fault:
	case fault != "" && l.plan == nil:
		said = errors + ", there is nothing to show yet"
	case fault != "":
		said = errors + ", the last good site stays"
	case fresh && !l.quiet:
		said = fmt.Sprintf("rebuilt in %s", roundedTime(time.Since(c.since)))
	case !fresh && l.fault != "":
		said = fmt.Sprintf("mended in %s", roundedTime(time.Since(c.since)))
	}
	if said != "" && tally != "" {
		said += "; "
	}
	if said += tally; said != "" {
		l.Say(c.what + ": " + said)
	}
	if fresh {
		l.publisher.offer(job{l.plan, c.what, c.since})
	}
}
