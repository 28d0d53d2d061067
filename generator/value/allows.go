package value

import (
	"slices"
	"strings"

	"collate/generator/number"
)

// single is the value of one number: what it allows follows from its digits
// and its qualifier.
func (p *parser) single(q quantity, qualifier Qualifier, label string) (Value, error) {
	n := q.number.Mul(q.size)
	if !q.has && !q.sized && q.half.Equal(number.Fraction(1, 2)) {
		q.half = halfOfCount(n)
	}
	allows := digitsAllow(n, q.half.Mul(q.size))
	spread := n.Abs().Mul(p.Tolerance)
	switch qualifier {
	case About:
		allows = allows.Cover(number.Between(n.Sub(spread), n.Add(spread)))
	case Nearly:
		if n.IsZero() {
			return Value{}, p.fail(q.start, "nothing is nearly 0")
		}
		allows = number.Interval{Low: number.Bound{At: n.Sub(spread)}, High: number.Bound{At: n, Open: true}}
		if n.Sign() < 0 {
			allows = number.Interval{Low: number.Bound{At: n, Open: true}, High: number.Bound{At: n.Add(spread)}}
		}
	case AtLeast, MoreThan:
		allows = number.Interval{Low: number.Bound{At: n, Open: qualifier == MoreThan},
			High: number.Bound{Infinite: true}}
	case AtMost, LessThan:
		allows = number.Interval{Low: number.Bound{Infinite: true},
			High: number.Bound{At: n, Open: qualifier == LessThan}}
	}
	bound := qualifier == AtLeast || qualifier == MoreThan
	if bound && n.Sign() < 0 && q.unit.unit != "°C" && !p.onLine { // a larger loss
		allows = number.Interval{Low: number.Bound{Infinite: true},
			High: number.Bound{At: n, Open: qualifier == MoreThan}}
	}
	return Value{
		Kind: KindNumber, Qualifier: qualifier, Label: label, Unit: q.base(),
		Number: q.convert(n), Interval: number.Interval{Low: q.convertEnd(allows.Low), High: q.convertEnd(allows.High)},
	}, nil
}

// digitsAllow is what a rounded number can stand for: half a unit of its last
// digit both ways, without the end that is rounded away from zero to the next.
func digitsAllow(n, half number.Number) number.Interval {
	allows := number.Between(n.Sub(half), n.Add(half))
	if n.Sign() < 0 {
		allows.Low.Open = true
	} else {
		allows.High.Open = true
	}
	return allows
}

// ranged is the value of a range, whose numbers share what one of them lacks.
func (p *parser) ranged(first, second quantity, qualifier Qualifier, label string) (Value, error) {
	if err := p.share(&first, &second); err != nil {
		return Value{}, err
	}
	low, high := p.low(&first, &second), second.number.Mul(second.size)
	if first.convert(low).Cmp(second.convert(high)) >= 0 {
		err := p.fail(second.start, "a range runs upwards, from the lower number to the higher")
		switch {
		case p.quiet:
		case p.looksLikeDate():
			err.Hint = dateHint
		case second.sized && !first.sized:
			err.Hint = "write the magnitude or the unit behind both numbers"
		}
		return Value{}, err
	}
	if qualifier == About {
		low, high = low.Sub(low.Abs().Mul(p.Tolerance)), high.Add(high.Abs().Mul(p.Tolerance))
	}
	return Value{
		Kind: KindRange, Qualifier: qualifier, Label: label, Unit: second.base(),
		Interval: number.Between(first.convert(low), second.convert(high)),
	}, nil
}

// low is the first number of a range with its magnitude, which may be that of
// the second: 100 of 100〜120億, and 3千 of 3千〜5千万.
func (p *parser) low(first, second *quantity) number.Number {
	own := first.number.Mul(first.size)
	shares, keeps := second.size, first.full
	switch {
	case first.has && !first.sign || !second.sized:
		return own
	case first.sized:
		if first.hundreds < 2 || first.myriads > 1 || second.hundreds < 2 {
			return own
		}
		shares, keeps = number.Int(second.myriads), true // 5千〜1万 is as it stands
	case second.myriads > 0:
		shares = number.Int(second.hundreds).Mul(number.Int(second.myriads))
		keeps = keeps && second.myriads == 1e4 // 8000〜1万, but 8000〜1兆 is rather a slip
	}
	whole := own.Mul(shares)
	if keeps && first.convert(whole).Cmp(second.convert(second.number.Mul(second.size))) >= 0 {
		return own
	}
	return whole
}

// share gives each number of a range the unit and rate that only the other
// has: behind it for the first, in front for the second.
func (p *parser) share(first, second *quantity) error {
	switch {
	case !first.has && second.has:
		first.unit, first.has, first.sign = second.unit, true, true
	case first.has && !second.has && first.sign:
		second.unit, second.has = first.unit, true
	case first.has && !second.has:
		return p.unexpected(p.pos, "a unit for the second number")
	}
	if first.rate == "" {
		first.rate, first.divisor = second.rate, second.divisor
	}
	if first.base() != second.base() {
		return p.fail(second.unitAt, "a range has one unit, not %q and %q", first.base(), second.base())
	}
	return nil
}

// base is the unit with what it is counted by. The order of that does not
// matter, so it is always the same: GB/month/s is GBps/month.
func (q *quantity) base() Unit {
	unit, by, rated := strings.Cut(string(q.unit.unit), "/")
	if !rated || q.rate == "" {
		return q.unit.unit + Unit(q.rate)
	}
	each := strings.Split(by+q.rate, "/")
	slices.Sort(each)
	return Unit(unit + "/" + strings.Join(each, "/"))
}

// convert turns a number as written, with its magnitude, into the base unit.
func (q *quantity) convert(n number.Number) number.Number {
	if !q.unit.factor.IsZero() {
		n = n.Mul(q.unit.factor)
	}
	if !q.unit.offset.IsZero() {
		n = n.Add(q.unit.offset)
	}
	if !q.divisor.IsZero() {
		n = n.Quo(q.divisor)
	}
	return n
}

func (q *quantity) convertEnd(b number.Bound) number.Bound {
	if !b.Infinite {
		b.At = q.convert(b.At)
	}
	return b
}
