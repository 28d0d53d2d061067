package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"collate/generator/plan"
)

func TestGuard(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the table has the paths of other systems")
	}
	table, err := os.ReadFile("testdata/guard.table")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	home, _ := os.Getwd()
	t.Setenv("HOME", home)
	put(t, map[string]string{"content/a/b/a.md": "", "templates/a.html": "", "public/in/a.md": ""})
	if err := errors.Join(os.Symlink("content", "mirror"), os.Symlink("public", "www"),
		os.Symlink("public/in", "inner")); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		t.Run(line, func(t *testing.T) {
			dir, rest, _ := strings.Cut(line, "  ")
			inputs, want, _ := strings.Cut(strings.TrimSpace(rest), "  ")
			_, err := resolve(dir, strings.Fields(inputs))
			if got := errorText(err); got != strings.TrimPrefix(strings.TrimSpace(want), "ok") {
				t.Errorf("got %s", got)
			}
		})
	}
}

// What is right already keeps its time; what is written gets the modes that a
// web server needs.
func TestUntouched(t *testing.T) {
	t.Chdir(t.TempDir())
	mustWrite(t, map[string]string{"a/same.html": "same", "a/new.html": "old"})
	past := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, name := range []string{"public/a/same.html", "public/a/new.html", ".collate/public.files"} {
		if err := os.Chtimes(name, past, past); err != nil {
			t.Fatal(err)
		}
	}
	mustWrite(t, map[string]string{"a/same.html": "same", "a/new.html": "new"})
	for name, kept := range map[string]bool{"public/a/same.html": true, "public/a/new.html": false,
		".collate/public.files": true} {
		info, err := os.Stat(name)
		if err != nil || info.ModTime().Equal(past) != kept {
			t.Errorf("%s: %v, %v", name, info.ModTime(), err)
		}
	}
}

// Large files are compared to their end, and are published whole.
func TestLarge(t *testing.T) {
	t.Chdir(t.TempDir())
	large := strings.Repeat("0123456789abcdef", 10_000)
	other := large[:len(large)-1] + "!"
	for _, text := range []string{large, large, other, large + "x", large} {
		mustWrite(t, map[string]string{"a": text})
		if got, err := os.ReadFile("public/a"); string(got) != text {
			t.Fatalf("%d bytes, %v", len(got), err)
		}
	}
}

func mustWrite(t testing.TB, files map[string]string) {
	t.Helper()
	if _, err := Write(t.Context(), "public", planOf(t, files), Options{}); err != nil {
		t.Fatal(err)
	}
}

// A page that cannot be rendered changes nothing. All such pages are named.
func TestRenderError(t *testing.T) {
	t.Chdir(t.TempDir())
	mustWrite(t, map[string]string{"a.html": "old", "gone.html": "old"})
	before := onDisk(t)
	p := planOf(t, map[string]string{"a.html": "new", "new/b.html": "new"})
	for i := range 25 {
		p.Add(fmt.Sprintf("bad-%02d.html", i), "content/bad.md", func(*bytes.Buffer) error {
			return fmt.Errorf("template %d is wrong", i)
		})
	}
	_, err := Write(t.Context(), "public", p, Options{})
	lines := strings.Split(errorText(err), "\n")
	if len(lines) != 21 || lines[20] != "and 5 more" ||
		lines[1] != "cannot render bad-01.html, from content/bad.md: template 1 is wrong" {
		t.Errorf("got %s", err)
	}
	compare(t, onDisk(t), before)
}

// A first build that fails leaves no output folder.
func TestFirstFails(t *testing.T) {
	t.Chdir(t.TempDir())
	p := planOf(t, map[string]string{"a.html": "a"})
	p.Add("b.html", "content/b.md", func(*bytes.Buffer) error { return errors.New("wrong") })
	if _, err := Write(t.Context(), "site/public", p, Options{}); err == nil {
		t.Fatal("no error")
	}
	if _, err := os.Lstat("site/public"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is there: %v", err)
	}
}

