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
// kept. It tells git to leave out what only matters to a running build; what
// earlier versions wrote there is brought up to date.
const (
	stateDir      = ".collate"
	gitIgnore     = "*.lock\n*.new\n*.unfinished/\nlinks.json\n"
	lastGitIgnore = "*.lock\n*.new\nlinks.json\n"
)

// state is what is kept beside an output folder.
type state struct {
	dir   string   // as the caller wrote the output folder, for messages
	above string   // the folder above it, for messages
	base  string   // the output folder's own name
	outer *os.Root // the folder above
	root  *os.Root
	lock  *os.File
}

// openState opens the folder beside real and takes the lock.
func openState(dir, real string) (*state, error) {
	above := filepath.Dir(real)
	if err := os.MkdirAll(above, 0o755); err != nil {
		return nil, failed("make", above, err)
	}
	outer, err := os.OpenRoot(above)
	if err != nil {
		return nil, failed("open", above, err)
	}
	s := &state{dir: dir, above: filepath.Join(dir, ".."), base: filepath.Base(real), outer: outer}
	if info, err := os.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		s.above = above
	}
	if err := s.open(); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// open makes the folder where there is none, and takes the lock.
func (s *state) open() error {
	if err := s.outer.Mkdir(stateDir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return failed("make", s.name(""), err)
	}
	if info, err := s.outer.Lstat(stateDir); err != nil || !info.IsDir() {
		return fmt.Errorf("cannot keep the list of files made in %s: it is not a folder", s.name(""))
	}
	root, err := s.outer.OpenRoot(stateDir)
	if err != nil {
		return failed("open", s.name(""), err)
	}
	s.root = root
	if err := s.ignore(); err != nil {
		return err
	}
	return s.takeLock()
}

// ignore writes the .gitignore, unless somebody else did.
func (s *state) ignore() error {
	switch text, err := s.root.ReadFile(".gitignore"); {
	case errors.Is(err, fs.ErrNotExist), err == nil && string(text) == lastGitIgnore:
	default:
		return nil
	}
	if err := s.root.WriteFile(".gitignore", []byte(gitIgnore), 0o644); err != nil {
		return failed("write", s.name(".gitignore"), err)
	}
	return nil
}

// waiting names the folder for unfinished files while it is kept here.
func (s *state) waiting() string { return s.base + ".unfinished" }

// takeOut moves the folder for unfinished files out of the output folder, so
// that what a killed build leaves is never published.
func (s *state) takeOut() error {
	return s.outer.Rename(s.base+"/"+unfinished, stateDir+"/"+s.waiting())
}

// bringIn moves it back.
func (s *state) bringIn() error {
	return s.outer.Rename(stateDir+"/"+s.waiting(), s.base+"/"+unfinished)
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
		return failed("write", s.name(name), err)
	}
	return nil
}

// close releases the lock. The file stays, since removing it could take it
// from under a build that waits to open it.
func (s *state) close() error {
	var errs []error
	if s.lock != nil {
		errs = append(errs, s.lock.Truncate(0), s.lock.Close())
	}
	if s.root != nil {
		errs = append(errs, s.root.Close())
	}
	return errors.Join(append(errs, s.outer.Close())...)
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
	fmt.Fprintf(&text, "# collate: the files it made in %s, and removes when they are no longer part of the site\n",
		s.base)
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
