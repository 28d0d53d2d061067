package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"collate/generator/agreement"
	"collate/generator/digest"
)

// dataPackage describes a table of figures, as a Frictionless Data Package.
type dataPackage struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Homepage    string     `json:"homepage,omitempty"`
	Resources   []resource `json:"resources"`
}

type resource struct {
	Profile   string `json:"profile"`
	Name      string `json:"name"`
	Path      string `json:"path"`
	Format    string `json:"format"`
	MediaType string `json:"mediatype"`
	Encoding  string `json:"encoding"`
	Schema    schema `json:"schema"`
}

type schema struct {
	Fields        []csvField `json:"fields"`
	MissingValues []string   `json:"missingValues"`
}

type csvField struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Description string       `json:"description"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

// descriptions say what the columns hold, in their order. All columns are
// strings: a value may be a number, a date or words, and a date may be a month.
var descriptions = []string{
	"the story, by its address",
	"the figure, with its group",
	"the group of the figure; empty where it has none",
	"whose word the value is: whom the article names, else whom its source repeats, else the source",
	"who published the article",
	"whom the source repeats; empty where that is nobody",
	"the address of the article",
	"addresses of copies of the article, a space between two",
	"the day on which the article was read",
	"the article's date, YYYY-MM-DD or YYYY-MM",
	"what time the value is of, where that is stated: a day, month, quarter or year",
	"the stage that the value is of, as the writer says: exit poll, provisional, final",
	"the value as the source wrote it",
	"the value as it was read: a plain decimal in the base unit, a date, or words; empty for a range",
	"the least that the words allow, in the base unit; empty where that side is open",
	"the most that the words allow, in the base unit; empty where that side is open",
	"the base unit: a currency code, W, %, month and so on; empty where there is none",
	"the word that widens the value: about, nearly, at least, more than, at most or less than",
	"what all values of the report's moment, or along a curve, say together",
	"what has become of the report",
	"the camp of the report, from 1, the largest first; empty where it stands in none",
	"why it differs, in a word, as the digest says",
	"why it differs, in words, as the digest says",
	"the words of the article",
	"a note of the digest on the value, or the check that implies it",
	"where the summary of the article is",
}

// optionalColumns are the columns that may be empty.
const optionalColumns = "group via source_url archived read as_of stage value low high unit qualifier agreement " +
	"camp differ why quote note"

func fields() []csvField {
	all := make([]csvField, len(columns))
	for i, name := range columns {
		all[i] = csvField{Name: name, Type: "string", Description: descriptions[i]}
		switch {
		case name == "agreement":
			all[i].Constraints = &constraints{Enum: []string{
				string(agreement.Single), string(agreement.Same), string(agreement.Consistent), string(agreement.Moved),
				string(agreement.Differ), string(agreement.Incomparable)}}
		case name == "standing":
			all[i].Constraints = &constraints{Required: true, Enum: []string{
				string(digest.Current), string(digest.Updated), string(digest.Older), string(digest.Replaced),
				string(digest.Corrected), string(digest.Withdrawn), string(digest.Misquoted), string(digest.NoValue),
				"implied"}}
		case !slices.Contains(strings.Fields(optionalColumns), name):
			all[i].Constraints = &constraints{Required: true}
		}
	}
	return all
}

// writePackage describes figures.csv, the site's and those of the stories,
// which have the same columns.
func writePackage(b *bytes.Buffer, d *digest.Digest) error {
	p := dataPackage{
		Profile: "tabular-data-package", Name: "figures", Title: d.Config.Title, Description: d.Config.Description,
		Homepage: d.Config.URL,
		Resources: []resource{{
			Profile: "tabular-data-resource", Name: "figures", Path: "figures.csv", Format: "csv",
			MediaType: "text/csv", Encoding: "utf-8", Schema: schema{fields(), []string{""}},
		}},
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(p); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	b.Write(text.Bytes())
	return nil
}
