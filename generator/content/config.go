package content

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"collate/generator/frontmatter"
	"collate/generator/number"
	"collate/generator/problem"
	"collate/generator/slug"
	"collate/generator/value"
)

// untitled is the title of a site that gives itself none.
const untitled = "News digest"

// Defaults is the configuration of a site that says nothing about itself.
func Defaults() Config {
	return Config{
		Title:     untitled,
		Language:  "en",
		Timezone:  time.UTC,
		Tolerance: number.Int(1).Quo(number.Int(20)),
		Currency:  "USD",
	}
}

// ParseSite reads the site's own index.md: its configuration, its text and what
// is wrong with them.
func ParseSite(file string, data []byte) (Config, Document, problem.List) {
	c := Defaults()
	read, root := frontmatter.Read(file, data, anyKeys)
	s := &fileReader{File: read}
	if root != nil {
		c = s.config(root)
	}
	return c, s.document(), s.Problems
}

// config reads the front matter of the site's index.md.
func (s *fileReader) config(root *frontmatter.Node) Config {
	c := Defaults()
	found := s.fields(root, fieldSet{of: "the site", known: siteKeys, required: []string{"title"}, lax: true,
		examples: map[string]string{"title": "title: News digest"}})
	if title := s.Words(found["title"], "title"); title != "" {
		c.Title = title
	}
	if written := s.Words(found["lead"], "lead"); written != "" {
		c.Lead, c.LeadPlace = slug.Of(written), s.Place(found["lead"])
	}
	c.NoEditions = s.editions(found["editions"])
	c.Description = s.Words(found["description"], "description")
	c.Author = s.Words(found["author"], "author")
	c.URL = s.siteURL(found["url"])
	if tag := s.language(found["language"], "language"); tag != "" {
		c.Language = tag
	}
	c.Timezone = s.zone(found["timezone"])
	c.Currency = s.currency(found["currency"], c.Currency)
	c.Tolerance = s.tolerance(found["tolerance"], c.Tolerance)
	c.Rates = s.rates(found["rates"], c.Locale(), nil)
	return c
}

// editions reads how often the site has editions, and reports whether it wants
// none.
func (s *fileReader) editions(n *frontmatter.Node) bool {
	switch written := s.Words(n, "editions"); written {
	case "", "week":
	case "none":
		return true
	default:
		s.Fail(n, "editions: "+problem.Quote(written)+" is neither week nor none",
			"write editions: week, or editions: none")
	}
	return false
}

// siteURL reads where the site will be published.
func (s *fileReader) siteURL(n *frontmatter.Node) string {
	written := s.Words(n, "url")
	if written == "" {
		return ""
	}
	base, wrong, hint := BaseURL(written)
	if wrong != "" {
		s.Fail(n, fmt.Sprintf("url: %s %s", problem.Quote(written), wrong), hint)
	}
	return base
}

// BaseURL checks the URL of a site, and puts a slash at its end.
func BaseURL(written string) (base, wrong, hint string) {
	if wrong, hint = BadLink(written); wrong != "" {
		return "", wrong, strings.ReplaceAll(hint, "/article", "/digest/")
	}
	u, _ := url.Parse(written)
	if u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", "has more than host and path", "write it as https://" + u.Host + u.Path
	}
	return strings.TrimRight(written, "/") + "/", "", ""
}

// zone reads a time zone by its name in the IANA database. Local is none: a
// site must not depend on the machine that builds it.
func (s *fileReader) zone(n *frontmatter.Node) *time.Location {
	written := s.Words(n, "timezone")
	if written == "" {
		return time.UTC
	}
	zone, err := time.LoadLocation(written)
	if err != nil || written == "Local" {
		s.Fail(n, fmt.Sprintf("timezone: %s is not the name of a time zone", problem.Quote(written)),
			"write it as Europe/Berlin, America/New_York or UTC")
		return time.UTC
	}
	return zone
}

// currency reads an ISO 4217 code.
func (s *fileReader) currency(n *frontmatter.Node, standard string) string {
	written := s.Words(n, "currency")
	if written == "" {
		return standard
	}
	code := strings.ToUpper(written)
	if !value.KnownCurrency(code) {
		s.Fail(n, fmt.Sprintf("currency: %s is not a currency code", problem.Quote(written)),
			"write three letters such as USD, EUR or CAD (ISO 4217)")
		return standard
	}
	return code
}

// tolerance reads a percentage above 0 and below 100, as a fraction.
func (s *fileReader) tolerance(n *frontmatter.Node, standard number.Number) number.Number {
	written := s.Words(n, "tolerance")
	if written == "" {
		return standard
	}
	percent, ok := number.Parse(strings.TrimSpace(strings.TrimSuffix(written, "%")))
	if !ok || !strings.HasSuffix(written, "%") || percent.Sign() <= 0 || percent.Cmp(number.Int(100)) >= 0 {
		s.Fail(n, fmt.Sprintf("tolerance: %s is not a percentage between 0%% and 100%%", problem.Quote(written)),
			"write it as 5%")
		return standard
	}
	return percent.Quo(number.Int(100))
}
