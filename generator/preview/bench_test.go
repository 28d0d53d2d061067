package preview

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"collate/generator/plan"
	"collate/generator/publish"
)

// BenchmarkSave is the time from a save to the page among 10,000 files, with a
// rebuild that costs nothing: what watching and serving add.
func BenchmarkSave(b *testing.B) {
	content := b.TempDir()
	for i := range 10000 {
		dir := fmt.Sprintf("%s/%d", content, i/8)
		os.MkdirAll(dir, 0o755)
		os.WriteFile(fmt.Sprintf("%s/%d.md", dir, i), []byte("text"), 0o644)
	}
	file := content + "/1000/8000.md"
	l := &live{}
	l.preview = start(b.Context(), Options{
		Folders: []string{content},
		Ignored: ignored,
		Rebuild: func([]string) (Site, error) {
			text, err := os.ReadFile(file)
			p := plan.New()
			p.Add("index.html", file, func(w *bytes.Buffer) error { w.Write(text); return nil })
			return Site{Plan: p}, err
		},
		Publish: func(*plan.Plan) (publish.Result, error) { return publish.Result{}, nil },
	}, publishDelay)
	l.handler = l.preview.handler("")
	l.get("/")
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		time.Sleep(time.Duration(i%7) * time.Millisecond)
		text := fmt.Sprint("text ", i)
		begin := time.Now()
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
		for !strings.HasPrefix(l.get("/").Body.String(), text) {
		}
		took = append(took, time.Since(begin))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms/median")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "ms/p95")
}
