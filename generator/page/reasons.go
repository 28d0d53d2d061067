package page

import (
	"html/template"
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
)

// why says why a row's reports differ, as the writer says it: of the row, or of
// its camps; else what the gap between them is as much as, which is a hint; else
// that nobody has said.
func (h context) why(row *digest.Row) template.HTML {
	if row.Why != "" {
		return template.HTML(h.reason(row.Reason, row.Why))
	}
	var parts []string
	for n, camp := range row.Camps {
		if reason := h.campReason(camp); n > 0 && reason != "" {
			parts = append(parts, h.ofCamp(camp, reason))
		} else if gap := row.Gap(camp); n == 0 || gap == nil || row.Reason != "" {
			continue
		} else if len(row.Camps) > 2 {
			parts = append(parts, h.ofCamp(camp, h.gap(gap)))
		} else {
			parts = append(parts, h.gap(gap))
		}
	}
	said := strings.Join(parts, h.words.HTML("differ.join"))
	switch {
	case row.Reason != "":
		return template.HTML(h.reason(row.Reason, "")) + template.HTML(joined(h.words.HTML("colon"), said))
	case said != "":
		return template.HTML(said)
	case row.Drifts:
		return template.HTML(h.words.HTML("reason.drifts"))
	}
	return template.HTML(h.words.HTML("reason.none"))
}

// joined is text behind a sign; empty where there is none.
func joined(sign, text string) string {
	if text == "" {
		return ""
	}
	return sign + text
}

// ofCamp says of which camp a reason is.
func (h context) ofCamp(camp digest.Camp, reason string) string {
	return h.words.HTML("reason.camp", "value", h.campHTML(camp), "reason", strings.TrimSuffix(reason, "."))
}

// campReason is why the reports of a camp differ; empty where none of them says.
func (h context) campReason(c digest.Camp) string {
	for _, r := range c.Reports {
		if r.Differ != "" || r.Why != "" {
			return h.reason(r.Differ, r.Why)
		}
	}
	return ""
}

// reason is a reason in words: another label: One counts the new money.
func (h context) reason(reason content.Reason, why string) string {
	switch {
	case reason == "":
		return escape(why)
	case why == "":
		return h.words.HTML("reason." + string(reason))
	}
	return h.words.HTML("reason."+string(reason)) + h.words.HTML("colon") + escape(why)
}

// gap says that a gap is as much as another figure.
func (h context) gap(gap *digest.Gap) string {
	figure := h.anchor(gap.Is.Row.Path(), gap.Is.Row.Name.String())
	return h.words.HTML("gap.is", "gap", `<b class="val">`+bdi(h.words.Amount(gap.Text))+`</b>`, "figure", figure)
}
