package frontmatter

import (
	"reflect"
	"strings"
	"testing"
)

func TestReadTexts(t *testing.T) {
	texts, problems := ReadTexts("en.yaml", []byte("a: b\nc: 1.0\n"))
	if len(problems) > 0 || !reflect.DeepEqual(texts, map[string]string{"a": "b", "c": "1.0"}) {
		t.Error(texts, problems)
	}
	_, problems = ReadTexts("en.yaml", []byte("# words\na: [b]\nc: d\nc: e\nf: g: h\n"))
	var got []string
	for _, p := range problems {
		got = append(got, p.Place.String())
	}
	if want := "en.yaml:5:5 en.yaml:4:1 en.yaml:2:4"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
