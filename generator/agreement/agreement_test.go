package agreement

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"collate/generator/number"
	"collate/generator/value"
)

func TestTable(t *testing.T) {
	text, err := os.ReadFile("testdata/agreement.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for n, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		written, want, ok := strings.Cut(line, "=>")
		if !ok {
			t.Fatalf("line %d has no =>", n+1)
		}
		cases++
		options := Options{}
		for word, direction := range map[string]Direction{"rising:": Rising, "falling:": Falling} {
			if rest, ok := strings.CutPrefix(written, word); ok {
				written, options.Direction = rest, direction
			}
		}
		reports := read(t, written)
		if got := show(reports, Of(reports, options)); got != strings.Join(strings.Fields(want), " ") {
			t.Errorf("line %d: %s\n got  %s\n want %s", n+1, strings.TrimSpace(written), got, strings.TrimSpace(want))
		}
	}
	if cases < 70 {
		t.Errorf("only %d cases were found", cases)
	}
}

// read makes reports of "$110B @afp ^2026-03-01 | $120B".
func read(t *testing.T, line string) []Report {
	t.Helper()
	var reports []Report
	for i, field := range strings.Split(line, "|") {
		field, moment, _ := strings.Cut(field, "^")
		written, voice, _ := strings.Cut(field, "@")
		v, err := value.Locale{}.Parse(strings.TrimSpace(written))
		if err != nil {
			t.Fatalf("%s: %v", written, err)
		}
		report := Report{Value: v, Voice: strings.TrimSpace(voice), Order: i}
		if moment = strings.TrimSpace(moment); moment != "" {
			report.Moment = readMoment(t, moment)
		}
		reports = append(reports, report)
	}
	return reports
}

// readMoment reads a day, or an instant as 2026-03-01T12.
func readMoment(t *testing.T, written string) Moment {
	t.Helper()
	if at, err := time.Parse("2006-01-02T15", written); err == nil {
		return Moment{Name: written, From: at, To: at}
	}
	day, err := time.Parse(time.DateOnly, written)
	if err != nil {
		t.Fatal(err)
	}
	return Moment{Name: written, From: day, To: day.AddDate(0, 0, 1)}
}

func show(reports []Report, result Result) string {
	list := func(members []int, shown int) string {
		var all []string
		for _, i := range members {
			member := strings.Join(strings.Fields(reports[i].Value.Written), " ")
			if i == shown {
				member += "*"
			}
			all = append(all, member)
		}
		return strings.Join(all, "; ")
	}
	camps := func(camps []Camp) string {
		var all []string
		for _, camp := range camps {
			all = append(all, list(camp.Members, camp.Shown))
		}
		return strings.Join(all, " / ")
	}
	text := string(result.Kind) + " " + camps(result.Camps)
	if len(result.Apart) > 0 {
		text += " & " + list(result.Apart, -1)
	}
	if len(result.Others) > 0 {
		text += " ∥ " + camps(result.Others)
	}
	return text
}

func TestNothing(t *testing.T) {
	if got := Of(nil, Options{}); got.Kind != "" || got.Camps != nil {
		t.Errorf("Of(nil) = %+v", got)
	}
}

func TestVoices(t *testing.T) {
	reports := read(t, "$110B @a | $110B @a | $110B | $110B | $110B @b")
	if got := Of(reports, Options{}).Camps[0].Voices; got != 4 {
		t.Errorf("%d voices, want 4: a, b and two of their own", got)
	}
}

// The unit that a row is in need not be that of most voices.
func TestPreferredUnit(t *testing.T) {
	reports := read(t, "€5 | €5 | $5")
	if got := show(reports, Of(reports, Options{Unit: "USD"})); got != "incomparable $5* ∥ €5*; €5" {
		t.Error(got)
	}
}

// A thousand reports, alike, apart and nested, are divided in one go.
func TestMany(t *testing.T) {
	var reports []Report
	for i := range int64(1000) {
		reports = append(reports, Report{Value: allowing(number.Between(number.Int(i), number.Int(i+i%7))),
			Order: int(i)})
	}
	result := Of(reports, Options{})
	seen := map[int]bool{}
	for _, camp := range result.Camps {
		for _, i := range camp.Members {
			seen[i] = true
		}
	}
	if result.Kind != Differ || len(seen)+len(result.Apart) != len(reports) {
		t.Errorf("%s with %d of %d reports in camps", result.Kind, len(seen), len(reports))
	}
}

func allowing(i number.Interval) value.Value {
	return value.Value{Kind: value.KindRange, Interval: i}
}

func TestInputIsKept(t *testing.T) {
	reports := read(t, "$120B | $110B | €5 | yes | 3")
	before := slices.Clone(reports)
	Of(reports, Options{})
	for i := range reports {
		if reports[i].Value.Written != before[i].Value.Written {
			t.Errorf("report %d was changed", i)
		}
	}
}
