package schema

import (
	"slices"
	"testing"

	"collate/generator/content"
)

// TestForms holds each input of a form to be a key that the reader knows and
// that is explained.
func TestForms(t *testing.T) {
	var check func(fields []fieldSchema)
	check = func(fields []fieldSchema) {
		for _, f := range fields {
			check(f.fields)
			known := content.Mappings()[f.mapping].Keys
			if f.mapping != "" && (!slices.Contains(known, f.name) || keys[f.mapping+"."+f.name].description == "") {
				t.Errorf("%s.%s is no key that is explained", f.mapping, f.name)
			}
			if f.mapping == "" && explained[f.name] == "" {
				t.Errorf("%s is not explained", f.name)
			}
		}
	}
	for _, fields := range forms {
		check(fields)
	}
}
