package torture

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFull builds on a disk that is full, at every size from where nothing
// fits to where all does.
func TestFull(t *testing.T) {
	dir := t.TempDir()
	clean := sites(t, dir)
	disk := filepath.Join(dir, "disk")
	others := map[string]string{"CNAME": "digest.example\n"}
	if err := os.Mkdir(disk, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("none", disk, "tmpfs", 0, "size=16m"); err != nil {
		t.Skip("cannot mount a small disk:", err)
	}
	defer syscall.Unmount(disk, syscall.MNT_DETACH)
	public := filepath.Join(disk, "public")
	put(t, public, others)
	if r := collate(t, dir, "build", "--content", "old", "--public", public); r.status != 0 {
		t.Fatal(r.stderr)
	}
	refused := 0
	steps := pick(8, 60)
	for step := range steps {
		filler := filepath.Join(disk, "filler")
		fill(t, filler, int64(step)*(2<<20)/int64(steps))
		r := collate(t, dir, "build", "--content", "new", "--public", public)
		whole(t, public, clean, others)
		if r.status != 0 {
			refused++
			if !strings.Contains(r.stderr, "no space left on device") {
				t.Errorf("step %d: %s", step, r.stderr)
			}
			if d := differences(tree(t, public), with(clean[0], others)); d != "" {
				t.Errorf("step %d: changed in spite of an error: %s", step, d)
			}
		} else if d := differences(tree(t, public), with(clean[1], others)); d != "" {
			t.Errorf("step %d: %s", step, d)
		}
		os.Remove(filler)
		if r := collate(t, dir, "build", "--content", "old", "--public", public); r.status != 0 {
			t.Fatalf("with room again: %s", r.stderr)
		}
		if d := differences(tree(t, public), with(clean[0], others)); d != "" {
			t.Errorf("with room again: %s", d)
		}
	}
	if refused == 0 || refused == steps {
		t.Errorf("%d of %d builds found the disk full", refused, steps)
	}
}

// fill takes all room on a disk but so many bytes.
func fill(t *testing.T, name string, leave int64) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	block := make([]byte, 64<<10)
	size := int64(0)
	for {
		n, err := f.Write(block)
		size += int64(n)
		if err != nil {
			break
		}
	}
	f.Truncate(max(0, size-leave))
	f.Close()
}
