package content

import (
	"time"

	"collate/generator/frontmatter"
	"collate/generator/number"
	"collate/generator/problem"
	"collate/generator/value"
)

// Site is everything that a content folder says, file by file and typed, in
// an order that depends on names alone. It is never changed once read.
type Site struct {
	Config      Config
	Home        Document      // index.md
	Pages       []*Page       // about.md and other files without a source, by path
	SourcePages []*SourcePage // sources/*.md, by slug
	Changes     []Change      // the digest's own log, the newest first
	Stories     []*Story      // by slug
	Assets      []Asset       // every other file, by path
	Drafts      int           // summaries that are left out as drafts
	Later       int           // summaries that are left out since they are dated after Options.Now
	Due         time.Time     // the date of the first of them; zero if there is none
}

// Config is the front matter of content/index.md, with defaults filled in.
type Config struct {
	Title       string
	Description string
	URL         string // absolute, with a slash at the end; empty where the site does not say
	Language    string // BCP 47; default en
	Author      string
	Timezone    *time.Location // default UTC
	Tolerance   number.Number  // a fraction; default 1/20
	Currency    string         // ISO 4217; default USD
	Rates       []Rate         // what currencies are worth
	NoEditions  bool           // the site wants no weekly editions
	Lead        string         // slug of the story that heads the home page; empty where the site names none

	LeadPlace problem.Place // where Lead stands
}

// Locale is how a value is read that no source's language governs.
func (c Config) Locale() value.Locale {
	return value.Locale{Language: c.Language, Currency: c.Currency, Tolerance: c.Tolerance}
}

// Document is the text of one content file.
type Document struct {
	File  string // slash path as shown in problems: content/story/a.md
	Body  string // Markdown after the front matter, line ends as \n
	First int    // line of the file on which Body begins, from 1
}

// Page is a plain page.
type Page struct {
	Document
	Slug        string
	Title       string
	Description string
	Aliases     []Alias
}

// SourcePage is a page that says more about a source.
type SourcePage struct {
	Document
	Slug    string
	Title   string   // the source's name as it is to be shown; empty: as the summaries have it
	Aliases []string // names that mean the same source or claimant in all stories
	URL     string
}

// Asset is a file that is published as it is.
type Asset struct {
	File string // slash path in the content folder, for reading
	Path string // slash path in the site
}

// Story is one folder: its index.md, if there is one, and its summaries.
type Story struct {
	Document
	Slug      string
	Title     string // default: the folder's name, hyphens as spaces
	Summary   string // one sentence; may be empty
	Tags      []string
	Checks    []Equation
	Figures   []FigureSpec // in the order of the rows
	Stages    []string     // in their order
	Rates     []Rate       // the site's included, where the story has an index.md; else none
	Claimants []Claimant
	Summaries []*Summary // by file name
	Aliases   []Alias    // each stands for the story and for all that is below it

	// Incomplete is set where a file of the story has an error in what may
	// name figures: one that nobody seems to report may be in what could not
	// be read. A figure of which only the value can't be read is among the
	// figures of its summary, as words.
	Incomplete bool
}

// Equation is a check as it is written.
type Equation struct {
	Text  string
	Place problem.Place // of the first character of Text
	Line  string        // the line as it stands in the file
}

// FigureSpec says more about one figure of a story, or about a whole group.
type FigureSpec struct {
	Name    Name
	Aliases []string
	Turned  []string // those of the aliases that give the figure with the other sign
	Unit    string
	Note    string
	Place   problem.Place // of the name
	Line    string        // as it stands in the file
	Moves   Movement      // empty for a figure that doesn't
	Differ  Reason        // why its reports differ; empty where the story doesn't say
	Why     string        // likewise, in words
	one     value.Value   // 1 in the unit
}

// BaseUnit is the unit to which values of the figure are converted; empty
// where the story gives none.
func (f *FigureSpec) BaseUnit() value.Unit { return f.one.Unit }

// Fits reports whether a value can be compared with those in the figure's unit.
func (f *FigureSpec) Fits(v value.Value) bool { return value.Comparable(v, f.one) }

// Name is the name of a figure: "Round total", or group and item,
// "Commitment: Amazon".
type Name struct {
	Group string // empty for a figure outside groups
	Item  string
}

// String is the name as it is written in prose and equations.
func (n Name) String() string {
	if n.Group == "" {
		return n.Item
	}
	return n.Group + ": " + n.Item
}

