package page

import (
	"slices"

	"collate/generator/digest"
)

// timelineView is what templates/timeline.html sees: the newest months.
type timelineView struct {
	Page    frame
	Status  string
	Strip   stripView
	Entries entriesView
	Earlier *link // the newest month that is not shown in full; nil where all are
}

// timelineEntries is how many summaries the timeline shows at least, in whole
// months; the months' own pages have the others.
const timelineEntries = 100

func (h context) timeline() (any, error) {
	d := h.digest
	v := timelineView{
		Page: h.frame("timeline/", h.words.Text("timeline.title"),
			h.words.Text("timeline.description", "site", d.Config.Title)),
		Status: h.words.Count("summaries", len(d.Summaries())),
		Strip:  h.strip(-1),
	}
	shown := 0
	for _, m := range d.Months() {
		if shown >= timelineEntries {
			v.Earlier = h.monthLink(m)
			break
		}
		shown += len(m.Summaries)
	}
	v.Entries = h.filtered(d.Summaries()[:shown])
	return v, nil
}

func (h context) monthLink(m digest.Month) *link {
	return &link{h.link(m.Path()), h.words.Month(m.Year, m.Month)}
}

// newestFirst are a story's summaries in the order of a timeline.
func newestFirst(s *digest.Story) []*digest.Summary {
	all := slices.Clone(s.Summaries)
	slices.Reverse(all)
	return all
}
