package page

import (
	"html/template"
)

// disagreementsView is what templates/disagreements.html sees.
type disagreementsView struct {
	Page     frame
	Status   string
	Disputes []disputeView
}

// disputeView is one thing that does not agree.
type disputeView struct {
	Href  template.HTMLAttr
	Name  string // the figure, or the check as it is written
	Story link
	Since template.HTML
	Board *boardView // a figure that differs
	Check *checkView // a check that fails, with the sources it fails for
}

func (h here) disagreements() (any, error) {
	w, d := h.words, h.digest
	v := disagreementsView{
		Page: h.frame("disagreements/", w.text("disagreements.title"), w.text("disagreements.description")),
	}
	rows, checks := 0, 0
	for _, dispute := range d.Disputes {
		view := disputeView{
			Href: h.link(dispute.Path()), Since: h.date(dispute.Since),
			Story: link{h.link(dispute.Story.Path()), dispute.Story.Title},
		}
		if dispute.Row != nil {
			board := boardView{Name: dispute.Row.Name.String(), AsOf: h.asOf(dispute.Row.AsOf), Says: h.says(dispute.Row)}
			view.Board, view.Name = &board, board.Name
			rows++
		} else {
			check := h.check(dispute.Check, true)
			view.Check, view.Name = &check, check.Text
			checks++
		}
		v.Disputes = append(v.Disputes, view)
	}
	if len(v.Disputes) > 0 {
		v.Status = w.text("disagreements.status", "differ", w.count("differ", rows), "broken", w.count("broken", checks))
	}
	return v, nil
}
