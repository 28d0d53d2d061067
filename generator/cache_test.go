package generator_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"collate/generator"
)

// TestCache changes a copy of the real content at random, and makes the site
// from memory after each change: every file must be what a fresh start makes.
// A change that breaks the content is undone in the next round. COLLATE_TORTURE=1
// runs ten times as many rounds.
func TestCache(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	templates := filepath.Join(dir, "templates")
	if err := os.Mkdir(templates, 0o755); err != nil {
		t.Fatal(err)
	}
	in := generator.Input{Content: filepath.Join(dir, "content"), Templates: templates, Future: true}
	cache := new(generator.Cache)
	var changed []string
	e := editor{t: t, random: rand.New(rand.NewPCG(1, 2)), in: in, before: map[string][]byte{}}
	rounds, whole := 16, 0
	if os.Getenv("COLLATE_TORTURE") != "" {
		rounds *= 10
	}
	for round := range rounds {
		got, gotProblems := made(t, cache, in, changed)
		want, wantProblems := made(t, new(generator.Cache), in, nil)
		if gotProblems != wantProblems {
			t.Fatalf("round %d, after %v: problems:\n%swant:\n%s", round, changed, gotProblems, wantProblems)
		}
		if difference := compare(got, want); difference != "" {
			t.Fatalf("round %d, after %v: %s", round, changed, difference)
		}
		if got == nil {
			e.undo()
			continue
		}
		whole++
		changed = e.edit()
	}
	if whole < rounds/2 {
		t.Errorf("only %d of %d rounds had a whole site", whole, rounds)
	}
}

// made is a site as bytes by path, nil where the content has errors, and its
// problems as text.
func made(t *testing.T, cache *generator.Cache, in generator.Input, changed []string) (map[string]string, string) {
	site, problems, err := cache.Make(in, changed)
	if err != nil {
		t.Fatal(err)
	}
	var told bytes.Buffer
	problems.WriteText(&told, false)
	if problems.HasErrors() {
		return nil, told.String()
	}
	files := map[string]string{}
	for _, name := range site.Plan.Paths() {
		file, _ := site.Plan.File(name)
		var b bytes.Buffer
		if err := file.Render(&b); err != nil {
			t.Fatal(err)
		}
		files[name] = b.String()
	}
	return files, told.String()
}

func compare(got, want map[string]string) string {
	for name := range want {
		if _, ok := got[name]; !ok {
			return name + " is missing"
		}
		if got[name] != want[name] {
			return name + " is different"
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			return name + " is too many"
		}
	}
	return ""
}

// editor changes content as writers do.
type editor struct {
	t      *testing.T
	random *rand.Rand
	in     generator.Input
	before map[string][]byte // what the last change touched; nil where there was no file
}

// undo takes the last change back.
func (e editor) undo() {
	for file, data := range e.before {
		if data == nil {
			os.Remove(file)
		} else {
			e.write(file, string(data))
		}
	}
}

// edit makes one change and names the files that it touched.
func (e editor) edit() []string {
	clear(e.before)
	files, _ := filepath.Glob(filepath.Join(e.in.Content, "*", "*.md"))
	file := files[e.random.IntN(len(files))]
	other := files[e.random.IntN(len(files))]
	text := string(e.read(file))
	switch e.random.IntN(9) {
	case 0:
		e.write(file, text+"\nOne more paragraph.\n")
	case 1:
		e.write(file, strings.Replace(text, "title: ", "title: New, ", 1))
	case 2:
		e.write(file, strings.Replace(text, "date: ", "date: never ", 1))
	case 3:
		e.write(file, strings.Replace(text, "name: ", "name: Another ", 1))
	case 4: // another story
		moved := filepath.Join(filepath.Dir(other), filepath.Base(file))
		e.read(moved)
		if err := os.Rename(file, moved); err != nil {
			e.t.Fatal(err)
		}
		return []string{file, moved}
	case 5:
		if err := os.Remove(file); err != nil {
			e.t.Fatal(err)
		}
	case 6:
		e.write(file, strings.Replace(text, "$1", "$2", 1))
	case 7:
		index := filepath.Join(e.in.Content, "index.md")
		e.read(index)
		e.write(index, fmt.Sprintf("---\ntitle: T%d\nurl: https://t.example/\ntolerance: %d%%\n---\n", e.random.IntN(9),
			1+e.random.IntN(9)))
		return []string{index}
	case 8:
		template := filepath.Join(e.in.Templates, "plain.html")
		e.read(template)
		e.write(template, fmt.Sprintf("{{template \"top\" .Page}}<p>%d</p>{{template \"bottom\" .Page}}",
			e.random.IntN(9)))
		return []string{template}
	}
	return []string{file}
}

// read reads a file that is about to change.
func (e editor) read(file string) []byte {
	data, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		e.t.Fatal(err)
	}
	e.before[file] = data
	return data
}

func (e editor) write(file, text string) {
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		e.t.Fatal(err)
	}
}
