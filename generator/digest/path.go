package digest

import (
	"fmt"
	"net/url"
	"strings"

	"collate/generator/content"
)

// The paths of pages: slash paths from the site's root that end in a slash,
// empty for the home page, with a fragment where a part of a page is meant.
// They are what follows Config.URL in canonical and feed links.

// Path is the path of the story's page: openai-110b-round/.
func (s *Story) Path() string { return s.path }

// Path is the path of the row on its story's page: story/#round-total.
func (r *Row) Path() string { return r.Story.Path() + "#" + r.ID }

// Path is the path of the check on its story's page.
func (c *Check) Path() string { return c.Story.Path() + "#" + c.ID }

// Path is the path of the summary's page: story/2026-02-27-mint/.
func (s *Summary) Path() string { return strings.TrimSuffix(s.file, "index.html") }

// PageFile is the file of the summary's page: story/2026-02-27-mint/index.html.
func (s *Summary) PageFile() string { return s.file }

// Path is the path of the figure's page: figures/round-total/.
func (f *Figure) Path() string { return FigurePath(f.Slug) }

// Path is the path of the source's page: sources/mint/.
func (s *Source) Path() string { return SourcePath(s.Slug) }

// Path is the path of the tag's page: tags/funding/.
func (t *Tag) Path() string { return TagPath(t.Slug) }

// StoryPath is the page of a story by its slug.
func StoryPath(slug string) string { return slug + "/" }

// FigurePath is the path of the page of the figure with a slug.
func FigurePath(slug string) string { return "figures/" + slug + "/" }

// SourcePath is the path of the page of the source with a slug.
func SourcePath(slug string) string { return "sources/" + slug + "/" }

// TagPath is the path of the page of the tag with a slug.
func TagPath(slug string) string { return "tags/" + slug + "/" }

// FigurePath is the path of the page of the row's figure over all stories.
func (r *Row) FigurePath() string { return FigurePath(r.Slug) }

// SourcePath is the path of the page of the summary's source.
func (s *Summary) SourcePath() string { return SourcePath(s.SourceLabel.Slug) }

// Path is the path of the month's page: timeline/2026/03/.
func (m Month) Path() string { return fmt.Sprintf("timeline/%04d/%02d/", m.Year, m.Month) }

// Path is where the dispute is shown in full: its row or check.
func (d Dispute) Path() string {
	if d.Check != nil {
		return d.Check.Path()
	}
	return d.Row.Path()
}

// PagePath is the path of a plain page: about/.
func PagePath(p *content.Page) string { return p.Slug + "/" }

// URL is the address of a path below a site's own, percent-encoded; base may
// be any text that ends in a slash, or empty.
func URL(base, path string) string {
	path, fragment, _ := strings.Cut(path, "#")
	u := url.URL{Path: path, Fragment: fragment}
	address := base + u.EscapedPath()
	if fragment != "" {
		address += "#" + u.EscapedFragment()
	}
	return address
}

// File is the file that a path is served from: story/ is story/index.html.
func File(path string) string {
	path, _, _ = strings.Cut(path, "#")
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// Relative is the link from one page to another, both given as paths. It
// names index.html, so that a site opened from disk works as a hosted one.
func Relative(from, to string) string {
	to, fragment, has := strings.Cut(to, "#")
	if has && to == from {
		return "#" + fragment
	}
	// Drop the folders that both have in common.
	dir, target := from[:strings.LastIndexByte(from, '/')+1], to
	for {
		i := strings.IndexByte(dir, '/')
		if i < 0 || !strings.HasPrefix(target, dir[:i+1]) {
			break
		}
		dir, target = dir[i+1:], target[i+1:]
	}
	mark, index := "", ""
	if has {
		mark = "#"
	}
	if to == "" || strings.HasSuffix(to, "/") {
		index = "index.html"
	}
	// Pages lie three folders deep at most; this way it is one string to make.
	const ups = "../../../../"
	up := strings.Count(dir, "/")
	if len("../")*up <= len(ups) {
		return ups[:len("../")*up] + target + index + mark + fragment
	}
	return strings.Repeat("../", up) + target + index + mark + fragment
}
