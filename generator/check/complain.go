package check

import (
	"fmt"
	"slices"
	"strings"

	"collate/generator/problem"
	"collate/generator/value"
)

// relatedSigns is what relations, and what is taken for them, are written with.
const relatedSigns = "=<>≤≥≠!~≈"

// relation reads the sign between the two sides. What looks like one of them
// gets a hint.
func (p *equationParser) relation() (relation, error) {
	start := p.at
	for p.at < len(p.text) && strings.ContainsRune(relatedSigns, p.text[p.at]) {
		p.at++
	}
	written := string(p.text[start:p.at])
	hints := map[string]string{
		"==": "write =", "===": "write =", "=<": "write <=", "=>": "write >=",
		"!=": "write what ought to hold, with =", "≠": "write what ought to hold, with =",
		"<>": "write what ought to hold, with =",
		"~":  "write =, which allows for rounding as it is", "≈": "write =, which allows for rounding as it is",
	}
	switch written {
	case "=", "<", ">", "<=", ">=":
		return relation(written), nil
	case "≤":
		return "<=", nil
	case "≥":
		return ">=", nil
	case "":
		return "", p.unexpected(start)
	}
	return "", p.fail(start, hints[written], "%q is none of = <= >= < >", written)
}

// unrelated is the error for an expression with nothing behind it.
func (p *equationParser) unrelated(left *exprNode) error {
	err := &SyntaxError{Offset: len(p.text), Message: "expected = or another relation, found the end",
		Hint: "an equation reads like Total = Part + Rest"}
	if left.kind == figureNode {
		err.Bare, err.Offset = true, left.offset
		err.Message = "the name of a figure alone checks nothing, expected an equation"
	}
	return err
}

// trailing is the error for text behind a complete equation or bracket.
func (p *equationParser) trailing() error {
	switch c := p.peek(); {
	case strings.ContainsRune(relatedSigns, c):
		return p.fail(p.at, "write two checks", "found %q, and an equation has one relation", string(c))
	case c == ')':
		return p.fail(p.at, "remove it, or write ( before", "this bracket was never opened")
	}
	return p.unexpected(p.at)
}

// unexpected is the error for something that is no sign, behind an operand.
// Words behind a figure's name are taken for a part of the name, unless they
// stand for a sign.
func (p *equationParser) unexpected(at int) error {
	if p.peek() == ')' {
		return p.trailing()
	}
	words := map[string]string{"(": "*", "of": "*", "times": "*", "x": "*", "plus": "+", "and": "+",
		"minus": "-", "over": "/", "is": "=", "equals": "="}
	found := p.phrase()
	first, _, _ := strings.Cut(strings.ToLower(found), " ")
	if sign := words[first]; sign != "" {
		return p.fail(at, "write "+sign, "found %q where a sign such as + or = was expected", clip(found))
	}
	if p.name < at && inWord(p.peek()) {
		p.at = p.name
		return p.unknownName(p.at, p.phrase())
	}
	return p.fail(at, "", "found %q where a sign such as + or = was expected", clip(found))
}

// unknown is the error where an operand was expected and none was found.
func (p *equationParser) unknown() error {
	found := p.phrase()
	switch c := p.peek(); {
	case c == 0:
		return p.fail(p.at, "", "expected a figure, a number or ( and found the end")
	case strings.ContainsRune("=<>≤≥≠+*/×÷)", c):
		return p.fail(p.at, "", "found %q where a figure, a number or ( was expected", string(c))
	}
	if _, err := p.known.Locale.Parse(found); err != nil && strings.ContainsAny(found, "0123456789") {
		if syntax, ok := err.(*value.SyntaxError); ok && !p.near(found) {
			return p.fail(p.at+syntax.Column-1, syntax.Hint, "%s", syntax.Message)
		}
	}
	return p.unknownName(p.at, found)
}

// near reports whether some figure's name is like the given one.
func (p *equationParser) near(name string) bool {
	_, ok := problem.Nearest(name, p.figures())
	return ok
}

// unknownName is the error for a name that no figure has.
func (p *equationParser) unknownName(at int, name string) error {
	if _, ok := p.known.Groups[value.FoldName(name)]; ok {
		err := &SyntaxError{Offset: at, Message: fmt.Sprintf("%q is a group of figures", clip(name)),
			Hint: "write sum(" + name + ")"}
		err.Bare = strings.TrimSpace(string(p.text)) == name
		return err
	}
	return p.failUnknown(at, nearestName(name, p.figures()), "no figure is called %q", name)
}

// unknownGroup is the error for a name in sum( ) that no group has.
func (p *equationParser) unknownGroup(at int, name string) error {
	if _, ok := p.known.Figures[value.FoldName(name)]; ok {
		return p.fail(at, "write "+name+" without sum, or the name of a group",
			"%q is one figure, and sum takes a group", clip(name))
	}
	var groups []string
	for key := range p.known.Groups {
		groups = append(groups, p.groupTitle(key))
	}
	slices.Sort(groups)
	return p.failUnknown(at, nearestName(name, groups), "no group of figures is called %q", name)
}

func (p *equationParser) failUnknown(at int, hint, format, name string) error {
	return &SyntaxError{Offset: at, Message: fmt.Sprintf(format, clip(name)), Hint: hint, Unknown: true}
}

// figures lists the names of all figures.
func (p *equationParser) figures() []string {
	var names []string
	for _, known := range p.known.Figures {
		names = append(names, known.Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// nearestName is a hint at what was probably meant by a name, or at what there is.
func nearestName(name string, known []string) string {
	if near, ok := problem.Nearest(name, known); ok {
		return "write " + near
	}
	switch {
	case len(known) == 0:
		return "there is none at all"
	case len(known) <= 6:
		return "there are: " + strings.Join(known, ", ")
	}
	return ""
}

// clip shortens what was found for a message.
func clip(found string) string {
	const most = 60
	if runes := []rune(found); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return found
}
