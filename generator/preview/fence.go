package preview

import (
	"context"
	"os"
	"runtime"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// fenceTimeout is how long the event of a fence may take until it is taken for
// lost. It comes within a millisecond, but for a machine that is busy with much
// else.
const fenceTimeout = 5 * time.Second

// fence lets a request wait until every event has been heard of what was saved
// before the request. It writes to a file of its own, which is watched too:
// the kernel keeps events in order, so when this one arrives, the others have.
// The file is unlinked at once, so that nothing is ever left behind. One write
// is under way at a time and serves all who wait for it.
//
// The zero fence, and a nil one, makes nobody wait: that is so where the
// system keeps no such order, and while polling.
type fence struct {
	file *os.File
	name string

	mu      sync.Mutex
	crossed chan struct{} // closed when the event of the write under way arrives; nil if none is
	next    chan struct{} // the same for the write after that; nil if nobody waits for it
}

// newFence makes a fence of a watcher, if the system is one that allows it.
func newFence(w *fsnotify.Watcher) *fence {
	if runtime.GOOS != "linux" {
		return nil
	}
	file, err := os.CreateTemp("", "collate-")
	if err != nil {
		return nil
	}
	err = w.Add(file.Name())
	os.Remove(file.Name())
	if err != nil {
		file.Close()
		return nil
	}
	return &fence{file: file, name: file.Name()}
}

func (f *fence) is(name string) bool { return f != nil && name == f.name }

// pass waits until all is heard that happened before the call, or nobody wants
// to know any more. It reports whether that can be relied on: events may have
// been lost where that of the fence does not come. The write stays under way
// then, since an event that is only late must not let others pass.
func (f *fence) pass(ctx context.Context) bool {
	if f == nil {
		return true
	}
	timer := time.NewTimer(fenceTimeout)
	defer timer.Stop()
	select {
	case <-f.wait():
	case <-ctx.Done():
	case <-timer.C:
		return false
	}
	return true
}

func (f *fence) wait() <-chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.crossed == nil {
		f.crossed = make(chan struct{})
		f.write()
		return f.crossed
	}
	if f.next == nil {
		f.next = make(chan struct{})
	}
	return f.next
}

// arrive is called when an event for the file was heard.
func (f *fence) arrive(op fsnotify.Op) {
	if f == nil || !op.Has(fsnotify.Write) {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.crossed == nil {
		return
	}
	close(f.crossed)
	f.crossed, f.next = f.next, nil
	if f.crossed != nil {
		f.write()
	}
}

func (f *fence) write() { f.file.WriteAt([]byte{'\n'}, 0) }

func (f *fence) close() {
	if f != nil {
		f.file.Close()
	}
}
