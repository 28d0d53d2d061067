package value

import (
	"slices"
	"strings"
	"unicode/utf8"

	"collate/generator/number"
)

// quantity is one number with what belongs to it, as written: the number
// before magnitude and unit are applied. Eastern magnitudes are in the number;
// hundreds and myriads are the first of each kind, the 千 and 万 of 3千5百万: 1
// where there is none of that kind, 0 where of neither.
type quantity struct {
	start   int
	number  number.Number // signed
	half    number.Number // half a unit of the last digit written
	size    number.Number // the magnitude; 1 where there is none
	sized   bool          // it has a magnitude
	full    bool          // at least four digits before the point
	word    bool          // a number word, not digits
	article bool          // a number word that is rather an article
	unit    measure
	has     bool          // it has a unit
	sign    bool          // the unit stands in front: $
	rate    string        // "/month"
	divisor number.Number // what the rate divides by, where there is one
	plus    int           // position of a + behind the number, or -1
	unitAt  int           // position of the unit

	hundreds, myriads int64
}

// quantity reads a number at the position of p.
func (p *parser) quantity() (quantity, error) {
	p.skipSpace()
	q := quantity{start: p.pos, size: number.Int(1), plus: -1}
	if n, end, ok := matchWord(p, multiples, p.pos); ok {
		q.number, q.half, q.word, q.unit, q.has, q.unitAt = number.Int(n), number.Fraction(1, 2), true, times1, true,
			p.pos
		p.pos = end
		return q, nil
	}
	negative, signed := p.minus()
	p.unitInFront(&q)
	if q.has && !signed {
		negative, signed = p.minus()
	}
	if !q.has && !signed && p.numberWord(&q) {
		p.magnitude(&q)
		q.atMostTenth()
	} else if err := p.scaled(&q); err != nil {
		return q, err
	}
	p.halfBehind(&q)
	if !q.has {
		p.unitBehind(&q)
		p.sen(&q)
		p.halfBehind(&q)
		p.compound(&q)
	}
	if negative {
		q.number = q.number.Neg()
	}
	p.takePlus(&q)
	if err := p.rates(&q); err != nil {
		return q, err
	}
	if scale := q.scale(); scale.Cmp(mostZeros) > 0 {
		return q, p.fail(q.start, "a number has at most 30 zeros after its digits")
	}
	return q, nil
}

var mostZeros = powerOfTen(mostDigits)

func (q *quantity) scale() number.Number { return q.size.Mul(q.unit.scale()) }

// minus reads a sign, and says whether it is a minus and whether there was one.
func (p *parser) minus() (negative, signed bool) {
	for _, sign := range []string{"-", "−", "+"} {
		if strings.HasPrefix(p.text[p.pos:], sign) {
			p.pos += len(sign)
			p.skipSpace()
			return sign != "+", true
		}
	}
	if _, end, ok := matchWord(p, minusWords, p.pos); ok && (isCJK(lastRune(p.text[:end])) || at(p.text, end) == ' ' ||
		!isLetter(p.text[end-1])) {
		p.pos = end
		p.skipSpace()
		return true, true
	}
	return false, false
}

// compound reads the smaller units that go on with a number: 2 hours and 20
// minutes, 6 feet 8 inches, 3年4カ月.
func (p *parser) compound(q *quantity) {
	if !q.has || q.sized || !compounded[q.unit.unit] && !KnownCurrency(string(q.unit.unit)) ||
		!q.unit.offset.IsZero() || !q.number.IsWhole() {
		return
	}
	ahead := *p
	ahead.pos = p.spaced(p.pos)
	if _, end, ok := matchWord(p, spelledJoins, ahead.pos); ok && ahead.pos > p.pos {
		ahead.pos = p.spaced(end)
	}
	if !isDigitAt(p.text, ahead.pos) {
		return
	}
	part := quantity{start: ahead.pos, size: number.Int(1), plus: -1}
	if ahead.scaled(&part) != nil || part.sized || part.plus >= 0 {
		return
	}
	ahead.unitBehind(&part)
	if KnownCurrency(string(q.unit.unit)) && part.unit.factor.Equal(number.Fraction(1, 100)) {
		part.unit.unit = q.unit.unit // the cents of euros
	}
	if !part.has || part.unit.unit != q.unit.unit {
		return
	}
	ratio := q.unit.scale().Quo(part.unit.scale())
	if ratio.Cmp(number.Int(1)) <= 0 || part.number.Cmp(ratio) >= 0 {
		return
	}
	q.number, q.half, q.unit, p.pos = q.number.Mul(ratio).Add(part.number), part.half, part.unit, ahead.pos
}

