package templates_test

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"collate/generator/frontmatter"
	"collate/templates"
)

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// TestTexts holds every language to English: the same keys, in each text the
// same {placeholders}, and words where English has words.
func TestTexts(t *testing.T) {
	english := read(t, "text/en.yaml")
	files, err := fs.Glob(templates.FS, "text/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(path.Base(file), func(t *testing.T) {
			texts := read(t, file)
			for _, key := range slices.Sorted(maps.Keys(english)) {
				text, ok := texts[key]
				if !ok {
					t.Errorf("%s is missing, in English %q", key, english[key])
					continue
				}
				want, got := placeholders(english[key]), placeholders(text)
				if !slices.Equal(want, got) {
					t.Errorf("%s has the placeholders %v, want %v as in English", key, got, want)
				}
				if strings.Count(text, "|") != strings.Count(english[key], "|") {
					t.Errorf("%s has not as many bars as in English", key)
				}
				if strings.TrimSpace(text) == "" && strings.TrimSpace(english[key]) != "" && key != "number.group" {
					t.Errorf("%s is empty", key)
				}
			}
			for _, key := range slices.Sorted(maps.Keys(texts)) {
				if _, ok := english[key]; !ok && !plural(key, english) {
					t.Errorf("%s is not in English", key)
				}
			}
		})
	}
}

// plural reports whether a key is a plural form that English does without.
func plural(key string, english map[string]string) bool {
	for _, form := range []string{".zero", ".two", ".few", ".many"} {
		if base, ok := strings.CutSuffix(key, form); ok {
			_, ok = english[base+".other"]
			return ok
		}
	}
	return false
}

// placeholders are those of a text, sorted: languages differ in their order.
func placeholders(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return found
}

func read(t *testing.T, file string) map[string]string {
	t.Helper()
	data, err := fs.ReadFile(templates.FS, file)
	if err != nil {
		t.Fatal(err)
	}
	texts, problems := frontmatter.ReadTexts(file, data)
	for _, p := range problems {
		t.Errorf("%s:%d: %s", p.File, p.Line, p.Message)
	}
	return texts
}
