package problem

import (
	"encoding/json"
	"io"
	"net/url"
)

// WriteSARIF writes the list as one log in the Static Analysis Results
// Interchange Format 2.1.0, for code scanning and editors. Files are URIs
// relative to where the command ran, columns are counted in characters. The
// error is the writer's.
func (l List) WriteSARIF(w io.Writer) error {
	results := []sarifResult{} // required, even where there are none
	for _, p := range l {
		results = append(results, p.sarif())
	}
	driver := sarifDriver{Name: "collate",
		Rules: []sarifRule{{ID: sarifRuleID, Short: sarifText{"The content has a problem"}}}}
	run := sarifRun{Tool: sarifTool{driver}, ColumnKind: "unicodeCodePoints", Results: results}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// sarifRuleID is the one rule that all problems break: their messages say more
// than an id could.
const sarifRuleID = "content"

// sarif is the problem as a result; severities are levels of that name.
func (p Problem) sarif() sarifResult {
	var at sarifLocation
	at.Physical.Artifact.URI = (&url.URL{Path: p.File}).String()
	if p.Line > 0 {
		at.Physical.Region = &sarifRegion{Line: p.Line, Column: p.Column}
		if p.Text != "" {
			at.Physical.Region.Snippet = &sarifText{p.Text}
		}
	}
	return sarifResult{sarifRuleID, p.Severity, sarifText{p.said()}, []sarifLocation{at}}
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name  string      `json:"name"`
	Rules []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID    string    `json:"id"`
	Short sarifText `json:"shortDescription"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	Rule      string          `json:"ruleId"`
	Level     Severity        `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	} `json:"physicalLocation"`
}

type sarifRegion struct {
	Line    int        `json:"startLine"`
	Column  int        `json:"startColumn,omitempty"`
	Snippet *sarifText `json:"snippet,omitempty"`
}
