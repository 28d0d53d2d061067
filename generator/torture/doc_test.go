// Package torture tries to break the promises of Collate with the finished
// program: hostile content, builds that are killed or run out of disk, edits
// by the hundred under a running server, and requests that nobody should make.
// SECURITY.md says what the promises are.
//
// "go test" runs a quick form of each test. "make torture" sets
// COLLATE_TORTURE=1 and runs the long ones, which take about ten minutes. What
// is left to chance comes from a seed that is printed; COLLATE_SEED=N repeats
// it.
package torture

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// program is the command, built for these tests.
var program string

func TestMain(m *testing.M) {
	if report := os.Getenv(launcher); report != "" {
		os.Exit(launch(report, os.Args[1:]))
	}
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "collate-torture-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	os.Chmod(dir, 0o755) // other users run the program too
	program = filepath.Join(dir, "collate.exe")
	build := exec.Command("go", "build", "-o", program, "collate/generator/cmd/collate")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// long reports whether the long forms are asked for.
func long() bool { return os.Getenv("COLLATE_TORTURE") != "" }

// pick is how often to do something: in the quick form and in the long one.
func pick(quick, inLong int) int {
	if long() {
		return inLong
	}
	return quick
}

// chance gives random numbers from a seed that it prints.
func chance(t *testing.T) *rand.Rand {
	seed := uint64(time.Now().UnixNano())
	if given, err := strconv.ParseUint(os.Getenv("COLLATE_SEED"), 10, 64); err == nil {
		seed = given
	}
	t.Logf("repeat with COLLATE_SEED=%d", seed)
	return rand.New(rand.NewPCG(seed, 0))
}

// ended is a run of the program that has come to its end.
type ended struct {
	status         int // -1 if it was stopped
	stdout, stderr string
	spent          time.Duration // of a processor
	memory         int64         // the most that it had, in bytes; 0 if that is not known
}

// collate runs the program in a folder. It is stopped after five minutes, long
// after any bound.
func collate(t testing.TB, dir string, args ...string) ended {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	c := command(ctx, dir, args...)
	memory := measured(t, c)
	r := finish(t, c)
	r.memory = memory()
	return r
}

func command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, program, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1790000000")
	return c
}

func finish(t testing.TB, c *exec.Cmd) ended {
	t.Helper()
	var out, err bytes.Buffer
	c.Stdout, c.Stderr = &out, &err
	if failed := c.Run(); failed != nil && c.ProcessState == nil {
		t.Fatal(failed)
	}
	return ended{
		status: c.ProcessState.ExitCode(),
		stdout: out.String(),
		stderr: err.String(),
		spent:  c.ProcessState.UserTime() + c.ProcessState.SystemTime(),
	}
}

// put writes files below a folder.
func put(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// tree reads what a folder holds: files by slash path, links as "-> target".
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		if e.Type()&fs.ModeSymlink != 0 {
			target, err := os.Readlink(name)
			files[filepath.ToSlash(rel)] = "-> " + target
			return err
		}
		text, err := os.ReadFile(name)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// differences names the files in which two trees differ, a few of them.
func differences(got, want map[string]string) string {
	var lines []string
	for name, text := range want {
		if have, there := got[name]; !there {
			lines = append(lines, name+" is missing")
		} else if have != text {
			lines = append(lines, name+" is different")
		}
	}
	for name := range got {
		if _, wanted := want[name]; !wanted {
			lines = append(lines, name+" should not be there")
		}
	}
	if len(lines) > 5 {
		lines = append(lines[:5], fmt.Sprintf("and %d more", len(lines)-5))
	}
	return strings.Join(lines, ", ")
}
