package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/plan"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestCases renders the files of each archive's want members from its content.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases were found", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			d := lineUp(t, a)
			p := plan.New()
			if clashes := Plan(p, d); len(clashes) > 0 {
				t.Fatal(clashes)
			}
			for i, f := range a.Files {
				path, wanted := strings.CutPrefix(f.Name, "want/")
				if !wanted {
					continue
				}
				got := render(t, p, path)
				if os.Getenv("UPDATE_GOLDEN") != "" {
					a.Files[i].Data = []byte(got)
				} else if got != string(f.Data) {
					t.Errorf("%s:\n got\n%s\nwant\n%s", path, got, f.Data)
				}
			}
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			readBack(t, p, Records(d.Stories, d.Config.URL))
		})
	}
}

func lineUp(t testing.TB, a *txtar.Archive) *digest.Digest {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range a.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	site, problems := folder.Read(files, folder.Options{Prefix: "content"})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	d, _ := digest.LineUp(site)
	return d
}

func render(t *testing.T, p *plan.Plan, path string) string {
	t.Helper()
	file, ok := p.File(path)
	if !ok {
		t.Fatal(path, "is not planned")
	}
	b := bytes.NewBufferString("before ")
	if err := file.Render(b); err != nil {
		t.Fatal(path, err)
	}
	text, kept := strings.CutPrefix(b.String(), "before ")
	if !kept {
		t.Fatal(path, "does not append")
	}
	return text
}

// readBack reads all formats as other programs would: they say the same.
func readBack(t *testing.T, p *plan.Plan, records []Record) {
	t.Helper()
	lines := readCSV(t, render(t, p, "figures.csv"))
	if len(lines) != len(records)+1 {
		t.Fatalf("figures.csv has %d lines for %d records", len(lines), len(records))
	}
	objects := readArticles(t, render(t, p, "figures.json"))
	if len(objects) != len(records) {
		t.Fatalf("figures.json has %d reports for %d records", len(objects), len(records))
	}
	var flat bytes.Buffer
	var rows []map[string]string
	if err := WriteJSON(&flat, records); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(flat.Bytes(), &rows); err != nil || len(rows) != len(records) {
		t.Fatalf("%d objects for %d records: %v", len(rows), len(records), err)
	}
	for i, r := range records {
		for column, field := range r.fields() {
			if got := lines[i+1][column]; strings.TrimPrefix(got, "'") != field {
				t.Errorf("line %d: %s is %q for %q", i+1, columns[column], got, field)
			}
			if got := rows[i][columns[column]]; got != field {
				t.Errorf("row %d: %s is %q, not %q", i, columns[column], got, field)
			}
		}
		if !slices.Contains(objects, strings.Join(r.fields(), "\x00")) {
			t.Errorf("figures.json lacks %q", r.fields())
		}
	}
	described(t, p, lines[0])
}

// readCSV reads a table, which begins with a byte order mark.
func readCSV(t *testing.T, text string) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(text, "\ufeff")
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || !marked {
		t.Fatal("no table that begins with a byte order mark:", err)
	}
	return lines
}

// readArticles gives the records of figures.json, the fields of each joined.
func readArticles(t *testing.T, text string) []string {
	t.Helper()
	var articles []map[string]any
	if err := json.Unmarshal([]byte(text), &articles); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, a := range articles {
		for _, report := range a["reports"].([]any) {
			fields := make([]string, len(columns))
			for i, name := range columns {
				text, own := report.(map[string]any)[name].(string)
				if common, ok := a[name].(string); ok && own {
					t.Errorf("%s is twice in an article: %q, %q", name, common, text)
				} else if ok {
					text = common
				}
				fields[i] = text
			}
			all = append(all, strings.Join(fields, "\x00"))
		}
	}
	return all
}

// TestInert holds fields to be no formulas, and to be what they were once an
// apostrophe is taken off.
func TestInert(t *testing.T) {
	for _, field := range []string{"=1+1", "+5", "-7% a year", "-US$42M", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1",
		"'tis"} {
		if got := inert(field); got != "'"+field {
			t.Errorf("%q is %q", field, got)
		}
	}
	for _, field := range []string{"", "-42000000", "-0.4", "110", "-1,600", "-7%", "$110B", "2026-02-27", "~$500B",
		"a=b", "−7%"} {
		if got := inert(field); got != field {
			t.Errorf("%q is %q", field, got)
		}
	}
}

// described checks that the data package names the columns of the table.
func described(t *testing.T, p *plan.Plan, columns []string) {
	t.Helper()
	var told dataPackage
	if err := json.Unmarshal([]byte(render(t, p, "datapackage.json")), &told); err != nil || len(told.Resources) != 1 {
		t.Fatal(err)
	}
	if _, ok := p.File(told.Resources[0].Path); !ok {
		t.Errorf("%s is not there", told.Resources[0].Path)
	}
	var names []string
	for _, f := range told.Resources[0].Schema.Fields {
		names = append(names, f.Name)
	}
	if !slices.Equal(names, columns) {
		t.Errorf("the package has the columns %q, the table %q", names, columns)
	}
}

// The columns of both formats have the same names.
func TestColumns(t *testing.T) {
	full := Record{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
		"u", "v", "w",
		"x", "y", "z"}
	text, err := json.Marshal(full)
	if err != nil {
		t.Fatal(err)
	}
	var object map[string]string
	if err := json.Unmarshal(text, &object); err != nil {
		t.Fatal(err)
	}
	if got, want := slices.Sorted(maps.Keys(object)), slices.Sorted(slices.Values(columns)); !slices.Equal(got, want) {
		t.Errorf("JSON has %q, CSV %q", got, want)
	}
}

// benchmark renders a file of a site with 10,000 summaries.
func benchmark(b *testing.B, path string) {
	files := []txtar.File{{Name: "index.md", Data: []byte("---\ntitle: D\nurl: https://a.example\n---\n")}}
	first := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 10_000 {
		files = append(files, txtar.File{Name: fmt.Sprintf("story-%d/s-%d.md", i/8, i), Data: fmt.Appendf(nil,
			"---\ntitle: T\ndate: %s\nsource: Source %d\nfigures:\n  Total: $%dB\n  Part: {Red: $50B, Blue: $30B, "+
				"Green: $30B}\n  Users: %dM\n  Staff: 5,%03d\n  Growth: 4%d%%\n  Word: shared\n  Power: 2 GW\n---\n",
			first.AddDate(0, 0, i%1100).Format(time.DateOnly), i%200, 110+i%2*10, i%9+1, i%1000, i%10)})
	}
	p := plan.New()
	Plan(p, lineUp(b, &txtar.Archive{Files: files}))
	file, _ := p.File(path)
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := file.Render(&out); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
}

func BenchmarkCSV(b *testing.B)  { benchmark(b, "figures.csv") }
func BenchmarkJSON(b *testing.B) { benchmark(b, "figures.json") }
