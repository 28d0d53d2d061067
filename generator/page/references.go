package page

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"net/url"
	"path"
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/markdown"
	"collate/generator/problem"

	"golang.org/x/text/unicode/norm"
)

// renderText appends a text's HTML as it stands here, its highest heading at
// the level given.
func (h context) renderText(b *bytes.Buffer, t text, level int) error {
	doc := h.texts.of(t)
	if doc == nil {
		return nil
	}
	highest := 6
	for _, heading := range doc.Headings() {
		highest = min(highest, heading.Level)
	}
	return doc.Render(b, markdown.RenderOptions{
		Reference:    func(r markdown.Reference) markdown.Inline { return h.inline(t, r) },
		Fence:        func(b *bytes.Buffer, f markdown.Fence) error { return h.fence(b, t, f) },
		Link:         func(to string) string { return h.followed(t, to) },
		HeadingShift: level - highest,
	})
}

// A meaning is what a reference means. Row and story are nil where there is
// none.
type meaning struct {
	story    *digest.Story
	row      *digest.Row
	name     string // as it is written, without the story
	claimant string // whose word is asked for; empty where nobody's is
}

// meaning finds what a reference means.
func (s *Site) meaning(t text, r markdown.Reference) meaning {
	story, name := t.story, r.Name
	if r.Story != "" {
		if other := s.digest.Story(r.Story); other != nil {
			story = other
		} else {
			name = r.Written
		}
	}
	if story == nil {
		return meaning{}
	}
	row, claimant := story.Named(name)
	return meaning{story, row, name, claimant}
}

// own is what the text's own summary reports of what is meant; nil where it
// doesn't.
func (m meaning) own(t text) *digest.Report {
	if t.summary == nil || t.summary.Story != m.story {
		return nil
	}
	return t.summary.Report(m.name)
}

// inline is what a reference becomes: in a summary what it reports itself,
// elsewhere what the sources say together.
func (h context) inline(t text, r markdown.Reference) markdown.Inline {
	meant := h.meaning(t, r)
	row := meant.row
	if row == nil {
		return markdown.Inline{Text: r.Name}
	}
	in := markdown.Inline{URL: h.target(row.Path())}
	front := row.Front()
	if len(front) > 1 {
		in.Mark, in.Title = agreementSigns[row.Kind], h.words.Camps(row)
	}
	if own := meant.own(t); own != nil {
		in.Text = h.words.Written(own.Value)
		return in
	}
	if said := row.Of(meant.claimant); said != nil && meant.claimant != "" {
		in.Text, _ = h.words.CampValue(digest.Camp{Shown: said, Reports: []*digest.Report{said}})
		return in
	}
	in.Text, _ = h.words.CampValue(front[0])
	if len(front) > 1 {
		in.Text = h.words.Camps(row)
		in.Title = h.words.Text("kind." + string(row.Kind))
	}
	return in
}

// fixedPaths are the paths that every site has.
var fixedPaths = []string{
	"timeline/", "figures/", "sources/", "tags/", "disagreements/", "search/", "404.html", "feed.xml", "feed.json",
	"disagreements/feed.xml", "figures.csv", "figures.json", "sitemap.xml", "robots.txt", "llms.txt", "card.png",
	"datapackage.json",
}

// targets are the paths that links in texts may lead to, by their names in
// composed letters (some systems store é as e and an accent)
// without slash or index.html at the end: openai/, openai/2026-02-27-mint.md.
type targets map[string]string

// add adds a path, also under the name of its content file if it has one.
func (t targets) add(to, file string) {
	t[norm.NFC.String(strings.TrimSuffix(to, "/"))] = to
	if file != "" {
		t[norm.NFC.String(file)] = to
	}
}

// findTargets lists the targets of a site.
func findTargets(d *digest.Digest) targets {
	t := targets{"": "", "index.md": ""}
	for _, path := range fixedPaths {
		t.add(path, "")
	}
	root := path.Dir(d.Home.File) + "/"
	for _, p := range d.Pages {
		t.add(digest.PagePath(p), strings.TrimPrefix(p.File, root))
		t.addAliases(p.Aliases)
	}
	for _, s := range d.Stories {
		t.addStory(s, root)
	}
	for _, s := range d.Outline.Sources {
		t.add(digest.SourcePath(s.Slug), "")
	}
	for _, o := range d.Outline.SourcePages {
		t.add(digest.SourcePath(o.Slug), strings.TrimPrefix(o.File, root))
	}
	for _, f := range d.Outline.Figures {
		t.add(digest.FigurePath(f.Slug), "")
	}
	for _, tag := range d.Outline.Tags {
		t.add(digest.TagPath(tag.Slug), "")
	}
	for _, m := range d.Outline.Months {
		t.add(m.Path(), "")
	}
	for _, a := range d.Assets {
		t[norm.NFC.String(a.Path)] = (&url.URL{Path: a.Path}).EscapedPath()
	}
	return t
}

