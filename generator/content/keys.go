package content

import (
	"slices"
)

// Keys are those that front matter may have anywhere.
func Keys() []string { return slices.Clone(anyKeys) }

// A Mapping is the keys that one kind of mapping in front matter may have, in
// the order in which they are explained.
type Mapping struct {
	Keys     []string
	Required []string
}

// Mappings are the mappings of front matter by their names: site, page,
// outlet (sources/*.md), story and summary are whole front matters; source is a source and
// figure a value in full, both in a summary, with by where its claimant has no
// name; spec is what a story says about a figure, claimant what about whom it
// quotes.
func Mappings() map[string]Mapping {
	return map[string]Mapping{
		"site":    {Keys: slices.Clone(siteKeys)},
		"page":    {Keys: slices.Clone(pageKeys)},
		"outlet":  {Keys: slices.Clone(outletKeys)},
		"story":   {Keys: slices.Clone(storyKeys)},
		"summary": {slices.Clone(summaryKeys), slices.Clone(summaryRequired)},
		"source":  {slices.Clone(sourceKeys), slices.Clone(sourceRequired)},
		"figure":  {Keys: slices.Clone(figureKeys)},
		"spec":    {Keys: slices.Clone(specKeys)},

		"claimant": {Keys: slices.Clone(claimantKeys)},
		"by":       {slices.Clone(byKeys), slices.Clone(byKeys)},
	}
}
