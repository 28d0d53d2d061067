package content

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"collate/generator/frontmatter"
	"collate/generator/problem"
)

// Movement is how a figure changes while its story runs, as the writer says.
type Movement string

// The movements. A figure without one doesn't change: two values of it differ.
const (
	Up     Movement = "up"
	Down   Movement = "down"
	Freely Movement = "freely"
)

// Reason is why reports differ, as the writer says.
type Reason string

// reasons are what a difference may come from.
var reasons = []string{"label", "scope", "time", "method", "rounding", "error"}

// Claimant is what a story says about somebody whose word it quotes.
type Claimant struct {
	Name    string
	Aliases []string
	Note    string // shown wherever the claimant is quoted: party to the conflict
	at      frontmatter.Position
}

// claimants reads what a story says about those whose word it quotes.
func (s *fileReader) claimants(n *frontmatter.Node) []Claimant {
	if n == nil {
		return nil
	}
	if n.Kind != frontmatter.Mapping {
		s.Fail(n, "claimants is "+n.Describe()+", and names were expected",
			"write a line such as Ministry: {note: party to the conflict}, indented below claimants:")
		return nil
	}
	var all []Claimant
	for _, e := range n.Entries() {
		c := Claimant{Name: strings.Join(strings.Fields(e.Key.Value), " "), at: e.Key.Position()}
		field := "claimants: " + c.Name
		switch {
		case e.Value.Null():
		case e.Value.Kind == frontmatter.Mapping:
			found := s.fields(e.Value, fieldSet{of: "a claimant", path: field + ": ", known: claimantKeys})
			c.Note = s.Words(found["note"], field+": note")
			for _, alias := range s.Items(found["aliases"], field+": aliases") {
				c.Aliases = append(c.Aliases, strings.TrimSpace(alias.Value))
			}
		default:
			c.Note = s.Words(e.Value, field)
		}
		all = append(all, c)
	}
	return all
}

// oneOf reads a word that must be one of a few; empty where it is none, which
// is reported.
func (s *fileReader) oneOf(n *frontmatter.Node, field string, words ...string) string {
	written := s.Words(n, field)
	if written == "" || slices.Contains(words, strings.ToLower(written)) {
		return strings.ToLower(written)
	}
	hint := "write " + strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
	if near, ok := problem.Nearest(written, words); ok {
		hint = "write " + near
	}
	s.Fail(n, fmt.Sprintf("%s: %s is none of %s", field, problem.Quote(written), strings.Join(words, ", ")), hint)
	return ""
}

// reason reads why reports differ, and says in words what can't be said in one.
func (s *fileReader) reason(differ, why *frontmatter.Node, field string) (Reason, string) {
	reason, words := s.oneOf(differ, field+": differ", reasons...), s.Words(why, field+": why")
	if reason == "error" && words == "" {
		s.Fail(differ, field+": differ: error accuses somebody, and needs its reason",
			"write why: beside it, in a sentence")
	}
	return Reason(reason), words
}

// leadingArticles are words with which names of newspapers begin, and are cited
// without.
var leadingArticles = strings.Fields("the der die das le la les el los il lo de het")

// WithoutArticle is a name without the article with which it begins: Guardian
// for The Guardian.
func WithoutArticle(name string) string {
	if first, rest, ok := strings.Cut(name, " "); ok && slices.Contains(leadingArticles, strings.ToLower(first)) &&
		utf8.RuneCountInString(rest) > 2 {
		return rest
	}
	return name
}