// Key is the name folded, equal for names that match.
func (n Name) Key() string { return value.FoldName(n.String()) }

// Summary is one summary of one article.
type Summary struct {
	Document
	Slug      string
	Story     string // slug of its story; never empty in a Site
	Home      string // slug of the story in which its page stands; another where it is in several
	Title     string
	Date      Date
	DateNote  string // why the date is not exact; empty where it is
	Updated   Date   // zero where there is none
	Withdrawn Date   // the day on which the source took the article back; zero where it didn't
	Source    Source
	Figures   []Report // in the order of the file
	Tags      []string
	Sentence  string // one sentence; empty: the first paragraph is meant
	Draft     bool
	Aliases   []Alias
	file      *frontmatter.File
}

// Warning is a warning at the value of one of the summary's reports.
func (s *Summary) Warning(r *Report, message, hint string) problem.Problem {
	place, line := problem.Place{File: s.File, Line: int(r.at.Line), Column: int(r.at.Column)}, ""
	if s.file != nil {
		line = s.file.Line(place.Line)
	}
	return problem.Problem{Place: place, Severity: problem.Warning, Message: "figures: " + r.As() + ": " + message,
		Hint: hint, Text: line}
}

// Date is a day, or an instant where the file gives the time of day.
type Date struct {
	Time    time.Time // in the site's time zone; midnight for a day
	HasTime bool
	Period  Period // of which Time is the beginning
}

// Source says who published an article.
type Source struct {
	Name     string
	URL      string // http or https; may be empty
	Author   string
	Language string // BCP 47; empty: the site's
	Via      string // whom it repeats; may be empty
	Archived string // addresses of copies, a space between two; may be empty
	Read     Date   // the day on which it was read; may be zero
	at       frontmatter.Position
	viaAt    frontmatter.Position
}

// Position is where the source's name stands in its file.
func (s Source) Position() frontmatter.Position { return s.at }

// ViaPosition is where the name of whom it repeats stands.
func (s Source) ViaPosition() frontmatter.Position { return s.viaAt }

// Locale is how the source's values are read.
func (s Source) Locale(c Config) value.Locale {
	l := c.Locale()
	if s.Language != "" {
		l.Language = s.Language
	}
	return l
}

// Report is one value that a summary reports.
type Report struct {
	Name  Name // as the story spells it, where it is one of the story's names or aliases
	Value value.Value
	*Detail
	at, key frontmatter.Position // of the value and of the name in their file
}

// Position is where the value stands in its file.
func (f *Report) Position() frontmatter.Position { return f.at }

// NamePosition is where the name stands.
func (f *Report) NamePosition() frontmatter.Position { return f.key }

// Renamed is the report under the name that its story has for it; where the
// file has an alias that is turned, its value has the other sign.
func (f *Report) Renamed(name Name, turned bool) Report {
	renamed, detail := *f, *f.Detail
	detail.as = f.Name.String()
	if detail.Turned = turned; turned {
		renamed.Value = f.Value.Negated()
	}
	renamed.Detail, renamed.Name = &detail, name
	return renamed
}

// Given is the value as the file gives it: under an alias with the other sign
// that of the figure is turned.
func (f *Report) Given() value.Value {
	if f.Turned {
		return f.Value.Negated()
	}
	return f.Value
}

// Detail is what else a summary says about a figure. Few figures have any: the
// others share one that is empty, and a Figure always has a Detail.
type Detail struct {
	AsOf     Date // zero where there is none
	Stage    string
	By       string // whose word it is; empty: whom the source repeats, or the source
	Unnamed  bool   // By describes somebody without naming them, and the source is the claimant
	Corrects string // what the report corrects, in the writer's words; empty where it corrects nothing
	None     bool   // the article says that there is no value; Value has its words
	Note     string
	Quote    string
	Differ   Reason // why it differs from others; empty where the writer doesn't say
	Why      string // likewise, in words
	Unread   bool   // the value has an error, and stands as words for what nobody could read
	Turned   bool   // the file has it under an alias with the other sign: Value has that of the figure
	as       string // the name as this file has it, where the story has another
	byAt     frontmatter.Position
}

// ByPosition is where By stands.
func (d *Detail) ByPosition() frontmatter.Position { return d.byAt }

var noDetail = new(Detail)

// As is the name as the file has it.
func (f *Report) As() string {
	if f.as != "" {
		return f.as
	}
	return f.Name.String()
}
