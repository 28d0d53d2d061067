package content

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/frontmatter"
	"collate/generator/problem"
	"collate/generator/slug"
)

// A Role is what a content file is by its path.
type Role int

// The roles.
const (
	TopRole     Role = iota // x.md: a page or a summary
	SourceRole              // sources/x.md
	StoryRole               // story/index.md
	SummaryRole             // story/x.md
)

// RoleOf is the role of a file by its slash path in the content folder.
func RoleOf(name string) Role {
	folder, rest, nested := strings.Cut(name, "/")
	switch {
	case !nested:
		return TopRole
	case folder == "sources":
		return SourceRole
	case rest == "index.md":
		return StoryRole
	}
	return SummaryRole
}

// Parsed is one file by itself: one of page, source, story and summary, or none
// where it can't be read, and the problems. It is never changed.
type Parsed struct {
	Page       *Page
	SourcePage *SourcePage
	Story      *Story
	Summary    *Summary
	StoryNames []*frontmatter.Node // where the summary names its stories; nil where it does not
	SlugNode   *frontmatter.Node   // what the summary has as its slug; likewise
	File       *frontmatter.File   // its lines, without the text
	Problems   problem.List
	Release    Release // whether it is for readers
	NamesLost  bool    // figures whose names nobody knows may be in what could not be read
}

// Document is the text of the file; nil where it could not be read.
func (p *Parsed) Document() *Document {
	switch {
	case p.Summary != nil:
		return &p.Summary.Document
	case p.Page != nil:
		return &p.Page.Document
	case p.SourcePage != nil:
		return &p.SourcePage.Document
	case p.Story != nil:
		return &p.Story.Document
	}
	return nil
}

// A fileReader reads the front matter of one content file.
type fileReader struct {
	*frontmatter.File
	namesLost   bool // what could not be read may have the names of figures in it
	release     Release
	releaseKeys []*frontmatter.Node // the keys that say so
}

// failNames reports an error at a node in which the names of figures may be.
func (s *fileReader) failNames(n *frontmatter.Node, message, hint string) {
	s.Fail(n, message, hint)
	s.namesLost = true
}

// document is the file without its front matter.
func (s *fileReader) document() Document {
	return Document{File: s.Path, Body: strings.Clone(s.Body), First: s.BodyLine}
}

// Parse reads one content file, whose path is as problems are to show it. The
// result depends on nothing but the arguments.
func Parse(file string, as Role, data []byte, c Config) Parsed {
	read, root := frontmatter.Read(file, data, anyKeys)
	s := &fileReader{File: read}
	var p Parsed
	if root != nil {
		s.readRelease(root, c.Timezone)
		s.directions(root)
		p = s.parse(root, as, c)
	}
	p.Release = s.release
	none := p.Page == nil && p.SourcePage == nil && p.Story == nil && p.Summary == nil
	if none && saysDraft(data) {
		p.leaveOut(file, as)
	}
	p.NamesLost = s.namesLost || none || s.Marked()
	p.File = s.Trimmed()
	p.Problems = s.Problems
	if p.Summary != nil {
		p.Summary.file = p.File
	}
	return p
}

// leaveOut stands for a draft of which nothing can be read.
func (p *Parsed) leaveOut(file string, as Role) {
	text := Document{File: file}
	switch as {
	case StoryRole:
		p.Story = &Story{Document: text}
	case SourceRole:
		p.SourcePage = &SourcePage{Document: text}
	default:
		p.Summary = &Summary{Document: text, Draft: true}
	}
	p.Release.Held = true
}

// parse reads the tree of a file according to its role.
func (s *fileReader) parse(root *frontmatter.Node, as Role, c Config) Parsed {
	switch {
	case as == SourceRole:
		return Parsed{SourcePage: s.sourcePage(root)}
	case as == StoryRole && root.Has("source"):
		for _, e := range root.Entries() {
			if e.Key.Value == "source" {
				s.Fail(e.Key, "index.md is the story's own page, and can't be a summary too",
					"move the summary to a file of its own in the same folder")
			}
		}
		return Parsed{}
	case as == StoryRole:
		s.warnMisplaced(root)
		return Parsed{Story: s.story(root, c)}
	case as == TopRole && !s.reports(root):
		return Parsed{Page: s.page(root, c)}
	}
	if s.Format == "" {
		s.Add(problem.Error, 1, 1, "the summary has no front matter",
			"begin the file with a line ---, the keys title, date and source, and another line ---")
		return Parsed{}
	}
	s.warnMisplaced(root)
	p := Parsed{Summary: s.summary(root, c)}
	for _, e := range root.Entries() {
		switch scalar := e.Value.Kind == frontmatter.Scalar && !e.Value.Blank(); {
		case scalar && e.Key.Value == "story":
			p.StoryNames = []*frontmatter.Node{e.Value}
		case e.Value.Kind == frontmatter.List && e.Key.Value == "story":
			for _, n := range e.Value.Content {
				if n.Kind == frontmatter.Scalar && !n.Blank() {
					p.StoryNames = append(p.StoryNames, n)
				}
			}
		case scalar && e.Key.Value == "slug":
			p.SlugNode = e.Value
		}
	}
	if as == TopRole && p.StoryNames == nil && root.Has("source") {
		s.Add(problem.Error, s.Open, 0, "the summary belongs to no story",
			"write story: with the name of a folder, or move the file into one")
	}
	return p
}

