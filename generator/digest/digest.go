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
	Changes []content.Change // the digest's own log, the newest first
	Drafts  int              // summaries that are left out as drafts
	Later   int              // summaries that are left out since they are dated in the future
	Due     time.Time        // the date of the first of them; zero if there is none
	Stories []*Story         // newest report first, then by slug
	Outline Outline

	bySlug  []*Story
	stories map[string]*Story
	across
}

// Story is one event and all that was reported of it. It depends on its own
// folder and the site's configuration alone: what spans stories is in Digest.
type Story struct {
	Slug        string
	Title       string
	Sentence    string // one sentence; may be empty
	Document    content.Document
	Tags        []Label    // of the story itself
	Summaries   []*Summary // oldest first, the order of the table's columns
	Groups      []Group    // the rows of the comparison table, in the story's order
	Rows        []*Row     // the same rows, flat
	Checks      []*Check   // in the story's order
	Figures     int        // reported figures; one with several as-of dates counts once
	Differ      int        // rows that differ
	Unexplained int        // rows that differ, and checks that fail, of which nobody says why
	Apart       int        // rows whose values can't be compared
	Broken      int        // checks that fail for at least one source
	Sources     int        // distinct sources
	First       content.Date
	Last        content.Date // zero where the story has no summaries

	// Incomplete is set where a file of the story has an error, so that a
	// figure which is missing may be in what could not be read.
	Incomplete bool

	Aliases []content.Alias // former addresses

	from      *content.Story
	path      string
	rows      map[string]*Row // by folded name and alias, the one that a name means
	claimants []content.Claimant
	disputes  []Dispute // rows, then checks
	outline   outline
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
	Story     *Story
	Name      content.Name
	Slug      string           // of the figure's page
	Moves     content.Movement // how it changes while the story runs, as the writer says
	AsOf      content.Date     // what stands in front is of; zero where that doesn't say
	ID        string           // fragment on the story's page: round-total
	Note      string
	Unit      value.Unit // that most voices have; empty where there is none
	Reports   []*Report  // by publication, those that no longer count included
	Moments   []*Point   // the moments that are reported, the last in front
	Kind      agreement.Kind
	Camps     []Camp    // of what differs last, else what stands in front
	last      *Camp     // what stands in front, where what differs is of an earlier moment
	Apart     []*Report // that fit more than one of the camps
	DiffersAt *Point    // of several, the moment at which the camps differ; nil along a curve
	Implied   []Implied

	Drifts bool           // its values only rise or fall with their articles' dates, and nobody says that it moves
	Reason content.Reason // why its reports differ, as the story says; empty where it doesn't
	Why    string         // likewise, in words

	key   string // the name, folded
	group string // its group, folded
}

// Report is one value in one summary.
type Report struct {
	*content.Report // Value, By, Note, Quote
	Summary         *Summary
	Row             *Row
	Claimant        Label            // whose word it is: by, else whom the source repeats, else the source
	Voice           string           // the claimant, folded: reports of one voice count once
	Named           bool             // the article names the claimant
	Moment          agreement.Moment // what time it is of; zero for the figure as such
	Dated           bool             // the moment, or a stage, is written, and not that of the article
	Compared        value.Value      // the value in the row's unit, where it has one in that
	Converted       bool             // by a rate of the story's or site's
	Standing        Standing
	Agreement       agreement.Kind // what the reports of its moment, or along the curve, say together
	Replaces        *Report        // the one before of its source and claimant whose place it takes; nil for the first
	Revised         *Report        // the one of its source and claimant that stands in its place; nil where it stands
	camp            int            // of those of its moment or curve, from 1; 0 where it stands in none
	Outside         bool           // there are other camps, and this value is not in the largest; of a tie, in none
	Opens           bool           // the first to say what its camp says, after somebody else said otherwise

	stage   string // folded
	order   int    // of publication, in its story
	foreign bool   // it can't be compared with those of the row
}

// Camp is the reports of a row that one true value, or one curve, can explain.
type Camp struct {
	Shown   *Report   // the most precise value, as somebody wrote it
	Reports []*Report // by publication
	Voices  int       // counted once each
	Foreign bool      // its values can't be compared with those of the row
}

