package page

import (
	"html/template"
	"time"

	"collate/generator/content"
	"collate/generator/digest"
)

// changesView is what templates/changes.html sees: the digest's own log, the
// newest first.
type changesView struct {
	Page frame
	Days []changesDay
	More string // how many are not shown; empty where all are
	CSV  template.HTMLAttr
}

// changesDay is what was recorded on one day.
type changesDay struct {
	Day     template.HTML
	Changes []changeView
}

// changeView is one change.
type changeView struct {
	Story, Figure link // without an address where there is no such page any more
	Source        link
	Date          string
	Old, New      string
	Kind          string // in words: correction, withdrawn, new, the source's change
	Correction    bool
	Reason        string
}

// mostChanges is how many changes the page shows; the others are in the CSV.
const mostChanges = 500

func (h context) changes() (any, error) {
	all := h.digest.Changes
	v := changesView{
		Page: h.frame(changesPath, h.words.Text("changes.title"), h.words.Text("changes.description")),
		CSV:  h.link("changes/changes.csv"),
	}
	v.Page.Feed, v.Page.FeedTitle = h.link("changes/feed.xml"), h.words.Text("changes.title")
	if len(all) > mostChanges {
		v.More = h.words.Text("changes.more", "n", h.words.Number(mostChanges), "all", h.words.Number(len(all)))
		all = all[:mostChanges]
	}
	for i, c := range all {
		if i == 0 || all[i-1].Day != c.Day {
			v.Days = append(v.Days, changesDay{Day: h.dayOf(c.Day)})
		}
		day := &v.Days[len(v.Days)-1]
		day.Changes = append(day.Changes, h.change(c))
	}
	return v, nil
}

// dayOf is a day that stands in a text.
func (h context) dayOf(written string) template.HTML {
	day, err := time.Parse(time.DateOnly, written)
	if err != nil {
		return template.HTML(escape(written))
	}
	return h.time(content.Date{Time: day}, "")
}

func (h context) change(c content.Change) changeView {
	v := changeView{
		Story: link{Text: c.Story}, Figure: link{Text: c.Figure + c.Check}, Source: link{Text: c.Source}, Date: c.Date,
		Old: h.agreementText(c, c.Old), New: h.agreementText(c, c.New), Reason: c.Reason, Correction: c.Correction(),
		Kind: h.words.Text("changes." + changeWord(c)),
	}
	story := h.digest.Story(c.Story)
	if story == nil {
		return v
	}
	v.Story = link{h.link(story.Path()), story.Title}
	if row := story.Row(c.Figure); row != nil && c.Figure != "" {
		v.Figure.Href = h.link(row.Path())
	}
	for _, s := range story.Summaries {
		if s.Slug == c.Summary {
			v.Source.Href = h.link(s.Path())
		}
	}
	return v
}

// changeWord is the word of interface texts for what a change is.
func changeWord(c content.Change) string {
	switch {
	case c.Kind == "changed" && c.Updated:
		return "source"
	case c.Kind == "changed":
		return "correction"
	}
	return c.Kind
}

// agreementText is one side of a change; what reports say together, in words.
func (h context) agreementText(c content.Change, side string) string {
	if c.Kind == "agreement" && h.words.Has("kind."+side) {
		return h.words.Text("kind." + side)
	}
	return side
}

// changesPath is where the log is shown.
const changesPath = "changes/"

// hasChanges reports whether the digest keeps a log.
func hasChanges(d *digest.Digest) bool { return len(d.Changes) > 0 }
