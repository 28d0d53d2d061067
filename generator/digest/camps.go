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

// markOutside marks the reports outside the largest camp. Of a tie none is the
// largest: a value is outside then, unless it is in all that have most voices.
// It counts for each report how it stands: with the majority if its camp is
// the only one or has more voices than any other, alone if there are others
// and its camps have one voice.
func markOutside(standing []*Report, camps []agreement.Camp) {
	most := 1 // camps that have as many voices as the first
	for most < len(camps) && camps[most].Voices == camps[0].Voices {
		most++
	}
	in := make([]int, len(standing))     // how many of those a report is in
	voices := make([]int, len(standing)) // of the largest camp that a report is in
	for n, camp := range camps {
		for _, i := range camp.Members {
			voices[i] = max(voices[i], camp.Voices)
			if n < most {
				in[i]++
			}
		}
	}
	for i, report := range standing {
		report.Outside = in[i] < most
		report.Summary.tally.count(!report.Outside && most == 1, len(camps) > 1 && voices[i] == 1)
	}
}

func (t *tally) count(majority, alone bool) {
	t.compared++
	switch {
	case majority:
		t.majority++
	case alone:
		t.alone++
	}
}

// Against is how a report outside the largest camp stands to the others: it
// differs or can't be compared. It is empty for a report that is not outside.
func (r *Report) Against() agreement.Kind {
	switch {
	case !r.Outside:
		return ""
	case r.Row.Kind == agreement.Incomparable || apart(r.Value, r.Row.Camps[0].Shown.Value):
		return agreement.Incomparable
	}
	return agreement.Differ
}

// apart tells whether two values can't be compared: dollars and euros, words
// and a number.
func apart(a, b value.Value) bool {
	for _, kind := range []value.Kind{value.KindText, value.KindDate} {
		if (a.Kind == kind) != (b.Kind == kind) {
			return true
		}
	}
	return a.Unit != "" && b.Unit != "" && a.Unit != b.Unit
}

// Mixed tells whether some of the reports can't be compared with the others.
func (r *Row) Mixed() bool {
	first := r.Reports[0].Value
	return slices.ContainsFunc(r.Reports, func(report *Report) bool { return apart(first, report.Value) })
}

// Tied tells whether no camp has more voices than any other.
func (r *Row) Tied() bool { return len(r.Camps) > 1 && r.Camps[0].Voices == r.Camps[1].Voices }

// Corrected tells whether a later report of the same source says another value.
func (r *Report) Corrected() bool { return r.Revised != nil && !r.Value.Same(r.Revised.Value) }

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
