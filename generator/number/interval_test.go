package number

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// intervalIn reads [1, 2).
func intervalIn(t *testing.T, s string) Interval {
	if s == "" {
		return Interval{}
	}
	low, high, _ := strings.Cut(s[1:len(s)-1], ", ")
	end := func(text string, open bool) Bound {
		if text == "" {
			return Bound{Infinite: true}
		}
		n, ok := Parse(text)
		if !ok {
			t.Fatalf("%s is no interval", s)
		}
		return Bound{At: n, Open: open}
	}
	return Interval{end(low, s[0] == '('), end(high, s[len(s)-1] == ')')}
}

func showInterval(i Interval, ok bool) string {
	if !ok {
		return "none"
	}
	left, low, right, high := "[", i.Low.At.String(), "]", i.High.At.String()
	if i.Low.Open || i.Low.Infinite {
		left = "("
	}
	if i.High.Open || i.High.Infinite {
		right = ")"
	}
	if i.Low.Infinite {
		low = ""
	}
	if i.High.Infinite {
		high = ""
	}
	return left + low + ", " + high + right
}

// rows are the lines of a table in testdata, cut at its strokes.
func rows(t *testing.T, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\n"); line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		row := strings.Split(line, "|")
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		all = append(all, row)
	}
	return all
}

func TestIntervals(t *testing.T) {
	for _, row := range rows(t, "intervals.txt") {
		a, b := intervalIn(t, row[1]), intervalIn(t, row[2])
		if got := operate(row[0], a, b); got != row[3] {
			t.Errorf("%s %s %s: got %s, want %s", row[0], row[1], row[2], got, row[3])
		}
	}
}

func operate(operation string, a, b Interval) string {
	switch operation {
	case "add":
		return showInterval(a.Add(b), true)
	case "sub":
		return showInterval(a.Sub(b), true)
	case "mul":
		return showInterval(a.Mul(b), true)
	case "neg":
		return showInterval(a.Neg(), true)
	case "quo":
		return showInterval(a.Quo(b))
	case "meet":
		return showInterval(a.Intersect(b))
	case "upper":
		return fmt.Sprint(CompareUpper(a, b))
	case "lower":
		return fmt.Sprint(CompareLower(a, b))
	case "contains":
		return fmt.Sprint(a.Contains(b.Low.At))
	case "width":
		if w, ok := a.Width(); ok {
			return w.String()
		}
		return "none"
	}
	return "no such operation"
}

func TestNumberText(t *testing.T) {
	for _, c := range [][2]string{
		{"110", "110"}, {"-0.50", "-0.5"}, {"+1.25", "1.25"}, {".5", "0.5"}, {"007", "7"}, {"0", "0"}, {"-0", "0"},
		{"123456789012345678901234567890.125", "123456789012345678901234567890.125"}, {"1e9", "no"}, {"", "no"},
		{"-", "no"}, {"5.", "no"}, {".", "no"},
		{"1,000", "no"}, {"--5", "no"}, {"+-5", "no"}, {"1.2.3", "no"}, {"٣", "no"},
		{"-9223372036854775808", "-9223372036854775808"},
		{"9223372036854775807", "9223372036854775807"},
		{"0.000000000000000000000000000001", "0.000000000000000000000000000001"},
	} {
		n, ok := Parse(c[0])
		if got := n.String(); ok != (c[1] != "no") || ok && got != c[1] {
			t.Errorf("%s: %s, %v", c[0], got, ok)
		}
	}
	for _, c := range []struct {
		n    Number
		want string
	}{
		{Int(1).Quo(Int(3)), "0.33333333333333333333"}, {Int(2).Quo(Int(3)), "0.66666666666666666667"},
		{Int(-200).Quo(Int(3)), "-66.666666666666666667"},
		{Int(1).Quo(Int(3000)), "0.00033333333333333333333"}, {Int(1).Quo(Int(8)), "0.125"}, {Int(5).Quo(Int(0)), "0"},
		{Int(6).Quo(Int(-4)), "-1.5"},
	} {
		if got := c.n.String(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestNumberAgainstRat does the same sums with big.Rat, around the sizes where
// the small form overflows.
func TestNumberAgainstRat(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func() (Number, *big.Rat) {
		shift := random.IntN(63)
		num, den := random.Int64()>>shift, 1+random.Int64()>>(random.IntN(62)+1)
		if random.IntN(2) == 0 {
			num = -num
		}
		return Int(num).Quo(Int(den)), big.NewRat(num, den)
	}
	for range 20000 {
		n, r := pick()
		m, s := pick()
		check := func(operation string, got Number, want *big.Rat) {
			if got.Rat().Cmp(want) != 0 {
				t.Fatalf("%s %s %s: got %s, want %s", r, operation, s, got, want)
			}
		}
		check("+", n.Add(m), new(big.Rat).Add(r, s))
		check("-", n.Sub(m), new(big.Rat).Sub(r, s))
		check("×", n.Mul(m), new(big.Rat).Mul(r, s))
		check("×+", n.Mul(m).Mul(m).Add(n), new(big.Rat).Add(new(big.Rat).Mul(new(big.Rat).Mul(r, s), s), r))
		if s.Sign() != 0 {
			check("÷", n.Quo(m), new(big.Rat).Quo(r, s))
		}
		if n.Cmp(m) != r.Cmp(s) || n.Sign() != r.Sign() || n.Equal(m) != (r.Cmp(s) == 0) {
			t.Fatalf("%s and %s compare wrongly", r, s)
		}
	}
}

// TestDecimals writes fractions that end, of few places and of many, as
// big.Rat writes them.
func TestDecimals(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		num, den := random.Int64()>>random.IntN(63), int64(1)
		if random.IntN(2) == 0 {
			num = -num
		}
		for range random.IntN(18) {
			den *= []int64{2, 5, 10}[random.IntN(3)]
		}
		r := big.NewRat(num, den)
		places, _ := r.FloatPrec()
		if got, want := Int(num).Quo(Int(den)).String(), r.FloatString(places); got != want {
			t.Fatalf("%d/%d: got %s, want %s", num, den, got, want)
		}
	}
}
