//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Modes do not depend on the umask.
func TestModes(t *testing.T) {
	t.Chdir(t.TempDir())
	defer syscall.Umask(syscall.Umask(0o077))
	mustWrite(t, map[string]string{"index.html": "home"})
	mustWrite(t, map[string]string{"index.html": "new", "about.html": "about", "a/b/index.html": "page"})
	err := filepath.WalkDir("public", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		want := fs.FileMode(0o644)
		if e.IsDir() {
			want = 0o755
		}
		if info, err := e.Info(); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, %v", name, info.Mode(), err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// A folder that cannot be written is an error that names it.
func TestReadOnly(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everything")
	}
	t.Chdir(t.TempDir())
	mustWrite(t, map[string]string{"a/b.html": "old"})
	if err := os.Chmod("public/a", 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod("public/a", 0o755)
	before := onDisk(t)
	_, err := Write(t.Context(), "public", planOf(t, map[string]string{"a/b.html": "new"}), Options{})
	if got := errorText(err); got != "cannot put in place public/a/b.html: permission denied" ||
		!errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %s", got)
	}
	compare(t, onDisk(t), before)
}
