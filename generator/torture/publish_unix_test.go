//go:build unix

package torture

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// sites makes two folders of content, small and alike but for some files,
// and gives what a clean build of each publishes.
func sites(t *testing.T, dir string) (clean [2]map[string]string) {
	t.Helper()
	for i, name := range []string{"old", "new"} {
		files := map[string]string{name + "/index.md": strings.Replace(home, "Digest", "Digest "+name, 1)}
		for s := range 6 {
			for n := range 4 {
				file := fmt.Sprintf("%s/story-%d/%d.md", name, s, n)
				if s == 5 {
					file = fmt.Sprintf("%s/%s-only/%d.md", name, name, n)
				}
				files[file] = strings.Replace(summary, "$110B", fmt.Sprintf("$%dB", 100+n*(i+1)), 1)
			}
		}
		put(t, dir, files)
		if r := collate(t, dir, "build", "--content", name, "--public", "clean-"+name); r.status != 0 {
			t.Fatal(r.stderr)
		}
		clean[i] = tree(t, filepath.Join(dir, "clean-"+name))
	}
	return clean
}

// whole makes sure that every published file is one that a build wrote, and
// that somebody else's are there and untouched.
func whole(t *testing.T, public string, clean [2]map[string]string, others map[string]string) {
	t.Helper()
	for name, text := range tree(t, public) {
		if strings.HasPrefix(name, ".collate-unfinished/") {
			continue
		}
		if other, ours := others[name]; ours && text != other ||
			!ours && text != clean[0][name] && text != clean[1][name] {
			t.Errorf("%s has %d bytes that nobody wrote", name, len(text))
		}
	}
	for name, text := range others {
		if got, err := os.ReadFile(filepath.Join(public, name)); string(got) != text {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// with is a tree with somebody else's files in it.
func with(clean, others map[string]string) map[string]string {
	all := map[string]string{}
	for name, text := range clean {
		all[name] = text
	}
	for name, text := range others {
		all[name] = text
	}
	return all
}

// TestKilled kills builds at any moment. Each is followed by a look, and some
// by a build that is left alone, after which all is as after a clean one.
func TestKilled(t *testing.T) {
	random, dir := chance(t), t.TempDir()
	clean := sites(t, dir)
	public := filepath.Join(dir, "public")
	others := map[string]string{"CNAME": "digest.example\n", "own/page.html": "mine", ".git/config": "x"}
	put(t, public, others)
	start := time.Now()
	if r := collate(t, dir, "build", "--content", "old"); r.status != 0 {
		t.Fatal(r.stderr)
	}
	usual := time.Since(start)
	for round := range pick(15, 600) {
		name := []string{"old", "new"}[round%2]
		c := command(context.Background(), dir, "build", "--content", name)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(usual))))
		c.Process.Kill()
		c.Wait()
		whole(t, public, clean, others)
		if random.IntN(3) > 0 {
			continue
		}
		again := random.IntN(2)
		if r := collate(t, dir, "build", "--content", []string{"old", "new"}[again]); r.status != 0 {
			t.Fatalf("after a kill: %s", r.stderr)
		}
		if d := differences(tree(t, public), with(clean[again], others)); d != "" {
			t.Errorf("the build after a kill differs from a clean one: %s", d)
		}
	}
	if entries, err := os.ReadDir(filepath.Join(dir, ".collate")); err != nil || len(entries) > 9 {
		t.Errorf("%d files are kept beside the folders, %v", len(entries), err)
	}
}

// TestInterrupted tells builds to end at any moment, in each way in which they
// are told. What is published is one site or the other, whole; nothing
// unfinished is left, there or beside it.
func TestInterrupted(t *testing.T) {
	random, dir := chance(t), t.TempDir()
	clean := sites(t, dir)
	public := filepath.Join(dir, "public")
	start := time.Now()
	if r := collate(t, dir, "build", "--content", "old"); r.status != 0 {
		t.Fatal(r.stderr)
	}
	usual := time.Since(start)
	last := 0 // which site is published
	for round := range pick(12, 300) {
		next := 1 - last
		c := command(context.Background(), dir, "build", "--content", []string{"old", "new"}[next])
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(usual))))
		c.Process.Signal([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}[round%3])
		c.Wait()
		if c.ProcessState.ExitCode() == 0 {
			last = next
		}
		if d := differences(tree(t, public), clean[last]); d != "" {
			t.Errorf("after a signal public differs from the site that was built last: %s", d)
		}
		left, _ := filepath.Glob(filepath.Join(dir, ".collate", "*.unfinished"))
		if _, err := os.Lstat(filepath.Join(public, ".collate-unfinished")); err == nil || len(left) > 0 {
			t.Error("unfinished files are left")
		}
	}
}

