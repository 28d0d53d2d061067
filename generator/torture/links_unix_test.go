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
				!strings.Contains(r.stderr, "symbolic link") &&
					!strings.Contains(r.stderr, "neither a file nor a folder") {
				t.Errorf("status %d: %s", r.status, r.stderr)
			}
		})
	}
}

func replace(name, target string) error {
	return errors.Join(os.Remove(name), os.Symlink(target, name))
}

// TestTemplateLinks puts into a folder of templates what an editor leaves
// there, which is passed over, and what is no file, which is a problem.
func TestTemplateLinks(t *testing.T) {
	prepare(t)
	for name, c := range map[string]struct {
		make func(dir string) error
		want string // what the problem says; empty if there is none
	}{
		"an editor's lock": {func(dir string) error {
			return os.Symlink("writer@host.1:2",
				dir+"/.#story.html")
		}, ""},
		"an editor's copy": {func(dir string) error {
			return os.WriteFile(dir+"/.story.html",
				[]byte("{{ half"), 0o644)
		}, ""},
		"a copy of the texts": {func(dir string) error {
			return os.WriteFile(dir+"/text/.en.yaml",
				[]byte("{{ half"), 0o644)
		}, ""},
		"a link that is not of ours": {func(dir string) error { return os.Symlink("/etc/passwd", dir+"/notes") }, ""},
		"a link out": {func(dir string) error { return os.Symlink("/etc/passwd", dir+"/style.css") },
			"symbolic link"},
		"a link beside": {func(dir string) error { return os.Symlink("notes", dir+"/story.html") },
			"symbolic link"},
		"a link of texts": {func(dir string) error { return replace(dir+"/text", "/etc") }, "symbolic link"},
		"a pipe": {func(dir string) error { return syscall.Mkfifo(dir+"/script.js", 0o644) },
			"not a plain file"},
		"a folder": {func(dir string) error { return os.Mkdir(dir+"/story.html", 0o755) },
			"not a plain file"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			put(t, dir, map[string]string{"content/index.md": home, "content/round/a.md": summary})
			if err := os.MkdirAll(dir+"/mine/text", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := c.make(dir + "/mine"); errors.Is(err, errors.ErrUnsupported) {
				t.Skip(err)
			} else if err != nil {
				t.Fatal(err)
			}
			r := collate(t, dir, "build", "--templates", "mine")
			bounded(t, r)
			if wrong := r.status != 0; wrong != (c.want != "") || !strings.Contains(r.stderr, c.want) {
				t.Errorf("status %d: %s", r.status, r.stderr)
			}
		})
	}
}
