package page

import (
	"html/template"

	"collate/generator/i18n"
)

// monthView is what templates/month.html sees: one month of the timeline.
type monthView struct {
	Page         frame
	Status       string
	Strip        stripView
	Entries      entriesView
	Older, Newer *link
	Timeline     template.HTMLAttr
}

// month is the page of the month at an index of the digest's.
func (h context) month(at int) (any, error) {
	months := h.digest.Months()
	m := months[at]
	name := h.words.Month(m.Year, m.Month)
	v := monthView{
		Page:     h.frame("timeline/", i18n.Heading(name), h.words.Text("month.description", "month", name)),
		Status:   h.words.Count("summaries", len(m.Summaries)),
		Strip:    h.strip(at),
		Entries:  h.filtered(m.Summaries),
		Timeline: h.link("timeline/"),
	}
	if at > 0 {
		v.Newer = h.monthLink(months[at-1])
	}
	if at+1 < len(months) {
		v.Older = h.monthLink(months[at+1])
	}
	return v, nil
}
