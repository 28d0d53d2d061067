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
	Packages []struct {
		Formats  []string
		Contents []struct{ Src, Dst string }
	} `yaml:"nfpms"`
	Casks    []yaml.Node `yaml:"homebrew_casks"`
	Scoops   []yaml.Node
	Checksum struct {
		Name string `yaml:"name_template"`
	}
}

// TestRelease holds the release configuration to this repository: its systems
// exist, its files are there, and what the workflow of a new digest fetches is
// made. With RELEASE=1 it also runs what comes before and compiles for every
// system, which takes minutes, and with goreleaser in the path it makes all
// that a release has.
func TestRelease(t *testing.T) {
	data, err := os.ReadFile("../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var r release
	if err := yaml.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	if r.Version != 2 || len(r.Builds) != 1 || len(r.Archives) != 1 || len(r.Packages) != 1 {
		t.Fatalf("version %d, %d builds, %d archives, %d packages",
			r.Version, len(r.Builds), len(r.Archives), len(r.Packages))
	}
	if len(r.Casks) != 1 || len(r.Scoops) != 1 {
		t.Errorf("%d casks, %d manifests for Scoop", len(r.Casks), len(r.Scoops))
	}
	if got := strings.Join(r.Packages[0].Formats, " "); got != "deb rpm" {
		t.Errorf("packages are made for %s", got)
	}
	workflow, err := os.ReadFile("starter/files/.github/workflows/pages.yml")
	if err != nil || !strings.Contains(string(workflow), "--pattern "+r.Checksum.Name) {
		t.Errorf("%v: the workflow of a new digest does not fetch %s", err, r.Checksum.Name)
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
	for _, file := range r.Packages[0].Contents {
		if found, _ := filepath.Glob(filepath.Join("..", file.Src)); len(found) == 0 &&
			(os.Getenv("RELEASE") != "" || !strings.HasPrefix(file.Src, "bin/")) {
			t.Errorf("there is no %s to pack", file.Src)
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
				compile := append(slices.Clone(build.Env), "GOOS="+system, "GOARCH="+arch, "go", "build")
				compile = append(compile, build.Flags...)
				compile = append(compile, "-ldflags", "'"+strings.Join(build.LDFlags, " ")+"'")
				compile = append(compile, "-o", filepath.Join(t.TempDir(), "collate"), build.Main)
				sh(t, strings.Join(compile, " "))
			}
		}
	}
	if _, err := exec.LookPath("goreleaser"); err == nil && os.Getenv("RELEASE") != "" {
		clone := filepath.Join(t.TempDir(), "clone")
		// What is committed, in a clone: GoReleaser asks for a remote, and for the
		// extension that the workflow makes.
		sh(t, "git clone -q . '"+clone+"' && cd '"+clone+"' && "+
			"git remote set-url origin https://github.com/owner/collate.git && "+
			"echo extension > editors/vscode/collate-vscode.vsix && "+
			"goreleaser check && goreleaser release --snapshot --clean && cd bin/dist && "+
			"cp ../../editors/vscode/*.vsix . && "+
			"sha256sum --check checksums.txt")
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
