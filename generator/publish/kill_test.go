package publish

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// A child process builds two versions of a site in turn, for ever, and tells
// how far it is. It is killed at a random report, again and again; a report
// that everything is prepared comes just before files move.
func TestKilled(t *testing.T) {
	if os.Getenv("COLLATE_TEST_CHILD") != "" {
		buildForEver(t)
	}
	t.Chdir(t.TempDir())
	mustWrite(t, version("old"))
	for range 10 {
		killOne(t)
		for name, text := range onDisk(t) {
			path, published := strings.CutPrefix(name, "public/")
			if !published || strings.HasPrefix(path, unfinished) {
				continue
			}
			if text != version("old")[path] && text != version("new")[path] {
				t.Errorf("%s has %d bytes that no build wrote: %.40q", name, len(text), text)
			}
		}
	}
	mustWrite(t, version("new"))
	after := onDisk(t)
	delete(after, ".collate/public.files")
	want := map[string]string{}
	for path, text := range version("new") {
		want["public/"+path] = text
	}
	compare(t, after, want)
}

func killOne(t *testing.T) {
	child := exec.Command(os.Args[0], "-test.run=^TestKilled$")
	child.Env = append(os.Environ(), "COLLATE_TEST_CHILD=1")
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	reports := bufio.NewScanner(out)
	for n := rand.IntN(30); n > 0 && reports.Scan(); n-- {
	}
	for rand.IntN(2) == 0 && reports.Scan() && reports.Text() != "ready" {
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	child.Wait()
}

func buildForEver(t *testing.T) {
	for i := 0; ; i++ {
		p := planOf(t, version([]string{"new", "old"}[i%2]))
		_, err := Write(context.Background(), "public", p, Options{Progress: func(done, total int) {
			if done == total {
				fmt.Println("ready")
			} else {
				fmt.Println(done)
			}
		}})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// version gives a site of which the same files, other files and other folders
// exist in each version.
func version(name string) map[string]string {
	files := map[string]string{}
	for i := range 80 {
		text := strings.Repeat(fmt.Sprintf("%s %d\n", name, i), 400)
		files[fmt.Sprintf("story-%d/page-%d/index.html", i/8, i)] = text
		if i%4 == 0 {
			files[fmt.Sprintf("story-%d/%s-%d.csv", i/8, name, i)] = text
			files[fmt.Sprintf("%s-%d/index.html", name, i)] = text
		}
	}
	return files
}
