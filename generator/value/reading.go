package value

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"collate/generator/number"
)

// date reads a day or a month of the calendar, if one stands here: a Value
// without kind where none does.
func (p *parser) date() (Value, error) {
	t := p.text[p.pos:]
	if !shaped(t, "0000-00") {
		return Value{}, nil
	}
	size, layout := 7, "2006-01"
	if shaped(t[7:], "-00") {
		size, layout = 10, "2006-01-02"
	}
	if c := at(t, size); size == 7 && c != 0 && c != ' ' && c != '(' {
		return Value{}, nil
	}
	first, err := time.Parse(layout, t[:size])
	switch {
	case t[:4] == "0000":
		return Value{}, p.fail(p.pos, "there is no year 0000")
	case t[5:7] == "00" || t[5:7] > "12":
		return Value{}, p.fail(p.pos+5, "there is no month %s", t[5:7])
	case err != nil:
		return Value{}, p.fail(p.pos+8, "%s has no day %s", t[:7], t[8:10])
	}
	last := first
	if size == 7 {
		last = first.AddDate(0, 1, -1)
	}
	p.pos += size
	low := number.Int(first.Unix() / day)
	return Value{Kind: KindDate, Number: low, Interval: number.Between(low, number.Int(last.Unix()/day)), Unit: "date"},
		nil
}

// shaped says whether t begins with digits where shape has zeros, and
// otherwise with what shape has.
func shaped(t, shape string) bool {
	if len(t) < len(shape) {
		return false
	}
	for i := range len(shape) {
		if shape[i] == '0' && !isDigit(t[i]) || shape[i] != '0' && t[i] != shape[i] {
			return false
		}
	}
	return true
}

// number reads a number or a range, with its qualifier and label.
func (p *parser) number() (Value, error) {
	qualifier, err := p.qualifierInFront()
	if err != nil {
		return Value{}, err
	}
	if from := p.pos; qualifier != 0 {
		if v, err := p.date(); err != nil || v.Kind != 0 {
			return Value{}, p.fail(from, "a date takes no qualifier")
		}
	}
	if v, ok := p.fraction(qualifier); ok {
		return v, nil
	}
	if v, ok := p.roughly(qualifier); ok {
		return v, nil
	}
	asked, opened := p.opening()
	p.skipWord(plainly)
	by, speed := p.speed()
	first, err := p.quantity()
	if err != nil {
		return Value{}, err
	}
	if speed && !p.perTime(&first, by) {
		return Value{}, p.unexpected(p.pos, "a length for the speed")
	}
	spread, err := p.margin(&first)
	switch {
	case err != nil:
		return Value{}, err
	case spread != nil && (qualifier != 0 || opened):
		return Value{}, p.fail(p.pos, "a number with a margin has no qualifier")
	case spread != nil:
		label, err := p.tail(&qualifier, first, &first, true)
		if err != nil {
			return Value{}, err
		}
		v, err := p.single(first, 0, label)
		return first.within(v, *spread), err
	}
	second, err := p.second(asked, opened, first, qualifier)
	if err != nil {
		return Value{}, err
	}
	last := &first
	if second != nil {
		last = second
	}
	label, err := p.tail(&qualifier, first, last, second != nil)
	if err != nil {
		return Value{}, err
	}
	if second != nil {
		return p.ranged(first, *second, qualifier, label)
	}
	return p.single(first, qualifier, label)
}

// tail reads what follows the numbers, of which last is the last: a qualifier,
// and where there is no unit a label with its rate.
func (p *parser) tail(qualifier *Qualifier, first quantity, last *quantity, ranged bool) (label string, err error) {
	end := p.pos
	if err = p.qualifierBehind(qualifier, last, ranged); err != nil {
		return "", err
	}
	if !first.has && !last.has && last.rate == "" {
		label = p.label(last)
		if err = p.rates(last); err != nil {
			return "", err
		}
	}
	if last.article && !last.has && !last.sized && label == "" {
		return "", p.unexpected(end, "a magnitude, a unit or a noun")
	}
	return label, p.qualifierBehind(qualifier, last, ranged)
}

// qualifierInFront reads the words or symbol that widen the number.
func (p *parser) qualifierInFront() (Qualifier, error) {
	p.skipSpace()
	q, end, ok := matchWord(p, before, p.pos)
	if !ok || at(p.text, end) == '$' && isLetter(p.text[end-1]) {
		return 0, nil // CA$5 is no circa
	}
	p.onLine = onLine[p.lower[p.pos:end]] || !isWordyAt(p.text, p.pos)
	p.pos = p.spaced(end)
	if _, end, ok := matchWord(p, leadIn, p.pos); ok && isDigitAt(p.text, p.spaced(end)) {
		p.pos = p.spaced(end)
	}
	if more, end, ok := matchWord(p, before, p.pos); ok && more == About && (q == LessThan || q == MoreThan) {
		p.pos = p.spaced(end) // less than about
	} else if ok {
		return 0, p.fail(p.pos, "a value has one qualifier, %q or %q", q, more)
	}
	return q, nil
}