// Old and new names are on the list before the first file moves; new files
// move before others change.
func TestListedFirst(t *testing.T) {
	t.Chdir(t.TempDir())
	mustWrite(t, map[string]string{"changed.html": "old", "gone.html": "old"})
	out, err := open("public", nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := prepare(t.Context(), out,
		planOf(t, map[string]string{"changed.html": "new", "new.html": "new", "x/new.html": "new"}), nil)
	if err != nil {
		t.Fatal(err)
	}
	put(t, map[string]string{"public/x/obstacle": "mine"})
	_, err = b.commit()
	if got := errorText(errors.Join(err, out.close())); got != "cannot put in place public/x: file exists: "+halfDone {
		t.Errorf("got %s", got)
	}
	compare(t, onDisk(t), map[string]string{
		".collate/public.files": "changed.html\ngone.html\nnew.html\nx/new.html\n",
		"public/changed.html":   "old",
		"public/gone.html":      "old",
		"public/new.html":       "new",
		"public/x/obstacle":     "mine",
	})
}

// halfDone is what the error says when files have moved.
const halfDone = "some files are new by now and others old; when that can be done, build again"

func TestLock(t *testing.T) {
	t.Chdir(t.TempDir())
	mustWrite(t, map[string]string{"a.html": "old"})
	first, err := open("public", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("public", "other"); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"public", "other"} {
		_, err = Write(t.Context(), dir, planOf(t, map[string]string{"a.html": "new"}), Options{})
		want := fmt.Sprintf("another build is writing %s (process %d): wait until it is done, then try again", dir,
			os.Getpid())
		if errorText(err) != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if text, _ := os.ReadFile("public/a.html"); string(text) != "old" {
		t.Errorf("a.html is %q", text)
	}
	if err := first.close(); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, map[string]string{"a.html": "new"})
}

func TestProgress(t *testing.T) {
	t.Chdir(t.TempDir())
	files := map[string]string{}
	for i := range 100 {
		files[fmt.Sprint(i)] = "text"
	}
	var heard []int
	_, err := Write(t.Context(), "public", planOf(t, files), Options{Progress: func(done, total int) {
		if total != 100 {
			t.Errorf("total %d", total)
		}
		heard = append(heard, done)
	}})
	if err != nil || !slices.IsSorted(heard) || heard[len(heard)-1] != 100 {
		t.Errorf("heard %v, %v", heard, err)
	}
}

// Git is told to leave out the lock, not the list.
func TestGitIgnore(t *testing.T) {
	t.Chdir(t.TempDir())
	mustWrite(t, map[string]string{"a.html": "a"})
	for name, ignored := range map[string]bool{"public.files": false, "public.lock": true, "public.files.new": true,
		"links.json": true} {
		found := false
		for line := range strings.Lines(gitIgnore) {
			match, _ := filepath.Match(strings.TrimSpace(line), name)
			found = found || match
		}
		if found != ignored {
			t.Errorf("%s: ignored %v", name, found)
		}
	}
	for range 2 {
		if text, err := os.ReadFile(".collate/.gitignore"); string(text) != gitIgnore {
			t.Errorf("got %q, %v", text, err)
		}
		if err := os.WriteFile(".collate/.gitignore", []byte(lastGitIgnore), 0o644); err != nil {
			t.Fatal(err)
		}
		mustWrite(t, map[string]string{"a.html": "a"})
	}
}

// A file in parts is compared and written as the parts come; one that can't be
// rendered changes nothing.
func TestParts(t *testing.T) {
	t.Chdir(t.TempDir())
	long := strings.Repeat("0123456789", 10_000)
	for _, step := range []struct {
		parts   string // | between them; ! is one that fails
		written int
	}{
		{"one|" + long + "|three", 1}, {"one|" + long + "|three", 0}, {"one" + long + "|three|", 0},
		{"one|" + long + "|thre", 1}, {"one|" + long + "|three|four", 1}, {"two|!", -1}, {"|", 1}, {"", 0}, {"!", -1},
	} {
		before, _ := os.ReadFile("public/a")
		p := plan.New()
		p.AddParts("a", "test", func(yield func(plan.Part) bool) {
			for part := range strings.SplitSeq(step.parts, "|") {
				if !yield(func(b *bytes.Buffer) error {
					if part == "!" {
						return errors.New("it fails")
					}
					b.WriteString(part)
					return nil
				}) {
					return
				}
			}
		})
		result, err := Write(t.Context(), "public", p, Options{})
		want := strings.ReplaceAll(step.parts, "|", "")
		if step.written < 0 {
			want = string(before)
		}
		got, _ := os.ReadFile("public/a")
		if (err != nil) != (step.written < 0) || string(got) != want || result.Written != max(0, step.written) {
			t.Errorf("%.20q: %d written, %v; %d bytes, want %d", step.parts, result.Written, err, len(got), len(want))
		}
		if left, _ := os.ReadDir("public"); len(left) != 1 {
			t.Errorf("%.20q: %d entries are left", step.parts, len(left))
		}
	}
}

// A build that is told to end while it prepares changes nothing and leaves
// nothing behind.
func TestEnded(t *testing.T) {
	t.Chdir(t.TempDir())
	mustWrite(t, version("old"))
	before := onDisk(t)
	ctx, cancel := context.WithCancelCause(t.Context())
	_, err := Write(ctx, "public", planOf(t, version("new")), Options{Progress: func(done, _ int) {
		if done > 20 {
			cancel(errors.New("told to"))
		}
	}})
	if got := errorText(err); got != "public is as it was: told to" {
		t.Errorf("got %s", got)
	}
	compare(t, onDisk(t), before)
	if _, err := os.Lstat(".collate/public.unfinished"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("unfinished files are left")
	}
}
