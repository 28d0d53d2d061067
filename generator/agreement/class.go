package agreement

import (
	"cmp"
	"slices"
	"strings"

	"collate/generator/value"
)

// class is a set of reports that are comparable with one another.
type class struct {
	key     string
	members []int // by their Order
	voices  int
}

// Keys of classes; a class of numbers with a unit has the unit behind plain.
const (
	wordsClass = "text"
	datesClass = "date"
	plainClass = "number "
	bareClass  = "bare"
)

// classify divides the reports into classes, the row's first: the one of the
// preferred unit, or else with most voices, then with the earliest report.
func classify(reports []Report, preferred value.Unit) []class {
	if one := classOf(reports[0].Value); !slices.ContainsFunc(reports,
		func(r Report) bool { return classOf(r.Value) != one }) {
		return []class{{key: one, members: byOrder(reports)}}
	}
	var classes []class
	for _, i := range byOrder(reports) {
		key := classOf(reports[i].Value)
		n := slices.IndexFunc(classes, func(c class) bool { return c.key == key })
		if n < 0 {
			n = len(classes)
			classes = append(classes, class{key: key})
		}
		classes[n].members = append(classes[n].members, i)
	}
	classes = joinBare(reports, classes)
	for n := range classes {
		classes[n].voices = countVoices(reports, classes[n].members)
	}
	slices.SortFunc(classes, func(a, b class) int {
		return cmp.Or(
			compareBools(preferred != "" && a.key == plainClass+string(preferred),
				preferred != "" && b.key == plainClass+string(preferred)),
			cmp.Compare(b.voices, a.voices),
			cmp.Compare(reports[a.members[0]].Order, reports[b.members[0]].Order),
			strings.Compare(a.key, b.key),
		)
	})
	return classes
}

// compareBools puts what is true first.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func classOf(v value.Value) string {
	switch {
	case v.Kind == value.KindText:
		return wordsClass
	case v.Kind == value.KindDate:
		return datesClass
	case v.Unit == "" && v.Label == "":
		return bareClass
	}
	return plainClass + string(v.Unit)
}

// joinBare adds the bare numbers to the only class of numbers with a unit or a
// counted noun, where there is just one.
func joinBare(reports []Report, classes []class) []class {
	bare := slices.IndexFunc(classes, func(c class) bool { return c.key == bareClass })
	numbers := -1
	for n, c := range classes {
		if !strings.HasPrefix(c.key, plainClass) {
			continue
		}
		if numbers >= 0 {
			return classes
		}
		numbers = n
	}
	if bare < 0 || numbers < 0 {
		return classes
	}
	classes[numbers].members = append(classes[numbers].members, classes[bare].members...)
	sortByOrder(reports, classes[numbers].members)
	return slices.Delete(classes, bare, bare+1)
}

// countVoices counts the voices behind some reports.
func countVoices(reports []Report, members []int) int {
	count := 0
	for n, i := range members {
		voice := reports[i].Voice
		if voice == "" || !slices.ContainsFunc(members[:n], func(j int) bool { return reports[j].Voice == voice }) {
			count++
		}
	}
	return count
}

func byOrder(reports []Report) []int {
	all := make([]int, len(reports))
	for i := range all {
		all[i] = i
	}
	sortByOrder(reports, all)
	return all
}

func sortByOrder(reports []Report, members []int) {
	slices.SortFunc(members, func(a, b int) int {
		return cmp.Or(cmp.Compare(reports[a].Order, reports[b].Order), cmp.Compare(a, b))
	})
}
