package check

import (
	"collate/generator/number"
	"collate/generator/value"
)

// amount is a number that is known to lie in an interval.
type amount struct {
	dim      dimension
	interval number.Interval
	nominal  number.Number // computed from numbers as written
	known    bool          // nominal means something
	about    bool          // a value with "about" took part
}

// exactly is the quantity of a number in an equation.
func exactly(v value.Value) amount {
	dim := dimensionOf(v.Unit)
	dim.literal = dim.bare
	return amount{dim: dim, interval: number.Point(v.Number), nominal: v.Number, known: true}
}

// reported is the quantity of a value that a source reports. A whole number of
// things that is written to the last one is exact, and more than a number of
// them is above just that.
func reported(v value.Value) amount {
	q := amount{dim: dimensionOf(v.Unit), interval: v.Interval}
	if v.Unit == "" && v.Kind == value.KindNumber && v.Number.IsWhole() {
		switch width, ends := v.Interval.Width(); {
		case v.Qualifier == 0 && ends && width.Equal(number.Int(1)):
			q.interval = number.Point(v.Number)
		case v.Qualifier == value.MoreThan:
			q.interval.Low = number.Bound{At: v.Number, Open: true}
		}
	}
	if v.Kind == value.KindNumber {
		switch v.Qualifier {
		case 0, value.About:
			q.nominal, q.known, q.about = v.Number, true, v.Qualifier == value.About
		}
	}
	return q
}

// combineWith computes a op b. The reason says why it can't be computed; it is
// empty where it can.
func (a amount) combineWith(op nodeKind, b amount) (q amount, reason string) {
	if op == plus || op == minus {
		dim, ok := common(a.dim, b.dim)
		if !ok {
			return q, "its values are partly " + a.dim.String() + ", partly " + b.dim.String()
		}
		a, b = a.in(dim), b.in(dim)
		q = amount{dim: dim, known: a.known && b.known, about: a.about || b.about}
		if op == plus {
			q.interval, q.nominal = a.interval.Add(b.interval), a.nominal.Add(b.nominal)
		} else {
			q.interval, q.nominal = a.interval.Sub(b.interval), a.nominal.Sub(b.nominal)
		}
		return q, ""
	}
	a, b = a.inHundredths(), b.inHundredths()
	q.known, q.about = a.known && b.known, a.about || b.about
	if op == multiplied {
		q.dim = a.dim.times(b.dim, 1)
		q.interval, q.nominal = a.interval.Mul(b.interval), a.nominal.Mul(b.nominal)
		return q, ""
	}
	q.dim = a.dim.times(b.dim, -1)
	return quotient(q, a, b)
}

// maybeZero is why a source is left out that reports a divisor too small.
const maybeZero = "divides by what may be zero"

// quotient fills q with a divided by b.
func quotient(q, a, b amount) (amount, string) {
	interval, ok := a.interval.Quo(b.interval)
	if !ok {
		return q, maybeZero
	}
	q.interval, q.nominal = interval, a.nominal.Quo(b.nominal)
	return q, ""
}

func (a amount) negated() amount {
	a.interval, a.nominal = a.interval.Neg(), a.nominal.Neg()
	return a
}

// in expresses a in a dimension that common gave for it.
func (a amount) in(dim dimension) amount {
	if dim.isPercent() && len(a.dim.powers) == 0 {
		a = a.scaled(number.Int(100))
	}
	a.dim = dim
	return a
}

// inHundredths turns 25% into 0.25, for a product.
func (a amount) inHundredths() amount {
	if a.dim.isPercent() {
		a = a.scaled(number.Int(1).Quo(number.Int(100)))
		a.dim = dimension{plain: true}
	}
	return a
}

// whole keeps of what a count may be the whole numbers; false where there are
// none.
func (a amount) whole() (amount, bool) {
	if low := a.interval.Low; !low.Infinite && !low.At.IsWhole() {
		a.interval.Low = number.Bound{At: low.At.Floor().Add(number.Int(1))}
	}
	if high := a.interval.High; !high.Infinite {
		last := high.At.Floor()
		if high.Open && last.Equal(high.At) {
			last = last.Sub(number.Int(1))
		}
		a.interval.High = number.Bound{At: last}
	}
	a.known = a.known && a.nominal.IsWhole()
	return a, !a.interval.Empty()
}

func (a amount) scaled(by number.Number) amount {
	a.interval, a.nominal = a.interval.Mul(number.Point(by)), a.nominal.Mul(by)
	return a
}
