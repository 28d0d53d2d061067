package feed

import "bytes"

// mostEditions is how many weeks the feed of editions holds.
const mostEditions = 10

// writeEditions renders the feed of weeks, each entry the whole of it.
func (s siteFeeds) writeEditions(b *bytes.Buffer) error {
	all := s.texts.Editions[:min(mostEditions, len(s.texts.Editions))]
	f := s.feed("editions/feed.xml", s.Config.Title+s.words.Text("colon")+s.words.Text("editions.title"), "editions/",
		all[0].Updated)
	for _, e := range all {
		var letter bytes.Buffer
		if err := e.Letter(&letter); err != nil {
			return err
		}
		f.Entries = append(f.Entries, atomEntry{
			Title:   e.Title,
			ID:      urn("edition " + e.Path),
			Links:   []atomLink{{Rel: "alternate", Type: "text/html", Href: s.url(e.Path)}},
			Updated: rfc3339(e.Updated),
			Content: &atomContent{Type: "html", Text: letter.String()},
		})
	}
	return writeXML(b, f)
}
