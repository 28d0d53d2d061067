package value

import (
	"encoding/json"
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"collate/generator/number"
)

// rows reads a table of testdata: its lines, cut at the bars and trimmed.
func rows(t testing.TB, name string) [][]string {
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

// writtenIn is the first cell of a row, which may be a Go string.
func writtenIn(t testing.TB, row []string) string {
	if !strings.HasPrefix(row[0], `"`) {
		return row[0]
	}
	written, err := strconv.Unquote(row[0])
	if err != nil {
		t.Fatalf("%s: %v", row[0], err)
	}
	return written
}

func TestValues(t *testing.T) {
	all := rows(t, "values.txt")
	if len(all) < 400 {
		t.Fatalf("only %d values", len(all))
	}
	for _, row := range all {
		written := writtenIn(t, row)
		v, err := Locale{Language: row[1]}.Parse(written)
		if got, want := describe(v, err), strings.TrimRight(strings.Join(row[2:], " | "), " |"); got != want {
			t.Errorf("%s (%s)\n got %s (%v)\nwant %s", row[0], row[1], got, err, want)
		}
		if err == nil && v.Kind == KindNumber {
			readsBack(t, v.Number, v.Unit, Format(v.Number, v.Unit))
		}
	}
}

// describe writes a reading as the table has it.
func describe(v Value, err error) string {
	var syntax *SyntaxError
	if errors.As(err, &syntax) {
		return "error " + strconv.Itoa(syntax.Column)
	}
	var more []string
	if v.Qualifier != 0 {
		more = append(more, v.Qualifier.String())
	}
	if v.Label != "" {
		more = append(more, "label "+v.Label)
	}
	if v.Remark != "" {
		more = append(more, "remark "+v.Remark)
	}
	line := JSON(v, nil, "")
	cells := []string{"text"}
	if v.Kind != KindText {
		value := line.Value
		if v.Kind == KindRange {
			value = "range"
		}
		cells = []string{value, describeInterval(v.Interval, line.Low, line.High), string(v.Unit)}
	}
	return strings.TrimRight(strings.Join(append(cells, strings.Join(more, "; ")), " | "), " |")
}

func describeInterval(i number.Interval, low, high string) string {
	left, right := "[", "]"
	if i.Low.Open || i.Low.Infinite {
		left = "("
	}
	if i.High.Open || i.High.Infinite {
		right = ")"
	}
	return left + low + ", " + high + right
}

func TestEveryCurrencyCode(t *testing.T) {
	for code := range currencyCodes {
		for _, written := range []string{code + " 5m", code + "5m", "5m " + code, "5m" + code} {
			if v, err := (Locale{}).Parse(written); err != nil || string(v.Unit) != code ||
				!v.Number.Equal(number.Int(5e6)) {
				t.Errorf("%s: %s %s, %v", written, v.Number, v.Unit, err)
			}
		}
	}
}

func TestLocale(t *testing.T) {
	half, _ := number.Parse("0.5")
	for _, c := range []struct {
		locale        Locale
		written, want string
	}{
		{Locale{Currency: "CAD"}, "$5", "5 | [4.5, 5.5) | CAD"},
		{Locale{Currency: "CAD"}, "5 dollars", "5 | [4.5, 5.5) | CAD"},
		{Locale{Currency: "CAD"}, "US$5", "5 | [4.5, 5.5) | USD"},
		{Locale{Tolerance: half}, "~$100", "100 | [50, 150] | USD | about"},
		{Locale{Tolerance: half}, "nearly $100", "100 | [50, 100) | USD | nearly"},
		{Locale{Language: "tlh"}, "1,234.5", "1234.5 | [1234.45, 1234.55) |"},
		{Locale{Language: "-"}, "$5", "5 | [4.5, 5.5) | USD"},
	} {
		v, err := c.locale.Parse(c.written)
		if got := describe(v, err); got != strings.TrimRight(c.want, " |") {
			t.Errorf("%s: got %s, want %s", c.written, got, c.want)
		}
	}
}

func TestErrorsSayWhatWasExpected(t *testing.T) {
	for _, row := range rows(t, "errors.txt") {
		_, err := Locale{Language: row[1]}.Parse(row[0])
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%s: no error", row[0])
			continue
		}
		if syntax.Message != row[2] || syntax.Hint != row[3] {
			t.Errorf("%s\n got %s | %s\nwant %s | %s", row[0], syntax.Message, syntax.Hint, row[2], row[3])
		}
	}
}

// TestHintsAreRight holds that whoever follows a hint has written what was
// meant.
func TestHintsAreRight(t *testing.T) {
	for _, row := range rows(t, "hints.txt") {
		locale := Locale{Language: row[1]}
		_, err := locale.Parse(row[0])
		var syntax *SyntaxError
		if !errors.As(err, &syntax) || syntax.Hint != row[2] {
			t.Errorf("%s\n got %v\nwant %s", row[0], JSON(Value{}, err, row[0]).Hint, row[2])
		}
		if len(row) == 3 {
			continue
		}
		v, err := locale.Parse(row[3])
		if got, want := describe(v, err), strings.Join(row[4:], " | "); got != want ||
			!strings.Contains(row[2], row[3]) {
			t.Errorf("%s, followed as %s\n got %s\nwant %s", row[0], row[3], got, want)
		}
	}
}

func TestSame(t *testing.T) {
	for _, row := range rows(t, "pairs.txt") {
		a, err1 := Locale{}.Parse(row[0])
		b, err2 := Locale{}.Parse(row[1])
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		got := "different"
		switch {
		case !Comparable(a, b):
			got = "incomparable"
		case a.Same(b):
			got = "same"
		case a.Kind != KindText && a.Interval.Meets(b.Interval):
			got = "meet"
		}
		if got != row[2] || Comparable(a, b) != Comparable(b, a) || a.Same(b) != b.Same(a) {
			t.Errorf("%s and %s: %s, want %s", row[0], row[1], got, row[2])
		}
	}
}

