package importer

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"collate/generator/draft"
)

// writeAliases writes the former addresses that a post names.
func (s *site) writeAliases(b *strings.Builder, p *post) {
	var lines []string
	for _, key := range []string{"aliases", "redirect_from"} {
		for _, alias := range p.Fields[key] {
			if !strings.HasPrefix(alias, "/") {
				alias = s.fromRoot(p, alias)
			}
			if !s.keepAlias(alias) {
				s.warn("former addresses that can't be kept", p.from, 0,
					"the former address "+quote(alias)+" can't be kept", "")
				continue
			}
			lines = append(lines, draft.Scalar(alias))
		}
	}
	if len(lines) > 0 {
		fmt.Fprintf(b, "aliases:\n  - %s\n", strings.Join(lines, "\n  - "))
	}
}

// fromRoot is an alias that does not begin with a slash: Zola's count from the
// root of the site, Hugo's from the folder of the page.
func (s *site) fromRoot(p *post, alias string) string {
	if _, zola := s.settings.fields["base_url"]; zola {
		return "/" + alias
	}
	return "/" + path.Join(path.Dir(strings.TrimPrefix(p.from, p.root)), alias)
}

// keepAlias reports whether a page can be made at a former address, and keeps
// it for that: no other page may stand there, nor one that differs in case.
func (s *site) keepAlias(alias string) bool {
	u, err := url.Parse(alias)
	folded := foldURL(alias)
	base := path.Base(strings.TrimSuffix(alias, ".html"))
	if err != nil || u.RawQuery != "" || u.Fragment != "" || u.Host != "" || folded == "" ||
		isTaken(strings.Split(folded, "/")[1]) || strings.Contains(base, ".") {
		return false
	}
	s.claimPages()
	clean := path.Clean(u.Path)
	for end := 1; end <= len(clean); end++ {
		if end < len(clean) && clean[end] != '/' {
			continue
		}
		prefix := clean[:end]
		other, known := s.spelt[strings.ToLower(prefix)]
		if known && (other != prefix || end == len(clean)) {
			return false
		}
	}
	if _, known := s.spelt[folded]; known {
		return false
	}
	s.claim(clean)
	s.claim(folded)
	return true
}

// claim remembers how an address and the folders above it are spelt.
func (s *site) claim(address string) {
	for ; address != "/" && address != "."; address = path.Dir(address) {
		if _, known := s.spelt[strings.ToLower(address)]; !known {
			s.spelt[strings.ToLower(address)] = address
		}
	}
}

// claimPages claims the addresses of the new pages and files.
func (s *site) claimPages() {
	if s.spelt != nil {
		return
	}
	s.spelt = map[string]string{}
	for _, p := range s.posts {
		address := "/" + strings.TrimSuffix(strings.TrimSuffix(p.to, ".md"), "/index")
		if p.slug != "" {
			address = path.Join(path.Dir(address), p.slug)
		}
		s.claim(address)
	}
	for _, f := range s.files {
		s.claim("/" + f.Path)
	}
}
