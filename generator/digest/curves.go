package digest

import "slices"

// A Curve is what is told of a figure over several moments: by those whom one
// truth can explain, or by one claimant where claimants differ.
type Curve struct {
	Claimant Label     // where claimants differ; else empty
	Reports  []*Report // by moment, one of each
}

// Curves are the lines along which a row's values can be drawn over its
// moments, the one with most moments first. Where the figure isn't said to rise
// or fall, whoever doesn't say at a moment what most do has a line of its own.
func (r *Row) Curves() []Curve {
	var all []Curve
	at := map[curveKey]int{}
	for _, p := range r.Moments {
		together := map[curveKey][]*Report{}
		var keys []curveKey
		for _, report := range p.Reports {
			key := r.curveOf(report)
			if together[key] == nil {
				keys = append(keys, key)
			}
			together[key] = append(together[key], report)
		}
		for _, key := range keys {
			n, known := at[key]
			if !known {
				n, at[key] = len(all), len(all)
				all = append(all, Curve{})
				if r.named() {
					all[n].Claimant = together[key][0].Claimant
				}
			}
			all[n].Reports = append(all[n].Reports, mostPrecise(together[key]))
		}
	}
	slices.SortStableFunc(all, func(a, b Curve) int { return len(b.Reports) - len(a.Reports) })
	return all
}

// curveKey tells curves apart: by camp, or by voice.
type curveKey struct {
	camp  int
	voice string
}

func (r *Row) curveOf(report *Report) curveKey {
	switch {
	case r.named():
		return curveKey{voice: report.Voice}
	case report.camp <= 1:
		return curveKey{}
	case r.curve() != 0:
		return curveKey{camp: report.camp}
	}
	return curveKey{voice: report.Voice}
}
