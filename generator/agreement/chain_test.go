package agreement

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"collate/generator/number"
)

// FuzzCamps makes reports of bytes, three for each: the ends of an interval
// among small whole numbers, open, closed or missing; and a moment.
func FuzzCamps(f *testing.F) {
	f.Add([]byte{0x00, 0x13, 0x25, 0x47, 0x00, 0x01})
	f.Add([]byte{0x01, 0x52, 0x23, 0xf4, 0x9a, 0x08, 0x77, 0x31, 0x02})
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		seed := make([]byte, 3*(1+r.IntN(7)))
		for i := range seed {
			seed[i] = byte(r.Uint32())
		}
		f.Add(seed)
	}
	f.Add([]byte("70\xb1Ca\xb30a02a100\xef")) // two guests of one set that conflict
	f.Fuzz(func(t *testing.T, data []byte) {
		reports := fromBytes(data)
		if len(reports) == 0 {
			return
		}
		for _, direction := range []Direction{Still, Rising, Falling} {
			options := Options{Direction: direction}
			result := Of(reports, options)
			checkCamps(t, reports, direction, result)
			checkOrder(t, reports, options, result)
			checkCopy(t, reports, options, result)
		}
		checkOneMoment(t, reports)
		checkLater(t, reports)
	})
}

// fromBytes makes at most seven reports, one of a voice and moment.
func fromBytes(data []byte) []Report {
	var reports []Report
	for i := 0; i+2 < len(data) && len(reports) < 7; i += 3 {
		a, b, c := data[i], data[i+1], data[i+2]
		low := number.Bound{At: number.Int(int64(a & 7)), Open: a&8 != 0, Infinite: a>>4 == 15}
		high := number.Bound{At: number.Int(int64(a&7) + int64(b&7)), Open: b&8 != 0, Infinite: b>>4 == 15}
		interval := number.Interval{Low: low, High: high}
		if interval.Empty() {
			interval = number.Point(low.At)
		}
		voice := string(rune('a' + b>>4&3))
		if voice == "a" {
			voice = ""
		}
		report := Report{Value: allowing(interval), Voice: voice, Moment: momentOf(c), Epoch: int(c >> 7), Order: i}
		if voice == "" || !slices.ContainsFunc(reports, func(r Report) bool {
			return r.Voice == voice && r.Moment.Name == report.Moment.Name
		}) {
			reports = append(reports, report)
		}
	}
	return reports
}

// momentOf is one of four days, noon of each, and a month of two.
func momentOf(b byte) Moment {
	day := time.Date(2026, 3, 1+int(b&3), 0, 0, 0, 0, time.UTC)
	switch b >> 2 & 3 {
	case 0:
		noon := day.Add(12 * time.Hour)
		return Moment{Name: noon.Format(time.RFC3339), From: noon, To: noon}
	case 1:
		return Moment{Name: day.Format("2006-01"), From: day.AddDate(0, 0, 2-day.Day()),
			To: day.AddDate(0, 0, 3-day.Day())}
	}
	return Moment{Name: day.Format(time.DateOnly), From: day, To: day.AddDate(0, 0, 1)}
}

// conflict is the definition, pair by pair.
func conflict(a, b Report, direction Direction) bool {
	x, y := a.Value.Interval, b.Value.Interval
	if direction == Falling {
		x, y = x.Neg(), y.Neg()
	}
	earlier := direction == Still || a.Moment.Name == b.Moment.Name || !a.Moment.To.After(b.Moment.From)
	return earlier && a.Epoch == b.Epoch && !x.Low.Reaches(y.High)
}

// longest is how many links the longest chain has that ends in each report,
// and that begins in it, by trying all.
func longest(reports []Report, direction Direction) (down, up []int) {
	down, up = make([]int, len(reports)), make([]int, len(reports))
	var end, begin func(i int) int
	end = func(i int) int {
		n := 1
		for j := range reports {
			if conflict(reports[j], reports[i], direction) {
				n = max(n, 1+end(j))
			}
		}
		return n
	}
	begin = func(i int) int {
		n := 1
		for j := range reports {
			if conflict(reports[i], reports[j], direction) {
				n = max(n, 1+begin(j))
			}
		}
		return n
	}
	for i := range reports {
		down[i], up[i] = end(i), begin(i)
	}
	return down, up
}

// checkCamps holds camps against their definition.
func checkCamps(t *testing.T, reports []Report, direction Direction, result Result) {
	t.Helper()
	down, up := longest(reports, direction)
	if want := slices.Max(down); len(result.Camps) != want {
		t.Fatalf("%d camps where the longest chain has %d links", len(result.Camps), want)
	}
	if one := len(result.Camps) == 1; one == (result.Kind == Differ) {
		t.Errorf("%d camps are called %s", len(result.Camps), result.Kind)
	}
	seen := map[int]int{}
	for _, camp := range result.Camps {
		links := 0
		for _, i := range camp.Members {
			seen[i]++
			if down[i]+up[i] == len(result.Camps)+1 {
				links++
			}
			for _, j := range camp.Members {
				if conflict(reports[i], reports[j], direction) {
					t.Errorf("reports %d and %d of one camp conflict", i, j)
				}
			}
		}
		if links == 0 || !slices.Contains(camp.Members, camp.Shown) {
			t.Errorf("camp %v has %d links and shows %d", camp.Members, links, camp.Shown)
		}
	}
	for _, i := range result.Apart {
		seen[i]++
		if down[i]+up[i] == len(result.Camps)+1 {
			t.Errorf("report %d stands apart and is a link of a longest chain", i)
		}
	}
	for i := range reports {
		if seen[i] != 1 {
			t.Errorf("report %d is in %d places", i, seen[i])
		}
	}
	checkVoices(t, reports, result)
}

