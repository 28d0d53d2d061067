package generator

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"collate/generator/digest"
	"collate/generator/folder"
)

// summaries is the size of the sites below; COLLATE_SUMMARIES=10000 changes it.
func summaries() int {
	if n, err := strconv.Atoi(os.Getenv("COLLATE_SUMMARIES")); err == nil && n > 0 {
		return n
	}
	return 1000
}

var (
	subjects = strings.Fields("agreement board regulator customer platform market capacity quarter valuation " +
		"contract supplier turbine licence analyst budget margin")
	verbs = strings.Fields("confirms reports expects outlines describes disputes repeats revises publishes " +
		"questions")
	names = strings.Fields("Revenue Valuation Users Staff Capacity Power Loss Margin Share Price Fine Growth Stake")
	units = []string{"$%dB", "%d%%", "%d GW", "%dM users", "%d,000 people", "$%d.5M", "%d years"}
)

// corpus is a folder with the content of write.
func corpus(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	write(b, dir, n, func(name, text string) (string, string) { return name, text })
	return dir
}

// write writes content of n summaries in stories of eight, with some 250 words
// and 8 figures each; as says how a file is to be called and what is to be in
// it. The same n is the same bytes.
func write(t testing.TB, dir string, n int, as func(name, text string) (string, string)) {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	put := func(name, text string) {
		name, text = as(name, text)
		put(t, dir, name, text)
	}
	put("index.md", "---\ntitle: Digest\nurl: https://digest.example/\n---\nWelcome.\n")
	for i := range n {
		story := fmt.Sprintf("story-%d/", i/8)
		if i%8 == 0 {
			put(story+"index.md", fmt.Sprintf("---\ntitle: Story %d\nchecks: [Total = sum(Part)]\n---\n%s\n", i/8,
				sentence(random, 20)))
		}
		day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*7%2000)
		put(fmt.Sprintf("%s%s-outlet-%d.md", story, day.Format(time.DateOnly), i), summaryFile(random, i, day))
	}
}

// put writes a file of a folder.
func put(t testing.TB, dir, name, text string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func summaryFile(random *rand.Rand, i int, day time.Time) string {
	var s strings.Builder
	fmt.Fprintf(&s, "---\ntitle: The %s\ndate: %s\nsource:\n  name: Outlet %d\n  url: "+
		"https://outlet.example/%d\ntags: [tag %d, tag %d]\nfigures:\n",
		sentence(random, 5), day.Format(time.DateOnly), random.IntN(40), i, random.IntN(60), 60+random.IntN(9))
	fmt.Fprintf(&s, "  Total: $%dB\n", 80+random.IntN(3))
	for j := range 5 {
		fmt.Fprintf(&s, "  %s: "+units[(i/8+j)%len(units)]+"\n", names[(i/8+j)%10], 100+random.IntN(3))
	}
	fmt.Fprintf(&s, "  Part: {Red: $%dB, Blue: $30B}\n---\n", 50+random.IntN(2))
	for range 3 {
		fmt.Fprintf(&s, "## The %s\n\n%s It %s **$%dB**.\n\n- %s\n- See [the %s](https://a.example/%d).\n\n> %s\n\n",
			subjects[random.IntN(16)],
			sentence(random, 40), verbs[random.IntN(10)], random.IntN(900), sentence(random, 12),
			subjects[random.IntN(16)],
			i, sentence(random, 10))
	}
	return s.String()
}

// sentence is about so many words.
func sentence(random *rand.Rand, words int) string {
	var s []string
	for range words / 5 {
		s = append(s, "the "+subjects[random.IntN(16)], verbs[random.IntN(10)], "a *new*", subjects[random.IntN(16)])
	}
	return strings.Join(s, " ") + "."
}

// made makes the site of a corpus.
func made(b *testing.B, dir string) *Site {
	b.Helper()
	site, problems, err := Make(Input{Content: dir, Future: true})
	if err != nil || problems.HasErrors() {
		b.Fatal(err, problems)
	}
	return site
}

// each adds what one summary's share is.
func each(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/summary")
}

func BenchmarkRead(b *testing.B) {
	dir := corpus(b, summaries())
	b.ReportAllocs()
	for b.Loop() {
		folder.Read(os.DirFS(dir), folder.Options{Future: true})
	}
	each(b, summaries())
}

func BenchmarkLineUp(b *testing.B) {
	read, _ := folder.Read(os.DirFS(corpus(b, summaries())), folder.Options{Future: true})
	b.ReportAllocs()
	for b.Loop() {
		digest.LineUp(read)
	}
	each(b, summaries())
}

// BenchmarkMake is read, line up and plan.
func BenchmarkMake(b *testing.B) {
	dir := corpus(b, summaries())
	b.ReportAllocs()
	for b.Loop() {
		made(b, dir)
	}
	each(b, summaries())
}

// BenchmarkSources makes and renders one story with ever more sources, each of
// which names the total and its parts: the share of one must not grow.
func BenchmarkSources(b *testing.B) {
	for _, n := range []int{500, 1000, 2000, 4000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			dir := b.TempDir()
			put(b, dir, "index.md", "---\ntitle: Digest\n---\n")
			put(b, dir, "story/index.md", "---\ntitle: Story\nchecks: [Total = sum(Part)]\n---\n")
			for i := range n {
				put(b, dir, fmt.Sprintf("story/%d.md", i), fmt.Sprintf(
					"---\ntitle: T\ndate: 2026-01-%02d\nsource: Outlet %d\nfigures: {Total: $%dB, Part: {Red: $%dB, "+
						"Blue: $30B}}\n---\nText.\n",
					1+i%28, i, 80+i%3, 50+i%2))
			}
			for b.Loop() {
				site := made(b, dir)
				var out bytes.Buffer
				for _, path := range site.Plan.Paths() {
					out.Reset()
					file, _ := site.Plan.File(path)
					if err := file.Render(&out); err != nil {
						b.Fatal(err)
					}
				}
			}
			each(b, n)
		})
	}
}

