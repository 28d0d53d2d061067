package export

import (
	"bytes"
	"slices"

	"collate/generator/check"
	"collate/generator/digest"
)

// A CheckRecord says how one check stands for what a summary reports on the
// word of one claimant.
type CheckRecord struct {
	Story    string `json:"story"`
	Check    string `json:"check"`
	Source   string `json:"source"`
	Claimant string `json:"claimant"`
	Date     string `json:"date"`
	Result   string `json:"result"`           // holds, fails, incomplete, implies or silent
	OffBy    string `json:"off_by,omitempty"` // a plain decimal in the base unit; of ratios a fraction
	GapIs    string `json:"gap_is,omitempty"` // the figure that is as much as it is off by
	Page     string `json:"page"`

	Equation string `json:"-"` // with the summary's values in it
	Off      string `json:"-"` // how far it is off, for people: $10B
}

// silent is the result of a check that says nothing about a summary.
const silent = "silent"

// CheckRecords are how the checks of the stories stand for every summary that
// reports a figure of theirs; url is the site's address, which may be empty.
func CheckRecords(stories []*digest.Story, url string) []CheckRecord {
	var records []CheckRecord
	for _, s := range stories {
		for _, c := range s.Checks {
			for _, sum := range s.Summaries {
				records = append(records, checkRecords(c, sum, url)...)
			}
		}
	}
	return records
}

// checkRecords are how a check stands for a summary; none where it reports no
// figure of the check.
func checkRecords(c *digest.Check, sum *digest.Summary, url string) []CheckRecord {
	record := CheckRecord{Story: c.Story.Slug, Check: c.Text, Source: sum.Source.Name, Claimant: sum.Word.Name,
		Date: sum.Date.String(), Result: silent, Page: digest.URL(url, sum.Path())}
	var records []CheckRecord
	for _, o := range c.Outcomes {
		if o.Summary != sum {
			continue
		}
		r := record
		r.Claimant = o.Claimant().Name
		if o.Status != check.LeftOut {
			r.Result, r.Equation = string(o.Status), o.Equation()
		}
		if o.Status == check.Fails {
			r.OffBy, r.Off = o.Outcome.Off.Size.String(), o.Off
		}
		if gap := o.Gap(); gap != nil {
			r.GapIs = gap.Is.Row.Name.String()
		}
		records = append(records, r)
	}
	if len(records) == 0 && slices.ContainsFunc(sum.Reports, c.Takes) {
		records = append(records, record)
	}
	return records
}

// WriteChecksJSON writes the records as one JSON array, a record a line.
func WriteChecksJSON(b *bytes.Buffer, records []CheckRecord) error {
	return writeArray(b, records)
}