// checkVoices holds the voices of camps and those apart against all.
func checkVoices(t *testing.T, reports []Report, result Result) {
	t.Helper()
	counted, inCamps := 0, map[string]bool{}
	for _, camp := range result.Camps {
		counted += camp.Voices
		for _, i := range camp.Members {
			inCamps[reports[i].Voice] = true
		}
	}
	var apart []int
	for _, i := range result.Apart {
		if voice := reports[i].Voice; voice == "" || !inCamps[voice] {
			apart = append(apart, i)
		}
	}
	all := countVoices(reports, byOrder(reports))
	if counted+countVoices(reports, apart) != all {
		t.Errorf("%d voices in camps and %d apart, of %d", counted, countVoices(reports, apart), all)
	}
}

// checkOrder compares the result with that of the reports reversed.
func checkOrder(t *testing.T, reports []Report, options Options, result Result) {
	t.Helper()
	reversed := slices.Clone(reports)
	slices.Reverse(reversed)
	other := Of(reversed, options)
	turn := func(i int) int { return len(reports) - 1 - i }
	for n, camp := range other.Camps {
		for i := range camp.Members {
			camp.Members[i] = turn(camp.Members[i])
		}
		other.Camps[n].Shown = turn(camp.Shown)
	}
	for i := range other.Apart {
		other.Apart[i] = turn(other.Apart[i])
	}
	if !reflect.DeepEqual(result, other) {
		t.Errorf("the order of the reports matters: %+v, reversed %+v", result, other)
	}
}

// checkCopy holds that one more report of what a voice says changes no count:
// the caller gives one report of a voice and moment, so a copy is of a moment
// of its own that says the same.
func checkCopy(t *testing.T, reports []Report, options Options, result Result) {
	t.Helper()
	for i, r := range reports {
		if r.Voice == "" || options.Direction != Still {
			continue
		}
		r.Order = 1000
		copied := Of(append(slices.Clone(reports), r), options)
		for n, camp := range copied.Camps {
			if camp.Voices != result.Camps[n].Voices && !contradicts(reports, r) {
				t.Errorf("a copy of report %d makes %d voices of %d", i, camp.Voices, result.Camps[n].Voices)
			}
		}
	}
}

// contradicts reports whether a voice has other reports than r.
func contradicts(reports []Report, r Report) bool {
	return slices.ContainsFunc(reports, func(other Report) bool {
		return other.Voice == r.Voice && other.Moment.Name != r.Moment.Name
	})
}

// checkOneMoment holds that a curve of one moment says what piercing says.
func checkOneMoment(t *testing.T, reports []Report) {
	t.Helper()
	var one []Report
	for _, r := range reports {
		r.Moment, r.Voice, r.Epoch = reports[0].Moment, "", 0
		one = append(one, r)
	}
	still, rising := Of(one, Options{}), Of(one, Options{Direction: Rising})
	if !reflect.DeepEqual(still, rising) {
		t.Errorf("of one moment, a curve says %+v and piercing %+v", rising, still)
	}
	if falling := Of(one, Options{Direction: Falling}); !reflect.DeepEqual(still, falling) {
		t.Errorf("of one moment, a falling curve says %+v and piercing %+v", falling, still)
	}
}

// checkLater holds that a later, higher report makes nothing differ that rose.
func checkLater(t *testing.T, reports []Report) {
	t.Helper()
	before := Of(reports, Options{Direction: Rising})
	day := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	report := Report{Value: allowing(number.Point(number.Int(100))), Voice: "later", Order: 1000,
		Moment: Moment{Name: "2027-01-01", From: day, To: day.AddDate(0, 0, 1)}}
	after := Of(append(slices.Clone(reports), report), Options{Direction: Rising})
	if len(before.Camps) != len(after.Camps) {
		t.Errorf("a later, higher report makes %d camps of %d", len(after.Camps), len(before.Camps))
	}
}

// Deep chains and wide groups take no longer than sorting does: ten
// thousand reports are divided while a test waits.
func TestLargeCurve(t *testing.T) {
	day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	var reports []Report
	for i := range 10_000 {
		at := day.Add(time.Duration(i/3) * time.Hour)
		reports = append(reports, Report{Value: allowing(number.Point(number.Int(int64(i * 7919 % 10007)))), Order: i,
			Moment: Moment{Name: at.Format(time.RFC3339), From: at, To: at}})
	}
	if got := Of(reports, Options{Direction: Rising}); got.Kind != Differ {
		t.Error(got.Kind)
	}
}
