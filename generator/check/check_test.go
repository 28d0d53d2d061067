package check

import (
	"os"
	"slices"
	"strings"
	"testing"

	"collate/generator/number"
	"collate/generator/value"
)

// script is a text table: lines without comments, with their numbers.
type script struct {
	t     *testing.T
	names Names
	most  []string
}

func lines(t testing.TB, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(text), "\n")
}

// knownNames reads "Round total = USD | Users = - | State = text"; a count is
// = count, what may be below zero = -USD.
func knownNames(line string) Names {
	names := Names{Figures: map[string]Name{}, Groups: map[string][]string{}}
	for field := range strings.SplitSeq(line, "|") {
		name, unit, _ := strings.Cut(strings.TrimSpace(field), " = ")
		figure := Name{Name: name, Unit: value.Unit(unit)}
		switch unit {
		case "-":
			figure.Unit = ""
		case "count":
			figure.Unit, figure.Counted = "", true
		case "-USD":
			figure.Unit, figure.Negative = "USD", true
		case "date":
			figure.Kind = value.KindDate
		case "text":
			figure.Kind, figure.Unit = value.KindText, ""
		}
		key := value.FoldName(name)
		names.Figures[key] = figure
		if group, _, ok := strings.Cut(name, ": "); ok {
			group = value.FoldName(group)
			names.Groups[group] = append(names.Groups[group], key)
		}
	}
	return names
}

func TestEvaluate(t *testing.T) {
	s := &script{t: t}
	var equation *Equation
	var outcome Outcome
	cases := 0
	for n, line := range lines(t, "testdata/evaluate.txt") {
		kind, rest, _ := strings.Cut(line, ":")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case kind == "names":
			s.names = knownNames(rest)
		case kind == "most":
			s.most = nil
			for name := range strings.SplitSeq(rest, "|") {
				s.most = append(s.most, value.FoldName(strings.TrimSpace(name)))
			}
		case kind == "check":
			var err error
			if equation, err = Parse(strings.TrimSpace(rest), s.names); err != nil {
				t.Fatalf("line %d: %v", n+1, err)
			}
		case strings.HasPrefix(line, "-> "):
			cases++
			if got := show(outcome); got != line[3:] {
				t.Errorf("line %d: %s\n got  %s\n want %s", n+1, equation.Text, got, line[3:])
			}
		default:
			values := s.values(line)
			outcome = equation.Evaluate(func(key string) (value.Value, bool) {
				v, ok := values[key]
				return v, ok
			}, nil, func(item string) bool { return slices.Contains(s.most, item) })
		}
	}
	if cases < 60 {
		t.Errorf("only %d cases were found", cases)
	}
}

// values reads "Round total = $110B | Users = 5,000".
func (s *script) values(line string) map[string]value.Value {
	values := map[string]value.Value{}
	for field := range strings.SplitSeq(line, "|") {
		name, written, _ := strings.Cut(strings.TrimSpace(field), " = ")
		key := value.FoldName(name)
		if _, ok := s.names.Figures[key]; !ok {
			s.t.Fatalf("%q is not among the names", name)
		}
		v, err := value.Locale{}.Parse(written)
		if err != nil {
			s.t.Fatalf("%s: %v", written, err)
		}
		values[key] = v
	}
	return values
}

// show writes an outcome as the table does.
func show(o Outcome) string {
	line := make([]string, 0, len(o.Parts))
	for _, part := range o.Parts {
		if part.Missing {
			part.Text += "?"
		}
		line = append(line, part.Text)
	}
	text := strings.NewReplacer("( ", "(", " )", ")").Replace(strings.Join(line, " "))
	switch o.Status {
	case LeftOut:
		return "left out: " + o.reason
	case Implies:
		text = "implies " + o.Implied.Name + group(o.Implied) + " " + o.Implied.Text + ", " + ends(o.Implied.Interval,
			o.Implied.Unit) + ": " + text
	case Holds:
		sign := o.Parts[slices.IndexFunc(o.Parts,
			func(p Part) bool { return strings.ContainsAny(p.Text, "=<>≤≥") })].Text
		text = "holds: " + text + " [" + o.Left.Text + " " + sign + " " + o.Right.Text + "]"
	default:
		text = string(o.Status) + ": " + text + " [" + o.Left.Text + ", " + o.Right.Text + "]"
		if o.Off.Text != "" {
			text += " off by " + o.Off.Text
		}
		text += ", gap " + value.Format(o.Off.gap, o.Left.Unit) + ", size " + o.Off.Size.String()
	}
	if len(o.absent) > 0 {
		text += "; absent " + strings.Join(o.absent, ", ")
	}
	return text
}

func group(i Implied) string {
	if i.Group {
		return " sum"
	}
	return ""
}

func ends(i number.Interval, unit value.Unit) string {
	open, low, high, closed := "[", value.Format(i.Low.At, unit), value.Format(i.High.At, unit), "]"
	if i.Low.Open {
		open = "("
	}
	if i.High.Open {
		closed = ")"
	}
	if i.Low.Infinite {
		open, low = "(", "-∞"
	}
	if i.High.Infinite {
		high, closed = "∞", ")"
	}
	return open + low + " " + high + closed
}

func TestTerms(t *testing.T) {
	names := knownNames("A = - | B = - | P: x = - | P: y = - | P: z = -")
	for text, want := range map[string][2]int{
		"A = B":                    {1, 1},
		"-(A + 2) = -B":            {2, 1},
		"A * B = sum(P) - (A / 2)": {2, 4},
	} {
		e, err := Parse(text, names)
		if err != nil {
			t.Fatal(err)
		}
		o := e.Evaluate(func(key string) (value.Value, bool) {
			return exact(number.Int(1)),
				key != value.FoldName("P: z")
		}, nil, nil)
		if got := [2]int{o.Left.Terms, o.Right.Terms}; got != want {
			t.Errorf("%s has %v terms, want %v", text, got, want)
		}
	}
}
