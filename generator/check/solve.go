package check

import "collate/generator/number"

// imply solves the equation for the one figure that the source lacks.
func (ev *evaluation) imply(out *Outcome) {
	x := ev.missing[0]
	at, other := ev.equation.left, ev.equation.right
	if !at.holds(x) {
		at, other = other, at
	}
	q := ev.compute(other, false)
	for at != x {
		at, q = ev.isolate(at, x, q)
	}
	q = ev.inUnitOf(x, q)
	if x.counted && q.dim.unit() == "" {
		whole, ok := q.whole()
		if q = whole; !ok {
			ev.leaveOut("reports no " + x.name + ", which would be no whole number")
		}
	}
	if ev.reason != "" {
		return
	}
	if q.interval.Low.Infinite && q.interval.High.Infinite {
		ev.reason = "reports no " + x.name + ", which could be anything"
		return
	}
	out.Status = Implies
	out.Implied = Implied{
		Key: x.key, Name: x.name, Group: x.kind == sumNode,
		Nominal: q.nominal, Known: q.known, Interval: q.interval, Unit: q.dim.unit(), Text: ev.text(q),
	}
}

// isolate takes one step towards x: given what an operation must come to, it
// finds what the operand with x in it must be.
func (ev *evaluation) isolate(n, x *exprNode, q amount) (*exprNode, amount) {
	if n.kind == negative {
		return n.left, q.negated()
	}
	if n.left.holds(x) {
		back := map[nodeKind]nodeKind{plus: minus, minus: plus, multiplied: divided, divided: multiplied}
		right := ev.compute(n.right, false)
		if n.kind == divided && right.interval.Contains(number.Number{}) {
			ev.leaveOut(maybeZero)
		}
		return n.left, ev.apply(back[n.kind], q, right)
	}
	left := ev.compute(n.left, false)
	switch n.kind {
	case plus:
		return n.right, ev.apply(minus, q, left)
	case multiplied:
		return n.right, ev.apply(divided, q, left)
	case divided:
		ev.leaveOut("reports no " + x.name + ", by which it divides")
	}
	return n.right, ev.apply(minus, left, q) // left - x = q
}

// inUnitOf expresses an implied value in the unit that other sources use.
func (ev *evaluation) inUnitOf(x *exprNode, q amount) amount {
	want, err := x.dimension()
	if err != nil || want.unknown {
		return q
	}
	dim, ok := common(q.dim, want)
	if !ok {
		ev.leaveOut("its " + x.name + " would come out " + q.dim.String() + ", and it is " + want.String() +
			" elsewhere")
		return q
	}
	return q.in(dim)
}
