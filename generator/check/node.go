package check

import (
	"slices"

	"collate/generator/value"
)

// node is a part of an expression: a number, a figure, the sum of a group, or
// an operation on one (neg) or two others.
type node struct {
	kind        kind
	left, right *node // of operations; neg has left only
	offset      int   // where it begins, in characters
	text        string
	number      value.Value // of numbers
	key         string      // of figures and sums
	name        string      // likewise, as displayed
	unit        value.Unit  // of figures: the unit, if it is known
	items       []Figure    // of sums
}

type kind byte

const (
	numberNode kind = 'n'
	figureNode kind = 'f'
	sumNode    kind = 's'
	negative   kind = '~'
	plus       kind = '+'
	minus      kind = '-'
	multiplied kind = '*'
	divided    kind = '/'
)

// Keys lists the keys of all figures that the equation speaks of, the items of
// its groups among them, each once and in the order of the equation.
func (e *Equation) Keys() []string {
	var all []string
	add := func(key string) {
		if !slices.Contains(all, key) {
			all = append(all, key)
		}
	}
	var walk func(n *node)
	walk = func(n *node) {
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

// holds tells whether x is part of the expression.
func (n *node) holds(x *node) bool {
	return n == x || n.left != nil && n.left.holds(x) || n.right != nil && n.right.holds(x)
}
