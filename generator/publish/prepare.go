package publish

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"sync"
	"sync/atomic"

	"collate/generator/plan"
)

// batchSize is how many consecutive files a worker takes at a time.
const batchSize = 16

// build is one run of Write.
type build struct {
	*output
	ctx      context.Context
	plan     *plan.Plan
	paths    []string // all planned files, sorted
	actions  []action // what to do about each of them
	next     atomic.Int64
	quit     atomic.Bool // a file could not be written: no use going on
	broken   atomic.Bool // something is wrong: go on, to see what else is
	area     func() (narrow bool, err error)
	progress func(done, total int)

	mu     sync.Mutex
	done   int
	faults faults
	fresh  map[string]stamp // of the files that have a version, after this build
}

// action is what is to be done about a planned file: nothing, move it to where
// no file was, or move it over the one that was there.
type action struct {
	top     string // what to move; empty if the file is right already
	added   bool
	blocked string // what of ours is to be removed first
}

// prepare renders every planned file and puts what is new or different into
// the folder for unfinished files.
func prepare(ctx context.Context, out *output, p *plan.Plan, progress func(done, total int)) (*build, error) {
	b := &build{output: out, ctx: ctx, plan: p, paths: p.Paths(), progress: progress, faults: faults{},
		fresh: map[string]stamp{}}
	b.actions = make([]action, len(b.paths))
	b.area = sync.OnceValues(out.area) // not made if all is right already
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(b.work)
	}
	workers.Wait()
	if ctx.Err() != nil {
		return b, fmt.Errorf("%s is as it was: %w", out.dir, context.Cause(ctx))
	}
	return b, b.faults.err()
}

// work takes batches until none is left.
func (b *build) work() {
	w := worker{
		build:     b,
		inspector: inspector{b.output, map[string]fs.FileMode{}},
		have:      make([]byte, 32<<10),
	}
	defer w.leave()
	for {
		end := int(b.next.Add(batchSize))
		start := end - batchSize
		if start >= len(b.paths) || b.quit.Load() || b.ctx.Err() != nil {
			return
		}
		end = min(end, len(b.paths))
		for i := start; i < end && !b.quit.Load(); i++ {
			if err := w.prepare(i); err != nil {
				b.fault(i, err)
			}
		}
		b.report(end - start)
	}
}

func (b *build) fault(i int, err error) {
	b.broken.Store(true)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.faults[i] = err
}

func (b *build) report(n int) {
	if b.progress == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done += n
	b.progress(b.done, len(b.paths))
}

// worker is one of the goroutines that prepare, with what it uses again.
type worker struct {
	*build
	inspector inspector
	page      bytes.Buffer
	have      []byte // of a file that is there, for comparing

	// The first folder of the last path in the tree of unfinished files.
	first   string
	entered *os.Root
	made    map[string]bool // folders within it that are known to exist
}

// prepare decides what is to be done about one file.
func (w *worker) prepare(i int) error {
	name := w.paths[i]
	there, err := w.inspector.inspect(name)
	if err != nil {
		return err
	}
	file, _ := w.plan.File(name)
	version, known, err := w.known(name, file, there.size)
	if err != nil || known {
		return err
	}
	if file.Parts == nil {
		if err := w.render(name, file, file.Render); err != nil {
			return err
		}
	}
	if version != "" {
		w.stamp(name, stamp{version, sumOf(w.page.Bytes())})
	}
	if there.size >= 0 {
		right, err := w.right(name, file, there.size)
		if err != nil || right {
			return err
		}
		there.top = name
	}
	if w.broken.Load() {
		return nil // nothing will be moved
	}
	if err := w.stage(i, file, there.top); err != nil {
		w.quit.Store(true)
		return err
	}
	w.actions[i] = action{top: there.top, added: there.size < 0, blocked: there.blocked}
	return nil
}

// render makes a file's bytes, or a part of them, the page.
func (w *worker) render(name string, file plan.File, part plan.Part) error {
	if w.ctx.Err() != nil {
		return w.ctx.Err()
	}
	w.clean()
	if err := part(&w.page); err != nil {
		return cannotRender(name, file, err)
	}
	return nil
}

// each calls do with all of a file's bytes: once with the page, or with part
// after part.
func (w *worker) each(name string, file plan.File, do func([]byte) error) error {
	if file.Parts == nil {
		return do(w.page.Bytes())
	}
	for part := range file.Parts {
		err := w.render(name, file, part)
		if err == nil {
			err = do(w.page.Bytes())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// clean empties the page. The few files that are very large take their memory
// with them.
func (w *worker) clean() {
	if w.page.Cap() > 4<<20 {
		w.page = bytes.Buffer{}
	}
	w.page.Reset()
}

// right reports whether the file that is there has the bytes that it is to
// have. If it has not and isn't ours, that is an error.
func (w *worker) right(name string, file plan.File, size int64) (bool, error) {
	if file.Parts != nil || size == int64(w.page.Len()) {
		if right, err := w.holds(name, file); err != nil || right {
			return right, err
		}
	}
	if w.inspector.ours(name) || w.inspector.otherSpelling(name) {
		return false, nil
	}
	const plain fs.FileMode = 0
	return false, w.inspector.foreign(name, plain, "a file")
}
