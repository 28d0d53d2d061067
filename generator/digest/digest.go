package digest

import (
	"time"

	"collate/generator/agreement"
	"collate/generator/check"
	"collate/generator/content"
	"collate/generator/value"
)

// Digest is the whole site lined up: what was reported, by whom, when, and
// how the reports stand to each other. Nothing in it changes once it is made;
// everything is sorted.
type Digest struct {
	Config  content.Config
	Home    content.Document
	Pages   []*content.Page
	Assets  []content.Asset
	Drafts  int      // summaries that are left out as drafts
	Later   int      // summaries that are left out since they are dated in the future
	Stories []*Story // newest report first, then by slug
	Outline Outline

	bySlug  []*Story
	stories map[string]*Story
	across
}

// Story is one event and all that was reported of it. It depends on its own
// folder and the site's configuration alone: what spans stories is in Digest.
type Story struct {
	Slug      string
	Title     string
	Sentence  string // one sentence; may be empty
	Document  content.Document
	Tags      []Label    // of the story itself
	Summaries []*Summary // oldest first, the order of the table's columns
	Groups    []Group    // the rows of the comparison table, in the story's order
	Rows      []*Row     // the same rows, flat
	Checks    []*Check   // in the story's order
	Figures   int        // reported figures; one with several as-of dates counts once
	Differ    int        // rows that differ
	Apart     int        // rows whose values can't be compared
	Broken    int        // checks that fail for at least one source
	Sources   int        // distinct sources
	First     content.Date
	Last      content.Date // zero where the story has no summaries

	// Incomplete is set where a file of the story has an error, so that a
	// figure which is missing may be in what could not be read.
	Incomplete bool

	path     string
	rows     map[string]*Row // by folded name and alias, the one that a name means
	disputes []Dispute       // rows, then checks
	outline  outline
}

// Label is the name of a tag or source and the slug that stands for it: names
// with one slug are the same thing.
type Label struct {
	Name string
	Slug string
}

// Group is consecutive rows of the comparison table under one heading; Name is
// empty for rows that stand alone.
type Group struct {
	Name string
	ID   string // fragment of the heading row
	Note string
	Rows []*Row
}

// Row is one figure of one story: what each source reports for it.
type Row struct {
	Story   *Story
	Name    content.Name
	Slug    string       // of the figure's page
	AsOf    content.Date // zero unless the reports speak of a stated day
	ID      string       // fragment on the story's page: round-total
	Note    string
	Unit    value.Unit // that the reports have in common; empty where they don't
	Reports []*Report  // oldest first, revised ones included
	Kind    agreement.Kind
	Camps   []Camp // what the sources say together; revised reports have no part in it
	Implied []Implied

	key   string // the name, folded
	group string // its group, folded
}

// Report is one value in one summary.
type Report struct {
	*content.Figure // Value, By, Note, Quote
	Summary         *Summary
	Row             *Row
	Replaces        *Report // the one before of the same source; nil for its first
	Revised         *Report // the last of the same source, which stands in its place; nil for that one
	Outside         bool    // there are other camps, and this value is not in the largest; of a tie, not in all of them
	Opens           bool    // the first to say what its camp says, after somebody else said otherwise
}

// Camp is the reports of a row that one true value can explain.
type Camp struct {
	Shown   *Report   // the most precise value, as somebody wrote it
	Reports []*Report // oldest first
	Voices  int       // independent voices
}

// Implied is a value that a check says a source's unreported figure must be.
type Implied struct {
	Summary *Summary // the source's column: its last summary that reports a part of the check
	Check   *Check
	Text    string // $730B
}

// Check is one equation of a story and how it stands for each source.
type Check struct {
	Story    *Story
	Text     string     // the equation as it is written
	ID       string     // fragment on the story's page: check-1
	Outcomes []*Outcome // a source each, by its column
	Fails    int        // sources it fails for
}

// Outcome is a check held against what one source reports. Sources that lack
// more than one figure of the check have none.
type Outcome struct {
	check.Outcome
	Check   *Check
	Summary *Summary     // the source's column: its last summary that reports a part of the check
	AsOf    content.Date // of the values that have one; zero where none has
	Off     string       // "$10B": how far off it is; empty unless it fails
	Total   string       // "$110B": what the parts come to; empty unless it fails
	Agrees  []*Report    // reports of other sources that say what the parts come to
}

// Summary is one summary of one article.
type Summary struct {
	*content.Summary
	Story   *Story
	Outlet  Label     // its source, with the slug of the source's page
	Labels  []Label   // its own tags and its story's
	Reports []*Report // in the order of the table's rows
	Voice   string    // whose word it is: the slug of whom it repeats, else of its source
	At      int       // its place among the summaries of its story
	Older   *Summary  // the one before in the story; nil for the first
	Newer   *Summary

	file  string // of its page
	tally tally
}

// tally counts reports by how they stand beside those of other sources.
type tally struct{ compared, majority, alone, revised int }

// Figure is one name over all stories: "Round total" wherever it is reported.
type Figure struct {
	Name   content.Name // as the newest story has it
	Slug   string
	Rows   []*Row     // newest story first
	Unit   value.Unit // that the rows have in common; empty where they don't
	Differ int        // rows that differ
}

// Source is an outlet or author, and everything from it.
type Source struct {
	Label
	URL       string           // where content/sources says so
	Document  content.Document // likewise; may be empty
	Summaries []*Summary       // newest first
	Stories   int
	Compared  int      // its standing reports of figures that others report as well
	Majority  int      // of those: in the one camp, or in one with more voices than any other
	Alone     int      // of those: against others, in camps with no other voice
	Revised   int      // its reports that it later replaced itself, by another value
	Via       []string // whom it repeats, by name
}

// Tag is a subject, and the stories and summaries that carry it.
type Tag struct {
	Label
	Stories   []*Story   // newest first
	Summaries []*Summary // newest first; those of its stories included
}

// Month is a month of the timeline.
type Month struct {
	Year      int
	Month     time.Month
	Summaries []*Summary // newest first
}

// Dispute is one thing that does not agree: a row that differs, or a check
// that fails for at least one source. Exactly one of Row and Check is set.
type Dispute struct {
	Story *Story
	Row   *Row
	Check *Check
	Since *Summary // the newest summary that takes part in it
}

// Story finds a story by its slug; nil where there is none.
func (d *Digest) Story(slug string) *Story { return d.stories[slug] }

// Row finds a figure of the story by its name as written, aliases folded in;
// nil where nobody reports it. Of several as-of dates it is the row without
// one, or else the newest.
func (s *Story) Row(name string) *Row { return s.rows[value.FoldName(name)] }

// Report finds what the summary reports for a figure, by its name as written;
// nil where it doesn't. Of several as-of dates it is the report without one,
// or else the newest.
func (s *Summary) Report(name string) *Report {
	row := s.Story.Row(name)
	if row == nil {
		return nil
	}
	var found *Report
	for _, r := range s.Reports {
		if r.Row.key == row.key && (found == nil || meant(r.Row, found.Row)) {
			found = r
		}
	}
	return found
}