// addStory adds what there is of a story; root is the content folder.
func (t targets) addStory(s *digest.Story, root string) {
	t.add(s.Path(), strings.TrimPrefix(s.Document.File, root))
	for _, name := range []string{"feed.xml", "figures.csv", "table/", "table.md", "table.wiki", "sources.bib",
		"sources.json", "card.png"} {
		t.add(s.Path()+name, "")
	}
	t.addAliases(s.Aliases)
	for _, sum := range s.Summaries {
		t.add(sum.Path(), strings.TrimPrefix(sum.File, root))
		t.addAliases(sum.Aliases)
	}
}

// addAliases adds former addresses, which a link may still name.
func (t targets) addAliases(aliases []content.Alias) {
	for _, a := range aliases {
		t.add(strings.TrimSuffix(a.Path, "index.html"), "")
	}
}

// follow finds the path that a link of a text leads to.
func (s *Site) follow(t text, to string) (string, bool) {
	to = to[:pathLength(to)]
	if unescaped, err := url.PathUnescape(to); err == nil {
		to = unescaped
	}
	if to == "" {
		return t.path, true
	}
	root := path.Dir(s.digest.Home.File)
	beside := path.Join("/", strings.TrimPrefix(path.Dir(t.File), root))
	for _, from := range []string{beside, path.Join("/", t.path)} {
		if strings.HasPrefix(to, "/") {
			from = "/"
		}
		full := strings.TrimPrefix(path.Join(from, to), "/")
		full = strings.TrimSuffix(strings.TrimSuffix(full, "index.html"), "/")
		if found, ok := s.targets()[norm.NFC.String(full)]; ok {
			return found, true
		}
	}
	return "", false
}

// pathLength is where the query or fragment of a link begins.
func pathLength(link string) int {
	if at := strings.IndexAny(link, "?#"); at >= 0 {
		return at
	}
	return len(link)
}

// followed is the link as it is written on this page; one that leads nowhere
// stays as it is.
func (h context) followed(t text, to string) string {
	t.path = h.textPath(t)
	found, ok := h.follow(t, to)
	rest := to[pathLength(to):]
	if id, known := h.heading(found, rest); ok && known {
		rest = "#" + id
	}
	switch {
	case !ok:
		return to
	case h.base != "":
		return h.base + found + rest // what is rendered percent-encodes it
	case strings.HasPrefix(rest, "#"):
		return h.target(found + rest)
	}
	return h.target(found) + rest
}

// textPath is the page that shows a text: not always the one that it is being
// rendered for, as feeds show texts too.
func (h context) textPath(t text) string {
	switch {
	case t.summary != nil:
		return t.summary.Path()
	case t.story != nil:
		return t.story.Path()
	}
	return h.path
}

// checkTexts collects what is wrong with the texts.
func (s *Site) checkTexts() problem.List {
	var problems problem.List
	for _, t := range s.texts.others {
		problems = append(problems, t.doc.Problems()...)
		problems = append(problems, s.checkOutward(t)...)
	}
	for _, story := range s.digest.Stories {
		told := s.texts.stories[story.Slug]
		problems = append(problems, told.problems...)
		for _, t := range told.outward {
			problems = append(problems, s.checkOutward(t)...)
		}
	}
	return problems
}

// checkOutward collects what is wrong with a text where it names something
// outside its story.
func (s *Site) checkOutward(t text) problem.List {
	var problems problem.List
	for _, r := range t.doc.References() {
		if t.story == nil || r.Story != "" {
			problems = append(problems, s.checkReference(t, r)...)
		}
	}
	for _, f := range t.doc.Fences() {
		problems = append(problems, s.checkFence(t, f)...)
	}
	for _, l := range t.doc.Links() {
		found, ok := s.follow(t, l.Destination)
		if ok && s.isDead(found, l.Destination[pathLength(l.Destination):]) {
			problems = append(problems, problem.Problem{
				Place: l.Place, Text: l.Line, Severity: problem.Warning,
				Message: fmt.Sprintf("the link %q leads to no heading of its page", l.Destination),
				Hint:    "write # and the heading's words with hyphens between: #the-costs",
			})
		}
		if !ok {
			problems = append(problems, problem.Problem{
				Place: l.Place, Text: l.Line, Severity: problem.Warning,
				Message: fmt.Sprintf("the link %q leads to no page or file of this site", l.Destination),
				Hint:    s.likelyLink(l.Destination),
			})
		}
	}
	return problems
}

