package content

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/problem"
	"go.yaml.in/yaml/v3"
)

// A role is what a content file is by its path.
type role int

const (
	topRole     role = iota // x.md: a page or a summary
	outletRole              // sources/x.md
	storyRole               // story/index.md
	summaryRole             // story/x.md
)

// A parsed file is one of page, outlet, story and summary, or none where it
// can't be read, and the problems. It is never changed.
type parsed struct {
	page     *Page
	outlet   *Outlet
	story    *Story
	summary  *Summary
	names    *yaml.Node // where the summary names its story; nil where it does not
	slug     *yaml.Node // what the summary has as its slug; likewise
	sheet    *sheet
	problems problem.List
	lost     bool              // figures whose names nobody knows may be in what could not be read
	sum      [sha256.Size]byte // of the bytes that were parsed
	err      error             // where the file could not be read from disk
}

// parse reads one content file. The result depends on nothing but the
// arguments.
func parse(file string, as role, data []byte, c Config) parsed {
	s, ok := cut(file, data)
	var p parsed
	if root := (*yaml.Node)(nil); ok {
		if root = s.root(); root != nil {
			p = s.parse(root, as, c)
		}
	}
	none := p.page == nil && p.outlet == nil && p.story == nil && p.summary == nil
	p.lost = s.lost || none || len(s.marred) > 0
	p.sheet = s.putAway()
	p.problems = s.problems
	return p
}

// parse reads the tree of a file according to its role.
func (s *sheet) parse(root *yaml.Node, as role, c Config) parsed {
	switch {
	case as == outletRole:
		return parsed{outlet: s.outlet(root)}
	case as == storyRole && has(root, "source"):
		for _, e := range entries(root) {
			if e.key.Value == "source" {
				s.fail(e.key, "index.md is the story's own page, and can't be a summary too", "move the summary to a file of its own in the same folder")
			}
		}
		return parsed{}
	case as == storyRole:
		s.astray(root)
		return parsed{story: s.story(root, c)}
	case as == topRole && !s.reports(root):
		return parsed{page: s.page(root)}
	}
	if s.format == "" {
		s.add(problem.Error, 1, 1, "the summary has no front matter", "begin the file with a line ---, the keys title, date and source, and another line ---")
		return parsed{}
	}
	s.astray(root)
	p := parsed{summary: s.summary(root, c)}
	for _, e := range entries(root) {
		switch scalar := e.value.Kind == yaml.ScalarNode && !blank(e.value); {
		case scalar && e.key.Value == "story":
			p.names = e.value
		case scalar && e.key.Value == "slug":
			p.slug = e.value
		}
	}
	if as == topRole && p.names == nil && has(root, "source") {
		s.add(problem.Error, s.open, 0, "the summary belongs to no story", "write story: with the name of a folder, or move the file into one")
	}
	return p
}

// reports reports whether a file beside index.md is a summary.
func (s *sheet) reports(root *yaml.Node) bool {
	return has(root, "source", "figures", "story")
}

// page reads a plain page.
func (s *sheet) page(root *yaml.Node) *Page {
	found := s.fields(root, fieldSet{of: "a page", known: pageKeys})
	p := &Page{
		Document:    s.document(),
		Slug:        s.slug(found["slug"]),
		Title:       s.words(found["title"], "title"),
		Description: s.words(found["description"], "description"),
	}
	if p.Title == "" {
		p.Title = fromName(strings.TrimSuffix(s.file[strings.LastIndexByte(s.file, '/')+1:], ".md"))
	}
	s.free(p.Slug, taken)
	return p
}

// outlet reads what there is to say about a source.
func (s *sheet) outlet(root *yaml.Node) *Outlet {
	found := s.fields(root, fieldSet{of: "a source's page", known: outletKeys})
	return &Outlet{
		Document: s.document(),
		Slug:     s.slug(found["slug"]),
		Title:    s.words(found["title"], "title"),
		URL:      s.link(found["url"], "url"),
	}
}

// fromName is a title made of the name of a file or folder.
func fromName(name string) string {
	title := strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name))
	first, size := utf8.DecodeRuneInString(title)
	if size == 0 {
		return name
	}
	return string(unicode.ToUpper(first)) + title[size:]
}

// summary reads a summary.
func (s *sheet) summary(root *yaml.Node, c Config) *Summary {
	found := s.fields(root, fieldSet{of: "a summary", known: summaryKeys, required: summaryRequired,
		examples: map[string]string{"title": `title: "What the article says"`, "date": "date: 2026-02-27", "source": "source: Reuters"}})
	m := &Summary{
		Document: s.document(),
		Slug:     s.slug(found["slug"]),
		Title:    s.words(found["title"], "title"),
		Date:     s.date(found["date"], "date", c.Timezone, false),
		DateNote: s.words(found["date_note"], "date_note"),
		Updated:  s.date(found["updated"], "updated", c.Timezone, false),
		Source:   s.source(found["source"]),
		Tags:     s.tags(found["tags"]),
		Summary:  s.words(found["summary"], "summary"),
		Draft:    s.truth(found["draft"], "draft"),
	}
	s.words(found["story"], "story")
	if m.Slug == "table" {
		s.free("story/table", []string{"story/table"})
	}
	if u, d := m.Updated.Time, m.Date.Time; !u.IsZero() && !d.IsZero() && u.Before(d) && u.Format(dayLayout) != d.Format(dayLayout) {
		s.warn(found["updated"], fmt.Sprintf("updated (%s) is before date (%s)", u.Format(dayLayout), d.Format(dayLayout)), "date is the day on which the article appeared, updated a later one")
	}
	m.Figures = s.figures(found["figures"], m.Source.Locale(c), c)
	if found["figures"] == nil && m.Summary == "" && strings.TrimSpace(m.Body) == "" && !m.Draft {
		s.add(problem.Warning, 0, 0, "the summary has neither text nor figures, and so says nothing",
			"write values under figures:, or text below the front matter, or draft: true until you have them")
	}
	return m
}

// truth reads true or false.
func (s *sheet) truth(n *yaml.Node, field string) bool {
	switch written := s.words(n, field); strings.ToLower(written) {
	case "true":
		return true
	case "", "false":
	default:
		s.fail(n, fmt.Sprintf("%s: %s is neither true nor false", field, show(written)), "write "+field+": true, or leave the line out")
	}
	return false
}

// maxTags is how many tags a file may have: the page of each tag shows all
// tags of what it lists, so their number counts twice.
const maxTags = 100

// tags reads a list, or words between commas. Of tags that match, the first
// stays.
func (s *sheet) tags(n *yaml.Node) []string {
	var tags, slugs []string
	for _, item := range s.list(n, "tags") {
		for tag := range strings.SplitSeq(item.Value, ",") {
			tag = strings.Join(strings.Fields(tag), " ")
			slug := Slug(tag)
			if tag == "" || slices.Contains(slugs, slug) {
				continue
			}
			tags, slugs = append(tags, once(tag)), append(slugs, slug)
		}
	}
	if len(tags) > maxTags {
		s.fail(n, fmt.Sprintf("tags: there are %d, expected at most %d", len(tags), maxTags), "keep those that readers would look for")
		tags = tags[:maxTags]
	}
	return tags
}
