package check

import (
	"slices"
	"strings"

	"collate/generator/value"
)

// evaluation is an equation held against one source.
type evaluation struct {
	equation *Equation
	values   func(key string) (value.Value, bool)
	common   func(item string) bool
	leaves   map[*node]quantity // numbers, reported figures, sums of what is named
	open     map[*node]bool     // sums that leave out an item
	missing  []*node            // figures and sums without a value
	reported int                // values found
	absent   []string
	reason   string // why the source is left out
}

// Evaluate holds the equation against one source. The function values gives
// what the source reports for a figure, by its key (its name, folded). The
// function common tells whether most sources of the story report an item of a
// group, by its key; nil means that none is reported by most.
func (e *Equation) Evaluate(values func(key string) (value.Value, bool), common func(item string) bool) Outcome {
	ev := &evaluation{equation: e, values: values, common: common,
		leaves: map[*node]quantity{}, open: map[*node]bool{}}
	ev.gather(e.left)
	ev.gather(e.right)
	out, lacks := Outcome{absent: ev.absent}, names(ev.missing)
	switch {
	case ev.reason != "":
	case ev.reported == 0:
		ev.reason = "reports none of its figures"
	case len(lacks) > 1:
		ev.reason = "reports no " + strings.Join(lacks, " and no ")
	case len(ev.missing) > 1:
		ev.reason = "reports no " + ev.missing[0].name + ", which stands in it more than once"
	case len(ev.missing) == 1:
		ev.imply(&out)
	default:
		ev.compare(&out)
	}
	if ev.reason != "" {
		out = Outcome{Status: LeftOut, reason: ev.reason, absent: out.absent}
	}
	out.Parts = ev.parts(out.Status)
	return out
}

// gather looks up the values of an expression's operands.
func (ev *evaluation) gather(n *node) {
	switch n.kind {
	case numberNode:
		ev.leaves[n] = exactly(n.number)
	case figureNode:
		if v, ok := ev.lookup(n.key, n.name); ok {
			ev.leaves[n] = reported(v)
		} else {
			ev.missing = append(ev.missing, n)
		}
	case sumNode:
		ev.gatherSum(n)
	default:
		ev.gather(n.left)
		if n.right != nil {
			ev.gather(n.right)
		}
	}
}

func (ev *evaluation) gatherSum(n *node) {
	var total quantity
	found := 0
	for _, item := range n.items {
		key := value.FoldName(item.Name)
		v, ok := ev.lookup(key, item.Name)
		switch {
		case !ok && ev.common != nil && ev.common(key):
			if ev.open[n] = true; !slices.Contains(ev.absent, key) {
				ev.absent = append(ev.absent, key)
			}
		case !ok:
		case found == 0:
			total = reported(v)
			found++
		default:
			total = ev.apply(plus, total, reported(v))
			found++
		}
	}
	if found == 0 {
		ev.missing = append(ev.missing, n)
		ev.absent = slices.DeleteFunc(ev.absent, func(key string) bool {
			return slices.ContainsFunc(n.items, func(f Figure) bool { return value.FoldName(f.Name) == key })
		})
	}
	ev.leaves[n] = total
}

// lookup finds a value that can be computed with. Any other makes the source
// one to be left out.
func (ev *evaluation) lookup(key, name string) (value.Value, bool) {
	v, ok := ev.values(key)
	if !ok {
		return v, false
	}
	ev.reported++
	if v.Kind != value.KindNumber && v.Kind != value.KindRange {
		ev.leaveOut("its " + name + " is no number")
	}
	return v, true
}

// apply computes a op b, and remembers why it can't if it can't.
func (ev *evaluation) apply(op kind, a, b quantity) quantity {
	q, reason := a.combineWith(op, b)
	ev.leaveOut(reason)
	return q
}

// leaveOut gives the source's first reason to be left out, if there is one.
func (ev *evaluation) leaveOut(reason string) {
	if ev.reason == "" {
		ev.reason = reason
	}
}

// compute works out an expression. With open set, sums that leave out an item
// have no upper end.
func (ev *evaluation) compute(n *node, open bool) quantity {
	switch n.kind {
	case numberNode, figureNode, sumNode:
		q := ev.leaves[n]
		if open && ev.open[n] {
			q.interval.High = value.Bound{Infinite: true}
			q.known = false
		}
		return q
	case negative:
		return ev.compute(n.left, open).negated()
	}
	return ev.apply(n.kind, ev.compute(n.left, open), ev.compute(n.right, open))
}

// sides computes both sides in a common unit.
func (ev *evaluation) sides(open bool) (left, right quantity) {
	left, right = ev.compute(ev.equation.left, open), ev.compute(ev.equation.right, open)
	dim, ok := common(left.dim, right.dim)
	if !ok {
		ev.leaveOut("its sides are " + left.dim.String() + " and " + right.dim.String())
		return left, right
	}
	return left.in(dim), right.in(dim)
}

// compare says how the sides stand to each other when every figure is there.
func (ev *evaluation) compare(out *Outcome) {
	left, right := ev.sides(false)
	if ev.reason != "" {
		return
	}
	out.Left, out.Right = ev.side(ev.equation.left, left), ev.side(ev.equation.right, right)
	if ev.equation.relation.allows(left.interval, right.interval) {
		out.Status = Holds
		return
	}
	out.Off = distance(left, right)
	out.Status = Fails
	if len(ev.open) == 0 {
		return
	}
	left, right = ev.sides(true)
	if ev.reason == "" && ev.equation.relation.allows(left.interval, right.interval) {
		out.Status = Incomplete
	}
	ev.reason = "" // a divisor without an end is no reason to leave the source out
}

// names lists the names of figures and groups, each once.
func names(nodes []*node) []string {
	var names []string
	for _, n := range nodes {
		if !slices.Contains(names, n.name) {
			names = append(names, n.name)
		}
	}
	return names
}
