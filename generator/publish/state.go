package publish

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"collate/generator/plan"
)

// stateDir is the folder beside the output folder in which list and lock are
// kept. It tells git to leave out what only matters to a running build.
const (
	stateDir  = ".collate"
	gitIgnore = "*.lock\n*.new\nlinks.json\n"
)

// state is what is kept beside an output folder.
type state struct {
	dir   string // as the caller wrote the output folder, for messages
	above string // the folder above it, for messages
	base  string // the output folder's own name
	root  *os.Root
	lock  *os.File
}

// openState opens the folder beside real and takes the lock.
func openState(dir, real string) (*state, error) {
	above := filepath.Dir(real)
	if err := os.MkdirAll(above, 0o755); err != nil {
		return nil, failed("make", above, err)
	}
	parent, err := os.OpenRoot(above)
	if err != nil {
		return nil, failed("open", above, err)
	}
	defer parent.Close()
	s := &state{dir: dir, above: filepath.Join(dir, ".."), base: filepath.Base(real)}
	if info, err := os.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		s.above = above
	}
	if err := parent.Mkdir(stateDir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, failed("make", s.name(""), err)
	}
	if info, err := parent.Lstat(stateDir); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("cannot keep the list of files made in %s: it is not a folder", s.name(""))
	}
	if s.root, err = parent.OpenRoot(stateDir); err != nil {
		return nil, failed("open", s.name(""), err)
	}
	if err := s.ignore(); err != nil {
		return nil, errors.Join(err, s.root.Close())
	}
	if err := s.takeLock(); err != nil {
		return nil, errors.Join(err, s.root.Close())
	}
	return s, nil
}

// ignore writes the .gitignore, if there is none.
func (s *state) ignore() error {
	if _, err := s.root.Lstat(".gitignore"); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := s.root.WriteFile(".gitignore", []byte(gitIgnore), 0o644); err != nil {
		return failed("write", s.name(".gitignore"), err)
	}
	return nil
}

// takeLock makes sure that no other build writes the same folder. The lock
// file holds the number of the process that has the lock.
func (s *state) takeLock() error {
	name := s.base + ".lock"
	if info, err := s.root.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("cannot lock %s: %s is not a plain file", s.dir, s.name(name))
	}
	f, err := s.root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return failed("open", s.name(name), err)
	}
	if err := lock(f); err != nil {
		holder, _ := io.ReadAll(io.LimitReader(f, 20))
		f.Close()
		if !errors.Is(err, errBusy) {
			return failed("lock", s.name(name), err)
		}
		return fmt.Errorf("another build is writing %s (process %s): wait until it is done, then try again",
			s.dir, cmp.Or(string(bytes.TrimSpace(holder)), "unknown"))
	}
	s.lock = f
	pid := strconv.Itoa(os.Getpid()) + "\n"
	if err := errors.Join(f.Truncate(0), second(f.WriteAt([]byte(pid), 0))); err != nil {
		return errors.Join(failed("write", s.name(name), err), f.Close())
	}
	return nil
}

// close releases the lock. The file stays, since removing it could take it
// from under a build that waits to open it.
func (s *state) close() error {
	return errors.Join(s.lock.Truncate(0), s.lock.Close(), s.root.Close())
}

// readList gives the files that earlier builds made, and the stamps of those
// that have one. A line that is no path a plan would take (the title, a mark
// left by a merge) is passed over.
func (s *state) readList() (map[string]bool, map[string]stamp, error) {
	listed, stamps := map[string]bool{}, map[string]stamp{}
	if info, err := s.root.Lstat(s.base + ".files"); err == nil && !info.Mode().IsRegular() {
		return nil, nil, fmt.Errorf("cannot read %s: it is not a plain file", s.name(s.base+".files"))
	}
	text, err := s.root.ReadFile(s.base + ".files")
	if errors.Is(err, fs.ErrNotExist) {
		return listed, stamps, nil
	}
	if err != nil {
		return nil, nil, failed("read", s.name(s.base+".files"), err)
	}
	for line := range strings.Lines(string(text)) {
		path, rest, stamped := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !plan.Safe(path) {
			continue
		}
		listed[path] = true
		if stamped {
			stamps[path] = parseStamp(rest)
		}
	}
	return listed, stamps, nil
}

// writeList replaces the list, unless it is the same already. Paths are sorted.
func (s *state) writeList(paths []string, stamps map[string]stamp) error {
	var text bytes.Buffer
	fmt.Fprintf(&text, "# collate: the files it made in %s, and removes when they are no longer part of the site\n", s.base)
	for _, path := range paths {
		text.WriteString(path)
		if stamp, ok := stamps[path]; ok {
			text.WriteByte('\t')
			text.WriteString(stamp.String())
		}
		text.WriteByte('\n')
	}
	name := s.base + ".files"
	if old, err := s.root.ReadFile(name); err == nil && bytes.Equal(old, text.Bytes()) {
		return nil
	}
	err := s.root.RemoveAll(name + ".new")
	if err == nil {
		err = s.root.WriteFile(name+".new", text.Bytes(), 0o644)
	}
	if err == nil {
		err = s.root.Rename(name+".new", name)
	}
	if err != nil {
		s.root.Remove(name + ".new") // it may be half there
		return failed("write", s.name(name), err)
	}
	return nil
}

// name gives one of the kept files as a message should call it.
func (s *state) name(file string) string {
	return filepath.Join(s.above, stateDir, file)
}

func second[T any](_ T, err error) error {
	return err
}
