// Package schema describes front matter as JSON Schema (draft 7, which editors know best), for editors
// that complete keys and show mistakes while somebody types.
//
// There is a schema for each kind of content file: site (content/index.md),
// story, summary, page and outlet (sources/*.md). Keys and required keys are
// those that package content reads; what each means, and examples of it, is in
// keys.go. A schema says no more than what content always refuses or warns of:
// whether a value can be read is for collate lint to say.
package schema

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"collate/generator/content"
)

// Kinds are the kinds of content files that have a schema, in order.
func Kinds() []string { return slices.Sorted(maps.Keys(titles)) }

var titles = map[string]string{
	"site":    "Collate: front matter of content/index.md",
	"story":   "Collate: front matter of a story, content/<story>/index.md",
	"summary": "Collate: front matter of a summary",
	"page":    "Collate: front matter of a page",
	"outlet":  "Collate: front matter of a source's page, content/sources/<source>.md",
}

// object is a JSON object; encoding sorts its keys.
type object = map[string]any

// JSON is the schema of a kind of content file, with a line end. A kind that
// is none of Kinds gives nil.
func JSON(kind string) []byte {
	title := titles[kind]
	if title == "" {
		return nil
	}
	root := mapping(kind)
	root["$schema"] = "http://json-schema.org/draft-07/schema#"
	root["title"] = title
	switch kind {
	case "summary":
		root["definitions"] = object{"source": mapping("source"), "full": full(), "value": value,
			"group": group("#/definitions/full"), "by": mapping("by"), "named": namedSchema(),
			"reports": object{"type": "array", "items": object{"$ref": "#/definitions/full"}}}
	case "story":
		spec := mapping("spec")
		spec["minProperties"] = 1
		root["definitions"] = object{"spec": spec, "value": value, "group": group("#/definitions/spec"),
			"claimant": mapping("claimant")}
	}
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(root); err != nil {
		return nil // not reached: there is nothing in it that JSON does not have
	}
	return b.Bytes()
}

// mapping is the schema of one mapping.
func mapping(name string) object {
	m := content.Mappings()[name]
	properties := object{}
	for _, key := range m.Keys {
		k, ok := keys[name+"."+key]
		if !ok {
			continue // a test holds that there is none
		}
		shape := maps.Clone(k.shape)
		if !slices.Contains(m.Required, key) {
			shape = orNothing(shape)
		}
		shape["description"] = k.description
		shape["examples"] = k.examples
		properties[key] = shape
	}
	s := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(m.Required) > 0 {
		s["required"] = m.Required
	}
	return s
}

// orNothing is a shape that may have no value: keys without one are left out.
func orNothing(shape object) object {
	switch t := shape["type"].(type) {
	case []string:
		shape["type"] = append(slices.Clone(t), "null")
	case string:
		shape["type"] = []string{t, "null"}
	default:
		shape["anyOf"] = append(slices.Clone(shape["anyOf"].([]any)), object{"type": "null"})
	}
	return shape
}

// full is a value in full: it has a value, a text or none.
func full() object {
	s := mapping("figure")
	s["anyOf"] = []any{object{"required": []string{"value"}}, object{"required": []string{"text"}},
		object{"required": []string{"none"}}}
	return s
}

// namedSchema is a value in full with the name of its figure in it, and of the group.
func namedSchema() object {
	s := full()
	properties := s["properties"].(object)
	properties["name"] = object{"type": scalarSchema["type"], "description": "The name of the figure."}
	properties["group"] = object{"type": append(slices.Clone(scalarSchema["type"].([]string)), "null"),
		"description": "The group that the figure is an item of."}
	s["required"] = []string{"name"}
	return s
}

// group is names with values, or with what the schema at ref describes; no
// name is a key of that.
func group(ref string) object {
	name := map[string]string{"#/definitions/full": "figure", "#/definitions/spec": "spec"}[ref]
	s := object{
		"type":                 "object",
		"propertyNames":        object{"not": object{"enum": content.Mappings()[name].Keys}},
		"additionalProperties": object{"anyOf": []any{object{"$ref": "#/definitions/value"}, object{"$ref": ref}}},
		"minProperties":        1,
	}
	if name == "figure" {
		s["additionalProperties"] = object{"anyOf": []any{object{"$ref": "#/definitions/value"}, object{"$ref": ref},
			object{"$ref": "#/definitions/reports"}}}
	}
	if name == "spec" { // an item may have nothing said about it
		s["additionalProperties"] = object{"anyOf": []any{object{"$ref": "#/definitions/value"}, object{"$ref": ref},
			nullSchema, empty}}
	}
	return s
}
