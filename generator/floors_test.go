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
	"generator/cmd/collate": 9,
	"generator":             8, "generator/preview": 8, "generator/lsp": 8,
	"generator/page": 7, "generator/starter": 7, "generator/prose": 7, "generator/links": 7, "generator/schema": 7,
	"generator/diff": 5, "generator/edition": 6,
	"generator/importer": 7, "generator/feed": 7, "generator/export": 7, "generator/card": 7, "generator/search": 7,
	"generator/publish": 7, "generator/evidence": 7, "generator/takeaway": 7, "generator/archive": 7,
	"generator/explain": 2, "generator/markdown": 5, "generator/chart": 5, "generator/draft": 5, "generator/i18n": 5,
	"generator/digest":  4,
	"generator/article": 4, "generator/folder": 4, "generator/content": 3, "generator/agreement": 2,
	"generator/check": 2, "generator/plan": 2,
	"generator/frontmatter": 2, "generator/asset": 2,
	"generator/value":  1,
	"generator/number": 0, "generator/slug": 0, "generator/problem": 0, "generator/parallel": 0,
	"generator/revision": 0,
	"templates":          0, "generator/textfragment": 0,
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
	"github.com/creachadair/jrpc2":  "generator/lsp",
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
