package preview

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// watch knows what the folders hold and has them watched. All but its fence is
// for one goroutine.
type watch struct {
	ignored func(name string) bool
	say     func(line string)
	heard   *events
	roots   []root
	tree    fileTree
	changed map[string]bool // full paths found to have changed; false: came and went

	notify  *fsnotify.Watcher // nil while polling
	fence   atomic.Pointer[fence]
	drained sync.WaitGroup
	queue   []string // folders that the running comparison has still to come to
}

// root is one of the folders to watch.
type root struct {
	given string // as the caller names it
	full  string
	info  os.FileInfo // what was there when it was last listed, to know it again
}

func newWatcher(o Options, heard *events) *watch {
	w := &watch{ignored: o.Ignored, say: o.Say, heard: heard, tree: fileTree{}, changed: map[string]bool{}}
	for _, given := range o.Folders {
		full, err := filepath.Abs(given)
		if err != nil {
			full = given // the working folder is gone, and nothing will be found
		}
		w.roots = append(w.roots, root{given: filepath.Clean(given), full: full})
	}
	if o.Poll {
		return w
	}
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		w.poll(err)
		return w
	}
	w.notify = notify
	f := newFence(notify)
	w.fence.Store(f)
	w.drained.Go(func() { drain(notify.Events, notify.Errors, heard, f, w.relevant) })
	return w
}

// close ends the watching; no goroutine is left.
func (w *watch) close() {
	if w.notify == nil {
		return
	}
	w.notify.Close()
	w.drained.Wait()
	w.fence.Swap(nil).close()
	w.notify = nil
}

// poll gives the watching up.
func (w *watch) poll(why error) {
	w.close()
	w.say(fmt.Sprintf("the system does not tell about changes (%v): looking at all files twice a second instead",
		plainError(why)))
	w.heard.lose()
}

// plainError says what to do about the errors that have a remedy.
func plainError(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return errors.New("no watches are left, raise fs.inotify.max_user_watches")
	case errors.Is(err, syscall.EMFILE):
		return errors.New("too many files are open, or raise fs.inotify.max_user_instances")
	}
	return err
}

// relevant reports whether a path is one that the site may be made from. It is
// asked by the goroutine that hears of events, and so reads no more of a root than
// where it is, which never changes.
func (w *watch) relevant(name string) bool {
	for i := range w.roots {
		full := w.roots[i].full
		if name == full {
			return true
		}
		if rest, in := strings.CutPrefix(name, full+string(filepath.Separator)); in {
			return !slices.ContainsFunc(strings.Split(rest, string(filepath.Separator)), w.ignored)
		}
	}
	return false
}

// add watches one folder; a folder that is not there is none of its business.
func (w *watch) add(dir string) {
	if w.notify == nil {
		return
	}
	err := w.notify.Add(dir)
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) {
		w.poll(err)
	}
}

// unwatched watches what should be watched and is not: folders whose watch
// went to an earlier folder of the name, or was never to be had. What is in
// them is looked at again.
func (w *watch) unwatched() {
	if w.notify == nil {
		return
	}
	have := map[string]bool{}
	for _, dir := range w.notify.WatchList() {
		have[dir] = true
	}
	for _, r := range w.roots {
		if above := filepath.Dir(r.full); !have[above] {
			w.add(above)
		}
	}
	var missing []string
	for dir := range w.tree {
		if !have[dir] {
			missing = append(missing, dir)
		}
	}
	for _, dir := range missing {
		w.add(dir)
		w.compare(dir, false)
	}
}

// take gives what was found to have changed as the caller names it, sorted,
// and begins anew. Lasting are those names that did not come and go since they
// were last looked at, as the temporary files of editors do.
func (w *watch) take() (names, lasting []string) {
	for name, lasts := range w.changed {
		for _, r := range w.roots {
			given := r.given
			if name != r.full {
				rest, in := strings.CutPrefix(name, r.full+string(filepath.Separator))
				if !in {
					continue
				}
				given = filepath.Join(given, rest)
			}
			names = append(names, given)
			if lasts {
				lasting = append(lasting, given)
			}
		}
	}
	clear(w.changed)
	slices.Sort(names)
	slices.Sort(lasting)
	return slices.Compact(names), slices.Compact(lasting)
}
