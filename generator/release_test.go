package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// release is what matters here of .goreleaser.yaml.
type release struct {
	Version int
	Before  struct{ Hooks []string }
	Builds  []struct {
		Main                        string
		Env, Flags, LDFlags, Goarch []string
		Goos                        []string
	}
	Archives []struct{ Files []yaml.Node }
}

// TestRelease holds the release configuration to this repository: its systems
// exist, its files are there. With RELEASE=1 it also runs what comes before
// and compiles for every system, which takes minutes.
func TestRelease(t *testing.T) {
	data, err := os.ReadFile("../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var r release
	if err := yaml.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	if r.Version != 2 || len(r.Builds) != 1 || len(r.Archives) != 1 {
		t.Fatalf("version %d, %d builds, %d archives", r.Version, len(r.Builds), len(r.Archives))
	}
	build := r.Builds[0]
	if _, err := os.Stat(filepath.Join("..", build.Main, "main.go")); err != nil {
		t.Error(err)
	}
	if os.Getenv("RELEASE") != "" {
		for _, hook := range r.Before.Hooks {
			sh(t, hook)
		}
	}
	for _, file := range r.Archives[0].Files {
		if file.Kind != yaml.ScalarNode {
			continue // what the hooks make
		}
		if found, _ := filepath.Glob(filepath.Join("..", file.Value)); len(found) == 0 {
			t.Errorf("there is no %s to pack", file.Value)
		}
	}
	known, err := exec.Command("go", "tool", "dist", "list").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, system := range build.Goos {
		for _, arch := range build.Goarch {
			if !slices.Contains(strings.Fields(string(known)), system+"/"+arch) {
				t.Errorf("Go does not compile for %s/%s", system, arch)
			}
			if os.Getenv("RELEASE") != "" {
				flags := strings.Join(build.Flags, " ") + " -ldflags '" + strings.Join(build.LDFlags, " ") + "'"
				sh(t, strings.Join(build.Env, " ")+" GOOS="+system+" GOARCH="+arch+" go build "+flags+" -o "+filepath.Join(t.TempDir(), "collate")+" "+build.Main)
			}
		}
	}
}

// sh runs a command at the top of the repository.
func sh(t *testing.T, command string) {
	t.Helper()
	c := exec.Command("sh", "-c", command)
	c.Dir = ".."
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", command, err, out)
	}
}
