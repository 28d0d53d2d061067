package preview

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/fsnotify/fsnotify"
)

// comparePortion is how many files are compared in one round of the slow comparison.
const comparePortion = 2000

// unfinished reports whether a file is empty, or gone, that was not: the
// second half of a save may be on its way.
func (w *watch) unfinished(names map[string]fsnotify.Op) bool {
	for name := range names {
		old, was := w.tree.at(name)
		info, err := os.Lstat(name)
		switch {
		case err != nil && was:
			return true
		case err == nil && info.Mode().IsRegular() && info.Size() == 0 && (!was || old.size > 0):
			return true
		}
	}
	return false
}

// all looks at everything.
func (w *watch) all() {
	for i := range w.roots {
		w.enter(w.roots[i].full, true)
	}
	w.unwatched()
}

// scan looks at what events have named. Folders that are gone come first:
// their watches have to go before the folders are watched under new names.
func (w *watch) scan(names map[string]fsnotify.Op) {
	var enter []string
	moved := false
	for name, op := range names {
		name = w.tree.known(name, w.rootOf(name))
		info, err := os.Stat(name)
		if !w.isRoot(name) {
			info, err = os.Lstat(name)
		}
		folder, lasts := err == nil && info.IsDir(), true
		switch was := w.tree[name] != nil; {
		case was && folder && op&^(fsnotify.Write|fsnotify.Chmod) == 0:
			w.compare(name, false) // some systems tell this about every file in it
		case was || folder:
			w.leave(name)
			if folder {
				enter = append(enter, name)
			}
			moved = true
		case err != nil:
			_, lasts = w.tree.at(name)
			moved = moved || !lasts
			w.tree.unset(name)
		default:
			w.tree.set(name, stampOf(info))
		}
		w.changed[name] = w.changed[name] || lasts
	}
	for _, name := range enter {
		w.enter(name, true)
	}
	if moved {
		w.unwatched()
	}
}

// enter watches a folder and lists it, in this order so that nothing falls
// between, with the folders in it that are new, or all if deep.
func (w *watch) enter(dir string, deep bool) {
	w.add(dir)
	if r := w.root(dir); r != nil {
		r.info, _ = os.Stat(dir)
	} else {
		w.tree.set(dir, fileStamp{kind: os.ModeDir})
	}
	w.compare(dir, deep)
}

// compare compares a folder with what it held, and notes what has changed. It
// gives the number of files compared.
func (w *watch) compare(dir string, deep bool) int {
	now, err := listFolder(dir, w.ignored)
	if err != nil {
		w.leave(dir)
		return 1
	}
	old := w.tree[dir]
	w.tree[dir] = now
	for name, was := range old {
		s, still := now[name]
		if path := filepath.Join(dir, name); was.folder() && !(still && s.folder()) {
			w.leave(path)
			if still {
				now[name] = s
			}
		} else if !still {
			w.changed[path] = true
		}
	}
	for name, s := range now {
		was, known := old[name]
		path := filepath.Join(dir, name)
		if !known || s.differs(was) {
			w.changed[path] = true
		}
		if s.folder() && (deep || !was.folder()) {
			w.enter(path, deep)
		}
	}
	return len(now) + 1
}

// leave forgets a folder, with all below, and has it watched no longer.
func (w *watch) leave(dir string) {
	w.changed[dir] = true
	w.tree.unset(dir)
	if w.notify != nil {
		w.notify.Remove(dir) // an error: it was not watched
	}
	held := w.tree[dir]
	delete(w.tree, dir)
	for name, s := range held {
		if path := filepath.Join(dir, name); s.folder() {
			w.leave(path)
		} else {
			w.changed[path] = true
		}
	}
}

// sweep goes on comparing files with what they were, a portion of them or all,
// for changes that no event has told.
func (w *watch) sweep(all bool) {
	w.replaced()
	w.unwatched()
	if len(w.queue) == 0 || all {
		w.queue = w.queue[:0]
		for dir := range w.tree {
			w.queue = append(w.queue, dir)
		}
		slices.Sort(w.queue)
	}
	for left := comparePortion; len(w.queue) > 0 && (all || left > 0 && len(w.heard.signal) == 0); {
		dir := w.queue[0]
		w.queue = w.queue[1:]
		if w.tree[dir] != nil {
			left -= w.compare(dir, false)
		}
	}
}

// replaced notices folders that are gone, back, or another than they were.
func (w *watch) replaced() {
	for _, r := range w.roots {
		info, err := os.Stat(r.full)
		there, known := err == nil && info.IsDir(), w.tree[r.full] != nil
		if known && (!there || !os.SameFile(info, r.info)) {
			w.leave(r.full)
			known = false
		}
		if there && !known {
			w.changed[r.full] = true
			w.enter(r.full, true)
		}
	}
}

func (w *watch) root(name string) *root {
	for i := range w.roots {
		if w.roots[i].full == name {
			return &w.roots[i]
		}
	}
	return nil
}

func (w *watch) isRoot(name string) bool { return w.root(name) != nil }

// rootOf gives the folder to watch that a path is in.
func (w *watch) rootOf(name string) string {
	for !w.isRoot(name) && filepath.Dir(name) != name {
		name = filepath.Dir(name)
	}
	return name
}
