package digest

import (
	"strings"

	"collate/generator/content"
	"collate/generator/value"
)

// claimantLabels are the names by which a story's claimants go: by each name and
// alias, folded, the label that stands for all of them.
type claimantLabels map[string]Label

func newClaimants(from []content.Claimant) claimantLabels {
	all := claimantLabels{}
	for _, c := range from {
		l := label(c.Name)
		all[foldClaimant(c.Name)] = l
		for _, alias := range c.Aliases {
			all[foldClaimant(alias)] = l
		}
	}
	return all
}

// of is the label of a claimant, as its first mention writes it.
func (c claimantLabels) of(name string) Label {
	key := foldClaimant(name)
	l, known := c[key]
	if !known {
		l = label(name)
		c[key] = l
	}
	return l
}

// attribute finds whose word the report is.
func (r *Report) attribute(c claimantLabels) {
	r.Claimant = c.of(r.Summary.Word.Name)
	if r.By != "" && !r.Unnamed {
		r.Claimant, r.Named = c.of(r.By), true
	}
	r.Voice = foldClaimant(r.Claimant.Name)
}

// foldClaimant is a claimant's or source's name as names are matched: without
// regard to case, spaces, hyphens and a leading article.
func foldClaimant(name string) string {
	return value.FoldName(content.WithoutArticle(name))
}

// foldStage is a stage as stages are matched.
func foldStage(stage string) string { return strings.ToLower(strings.Join(strings.Fields(stage), " ")) }
