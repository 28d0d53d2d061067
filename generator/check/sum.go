package check

import (
	"slices"
	"strings"

	"collate/generator/value"
)

// isSum reports whether sum( comes next; there may be spaces before the bracket.
func (p *equationParser) isSum() bool {
	rest := p.text[p.at:]
	if len(rest) < len("sum(") || !strings.EqualFold(string(rest[:3]), "sum") {
		return false
	}
	return strings.HasPrefix(strings.TrimSpace(string(rest[3:])), "(")
}

// sum reads sum(Group).
func (p *equationParser) sum() (*exprNode, error) {
	start := p.at
	for !p.skip("(") {
		p.at++
	}
	bracket := p.at - 1
	p.space()
	key, end, err := p.groupName()
	if err != nil {
		return nil, err
	}
	p.at = end
	p.space()
	if !p.skip(")") {
		if p.at == len(p.text) {
			return nil, p.fail(bracket, "write )", "this bracket is never closed")
		}
		return nil, p.fail(p.at, "write sum(A) + sum(B) for two groups, and A + B for two figures",
			"found %q where the ) of sum was expected", clip(p.phrase()))
	}
	items := make([]Name, 0, len(p.known.Groups[key]))
	for _, item := range p.known.Groups[key] {
		if known, ok := p.known.Figures[item]; ok {
			items = append(items, known)
		} else {
			items = append(items, Name{Name: item})
		}
	}
	counted := !slices.ContainsFunc(items, func(item Name) bool { return !item.Counted })
	end, p.at = p.at, start
	return p.leaf(end, &exprNode{kind: sumNode, key: key, name: p.groupTitle(key), items: items, counted: counted})
}

// groupName finds the group's name at this place, in quotes or not.
func (p *equationParser) groupName() (key string, end int, err error) {
	start := p.at
	if !strings.ContainsRune("\"“", p.peek()) {
		key, end, ok := p.group()
		if !ok {
			return "", 0, p.unknownGroup(start, p.phrase())
		}
		return key, end, nil
	}
	name, end, err := p.unquote()
	if err != nil {
		return "", 0, err
	}
	key = value.FoldName(name)
	if _, ok := p.known.Groups[key]; !ok {
		return "", 0, p.unknownGroup(start, name)
	}
	return key, end, nil
}

// groupTitle is a group's name as the names of its items have it; an alias of
// a group gets the name that it stands for.
func (p *equationParser) groupTitle(key string) string {
	for _, item := range p.known.Groups[key] {
		if title, _, ok := strings.Cut(p.known.Figures[item].Name, ": "); ok {
			return title
		}
	}
	return key
}