// qualifierBehind reads what widens the number from behind, a + included.
func (p *parser) qualifierBehind(q *Qualifier, n *quantity, ranged bool) error {
	pos := p.spaced(p.pos)
	found, end, ok := matchWord(p, after, pos)
	if n.plus >= 0 {
		pos, found, end, ok = n.plus, AtLeast, p.pos, true
		n.plus = -1
	}
	switch {
	case !ok:
		return nil
	case ranged && until[p.text[pos:end]]:
		p.pos = end
		return nil
	case *q != 0:
		return p.fail(pos, "a value has one qualifier, %q or %q", *q, found)
	case ranged && found != About:
		return p.fail(pos, "%q can't widen a range", found)
	}
	*q, p.pos = found, end
	return nil
}

// opening reads the word that begins a range, and gives the words that the
// range then has between its numbers.
func (p *parser) opening() ([]string, bool) {
	p.skipSpace()
	asked, end, ok := matchWord(p, openings, p.pos)
	if ok {
		p.pos = end
	}
	return asked, ok
}

// second reads the dash or word between two numbers and the second number;
// nil where there is none.
func (p *parser) second(asked []string, opened bool, first quantity, qualifier Qualifier) (*quantity, error) {
	pos := p.spaced(p.pos)
	end, found := p.join(pos, asked, opened)
	switch {
	case opened && !found:
		return nil, p.unexpected(pos, `"`+strings.Join(asked, `" or "`)+`" and a second number`)
	case !found:
		return nil, nil
	case first.plus >= 0:
		return nil, p.unexpected(pos, "the end, since a + widens one number")
	case qualifier != 0 && qualifier != About:
		return nil, p.fail(pos, "%q can't widen a range", qualifier)
	}
	p.pos = end
	if _, _, ok := matchWord(p, before, p.spaced(end)); ok && !p.numberAt(end) {
		return nil, p.fail(p.spaced(end), "a qualifier stands before the whole range")
	}
	q, err := p.quantity()
	return &q, err
}

// join reads the dash or word between two numbers: one of those asked for by
// the word that opened the range, or else any.
func (p *parser) join(pos int, asked []string, opened bool) (end int, found bool) {
	for _, word := range asked {
		if strings.HasPrefix(p.lower[pos:], word+" ") {
			return pos + len(word), true
		}
	}
	if opened {
		return pos, false
	}
	if _, end, found = matchWord(p, dashes, pos); found {
		return end, true
	}
	_, end, found = matchWord(p, joins, pos)
	if end-pos == 1 && !p.numberAt(end) {
		return pos, false // a is a word in other places
	}
	return end, found
}

// numberAt says whether a number begins at pos, behind a space: no mere article.
func (p *parser) numberAt(pos int) bool {
	ahead := *p
	ahead.pos = pos
	q, err := ahead.quantity()
	return err == nil && (!q.article || q.sized || q.has)
}

// label reads the noun that is counted, which may be several words.
func (p *parser) label(q *quantity) string {
	start := p.spaced(p.pos)
	c, _ := utf8.DecodeRuneInString(p.text[start:])
	if start == p.pos && !isCJK(c) {
		return ""
	}
	if _, end, ok := matchWord(p, links, start); ok && q.sized {
		start = p.spaced(end)
	}
	end := start // behind the last word that a label can end with
	for pos := start; ; {
		next, ok := p.labelWord(pos, pos == start)
		if !ok {
			break
		}
		if word := p.lower[pos:next]; !unread[word] && !unreadLast[word] || pos > start &&
			isCJK(lastRune(p.text[:pos])) {
			end = next
		}
		pos = p.spaced(next)
	}
	if end == start || q.article && !q.sized || !p.plainNoun(start, end) {
		return ""
	}
	p.pos = end
	return p.original(start, end)
}

func lastRune(text string) rune {
	c, _ := utf8.DecodeLastRuneInString(text)
	return c
}

// labelWord reads a word that can be part of a label, and gives its end.
func (p *parser) labelWord(pos int, first bool) (int, bool) {
	c, size := utf8.DecodeRuneInString(p.text[pos:])
	if !unicode.IsLetter(c) && (first || !unicode.IsMark(c)) {
		return pos, false
	}
	if _, _, ok := matchWord(p, after, pos); ok {
		return pos, false
	}
	if isCJK(c) {
		word := p.text[pos : pos+size]
		return pos + size, !(first && unread[word]) && (word == shares || !first && unicode.Is(unicode.Thai, c) ||
			!p.known(pos, pos+size))
	}
	end := p.wordEnd(pos)
	for {
		c, size := utf8.DecodeRuneInString(p.text[end:])
		if c != '-' && c != '\'' && c != '.' || p.wordEnd(end+size) == end+size || isDigitAt(p.text, end+size) {
			break
		}
		end = p.wordEnd(end + size)
	}
	word := p.lower[pos:end]
	if c := at(p.text, end); c == '.' && strings.Contains(word, ".") || c == '\'' && at(p.text, end+1) == ' ' {
		end++ // U.S. and users' end with their mark
	}
	if strings.ContainsAny(word, "0123456789") || first && unread[word] || neverLabel[word] || everyNumberWord[word] ||
		p.known(pos, end) {
		return pos, false
	}
	return end, true
}

// known says whether text[pos:end] is, or begins, a name of something else
// than a noun: a unit, a currency, a magnitude.
func (p *parser) known(pos, end int) bool {
	if _, to, ok := p.name(&quantity{}, pos); ok && to >= end {
		return true
	}
	if _, to, ok := match(p, magnitudes, pos); ok && to >= end {
		return true
	}
	return false
}
