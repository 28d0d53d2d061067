package publish

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"collate/generator/plan"
	"collate/generator/problem"
)

// Each file in testdata is a case: an archive of what is on disk (members
// before/...), what is planned (plan/...) and what is on disk afterwards
// (want/...; by default the same as before). Its comment may have the lines
//
//	# text                        for the reader
//	link NAME TARGET              a symbolic link in before and want
//	hard NAME TARGET              another name of a file in before and want
//	folder NAME                   an empty folder in before
//	inputs NAME...                what the site is made from
//	version NAME VERSION          the version of a planned file
//	did WRITTEN UNCHANGED REMOVED: CHANGED...
//	error: MESSAGE                a line of the error, in order
//
// The output folder is public. MARK stands for plan.Mark.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Chdir(t.TempDir())
			runCase(t, txtar.Parse(bytes.ReplaceAll(text, []byte("MARK"), []byte(plan.Mark))))
		})
	}
}

func runCase(t *testing.T, a *txtar.Archive) {
	before, planned, want := map[string]string{}, map[string]string{}, map[string]string{}
	for _, f := range a.Files {
		section, name, _ := strings.Cut(f.Name, "/")
		switch section {
		case "before":
			before[name] = string(f.Data)
		case "plan":
			planned[name] = string(f.Data)
		case "want":
			want[name] = string(f.Data)
		default:
			t.Fatalf("member %s", f.Name)
		}
	}
	put(t, before)
	versions := map[string]string{}
	did, message, inputs := comment(t, string(a.Comment), want, versions)
	if message != "" && len(want) == 0 {
		want = onDisk(t)
	}

	result, err := Write(t.Context(), "public", planWith(t, planned, versions), Options{Inputs: inputs})
	if got := fmt.Sprintf("%d %d %d: %s", result.Written, result.Unchanged, result.Removed,
		strings.Join(result.Changed, " ")); err == nil && strings.TrimSpace(got) != did {
		t.Errorf("did  %s\nwant %s", got, did)
	}
	if got := errorText(err); got != message {
		t.Errorf("error:\n%s\nwant:\n%s", got, message)
	}
	compare(t, onDisk(t), want)
}

func compare(t testing.TB, got, want map[string]string) {
	t.Helper()
	all := maps.Clone(got)
	maps.Copy(all, want)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		have, there := got[name]
		if text, wanted := want[name]; !there || !wanted || have != text {
			t.Errorf("%s: got %q (%v), want %q (%v)", name, have, there, text, wanted)
		}
	}
}

// comment does what the comment of a case says, and gives what it expects.
func comment(t *testing.T, text string, want, versions map[string]string) (did, message string, inputs []string) {
	t.Helper()
	var messages []string
	for line := range strings.Lines(text) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		name, target, _ := strings.Cut(rest, " ")
		var err error
		switch word {
		case "", "#":
		case "link":
			err = os.Symlink(target, name)
			if len(want) > 0 {
				want[name] = "-> " + target
			}
		case "hard":
			err = os.Link(target, name)
		case "folder":
			err = os.MkdirAll(name, 0o755)
		case "version":
			versions[name] = target
		case "inputs":
			inputs = strings.Fields(rest)
		case "did":
			did = rest
		case "error:":
			messages = append(messages, rest)
		default:
			t.Fatalf("unknown word %q", word)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return did, strings.Join(messages, "\n"), inputs
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// planOf plans files with fixed contents.
func planOf(t testing.TB, files map[string]string) *plan.Plan { return planWith(t, files, nil) }

// planWith plans files with fixed contents, some of which have versions.
func planWith(t testing.TB, files, versions map[string]string) *plan.Plan {
	t.Helper()
	p := plan.New()
	for path, text := range files {
		render := func(w *bytes.Buffer) error {
			w.WriteString(text)
			return nil
		}
		var problem *problem.Problem
		if version, ok := versions[path]; ok {
			problem = p.AddVersion(path, "content/test.md", func() (string, error) { return version, nil }, render)
		} else {
			problem = p.Add(path, "content/test.md", render)
		}
		if problem != nil {
			t.Fatal(problem.Message)
		}
	}
	return p
}

// put writes files below the working directory.
func put(t testing.TB, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// onDisk reads everything below the working directory, but for the lock and what
// git is to ignore. Links are "-> target", and empty folders, whose names end
// in a slash, "empty".
func onDisk(t testing.TB) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(".", func(name string, e fs.DirEntry, err error) error {
		name = filepath.ToSlash(name)
		switch {
		case err != nil:
			return err
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(name)
			files[name] = "-> " + target
			return err
		case e.IsDir():
			if entries, _ := os.ReadDir(name); len(entries) == 0 {
				files[name+"/"] = "empty\n"
			}
			return nil
		case strings.Contains(name, ".collate/") && !strings.HasSuffix(name, ".files"):
			return nil
		}
		text, err := os.ReadFile(name)
		if strings.HasSuffix(name, ".files") {
			_, rest, titled := bytes.Cut(text, []byte("removes when they are no longer part of the site\n"))
			if titled {
				text = rest
			}
		}
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
