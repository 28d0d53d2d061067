package schema

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"collate/generator/content"
	"collate/generator/folder"
)

// TestPublished holds schema/ to what the definitions give.
func TestPublished(t *testing.T) {
	for _, kind := range Kinds() {
		file := filepath.Join("../../schema", kind+".json")
		if os.Getenv("UPDATE_GOLDEN") != "" {
			if err := os.WriteFile(file, JSON(kind), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if data, err := os.ReadFile(file); err != nil || string(data) != string(JSON(kind)) {
			t.Errorf("%s is not what the definitions give, run make golden (%v)", file, err)
		}
	}
	if JSON("nothing") != nil {
		t.Error("there is a schema for nothing")
	}
}

// TestKeys holds every key of the reader to be explained, and no other.
func TestKeys(t *testing.T) {
	explained := maps.Clone(keys)
	for name, m := range content.Mappings() {
		for _, key := range m.Keys {
			k := explained[name+"."+key]
			if k.description == "" || !strings.HasSuffix(k.description, ".") || len(k.examples) == 0 {
				t.Errorf("%s.%s has no description, or no example", name, key)
			}
			delete(explained, name+"."+key)
		}
	}
	for key := range explained {
		t.Errorf("%s is no key of the reader", key)
	}
}

// odd are values that most keys do not take. (Empty quotes are not among them:
// the reader takes them for no value, and the schemas for a slip.)
var odd = []any{
	nil, true, "x", "2026", 7, 1.5, []any{}, []any{"a"}, []any{[]any{"a"}}, []any{object{"a": "b"}}, object{},
	object{"a": "b"},
	object{"a": []any{"b"}}, object{"a": object{"b": "1"}}, object{"a": object{"b": object{"c": "1"}}},
	object{"zzz": nil}, object{"value": "1"}, object{"a": object{"value": "1"}},
	object{"name": "x"}, object{"name": ""}, object{"a": object{"text": "x", "value": "1"}},
	object{"a": object{"note": "x"}}, "2026-02", "2026-02-27", "https://x.example/", "5%", "EUR", "en-GB",
}

// TestReader holds the schemas to the reader: they take every example of every
// key, which it reads without a problem, and refuse nothing that it takes.
func TestReader(t *testing.T) {
	refused := 0
	for name, m := range content.Mappings() {
		for _, key := range m.Keys {
			for _, example := range keys[name+"."+key].examples {
				kind, front := frontMatter(name, key, example)
				if wrong := valid(kind, front); wrong != "" {
					t.Errorf("%s.%s: the schema refuses the example %v: %s", name, key, example, wrong)
				}
				if problems := read(kind, front); problems != "" {
					t.Errorf("%s.%s: the reader refuses the example %v:\n%s", name, key, example, problems)
				}
			}
			for _, value := range odd {
				kind, front := frontMatter(name, key, value)
				if wrong := valid(kind, front); wrong != "" {
					refused++
					if read(kind, front) == "" {
						t.Errorf("%s.%s: the reader takes %v, the schema does not: %s", name, key, value, wrong)
					}
				}
			}
		}
		for _, key := range m.Required {
			kind, front := frontMatter(name, key, nil)
			if valid(kind, front) == "" || read(kind, front) == "" {
				t.Errorf("%s.%s is required, but schema or reader do not ask for it", name, key)
			}
		}
		kind, front := frontMatter(name, "zzz", "x")
		if valid(kind, front) == "" || read(kind, front) == "" {
			t.Errorf("%s: schema or reader take any key", name)
		}
	}
	if refused < 200 {
		t.Errorf("the schemas refuse only %d values", refused)
	}
}

// frontMatter is one in which a key of a mapping has a value, and the kind of
// file that it is of.
func frontMatter(name, key string, value any) (kind string, front object) {
	summary := object{"title": "T", "date": "2026-01-01", "source": "S"}
	switch name {
	case "summary":
		summary[key] = value
		return name, summary
	case "source":
		source := object{"name": "S"}
		source[key] = value
		summary["source"] = source
		return "summary", summary
	case "figure":
		figure := object{"value": "1"}
		if key == "text" || key == "none" {
			figure = object{}
		}
		if key == "differ" {
			figure["why"] = "W"
		}
		figure[key] = value
		summary["figures"] = object{"F": figure}
		return "summary", summary
	case "spec":
		about := object{"note": "N", key: value}
		if key == "differ" {
			about["why"] = "W"
		}
		return "story", object{"figures": object{"F": about}}
	case "claimant":
		return "story", object{"claimants": object{"C": object{"note": "N", key: value}}}
	case "by":
		by := object{"unnamed": "U"}
		by[key] = value
		summary["figures"] = object{"F": object{"value": "1", "by": by}}
		return "summary", summary
	case "site":
		return name, object{"title": "T", key: value}
	}
	return name, object{key: value}
}

var files = map[string]string{
	"site": "index.md", "page": "about.md", "outlet": "sources/s.md", "story": "example/index.md",
	"summary": "example/a.md",
}

// read gives the problems that the reader finds in front matter.
func read(kind string, front object) string {
	data, err := json.MarshalIndent(front, "", " ")
	if err != nil {
		return err.Error()
	}
	fsys := fstest.MapFS{
		"index.md":         {Data: []byte("---\ntitle: T\n---\n")},
		"example/index.md": {Data: []byte("---\ntitle: T\n---\n")},
		"example/b.md":     {Data: []byte("---\ntitle: T\ndate: 2026-01-01\nsource: S\n---\nText.\n")},
		"example/c.md":     {Data: []byte("---\ntitle: T\ndate: 2026-01-01\nsource: Ferry Post\n---\nText.\n")},
	}
	fsys[files[kind]] = &fstest.MapFile{Data: append(data, "\nText.\n"...)}
	_, problems := folder.Read(fsys, folder.Options{Prefix: "content", Drafts: true})
	var b strings.Builder
	problems.WriteText(&b, false)
	return b.String()
}

// TestRealContent holds the schemas to take the content of this repository.
func TestRealContent(t *testing.T) {
	seen := map[string]int{}
	for _, dir := range []string{"../../content", "../starter/files/content"} {
		err := fs.WalkDir(os.DirFS(dir), ".", func(file string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(file, ".md") {
				return err
			}
			data, err := os.ReadFile(filepath.Join(dir, file))
			if err != nil {
				return err
			}
			front, ok := readYAML(t, file, data)
			if !ok {
				return nil
			}
			kind := kindOf(file)
			seen[kind]++
			if wrong := valid(kind, front); wrong != "" {
				t.Errorf("%s: %s", file, wrong)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, kind := range Kinds() {
		if seen[kind] == 0 {
			t.Errorf("no %s seen", kind)
		}
	}
}

func kindOf(file string) string {
	folder, name, nested := strings.Cut(file, "/")
	switch {
	case file == "index.md":
		return "site"
	case !nested:
		return "page"
	case folder == "sources":
		return "outlet"
	case name == "index.md":
		return "story"
	}
	return "summary"
}

// TestKinds holds the list of kinds to be that of the reader's whole files.
func TestKinds(t *testing.T) {
	if got := fmt.Sprint(Kinds()); got != fmt.Sprint(slices.Sorted(maps.Keys(files))) {
		t.Error(got)
	}
}
