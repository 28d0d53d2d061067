package check

import (
	"slices"
	"strings"

	"collate/generator/number"
	"collate/generator/value"
)

// side sums up one side of a comparison.
func (ev *evaluation) side(n *exprNode, q amount) Side {
	s := Side{Nominal: q.nominal, Known: q.known, Interval: q.interval, Unit: q.dim.unit(), Text: ev.text(q)}
	if parts := ev.expression(n, 0); len(parts) == 1 {
		s.Text = parts[0].Text
	}
	s.Terms = ev.terms(n)
	return s
}

// terms counts the numbers and values that an expression is computed from.
func (ev *evaluation) terms(n *exprNode) int {
	switch {
	case n.kind == sumNode:
		parts, _ := ev.items(n)
		return (len(parts) + 1) / 2 // signs stand between them
	case n.left == nil:
		return 1
	case n.right == nil:
		return ev.terms(n.left)
	}
	return ev.terms(n.left) + ev.terms(n.right)
}

// text is a quantity for people.
func (ev *evaluation) text(q amount) string {
	nominal := value.Format(q.nominal, q.dim.unit())
	switch {
	case q.known && !q.about:
		return nominal
	case q.known && q.near(ev.equation.tolerance):
		return aboutAsMuch(nominal)
	}
	return q.span()
}

// near reports whether a quantity is known to about twice the tolerance.
func (a amount) near(tolerance number.Number) bool {
	off := a.nominal.Abs().Mul(tolerance).Mul(number.Int(2))
	near := number.Between(a.nominal.Sub(off), a.nominal.Add(off))
	return number.CompareLower(a.interval, near) >= 0 && number.CompareUpper(a.interval, near) <= 0
}

// aboutAsMuch puts about before a formatted number, in the place of the sign
// that it is rounded.
func aboutAsMuch(formatted string) string {
	return value.About.String() + " " + strings.TrimPrefix(formatted, "≈")
}

// span is what a quantity may be, for people.
func (a amount) span() string {
	show := func(n number.Number) string { return value.Format(n, a.dim.unit()) }
	low, high := a.interval.Low, a.interval.High
	if low.Open && low.At.IsZero() && !high.Infinite {
		low.Infinite = true // $0–$190.25B would look as if somebody had said 0
	}
	switch {
	case low.Infinite && high.Infinite:
		return "any number"
	case low.Infinite && high.Open:
		return "less than " + show(high.At)
	case low.Infinite:
		return "at most " + show(high.At)
	case high.Infinite && low.Open:
		return "more than " + show(low.At)
	case high.Infinite:
		return "at least " + show(low.At)
	case low.At.Cmp(high.At) == 0:
		return show(low.At)
	}
	return show(low.At) + "–" + show(high.At)
}

// distance says how far apart two sides in the same unit are.
func distance(a, b amount) Distance {
	var d Distance
	for _, ends := range [][2]number.Bound{{a.interval.Low, b.interval.High}, {b.interval.Low, a.interval.High}} {
		if ends[0].Infinite || ends[1].Infinite {
			continue
		}
		if gap := ends[0].At.Sub(ends[1].At); gap.Cmp(d.gap) > 0 {
			d.gap = gap
		}
	}
	unit := a.dim.unit()
	if a.dim.isPercent() {
		unit = "pp" // 35% and 25% are ten points apart
	}
	written := a.nominal.Sub(b.nominal).Abs()
	switch known := a.known && b.known && !written.IsZero(); {
	case known && (a.about || b.about):
		d.Text, d.Size = aboutAsMuch(value.Format(written, unit)), written
	case known:
		d.Text, d.Size = value.Format(written, unit), written
	case !d.gap.IsZero():
		d.Text, d.Size = "at least "+value.Format(d.gap, unit), d.gap
	}
	if a.dim.isPercent() {
		d.Size = d.Size.Quo(number.Int(100))
	}
	return d
}

// parts is the equation with the source's values in it.
func (ev *evaluation) parts(status Status) []Part {
	holds := status != Fails && status != Incomplete
	parts := append(ev.expression(ev.equation.left, 0), Part{Text: ev.equation.relation.text(holds)})
	return append(parts, ev.expression(ev.equation.right, 0)...)
}

// How tightly an operation binds; an operand that binds less than its place
// asks for stands in brackets.
const (
	sums = iota + 1
	products
	operands
)

// expression shows an expression at a place that asks for a binding.
func (ev *evaluation) expression(n *exprNode, place int) []Part {
	parts, binding := ev.operation(n)
	if binding >= place {
		return parts
	}
	parts = append([]Part{{Text: "("}}, parts...)
	return append(parts, Part{Text: ")"})
}

func (ev *evaluation) operation(n *exprNode) (parts []Part, binding int) {
	switch n.kind {
	case numberNode:
		return []Part{{Text: n.text}}, operands
	case figureNode:
		return []Part{ev.part(n.key, n.name)}, operands
	case sumNode:
		return ev.items(n)
	case negative:
		return append([]Part{{Text: "−"}}, ev.expression(n.left, operands)...), sums
	}
	left, right := sums, products
	sign := map[nodeKind]string{plus: "+", minus: "−", multiplied: "×", divided: "÷"}[n.kind]
	switch n.kind {
	case plus:
		right = sums
	case multiplied:
		left = products
	case divided:
		left, right = products, operands
	}
	parts = append(ev.expression(n.left, left), Part{Text: sign})
	return append(parts, ev.expression(n.right, right)...), left
}

// items shows the sum of the items that the source names.
func (ev *evaluation) items(n *exprNode) (parts []Part, binding int) {
	for _, item := range n.items {
		part := ev.part(value.FoldName(item.Name), item.Name)
		if part.Missing {
			continue
		}
		if len(parts) > 0 {
			parts = append(parts, Part{Text: "+"})
		}
		parts = append(parts, part)
	}
	switch len(parts) {
	case 0:
		return []Part{{Text: n.name, Key: n.key, Name: n.name, Missing: true}}, operands
	case 1:
		return parts, operands
	}
	return parts, sums
}

// part shows a figure's value as the source wrote it, without its remark.
func (ev *evaluation) part(key, name string) Part {
	v, ok := ev.values(key)
	if !ok && slices.Contains(ev.loans, key) {
		v, ok = ev.borrowed(key)
	}
	if !ok {
		return Part{Text: name, Key: key, Name: name, Missing: true}
	}
	return Part{Text: v.Bare(), Key: key, Name: name}
}
