package schema

import (
	"fmt"
	"strings"
)

// A fieldSchema is one input of a form: a key of front matter, how it is filled in,
// and for an object its own keys. What it means is said by keys.
type fieldSchema struct {
	mapping, name string
	label, kind   string
	required      bool
	list          bool
	options       []string // of a choice
	fields        []fieldSchema
}

// PagesCMS is the configuration of Pages CMS, .pages.yml: the same keys as the
// schemas have, as forms. Figures are edited in their list form. Keys that no
// form has stay as they are.
func PagesCMS() []byte {
	var b strings.Builder
	b.WriteString(`# Forms for https://app.pagescms.org: stories, summaries, figures and their evidence,
# edited in the browser. Made by collate init --cms pages from the same definitions as
# schema/.
media:
  input: content/media
  output: /media
settings:
  content:
    merge: true
content:
`)
	for _, entry := range []struct{ head, mapping string }{
		{`  - name: summaries
    label: Summaries
    type: collection
    path: content
    subfolders: true
    exclude: [index.md, about.md]
    filename: "{fields.date}-{primary}.md"
    view:
      fields: [title, date]
      primary: title
      sort: [date, title]
      default:
        sort: date
        order: desc
`, "summary"},
		{`  - name: stories
    label: Stories
    type: collection
    path: content
    subfolders: true
    view:
      layout: tree
      node:
        filename: index.md
        hideDirs: others
      fields: [title]
      primary: title
`, "story"},
		{`  - name: site
    label: Site
    type: file
    path: content/index.md
`, "site"},
	} {
		b.WriteString(entry.head + "    fields:\n")
		for _, f := range forms[entry.mapping] {
			f.write(&b, "      ")
		}
	}
	return []byte(b.String())
}

// forms are the inputs of each form, in their order. The text below the front
// matter is plain text, in which [[references]] stay as they are.
var forms = map[string][]fieldSchema{
	"summary": {
		{mapping: "summary", name: "title", label: "Title", kind: "string", required: true},
		{mapping: "summary", name: "date", label: "Date", kind: "date", required: true},
		{mapping: "summary", name: "story", label: "Story", kind: "string"},
		{mapping: "summary", name: "source", label: "Source", kind: "object", fields: []fieldSchema{
			{mapping: "source", name: "name", label: "Name", kind: "string", required: true},
			{mapping: "source", name: "url", label: "Address of the article", kind: "string"},
			{mapping: "source", name: "author", label: "Author", kind: "string"},
			{mapping: "source", name: "via", label: "Via", kind: "string"},
			{mapping: "source", name: "language", label: "Language", kind: "string"},
			{mapping: "source", name: "archived", label: "Archived copies", kind: "string", list: true},
			{mapping: "source", name: "read", label: "Read on", kind: "date"},
		}},
		{mapping: "summary", name: "figures", label: "Figures", kind: "object", list: true, fields: []fieldSchema{
			{name: "name", label: "Figure", kind: "string", required: true},
			{name: "group", label: "Group", kind: "string"},
			{mapping: "figure", name: "value", label: "Value", kind: "string"},
			{mapping: "figure", name: "by", label: "By", kind: "string"},
			{mapping: "figure", name: "as_of", label: "As of", kind: "string"},
			{mapping: "figure", name: "stage", label: "Stage", kind: "string"},
			{mapping: "figure", name: "quote", label: "Quote", kind: "text"},
			{mapping: "figure", name: "note", label: "Note", kind: "string"},
			{mapping: "figure", name: "text", label: "Words in place of a value", kind: "string"},
			{mapping: "figure", name: "none", label: "No value", kind: "string"},
			{mapping: "figure", name: "corrects", label: "Corrects", kind: "string"},
			{mapping: "figure", name: "differ", label: "Why it differs", kind: "select",
				options: []string{"label", "scope", "time", "method", "rounding", "error"}},
			{mapping: "figure", name: "why", label: "The same in words", kind: "string"},
		}},
		{mapping: "summary", name: "tags", label: "Tags", kind: "string", list: true},
		{mapping: "summary", name: "summary", label: "Sentence", kind: "text"},
		{mapping: "summary", name: "updated", label: "Updated", kind: "date"},
		{mapping: "summary", name: "withdrawn", label: "Withdrawn", kind: "date"},
		{mapping: "summary", name: "draft", label: "Draft", kind: "boolean"},
		{name: "body", label: "Text", kind: "text"},
	},
	"story": {
		{mapping: "story", name: "title", label: "Title", kind: "string", required: true},
		{mapping: "story", name: "summary", label: "Sentence", kind: "text"},
		{mapping: "story", name: "tags", label: "Tags", kind: "string", list: true},
		{mapping: "story", name: "checks", label: "Checks", kind: "string", list: true},
		{mapping: "story", name: "stages", label: "Stages", kind: "string", list: true},
		{mapping: "story", name: "draft", label: "Draft", kind: "boolean"},
		{name: "body", label: "Text", kind: "text"},
	},
	"site": {
		{mapping: "site", name: "title", label: "Title", kind: "string", required: true},
		{mapping: "site", name: "description", label: "Description", kind: "text"},
		{mapping: "site", name: "url", label: "Address of the site", kind: "string"},
		{mapping: "site", name: "author", label: "Author", kind: "string"},
		{mapping: "site", name: "lead", label: "Lead story", kind: "string"},
		{name: "body", label: "Text", kind: "text"},
	},
}

// explained is what a form says of keys that are none of a mapping.
var explained = map[string]string{
	"name":  "What the number is of.",
	"group": "What it is a part of: Commitment, for Amazon's commitment.",
	"body":  "Markdown. [[Total cost]] shows the value of a figure.",
}

// write writes a field as an item of a list.
func (f fieldSchema) write(b *strings.Builder, indent string) {
	about := explained[f.name]
	if f.mapping != "" {
		about = keys[f.mapping+"."+f.name].description
	}
	fmt.Fprintf(b, "%s- name: %s\n%s  label: %q\n%s  description: %q\n%s  type: %s\n", indent, f.name, indent, f.label,
		indent, about, indent, f.kind)
	if f.required {
		fmt.Fprintf(b, "%s  required: true\n", indent)
	}
	switch {
	case f.list && f.kind == "object":
		fmt.Fprintf(b, "%s  list:\n%s    collapsible:\n%s      collapsed: true\n%s      summary: \"{fields.name}: "+
			"{fields.value}\"\n",
			indent, indent, indent, indent)
	case f.list:
		fmt.Fprintf(b, "%s  list: true\n", indent)
	}
	if len(f.options) > 0 {
		fmt.Fprintf(b, "%s  options:\n%s    values: [%s]\n", indent, indent, strings.Join(f.options, ", "))
	}
	if len(f.fields) > 0 {
		fmt.Fprintf(b, "%s  fields:\n", indent)
		for _, inner := range f.fields {
			inner.write(b, indent+"    ")
		}
	}
}
