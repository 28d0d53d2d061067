package check

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"collate/generator/value"
)

const errorNames = "Round total = USD | Pre-money valuation = USD | Paid = USD | Extra = USD | Growth = % | Fee = " +
	"USD/month | Multiple = × | " +
	"Commitment: Amazon = USD | Commitment: Nvidia = USD | Mixed: A = USD | Mixed: B = EUR | State = text | Term " +
	"end = date | Partly: A = USD | Partly: B = text | Named: A = text | Named: B = text"

func TestErrors(t *testing.T) {
	names := knownNames(errorNames)
	equation := ""
	for n, line := range lines(t, "testdata/errors.txt") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		before, want, ok := strings.Cut(line, "^ ")
		if !ok || strings.TrimSpace(before) != "" {
			equation = line
			continue
		}
		_, err := Parse(equation, names)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("line %d: %s: got %v, want an error", n+1, equation, err)
			continue
		}
		got := strings.Repeat(" ", syntax.Offset) + "^ " + syntax.Message
		if syntax.Hint != "" {
			got += " => " + syntax.Hint
		}
		if syntax.Bare {
			got += " [bare]"
		}
		if got != before+"^ "+want {
			t.Errorf("line %d: %s\n got  %s\n want %s", n+1, equation, got, line)
		}
	}
}

// TestNames reads equations whose names are easily mistaken. They are shown
// with each name in brackets.
func TestNames(t *testing.T) {
	for _, line := range lines(t, "testdata/names.txt") {
		known, rest, ok := strings.Cut(line, " : ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		text, want, _ := strings.Cut(rest, " -> ")
		text = strings.TrimSpace(text)
		e, err := Parse(text, knownNames(known))
		got := ""
		if err != nil {
			got = "error " + err.Error()
		} else {
			got = tree(e.left) + " " + string(e.relation) + " " + tree(e.right)
		}
		if got != strings.TrimSpace(want) {
			t.Errorf("%s\n got  %s\n want %s", text, got, want)
		}
	}
}

func tree(n *exprNode) string {
	switch n.kind {
	case numberNode:
		return n.number.Number.String() + string(n.number.Unit)
	case figureNode:
		return "[" + n.name + "]"
	case sumNode:
		return "sum[" + n.key + "]"
	case negative:
		return "-" + tree(n.left)
	}
	return "(" + tree(n.left) + string(n.kind) + tree(n.right) + ")"
}

// An alias is one more key for a figure.
func TestAlias(t *testing.T) {
	names := knownNames("Round total = USD | Paid = USD")
	names.Figures[value.FoldName("Total raised")] = Name{Name: "Round total", Unit: "USD"}
	e, err := Parse("Total raised = Paid", names)
	if err != nil {
		t.Fatal(err)
	}
	if want := value.FoldName("Round total"); e.left.key != want {
		t.Errorf("the alias stands for %q, want %q", e.left.key, want)
	}
}

func TestLimits(t *testing.T) {
	names := knownNames("A = - | B = -")
	for name, text := range map[string]string{
		"length":   "A = " + strings.Repeat(" ", maxText) + "B",
		"operands": "A = B" + strings.Repeat(" + B", maxOperands),
		"brackets": "A = " + strings.Repeat("(", 100000) + "B",
		"nesting":  "A = " + strings.Repeat("(", maxNesting) + "B" + strings.Repeat(")", maxNesting),
		"signs":    "A = " + strings.Repeat("-", maxNesting) + "B",
	} {
		if _, err := Parse(text, names); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, line := range lines(f, "testdata/errors.txt") {
		f.Add(line, "$110B")
	}
	for _, line := range lines(f, "testdata/evaluate.txt") {
		f.Add(strings.TrimPrefix(line, "check: "), "up to 25%")
	}
	names := knownNames(errorNames + "|Users = -|Note = -|A - B = -|a b = -|(x) = -|5 = -")
	f.Fuzz(func(t *testing.T, text, written string) {
		e, err := Parse(text, names)
		if err != nil {
			syntax := err.(*SyntaxError)
			if syntax.Offset < 0 || syntax.Offset > utf8.RuneCountInString(text) || syntax.Message == "" {
				t.Errorf("%q: error %+v", text, syntax)
			}
			return
		}
		one, err := value.Locale{}.Parse(written)
		if err != nil {
			return
		}
		for lacking := range len(names.Figures) + 1 {
			at := 0
			outcome := e.Evaluate(func(key string) (value.Value, bool) {
				at++
				return one, at != lacking
			}, nil, func(string) bool { return true })
			if (outcome.Status == LeftOut) != (outcome.reason != "") || len(outcome.Parts) < 3 || outcome.Status == "" {
				t.Errorf("%q: %+v", text, outcome)
			}
		}
	})
}