// compounded are the base units of which two are read as one quantity.
var compounded = map[Unit]bool{"second": true, "month": true, "m": true, "g": true}

// unitInFront reads a currency's sign or code before the number.
func (p *parser) unitInFront(q *quantity) {
	code, end, ok := p.currency(p.pos)
	if !ok {
		return
	}
	q.unit, q.has, q.sign, q.unitAt = measure{unit: p.dollar(code)}, true, true, p.pos
	p.pos = end
	p.skipSpace()
}

// currency reads a currency's sign or code at pos.
func (p *parser) currency(pos int) (code string, end int, ok bool) {
	if c := at(p.text, pos); isDigit(c) || c == '.' || c == 0 {
		return "", pos, false
	}
	if code, end, ok = match(p, currencySigns, pos); ok {
		return code, end, true
	}
	end = pos
	for isLetter(at(p.text, end)) {
		end++
	}
	if c, _ := utf8.DecodeRuneInString(p.text[end:]); end == pos || isWordy(c) && !isCJK(c) {
		return "", pos, false
	}
	if code = p.text[pos:end]; currencyCodes[code] {
		return code, end, true
	}
	code, ok = find(p.languages, currencySigns, p.text[pos:end])
	return code, end, ok
}

func (p *parser) dollar(code string) Unit {
	if code == dollars {
		return Unit(p.Currency)
	}
	return Unit(code)
}

// numberWord reads a number word that a magnitude, a unit or a noun follows.
func (p *parser) numberWord(q *quantity) bool {
	if p.half(q) {
		return true
	}
	if p.oneAndHalf(q) || p.whole && p.inCharacters(q) {
		return true
	}
	if p.spelled(q) {
		p.spelledDecimals(q)
		p.halfBehind(q)
		return true
	}
	n, end, ok := matchWord(p, numberWords, p.pos)
	if c := at(p.text, end); !ok || c != ' ' && c != '-' && c != 0 || p.spelledOn(end) && !p.sizeBehind(end) &&
		!p.decimalBehind(end) {
		return false
	}
	q.number, q.half, q.word, q.article = number.Int(n), number.Fraction(1, 2), true, articles[p.lower[p.pos:end]]
	p.pos = end
	p.spelledDecimals(q)
	p.halfBehind(q)
	return true
}

// sizeBehind reports whether a magnitude is what stands behind a number word.
func (p *parser) sizeBehind(end int) bool {
	_, _, ok := match(p, magnitudes, end+1)
	return ok
}

// half reads the words for a half that a magnitude follows: half a billion.
func (p *parser) half(q *quantity) bool {
	_, end, ok := matchWord(p, halves, p.pos)
	if c := at(p.text, end); !ok || c != ' ' && c != '-' {
		return false
	}
	if n, _, ok := matchWord(p, magnitudes, end+1); !ok || n < 1e6 {
		return false
	}
	q.number, q.half, q.word = number.Fraction(1, 2), halfOf(1), true
	p.pos = end
	return true
}

// scaled reads digits with their magnitude, for Chinese, Japanese and Korean
// in several parts: 1조 2000억.
func (p *parser) scaled(q *quantity) error {
	from := p.pos
	digits, places, err := p.digits()
	if err != nil {
		return err
	}
	if digits == "" {
		return p.unexpected(from, "a number")
	}
	q.number, q.half = number.Decimal(digits, places), halfOf(places)
	q.full = len(digits)-places >= 4
	p.takePlus(q)
	if p.eastern(q, places) {
		if places == 0 {
			q.atMostTenth()
		}
		p.takePlus(q)
		return nil
	}
	p.magnitude(q)
	q.thousandMillions(places)
	p.thousands(q, places)
	p.indian(q, places)
	if places == 0 {
		q.atMostTenth()
	}
	p.takePlus(q)
	return nil
}

// thousandMillions takes the zeros of a thousand before the word million for a
// magnitude: 174.000 millones are 174 thousand million.
func (q *quantity) thousandMillions(places int) {
	thousands := q.number.Quo(number.Int(1000))
	if !q.sized || places > 0 || !q.size.Equal(number.Int(1e6)) || !thousands.IsWhole() || thousands.IsZero() {
		return
	}
	q.half = number.Int(500)
	q.atMostTenth()
}

