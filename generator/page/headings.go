package page

import (
	"strings"

	"collate/generator/markdown"
)

// documents are the texts of a site by the path of the page that is made of
// each.
func (s *Site) documents() map[string]*markdown.Document {
	all := map[string]*markdown.Document{}
	for _, t := range s.texts.others {
		all[t.path] = t.doc
	}
	for _, story := range s.texts.stories {
		for _, t := range story.texts() {
			all[t.path] = t.doc
		}
	}
	return all
}

// heading is the id of the heading that the fragment of a link into a page
// means.
func (s *Site) heading(path, fragment string) (id string, ok bool) {
	fragment, found := strings.CutPrefix(fragment, "#")
	if !found || fragment == "" {
		return "", false
	}
	doc := s.byPath()[path]
	if doc == nil {
		return "", false
	}
	return doc.HeadingID(fragment)
}

// ownIDs are places that the page of a summary or of a text has besides its
// headings.
var ownIDs = map[string]bool{"main": true, "text": true, "figures": true, "timeline": true, "q": true, "stories": true}

// isDead reports whether a link into a page of a text means a heading that is
// not there. Of a story's page there is more to link to than headings.
func (s *Site) isDead(path, fragment string) bool {
	slug, slash := strings.CutSuffix(path, "/")
	story := slash && s.digest.Story(slug) != nil
	if len(fragment) < 2 || fragment[0] != '#' || story || s.byPath()[path] == nil || ownIDs[fragment[1:]] ||
		strings.HasPrefix(fragment, "#fn") {
		return false
	}
	_, ok := s.heading(path, fragment)
	return !ok
}
