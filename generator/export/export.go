// Package export plans the site's data for other programs: every value as it
// is written and as it is read.
//
//	figures.csv           one line a value, all stories
//	figures.json          the same as a JSON array of objects
//	<story>/figures.csv   one story's
//	datapackage.json      beside both: what the columns are, as a Frictionless Data Package
//
// Columns: story, figure, source, date, as_of, written, value, low, high,
// unit, agreement, page. Numbers are plain decimals in the base unit; an open
// side is empty; value is empty for a range; text has no low and high, and the
// words as value. page is the address of the summary, its path where the site
// states no url. Lines are sorted as on the site: stories newest first, rows in
// the story's order, reports oldest first; revised reports are among them. CSV
// is RFC 4180 in UTF-8 with \n line ends. Text is given as it was written:
// programs that take a leading = for a formula must be told to import it as
// text.
package export

import (
	"bytes"
	"iter"
	"slices"

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

var columns = []string{"story", "figure", "source", "date", "as_of", "written", "value", "low", "high", "unit",
	"agreement", "page"}

func (r Record) fields() []string {
	return []string{r.Story, r.Figure, r.Source, r.Date, r.AsOf, r.Written, r.Value, r.Low, r.High, r.Unit, r.Agreement,
		r.Page}
}

// Plan adds the data files of the digest.
func Plan(p *plan.Plan, d *digest.Digest) problem.List {
	var problems problem.List
	add := func(path string, render func(*bytes.Buffer) error) {
		if clash := p.Add(path, "the site's data files", render); clash != nil {
			problems = append(problems, *clash)
		}
	}
	addParts := func(path string, as func() format) {
		if clash := p.AddParts(path, "the site's data files", inParts(d, as)); clash != nil {
			problems = append(problems, *clash)
		}
	}
	addParts("figures.csv", newCSV)
	addParts("figures.json", newJSON)
	add("datapackage.json", func(b *bytes.Buffer) error { return writePackage(b, d, nil) })
	for _, s := range d.Stories {
		add(s.Path()+"datapackage.json", func(b *bytes.Buffer) error { return writePackage(b, d, s) })
		add(s.Path()+"figures.csv", func(b *bytes.Buffer) error {
			return writeWhole(b, newCSV(), recordsOf(s, d.Config.URL))
		})
	}
	return problems
}

// inParts is a file of all stories, a part for each: a large site has more
// records than should be held at once.
func inParts(d *digest.Digest, as func() format) iter.Seq[plan.Part] {
	return func(yield func(plan.Part) bool) {
		f := as()
		if !yield(f.begin) {
			return
		}
		for _, s := range d.Stories {
			if !yield(func(b *bytes.Buffer) error { return f.write(b, recordsOf(s, d.Config.URL)) }) {
				return
			}
		}
		yield(f.end)
	}
}

// Records are the values that the stories report; url is the site's address,
// which may be empty.
func Records(stories []*digest.Story, url string) []Record {
	var records []Record
	for _, s := range stories {
		records = slices.AppendSeq(records, recordsOf(s, url))
	}
	return records
}

// WriteCSV writes the records with a line of column names before them.
func WriteCSV(b *bytes.Buffer, records []Record) error {
	return writeWhole(b, newCSV(), slices.Values(records))
}

// WriteJSON writes the records as one JSON array, a record a line.
func WriteJSON(b *bytes.Buffer, records []Record) error {
	return writeWhole(b, newJSON(), slices.Values(records))
}

// recordsOf makes the records of a story one after the other.
func recordsOf(story *digest.Story, url string) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, row := range story.Rows {
			r := Record{
				Story:     story.Slug,
				Figure:    row.Name.String(),
				AsOf:      row.AsOf.String(),
				Agreement: string(row.Kind),
			}
			for _, report := range row.Reports {
				if !yield(r.of(report, url)) {
					return
				}
			}
		}
	}
}

// of is the record of a report, given what its row's have in common.
func (r Record) of(report *digest.Report, url string) Record {
	line := value.JSON(report.Value, nil, report.Value.Written)
	r.Source = report.Summary.Outlet.Name
	r.Date = report.Summary.Date.String()
	r.Written = line.Written
	r.Value, r.Low, r.High = line.Value, line.Low, line.High
	r.Unit = string(report.Value.Unit)
	r.Page = digest.URL(url, report.Summary.Path())
	return r
}