// atMostTenth narrows what one digit before a magnitude allows to a tenth of
// it, since whoever means 1.4 billion writes it.
func (q *quantity) atMostTenth() {
	tenth := q.number.Quo(number.Int(10))
	if q.sized && !tenth.IsZero() && tenth.Cmp(q.half) < 0 {
		q.half = tenth
	}
}

// thousands reads the hundreds that may follow a mil, as Mexico writes them: 3
// mil 500 millones.
func (p *parser) thousands(q *quantity, places int) {
	if n, ok := find(p.languages, magnitudes, "mil"); !ok || !q.size.Equal(number.Int(n)) || places > 0 ||
		q.number.Cmp(number.Int(n)) >= 0 || !isDigitAt(p.text, p.spaced(p.pos)) {
		return
	}
	from := p.pos
	p.pos = p.spaced(from)
	digits, places, err := p.digits()
	if err != nil || places > 0 || len(digits) != 3 || p.text[from] != ' ' {
		p.pos = from
		return
	}
	q.number, q.size, q.sized = q.number.Mul(q.size).Add(number.Decimal(digits, 0)), number.Int(1), false
	p.magnitude(q)
}

func halfOf(places int) number.Number {
	return number.Tenth(places).Quo(number.Int(2))
}

// takePlus reads a + right behind what was read: 900M+, 1500여 명, 500多人.
func (p *parser) takePlus(q *quantity) {
	for _, sign := range []string{"+", "여", "多", "余", "餘"} {
		if q.plus < 0 && strings.HasPrefix(p.text[p.pos:], sign) && !strings.HasPrefix(p.text[p.pos:], "余り") {
			q.plus = p.pos
			p.pos += len(sign)
		}
	}
}

// sen reads the hundredths of a yen behind yen: 152円40銭.
func (p *parser) sen(q *quantity) {
	end := p.pos
	for isDigitAt(p.text, end) {
		end++
	}
	digits := p.text[p.pos:end]
	if q.unit.unit != "JPY" || q.sized || q.number.Sign() < 0 || digits == "" || len(digits) > 2 ||
		!strings.HasPrefix(p.text[end:], "銭") {
		return
	}
	q.number, q.half = q.number.Add(number.Decimal(digits, 2)), halfOf(2)
	p.pos = end + len("銭")
}

// magnitude reads the magnitude behind a number: B, million, thousand million.
func (p *parser) magnitude(q *quantity) {
	for {
		pos := p.spaced(p.pos)
		if pos == p.pos && at(p.text, pos) == '-' {
			pos++
		}
		n, end, ok := match(p, magnitudes, pos)
		if !ok {
			n, end, ok = p.gluedMagnitude(pos)
		}
		if !ok || (q.word || q.sized || at(p.text, p.pos) == '-') && end-pos < 3 {
			return
		}
		if strings.HasPrefix(p.text[pos:], "พันธ") {
			return // breeds and allies are no thousands
		}
		if _, longer, ok := p.name(q, pos); ok && longer > end && !q.sign {
			return
		}
		if _, _, ok := p.unitLetter(q, pos); ok {
			return
		}
		if q.sized && (q.size.Cmp(number.Int(chainedBelow)) >= 0 || q.size.Cmp(number.Int(n)) >= 0) {
			return
		}
		q.size, q.sized, p.pos = q.size.Mul(number.Int(n)), true, end
	}
}

// gluedMagnitude reads the magnitude of 5MUSD and 5bnEUR.
func (p *parser) gluedMagnitude(pos int) (n int64, end int, ok bool) {
	word := p.text[pos:p.wordEnd(pos)]
	if len(word) < 4 || len(word) > 6 || !currencyCodes[word[len(word)-3:]] {
		return 0, pos, false
	}
	end = pos + len(word) - 3
	n, ok = find(p.languages, magnitudes, p.text[pos:end])
	return n, end, ok
}

