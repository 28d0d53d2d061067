package evidence

import (
	"regexp"
	"strings"
)

// minima are words that make a number a minimum. Those of counts say that more
// was not looked at: a number of people verified.
var (
	minima = regexp.MustCompile(`(?i)\b(?:actually|(?:true|real|actual)\s[^.;]{0,40}?|(?:is|are|was|were|be|likely|` +
		`probably|possibly|certainly|undoubtedly|much|far|even)\s)\s?higher\b|\bundercount\w*|\bat a minimum\b|` +
		`\bminimum of\b|` +
		`\btatsächlich[^.;]{0,40}höher|\bDunkelziffer\b|` +
		`\b(?:cifra|número|balance) real[^.;]{0,40}(?:mayor|superior|más alt[ao])|` +
		`\b(?:réel|réelle|réalité)[^.;]{0,40}(?:plus élevée?|supérieure?)|` +
		`実際[^。]{0,20}(?:多い|上回)|실제[^.]{0,20}(?:더 많|더 높)`)
	countSigns = regexp.MustCompile(`(?i)\bverified\b|\bverifiziert\w*|\bverificad[oa]s?\b|\bvérifiée?s?\b`)
	denied     = regexp.MustCompile(
		`(?i)(?:\bnot?|n't|\bnever|\bun|\bnicht|\bkeine?|\bpas|\bsin|\bnon)\s*(?:\w+\s+){0,3}$`)
	than = regexp.MustCompile(`(?i)^\s*(?:than|als|que|より)\b`)
)

// minimum gives the words of a text that make its number a minimum; nothing
// where there are none. A comparison does not (higher than in 2024), nor does
// what is denied (could not be verified).
func minimum(text string, counted bool) string {
	for _, sign := range []*regexp.Regexp{minima, countSigns} {
		if sign == countSigns && !counted {
			break
		}
		at := sign.FindStringIndex(text)
		if at == nil || than.MatchString(text[at[1]:]) || denied.MatchString(text[:at[0]]) {
			continue
		}
		return strings.TrimSpace(text[at[0]:at[1]])
	}
	return ""
}
