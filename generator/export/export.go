// Package export plans the site's data for other programs: every value as it
// is written and as it is read.
//
//	figures.csv           one line a value, all stories
//	<story>/figures.csv   one story's
//	figures.json          the same by articles: what a source reports stands under it
//	datapackage.json      what the columns are, as a Frictionless Data Package
//	changes/changes.csv   the digest's own log, where it keeps one
//
// Columns: story, figure, group, claimant, source, via, source_url, archived,
// read, date, as_of, stage, written, value, low, high, unit, qualifier,
// agreement, standing, camp, differ, why, quote, note, page. A line is a report,
// or a value that a check implies. Numbers are plain decimals in the base unit;
// an open side is empty; value is empty for a range; text has no low and high,
// and the words as value. claimant is whose word it is, and counts once;
// agreement is that of the report's moment, or along a curve, and moved on every
// report of a figure that moved; camp counts from 1, the largest first, and is
// empty for what fits more than one, can't be compared or no longer stands. page
// is the address of the summary, its path where the site states no url. Lines
// are sorted as on the site: stories newest first, rows in the story's order,
// reports oldest first.
//
// figures.json is an array of articles, an article a line: story, source, via,
// source_url, archived, read, date and page once, and below reports what the
// other columns say of each value. [WriteJSON] gives records with all columns.
//
// CSV is RFC 4180 in UTF-8 with \n line ends. The files begin with a byte order
// mark, without which Excel takes them for another encoding. A field that a
// spreadsheet would take for a formula has an apostrophe before it, and so has
// one that begins with an apostrophe: taking one off a field that begins with
// it gives the text as it was written. Plain numbers are left alone.
package export

import (
	"bytes"
	"iter"
	"slices"
	"strconv"

	"collate/generator/digest"
	"collate/generator/plan"
	"collate/generator/problem"
	"collate/generator/value"
)

// Record is one reported or implied value.
type Record struct {
	Story     string `json:"story"`
	Figure    string `json:"figure"`
	Group     string `json:"group,omitempty"`
	Claimant  string `json:"claimant"`
	Source    string `json:"source"`
	Via       string `json:"via,omitempty"`
	SourceURL string `json:"source_url,omitempty"`
	Archived  string `json:"archived,omitempty"`
	Read      string `json:"read,omitempty"`
	Date      string `json:"date"`
	AsOf      string `json:"as_of,omitempty"`
	Stage     string `json:"stage,omitempty"`
	Written   string `json:"written"`
	Value     string `json:"value,omitempty"`
	Low       string `json:"low,omitempty"`
	High      string `json:"high,omitempty"`
	Unit      string `json:"unit"`
	Qualifier string `json:"qualifier,omitempty"`
	Agreement string `json:"agreement"`
	Standing  string `json:"standing"`
	Camp      string `json:"camp,omitempty"`
	Differ    string `json:"differ,omitempty"`
	Why       string `json:"why,omitempty"`
	Quote     string `json:"quote,omitempty"`
	Note      string `json:"note,omitempty"`
	Page      string `json:"page"`
}

var columns = []string{"story", "figure", "group", "claimant", "source", "via", "source_url", "archived", "read",
	"date", "as_of", "stage", "written", "value", "low", "high", "unit", "qualifier", "agreement", "standing", "camp",
	"differ", "why", "quote", "note", "page"}

func (r Record) fields() []string {
	return []string{r.Story, r.Figure, r.Group, r.Claimant, r.Source, r.Via, r.SourceURL, r.Archived, r.Read, r.Date,
		r.AsOf, r.Stage, r.Written, r.Value, r.Low, r.High, r.Unit, r.Qualifier, r.Agreement, r.Standing, r.Camp,
		r.Differ, r.Why, r.Quote, r.Note, r.Page}
}

// Plan adds the data files of the digest.
func Plan(p *plan.Plan, d *digest.Digest) problem.List {
	var problems problem.List
	add := func(path string, render func(*bytes.Buffer) error) {
		if clash := p.Add(path, "the site's data files", render); clash != nil {
			problems = append(problems, *clash)
		}
	}
	addParts := func(path string, parts iter.Seq[plan.Part]) {
		if clash := p.AddParts(path, "the site's data files", parts); clash != nil {
			problems = append(problems, *clash)
		}
	}
	addParts("figures.csv", csvParts(d))
	addParts("figures.json", articleParts(d))
	add("datapackage.json", func(b *bytes.Buffer) error { return writePackage(b, d) })
	if len(d.Changes) > 0 {
		add("changes/changes.csv", func(b *bytes.Buffer) error { return writeChanges(b, d) })
	}
	for _, s := range d.Stories {
		add(s.Path()+"figures.csv", func(b *bytes.Buffer) error {
			if err := beginCSV(b); err != nil {
				return err
			}
			return writeRecords(b, recordsOf(s, d.Config.URL))
		})
	}
	return problems
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

// RecordOf is the record of a report.
func RecordOf(report *digest.Report, url string) Record {
	row := report.Row
	r := Record{Story: row.Story.Slug, Figure: row.Name.String(), Group: row.Name.Group}
	return r.of(report, url)
}

// recordsOf makes the records of a story one after the other.
func recordsOf(story *digest.Story, url string) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, r := range recordsBySummary(story, url) {
			if !yield(r) {
				return
			}
		}
	}
}

// recordsBySummary are the records of a story, each with its summary.
func recordsBySummary(story *digest.Story, url string) iter.Seq2[*digest.Summary, Record] {
	return func(yield func(*digest.Summary, Record) bool) {
		for _, row := range story.Rows {
			r := Record{Story: story.Slug, Figure: row.Name.String(), Group: row.Name.Group}
			for _, report := range row.Reports {
				if !yield(report.Summary, r.of(report, url)) {
					return
				}
			}
			for _, implied := range row.Implied {
				if !yield(implied.Summary, r.implied(row, implied, url)) {
					return
				}
			}
		}
	}
}

// of is the record of a report, given what its row's have in common.
func (r Record) of(report *digest.Report, url string) Record {
	r.from(report.Summary, url)
	r.valued(report.Value)
	r.Claimant = report.Claimant.Name
	r.AsOf, r.Stage = report.AsOf.String(), report.Stage
	r.Agreement, r.Standing = string(report.Agreement), string(report.Standing)
	if camp := report.CampNumber(); camp > 0 {
		r.Camp = strconv.Itoa(camp)
	}
	reason, why := report.Reason()
	r.Differ, r.Why = string(reason), why
	r.Quote, r.Note = report.Quote, report.Note
	return r
}

// implied is the record of a value that a check implies.
func (r Record) implied(row *digest.Row, implied digest.Implied, url string) Record {
	r.from(implied.Summary, url)
	r.valued(implied.Value)
	r.Claimant = implied.Claimant.Name
	r.Agreement, r.Standing = string(row.Kind), "implied"
	r.Note = implied.Check.Text
	return r
}

// from fills in what a record has from its summary.
func (r *Record) from(s *digest.Summary, url string) {
	r.Source, r.Via = s.SourceLabel.Name, s.Source.Via
	r.SourceURL, r.Archived, r.Read = s.Source.URL, s.Source.Archived, s.Source.Read.String()
	r.Date = s.Date.String()
	r.Page = digest.URL(url, s.Path())
}

// valued fills in what a record has from its value.
func (r *Record) valued(v value.Value) {
	line := value.JSON(v, nil, v.Written)
	r.Written, r.Value, r.Low, r.High = line.Written, line.Value, line.Low, line.High
	r.Unit, r.Qualifier = string(v.Unit), v.Qualifier.String()
}
