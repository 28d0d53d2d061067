package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"

	"collate/generator/plan"
)

// unfinished is the folder in which files wait until all are ready, while it is
// inside the output folder. Files that go into folders which exist have numbers
// for names; the others lie in a tree, so that new folders can be moved as a
// whole.
const (
	unfinished = ".collate-unfinished"
	newFolders = "tree"
)

// waiting names the unfinished file or folder that is to be moved to top, for
// the planned file with number i, within the folder for such.
func (b *build) waiting(i int, top string) string {
	if top == b.paths[i] {
		return strconv.Itoa(i)
	}
	return path.Join(newFolders, top)
}

// area makes the folder for unfinished files, beside the output folder where a
// rename leads from there into it, and else inside; and reports whether the
// umask takes permissions away that a site needs.
func (out *output) area() (narrow bool, err error) {
	if err := out.root.Mkdir(unfinished, 0o755); err != nil {
		return false, failed("make", out.name(unfinished), err)
	}
	info, err := out.root.Lstat(unfinished)
	if err != nil {
		return false, failed("look at", out.name(unfinished), err)
	}
	if out.state.takeOut() == nil {
		out.aside = true
		out.staging, err = out.state.root.OpenRoot(out.state.waiting())
	} else {
		out.staging, err = out.root.OpenRoot(unfinished)
	}
	if err != nil {
		return false, failed("open", out.name(unfinished), err)
	}
	return info.Mode().Perm()&0o755 != 0o755, nil
}

// bringIn moves what has been prepared into the output folder, from where no
// rename can lead out of it.
func (out *output) bringIn() error {
	if out.staging == nil {
		return nil // nothing is new
	}
	err := out.staging.Close()
	out.staging = nil
	if err == nil && out.aside {
		err = out.state.bringIn()
	}
	if err != nil {
		return failed("put in place", out.name(unfinished), err)
	}
	return nil
}

// stage writes a file's bytes to an unfinished file.
func (w *worker) stage(i int, file plan.File, top string) error {
	narrow, err := w.area()
	if err != nil {
		return err
	}
	in, name := w.staging, w.waiting(i, top)
	if top != w.paths[i] {
		if in, name, err = w.enter(w.paths[i], narrow); err != nil {
			return failed("make the folder of", w.name(w.paths[i]), err)
		}
	}
	f, err := in.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return failed("write", w.name(w.paths[i]), err)
	}
	var trouble error // with the disk
	err = w.each(w.paths[i], file, func(bytes []byte) error {
		_, trouble = f.Write(bytes)
		return trouble
	})
	if narrow {
		trouble = errors.Join(trouble, f.Chmod(0o644))
	}
	if trouble = errors.Join(trouble, f.Close()); trouble != nil {
		return failed("write", w.name(w.paths[i]), trouble)
	}
	return err
}

// enter makes the folder of a file in the tree of unfinished files. It gives
// the first folder of the file's path, opened, and the rest of the path: files
// come in the order of their paths, so that one folder serves for many.
func (w *worker) enter(file string, narrow bool) (in *os.Root, rest string, err error) {
	first, rest, _ := strings.Cut(file, "/")
	if w.entered == nil || w.first != first {
		if err := w.leave(); err != nil {
			return nil, "", err
		}
		for _, folder := range []string{newFolders, newFolders + "/" + first} {
			if err := makeFolder(w.staging, folder, narrow); err != nil {
				return nil, "", err
			}
		}
		if w.entered, err = w.staging.OpenRoot(newFolders + "/" + first); err != nil {
			return nil, "", err
		}
		w.first, w.made = first, map[string]bool{".": true}
	}
	return w.entered, rest, w.makeFolders(path.Dir(rest), narrow)
}

// leave closes the folder that was entered last.
func (w *worker) leave() error {
	if w.entered == nil {
		return nil
	}
	entered := w.entered
	w.entered = nil
	return entered.Close()
}

// makeFolders makes a folder within the one that was entered, and those above
// it.
func (w *worker) makeFolders(folder string, narrow bool) error {
	if w.made[folder] {
		return nil
	}
	if err := w.makeFolders(path.Dir(folder), narrow); err != nil {
		return err
	}
	w.made[folder] = true
	return makeFolder(w.entered, folder, narrow)
}

func makeFolder(in *os.Root, folder string, narrow bool) error {
	err := in.Mkdir(folder, 0o755)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if narrow {
		return in.Chmod(folder, 0o755)
	}
	return nil
}
