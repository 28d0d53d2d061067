package content

import (
	"fmt"
	"slices"
	"strings"

	"collate/generator/frontmatter"
	"collate/generator/problem"
	"collate/generator/slug"
)

// The keys of each kind of file.
var (
	siteKeys = []string{"title", "description", "url", "language", "author", "timezone", "tolerance", "currency",
		"rates", "lead", "editions"}
	pageKeys   = []string{"title", "description", "slug", "aliases", "draft"}
	outletKeys = []string{"title", "url", "aliases", "slug", "draft"}
	storyKeys  = []string{"title", "summary", "tags", "checks", "rates", "stages", "claimants", "figures", "aliases",
		"draft"}
	summaryKeys = []string{"title", "date", "date_note", "source", "figures", "tags", "story", "slug", "summary",
		"updated", "as_of", "stage", "by", "withdrawn", "draft", "aliases"}
	sourceKeys = []string{"name", "url", "author", "language", "via", "read", "archived"}
	figureKeys = []string{"value", "text", "none", "as_of", "stage", "by", "corrects", "differ", "why", "note",
		"quote"}
	specKeys     = []string{"aliases", "unit", "note", "moves", "differ", "why"}
	claimantKeys = []string{"aliases", "note"}
	byKeys       = []string{"unnamed"}

	summaryRequired = []string{"title", "date", "source"}
	sourceRequired  = []string{"name"}

	anyKeys = slices.Concat(siteKeys, summaryKeys, storyKeys, sourceKeys, figureKeys, specKeys, claimantKeys, byKeys)
)

// likelyKeys are keys that people bring along from elsewhere.
var likelyKeys = map[string]string{
	"headline": "title", "name": "title", "heading": "title",
	"published": "date", "publishdate": "date", "pubdate": "date", "day": "date",
	"publisher": "source", "outlet": "source", "publication": "source", "site": "source", "newspaper": "source",
	"values": "figures", "numbers": "figures", "data": "figures", "facts": "figures",
	"topics": "tags", "keywords": "tags", "categories": "tags", "category": "tags",
	"abstract": "summary", "excerpt": "summary", "description": "summary", "teaser": "summary", "lead": "summary",
	"modified": "updated", "lastmod": "updated", "permalink": "slug",
	"amount": "value", "number": "value", "figure": "value", "val": "value",
	"asof": "as_of", "said_by": "by", "comment": "note", "alias": "aliases", "units": "unit",
	"link": "url", "href": "url", "baseurl": "url", "lang": "language", "byline": "author", "tz": "timezone",
	"equations": "checks", "formulas": "checks",
}

// A fieldSet is the keys that a mapping may have, and those that it must.
type fieldSet struct {
	of       string // what the mapping is, with its article: "a summary"
	path     string // put before the name of a key: "source: "
	known    []string
	required []string
	examples map[string]string // for required keys: what to write
	lax      bool              // a missing key is a warning only
	slipped  bool              // no key is right, so that the mapping could be something else: each is an error
}

// fields reads the keys of a mapping. Unknown keys are reported, and required
// ones that are not there or have no value; a key that is both (title, spelt
// titel) is reported once. Keys without a value are left out.
func (s *fileReader) fields(n *frontmatter.Node, set fieldSet) map[string]*frontmatter.Node {
	found := map[string]*frontmatter.Node{}
	var unknown []frontmatter.Entry
	for _, e := range n.Entries() {
		switch {
		case slices.Contains(set.known, e.Key.Value):
		case s.tellsRelease(e.Key):
			continue
		default:
			unknown = append(unknown, e)
			continue
		}
		found[e.Key.Value] = e.Value
	}
	unknown = s.outdented(n, unknown, found)
	for _, key := range set.required {
		if value := found[key]; value != nil && value.Blank() {
			s.Add(set.severity(), value.Line, value.Column, set.path+key+" has no value", "write "+set.examples[key])
		}
	}
	for _, e := range unknown {
		s.unknown(e, set, found)
	}
	for _, key := range set.required {
		if found[key] == nil {
			line, column := n.Line, n.Column
			if set.path == "" {
				line, column = max(s.Open, 1), 0
			}
			s.Add(set.severity(), line, column,
				fmt.Sprintf("%s%s is missing, and %s has to have one", set.path, key, set.of),
				"write "+set.examples[key])
		}
	}
	for key, value := range found {
		if value.Blank() {
			delete(found, key)
		}
	}
	return found
}

// severity is that of a missing key.
func (set fieldSet) severity() problem.Severity {
	if set.lax {
		return problem.Warning
	}
	return problem.Error
}

