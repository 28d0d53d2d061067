//go:build unix

package torture

import (
	"errors"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestLinks puts what is neither file nor folder into content.
func TestLinks(t *testing.T) {
	prepare(t)
	for name, make := range map[string]func(dir string) error{
		"to a file":            func(dir string) error { return os.Symlink("/etc/passwd", dir+"/content/round/x.txt") },
		"to a summary":         func(dir string) error { return os.Symlink("a.md", dir+"/content/round/x.md") },
		"to a folder":          func(dir string) error { return os.Symlink("/etc", dir+"/content/etc") },
		"to itself":            func(dir string) error { return os.Symlink("x", dir+"/content/x") },
		"to the folder":        func(dir string) error { return os.Symlink(".", dir+"/content/round/x") },
		"to the folder above":  func(dir string) error { return os.Symlink("..", dir+"/content/round/x") },
		"to nothing":           func(dir string) error { return os.Symlink("nothing", dir+"/content/round/x.md") },
		"in place of index.md": func(dir string) error { return replace(dir+"/content/index.md", "round/a.md") },
		"in place of a story":  func(dir string) error { return os.Symlink("round", dir+"/content/again") },
		"a pipe":               func(dir string) error { return syscall.Mkfifo(dir+"/content/round/x.md", 0o644) },
		"a pipe as an asset":   func(dir string) error { return syscall.Mkfifo(dir+"/content/round/x.png", 0o644) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			put(t, dir, map[string]string{"content/index.md": home, "content/round/a.md": summary})
			if err := make(dir); errors.Is(err, errors.ErrUnsupported) {
				t.Skip(err)
			} else if err != nil {
				t.Fatal(err)
			}
			r := collate(t, dir, "build")
			bounded(t, r)
			if _, err := os.Stat(dir + "/public"); r.status != 1 || err == nil ||
				!strings.Contains(r.stderr, "symbolic link") && !strings.Contains(r.stderr, "neither a file nor a folder") {
				t.Errorf("status %d: %s", r.status, r.stderr)
			}
		})
	}
}

func replace(name, target string) error {
	return errors.Join(os.Remove(name), os.Symlink(target, name))
}
