package content

import (
	"fmt"
	"net/url"
	"path"
	"strings"
	"unicode"

	"collate/generator/frontmatter"
	"collate/generator/problem"
)

// Alias is a former address of a page.
type Alias struct {
	Path  string // of the file that leads on from there: s/old-name/index.html
	Place problem.Place
	Line  string // as it stands in the file
}

// aliases reads former addresses: paths from the root of the site, or whole
// addresses.
func (s *fileReader) aliases(n *frontmatter.Node, c Config) []Alias {
	var all []Alias
	for _, item := range s.Items(n, "aliases") {
		written := strings.TrimSpace(item.Value)
		file, wrong, hint := aliasFile(written, c.URL)
		if wrong != "" {
			s.Fail(item, fmt.Sprintf("aliases: %s %s", problem.Quote(written), wrong), hint)
			continue
		}
		all = append(all, Alias{Path: file, Place: s.Place(item), Line: s.Line(item.Line)})
	}
	return all
}

// aliasFile is the file that stands at a former address, or what is wrong with
// the address and what to write.
func aliasFile(written, site string) (file, wrong, hint string) {
	rest := written
	if below, ok := strings.CutPrefix(written, site); ok && site != "" {
		rest = "/" + below
	}
	u, err := url.Parse(rest)
	switch {
	case err != nil:
		return "", "is no address", "write the path alone: /story/old-name/"
	case u.RawQuery != "" || u.Fragment != "":
		return "", "has a ? or # in it, and what follows it leads to no page of its own",
			"write the path alone: " + u.EscapedPath()
	case u.Host == "" && !strings.HasPrefix(u.Path, "/"):
		return "", "doesn't begin with a slash", "write /" + written + " if that is its path from the root of the site"
	}
	file = strings.TrimPrefix(u.Path, "/")
	extension := path.Ext(file)
	switch {
	case file == "" || file == "index.html":
		return "", "is the home page", "leave it out"
	case strings.HasSuffix(file, "/"):
		return file + "index.html", "", ""
	case strings.EqualFold(extension, ".html") || strings.EqualFold(extension, ".htm"):
		return file, "", ""
	case len(extension) > 1 && len(extension) < 6 && strings.IndexFunc(extension[1:], notLetter) < 0:
		return "", "ends in " + extension + ", and a host takes only .html for a page",
			"leave it out, or let the host lead on from there"
	}
	return file + "/index.html", "", ""
}

func notLetter(c rune) bool { return !unicode.IsLetter(c) }
