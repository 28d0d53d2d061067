package page

import (
	"html/template"

	"collate/generator/digest"
	"collate/generator/number"
	"collate/generator/value"
)

// disagreementsView is what templates/disagreements.html sees.
type disagreementsView struct {
	Page      frame
	Status    string
	Open      []disputeView // the newest that nobody has explained, in full
	Explained []disputeView // the newest others, in full
	Older     []monthList   // all others, by month
}

// How many disagreements are shown in full.
const (
	fullOpen      = 40
	fullExplained = 20
)

// disputeView is one thing that does not agree.
type disputeView struct {
	Href   template.HTMLAttr
	Name   string // the figure, or the check as it is written
	Story  link
	Since  template.HTML
	Gap    string        // how far the values are apart: 9% apart; empty where that can't be said
	Board  *boardView    // a figure that differs
	Check  *checkView    // a check that fails, with the sources it fails for
	Why    template.HTML // of a figure: why, where somebody says, or a hint
	Reason string        // the kind of reason, in a word or two; to filter by
}

func (h context) disagreements() (any, error) {
	w, d := h.words, h.digest
	v := disagreementsView{
		Page: h.frame("disagreements/", w.Text("disagreements.title"), w.Text("disagreements.description")),
	}
	rows, open := 0, 0
	for _, dispute := range d.Disputes() {
		if dispute.Row != nil {
			rows++
		}
		explained := dispute.Row != nil && (dispute.Row.Explained() || dispute.Row.Drifts)
		if !explained {
			open++
		}
		switch {
		case !explained && len(v.Open) < fullOpen:
			v.Open = append(v.Open, h.dispute(dispute))
		case explained && len(v.Explained) < fullExplained:
			v.Explained = append(v.Explained, h.dispute(dispute))
		default:
			date := dispute.Since.Date.Time
			v.Older = h.addToMonth(v.Older, date.Year(), date.Month(), h.disputeItem(dispute))
		}
	}
	if len(d.Disputes()) > 0 {
		v.Status = w.Text("disagreements.status", "differ", w.Count("differ", rows), "broken",
			w.Count("broken", len(d.Disputes())-rows), "unexplained", w.Count("unexplained", open))
	}
	return v, nil
}

// disputeItem is a disagreement in a line: where, and how far apart.
func (h context) disputeItem(d digest.Dispute) listItem {
	item := listItem{Href: h.link(d.Path()), Text: disputeName(d), Small: d.Story.Title, Why: h.reasonWord(d)}
	if gap := h.apart(d); gap != "" {
		item.Small = gap + " · " + item.Small
	}
	return item
}

// apart says how far the values of a disagreement are apart, the first from that
// which is farthest from it, or how far a check is off; empty where no number
// says that.
func (h context) apart(d digest.Dispute) string {
	if d.Row == nil {
		return h.off(d.Check)
	}
	first := d.Row.Camps[0].Shown.Compared
	var gap number.Number
	var far *value.Value
	for _, c := range d.Row.Camps[1:] {
		v := c.Shown.Compared
		if first.Kind != value.KindNumber || v.Kind != value.KindNumber || v.Unit != first.Unit || c.Foreign {
			return ""
		}
		if n := v.Number.Sub(first.Number).Abs(); far == nil || n.Cmp(gap) > 0 {
			gap, far = n, &c.Shown.Compared
		}
	}
	if far == nil {
		return ""
	}
	low, high := first.Number, far.Number
	if low.Cmp(high) > 0 {
		low, high = high, low
	}
	return h.words.Apart(low, high, first.Unit)
}

// off is what the first source that a check fails for is off by.
func (h context) off(c *digest.Check) string {
	for _, o := range c.Outcomes {
		if o.Off != "" {
			return h.words.Text("check.off", "off", h.words.Amount(o.Off))
		}
	}
	return ""
}

// reasonWord is why a figure differs in a word or two, or that it is a check that
// fails.
func (h context) reasonWord(d digest.Dispute) string {
	if d.Row == nil {
		return h.words.Text("check.fails")
	}
	reason := d.Row.Reason
	for n, c := range d.Row.Camps {
		for _, r := range c.Reports {
			if n > 0 && reason == "" {
				reason = r.Differ
			}
		}
	}
	switch {
	case reason != "":
		return h.words.Text("reason." + string(reason))
	case d.Row.Explained() || d.Row.Drifts:
		return h.words.Text("reason.words")
	}
	return h.words.Text("reason.none")
}

func (h context) dispute(d digest.Dispute) disputeView {
	v := disputeView{
		Href: h.link(d.Path()), Name: disputeName(d), Since: h.date(d.Since),
		Story: link{h.link(d.Story.Path()), d.Story.Title}, Reason: h.reasonWord(d),
	}
	if d.Row != nil {
		v.Board = &boardView{AsOf: h.differsWhen(d.Row), Says: h.disagreement(d.Row)}
		v.Gap = h.apart(d)
		if why := h.why(d.Row); string(why) != h.words.HTML("reason.none") {
			v.Why = why // else its heading says so
		}
	} else {
		check := h.check(d.Check, true)
		v.Check = &check
	}
	return v
}

// disputeName is the figure, or the check as it is written.
func disputeName(d digest.Dispute) string {
	if d.Row != nil {
		return d.Row.Name.String()
	}
	return d.Check.Text
}
