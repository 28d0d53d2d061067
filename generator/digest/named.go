package digest

import (
	"slices"
	"strings"

	"collate/generator/content"
)

// Named finds what a reference means: a figure of the story by its name as
// written, aliases folded in, and the claimant where one is named behind it,
// Killed@the rebels. The row is nil where nobody reports the figure.
func (s *Story) Named(written string) (row *Row, claimant string) {
	if row := s.Row(written); row != nil {
		return row, ""
	}
	at := strings.LastIndexByte(written, '@')
	if at < 0 {
		return nil, ""
	}
	return s.Row(strings.TrimSpace(written[:at])), strings.TrimSpace(written[at+1:])
}

// Of finds the latest report that stands of a claimant, by one of its names;
// nil where the row has none.
func (r *Row) Of(claimant string) *Report {
	var found *Report
	for _, report := range slices.Backward(r.Reports) {
		if report.of(claimant) && (found == nil || report.speaksBefore(found)) {
			found = report
		}
	}
	return found
}

// of reports whether it is the word of a claimant, by one of its names.
func (r *Report) of(claimant string) bool {
	key := foldClaimant(claimant)
	if r.Voice == key {
		return true
	}
	return slices.ContainsFunc(r.Row.Story.claimants, func(c content.Claimant) bool {
		return foldClaimant(c.Name) == r.Voice &&
			slices.ContainsFunc(c.Aliases, func(alias string) bool { return foldClaimant(alias) == key })
	})
}

// ClaimantNote is what the story says about whose word the report is: party to
// the conflict. It is empty where the article names nobody, or the story says
// nothing.
func (r *Report) ClaimantNote() string {
	if !r.Named {
		return ""
	}
	for _, c := range r.Row.Story.claimants {
		if foldClaimant(c.Name) == r.Voice {
			return c.Note
		}
	}
	return ""
}

// SameVoice reports whether another report is the word of the same voice.
func (r *Report) SameVoice(other *Report) bool { return r.Voice == other.Voice }

// Claimants are the names of those whose word the row's reports are, without
// their articles.
func (r *Row) Claimants() []string {
	var names []string
	for _, report := range r.Reports {
		if name := content.WithoutArticle(report.Claimant.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
