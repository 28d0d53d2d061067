package agreement

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"collate/generator/value"
)

// FuzzCamps makes reports of bytes, two for each: the ends of an interval
// among small whole numbers, open, closed or missing.
func FuzzCamps(f *testing.F) {
	f.Add([]byte{0x00, 0x13, 0x25, 0x47})
	f.Add([]byte{0x01, 0x52, 0x23, 0xf4, 0x9a, 0x08, 0x77, 0x31})
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		seed := make([]byte, 2*(1+r.IntN(7)))
		for i := range seed {
			seed[i] = byte(r.Uint32())
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		reports := fromBytes(data)
		if len(reports) == 0 {
			return
		}
		result := Of(reports)
		checkCamps(t, reports, result)
		checkOrder(t, reports, result)
	})
}

func fromBytes(data []byte) []Report {
	var reports []Report
	for i := 0; i+1 < len(data) && len(reports) < 7; i += 2 {
		a, b := data[i], data[i+1]
		low := value.Bound{At: value.Int(int64(a & 7)), Open: a&8 != 0, Infinite: a>>4 == 15}
		high := value.Bound{At: value.Int(int64(a&7) + int64(b&7)), Open: b&8 != 0, Infinite: b>>4 == 15}
		interval := value.Interval{Low: low, High: high}
		if interval.Empty() {
			interval = value.Point(low.At)
		}
		voice := string(rune('a' + b>>4&3))
		if voice == "a" {
			voice = ""
		}
		reports = append(reports, Report{Value: number(interval), Voice: voice, Order: i})
	}
	return reports
}

// checkCamps holds camps against their definition, point by point: ends are
// whole numbers from 0 to 14, so points half a step apart tell all intervals
// from one another.
func checkCamps(t *testing.T, reports []Report, result Result) {
	t.Helper()
	holding := make([]uint, 0, 33) // for each point, the reports that hold it
	for p := int64(-1); p < 31; p++ {
		var set uint
		for i, r := range reports {
			if r.Value.Interval.Contains(value.Int(p).Quo(value.Int(2))) {
				set |= 1 << i
			}
		}
		holding = append(holding, set)
	}
	all := uint(1)<<len(reports) - 1
	var covered uint
	for _, camp := range result.Camps {
		var set uint
		for _, i := range camp.Members {
			set |= 1 << i
		}
		covered |= set
		if !slices.ContainsFunc(holding, func(h uint) bool { return h&set == set }) {
			t.Errorf("no point explains all members of %v", camp.Members)
		}
		if slices.ContainsFunc(holding, func(h uint) bool { return h&set == set && h != set }) {
			t.Errorf("a report that reaches into camp %v is not in it", camp.Members)
		}
		if !slices.Contains(camp.Members, camp.Shown) {
			t.Errorf("camp %v shows report %d", camp.Members, camp.Shown)
		}
	}
	if covered != all {
		t.Errorf("reports %b of %b are in camps", covered, all)
	}
	if want := fewest(holding, all); len(result.Camps) != want {
		t.Errorf("%d camps where %d explain everything", len(result.Camps), want)
	}
	if one := len(result.Camps) == 1; one == (result.Kind == Differ) {
		t.Errorf("%d camps are called %s", len(result.Camps), result.Kind)
	}
}

// fewest is the smallest number of points that hold all reports.
func fewest(holding []uint, all uint) int {
	best := make([]int, all+1)
	for set := uint(1); set <= all; set++ {
		best[set] = 99
		for _, h := range holding {
			if h&set != 0 {
				best[set] = min(best[set], 1+best[set&^h])
			}
		}
	}
	return best[all]
}

// checkOrder compares the result with that of the reports reversed.
func checkOrder(t *testing.T, reports []Report, result Result) {
	t.Helper()
	reversed := slices.Clone(reports)
	slices.Reverse(reversed)
	other := Of(reversed)
	for _, camp := range other.Camps {
		for i := range camp.Members {
			camp.Members[i] = len(reports) - 1 - camp.Members[i]
		}
	}
	for i := range other.Camps {
		other.Camps[i].Shown = len(reports) - 1 - other.Camps[i].Shown
	}
	if !reflect.DeepEqual(result, other) {
		t.Errorf("the order of the reports matters: %+v, reversed %+v", result, other)
	}
}
