package importer

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"collate/generator/content"
	"collate/generator/draft"
	"collate/generator/slug"
)

// write is a post as a content file.
func (s *site) write(p *post) []byte {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, draft.Scalar(onOneLine(value)))
		}
	}
	b.WriteString("---\n")
	sentence := p.First("summary", "description", "excerpt", "lead", "params.summary", "extra.description")
	if p.to == "index.md" {
		b.WriteString(s.siteKeys(titleOfPost(p), sentence))
	} else {
		line("title", titleOfPost(p))
	}
	switch {
	case p.to == "index.md":
	case !strings.Contains(p.to, "/"):
		line("description", sentence)
	case !p.summary():
		line("summary", sentence)
		writeTags(&b, p)
	default:
		line("date", p.date)
		if updated := dayIn(p.First("lastmod", "updated", "last_modified_at", "modified")); updated > p.date {
			line("updated", updated)
		}
		s.writeSource(&b, p)
		line("summary", sentence)
		writeTags(&b, p)
	}
	if p.to != "index.md" {
		s.writeRelease(&b, p)
		s.writeAliases(&b, p)
	}
	line("slug", p.slug)
	b.WriteString("---\n\n")
	body := strings.TrimLeft(s.body(p), "\n")
	b.WriteString(body)
	writeBeside(&b, p, body)
	s.countDropped(p)
	return []byte(b.String())
}

// titleOfPost is the title of a post: its own, its first heading, or its file's
// name without the day.
func titleOfPost(p *post) string {
	if title := p.First("title"); title != "" {
		return title
	}
	if m := firstHeading().FindStringSubmatch(strings.TrimLeft(p.Body, "\n")); m != nil {
		return m[1]
	}
	name := strings.TrimSuffix(path.Base(p.from), path.Ext(p.from))
	if name == "index" || name == "_index" {
		name = path.Base(path.Dir(p.from))
	}
	name = strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(withoutDay(name)))
	first, size := utf8.DecodeRuneInString(name)
	if size == 0 {
		return "Untitled"
	}
	return string(unicode.ToUpper(first)) + name[size:]
}

var firstHeading = lazyPattern(`^# +(.+?) *#*\n`)

// writeRelease writes whether the post is for readers, and from when until when.
// The date of a page is the day from which it was to be seen.
func (s *site) writeRelease(b *strings.Builder, p *post) {
	from, until := "", ""
	if !p.summary() {
		from = p.date
	}
	for _, key := range slices.Sorted(maps.Keys(p.Fields)) {
		value, unreadable := p.Fields[key][0], false
		switch key = withoutParams(key); {
		case value == "":
		case content.HeldFrom(key):
			from = max(from, dayIn(value))
			unreadable = dayIn(value) == ""
		case content.HeldUntil(key):
			until = dayIn(value)
			unreadable = until == ""
		}
		if unreadable {
			p.held = true
			s.warn("dates that can't be read", p.from, 0, "the date "+quote(value)+" can't be read: the file is a "+
				"draft",
				"write it as 2026-02-27 in the new file")
		}
	}
	if from != "" && from != p.date || from != "" && !p.summary() {
		fmt.Fprintf(b, "publishDate: %s\n", from)
	}
	if until != "" {
		fmt.Fprintf(b, "expiryDate: %s\n", until)
	}
	if p.held {
		b.WriteString("draft: true\n")
	}
}

// writeBeside names the files that belong to a post alone and that its text
// does not name, in a comment: they are to be no more public than the post is.
func writeBeside(b *strings.Builder, p *post, body string) {
	var names []string
	for _, name := range p.beside {
		if !strings.Contains(body, name) {
			names = append(names, strings.ReplaceAll(name, "--", "—"))
		}
	}
	if len(names) > 0 && p.to != "index.md" {
		fmt.Fprintf(b, "\n\n<!-- Files of this text: %s -->\n", strings.Join(names, ", "))
	}
}

// kept are the keys that find their place, and those that say the same.
var kept = setOfWords(`title summary description excerpt lead date publishdate published pubdate published_at
	date_published created created_at datetime posted lastmod updated last_modified_at modified link source publisher
	author authors tags tag categories category keywords slug draft aliases redirect_from url permalink path params
	extra taxonomies build _build`)

