package agreement

import (
	"os"
	"slices"
	"strings"
	"testing"

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
		reports := read(t, written)
		if got := show(reports, Of(reports)); got != strings.Join(strings.Fields(want), " ") {
			t.Errorf("line %d: %s\n got  %s\n want %s", n+1, strings.TrimSpace(written), got, strings.TrimSpace(want))
		}
	}
	if cases < 50 {
		t.Errorf("only %d cases were found", cases)
	}
}

// read makes reports of "$110B @afp | $120B".
func read(t *testing.T, line string) []Report {
	t.Helper()
	var reports []Report
	for i, field := range strings.Split(line, "|") {
		written, voice, _ := strings.Cut(field, "@")
		v, err := value.Locale{}.Parse(strings.TrimSpace(written))
		if err != nil {
			t.Fatalf("%s: %v", written, err)
		}
		reports = append(reports, Report{Value: v, Voice: strings.TrimSpace(voice), Order: i})
	}
	return reports
}

func show(reports []Report, result Result) string {
	var camps []string
	for _, camp := range result.Camps {
		var members []string
		for _, i := range camp.Members {
			member := strings.Join(strings.Fields(reports[i].Value.Written), " ")
			if i == camp.Shown {
				member += "*"
			}
			members = append(members, member)
		}
		camps = append(camps, strings.Join(members, "; "))
	}
	return string(result.Kind) + " " + strings.Join(camps, " / ")
}

func TestNothing(t *testing.T) {
	if got := Of(nil); got.Kind != "" || got.Camps != nil {
		t.Errorf("Of(nil) = %+v", got)
	}
}

func TestVoices(t *testing.T) {
	reports := read(t, "$110B @a | $110B @a | $110B | $110B | $110B @b")
	if got := Of(reports).Camps[0].Voices; got != 4 {
		t.Errorf("%d voices, want 4: a, b and two of their own", got)
	}
}

// Classes keep together what value.Comparable calls comparable.
func TestComparable(t *testing.T) {
	written := []string{"$5", "€5", "5", "40%", "2 pp", "2 GW", "3x", "8 years", "8 days", "$20/month", "2026-02", "2026-02-27", "yes", "5 users", "$1-2"}
	for _, a := range written {
		for _, b := range written {
			pair := read(t, a+"|"+b)
			got := Of(pair).Kind != Incomparable
			if want := value.Comparable(pair[0].Value, pair[1].Value); got != want {
				t.Errorf("%s | %s: comparable is %v here and %v in value", a, b, got, want)
			}
		}
	}
}

// A thousand reports, alike, apart and nested, are divided in one go.
func TestMany(t *testing.T) {
	var reports []Report
	for i := range int64(1000) {
		reports = append(reports, Report{Value: number(value.Between(value.Int(i), value.Int(i+i%7))), Order: int(i)})
	}
	result := Of(reports)
	seen := map[int]bool{}
	for _, camp := range result.Camps {
		for _, i := range camp.Members {
			seen[i] = true
		}
	}
	if result.Kind != Differ || len(seen) != len(reports) {
		t.Errorf("%s with %d of %d reports in camps", result.Kind, len(seen), len(reports))
	}
}

func number(i value.Interval) value.Value {
	return value.Value{Kind: value.KindRange, Interval: i}
}

func TestInputIsKept(t *testing.T) {
	reports := read(t, "$120B | $110B | €5 | yes | 3")
	before := slices.Clone(reports)
	Of(reports)
	for i := range reports {
		if reports[i].Value.Written != before[i].Value.Written {
			t.Errorf("report %d was changed", i)
		}
	}
}
