package schema

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// valid says what a schema has against front matter; nothing where it takes
// it. It knows as much of JSON Schema as our schemas use, and stops at a word
// that it does not know.
func valid(kind string, front object) string {
	var root any
	if err := json.Unmarshal(JSON(kind), &root); err != nil {
		return err.Error()
	}
	data, err := json.Marshal(front)
	if err != nil {
		return err.Error()
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		return err.Error()
	}
	return validator{root.(object)}.check(root.(object), value, "")
}

type validator struct{ root object }

func (v validator) check(schema object, value any, at string) string {
	for _, word := range slices.Sorted(maps.Keys(schema)) {
		if wrong := v.word(schema, word, value, at); wrong != "" {
			return at + ": " + wrong
		}
	}
	return ""
}

func (v validator) word(schema object, word string, value any, at string) string {
	is := schema[word]
	switch word {
	case "$schema", "definitions", "title", "description", "examples", "properties":
	case "type":
		types, ok := is.([]any)
		if !ok {
			types = []any{is}
		}
		if !slices.Contains(types, any(typeOf(value))) {
			return fmt.Sprintf("is %s, not %v", typeOf(value), types)
		}
	case "enum":
		if !slices.ContainsFunc(is.([]any), func(x any) bool { return reflect.DeepEqual(x, value) }) {
			return fmt.Sprintf("%v is none of %v", value, is)
		}
	case "pattern":
		if s, ok := value.(string); ok && !regexp.MustCompile(is.(string)).MatchString(s) {
			return fmt.Sprintf("%q does not match %s", s, is)
		}
	case "anyOf":
		var all []string
		for _, one := range is.([]any) {
			wrong := v.check(one.(object), value, at)
			if wrong == "" {
				return ""
			}
			all = append(all, wrong)
		}
		return "none of: " + strings.Join(all, "; ")
	case "not":
		if v.check(is.(object), value, at) == "" {
			return "is what it must not be"
		}
	case "$ref":
		name := strings.TrimPrefix(is.(string), "#/definitions/")
		return v.check(v.root["definitions"].(object)[name].(object), value, at)
	case "items":
		list, _ := value.([]any)
		for i, item := range list {
			if wrong := v.check(is.(object), item, fmt.Sprint(at, "/", i)); wrong != "" {
				return wrong
			}
		}
	default:
		return v.objectWord(schema, word, value, at)
	}
	return ""
}

func (v validator) objectWord(schema object, word string, value any, at string) string {
	is, fields := schema[word], object{}
	if m, ok := value.(object); ok {
		fields = m
	} else if slices.Contains([]string{"required", "additionalProperties", "propertyNames", "minProperties",
		"maxProperties"}, word) {
		return ""
	}
	switch word {
	case "required":
		for _, key := range is.([]any) {
			if _, ok := fields[key.(string)]; !ok {
				return fmt.Sprint(key, " is missing")
			}
		}
	case "minProperties":
		if float64(len(fields)) < is.(float64) {
			return "has too few keys"
		}
	case "maxProperties":
		if float64(len(fields)) > is.(float64) {
			return "has too many keys"
		}
	case "propertyNames":
		for key := range fields {
			if wrong := v.check(is.(object), key, at+"/"+key); wrong != "" {
				return wrong
			}
		}
	case "additionalProperties":
		properties, _ := schema["properties"].(object)
		for key, field := range fields {
			rule, known := properties[key].(object)
			if !known {
				if is == false {
					return key + " is no key of it"
				}
				rule = is.(object)
			}
			if wrong := v.check(rule, field, at+"/"+key); wrong != "" {
				return wrong
			}
		}
	default:
		return "the schema has a word that the test does not know: " + word
	}
	return ""
}

func typeOf(value any) string {
	switch value.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case float64:
		return "number"
	case string:
		return "string"
	case []any:
		return "array"
	}
	return "object"
}

// readYAML is the YAML front matter of a file as an editor sees it: dates are
// words. A file without any is not ok.
func readYAML(t *testing.T, file string, data []byte) (object, bool) {
	_, rest, ok := strings.Cut("\n"+string(data), "\n---\n")
	front, _, closed := strings.Cut(rest, "\n---\n")
	if !ok || !closed {
		return nil, false
	}
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(front), &n); err != nil || len(n.Content) == 0 {
		t.Errorf("%s: %v", file, err)
		return nil, false
	}
	m, ok := plainYAML(n.Content[0]).(object)
	return m, ok
}

func plainYAML(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := object{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plainYAML(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, plainYAML(item))
		}
		return list
	}
	var value any
	if n.ShortTag() == "!!timestamp" || n.Decode(&value) != nil {
		return n.Value
	}
	return value
}
