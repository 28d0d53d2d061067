package preview

import (
	"bytes"
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"collate/generator/plan"
	"collate/generator/problem"
	"collate/generator/publish"
)

// written is a plan of two pages, the first of which does something when it is
// rendered.
func written(text string, first func()) *plan.Plan {
	p := plan.New()
	p.Add("a.html", "test", func(page *bytes.Buffer) error { first(); page.WriteString(text); return nil })
	p.Add("b.html", "test", func(page *bytes.Buffer) error { page.WriteString(text); return nil })
	return p
}

// all renders a plan as publishing does, one page after another.
func all(p *plan.Plan) (string, error) {
	var text bytes.Buffer
	for _, path := range p.Paths() {
		f, _ := p.File(path)
		if err := f.Render(&text); err != nil {
			return "", err
		}
	}
	return text.String(), nil
}

// follow runs what publishes until the test ends, inside a bubble.
func follow(t *testing.T, b *publisher) (end func()) {
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan bool)
	go func() { b.run(ctx); close(ended) }()
	return func() { cancel(); <-ended }
}

// A newer site ends the publishing of an older one, and is published instead.
func TestNewestWins(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got []string
		var errs []error
		b := newPublisher(Options{Publish: func(p *plan.Plan) (publish.Result, error) {
			text, err := all(p)
			got, errs = append(got, text), append(errs, err)
			return publish.Result{}, err
		}}, publishDelay, func() bool { return false })
		newest := written("new", func() {})
		end := follow(t, b)
		b.offer(job{plan: written("older", func() { t.Error("the older was published") })})
		b.offer(job{plan: written("old", func() { b.offer(job{plan: newest}) })})
		time.Sleep(time.Second)
		end()
		if len(got) != 2 || !errors.Is(errs[0], errDropped) || got[1] != "newnew" || errs[1] != nil {
			t.Errorf("published %q, %v", got, errs)
		}
	})
}

// What has a version keeps it, so that publishing need not render it again.
func TestVersions(t *testing.T) {
	p := plan.New()
	p.Add("a.html", "test", func(*bytes.Buffer) error { return nil })
	p.AddVersion("b.png", "test", func() (string, error) { return "7", nil }, func(*bytes.Buffer) error { return nil })
	p.AddVersion("c.png", "test", func() (string, error) { panic("no") }, func(*bytes.Buffer) error { return nil })
	slow := newPublisher(Options{}, 0, nil).slowed(t.Context(), t.Context(), p)
	a, _ := slow.File("a.html")
	b, _ := slow.File("b.png")
	c, _ := slow.File("c.png")
	if a.Version != nil || b.Version == nil || c.Version == nil {
		t.Fatal("versions came or went")
	}
	if v, err := b.Version(); v != "7" || err != nil {
		t.Errorf("version %q, %v", v, err)
	}
	if _, err := c.Version(); err == nil {
		t.Error("a panic was lost")
	}
}

// Publishing waits for its delay, and between pages for what is more urgent.
func TestWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var busy atomic.Bool
		start := time.Now()
		var at time.Duration
		b := newPublisher(Options{Publish: func(p *plan.Plan) (publish.Result, error) {
			at = time.Since(start)
			_, err := all(p)
			return publish.Result{}, err
		}}, publishDelay, busy.Load)
		end := follow(t, b)
		b.offer(job{plan: written("", func() {})})
		time.Sleep(100 * time.Millisecond)
		var second time.Duration
		p := written("", func() { busy.Store(true); time.AfterFunc(time.Second, func() { busy.Store(false) }) })
		p.Add("c.html", "test", func(*bytes.Buffer) error { second = time.Since(start); return nil })
		b.offer(job{plan: p})
		time.Sleep(5 * time.Second)
		end()
		if at != 300*time.Millisecond || second.Round(10*time.Millisecond) != 1300*time.Millisecond {
			t.Errorf("published at %v, then at %v", at, second)
		}
	})
}

// What failed is reported once and tried again.
func TestRetry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tries, reports, done := 0, 0, false
		b := newPublisher(Options{
			Publish: func(p *plan.Plan) (publish.Result, error) {
				if tries++; tries < 4 {
					return publish.Result{}, errors.New("locked")
				}
				done = true
				return publish.Result{}, nil
			},
			Report: func(problem.List, error) { reports++ },
		}, publishDelay, func() bool { return false })
		end := follow(t, b)
		b.offer(job{plan: plan.New()})
		time.Sleep(10 * time.Second)
		if end(); !done || tries != 4 || reports != 1 {
			t.Errorf("%d tries, %d reports", tries, reports)
		}
	})
}

// What waits when all ends is still published, if that does not take too long.
func TestFinish(t *testing.T) {
	for slow, want := range map[time.Duration]bool{time.Second: true, 3 * time.Second: false} {
		synctest.Test(t, func(t *testing.T) {
			var err error
			b := newPublisher(Options{Publish: func(p *plan.Plan) (publish.Result, error) {
				_, err = all(p)
				return publish.Result{}, err
			}}, publishDelay, func() bool { return true })
			end := follow(t, b)
			b.offer(job{plan: written("", func() { time.Sleep(slow) })})
			synctest.Wait()
			if end(); (err == nil) != want || err != nil && !errors.Is(err, errDropped) {
				t.Errorf("%v: %v", slow, err)
			}
		})
	}
}
