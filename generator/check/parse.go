package check

import (
	"fmt"
	"strings"

	"collate/generator/number"
	"collate/generator/value"
)

// relation is a sign between two sides, in its ASCII form.
type relation string

// signReadings lists what may be written for each operation.
var signReadings = []struct {
	chars string
	kind  nodeKind
	loose bool // binds less
}{
	{"+", plus, true}, {"-–−", minus, true}, {"*×", multiplied, false}, {"/÷", divided, false},
}

// equationParser reads an equation by recursive descent.
type equationParser struct {
	*equationScanner
	operands int
	nesting  int
	name     int // where the last name of a figure began
}

// Parse reads an equation; its error is always a *SyntaxError.
func Parse(text string, known Names) (*Equation, error) {
	p := &equationParser{equationScanner: newScanner(text, known)}
	equation, err := p.equation()
	if err != nil {
		return nil, err
	}
	if err := checkSense(equation); err != nil {
		return nil, err
	}
	if err := checkUnits(equation); err != nil {
		return nil, err
	}
	equation.Text, equation.tolerance = text, known.Locale.Tolerance
	if equation.tolerance.Sign() <= 0 {
		equation.tolerance = number.Int(1).Quo(number.Int(20)) // as value has it
	}
	return equation, nil
}

func (p *equationParser) fail(at int, hint, format string, args ...any) error {
	return &SyntaxError{Offset: at, Message: fmt.Sprintf(format, args...), Hint: hint}
}

func (p *equationParser) equation() (*Equation, error) {
	if len(p.text) > maxText {
		return nil, p.fail(maxText, "write several checks", "an equation has at most %d characters, this one has %d",
			maxText, len(p.text))
	}
	left, err := p.expression()
	if err != nil {
		return nil, err
	}
	if p.at == len(p.text) {
		return nil, p.unrelated(left)
	}
	rel, err := p.relation()
	if err != nil {
		return nil, err
	}
	right, err := p.expression()
	if err != nil {
		return nil, err
	}
	if p.at < len(p.text) {
		return nil, p.trailing()
	}
	return &Equation{left: left, right: right, relation: rel}, nil
}

// expression is terms with + and - between them, and the space behind them.
func (p *equationParser) expression() (*exprNode, error) { return p.operations(true, p.term) }

// term is factors with * and / between them.
func (p *equationParser) term() (*exprNode, error) { return p.operations(false, p.factor) }

func (p *equationParser) operations(loose bool, operand func() (*exprNode, error)) (*exprNode, error) {
	left, err := operand()
	for err == nil {
		op := p.sign(loose)
		if op == 0 {
			return left, nil
		}
		var right *exprNode
		right, err = operand()
		left = &exprNode{kind: op, left: left, right: right, offset: left.offset}
	}
	return nil, err
}

// sign passes over the sign of an operation; 0 if none comes next.
func (p *equationParser) sign(loose bool) nodeKind {
	p.space()
	for _, s := range signReadings {
		if s.loose == loose && p.skip(s.chars) {
			return s.kind
		}
	}
	return 0
}

// factor is an operand with the space behind it.
func (p *equationParser) factor() (*exprNode, error) {
	p.space()
	p.nesting++
	defer func() { p.nesting-- }()
	if p.nesting > maxNesting {
		return nil, p.fail(p.at, "write several checks", "brackets and signs are nested more than %d deep", maxNesting)
	}
	start := p.at
	n, err := p.operand()
	if err != nil {
		return nil, err
	}
	n.offset = start
	p.space()
	return n, nil
}

func (p *equationParser) operand() (*exprNode, error) {
	start := p.at
	known, end, ok := p.figure()
	if ok && !(end == start+len("sum") && p.isSum()) {
		p.name = start
		return p.leaf(end, newFigure(known))
	}
	p.name = len(p.text)
	switch {
	case p.isSum():
		return p.sum()
	case p.skip("("):
		return p.bracket(start)
	case p.skip("-–−"):
		inner, err := p.factor()
		return &exprNode{kind: negative, left: inner}, err
	case strings.ContainsRune("\"“", p.peek()):
		return p.quoted()
	}
	v, end, ok := p.number()
	if !ok {
		return nil, p.unknown()
	}
	if end < len(p.text) && strings.ContainsRune(",.'’", p.text[end]) {
		return nil, p.unknown() // the number goes on in a way that can't be read
	}
	if v.Kind == value.KindDate {
		return nil, p.fail(start, "put spaces around the minus sign if a difference is meant",
			"%q is a date, and a check computes with numbers", clip(string(p.text[start:end])))
	}
	return p.leaf(end, &exprNode{kind: numberNode, number: v})
}

func newFigure(known Name) *exprNode {
	return &exprNode{kind: figureNode, key: value.FoldName(known.Name), name: known.Name, unit: known.Unit,
		reports: known.Kind, counted: known.Counted}
}

// leaf completes a node that is an operand, which ends at the given place.
func (p *equationParser) leaf(end int, n *exprNode) (*exprNode, error) {
	if p.operands++; p.operands > maxOperands {
		return nil, p.fail(p.at, "write several checks", "an equation has at most %d numbers and names", maxOperands)
	}
	n.text = string(p.text[p.at:end])
	p.at = end
	return n, nil
}

func (p *equationParser) bracket(start int) (*exprNode, error) {
	inner, err := p.expression()
	if err != nil {
		return nil, err
	}
	if !p.skip(")") {
		if p.at == len(p.text) || strings.ContainsRune(relatedSigns, p.peek()) {
			return nil, p.fail(start, "write )", "this bracket is never closed")
		}
		return nil, p.trailing()
	}
	p.name = len(p.text)
	return inner, nil
}

// quoted reads a name in double quotes.
func (p *equationParser) quoted() (*exprNode, error) {
	start := p.at
	name, end, err := p.unquote()
	if err != nil {
		return nil, err
	}
	known, ok := p.known.Figures[value.FoldName(name)]
	if !ok {
		return nil, p.unknownName(start, name)
	}
	return p.leaf(end, newFigure(known))
}

// unquote gives the text in the quotes that begin here, and where they end.
func (p *equationParser) unquote() (string, int, error) {
	for end := p.at + 1; end < len(p.text); end++ {
		if strings.ContainsRune("\"”", p.text[end]) {
			return strings.TrimSpace(string(p.text[p.at+1 : end])), end + 1, nil
		}
	}
	return "", 0, p.fail(p.at, `write "`, "this quote is never closed")
}