// BenchmarkEdit makes the site anew after one file was saved.
func BenchmarkEdit(b *testing.B) {
	dir := corpus(b, summaries())
	in, cache := Input{Content: dir, Future: true}, new(Cache)
	if _, _, err := cache.Make(in, nil); err != nil {
		b.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*", "2*.md"))
	text, err := os.ReadFile(files[len(files)/2])
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		text = append(text, "More.\n"...)
		if err := os.WriteFile(files[len(files)/2], text, 0o644); err != nil {
			b.Fatal(err)
		}
		if _, _, err := cache.Make(in, files[len(files)/2:][:1]); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRender renders every file of a kind, and tells what one costs.
func BenchmarkRender(b *testing.B) {
	site := made(b, corpus(b, summaries()))
	kinds := map[string][]string{}
	for _, path := range site.Plan.Paths() {
		kinds[kindOf(path)] = append(kinds[kindOf(path)], path)
	}
	order := make([]string, 0, len(kinds))
	for kind := range kinds {
		order = append(order, kind)
	}
	slices.Sort(order)
	for _, kind := range order {
		b.Run(strings.ReplaceAll(kind, "/", "."), func(b *testing.B) {
			b.ReportAllocs()
			var out bytes.Buffer
			bytes, i := 0, 0
			for b.Loop() {
				file, _ := site.Plan.File(kinds[kind][i%len(kinds[kind])])
				out.Reset()
				if err := file.Render(&out); err != nil {
					b.Fatal(err)
				}
				bytes, i = bytes+out.Len(), i+1
			}
			b.SetBytes(int64(bytes / i))
		})
	}
}

// kindOf is what a path has in common with others of its kind.
func kindOf(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts[:len(parts)-1] {
		switch {
		case strings.HasPrefix(p, "story-"):
			parts[i] = "STORY"
		case i > 0 && p != "table":
			parts[i] = "NAME"
		}
	}
	if ext := filepath.Ext(path); parts[0] == "search" && ext == ".js" {
		return "search/NAME.js"
	}
	return strings.Join(parts, "/")
}

// BenchmarkPublish writes the site to a new folder, and once more over itself.
func BenchmarkPublish(b *testing.B) {
	site := made(b, corpus(b, summaries()))
	publish := func(b *testing.B, dir string) {
		if _, err := site.Publish(b.Context(), dir, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("fresh", func(b *testing.B) {
		b.ReportAllocs()
		dir := b.TempDir()
		for i := range b.N {
			publish(b, filepath.Join(dir, strconv.Itoa(i), "public"))
		}
		each(b, summaries())
	})
	b.Run("unchanged", func(b *testing.B) {
		b.ReportAllocs()
		dir := filepath.Join(b.TempDir(), "public")
		publish(b, dir)
		b.ResetTimer()
		for range b.N {
			publish(b, dir)
		}
		each(b, summaries())
	})
}