// Implied is a value that a check says a source's unreported figure must be.
type Implied struct {
	Summary  *Summary
	Claimant Label
	Check    *Check
	Text     string // $730B
	Value    value.Value
	Against  bool // what the row's reports say can't be that
}

// Check is one equation of a story and how it stands for each source.
type Check struct {
	Story    *Story
	Text     string     // the equation as it is written
	ID       string     // fragment on the story's page: check-1
	Outcomes []*Outcome // a summary and claimant each, oldest first
	Fails    int        // outcomes that fail

	figures map[string]bool // that it speaks of, by folded names
}

// Takes reports whether a report is of a figure that the check speaks of.
func (c *Check) Takes(r *Report) bool { return c.figures[r.Row.key] }

// Outcome is a check held against what one summary reports on the word of one
// claimant. Summaries that report no figure of the check have none, and those
// about which it says nothing have one that is left out.
type Outcome struct {
	check.Outcome
	Check     *Check
	Summary   *Summary
	Claimants []Label      // on whose word it is, where the article names them
	Borrowed  []*Report    // what the summary lacks, from other reports of the same voice and moment
	AsOf      content.Date // of the values that have one; zero where none has
	Off       string       // "$10B": how far off it is; empty unless it fails
	Total     string       // "$110B": what the parts come to; empty unless it fails
	Agrees    []*Report    // reports of other sources that say what the parts come to
	Denied    *Point       // those that say otherwise than what is implied; nil where none do

	at moment // of the values
}

// Summary is one summary of one article.
type Summary struct {
	*content.Summary
	Story       *Story
	SourceLabel Label     // its source, with the slug of the source's page
	Labels      []Label   // its own tags and its story's
	Reports     []*Report // in the order of the table's rows
	Word        Label     // whose word it is where no figure says otherwise: whom it repeats, else its source
	At          int       // its place among the summaries of its story
	Older       *Summary  // the one before in the story; nil for the first
	Newer       *Summary

	file  string // of its page
	tally agreementTally
}

// agreementTally counts reports by how they stand beside those of other sources.
type agreementTally struct{ compared, alone int }

// Figure is one name over all stories: "Round total" wherever it is reported.
type Figure struct {
	Name   content.Name // as the newest story has it
	Slug   string
	Rows   []*Row     // newest story first
	Unit   value.Unit // that the rows have in common; empty where they don't
	Differ int        // rows that differ
}

// Source is a publisher or author, and everything from it.
type Source struct {
	Label
	URL       string           // where content/sources says so
	Document  content.Document // likewise; may be empty
	Summaries []*Summary       // newest first
	Stories   int
	Compared  int      // its own standing reports of figures that others report as well
	Alone     int      // of those: against others, in camps with no other voice
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

// Guest reports whether the page of the summary stands in another story.
func (s *Summary) Guest() bool { return s.Home != "" && s.Home != s.Story.Slug }

// Story finds a story by its slug; nil where there is none.
func (d *Digest) Story(slug string) *Story { return d.stories[slug] }

// Row finds a figure of the story by its name as written, aliases folded in;
// nil where nobody reports it.
func (s *Story) Row(name string) *Row { return s.rows[value.FoldName(name)] }

// Group is a group of the story's figures by its name as written; nil where
// nobody reports an item of it.
func (s *Story) Group(name string) *Group {
	key := value.FoldName(name)
	for i, g := range s.Groups {
		if g.Name != "" && value.FoldName(g.Name) == key {
			return &s.Groups[i]
		}
	}
	return nil
}

// Report finds what the summary reports for a figure, by its name as written,
// with or without a claimant behind it; nil where it doesn't. Of several it is
// the one that stands, of those that do the article's own, then the latest.
func (s *Summary) Report(name string) *Report {
	row, claimant := s.Story.Named(name)
	if row == nil {
		return nil
	}
	var found *Report
	for _, r := range s.Reports {
		if r.Row == row && (claimant == "" || r.of(claimant)) && (found == nil || r.speaksBefore(found)) {
			found = r
		}
	}
	return found
}

// speaksBefore reports whether r speaks for its summary rather than other.
func (r *Report) speaksBefore(other *Report) bool {
	if a, b := r.Standing == Current, other.Standing == Current; a != b {
		return a
	}
	if r.Named != other.Named {
		return !r.Named
	}
	return r.Moment.To.After(other.Moment.To)
}
