package check

import (
	"math/rand/v2"
	"slices"
	"testing"

	"collate/generator/number"
	"collate/generator/value"
)

// TestSound makes true values that satisfy an equation, and reports that are
// true but not exact. No such source may fail, and what is implied for a
// figure that it lacks must allow the true value.
func TestSound(t *testing.T) {
	names := knownNames("A = - | B = - | C = - | P: x = - | P: y = -")
	r := rand.New(rand.NewPCG(3, 4))
	for _, text := range []string{
		"A = B + C", "A + B = C", "A - B = C", "A = -(B - C)", "A = B * C", "A / B = C", "A = 2 * (B + C) - 1",
		"(A - B) / C = 2",
		"A = sum(P)", "A - sum(P) = B", "A = sum(P) / 2", "2 * sum(P) = B - A", "A <= B + C", "A > B", "A * B >= C",
		"B / A < C",
	} {
		e, err := Parse(text, names)
		if err != nil {
			t.Fatal(err)
		}
		for range 500 {
			truth := map[string]number.Number{}
			for _, key := range keysOf(e) {
				truth[key] = number.Int(r.Int64N(41) - 20)
			}
			settle(e, truth)
			checkSound(t, e, truth, r)
		}
	}
}

// settle gives the first figure of an equation the value that makes it true,
// by solving it from exact values.
func settle(e *Equation, truth map[string]number.Number) {
	first := keysOf(e)[0]
	outcome := e.Evaluate(func(key string) (value.Value, bool) {
		return exact(truth[key]), key != first
	}, nil, nil)
	if outcome.Status == Implies && outcome.Implied.Known {
		truth[first] = outcome.Implied.Nominal
	}
}

func exact(n number.Number) value.Value {
	return value.Value{Kind: value.KindNumber, Number: n, Interval: number.Point(n), Written: n.String()}
}

func checkSound(t *testing.T, e *Equation, truth map[string]number.Number, r *rand.Rand) {
	t.Helper()
	exactly := func(key string) (value.Value, bool) { return exact(truth[key]), true }
	if e.Evaluate(exactly, nil, nil).Status != Holds {
		return // an inequality that is not true, or a division by zero
	}
	reports := map[string]value.Value{}
	for _, key := range keysOf(e) {
		low, high := truth[key].Sub(number.Int(r.Int64N(3))), truth[key].Add(number.Int(r.Int64N(3)))
		v := value.Value{Kind: value.KindRange, Interval: number.Between(low, high)}
		v.Interval.Low.Infinite, v.Interval.High.Infinite = r.IntN(8) == 0, r.IntN(8) == 0
		reports[key] = v
	}
	lookup := func(key string) (value.Value, bool) { v, ok := reports[key]; return v, ok }
	if o := e.Evaluate(lookup, nil, nil); o.Status != Holds && o.Status != LeftOut {
		t.Errorf("%s %s for %v, though %v is true", e.Text, o.Status, reports, truth)
	}
	lacking := keysOf(e)[r.IntN(len(keysOf(e)))]
	delete(reports, lacking)
	o := e.Evaluate(lookup, nil, func(string) bool { return truth[lacking].Sign() >= 0 })
	switch o.Status {
	case Implies:
		if o.Implied.Key == lacking && !o.Implied.Interval.Contains(truth[lacking]) {
			t.Errorf("%s implies %s for %s from %v, though %v is true", e.Text,
				ends(o.Implied.Interval, o.Implied.Unit), lacking, reports, truth)
		}
	case Fails:
		if truth[lacking].Sign() >= 0 {
			t.Errorf("%s fails for %v, though %v is true", e.Text, reports, truth)
		}
	}
}

// keysOf lists the keys of all figures that the equation speaks of, the items of
// its groups among them, each once and in the order of the equation.
func keysOf(e *Equation) []string {
	var all []string
	add := func(key string) {
		if !slices.Contains(all, key) {
			all = append(all, key)
		}
	}
	var walk func(n *exprNode)
	walk = func(n *exprNode) {
		if n == nil {
			return
		}
		if n.kind == figureNode {
			add(n.key)
		}
		for _, item := range n.items {
			add(value.FoldName(item.Name))
		}
		walk(n.left)
		walk(n.right)
	}
	walk(e.left)
	walk(e.right)
	return all
}
