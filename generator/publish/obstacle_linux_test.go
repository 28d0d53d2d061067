package publish

import (
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// What can't be changed though its permissions allow it is found before
// anything moves.
func TestObstacles(t *testing.T) {
	for name, c := range map[string]struct {
		put  func() error
		away func()
		want string
	}{
		"a mount": {
			func() error { return syscall.Mount("none", "public/b", "tmpfs", 0, "size=64k") },
			func() { syscall.Unmount("public/b", syscall.MNT_DETACH) },
			"cannot change public/b: something is mounted there",
		},
		"a mounted file": {
			func() error { return syscall.Mount("public/b/c.html", "public/b/c.html", "", syscall.MS_BIND, "") },
			func() { syscall.Unmount("public/b/c.html", syscall.MNT_DETACH) },
			"cannot change public/b/c.html: something is mounted there",
		},
		"an immutable file": {
			func() error { return exec.Command("chattr", "+i", "public/b/c.html").Run() },
			func() { exec.Command("chattr", "-i", "public/b/c.html").Run() },
			"cannot change public/b/c.html: it is immutable",
		},
		"an immutable file that is to go": {
			func() error { return exec.Command("chattr", "+i", "public/b/gone.html").Run() },
			func() { exec.Command("chattr", "-i", "public/b/gone.html").Run() },
			"cannot change public/b/gone.html: it is immutable",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			mustWrite(t, map[string]string{"a.html": "old", "b/c.html": "old", "b/gone.html": "old"})
			if err := c.put(); err != nil {
				t.Skip("the system does not allow it:", err)
			}
			defer c.away()
			if name == "a mount" {
				os.WriteFile("public/b/gone.html", []byte("old"), 0o644)
			}
			before := onDisk(t)
			_, err := Write(t.Context(), "public", planOf(t, map[string]string{"a.html": "new", "b/c.html": "new"}),
				Options{})
			if !strings.Contains(errorText(err), c.want) {
				t.Errorf("got %s", errorText(err))
			}
			compare(t, onDisk(t), before)
		})
	}
}
