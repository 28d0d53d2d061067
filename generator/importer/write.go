package importer

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync"

	"collate/generator/draft"
	"collate/generator/slug"
)

// write is a post as a content file.
func (s *site) write(p post) []byte {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, draft.Scalar(oneLine(value)))
		}
	}
	b.WriteString("---\n")
	title := first(p.First("title"), strings.ReplaceAll(stem(p.to), "-", " "))
	line("title", title)
	summary := p.First("summary", "description", "excerpt", "lead")
	switch {
	case p.to == "index.md" || !strings.Contains(p.to, "/"):
		line("description", summary)
	case !p.summary():
		line("summary", summary)
		writeTags(&b, p)
	default:
		line("date", p.date)
		if updated := dayIn(p.First("lastmod", "updated", "last_modified_at", "modified")); updated > p.date {
			line("updated", updated)
		}
		s.writeSource(&b, p)
		line("summary", summary)
		writeTags(&b, p)
		if p.First("draft") == "true" || p.First("published") == "false" || strings.HasPrefix(p.from, "_drafts/") {
			b.WriteString("draft: true\n")
		}
	}
	if path.Base(p.to) != "index.md" {
		line("slug", ownSlug(p.First("slug")))
	}
	b.WriteString("---\n\n")
	b.WriteString(strings.TrimLeft(s.body(p), "\n"))
	return []byte(b.String())
}

// writeSource writes who published what the post is about: what it names, or
// else the site itself.
func (s *site) writeSource(b *strings.Builder, p post) {
	link := p.First("link", "external_url", "externalurl", "source_url", "source.url", "canonical", "canonicalurl",
		"canonical_url", "params.link")
	name := p.First("source", "source.name", "publisher")
	if u, err := url.Parse(name); err == nil && u.Host != "" {
		name, link = "", first(link, name)
	}
	host := ""
	if link = address(link); link != "" {
		u, _ := url.Parse(link) // it is an address
		host = strings.TrimPrefix(u.Hostname(), "www.")
	}
	name = first(name, host, s.title, "This site")
	author := p.First("author", "authors", "author.name")
	if link == "" && author == "" {
		fmt.Fprintf(b, "source: %s\n", draft.Scalar(oneLine(name)))
		return
	}
	fmt.Fprintf(b, "source:\n  name: %s\n", draft.Scalar(oneLine(name)))
	if link != "" {
		fmt.Fprintf(b, "  url: %s\n", draft.Scalar(link))
	}
	if author != "" {
		fmt.Fprintf(b, "  author: %s\n", draft.Scalar(oneLine(author)))
	}
}

// writeTags writes tags and categories, each once.
func writeTags(b *strings.Builder, p post) {
	var tags []string
	seen := map[string]bool{}
	for _, key := range []string{"tags", "tag", "categories", "category", "keywords"} {
		for _, tag := range p.Fields[key] {
			if tag = oneLine(strings.ReplaceAll(tag, ",", " ")); tag != "" && !seen[strings.ToLower(tag)] {
				seen[strings.ToLower(tag)] = true
				tags = append(tags, draft.Scalar(tag))
			}
		}
	}
	if len(tags) > 0 {
		fmt.Fprintf(b, "tags:\n  - %s\n", strings.Join(tags, "\n  - "))
	}
}

// What stands in the text for other programs.
var (
	more      = find(`(?m)^[ \t]*<!--\s*more\s*-->[ \t]*\n?`)
	raw       = find(`\{%-?\s*(?:end)?raw\s*-?%\}`)
	comments  = find(`(?s)\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}|\{\{[<%]/\*.*?\*/[>%]\}\}`)
	highlight = find(`(?m)^[ \t]*(?:\{%-?\s*highlight\s+(\w+)[^%]*%\}|\{\{<\s*highlight\s+"?(\w+)"?[^>]*>\}\})[ \t]*$`)
	lowlight  = find(`(?m)^[ \t]*(?:\{%-?\s*endhighlight\s*-?%\}|\{\{<\s*/\s*highlight\s*>\}\})[ \t]*$`)
	refs      = find(`\{\{[<%]\s*(?:rel)?ref\s+"?([^"\s>%]+)"?\s*[>%]\}\}`)
	postURL   = find(`\{%-?\s*(?:post_url|link)\s+(\S+?)\s*-?%\}`)
	baseURL   = find(`\{\{\s*(?:site\.(?:baseurl|url)|"" \| relative_url)\s*\}\}`)
	figure    = find(`\{\{[<%]\s*figure\s+([^>%]*)[>%]\}\}`)
	attribute = find(`(\w+)="([^"]*)"`)
	remaining = find(`\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\{\{.*?\}\}`)
)

