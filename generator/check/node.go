package check

import "collate/generator/value"

// exprNode is a part of an expression: a number, a figure, the sum of a group, or
// an operation on one (negative) or two others.
type exprNode struct {
	kind        nodeKind
	left, right *exprNode // of operations; negative has left only
	offset      int       // where it begins, in characters
	text        string
	number      value.Value // of numbers
	key         string      // of figures and sums
	name        string      // likewise, as displayed
	unit        value.Unit  // of figures: the unit, if it is known
	reports     value.Kind  // of figures: text or date if it is never a number
	counted     bool        // of figures and sums: all that is reported are whole numbers of things
	items       []Name      // of sums
}

type nodeKind byte

const (
	numberNode nodeKind = 'n'
	figureNode nodeKind = 'f'
	sumNode    nodeKind = 's'
	negative   nodeKind = '~'
	plus       nodeKind = '+'
	minus      nodeKind = '-'
	multiplied nodeKind = '*'
	divided    nodeKind = '/'
)

// holds reports whether x is part of the expression.
func (n *exprNode) holds(x *exprNode) bool {
	return n == x || n.left != nil && n.left.holds(x) || n.right != nil && n.right.holds(x)
}