func (s *Site) checkReference(t text, r markdown.Reference) problem.List {
	p := problem.Problem{Place: r.Place, Text: r.Line, Severity: problem.Error}
	meant := s.meaning(t, r)
	row, story := meant.row, meant.story
	switch {
	case story != nil && story.Incomplete:
		return nil // the figure may be in what could not be read
	case story == nil && r.Story == "":
		p.Message = fmt.Sprintf("[[%s]]: this page belongs to no story, so the reference has to name one", r.Written)
		p.Hint = "write [[story/Figure]]"
	case story == nil || row == nil && r.Story != "" && s.digest.Story(r.Story) == nil:
		p.Message = fmt.Sprintf("[[%s]]: there is no story %q", r.Written, r.Story)
		p.Hint = s.hint(r.Story, s.slugs())
	case row == nil:
		p.Message = fmt.Sprintf("[[%s]]: nobody in the story %s reports a figure of that name", r.Written, story.Slug)
		p.Hint = likelyName(r.Name, rowNames(story))
	case meant.claimant != "" && row.Of(meant.claimant) == nil:
		p.Message = fmt.Sprintf("[[%s]]: nobody gives %s on the word of %q", r.Written, row.Name, meant.claimant)
		p.Hint = likelyName(meant.claimant, row.Claimants())
	case t.summary != nil && t.story == story && r.Words == "" && meant.own(t) == nil:
		p.Message = fmt.Sprintf("[[%s]]: this summary does not report that figure", r.Written)
		p.Hint = "add it to the figures in the front matter, or choose the words: [[" + r.Written + "|words]]"
	default:
		return nil
	}
	return problem.List{p}
}

// slugs are the slugs of all stories.
func (s *Site) slugs() []string {
	var slugs []string
	for _, story := range s.digest.Stories {
		slugs = append(slugs, story.Slug)
	}
	return slugs
}

// names are what the last part of a link may be.
func (s *Site) names() []string {
	names := s.slugs()
	for _, p := range s.digest.Pages {
		names = append(names, p.Slug)
	}
	return names
}

func rowNames(story *digest.Story) []string {
	var names []string
	for _, row := range story.Rows {
		names = append(names, row.Name.String())
	}
	return names
}

// likelyName is a hint that names the known name nearest to what was written;
// empty where none is near.
func likelyName(written string, known []string) string {
	name, ok := problem.Nearest(written, known)
	if !ok {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", name)
}

// likelyLink is a hint that names the page which a link that leads nowhere is
// probably meant to lead to, from the root of the site: so it holds anywhere.
func (s *Site) likelyLink(to string) string {
	name, ok := problem.Nearest(strings.TrimSuffix(path.Base(to), ".md"), s.names())
	if !ok {
		return ""
	}
	return fmt.Sprintf("did you mean /%s/?", name)
}

// Sentence is one sentence on a summary as plain text: its own, or its text's
// first paragraph.
func (s *Site) Sentence(sum *digest.Summary) string {
	if sum.Summary.Sentence != "" {
		return sum.Summary.Sentence
	}
	h, t := context{Site: s, path: sum.Path()}, text{Document: &sum.Document, story: sum.Story, summary: sum}
	return s.texts.of(t).Excerpt(func(r markdown.Reference) markdown.Inline { return h.inline(t, r) })
}

// Content appends the HTML of a summary's text with links that begin with the
// site's URL, or where it has none with a slash, for feeds.
func (s *Site) Content(b *bytes.Buffer, sum *digest.Summary) error {
	h := context{Site: s, path: sum.Path(), base: s.address()}
	return h.renderText(b, text{Document: &sum.Document, story: sum.Story, summary: sum}, 2)
}

// address is where the site is published, a slash where that is not said.
func (s *Site) address() string { return cmp.Or(s.digest.Config.URL, "/") }

func escape(s string) string { return html.EscapeString(s) }
