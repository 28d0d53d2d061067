package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"

	"collate/generator/digest"
	"collate/generator/plan"
)

// WriteJSON writes the records as one JSON array, a record a line.
func WriteJSON(b *bytes.Buffer, records []Record) error { return writeArray(b, records) }

// writeArray writes a JSON array, an item a line.
func writeArray[T any](b *bytes.Buffer, records []T) error {
	var a array
	b.WriteString("[")
	for _, r := range records {
		if err := a.write(b, r); err != nil {
			return err
		}
	}
	b.WriteString("\n]\n")
	return nil
}

// An array writes the items of a JSON array, an item a line.
type array struct{ some bool } // there has been an item

func (a *array) write(b *bytes.Buffer, item any) error {
	if a.some {
		b.WriteByte(',')
	}
	a.some = true
	b.WriteByte('\n')
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(item); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	b.Truncate(b.Len() - 1) // Encode ends the line, and a comma may follow
	return nil
}

// An articleLine is what the records of one summary have in common, and what they
// say besides.
type articleLine struct {
	Story     string         `json:"story"`
	Source    string         `json:"source"`
	Via       string         `json:"via,omitempty"`
	SourceURL string         `json:"source_url,omitempty"`
	Archived  string         `json:"archived,omitempty"`
	Read      string         `json:"read,omitempty"`
	Date      string         `json:"date"`
	Page      string         `json:"page"`
	Reports   []articleValue `json:"reports"`
}

// An articleValue is what a record says that is its own. The columns are those
// of a [Record]; empty ones are left out.
type articleValue struct {
	Figure    string `json:"figure"`
	Group     string `json:"group,omitempty"`
	Claimant  string `json:"claimant"`
	AsOf      string `json:"as_of,omitempty"`
	Stage     string `json:"stage,omitempty"`
	Written   string `json:"written"`
	Value     string `json:"value,omitempty"`
	Low       string `json:"low,omitempty"`
	High      string `json:"high,omitempty"`
	Unit      string `json:"unit,omitempty"`
	Qualifier string `json:"qualifier,omitempty"`
	Agreement string `json:"agreement"`
	Standing  string `json:"standing"`
	Camp      string `json:"camp,omitempty"`
	Differ    string `json:"differ,omitempty"`
	Why       string `json:"why,omitempty"`
	Quote     string `json:"quote,omitempty"`
	Note      string `json:"note,omitempty"`
}

// articleParts is figures.json, a part for each story.
func articleParts(d *digest.Digest) iter.Seq[plan.Part] {
	return func(yield func(plan.Part) bool) {
		var a array
		begin := func(b *bytes.Buffer) error {
			a = array{}
			b.WriteString("[")
			return nil
		}
		if !yield(begin) {
			return
		}
		for _, s := range d.Stories {
			if !yield(func(b *bytes.Buffer) error { return a.writeStory(b, s, d.Config.URL) }) {
				return
			}
		}
		yield(func(b *bytes.Buffer) error {
			b.WriteString("\n]\n")
			return nil
		})
	}
}

// writeStory writes the articles of a story, the oldest first, that report
// something.
func (a *array) writeStory(b *bytes.Buffer, story *digest.Story, url string) error {
	reports := map[*digest.Summary][]articleValue{}
	for summary, r := range recordsBySummary(story, url) {
		reports[summary] = append(reports[summary], articleValue{
			r.Figure, r.Group, r.Claimant, r.AsOf, r.Stage, r.Written, r.Value, r.Low, r.High, r.Unit, r.Qualifier,
			r.Agreement, r.Standing, r.Camp, r.Differ, r.Why, r.Quote, r.Note})
	}
	for _, summary := range story.Summaries {
		if len(reports[summary]) == 0 {
			continue
		}
		r := Record{Story: story.Slug}
		r.from(summary, url)
		err := a.write(b, articleLine{r.Story, r.Source, r.Via, r.SourceURL, r.Archived, r.Read, r.Date, r.Page,
			reports[summary]})
		if err != nil {
			return err
		}
	}
	return nil
}
