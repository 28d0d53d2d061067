package importer

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"collate/generator/draft"
)

// writeSource writes who published what the post is about: what it names, or
// else the site itself.
func (s *site) writeSource(b *strings.Builder, p *post) {
	link := s.subject(p)
	name := p.First("source", "source.name", "params.source", "extra.source", "publisher", "source_name", "via")
	if u, err := url.Parse(name); err == nil && u.Host != "" {
		name = ""
	}
	name = firstOf(name, hostOfAddress(link), s.settings.title, "This site")
	author := p.First("author", "authors", "author.name", "authors.name", "extra.author", "params.author")
	if link == "" && author == "" {
		fmt.Fprintf(b, "source: %s\n", draft.Scalar(onOneLine(name)))
		return
	}
	fmt.Fprintf(b, "source:\n  name: %s\n", draft.Scalar(onOneLine(name)))
	if link != "" {
		fmt.Fprintf(b, "  url: %s\n", draft.Scalar(link))
	}
	if author != "" {
		fmt.Fprintf(b, "  author: %s\n", draft.Scalar(onOneLine(author)))
	}
}

var (
	// subjectParts are the parts of a key's name by which it means what a post
	// is about, the surest first.
	subjectParts = []string{"external", "source", "article", "original", "linked", "canonical", "link", "href", "url",
		"uri", "via", "website", "ref"}
	// pictureKeys are the parts by which a key means something else.
	pictureKeys = []string{"image", "img", "cover", "thumb", "photo", "picture", "avatar", "video", "audio", "media",
		"banner", "logo", "feed", "rss", "github", "gitlab", "twitter", "facebook", "mastodon", "linkedin", "instagram",
		"comment", "discuss", "edit", "repo", "demo", "slide", "download", "pdf", "license", "author", "base", "self",
		"icon", "header", "hero", "background", "teaser", "og", "social", "webmention", "syndicat", "credit", "alias",
		"redirect", "resources", "menu", "sourcecode", "button", "button", "cta", "gallery", "poster", "youtube",
		"donate", "contact", "profile", "previous", "prev", "next", "related", "tags", "categories", "permalink"}
)

// subject is the address of what a post is about: that of the key which surely
// means it, by the words in its name. Addresses of the site itself are none.
func (s *site) subject(p *post) string {
	best, at := "", len(subjectParts)
	for _, key := range sortedKeys(p.Fields) {
		link := address(strings.TrimSpace(p.Fields[key][0]))
		if link == "" || !strings.Contains(link, "://") || hostOfAddress(link) == hostOfAddress(s.settings.url) {
			continue
		}
		name := strings.ToLower(withoutParams(key))
		if slices.ContainsFunc(pictureKeys, func(part string) bool { return hasPart(name, part) }) {
			continue
		}
		rank := slices.IndexFunc(subjectParts, func(part string) bool { return strings.Contains(name, part) })
		if rank >= 0 && rank < at {
			best, at, p.linkKey = link, rank, key
		}
	}
	return best
}

// hasPart reports whether a key's name has a part; a short one stands by itself.
func hasPart(name, part string) bool {
	if len(part) > 3 {
		return strings.Contains(name, part)
	}
	return slices.Contains(strings.FieldsFunc(name, func(r rune) bool { return r < 'a' || r > 'z' }), part)
}
