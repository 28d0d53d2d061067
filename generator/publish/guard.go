package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// resolve gives the folder behind dir, with all links followed, if it is a
// safe one to publish to. It need not exist.
func resolve(dir string, inputs []string) (string, error) {
	if dir == "" {
		return "", errors.New("no output folder given")
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", failed("find", dir, err)
	}
	real, err := follow(abs)
	if errors.Is(err, errNowhere) {
		return "", fmt.Errorf("cannot publish to %s: %w", dir, err)
	}
	if err != nil {
		return "", failed("find", dir, err)
	}
	if info, err := os.Stat(real); err == nil && !info.IsDir() {
		return "", fmt.Errorf("cannot publish to %s: it is not a folder", dir)
	}
	if filepath.Dir(real) == real {
		return "", fmt.Errorf("cannot publish to %s: it is the root of the file system", dir)
	}
	if strings.HasPrefix(filepath.Base(real), ".collate") {
		return "", fmt.Errorf("cannot publish to %s: a folder of this name holds what collate has to remember", dir)
	}
	if home, err := os.UserHomeDir(); err == nil && sameFolder(real, home) {
		return "", fmt.Errorf("cannot publish to %s: it is the home folder", dir)
	}
	for _, input := range inputs {
		if err := apart(dir, real, input); err != nil {
			return "", err
		}
	}
	return real, nil
}

// errNowhere says that there is a link, but not what it leads to.
var errNowhere = errors.New("it is, or lies behind, a link to nowhere")

// follow resolves the links of a path of which only a beginning may exist.
func follow(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return real, err
	}
	if _, err := os.Lstat(path); err == nil {
		return "", errNowhere
	}
	parent := filepath.Dir(path)
	if parent == path {
		return "", err
	}
	real, err = follow(parent)
	return filepath.Join(real, filepath.Base(path)), err
}

// apart makes sure that publishing cannot write over an input, nor read what
// was published as input.
func apart(dir, real, input string) error {
	abs, err := filepath.Abs(input)
	if err != nil {
		return failed("find", input, err)
	}
	in, err := filepath.EvalSymlinks(abs)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return failed("find", input, err)
	case sameFolder(real, in):
		return fmt.Errorf("cannot publish to %s: the site is made from that folder, %s", dir, input)
	case within(real, in):
		return fmt.Errorf("cannot publish to %s: it lies in %s, which the site is made from", dir, input)
	case within(in, real):
		return fmt.Errorf("cannot publish to %s: it contains %s, which the site is made from", dir, input)
	}
	return nil
}

// within reports whether a path lies in, or is, a folder. Folders are compared
// as the system knows them, since names may differ in case.
func within(path, folder string) bool {
	for {
		if sameFolder(path, folder) {
			return true
		}
		parent := filepath.Dir(path)
		if parent == path {
			return false
		}
		path = parent
	}
}

func sameFolder(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