// unitBehind reads the unit behind a number, after a space, a hyphen or
// nothing.
func (p *parser) unitBehind(q *quantity) {
	pos, hyphen := p.spaced(p.pos), false
	if pos == p.pos && at(p.text, pos) == '-' {
		pos, hyphen = pos+1, true
	}
	if _, end, ok := matchWord(p, links, pos); ok && q.sized {
		pos = p.spaced(end)
	}
	m, end, ok := p.name(q, pos)
	if !ok || (hyphen || q.word) && end-pos < 2 || q.article && end-pos < 3 {
		return
	}
	if q.word && m.unit == "month" && m.factor.Equal(number.Int(3)) {
		return // three quarters are rather a fraction
	}
	if p.text[pos:end] == shares && (q.sized || q.number.Cmp(number.Int(mostWeeks)) > 0) {
		return // 1000주 are shares
	}
	if q.full && !q.sized && pos == p.pos && years[p.text[pos:end]] {
		return // 2026年 and the 1990s are dates
	}
	q.unit, q.has, q.unitAt, p.pos = m, true, pos, end
}

// shares are 주, which are weeks as well.
const shares = "주"

// mostWeeks is how many 주 are weeks: more of them are shares.
const mostWeeks = 104

// years are the units that make a date of a year that they are joined to.
var years = map[string]bool{"年": true, "년": true, "s": true}

// name reads the name or symbol of a unit at pos: the longest that there is.
func (p *parser) name(q *quantity, pos int) (m measure, end int, ok bool) {
	take := func(found measure, to int, ok2 bool) {
		if ok2 && to > end {
			m, end, ok = found, to, true
		}
	}
	if code, to, found := p.currency(pos); found { // first, since KGS is no kilograms
		take(measure{unit: p.dollar(code)}, to, true)
	}
	if code, to, found := match(p, currencyNames, pos); found {
		take(measure{unit: p.dollar(code)}, to, true)
	}
	if m, to, found := match(p, cents, pos); found && m.unit != "" {
		m.unit = p.dollar(string(m.unit))
		take(m, to, true)
	}
	take(match(p, units, pos))
	take(match(p, durations, pos))
	take(p.unitLetter(q, pos))
	if q.sized {
		take(match(p, afterMagnitude, pos))
	}
	return m, end, ok
}

// rates reads what the number is counted by: /month, per user, a year. Of two
// the order does not matter.
func (p *parser) rates(q *quantity) error {
	var by []string
	for len(by) < 2 {
		pos := p.spaced(p.pos)
		_, end, ok := matchWord(p, each, pos)
		stroke := at(p.text, pos) == '/'
		if !ok || !stroke && pos == p.pos {
			break
		}
		if _, _, ok := matchWord(p, after, pos); ok {
			break // al menos
		}
		unit, to, ok := p.counted(p.spaced(end))
		if ok && !stroke && !perWords[p.lower[pos:end]] && !p.denominator(p.spaced(end)) {
			break // im Kernhaushalt
		}
		if !ok && (stroke || p.lower[pos:end] == "per") {
			return p.unexpected(end, "a unit")
		}
		if !ok || !stroke && isDigitAt(p.text, p.spaced(to)) {
			break // US$ 15 a US$ 18
		}
		if !q.unit.offset.IsZero() || !unit.offset.IsZero() || q.unit.unit == "°C" {
			return p.fail(pos, "a temperature has no rate")
		}
		if q.divisor.IsZero() {
			q.divisor = number.Int(1)
		}
		q.divisor = q.divisor.Mul(unit.scale())
		by = append(by, "/"+string(unit.unit))
		p.pos = to
		p.takePlus(q)
	}
	slices.Sort(by)
	q.rate += strings.Join(by, "")
	return nil
}

// denominator reports whether what prices and counts are given for stands at
// pos: a unit, a time or one of a few nouns.
func (p *parser) denominator(pos int) bool {
	if _, _, ok := p.name(&quantity{sized: true}, pos); ok {
		return true
	}
	return shared[p.lower[pos:p.wordEnd(pos)]]
}

// counted reads what stands below the stroke: a unit, or a plain noun, which
// is kept as it is written, in lower case.
func (p *parser) counted(pos int) (m measure, end int, ok bool) {
	if m, end, ok = p.name(&quantity{sized: true}, pos); ok {
		return m, end, true
	}
	end = p.wordEnd(pos)
	for at(p.text, end) == '-' && p.wordEnd(end+1) > end+1 {
		end = p.wordEnd(end + 1)
	}
	word := p.lower[pos:end]
	if utf8.RuneCountInString(word) < 2 || strings.ContainsAny(word, "0123456789") || unread[word] {
		return m, pos, false
	}
	if _, _, ok := match(p, magnitudes, pos); ok {
		return m, pos, false
	}
	return measure{unit: Unit(word)}, end, true
}
