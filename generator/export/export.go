// Package export plans the site's data for other programs: every value as it
// is written and as it is read.
//
//	figures.csv           one line a value, all stories
//	figures.json          the same as a JSON array of objects
//	<story>/figures.csv   one story's
//
// Columns: story, figure, source, date, as_of, written, value, low, high,
// unit, agreement, page. Numbers are plain decimals in the base unit; an open
// side is empty; value is empty for a range. page is the address of the
// summary. Lines are sorted as on the site: stories newest first, rows in the
// story's order, reports oldest first. CSV is RFC 4180 in UTF-8 with \n line
// ends. Text is given as it was written: programs that take a leading = for a
// formula must be told to import it as text.
package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"

	"collate/generator/digest"
	"collate/generator/plan"
	"collate/generator/problem"
	"collate/generator/value"
)

// Record is one reported value.
type Record struct {
	Story     string `json:"story"`
	Figure    string `json:"figure"`
	Source    string `json:"source"`
	Date      string `json:"date"`
	AsOf      string `json:"as_of,omitempty"`
	Written   string `json:"written"`
	Value     string `json:"value,omitempty"`
	Low       string `json:"low,omitempty"`
	High      string `json:"high,omitempty"`
	Unit      string `json:"unit"`
	Agreement string `json:"agreement"`
	Page      string `json:"page"`
}

var columns = []string{"story", "figure", "source", "date", "as_of", "written", "value", "low", "high", "unit", "agreement", "page"}

func (r Record) fields() []string {
	return []string{r.Story, r.Figure, r.Source, r.Date, r.AsOf, r.Written, r.Value, r.Low, r.High, r.Unit, r.Agreement, r.Page}
}

// Plan adds the data files of the digest.
func Plan(p *plan.Plan, d *digest.Digest) problem.List {
	var problems problem.List
	add := func(path string, render func(*bytes.Buffer) error) {
		if clash := p.Add(path, "the site's data files", render); clash != nil {
			problems = append(problems, *clash)
		}
	}
	add("figures.csv", func(b *bytes.Buffer) error { return WriteCSV(b, Records(d.Stories, d.Config.URL)) })
	add("figures.json", func(b *bytes.Buffer) error { return WriteJSON(b, Records(d.Stories, d.Config.URL)) })
	for _, s := range d.Stories {
		add(s.Path()+"figures.csv", func(b *bytes.Buffer) error {
			return WriteCSV(b, Records([]*digest.Story{s}, d.Config.URL))
		})
	}
	return problems
}

// Records are the values that the stories report; url is the site's address,
// which may be empty.
func Records(stories []*digest.Story, url string) []Record {
	records := []Record{}
	for _, story := range stories {
		for _, row := range story.Rows {
			for _, r := range row.Reports {
				line := value.JSON(r.Value, nil, r.Value.Written)
				records = append(records, Record{
					Story:     story.Slug,
					Figure:    row.Name.String(),
					Source:    r.Summary.Outlet.Name,
					Date:      r.Summary.Date.String(),
					AsOf:      row.AsOf.String(),
					Written:   r.Value.Written,
					Value:     line.Value,
					Low:       line.Low,
					High:      line.High,
					Unit:      string(r.Value.Unit),
					Agreement: string(row.Kind),
					Page:      url + r.Summary.Path(),
				})
			}
		}
	}
	return records
}

// WriteCSV writes the records with a line of column names before them.
func WriteCSV(b *bytes.Buffer, records []Record) error {
	w := csv.NewWriter(b)
	w.Write(columns) // a buffer takes everything; Flush keeps any error
	for _, r := range records {
		w.Write(r.fields())
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

// WriteJSON writes the records as one JSON array, a record a line.
func WriteJSON(b *bytes.Buffer, records []Record) error {
	b.WriteByte('[')
	for i, r := range records {
		if i > 0 {
			b.WriteByte(',')
		}
		line, err := json.Marshal(r)
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		b.WriteByte('\n')
		b.Write(line)
	}
	b.WriteString("\n]\n")
	return nil
}