// find compiles a pattern when it is first used: no other command waits for it.
func find(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// body is the text of a post, as far as it carries.
func (s *site) body(p post) string {
	text := comments().ReplaceAllString(more().ReplaceAllString(p.Body, ""), "")
	text = raw().ReplaceAllString(text, "")
	text = highlight().ReplaceAllString(text, "```$1$2")
	text = lowlight().ReplaceAllString(text, "```")
	text = baseURL().ReplaceAllString(text, "")
	text = refs().ReplaceAllStringFunc(text,
		func(m string) string { return s.link(p, refs().FindStringSubmatch(m)[1], m) })
	text = postURL().ReplaceAllStringFunc(text,
		func(m string) string { return s.link(p, postURL().FindStringSubmatch(m)[1], m) })
	text = figure().ReplaceAllStringFunc(text, image)
	s.tell(p)
	return unlinked(text)
}

// linked finds what other programs take for a link between notes, and Collate
// for a reference to a figure.
var linked = find(`\[\[[^\[\]\n]+\]\]`)

// unlinked is a text in which [[words]] are words, outside of code.
func unlinked(text string) string {
	if !strings.Contains(text, "[[") {
		return text
	}
	lines, fence := strings.Split(text, "\n"), ""
	for i, line := range lines {
		start := strings.TrimLeft(line, " ")
		switch {
		case fence != "":
			if strings.HasPrefix(start, fence) {
				fence = ""
			}
		case strings.HasPrefix(start, "```"), strings.HasPrefix(start, "~~~"):
			fence = start[:3]
		case strings.HasPrefix(line, "    "), strings.HasPrefix(line, "\t"):
		default:
			parts := strings.Split(line, "`") // every second is code
			for j := 0; j < len(parts); j += 2 {
				parts[j] = linked().ReplaceAllString(parts[j], `\$0`)
			}
			lines[i] = strings.Join(parts, "`")
		}
	}
	return strings.Join(lines, "\n")
}

// image is a figure shortcode as an image.
func image(shortcode string) string {
	about := map[string]string{}
	for _, m := range attribute().FindAllStringSubmatch(figure().FindStringSubmatch(shortcode)[1], -1) {
		about[m[1]] = m[2]
	}
	if about["src"] == "" {
		return shortcode
	}
	return fmt.Sprintf("![%s](%s)",
		strings.NewReplacer("[", "", "]", "").Replace(first(about["alt"], about["caption"], about["title"], "Figure")),
		about["src"])
}

// link is a link from a post to another, by what the other's old name ends in;
// as it was where there is none.
func (s *site) link(p post, to, as string) string {
	to, fragment, has := strings.Cut(to, "#")
	if has {
		fragment = "#" + fragment
	}
	to = strings.TrimSuffix(strings.TrimPrefix(to, "/"), "/")
	if s.ends == nil {
		s.ends = endings(s.posts)
	}
	if other, ok := s.ends[to]; ok {
		return relative(p.to, other) + fragment
	}
	return as
}

// endings are the new paths of posts by all that their old names end in, the
// first that does.
func endings(posts []post) map[string]string {
	ends := map[string]string{}
	for _, p := range posts {
		old := strings.TrimSuffix(p.from, path.Ext(p.from))
		for _, name := range []string{p.from, old, strings.TrimSuffix(old, "/index")} {
			for more := true; more; _, name, more = strings.Cut(name, "/") {
				ends[name] = cmp.Or(ends[name], p.to)
			}
		}
	}
	return ends
}

// relative is the way from a file to another.
func relative(from, to string) string {
	if path.Dir(from) == path.Dir(to) {
		return path.Base(to)
	}
	return strings.Repeat("../", strings.Count(from, "/")) + to
}

// tell tells what is left in the text for other programs, with its line in the
// old file.
func (s *site) tell(p post) {
	body := comments().ReplaceAllStringFunc(p.Body,
		func(m string) string { return strings.Repeat("\n", strings.Count(m, "\n")) })
	for i, line := range strings.Split(body, "\n") {
		for _, known := range []*regexp.Regexp{raw(), highlight(), lowlight(), baseURL()} {
			line = known.ReplaceAllString(line, "")
		}
		for _, m := range remaining().FindAllString(line, -1) {
			shown := m
			switch {
			case refs().MatchString(m):
				shown = s.link(p, refs().FindStringSubmatch(m)[1], m)
			case postURL().MatchString(m):
				shown = s.link(p, postURL().FindStringSubmatch(m)[1], m)
			case figure().MatchString(m):
				shown = image(m)
			}
			if shown == m {
				s.warn(p.from, p.BodyLine+i, m+" has no meaning here, and is shown as it stands",
					"write what it stood for in "+p.to, "")
			}
		}
	}
}

// ownSlug is the slug that a post gives itself, as Collate writes slugs; empty
// where it gives none.
func ownSlug(written string) string {
	if written = strings.Trim(written, "/ "); written == "" {
		return ""
	}
	return slug.Of(path.Base(written))
}
