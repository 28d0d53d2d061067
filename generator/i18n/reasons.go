package i18n

import (
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
)

// Why is why a row's reports differ, as the writer says it of the row or of its
// camps, as plain text; empty where nobody says it.
func (w *Words) Why(row *digest.Row) string {
	if row.Why != "" {
		return w.reason(row.Reason, row.Why)
	}
	var parts []string
	for _, camp := range row.Camps {
		for _, r := range camp.Reports {
			if r.Differ != "" || r.Why != "" {
				value, _ := w.CampValue(camp)
				parts = append(parts, w.Text("reason.camp", "value", value, "reason", w.reason(r.Differ, r.Why)))
				break
			}
		}
	}
	said := strings.Join(parts, w.Text("differ.join"))
	switch {
	case row.Reason == "":
		return said
	case said == "":
		return w.reason(row.Reason, "")
	}
	return w.reason(row.Reason, "") + w.Text("colon") + said
}

// reason is a reason in words: another label: One counts the new money.
func (w *Words) reason(reason content.Reason, why string) string {
	switch {
	case reason == "":
		return why
	case why == "":
		return w.Text("reason." + string(reason))
	}
	return w.Text("reason."+string(reason)) + w.Text("colon") + why
}
