package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// failed says what could not be done to which file, once: the system's errors
// name file and operation in their own words, which are left out.
func failed(what, name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Errorf("cannot %s %s: %w", what, name, err)
}

// name gives a published path as a message should call it.
func (out *output) name(path string) string {
	return filepath.Join(out.dir, filepath.FromSlash(path))
}

// shown is how many faults a message lists.
const shown = 20

// faults collects what went wrong, by the number of the file it happened to.
type faults map[int]error

// err gives the faults as one error, in order, each said once.
func (f faults) err() error {
	var lines []error
	said := map[string]int{} // where a text stands among the lines
	more := map[int]int{}
	for _, i := range slices.Sorted(maps.Keys(f)) {
		text := f[i].Error()
		var render renderError
		if errors.As(f[i], &render) {
			text = render.err.Error() // a mistake in a template comes up on many pages
		}
		if at, ok := said[text]; ok {
			more[at]++
			continue
		}
		said[text] = len(lines)
		lines = append(lines, f[i])
	}
	for at, n := range more {
		var render renderError
		if errors.As(lines[at], &render) {
			lines[at] = fmt.Errorf("%w (and so %d more)", lines[at], n)
		}
	}
	if rest := len(lines) - shown; rest > 0 {
		lines = append(lines[:shown], fmt.Errorf("and %d more", rest))
	}
	return errors.Join(lines...)
}
