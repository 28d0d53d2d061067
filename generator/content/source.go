package content

import (
	"fmt"
	"net/url"
	"strings"
	"time"
	"unique"

	"collate/generator/frontmatter"
	"collate/generator/problem"
	"collate/generator/value"

	"golang.org/x/text/language"
)

// source reads who published an article: a name, or more.
func (s *fileReader) source(n *frontmatter.Node) Source {
	if n == nil {
		return Source{}
	}
	if n.Kind == frontmatter.List {
		s.Fail(n, "source is a list, and a summary has one source", "write a file for each source")
		return Source{}
	}
	src := Source{at: n.Position()}
	if n.Kind == frontmatter.Scalar {
		src.Name = s.credit(n, "source")
		if strings.Contains(src.Name, "://") {
			s.Fail(n, "source is a link, and a name was expected",
				"write source: {name: …, url: "+frontmatter.Quote(src.Name)+"}")
		}
		return src
	}
	found := s.fields(n, fieldSet{of: "a source", path: "source: ", known: sourceKeys, required: sourceRequired,
		examples: map[string]string{"name": "name: Reuters"}})
	if name := found["name"]; name != nil {
		src.at = name.Position()
	}
	src.Name = s.credit(found["name"], "source: name")
	src.URL = s.link(found["url"], "source: url")
	src.Author = s.credit(found["author"], "source: author")
	src.Language = s.language(found["language"], "source: language")
	src.Archived = s.archived(found["archived"])
	src.Read = s.date(found["read"], "source: read", time.UTC, false)
	src.Via = s.credit(found["via"], "source: via")
	if via := found["via"]; via != nil {
		src.viaAt = via.Position()
	}
	if src.Via != "" && value.FoldName(src.Via) == value.FoldName(src.Name) {
		s.Warn(found["via"], fmt.Sprintf("source: via: %s is the source itself", problem.Quote(src.Via)),
			"write whom it repeats, or leave the line out")
		src.Via = ""
	}
	return src
}

// archived reads addresses of copies of an article.
func (s *fileReader) archived(n *frontmatter.Node) string {
	var all []string
	for _, item := range s.Items(n, "source: archived") {
		if address := s.link(item, "source: archived"); address != "" {
			all = append(all, address)
		}
	}
	return strings.Join(all, " ")
}

// credit reads a name in a source; empty where there are only the dots of a
// hint, which is reported.
func (s *fileReader) credit(n *frontmatter.Node, field string) string {
	written := s.Words(n, field)
	if unfilled(written) {
		s.Fail(n, fmt.Sprintf("%s: %s stands for a name, and is none", field, problem.Quote(written)),
			"write the name itself")
		return ""
	}
	return once(written)
}

// unfilled reports whether a text is what stands in hints for what only the
// writer knows.
func unfilled(written string) bool { return written == "…" || written == "..." }

// once gives a text that many files have, such as the name of a source, one
// place in memory for all of them.
func once(s string) string { return unique.Make(s).Value() }

// link reads an absolute http or https URL; empty where it is none, which is
// reported.
func (s *fileReader) link(n *frontmatter.Node, field string) string {
	written := s.Words(n, field)
	if written == "" {
		return ""
	}
	if wrong, hint := BadLink(written); wrong != "" {
		s.Fail(n, fmt.Sprintf("%s: %s %s", field, problem.Quote(written), wrong), hint)
		return ""
	}
	return written
}

// BadLink says what is wrong with a link that ought to be an http or https
// address, and what to write; nothing of a good one.
func BadLink(written string) (message, hint string) {
	u, err := url.Parse(written)
	switch {
	case unfilled(hostOf(written)):
		return "has dots where the address ought to be", "write the address itself"
	case strings.ContainsAny(written, " \t\n\\<>\""):
		return "has a space or another character that a link can't have", "copy it from the browser's address line"
	case err != nil:
		return "is no link", "copy it from the browser's address line"
	case u.Scheme == "" && strings.HasPrefix(written, "//"):
		return "has no https: before it", "write https:" + written
	case u.Scheme == "" || strings.Contains(u.Scheme, "."):
		return "has no https:// before it", "write https://" + strings.TrimLeft(written, "/")
	case strings.HasPrefix(u.Scheme, "h") && u.Host != "" && u.Scheme != "http" && u.Scheme != "https":
		return "is not a link to http or https", "write https" + strings.TrimPrefix(written, u.Scheme)
	case u.Scheme != "http" && u.Scheme != "https":
		return "is not a link to http or https", "write a link that begins with https://"
	case u.Hostname() == "":
		return "names no host", "write it as https://example.com/article"
	}
	return "", ""
}

// hostOf is what stands in a link where its host ought to.
func hostOf(written string) string {
	if _, rest, ok := strings.Cut(written, "://"); ok {
		written = rest
	}
	first, _, _ := strings.Cut(written, "/")
	return first
}

// language reads a BCP 47 tag; empty where it is none, which is reported.
func (s *fileReader) language(n *frontmatter.Node, field string) string {
	written := s.Words(n, field)
	if written == "" {
		return ""
	}
	tag := LanguageTag(written)
	if tag == "" {
		s.Fail(n, fmt.Sprintf("%s: %s is not a language tag", field, problem.Quote(written)),
			"write it as en, de, pt-BR or zh-Hant (BCP 47)")
	}
	return tag
}

// LanguageTag is the BCP 47 tag that a text is, as it is usually written:
// pt-BR. It is empty where the text is none.
func LanguageTag(written string) string {
	tag, err := language.Parse(written)
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}