// TestTogether builds two contents into one folder at once, again and again.
func TestTogether(t *testing.T) {
	dir := t.TempDir()
	clean := sites(t, dir)
	public := filepath.Join(dir, "public")
	for range pick(3, 40) {
		var running [4]*exec.Cmd
		for i := range running {
			running[i] = command(context.Background(), dir, "build", "--content", []string{"old", "new"}[i%2])
			running[i].Stderr = new(strings.Builder)
			if err := running[i].Start(); err != nil {
				t.Fatal(err)
			}
		}
		done := 0
		for _, c := range running {
			c.Wait()
			said := c.Stderr.(*strings.Builder).String()
			switch {
			case c.ProcessState.ExitCode() == 0:
				done++
			case !strings.Contains(said, "another build is writing public"):
				t.Error(said)
			}
		}
		if got := tree(t, public); done == 0 || differences(got, clean[0]) != "" && differences(got, clean[1]) != "" {
			t.Errorf("%d of 4 builds were done, and public is neither: %s", done, differences(got, clean[0]))
		}
	}
}

// TestRefused builds where nothing may be published. Nothing changes.
func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(dir string) error
		args    string
		want    string
	}{
		"in content":     {nil, "--public content/public", "it lies in content"},
		"is content":     {nil, "--public content", "made from that folder"},
		"around content": {nil, "--public .", "it contains content"},
		"around, through a link": {func(dir string) error { return os.Symlink(".", dir+"/here") }, "--public here",
			"it contains content"},
		"content in public": {nil, "--content public/content --public public", "it contains public/content"},
		"is the root":       {nil, "--public /", "cannot publish to /"},
		"is home":           {nil, "--public HOME", "it is the home folder"},
		"is a file": {func(dir string) error { return os.WriteFile(dir+"/public", nil, 0o644) }, "",
			"it is not a folder"},
		"is a link to nowhere": {func(dir string) error { return os.Symlink("nowhere", dir+"/public") }, "",
			"link to nowhere"},
		"is a link to itself": {func(dir string) error { return os.Symlink("public", dir+"/public") }, "",
			"too many"},
		"is a link to content": {func(dir string) error { return os.Symlink("content", dir+"/public") }, "",
			"made from that folder"},
		"a foreign page": {func(dir string) error {
			return errors.Join(os.Mkdir(dir+"/public", 0o755),
				os.WriteFile(dir+"/public/index.html", []byte("mine"), 0o644))
		}, "", "collate did not make"},
		"a link for a page": {func(dir string) error {
			return errors.Join(os.Mkdir(dir+"/public", 0o755),
				os.Symlink("../content/index.md", dir+"/public/index.html"))
		}, "", "symbolic link"},
		"a link for a folder": {func(dir string) error {
			return errors.Join(os.Mkdir(dir+"/public", 0o755), os.Symlink("../content", dir+"/public/round"))
		}, "", "symbolic link"},
		"a folder for a page": {func(dir string) error { return os.MkdirAll(dir+"/public/index.html/mine/x", 0o755) },
			"", "folder with files that collate did not make"},
		"a pipe for a page": {func(dir string) error {
			return errors.Join(os.Mkdir(dir+"/public", 0o755), syscall.Mkfifo(dir+"/public/index.html", 0o644))
		}, "", "there is something else"},
		"a link for the list": {func(dir string) error {
			return errors.Join(os.Mkdir(dir+"/.collate", 0o755),
				os.Symlink("../content/index.md", dir+"/.collate/public.lock"))
		}, "", "not a plain file"},
		"a pipe for the list": {func(dir string) error {
			return errors.Join(os.Mkdir(dir+"/.collate", 0o755), syscall.Mkfifo(dir+"/.collate/public.files", 0o644))
		}, "", "not a plain file"},
		"a link for the lists": {func(dir string) error { return os.Symlink("content", dir+"/.collate") }, "",
			"not a folder"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			put(t, dir, map[string]string{"content/index.md": home, "content/round/a.md": summary,
				"public/content/index.md": home})
			if c.prepare != nil {
				os.RemoveAll(dir + "/public")
				if err := c.prepare(dir); err != nil {
					t.Fatal(err)
				}
			}
			os.Mkdir(dir+"/home", 0o755)
			before := keep(t, dir)
			args := strings.Fields("build " + strings.Replace(c.args, "HOME", dir+"/home", 1))
			cmd := command(context.Background(), dir, args...)
			cmd.Env = append(cmd.Env, "HOME="+dir+"/home")
			r := finish(t, cmd)
			if r.status != 1 || !strings.Contains(r.stderr, c.want) {
				t.Errorf("status %d: %s", r.status, r.stderr)
			}
			if d := differences(keep(t, dir), before); d != "" {
				t.Errorf("something has changed: %s", d)
			}
		})
	}
}

