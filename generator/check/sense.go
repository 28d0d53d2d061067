package check

import (
	"fmt"

	"collate/generator/number"
	"collate/generator/value"
)

// checkSense finds what would keep an equation from being held against any
// source: that no figure stands in it, that one is never a number, or that it
// divides by zero whatever is reported.
func checkSense(e *Equation) error {
	for _, side := range []*exprNode{e.left, e.right} {
		if err := side.sense(); err != nil {
			return err
		}
	}
	if e.left.constant() && e.right.constant() {
		return &SyntaxError{Offset: e.left.offset, Hint: "an equation reads like Total = Part + Rest",
			Message: "no figure stands in this equation, which makes it the same for every source"}
	}
	return nil
}

func (n *exprNode) sense() error {
	switch {
	case n == nil:
		return nil
	case n.kind == figureNode:
		return n.numeric(n.reports)
	case n.kind == sumNode:
		return n.numeric(n.itemsReport())
	case n.kind == divided && n.right.constant() && n.right.worth().IsZero():
		return &SyntaxError{Offset: n.right.offset, Message: "this divides by zero"}
	}
	if err := n.left.sense(); err != nil {
		return err
	}
	return n.right.sense()
}

// numeric is the error for a figure, or a group, whose values are all of a kind
// that can't be computed with.
func (n *exprNode) numeric(reports value.Kind) error {
	as, never := map[value.Kind]string{value.KindText: "in words", value.KindDate: "as dates"}[reports]
	if !never {
		return nil
	}
	return &SyntaxError{Offset: n.offset, Hint: "take it out of the check, or report numbers for it",
		Message: fmt.Sprintf("%q is reported %s, and a check computes with numbers", clip(n.name), as)}
}

// itemsReport is the kind that all items of a sum have in common; 0 if none.
func (n *exprNode) itemsReport() value.Kind {
	if len(n.items) == 0 {
		return 0
	}
	for _, item := range n.items {
		if item.Kind != n.items[0].Kind {
			return 0
		}
	}
	return n.items[0].Kind
}

// constant reports whether an expression is made of numbers alone.
func (n *exprNode) constant() bool {
	switch {
	case n == nil:
		return true
	case n.kind == figureNode || n.kind == sumNode:
		return false
	}
	return n.left.constant() && n.right.constant()
}

// worth is what a constant expression comes to.
func (n *exprNode) worth() number.Number {
	ev := &evaluation{leaves: map[*exprNode]amount{}}
	ev.gather(n)
	return ev.compute(n, false).nominal
}
