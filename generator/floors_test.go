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
	"generator/cmd/collate": 7,
	"generator":             6, "generator/preview": 6,
	"generator/page": 5, "generator/starter": 5, "generator/prose": 5, "generator/links": 5, "generator/schema": 5,
	"generator/importer": 5, "generator/feed": 5, "generator/export": 5, "generator/card": 5, "generator/search": 5,
	"generator/publish": 5, "generator/evidence": 5,
	"generator/markdown": 4, "generator/chart": 4, "generator/draft": 4, "generator/i18n": 4,
	"generator/digest":  3,
	"generator/content": 2, "generator/agreement": 1, "generator/check": 1, "generator/plan": 1,
	"generator/frontmatter": 1, "generator/asset": 1,
	"generator/value": 0, "generator/slug": 0, "generator/problem": 0, "generator/parallel": 0, "templates": 0,
	"generator/textfragment": 0,
}

// onlyUsers names the one package that may import a library, or the two.
var onlyUsers = map[string]string{
	"github.com/yuin/goldmark":      "generator/markdown",
	"github.com/adrg/frontmatter":   "generator/frontmatter",
	"go.yaml.in/yaml/v3":            "generator/frontmatter",
	"github.com/BurntSushi/toml":    "generator/frontmatter",
	"github.com/fsnotify/fsnotify":  "generator/preview",
	"net/http":                      "generator/preview generator/links",
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
