package check

import (
	"fmt"

	"collate/generator/number"
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

// checkShare finds a bare number above 1 beside a percentage: as a ratio 25
// would be 2,500%, and whoever writes it rarely means that.
func checkShare(a, b *exprNode, dimA, dimB dimension) error {
	if dimA.isPercent() {
		a, dimB = b, dimA
	}
	if !dimB.isPercent() || a.kind != numberNode || a.number.Unit != "" ||
		a.number.Number.Abs().Cmp(number.Int(1)) <= 0 {
		return nil
	}
	written := a.number.Number.String()
	return &SyntaxError{Offset: a.offset, Hint: fmt.Sprintf("write %s%%", written),
		Message: fmt.Sprintf("beside a percentage %s is a ratio, and so %s%%", written,
			a.number.Number.Mul(number.Int(100)))}
}

// dimension is what the units of an expression's figures make of it.
func (n *exprNode) dimension() (dimension, error) {
	switch n.kind {
	case numberNode:
		return exactly(n.number).dim, nil
	case figureNode:
		return Name{Unit: n.unit}.dimension(), nil
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
		return dim, &SyntaxError{Offset: n.right.offset,
			Hint:    "only values of the same unit can be added and subtracted",
			Message: fmt.Sprintf("what stands before is %v, this is %v", left, right)}
	}
	return dim, checkShare(n.left, n.right, left, right)
}

// sumDimension is the unit that the items of a group have in common.
func (n *exprNode) sumDimension() (dimension, error) {
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
func (f Name) dimension() dimension {
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