// outdented looks for figures: or source: without a value and with keys below
// it that nobody knows: they were meant to be indented. It returns the unknown
// keys that are left.
func (s *fileReader) outdented(n *frontmatter.Node, unknown []frontmatter.Entry,
	found map[string]*frontmatter.Node) []frontmatter.Entry {
	above, reported := "", false
	for _, e := range n.Entries() {
		name := e.Key.Value
		if !slices.ContainsFunc(unknown, func(u frontmatter.Entry) bool { return u.Key == e.Key }) {
			above, reported = "", false
			if (name == "figures" || name == "source") && e.Value.Null() {
				above = name
			}
			continue
		}
		if above == "" {
			continue
		}
		if !reported {
			s.Fail(e.Key, above+" has no value, for what stands below it is not indented",
				"indent this line, and those that belong to it, by two spaces")
			s.MarkReported(e.Key.Line) // what follows from it, a missing name
			found[above] = &frontmatter.Node{Kind: frontmatter.Mapping, Line: e.Key.Line}
			reported = true
		}
		unknown = slices.DeleteFunc(unknown, func(u frontmatter.Entry) bool { return u.Key == e.Key })
	}
	return unknown
}

// unknown reports a key that is not known, with the one that it probably was
// meant to be. Where that one is required and missing, both are one error,
// and found has it afterwards.
func (s *fileReader) unknown(e frontmatter.Entry, set fieldSet, found map[string]*frontmatter.Node) {
	key := e.Key.Value
	message := fmt.Sprintf("%s%q is not a key of %s", set.path, key, set.of)
	meant := likelyKeys[strings.ToLower(key)]
	if !slices.Contains(set.known, meant) {
		meant, _ = problem.Nearest(key, set.known)
	}
	switch {
	case meant != "" && slices.Contains(set.required, meant) && found[meant] == nil:
		s.Add(set.severity(), e.Key.Line, e.Key.Column, message+", and "+meant+" is missing", s.Renamed(e.Key, meant))
		found[meant] = e.Value
	case e.Value.Null() && e.Value.Value == "" && s.AfterComma(e.Key):
		s.Fail(e.Key, fmt.Sprintf("%sa comma ends a value inside { }, and %s after it is a key of its own", set.path,
			problem.Quote(key)), "put a value with a comma in quotes")
	case strings.EqualFold(key, "draft"):
		s.Fail(e.Key, message+": the site as a whole can't be a draft",
			"leave the line out; pages, stories and summaries can be drafts")
	case meant == "figures" && found[meant] == nil && strings.Contains(s.Body, "[["):
		// What the text asks for could not be found: this is why.
		s.failNames(e.Key, message+", and the text asks for figures", s.Renamed(e.Key, meant))
	case meant != "" && set.slipped:
		s.Fail(e.Key, message, s.Renamed(e.Key, meant))
	case meant != "":
		s.Warn(e.Key, message, s.Renamed(e.Key, meant))
	case slices.Contains(set.known, "aliases") && key == "value":
		s.Warn(e.Key, message+": values belong in a summary", valueHint)
	case slices.Contains(set.known, "source") && slices.Contains(sourceKeys, misplaced(key)):
		s.Warn(e.Key, message, "write source: {name: …, "+misplaced(key)+": …}")
	case slices.Contains(set.known, "figures") && e.Value.Kind == frontmatter.Scalar &&
		strings.ContainsAny(e.Value.Value, "0123456789"):
		s.Warn(e.Key, message, "if it is a figure, indent it by two spaces, below figures:")
	case set.of == fullFigure && e.Value.Kind == frontmatter.Scalar && strings.ContainsAny(e.Value.Value, "0123456789"):
		s.Warn(e.Key, message, "a group has no value of its own: give the whole a name beside the group")
	default:
		s.Warn(e.Key, message, "known are "+strings.Join(set.known, ", "))
	}
}

// misplaced is a key under the name that we know it by.
func misplaced(key string) string {
	key = strings.ToLower(key)
	if other, ok := likelyKeys[key]; ok {
		return other
	}
	return key
}

// slug is the slug that the front matter gives, or the one of the file's name.
func (s *fileReader) slug(n *frontmatter.Node) string {
	if written := s.Words(n, "slug"); written != "" {
		if good := slug.Of(written); good != written {
			s.Fail(n, fmt.Sprintf("slug: %s can't stand in a URL as it is", problem.Quote(written)),
				"write slug: "+good)
		}
		return slug.Of(written)
	}
	name := s.Path[strings.LastIndexByte(s.Path, '/')+1:]
	return slug.Of(strings.TrimSuffix(name, ".md"))
}

// reserved reports that a file wants a page that every site has.
func (s *fileReader) reserved(page string) {
	s.Add(problem.Error, 0, 0, fmt.Sprintf("/%s/ is a page that every site has", page), "choose another name")
}
