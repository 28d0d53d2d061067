package feed

import (
	"bytes"
	"strings"
	"time"

	"collate/generator/content"
)

// writeChanges renders the feed of the digest's own log: an entry a day and
// story.
func (s siteFeeds) writeChanges(b *bytes.Buffer) error {
	last := time.Time{}
	if len(s.Changes) > 0 {
		last = changeDay(s.Changes[0])
	}
	f := s.feed("changes/feed.xml", s.words.Text("changes.feed"), "changes/", last)
	for _, together := range byDayAndStory(s.Changes) {
		if len(f.Entries) == mostEntries {
			break
		}
		first := together[0]
		title := first.Story
		if story := s.Story(first.Story); story != nil {
			title = story.Title
		}
		f.Entries = append(f.Entries, atomEntry{
			Title:   title,
			ID:      urn("changes " + first.Day + " " + first.Story),
			Links:   []atomLink{{Rel: "alternate", Type: "text/html", Href: s.url("changes/")}},
			Updated: rfc3339(changeDay(first)),
			Summary: s.changesText(together),
		})
	}
	return writeXML(b, f)
}

// byDayAndStory divides changes, given newest first, into those of one day and
// story.
func byDayAndStory(all []content.Change) [][]content.Change {
	var groups [][]content.Change
	at := map[[2]string]int{}
	for _, c := range all {
		key := [2]string{c.Day, c.Story}
		if i, known := at[key]; known {
			groups[i] = append(groups[i], c)
			continue
		}
		at[key] = len(groups)
		groups = append(groups, []content.Change{c})
	}
	return groups
}

// changesText says what changed, a sentence each.
func (s siteFeeds) changesText(all []content.Change) string {
	var parts []string
	for _, c := range all {
		part := c.Figure + c.Check + s.words.Text("colon")
		if c.Source != "" {
			part += c.Source + s.words.Text("list.comma")
		}
		part += strings.TrimSpace(c.Old + " → " + c.New)
		if c.Reason != "" {
			part += " (" + c.Reason + ")"
		}
		parts = append(parts, part)
	}
	return joinFirst(parts, "; ")
}

func changeDay(c content.Change) time.Time {
	day, _ := time.Parse(time.DateOnly, c.Day) // content has read it
	return day
}
