package generator

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floors is the order of the packages: one imports only packages of lower
// floors.
var floors = map[string]int{
	"generator/cmd/collate": 8,
	"generator":             7, "generator/preview": 7,
	"generator/page": 6, "generator/starter": 6, "generator/prose": 6, "generator/links": 6, "generator/schema": 6,
	"generator/diff": 4, "generator/edition": 5,
	"generator/importer": 6, "generator/feed": 6, "generator/export": 6, "generator/card": 6, "generator/search": 6,
	"generator/publish": 6, "generator/evidence": 6, "generator/takeaway": 6, "generator/archive": 6,
	"generator/markdown": 4, "generator/chart": 4, "generator/draft": 4, "generator/i18n": 4,
	"generator/digest":  3,
	"generator/content": 2, "generator/agreement": 1, "generator/check": 1, "generator/plan": 1,
	"generator/frontmatter": 1, "generator/asset": 1,
	"generator/value": 0, "generator/slug": 0, "generator/problem": 0, "generator/parallel": 0, "generator/revision": 0,
	"templates": 0, "generator/textfragment": 0,
}

// onlyUsers names the one package that may import a library, or the two.
var onlyUsers = map[string]string{
	"github.com/yuin/goldmark":      "generator/markdown",
	"github.com/adrg/frontmatter":   "generator/frontmatter",
	"go.yaml.in/yaml/v3":            "generator/frontmatter",
	"github.com/BurntSushi/toml":    "generator/frontmatter",
	"github.com/fsnotify/fsnotify":  "generator/preview",
	"net/http":                      "generator/preview generator/links generator/archive",
	"html/template":                 "generator/page",
	"github.com/mmcdole/gofeed":     "generator/importer",
	"github.com/spf13/cobra":        "generator/cmd/collate",
	"github.com/klauspost/compress": "generator/card",
}

func TestFloors(t *testing.T) {
	seen := map[string]bool{}
	for _, root := range []string{"../generator", "../templates"} {
		err := filepath.WalkDir(root, func(file string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return err
			}
			from := path.Dir(strings.TrimPrefix(filepath.ToSlash(file), "../"))
			seen[from] = true
			if _, known := floors[from]; !known {
				t.Errorf("%s: package %s stands on no floor", file, from)
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			for _, spec := range parsed.Imports {
				to, _ := strconv.Unquote(spec.Path.Value)
				checkImport(t, file, from, to)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if !seen["generator"] || !seen["generator/value"] {
		t.Error("the walk found no packages")
	}
}

func checkImport(t *testing.T, file, from, to string) {
	if ours, ok := strings.CutPrefix(to, "collate/"); ok && floors[from] <= floors[ours] {
		t.Errorf("%s: %s (floor %d) imports %s (floor %d)", file, from, floors[from], ours, floors[ours])
	}
	for library, user := range onlyUsers {
		if (to == library || strings.HasPrefix(to, library+"/")) && !slices.Contains(strings.Fields(user), from) {
			t.Errorf("%s: only %s may import %s", file, user, library)
		}
	}
}
