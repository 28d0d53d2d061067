package check

import "collate/generator/value"

// Figures are the keys of the figures that the equation speaks of, those of
// the groups that it sums and of their items; each once, in no order.
func (e *Equation) Figures() map[string]bool {
	keys := map[string]bool{}
	e.left.figures(keys)
	e.right.figures(keys)
	return keys
}

// figures adds the figures of an expression.
func (n *exprNode) figures(keys map[string]bool) {
	switch {
	case n == nil:
		return
	case n.kind == figureNode || n.kind == sumNode:
		keys[n.key] = true
	}
	for _, item := range n.items {
		keys[value.FoldName(item.Name)] = true
	}
	n.left.figures(keys)
	n.right.figures(keys)
}
