package check

import (
	"fmt"

	"collate/generator/value"
)

// checkUnits finds operands whose units don't go together, as far as they are
// known when the equation is read.
func checkUnits(e *Equation) error {
	left, err := e.left.dimension()
	if err != nil {
		return err
	}
	right, err := e.right.dimension()
	if err != nil {
		return err
	}
	if _, ok := common(left, right); !ok {
		return &SyntaxError{Offset: e.right.offset, Hint: "both sides need the same unit",
			Message: fmt.Sprintf("the left side is %v, this side is %v", left, right)}
	}
	return checkShare(e.left, e.right, left, right)
}

// checkShare finds a bare number from 0 to 1 beside a percentage. In 1 + Growth
// it is meant as the whole, and beside a percentage it is one per cent.
func checkShare(a, b *node, dimA, dimB dimension) error {
	if dimA.isPercent() {
		a, b, dimB = b, a, dimA
	}
	if !dimB.isPercent() || a.kind != numberNode || a.number.Unit != "" || a.number.Number.IsZero() ||
		a.number.Number.Abs().Cmp(value.Int(1)) > 0 {
		return nil
	}
	whole := a.number.Number.Mul(value.Int(100)).String()
	return &SyntaxError{Offset: a.offset, Hint: fmt.Sprintf("write %s%%, or %s%%", whole, a.number.Number),
		Message: fmt.Sprintf("beside a percentage %s may be %s%% or %s%%", a.number.Number, whole, a.number.Number)}
}

// dimension is what the units of an expression's figures make of it.
func (n *node) dimension() (dimension, error) {
	switch n.kind {
	case numberNode:
		return exactly(n.number).dim, nil
	case figureNode:
		return Figure{Unit: n.unit}.dimension(), nil
	case sumNode:
		return n.sumDimension()
	case negative:
		return n.left.dimension()
	}
	left, err := n.left.dimension()
	if err != nil {
		return left, err
	}
	right, err := n.right.dimension()
	if err != nil {
		return right, err
	}
	switch n.kind {
	case multiplied:
		return left.hundredths().times(right.hundredths(), 1), nil
	case divided:
		return left.hundredths().times(right.hundredths(), -1), nil
	}
	dim, ok := common(left, right)
	if !ok {
		return dim, &SyntaxError{Offset: n.right.offset, Hint: "only values of the same unit can be added and subtracted",
			Message: fmt.Sprintf("what stands before is %v, this is %v", left, right)}
	}
	return dim, checkShare(n.left, n.right, left, right)
}

// sumDimension is the unit that the items of a group have in common.
func (n *node) sumDimension() (dimension, error) {
	dim := dimension{unknown: true}
	for _, item := range n.items {
		both, ok := common(dim, item.dimension())
		if !ok {
			return dim, &SyntaxError{Offset: n.offset, Hint: "only values of the same unit can be added",
				Message: fmt.Sprintf("some items of %s are %v, some %v", n.name, dim, item.dimension())}
		}
		dim = both
	}
	return dim, nil
}

// dimension is that of a figure's values as far as it is known. Dates
// don't count here: a source that reports one is left out.
func (f Figure) dimension() dimension {
	if f.Unit == "" || f.Unit == "date" {
		return dimension{unknown: true}
	}
	return dimensionOf(f.Unit)
}

func (d dimension) hundredths() dimension {
	if d.isPercent() {
		return dimension{plain: true}
	}
	return d
}
