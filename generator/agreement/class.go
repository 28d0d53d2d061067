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
	text    bool
	members []int
}

// Keys of classes; a class of numbers with a unit has the unit behind plain.
const (
	words = "text"
	dates = "date"
	plain = "number "
)

// classify divides the reports into classes, sorted by key.
func classify(reports []Report) []class {
	sets := map[string][]int{}
	for _, i := range byOrder(reports) {
		key := classOf(reports[i].Value)
		sets[key] = append(sets[key], i)
	}
	joinPlain(reports, sets)
	var classes []class
	for key, members := range sets {
		classes = append(classes, class{key: key, text: key == words, members: members})
	}
	slices.SortFunc(classes, func(a, b class) int { return strings.Compare(a.key, b.key) })
	return classes
}

func classOf(v value.Value) string {
	switch v.Kind {
	case value.KindText:
		return words
	case value.KindDate:
		return dates
	}
	return plain + string(v.Unit)
}

// joinPlain adds the numbers without a unit to the largest class of numbers
// with one, where there is such a class.
func joinPlain(reports []Report, sets map[string][]int) {
	bare, ok := sets[plain]
	if !ok {
		return
	}
	largest := ""
	for key := range sets {
		if key == plain || !strings.HasPrefix(key, plain) {
			continue
		}
		if largest == "" || larger(reports, key, largest, sets) {
			largest = key
		}
	}
	if largest == "" {
		return
	}
	sets[largest] = append(sets[largest], bare...)
	delete(sets, plain)
}

// larger tells whether the first class is to be preferred to the second:
// members, earliest report, key.
func larger(reports []Report, a, b string, sets map[string][]int) bool {
	return cmp.Or(
		cmp.Compare(len(sets[b]), len(sets[a])),
		cmp.Compare(reports[sets[a][0]].Order, reports[sets[b][0]].Order),
		strings.Compare(a, b),
	) < 0
}

// alike puts texts that are equal when folded together, sorted by text.
func alike(reports []Report, members []int) [][]int {
	byText := map[string][]int{}
	for _, i := range members {
		text := reports[i].Value.Text()
		byText[text] = append(byText[text], i)
	}
	var texts []string
	for text := range byText {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	sets := make([][]int, len(texts))
	for n, text := range texts {
		sets[n] = byText[text]
	}
	return sets
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