func setOfWords(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// countDropped counts the keys that have no place here.
func (s *site) countDropped(p *post) {
	seen := map[string]bool{}
	for key := range p.Fields {
		name, _, _ := strings.Cut(withoutParams(key), ".")
		held := content.HeldFrom(name) || content.HeldUntil(name) || content.Held(name, "true") ||
			content.Held(name, "false")
		if !kept[name] && !seen[name] && !held && key != p.linkKey {
			seen[name] = true
			s.Dropped[name]++
		}
	}
}

// writeTags writes tags and categories, each once.
func writeTags(b *strings.Builder, p *post) {
	var tags []string
	seen := map[string]bool{}
	for _, key := range []string{"tags", "tag", "taxonomies.tags", "categories", "category", "taxonomies.categories",
		"keywords"} {
		for _, tag := range p.Fields[key] {
			if tag = onOneLine(strings.ReplaceAll(tag, ",", " ")); tag != "" && !seen[strings.ToLower(tag)] {
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
	more      = lazyPattern(`(?m)^[ \t]*<!--\s*more\s*-->[ \t]*\n?`)
	rawBlock  = lazyPattern(`(?s)\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}`)
	raw       = lazyPattern(`\{%-?\s*(?:end)?raw\s*-?%\}`)
	comments  = lazyPattern(`(?s)\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}|\{\{[<%]/\*.*?\*/[>%]\}\}`)
	highlight = lazyPattern(
		`(?m)^[ \t]*(?:\{%-?\s*highlight\s+(\w+)[^%]*%\}|\{\{<\s*highlight\s+"?(\w+)"?[^>]*>\}\})[ \t]*$`)
	lowlight = lazyPattern(`(?m)^[ \t]*(?:\{%-?\s*endhighlight\s*-?%\}|\{\{<\s*/\s*highlight\s*>\}\})[ \t]*$`)
	refs     = lazyPattern(`\{\{[<%]\s*(?:rel)?ref\s+["'\x60]?([^"'\x60\s>%]+)["'\x60]?[^>%]*[>%]\}\}`)
	postURL  = lazyPattern(`\{%-?\s*(?:post_url|link)\s+["']?([^\s"']+?)["']?\s*-?%\}`)
	filtered = lazyPattern(
		`\{\{-?\s*["']([^"'{}]*)["']\s*\|\s*(?:relative_url|absolute_url|url|prepend:[^}|]*)\s*-?\}\}`)
	asides          = lazyPattern(`(?s)\{#.*?#\}|\{/\*.*?\*/\}`)
	imports         = lazyPattern(`(?m)^(?:import|export) .*(?:from\s|=).*\n`)
	baseURL         = lazyPattern(`\{\{\s*(?:site\.(?:baseurl|url)|"" \| relative_url)\s*\}\}`)
	figureShortcode = lazyPattern(`\{\{[<%]\s*figure\s+([^>%]*)[>%]\}\}`)
	attribute       = lazyPattern(`(\w+)="([^"]*)"`)
	remaining       = lazyPattern(`\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\{\{.*?\}\}`)
)

// lazyPattern compiles a pattern when it is first used: no other command waits for it.
func lazyPattern(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// body is the text of a post, as far as it carries.
func (s *site) body(p *post) string {
	text := comments().ReplaceAllString(more().ReplaceAllString(p.Body, ""), "")
	text = asides().ReplaceAllString(raw().ReplaceAllString(text, ""), "")
	if strings.HasSuffix(p.from, ".mdx") {
		text = imports().ReplaceAllString(text, "")
	}
	if m := firstHeading().FindString(strings.TrimLeft(text, "\n")); m != "" && p.First("title") == "" {
		text = strings.TrimPrefix(strings.TrimLeft(text, "\n"), m)
	}
	text = highlight().ReplaceAllString(text, "```$1$2")
	text = lowlight().ReplaceAllString(text, "```")
	text = baseURL().ReplaceAllString(filtered().ReplaceAllString(text, "$1"), "")
	text = figureShortcode().ReplaceAllStringFunc(text, image)
	text = outsideCode(text, func(text string) string { return s.relink(p, text) })
	text = refs().ReplaceAllStringFunc(text,
		func(m string) string { return s.link(p, refs().FindStringSubmatch(m)[1], m) })
	text = postURL().ReplaceAllStringFunc(text,
		func(m string) string { return s.link(p, postURL().FindStringSubmatch(m)[1], m) })
	s.tell(p)
	return outsideCode(text, func(text string) string {
		return closed(linked().ReplaceAllString(text, `\$0`))
	})
}

// linked finds what other programs take for a link between notes, and Collate
// for a reference to a figure.
var linked = lazyPattern(`\[\[[^\[\]\n]+\]\]`)

// closed is a text in which a comment that has no end is written as text.
func closed(text string) string {
	if at := strings.LastIndex(text, "<!--"); at >= 0 && !strings.Contains(text[at:], "-->") {
		return text[:at] + "\\" + text[at:]
	}
	return text
}

// outsideCode is a text with all of it changed that is no code.
func outsideCode(text string, change func(string) string) string {
	var b, prose strings.Builder
	flush := func() {
		parts := strings.Split(prose.String(), "`") // every second is code
		for i := 0; i < len(parts); i += 2 {
			parts[i] = change(parts[i])
		}
		b.WriteString(strings.Join(parts, "`"))
		prose.Reset()
	}
	fence, blank := "", true
	for line := range strings.Lines(text) {
		start := strings.TrimLeft(line, " ")
		switch indented := blank && (strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t")); {
		case fence != "":
			if strings.HasPrefix(start, fence) {
				fence = ""
			}
			b.WriteString(line)
		case strings.HasPrefix(start, "```"), strings.HasPrefix(start, "~~~"):
			flush()
			fence = start[:3]
			b.WriteString(line)
		case indented:
			flush()
			b.WriteString(line)
			continue
		default:
			prose.WriteString(line)
		}
		blank = strings.TrimSpace(line) == ""
		if blank {
			flush()
		}
	}
	flush()
	return b.String()
}

// image is a figure shortcode as an image.
func image(shortcode string) string {
	about := map[string]string{}
	for _, m := range attribute().FindAllStringSubmatch(figureShortcode().FindStringSubmatch(shortcode)[1], -1) {
		about[m[1]] = m[2]
	}
	if about["src"] == "" {
		return shortcode
	}
	return fmt.Sprintf("![%s](%s)",
		strings.NewReplacer("[", "", "]", "").Replace(firstOf(about["alt"], about["caption"], about["title"],
			"Figure")),
		about["src"])
}

// link is a link from a post to another, by what the other's old name ends in;
// as it was where there is none.
func (s *site) link(p *post, to, as string) string {
	to, fragment, has := strings.Cut(to, "#")
	if has {
		fragment = "#" + fragment
	}
	to = strings.TrimSuffix(strings.TrimPrefix(to, "/"), "/")
	if s.ends == nil {
		s.ends = endingsOf(s.posts)
	}
	if other, ok := s.ends[to]; ok {
		return relative(p.to, other) + fragment
	}
	return as
}

// endingsOf are the new paths of posts by all that their old names end in, the
// first that does.
func endingsOf(posts []*post) map[string]string {
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
func (s *site) tell(p *post) {
	body := p.Body
	for _, silent := range []*regexp.Regexp{comments(), asides(), rawBlock()} {
		body = silent.ReplaceAllStringFunc(body,
			func(m string) string { return strings.Repeat("\n", strings.Count(m, "\n")) })
	}
	for i, line := range strings.Split(body, "\n") {
		for _, known := range []*regexp.Regexp{raw(), highlight(), lowlight(), baseURL(), filtered()} {
			line = known.ReplaceAllString(line, "")
		}
		for _, m := range remaining().FindAllString(line, -1) {
			shown := m
			switch {
			case refs().MatchString(m):
				shown = s.link(p, refs().FindStringSubmatch(m)[1], m)
			case postURL().MatchString(m):
				shown = s.link(p, postURL().FindStringSubmatch(m)[1], m)
			case figureShortcode().MatchString(m):
				shown = image(m)
			}
			if shown == m {
				s.warn("shortcodes and tags of templates that are shown as they stand", p.from, p.BodyLine+i,
					m+" has no meaning here, and is shown as it stands",
					"write what it stood for in "+p.to)
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
