package page

import (
	"html/template"

	"collate/generator/digest"
)

// disagreementsView is what templates/disagreements.html sees.
type disagreementsView struct {
	Page     frame
	Status   string
	Disputes []disputeView // the newest, in full
	Older    []olderView   // all others, a line each
}

// fullDisputes is how many disagreements are shown in full.
const fullDisputes = 100

// olderView is a disagreement in a line.
type olderView struct {
	Href  template.HTMLAttr
	Name  string
	Story string
}

// disputeView is one thing that does not agree.
type disputeView struct {
	Href  template.HTMLAttr
	Name  string // the figure, or the check as it is written
	Story link
	Since template.HTML
	Board *boardView    // a figure that differs
	Check *checkView    // a check that fails, with the sources it fails for
	Why   template.HTML // of a figure: why, where somebody says, or a hint
}

func (h context) disagreements() (any, error) {
	w, d := h.words, h.digest
	v := disagreementsView{
		Page: h.frame("disagreements/", w.Text("disagreements.title"), w.Text("disagreements.description")),
	}
	rows := 0
	for i, dispute := range d.Disputes() {
		if dispute.Row != nil {
			rows++
		}
		if i < fullDisputes {
			v.Disputes = append(v.Disputes, h.dispute(dispute))
		} else {
			v.Older = append(v.Older, olderView{h.link(dispute.Path()), disputeName(dispute), dispute.Story.Title})
		}
	}
	if len(v.Disputes) > 0 {
		v.Status = w.Text("disagreements.status", "differ", w.Count("differ", rows), "broken",
			w.Count("broken", len(d.Disputes())-rows))
	}
	return v, nil
}

func (h context) dispute(d digest.Dispute) disputeView {
	v := disputeView{
		Href: h.link(d.Path()), Name: disputeName(d), Since: h.date(d.Since),
		Story: link{h.link(d.Story.Path()), d.Story.Title},
	}
	if d.Row != nil {
		v.Board = &boardView{AsOf: h.differsWhen(d.Row), Says: h.disagreement(d.Row)}
		v.Why = h.why(d.Row)
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
