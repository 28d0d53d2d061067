package check

import (
	"slices"
	"strings"

	"collate/generator/number"
	"collate/generator/value"
)

// evaluation is an equation held against one source.
type evaluation struct {
	equation *Equation
	values   func(key string) (value.Value, bool)
	borrowed func(key string) (value.Value, bool)
	named    func(item string) bool
	leaves   map[*exprNode]amount          // numbers, reported figures, sums of what is named
	open     map[*exprNode]number.Interval // sums that leave out an item, and what that may add
	missing  []*exprNode                   // figures and sums without a value
	reported int                           // values found
	absent   []string
	loans    []string // keys of figures that are borrowed
	reason   string   // why the source is left out
}

// Evaluate holds the equation against one source. The function values gives
// what the source reports for a figure, by its key (its name, folded). What it
// lacks, but for items of groups, is taken from what borrowed gives, if that
// isn't nil; then nothing fails and nothing is implied. The function named
// reports whether any source of the story names an item of a group, by its
// key; nil means that none is named.
func (e *Equation) Evaluate(values, borrowed func(key string) (value.Value, bool),
	named func(item string) bool) Outcome {
	ev := &evaluation{equation: e, values: values, borrowed: borrowed, named: named,
		leaves: map[*exprNode]amount{}, open: map[*exprNode]number.Interval{}}
	ev.gather(e.left)
	ev.gather(e.right)
	out, lacks := Outcome{absent: ev.absent}, fuzzNames(ev.missing)
	switch {
	case ev.reason != "":
	case ev.reported == 0:
		ev.reason = "reports none of its figures"
	case len(lacks) > 1:
		ev.reason = "reports no " + strings.Join(lacks, " and no ")
	case len(ev.missing) > 1:
		ev.reason = "reports no " + ev.missing[0].name + ", which stands in it more than once"
	case len(ev.missing) == 1 && e.relation != "=":
		ev.reason = "reports no " + ev.missing[0].name + ", and an inequality implies nothing"
	case len(ev.missing) == 1 && len(ev.open) > 0:
		ev.reason = "reports no " + ev.missing[0].name + ", and leaves out an item"
	case len(ev.missing) == 1:
		ev.imply(&out)
	default:
		ev.compare(&out)
	}
	if len(ev.loans) > 0 && ev.reason == "" && out.Status != Holds {
		ev.reason = "reports no " + strings.Join(ev.loans, " and no ") + " in the same article"
	}
	out.Borrowed = ev.loans
	if ev.reason != "" {
		out = Outcome{Status: LeftOut, reason: ev.reason, absent: out.absent}
	}
	out.Parts = ev.parts(out.Status)
	return out
}

// gather looks up the values of an expression's operands.
func (ev *evaluation) gather(n *exprNode) {
	switch n.kind {
	case numberNode:
		ev.leaves[n] = exactly(n.number)
	case figureNode:
		if v, ok := ev.lookup(n.key, n.name); ok {
			ev.leaves[n] = reported(v.In(n.unit))
		} else if v, ok := ev.borrow(n.key); ok {
			ev.leaves[n] = reported(v.In(n.unit))
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

func (ev *evaluation) gatherSum(n *exprNode) {
	var total amount
	found := 0
	for _, item := range n.items {
		key := value.FoldName(item.Name)
		v, ok := ev.lookup(key, item.Name)
		switch {
		case !ok && ev.named != nil && ev.named(key):
			ev.leaveOpen(n, item)
			if !slices.Contains(ev.absent, key) {
				ev.absent = append(ev.absent, key)
			}
		case !ok:
		case found == 0:
			total = reported(v.In(item.Unit))
			found++
		default:
			total = ev.apply(plus, total, reported(v.In(item.Unit)))
			found++
		}
	}
	if found == 0 {
		ev.missing = append(ev.missing, n)
		delete(ev.open, n)
		ev.absent = slices.DeleteFunc(ev.absent, func(key string) bool {
			return slices.ContainsFunc(n.items, func(f Name) bool { return value.FoldName(f.Name) == key })
		})
	}
	ev.leaves[n] = total
}

// leaveOpen notes that a sum leaves out an item, which adds something from
// zero up, or anything if it may be negative.
func (ev *evaluation) leaveOpen(n *exprNode, item Name) {
	more := number.Interval{High: number.Bound{Infinite: true}}
	if was, ok := ev.open[n]; ok {
		more = was
	}
	more.Low.Infinite = more.Low.Infinite || item.Negative
	ev.open[n] = more
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

// borrow finds a value that the source reports elsewhere.
func (ev *evaluation) borrow(key string) (value.Value, bool) {
	if ev.borrowed == nil {
		return value.Value{}, false
	}
	v, ok := ev.borrowed(key)
	if ok = ok && (v.Kind == value.KindNumber || v.Kind == value.KindRange); ok && !slices.Contains(ev.loans, key) {
		ev.loans = append(ev.loans, key)
	}
	return v, ok
}

// apply computes a op b, and remembers why it can't if it can't.
func (ev *evaluation) apply(op nodeKind, a, b amount) amount {
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
func (ev *evaluation) compute(n *exprNode, open bool) amount {
	switch n.kind {
	case numberNode, figureNode, sumNode:
		q := ev.leaves[n]
		if more, leftOut := ev.open[n]; open && leftOut {
			q.interval, q.known = q.interval.Add(more), false
		}
		return q
	case negative:
		return ev.compute(n.left, open).negated()
	}
	return ev.apply(n.kind, ev.compute(n.left, open), ev.compute(n.right, open))
}

// sides computes both sides in a common unit.
func (ev *evaluation) sides(open bool) (left, right amount) {
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

// fuzzNames lists the names of figures and groups, each once.
func fuzzNames(nodes []*exprNode) []string {
	var names []string
	for _, n := range nodes {
		if !slices.Contains(names, n.name) {
			names = append(names, n.name)
		}
	}
	return names
}
