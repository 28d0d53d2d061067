package digest

import (
	"slices"

	"collate/generator/agreement"
	"collate/generator/value"
)

// compare says what the standing reports say together.
func (r *Row) compare() {
	standing := r.Standing()
	reports := make([]agreement.Report, len(standing))
	for i, report := range standing {
		reports[i] = agreement.Report{Value: report.Value, Voice: report.Summary.Voice, Order: i}
	}
	result := agreement.Of(reports)
	r.Kind = result.Kind
	r.Unit = commonUnit(standing)
	for _, c := range result.Camps {
		camp := Camp{Shown: standing[c.Shown], Voices: c.Voices, Reports: make([]*Report, len(c.Members))}
		for i, member := range c.Members {
			camp.Reports[i] = standing[member]
		}
		r.Camps = append(r.Camps, camp)
	}
	if len(standing) > 1 {
		markOutside(standing, result.Camps)
		markOpens(standing, result.Camps)
	}
}

// markOutside marks the reports that are not in the first camp, and counts for
// each how it stands: with the majority if its camp is the only one or has
// more voices than any other, alone if there are others and its camps have one
// voice.
func markOutside(standing []*Report, camps []agreement.Camp) {
	voices := make([]int, len(standing)) // of the largest camp that a report is in
	for _, report := range standing {
		report.Outside = true
	}
	for n, camp := range camps {
		for _, i := range camp.Members {
			voices[i] = max(voices[i], camp.Voices)
			standing[i].Outside = standing[i].Outside && n > 0
		}
	}
	split := len(camps) > 1
	majority := !split || camps[0].Voices > camps[1].Voices
	for i, report := range standing {
		tally := &report.Summary.tally
		tally.compared++
		switch {
		case !report.Outside && majority:
			tally.majority++
		case split && voices[i] == 1:
			tally.alone++
		}
	}
}

// markOpens marks in each camp the report that opened it: the first that is
// not in a camp opened before as well. Nobody opens the first camp, whose
// first report is the first of all.
func markOpens(standing []*Report, camps []agreement.Camp) {
	members := make([][]int, len(camps))
	for n, camp := range camps {
		members[n] = camp.Members
	}
	slices.SortFunc(members, slices.Compare)
	met := make([]bool, len(standing))
	for n, camp := range members {
		first := slices.IndexFunc(camp, func(i int) bool { return !met[i] })
		standing[camp[max(first, 0)]].Opens = n > 0 && first >= 0
		for _, i := range camp {
			met[i] = true
		}
	}
}

// commonUnit is the one unit that all reports have, those without a unit
// aside; empty where there is none or more than one.
func commonUnit(reports []*Report) value.Unit {
	var common value.Unit
	for _, r := range reports {
		switch unit := r.Value.Unit; {
		case unit == "" || unit == common:
		case common == "":
			common = unit
		default:
			return ""
		}
	}
	return common
}
