package folder_test

import (
	"collate/generator/folder"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

func TestAssets(t *testing.T) {
	table, err := os.ReadFile("testdata/assets.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		line = strings.TrimSpace(line)
		name, rest, _ := strings.Cut(line, " ")
		if line == "" || line[0] == '#' {
			continue
		}
		t.Run(line, func(t *testing.T) {
			rest = strings.TrimSpace(rest)
			quoted, err := strconv.QuotedPrefix(rest)
			if err != nil {
				t.Fatal(err)
			}
			data, _ := strconv.Unquote(quoted)
			data = strings.ReplaceAll(data, "=SVG", "='http://www.w3.org/2000/svg'")
			got := assetProblem(t, name, data)
			want := strings.TrimSpace(rest[len(quoted):])
			if want == "fine" && got != "fine" || !strings.HasPrefix(got, want) {
				t.Errorf("got %s", got)
			}
		})
	}
}

// assetProblem reads a site with one asset, and gives what is wrong with it.
func assetProblem(t *testing.T, name, data string) string {
	_, problems := folder.Read(fstest.MapFS{
		"index.md": {Data: []byte("---\ntitle: T\nurl: https://t.example/\n---\n")},
		name:       {Data: []byte(data)},
	}, folder.Options{Prefix: "content"})
	if len(problems) > 1 {
		t.Errorf("more than one problem: %v", problems)
	}
	if len(problems) == 0 {
		return "fine"
	}
	p := problems[0]
	if p.File != "content/"+name || p.Hint == "" || p.Severity != "error" {
		t.Errorf("a strange problem: %+v", p)
	}
	return p.Message
}

// What is found has the line, and sizes have bounds.
func TestAssetPlaces(t *testing.T) {
	_, problems := folder.Read(fstest.MapFS{
		"index.md": {Data: []byte("---\ntitle: T\nurl: https://t.example/\n---\n")},
		"a.svg":    {Data: []byte("<svg xmlns='http://www.w3.org/2000/svg'>\n<g/>\n<script/></svg>")},
		"b.svg":    {Data: make([]byte, 5<<20)},
		"c.png":    {Data: make([]byte, 33<<20)},
	}, folder.Options{})
	var got []string
	for _, p := range problems {
		got = append(got, p.Place.String()+" "+p.Message)
	}
	want := []string{
		"a.svg:3 the picture has a <script> in it, which could run script",
		"b.svg the file has 5242880 bytes, more than the 4 MB that a content file may have",
		"c.png the file has 34603008 bytes, more than the 32 MB that a published file may have",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// What was judged is judged again when its bytes are others.
func TestAssetCache(t *testing.T) {
	const good, bad = "<svg xmlns='http://www.w3.org/2000/svg'/>",
		"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>"
	tree := fstest.MapFS{"index.md": {Data: []byte("---\ntitle: T\nurl: https://t.example/\n---\n")},
		"a.svg": {Data: []byte(good)}}
	cache := new(folder.Cache)
	for i, data := range []string{good, bad, bad, good, good} {
		tree["a.svg"].Data = []byte(data)
		_, problems := cache.Read(tree, folder.Options{}, []string{"a.svg"})
		if problems.HasErrors() != (data == bad) {
			t.Errorf("%d: %v", i, problems)
		}
	}
}
