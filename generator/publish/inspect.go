package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"collate/generator/plan"
)

// foundOutput is what is found on disk where a file is planned.
type foundOutput struct {
	size int64 // of the file that is there; -1 if none is
	// top is the highest folder above the file that does not exist yet, or the
	// file itself: what has to be moved into place. Empty if the file exists.
	top string
	// blocked is what of ours stands at top, or nothing: a file where a folder
	// is now needed, or the other way round.
	blocked string
}

// inspector looks at the output folder while nothing in it changes, and remembers
// the folders that it saw.
type inspector struct {
	*output
	folders map[string]fs.FileMode
}

// inspect finds what is where path is planned. It follows no links. Whatever has
// no business there is an error.
func (l *inspector) inspect(path string) (foundOutput, error) {
	for i := range len(path) {
		if path[i] != '/' {
			continue
		}
		folder := path[:i]
		switch mode, err := l.folder(folder); {
		case errors.Is(err, fs.ErrNotExist):
			return foundOutput{size: -1, top: folder}, nil
		case err != nil:
			return foundOutput{}, failed("look at", l.name(folder), err)
		case mode.IsDir():
		case mode.IsRegular() && l.listed[folder]:
			return foundOutput{size: -1, top: folder, blocked: folder}, nil
		default:
			return foundOutput{}, l.foreign(folder, mode, "a folder")
		}
	}
	info, err := l.root.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return foundOutput{size: -1, top: path}, nil
	case err != nil:
		return foundOutput{}, failed("look at", l.name(path), err)
	case info.Mode().IsRegular():
		return foundOutput{size: info.Size()}, nil
	case info.IsDir() && l.allOurs(path):
		return foundOutput{size: -1, top: path, blocked: path}, nil
	}
	return foundOutput{}, l.foreign(path, info.Mode(), "a file")
}

// folder gives the mode of what is at a path where a folder should be.
func (l *inspector) folder(path string) (fs.FileMode, error) {
	if mode, ok := l.folders[path]; ok {
		return mode, nil
	}
	info, err := l.root.Lstat(path)
	if err != nil {
		return 0, err
	}
	l.folders[path] = info.Mode()
	return info.Mode(), nil
}

// allOurs reports whether everything in a folder was made by earlier builds.
func (l *inspector) allOurs(folder string) bool {
	entries, err := fs.ReadDir(l.root.FS(), folder)
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		if !(e.IsDir() && l.allOurs(name) || e.Type().IsRegular() && l.listed[name]) {
			return false
		}
	}
	return err == nil && len(entries) > 0
}

// ours reports whether a file that exists may be written over; the package
// comment has the rule.
func (l *inspector) ours(file string) bool {
	if l.listed[file] {
		return true
	}
	page := l.pageOf(file)
	return !l.listed[page] && l.marked(page)
}

// pageOf gives the nearest index.html beside or above a file that exists; an
// index.html is its own.
func (l *inspector) pageOf(file string) string {
	for folder := path.Dir(file); folder != "."; folder = path.Dir(folder) {
		page := folder + "/index.html"
		if _, err := l.root.Lstat(page); err == nil {
			return page
		}
	}
	return "index.html"
}

// marked reports whether a page says in its first 64 KiB that Collate made it.
func (l *inspector) marked(page string) bool {
	if info, err := l.root.Lstat(page); err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := l.root.Open(page)
	if err != nil {
		return false
	}
	defer f.Close()
	head, _ := io.ReadAll(io.LimitReader(f, 64<<10))
	return bytes.Contains(head, []byte(plan.Mark))
}

// otherSpelling reports whether a file is one of ours under a name that the file
// system takes for the same: chart.PNG, where chart.png is planned now.
func (l *inspector) otherSpelling(file string) bool {
	folder, base := path.Split(file)
	entries, _ := fs.ReadDir(l.root.FS(), path.Clean(folder))
	for _, e := range entries {
		other := folder + e.Name()
		if plan.Fold(e.Name()) == plan.Fold(base) && l.listed[other] && l.sameFile(file, other) {
			return true
		}
	}
	return false
}

func (l *inspector) sameFile(a, b string) bool {
	x, err := l.root.Lstat(a)
	if err != nil {
		return false
	}
	y, err := l.root.Lstat(b)
	return err == nil && os.SameFile(x, y)
}

// foreign says that something of somebody else's stands where the plan needs
// a file or folder.
func (l *inspector) foreign(path string, mode fs.FileMode, need string) error {
	what := "something else"
	switch {
	case mode&fs.ModeSymlink != 0:
		what = "a symbolic link"
	case mode.IsDir():
		what = "a folder with files that collate did not make"
	case mode.IsRegular():
		what = "a file that collate did not make"
	}
	return fmt.Errorf("cannot write %s: the site needs %s there, but there is %s: move it away, or give the page "+
		"another slug",
		l.name(path), need, what)
}
