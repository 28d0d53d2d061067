package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strconv"

	"collate/generator/plan"
)

// unfinished is the folder inside the output folder in which files wait until
// all are ready. Those that go into folders which exist have numbers for names;
// the others lie in a tree, so that new folders can be moved as a whole.
const (
	unfinished = ".collate-unfinished"
	tree       = unfinished + "/tree"
)

// waiting names the unfinished file or folder that is to be moved to top, for
// the planned file with number i.
func (b *build) waiting(i int, top string) string {
	if top == b.paths[i] {
		return unfinished + "/" + strconv.Itoa(i)
	}
	return path.Join(tree, top)
}

// area makes the folder for unfinished files, and tells whether the umask takes
// permissions away that a site needs.
func (out *output) area() (narrow bool, err error) {
	if err := out.root.Mkdir(unfinished, 0o755); err != nil {
		return false, failed("make", out.name(unfinished), err)
	}
	info, err := out.root.Lstat(unfinished)
	if err != nil {
		return false, failed("look at", out.name(unfinished), err)
	}
	return info.Mode().Perm()&0o755 != 0o755, nil
}

// stage writes a file's bytes to an unfinished file.
func (w *worker) stage(i int, file plan.File, top string) error {
	narrow, err := w.area()
	if err != nil {
		return err
	}
	name := w.waiting(i, top)
	if top != w.paths[i] {
		name = path.Join(tree, w.paths[i])
		if err := w.makeFolders(path.Dir(name), narrow); err != nil {
			return failed("make the folder of", w.name(w.paths[i]), err)
		}
	}
	f, err := w.root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
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

// makeFolders makes a folder for unfinished files, and those above it.
func (w *worker) makeFolders(folder string, narrow bool) error {
	if folder == unfinished || w.made[folder] {
		return nil
	}
	if err := w.makeFolders(path.Dir(folder), narrow); err != nil {
		return err
	}
	err := w.root.Mkdir(folder, 0o755)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	w.made[folder] = true
	if narrow {
		return w.root.Chmod(folder, 0o755)
	}
	return nil
}
