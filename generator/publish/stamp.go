package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"collate/generator/plan"
)

// stamp is what the list keeps of a file that has a version.
type stamp struct {
	version string // what the plan gave for it; without tabs and line ends
	sum     string // of the bytes that were made for it
}

// parseStamp reads what String writes.
func parseStamp(s string) stamp {
	version, sum, _ := strings.Cut(s, "\t")
	return stamp{version, sum}
}

func (s stamp) String() string { return s.version + "\t" + s.sum }

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// known gives a file's version, if it has one, and reports whether the file
// that is there is of that version and as it was made.
func (w *worker) known(name string, file plan.File, size int64) (string, bool, error) {
	if file.Version == nil {
		return "", false, nil
	}
	version, err := file.Version()
	if err != nil {
		return "", false, cannotRender(name, file, err)
	}
	before, ok := w.stamps[name]
	if !ok || before.version != version || size < 0 || size > maxStamped {
		return version, false, nil
	}
	f, err := w.root.Open(name)
	if err != nil {
		return "", false, failed("read", w.name(name), err)
	}
	defer f.Close()
	w.clean()
	if _, err := w.page.ReadFrom(io.LimitReader(f, maxStamped+1)); err != nil {
		return "", false, failed("read", w.name(name), err)
	}
	if sumOf(w.page.Bytes()) != before.sum {
		return version, false, nil
	}
	w.stamp(name, before)
	return version, true, nil
}

// maxStamped is the most bytes of a file that are read to see whether it is as
// it was made: more than any that has a version.
const maxStamped = 1 << 20

// stamp notes what the list will keep of a file.
func (b *build) stamp(name string, s stamp) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.fresh[name] = s
}

// renderError says which file could not be rendered, and why.
type renderError struct {
	name, origin string
	err          error
}

func (e renderError) Error() string {
	return fmt.Sprintf("cannot render %s, from %s: %v", e.name, e.origin, e.err)
}

func (e renderError) Unwrap() error { return e.err }

func cannotRender(name string, file plan.File, err error) error {
	return renderError{name, file.Origin, err}
}