// keep reads what has to stay as it is: all but what is kept beside public.
func keep(t *testing.T, dir string) map[string]string {
	files := map[string]string{}
	filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, name)
		if err == nil && !strings.HasPrefix(rel, ".collate") {
			info, _ := e.Info()
			files[rel] = fmt.Sprint(info.Mode())
			if info.Mode().IsRegular() {
				text, _ := os.ReadFile(name)
				files[rel] += string(text)
			}
		}
		return nil
	})
	return files
}

// TestLink publishes through a link, and keeps the list beside the folder
// behind it.
func TestLink(t *testing.T) {
	dir := t.TempDir()
	clean := sites(t, dir)
	if err := errors.Join(os.MkdirAll(dir+"/www/site", 0o755), os.Symlink("www/site", dir+"/public")); err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"old", "new"} {
		if r := collate(t, dir, "build", "--content", name); r.status != 0 {
			t.Fatal(r.stderr)
		}
		if d := differences(tree(t, dir+"/www/site"), clean[i]); d != "" {
			t.Error(d)
		}
	}
	if _, err := os.Stat(dir + "/www/.collate/site.files"); err != nil {
		t.Error(err)
	}
}

// nobody is a user who may do nothing.
const nobody = 65534

// asNobody runs a build as somebody who is not root.
func asNobody(t *testing.T, dir string, args ...string) ended {
	t.Helper()
	c := command(context.Background(), dir, args...)
	if os.Getuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	return finish(t, c)
}

// TestForbidden takes permissions away, one at a time.
func TestForbidden(t *testing.T) {
	for name, c := range map[string]struct {
		mode os.FileMode
		file string
	}{
		"folder read-only":       {0o555, "public"},
		"folder closed":          {0o000, "public"},
		"a folder in it":         {0o555, "public/round"},
		"a folder in it closed":  {0o000, "public/round"},
		"a page":                 {0o000, "public/index.html"},
		"the lists":              {0o555, ".collate"},
		"the lists closed":       {0o000, ".collate"},
		"the list":               {0o000, ".collate/public.files"},
		"a summary":              {0o000, "content/round/a.md"},
		"a story":                {0o000, "content/round"},
		"content":                {0o000, "content"},
		"a picture":              {0o000, "content/round/a.png"},
		"the file of the site":   {0o000, "content/index.md"},
		"a file of unknown kind": {0o000, "content/round/a.xyz"},
	} {
		t.Run(name, func(t *testing.T) {
			dir, err := os.MkdirTemp("", "collate-torture-") // which others may enter
			if err != nil {
				t.Fatal(err)
			}
			defer os.RemoveAll(dir)
			put(t, dir, map[string]string{"content/index.md": home, "content/round/a.md": summary,
				"content/round/a.png": "x", "content/round/a.xyz": "x"})
			if os.Getuid() == 0 {
				filepath.WalkDir(dir, func(name string, _ os.DirEntry,
					_ error) error {
					return os.Chown(name, nobody, nobody)
				})
			}
			if r := asNobody(t, dir, "build"); r.status != 0 {
				t.Fatal(r.stderr)
			}
			put(t, dir, map[string]string{"content/index.md": strings.Replace(home, "Digest", "Changed", 1),
				"content/round/a.md": strings.ReplaceAll(summary, "110", "111")})
			before := tree(t, filepath.Join(dir, "public"))
			full := filepath.Join(dir, c.file)
			if err := os.Chmod(full, c.mode); err != nil {
				t.Fatal(err)
			}
			r := asNobody(t, dir, "build")
			os.Chmod(full, 0o755)
			if r.status == 0 { // some of this is no hindrance
				r.stderr = "permission denied"
			} else if d := differences(tree(t, dir+"/public"), before); d != "" {
				t.Errorf("changed in spite of an error: %s", d)
			}
			if !strings.Contains(r.stderr, "permission denied") {
				t.Errorf("status %d: %s", r.status, r.stderr)
			}
			if r := asNobody(t, dir, "build"); r.status != 0 {
				t.Fatalf("the next build: %s", r.stderr)
			}
			if r := asNobody(t, dir, "build", "--public", "clean"); r.status != 0 {
				t.Fatal(r.stderr)
			}
			if d := differences(tree(t, dir+"/public"), tree(t, dir+"/clean")); d != "" {
				t.Errorf("the next build differs from a clean one: %s", d)
			}
		})
	}
}