func TestJSON(t *testing.T) {
	for _, row := range rows(t, "lines.txt") {
		written, want, _ := strings.Cut(strings.Join(row, "|"), "|")
		v, err := Locale{}.Parse(written)
		got, _ := json.Marshal(JSON(v, err, written))
		if string(got) != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestBare(t *testing.T) {
	for _, row := range rows(t, "bare.txt") {
		v, err := Locale{}.Parse(row[0])
		if got := v.Bare(); err != nil || got != row[1] {
			t.Errorf("%s: got %s (%v), want %s", row[0], got, err, row[1])
		}
	}
	if v := (Value{Written: "$5 (a)", Remark: "another"}); v.Bare() != v.Written {
		t.Errorf("a remark that is not in it leaves %s", v.Bare())
	}
}

func TestFormat(t *testing.T) {
	for _, row := range rows(t, "formats.txt") {
		n, ok := number.Parse(row[0])
		if !ok {
			t.Fatal(row[0])
		}
		got := Format(n, Unit(row[1]))
		if got != row[2] {
			t.Errorf("%s %s: got %s, want %s", row[0], row[1], got, row[2])
		}
		readsBack(t, n, Unit(row[1]), got)
	}
}

// readsBack makes sure that a formatted number that is not rounded reads back
// as itself.
func readsBack(t *testing.T, n number.Number, unit Unit, text string) {
	t.Helper()
	if strings.HasPrefix(text, "≈") {
		return
	}
	v, err := Locale{}.Parse(text)
	if err != nil || v.Unit != unit || v.Kind == KindNumber && !v.Number.Equal(n) {
		t.Errorf("%s %s, written %s, reads back as %s %s, %v", n, unit, text, v.Number, v.Unit, err)
	}
}

func TestFoldName(t *testing.T) {
	for _, pair := range [][2]string{
		{"Round total", "round-total"}, {"Post-money Valuation", "postmoney valuation"},
		{"Commitment: Amazon", "commitment:amazon"},
		{"Café", "CAFE\u0301"}, {"Maß", "MAẞ"}, {"ΟΔΟΣ", "οδος"},
	} {
		if FoldName(pair[0]) != FoldName(pair[1]) {
			t.Errorf("%s and %s: %s, %s", pair[0], pair[1], FoldName(pair[0]), FoldName(pair[1]))
		}
	}
	if FoldName("Round total") == FoldName("Round totals") {
		t.Error("different names fold alike")
	}
}

func FuzzParse(f *testing.F) {
	for _, row := range rows(f, "values.txt") {
		f.Add(writtenIn(f, row), row[1])
	}
	f.Fuzz(func(t *testing.T, written, language string) {
		v, err := Locale{Language: language}.Parse(written)
		var syntax *SyntaxError
		if err != nil {
			if !errors.As(err, &syntax) || syntax.Message == "" || syntax.Column < 1 ||
				syntax.Column > utf8.RuneCountInString(written)+1 {
				t.Fatalf("%q: %#v", written, err)
			}
			return
		}
		if v.Kind == KindText {
			return
		}
		if v.Interval.Empty() || v.Kind == KindNumber && !v.Qualifier.strict() && !v.Interval.Contains(v.Number) {
			t.Fatalf("%q: %s is not in %+v", written, v.Number, v.Interval)
		}
		if v.Kind == KindNumber && v.Unit != "date" {
			if n, ok := number.Parse(v.Number.String()); terminates(v.Number) && (!ok || !n.Equal(v.Number)) {
				t.Fatalf("%q: %s reads back as %s", written, v.Number, n)
			}
			if f, _ := v.Number.Rat().Float64(); f != v.Number.Float() {
				t.Fatalf("%q: as a float %v, not %v", written, v.Number.Float(), f)
			}
			Format(v.Number, v.Unit)
		}
		JSON(v, nil, written)
	})
}

func (q Qualifier) strict() bool { return q == Nearly || q == MoreThan || q == LessThan }

func terminates(n number.Number) bool {
	_, exact := n.Rat().FloatPrec()
	return exact
}

// Each symbol of a unit is the same unit before a stroke: kB/s are bytes.
func TestSymbolsPerSecond(t *testing.T) {
	for symbol, m := range units.words[""] {
		if !m.offset.IsZero() || m.unit == "°C" {
			continue // a temperature has no rate
		}
		q := quantity{unit: m, rate: "/second"}
		v, err := Locale{}.Parse("5 " + symbol + "/s")
		if err != nil || v.Unit != q.base() || !v.Number.Equal(m.scale().Mul(number.Int(5))) {
			t.Errorf("5 %s/s: %s %s, %v", symbol, v.Number, v.Unit, err)
		}
	}
}

// A value that is too long is not read, whatever it is made of.
func TestBounded(t *testing.T) {
	for _, part := range []string{"a ", "1,", "(", "5億", "- ", "per ", "about ", "e\u0301", "１", "between ", "U.S. "} {
		for _, language := range []string{"", "fr"} {
			long := []rune(strings.Repeat(part, mostCharacters))
			for _, n := range []int{mostCharacters, mostCharacters + 1} {
				_, err := Locale{Language: language}.Parse(string(long[:n]))
				refused := err != nil && err.Error() == "a value has at most 1000 characters"
				if refused != (n > mostCharacters) {
					t.Errorf("%d characters of %s: %v", n, part, err)
				}
			}
		}
	}
}
