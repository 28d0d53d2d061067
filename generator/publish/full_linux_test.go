package publish

import (
	"errors"
	"os"
	"strings"
	"syscall"
	"testing"
)

// A full disk changes nothing, names the file, and leaves no litter.
func TestFullDisk(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("disk", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("none", "disk", "tmpfs", 0, "size=256k"); err != nil {
		t.Skip("cannot mount a small disk:", err)
	}
	defer syscall.Unmount("disk", syscall.MNT_DETACH)
	if _, err := Write(t.Context(), "disk/public", planOf(t, map[string]string{"a.html": "old", "b.html": "old"}),
		Options{}); err != nil {
		t.Fatal(err)
	}
	before := onDisk(t)
	_, err := Write(t.Context(), "disk/public", planOf(t, map[string]string{
		"a.html": "new", "large/c.html": strings.Repeat("large", 100_000),
	}), Options{})
	if got := errorText(err); got != "cannot write disk/public/large/c.html: no space left on device" ||
		!errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %s", got)
	}
	compare(t, onDisk(t), before)
}
