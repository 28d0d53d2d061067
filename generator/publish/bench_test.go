package publish

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"collate/generator/plan"
)

// site plans n files of about 9 KB, a folder each, as a digest has them.
func site(b *testing.B, n int, edited int) *plan.Plan {
	b.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	p := plan.New()
	for i := range n {
		body := bytes.Repeat(fmt.Appendf(nil, "%d %d\n", i, random.IntN(1000)), 600+random.IntN(600))
		if i == edited {
			body = append(body, "edited\n"...)
		}
		path := fmt.Sprintf("story-%d/2026-02-27-outlet-%d/index.html", i/8, i)
		if problem := p.Add(path, "test", func(w *bytes.Buffer) error {
			w.Write(body)
			return nil
		}); problem != nil {
			b.Fatal(problem.Message)
		}
	}
	return p
}

func write(b *testing.B, dir string, p *plan.Plan) {
	b.Helper()
	if _, err := Write(b.Context(), dir, p, Options{}); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkFresh writes a new folder, and beside it, as the floor, only calls
// WriteFile from two goroutines.
func BenchmarkFresh(b *testing.B) {
	p := site(b, 10000, -1)
	b.Run("publish", func(b *testing.B) {
		dir := b.TempDir()
		for i := range b.N {
			write(b, filepath.Join(dir, fmt.Sprint(i)), p)
		}
	})
	b.Run("floor", func(b *testing.B) {
		dir := b.TempDir()
		for i := range b.N {
			floor(b, filepath.Join(dir, fmt.Sprint(i)), p)
		}
	})
}

func floor(b *testing.B, dir string, p *plan.Plan) {
	paths := p.Paths()
	workers := runtime.GOMAXPROCS(0)
	var wait sync.WaitGroup
	for n := range workers {
		wait.Go(func() {
			var page bytes.Buffer
			for _, path := range paths[len(paths)*n/workers : len(paths)*(n+1)/workers] {
				file, _ := p.File(path)
				page.Reset()
				file.Render(&page)
				name := filepath.Join(dir, path)
				os.MkdirAll(filepath.Dir(name), 0o755)
				if err := os.WriteFile(name, page.Bytes(), 0o644); err != nil {
					b.Error(err)
				}
			}
		})
	}
	wait.Wait()
}

// BenchmarkUnchanged writes what is there already.
func BenchmarkUnchanged(b *testing.B) {
	p, dir := site(b, 10000, -1), b.TempDir()
	dir = filepath.Join(dir, "public")
	write(b, dir, p)
	for b.Loop() {
		write(b, dir, p)
	}
}

// BenchmarkOneChanged writes a site of which one page is different.
func BenchmarkOneChanged(b *testing.B) {
	plans := [2]*plan.Plan{site(b, 10000, -1), site(b, 10000, 5000)}
	dir := filepath.Join(b.TempDir(), "public")
	write(b, dir, plans[1])
	for i := 0; b.Loop(); i++ {
		write(b, dir, plans[i%2])
	}
}

// BenchmarkAllChanged writes a site whose pages are all different.
func BenchmarkAllChanged(b *testing.B) {
	p := site(b, 10000, -1)
	other := plan.New()
	for _, path := range p.Paths() {
		file, _ := p.File(path)
		other.Add(path, "test", func(w *bytes.Buffer) error {
			w.WriteString("other\n")
			return file.Render(w)
		})
	}
	plans := [2]*plan.Plan{p, other}
	dir := filepath.Join(b.TempDir(), "public")
	write(b, dir, plans[1])
	for i := 0; b.Loop(); i++ {
		write(b, dir, plans[i%2])
	}
}
