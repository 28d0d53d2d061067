package page

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"collate/generator/check"
	"collate/generator/digest"
	"collate/generator/i18n"
)

// checkView is one equation and how it stands for the sources.
type checkView struct {
	ID       string
	Number   string // Check 2
	Link     template.HTMLAttr
	Text     string // as it is written
	Outcomes []outcomeView
}

// outcomeView is a check with the numbers of a source in it, or of several
// whose numbers are written alike.
type outcomeView struct {
	Status   check.Status // also the class: holds, fails, implies, incomplete
	Symbol   string
	Word     string
	Sources  template.HTML
	Equation template.HTML
	Off      string // off by $10B
	Remark   template.HTML

	sources []string
}

// checkSymbols stand before the words for how checks stand; never alone.
var checkSymbols = map[check.Status]string{
	check.Holds: "✓", check.Fails: "≠", check.Implies: "≈", check.Incomplete: "…",
}

// checkOrder is the order of outcomes: what doesn't add up comes first.
var checkOrder = map[check.Status]int{check.Fails: 0, check.Incomplete: 1, check.Holds: 2, check.Implies: 3}

// checks are the checks that can be held against some source.
func (h context) checks(all []*digest.Check) []checkView {
	var views []checkView
	for _, c := range all {
		if v := h.check(c, false); len(v.Outcomes) > 0 {
			views = append(views, v)
		}
	}
	return views
}

// check is one check; failing leaves out the sources that it holds for.
func (h context) check(c *digest.Check, failing bool) checkView {
	v := checkView{ID: c.ID, Number: h.words.Text("check.number", "n", checkNumber(c)), Link: h.link(c.Path()),
		Text: c.Text}
	for _, o := range c.Outcomes {
		if o.Status == check.LeftOut || failing && o.Status != check.Fails {
			continue
		}
		v.add(h.outcome(o))
	}
	slices.SortStableFunc(v.Outcomes, func(a, b outcomeView) int {
		return cmp.Compare(checkOrder[a.Status], checkOrder[b.Status])
	})
	for i := range v.Outcomes {
		v.Outcomes[i].Sources = template.HTML(h.words.List(v.Outcomes[i].sources))
	}
	return v
}

// add adds an outcome, to one that says the same where there is one.
func (v *checkView) add(o outcomeView) {
	for i := range v.Outcomes {
		same := &v.Outcomes[i]
		if same.Status == o.Status && same.Equation == o.Equation && same.Remark == o.Remark {
			same.sources = append(same.sources, o.sources...)
			return
		}
	}
	v.Outcomes = append(v.Outcomes, o)
}

// checkNumber is the number in the check's id: 2 of check-2.
func checkNumber(c *digest.Check) string {
	return c.ID[strings.LastIndexByte(c.ID, '-')+1:]
}

func (h context) outcome(o *digest.Outcome) outcomeView {
	v := outcomeView{
		Status:   o.Status,
		Symbol:   checkSymbols[o.Status],
		Word:     h.words.Text("check." + string(o.Status)),
		Equation: h.equation(o),
		sources:  []string{h.heldFor(o, bdi(o.Summary.SourceLabel.Name))},
	}
	switch o.Status {
	case check.Implies:
		v.Remark = template.HTML(h.words.HTML("check.implied", "figure", escape(o.Implied.Name), "value",
			`<i>`+bdi(h.words.Amount(o.Implied.Text))+`</i>`) + h.denied(o))
	case check.Fails:
		if o.Off != "" {
			v.Off = h.words.Text("check.off", "off", h.words.Amount(o.Off))
		}
		v.Remark = h.partsCome(o)
		if gap := o.Gap(); gap != nil {
			if v.Remark != "" {
				v.Remark += template.HTML(h.words.HTML("differ.join"))
			}
			v.Remark += template.HTML(h.gap(gap))
		}
	case check.Incomplete:
		v.Remark = template.HTML(h.words.HTML("check.lacks"))
	}
	return v
}

// denied says who reports otherwise than what is implied: where 5 sources say
// $730B.
func (h context) denied(o *digest.Outcome) string {
	if o.Denied == nil {
		return ""
	}
	n := len(o.Denied.Reports)
	text, _ := h.words.CampValue(digest.Camp{Shown: o.Denied.Shown, Reports: o.Denied.Reports})
	return h.words.HTML("check.denied."+h.words.Plural("check.denied", n), "n", h.words.Number(n),
		"value", `<b class="val">`+bdi(text)+`</b>`)
}

// heldFor is the name of the source that a check is held against with whose word
// it is, what comes from elsewhere, and as of when.
func (h context) heldFor(o *digest.Outcome, name string) string {
	if len(o.Claimants) > 0 {
		names := make([]string, len(o.Claimants))
		for i, claimant := range o.Claimants {
			names[i] = bdi(claimant.Name)
		}
		name += ` <small>` + h.words.HTML("note.by", "by", h.words.List(names)) + `</small>`
	}
	for _, r := range o.Borrowed {
		name += ` <small>` + h.words.HTML("check.borrowed", "figure", escape(r.Row.Name.String()), "source",
			h.sourceOf(r.Summary)) + `</small>`
	}
	if asOf := h.asOf(o.AsOf); asOf != "" {
		name += ` <small>` + string(asOf) + `</small>`
	}
	return name
}

// equation sets the equation with the source's numbers in it.
func (h context) equation(o *digest.Outcome) template.HTML {
	var b strings.Builder
	for i, p := range o.Outcome.Parts {
		if i > 0 && p.Text != ")" && o.Outcome.Parts[i-1].Text != "(" {
			b.WriteByte(' ')
		}
		switch {
		case p.Missing:
			b.WriteString(`<i class="lack">` + bdi(p.Text) + `</i>`)
		case p.Key != "":
			b.WriteString(bdi(p.Text))
		default:
			b.WriteString(template.HTMLEscapeString(p.Text))
		}
	}
	return template.HTML(b.String())
}

// partsCome says what the parts come to, and who reports just that.
func (h context) partsCome(o *digest.Outcome) template.HTML {
	if o.Total == "" {
		return ""
	}
	parts := `<b class="val">` + bdi(h.words.Amount(o.Total)) + `</b>`
	if len(o.Agrees) == 0 {
		return template.HTML(h.words.HTML("check.parts", "parts", parts))
	}
	return template.HTML(h.words.HTML("check.parts.agree."+h.words.Plural("check.parts.agree", len(o.Agrees)),
		"parts", parts, "n", h.words.Number(len(o.Agrees)), "who", string(h.who(o.Agrees, 3))))
}

// broken says in a sentence for whom a check fails and by how much.
func (h context) broken(c *digest.Check) template.HTML {
	var parts []string
	for _, o := range c.Outcomes {
		if o.Status != check.Fails {
			continue
		}
		if len(parts) == i18n.MostCamps {
			parts = append(parts, escape(h.words.Count("more", c.Fails-i18n.MostCamps)))
			break
		}
		sentence := h.words.HTML("check.broken", "source", h.heldFor(o, h.sourceOf(o.Summary)),
			"equation", `<b class="val"><bdi dir="ltr">`+string(h.equation(o))+`</bdi></b>`)
		if o.Off != "" {
			sentence += h.words.HTML("check.broken.off", "off", bdi(h.words.Amount(o.Off)))
		}
		parts = append(parts, sentence)
	}
	return template.HTML(strings.Join(parts, h.words.HTML("differ.join")) + h.words.HTML("differ.end"))
}
