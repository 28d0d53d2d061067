package main

import (
	"fmt"
	"os"
	"time"
)

// progress shows on a terminal how far long work has come. It is silent in a
// pipe, and for work that takes less than a second.
type progress struct {
	out   *os.File
	start time.Time
	last  time.Time
	shown bool
}

func newProgress(out *os.File) *progress {
	p := &progress{start: time.Now()}
	if isTerminal(out) {
		p.out = out
	}
	return p
}

// show is called for every file done; it draws ten times a second at most.
func (p *progress) show(done, total int) {
	now := time.Now()
	if p.out == nil || now.Sub(p.start) < time.Second || now.Sub(p.last) < 100*time.Millisecond {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.out, "\r%d of %d files", done, total)
}

// end wipes what was drawn.
func (p *progress) end() {
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

// isTerminal reports whether somebody is watching.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}
