package torture

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// launcher names, in the environment of a process that only starts the
// program, the file for the memory that the program had. A process of its own
// does that because Linux counts what the starting process has as the started
// one's, and these tests hold whole sites.
const launcher = "COLLATE_TORTURE_MEMORY"

// launch runs the program in place of the tests, and gives its exit status.
func launch(report string, args []string) int {
	c := exec.Command(args[0], args[1:]...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	var failed *exec.ExitError
	if err := c.Run(); err != nil && !errors.As(err, &failed) {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	if err := os.WriteFile(report, fmt.Append(nil, memoryOf(c.ProcessState)), 0o600); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	return c.ProcessState.ExitCode()
}

// measured changes a command so that it is launched. What it gives reads, when
// the command has ended, the most memory that it had, in bytes.
func measured(t testing.TB, c *exec.Cmd) (read func() int64) {
	t.Helper()
	report, err := os.CreateTemp(t.TempDir(), "memory-")
	if err != nil {
		t.Fatal(err)
	}
	report.Close()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c.Args = append([]string{self}, c.Args...)
	c.Path = self
	c.Env = append(c.Env, launcher+"="+report.Name())
	return func() (most int64) {
		text, err := os.ReadFile(report.Name())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Sscan(string(text), &most)
		return most
	}
}
