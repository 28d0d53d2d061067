package importer

import (
	"net/url"
	"path"
	"strings"
)

// destinations finds where links, images and definitions lead: the first or the
// second group.
var destinations = lazyPattern(`(?m)\]\(\s*(?:<([^<>\n]+)>|([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*))|` +
	`^ {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*<?([^\s<>]+)`)

// relink is a text in which links lead to where things are now.
func (s *site) relink(p *post, text string) string {
	var b strings.Builder
	last := 0
	for _, m := range destinations().FindAllStringSubmatchIndex(text, -1) {
		for i := 2; i < len(m); i += 2 {
			if m[i] < 0 {
				continue
			}
			written := text[m[i]:m[i+1]]
			if to, ok := s.resolve(p, written); ok {
				b.WriteString(text[last:m[i]])
				if i > 2 {
					to = strings.ReplaceAll(to, " ", "%20")
				}
				b.WriteString(to)
				last = m[i+1]
			}
		}
	}
	return b.String() + text[last:]
}

// resolve finds where a link leads now; it stays as it is where it leads out of
// the site, or to nothing that was brought over, which is warned of.
func (s *site) resolve(p *post, written string) (to string, ok bool) {
	rest, home := s.withoutHome(written)
	at := strings.IndexAny(rest, "?#")
	if at < 0 {
		at = len(rest)
	}
	target, fragment := rest[:at], rest[at:]
	if !home && (target == "" || strings.Contains(target, ":") || strings.HasPrefix(target, "//") ||
		strings.ContainsAny(target, "{}")) {
		return "", false
	}
	if unescaped, err := url.PathUnescape(target); err == nil {
		target = unescaped
	}
	if found := s.find(p, target); found != "" {
		if _, after, has := strings.Cut(fragment, "#"); has {
			return relative(p.to, found) + "#" + after, true
		}
		return relative(p.to, found), true
	}
	if !home || target != "" && target != "/" {
		s.warn("links that lead to nothing that was brought over", p.from, 0,
			"the link "+quote(written)+" leads to nothing that was brought over", "")
	}
	return "", false
}

// withoutHome is a link without the address of the site itself.
func (s *site) withoutHome(link string) (rest string, home bool) {
	if site := strings.TrimSuffix(s.settings.url, "/"); site != "" {
		if rest, ok := strings.CutPrefix(link, site); ok && (rest == "" || strings.ContainsAny(rest[:1], "/?#")) {
			return "/" + strings.TrimPrefix(rest, "/"), true
		}
	}
	return link, false
}

// find finds the new path of what a link of a post means: a file by its path, or
// a page by its old address.
func (s *site) find(p *post, target string) string {
	if below, ok := strings.CutPrefix(target, "@/"); ok { // Zola's own links
		return s.fileAt(p.root + below)
	}
	if strings.HasPrefix(target, "/") {
		if base, err := url.Parse(s.settings.url); err == nil {
			if below, ok := strings.CutPrefix(target, strings.TrimSuffix(base.Path, "/")+"/"); ok {
				if found := s.at[foldURL(below)]; found != "" {
					return found
				}
			}
		}
		if found := s.at[foldURL(target)]; found != "" {
			return found
		}
		return firstOf(s.fileAt(p.root+target[1:]), s.fileAt(target[1:]))
	}
	if found := s.fileAt(path.Join(path.Dir(p.from), target)); found != "" {
		return found
	}
	for _, address := range s.addresses(p) {
		for _, base := range []string{address, path.Dir(strings.TrimSuffix(address, "/"))} {
			if found := s.at[foldURL(path.Join("/", base, target))]; found != "" {
				return found
			}
		}
	}
	return ""
}

// fileAt is the new path of a file, by its old one with or without an ending.
func (s *site) fileAt(old string) string {
	old = path.Clean(strings.TrimSuffix(old, "/"))
	for _, ending := range []string{"", ".md", ".mdx", ".markdown", "/index.md", "/_index.md", "/index.mdx"} {
		if to := s.moved[old+ending]; to != "" {
			return to
		}
	}
	return ""
}
