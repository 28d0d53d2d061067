package generator

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestCompare builds the same content with Collate and with Hugo, in turns,
// each time as a new process, and prints the medians. It runs only for "make
// compare"; COLLATE_SUMMARIES is the size.
func TestCompare(t *testing.T) {
	if os.Getenv("COLLATE_COMPARE") == "" {
		t.Skip("run by make compare")
	}
	hugo, err := exec.LookPath(cmp.Or(os.Getenv("HUGO"), "hugo"))
	if err != nil {
		t.Skip("there is no Hugo to compare with:", err)
	}
	dir, n := t.TempDir(), summaries()
	program := filepath.Join(dir, "collate")
	if out, err := exec.Command("go", "build", "-trimpath", "-o", program,
		"./cmd/collate").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ours, theirs := filepath.Join(dir, "ours"), filepath.Join(dir, "hugo")
	write(t, filepath.Join(ours, "content"), n, func(name, text string) (string, string) { return name, text })
	write(t, filepath.Join(theirs, "content"), n, forHugo)
	site, err := txtar.ParseFile("testdata/hugo.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range site.Files {
		full := filepath.Join(theirs, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	programs := []contestant{
		{name: "collate", in: ours, args: func(out string) []string {
			return []string{program, "build", "-q", "--content", "content", "--public", out}
		}},
		{name: "hugo", in: theirs, args: func(out string) []string { return []string{hugo, "--quiet", "-d", out} }},
	}
	version, _ := exec.Command(hugo, "version").Output()
	fmt.Printf("%d summaries, %d processors, %s, %.40s\n\n", n, runtime.NumCPU(), runtime.Version(), version)
	fmt.Println("| | | wall s | times | processor s | MiB | files | MB |\n| --- | --- | --- | --- | --- | --- | --- " +
		"| --- |")
	contest(t, "full build", programs, func(c *contestant, round int) string {
		return filepath.Join(dir, fmt.Sprint("out-", c.name, round), "public")
	})
	again := func(c *contestant, _ int) string { return filepath.Join(dir, "out-"+c.name+"0", "public") }
	contest(t, "nothing changed", programs, again)
	contest(t, "one summary edited", programs, func(c *contestant, round int) string {
		files, _ := filepath.Glob(filepath.Join(c.in, "content", "story-0", "2*.md"))
		f, err := os.OpenFile(files[0], os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(f, "One more line", round)
		f.Close()
		return again(c, round)
	})
}

// forHugo is the same file as Hugo has it: stories are sections, and a source
// is a term.
func forHugo(name, text string) (string, string) {
	if base := filepath.Base(name); base == "index.md" {
		return strings.TrimSuffix(name, base) + "_" + base, strings.Replace(text, "\nurl: ", "\nsite_url: ", 1)
	}
	return name, regexp.MustCompile(`(?m)^  name: (.*)$`).ReplaceAllString(text, "$0\noutlets: [$1]")
}

// contestant is a program, with what its runs cost.
type contestant struct {
	name  string
	in    string // the folder it runs in
	args  func(out string) []string
	walls []time.Duration
	cpus  []time.Duration
	most  int64 // bytes of memory
}

// contest runs the programs in turn, five times each, and prints a line for
// each. Outputs are put where out says.
func contest(t *testing.T, task string, programs []contestant, out func(c *contestant, round int) string) {
	t.Helper()
	for i := range programs {
		programs[i].walls, programs[i].cpus, programs[i].most = nil, nil, 0
	}
	for round := range 5 {
		for i := range programs {
			programs[i].run(t, out(&programs[i], round))
		}
	}
	best := median(programs[0].walls)
	for i := range programs {
		c := &programs[i]
		files, bytes := size(out(c, 0))
		fmt.Printf("| %s | %s | %.2f | %.1f | %.2f | %d | %d | %d |\n", task, c.name, median(c.walls).Seconds(),
			float64(median(c.walls))/float64(best), median(c.cpus).Seconds(), c.most>>20, files, bytes/1e6)
	}
}

func (c *contestant) run(t *testing.T, out string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		t.Fatal(err)
	}
	args := c.args(out)
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = c.in
	begun := time.Now()
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", c.name, err, said)
	}
	c.walls = append(c.walls, time.Since(begun))
	c.cpus = append(c.cpus, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
	c.most = max(c.most, memoryOf(cmd.ProcessState))
}

func median(all []time.Duration) time.Duration {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

// size is how many files and bytes a folder holds.
func size(dir string) (files int, bytes int64) {
	filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			if info, err := e.Info(); err == nil {
				files, bytes = files+1, bytes+info.Size()
			}
		}
		return nil
	})
	return files, bytes
}
