package generator_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestModule renames the module in a copy of the repository, as make module
// does; COLLATE_TORTURE=1 builds and runs the result. A path that nobody can
// fetch is refused, and nothing renamed. Without paths in it, what was compiled is kept
// for the next time.
func TestModule(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("make module needs a Unix shell")
	}
	dir := t.TempDir()
	for _, folder := range []string{".ci", "generator", "templates"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join("..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join("..", file))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	old, err := exec.Command("go", "list", "-m").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []string{"", "collate", "https://github.com/owner/name", "github.com/owner/na me",
		"github.com"} {
		if out, err := inside(dir, "sh", ".ci/module", wrong); err == nil || !strings.Contains(out, "MODULE=") {
			t.Errorf("%q is taken: %s", wrong, out)
		}
	}
	const renamed = "github.com/owner/na-me.v2"
	if out, err := inside(dir, "sh", ".ci/module", renamed); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if file := mentions(t, dir, `"`+strings.TrimSpace(string(old))+`/`); file != "" {
		t.Errorf("%s still has the old name", file)
	}
	if os.Getenv("COLLATE_TORTURE") == "" {
		return // compiling everything again takes as long as all other tests of this package
	}
	if out, err := inside(dir, "go", "build", "-trimpath", "-o", "collate.exe", "./generator/cmd/collate"); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if out, err := inside(dir, filepath.Join(dir, "collate.exe"), "value", "$110B"); err != nil ||
		!strings.Contains(out, "110") {
		t.Errorf("%v: %s", err, out)
	}
}

// inside runs a command in a folder, and gives what it prints.
func inside(dir string, args ...string) (string, error) {
	c := exec.Command(args[0], args[1:]...)
	c.Dir = dir
	out, err := c.CombinedOutput()
	return string(out), err
}

// mentions names a Go file below a folder that has a text in it.
func mentions(t *testing.T, dir, text string) (found string) {
	err := filepath.WalkDir(dir, func(file string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".go" {
			return err
		}
		data, err := os.ReadFile(file)
		if strings.Contains(string(data), text) {
			found = file
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