// reports reports whether a file beside index.md is a summary.
func (s *fileReader) reports(root *frontmatter.Node) bool {
	return root.Has("source", "figures", "story")
}

// page reads a plain page.
func (s *fileReader) page(root *frontmatter.Node, c Config) *Page {
	found := s.fields(root, fieldSet{of: "a page", known: pageKeys})
	s.truth(found["draft"], "draft")
	p := &Page{
		Document:    s.document(),
		Slug:        s.slug(found["slug"]),
		Title:       s.Words(found["title"], "title"),
		Description: s.Words(found["description"], "description"),
		Aliases:     s.aliases(found["aliases"], c),
	}
	if p.Title == "" {
		p.Title = TitleOf(strings.TrimSuffix(s.Path[strings.LastIndexByte(s.Path, '/')+1:], ".md"))
	}
	if slug.Taken(p.Slug) {
		s.reserved(p.Slug)
	}
	return p
}

// sourcePage reads what there is to say about a source.
func (s *fileReader) sourcePage(root *frontmatter.Node) *SourcePage {
	found := s.fields(root, fieldSet{of: "a source's page", known: outletKeys})
	s.truth(found["draft"], "draft")
	var aliases []string
	for _, n := range s.Items(found["aliases"], "aliases") {
		aliases = append(aliases, strings.TrimSpace(n.Value))
	}
	return &SourcePage{
		Document: s.document(),
		Aliases:  aliases,
		Slug:     s.slug(found["slug"]),
		Title:    s.Words(found["title"], "title"),
		URL:      s.link(found["url"], "url"),
	}
}

// TitleOf is a title made of the name of a file or folder.
func TitleOf(name string) string {
	title := strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name))
	first, size := utf8.DecodeRuneInString(title)
	if size == 0 {
		return name
	}
	return string(unicode.ToUpper(first)) + title[size:]
}

// summary reads a summary.
func (s *fileReader) summary(root *frontmatter.Node, c Config) *Summary {
	found := s.fields(root, fieldSet{of: "a summary", known: summaryKeys, required: summaryRequired,
		examples: map[string]string{"title": `title: "What the article says"`, "date": "date: 2026-02-27",
			"source": "source: Reuters"}})
	s.truth(found["draft"], "draft")
	m := &Summary{
		Document:  s.document(),
		Slug:      s.slug(found["slug"]),
		Title:     s.Words(found["title"], "title"),
		Date:      s.date(found["date"], "date", c.Timezone, false),
		DateNote:  s.Words(found["date_note"], "date_note"),
		Updated:   s.date(found["updated"], "updated", c.Timezone, false),
		Withdrawn: s.date(found["withdrawn"], "withdrawn", c.Timezone, false),
		Source:    s.source(found["source"]),
		Tags:      s.tags(found["tags"]),
		Sentence:  s.Words(found["summary"], "summary"),
		Draft:     s.release.Held,
		Aliases:   s.aliases(found["aliases"], c),
	}
	s.Items(found["story"], "story") // for what is wrong with them; parse takes them
	if m.Slug == "table" {
		s.reserved("story/table")
	}
	if u, d := m.Updated.Time, m.Date.Time; !u.IsZero() && !d.IsZero() && u.Before(d) &&
		u.Format(dayLayout) != d.Format(dayLayout) {
		s.Warn(found["updated"], fmt.Sprintf("updated (%s) is before date (%s)", u.Format(dayLayout),
			d.Format(dayLayout)), "date is the day on which the article appeared, updated a later one")
	}
	m.Figures = s.figures(found["figures"], s.defaults(found, c), m.Source.Locale(c), c)
	if found["figures"] == nil && m.Sentence == "" && strings.TrimSpace(m.Body) == "" && !m.Draft {
		s.Add(problem.Warning, 0, 0, "the summary has neither text nor figures, and so says nothing",
			"write values under figures:, or text below the front matter, or draft: true until you have them")
	}
	return m
}

// truth expects true or false.
func (s *fileReader) truth(n *frontmatter.Node, field string) {
	switch written := s.Words(n, field); strings.ToLower(written) {
	case "", "true", "false":
	default:
		s.Fail(n, fmt.Sprintf("%s: %s is neither true nor false", field, problem.Quote(written)),
			"write "+field+": true, or leave the line out")
	}
}

// maxTags is how many tags a file may have: the page of each tag shows all
// tags of what it lists, so their number counts twice.
const maxTags = 100

// tags reads a list, or words between commas. Of tags that match, the first
// stays.
func (s *fileReader) tags(n *frontmatter.Node) []string {
	var tags, slugs []string
	for _, item := range s.Items(n, "tags") {
		for tag := range strings.SplitSeq(item.Value, ",") {
			tag = strings.Join(strings.Fields(tag), " ")
			slug := slug.Of(tag)
			if tag == "" || slices.Contains(slugs, slug) {
				continue
			}
			tags, slugs = append(tags, once(tag)), append(slugs, slug)
		}
	}
	if len(tags) > maxTags {
		s.Fail(n, fmt.Sprintf("tags: there are %d, expected at most %d", len(tags), maxTags),
			"keep those that readers would look for")
		tags = tags[:maxTags]
	}
	return tags
}
