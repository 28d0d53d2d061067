package number

// Bound is one end of an interval.
type Bound struct {
	At       Number // where it ends; of no meaning where Infinite
	Open     bool   // At itself is left out
	Infinite bool   // there is no end on this side
}

// Interval is the numbers from Low to High. The zero value is the point 0.
type Interval struct {
	Low, High Bound
}

// Point is the interval that holds n alone.
func Point(n Number) Interval { return Interval{Bound{At: n}, Bound{At: n}} }

// Between is the numbers from low to high, both included.
func Between(low, high Number) Interval { return Interval{Bound{At: low}, Bound{At: high}} }

// Meets says whether a and b have a number in common.
func (a Interval) Meets(b Interval) bool {
	_, ok := a.Intersect(b)
	return ok
}

// Intersect is the numbers that a and b have in common; false where there are
// none.
func (a Interval) Intersect(b Interval) (Interval, bool) {
	both := a
	if CompareLower(b, a) > 0 {
		both.Low = b.Low
	}
	if CompareUpper(b, a) < 0 {
		both.High = b.High
	}
	return both, !both.Empty()
}

// Empty says whether no number lies in a.
func (a Interval) Empty() bool {
	if a.Low.Infinite || a.High.Infinite {
		return false
	}
	c := a.Low.At.Cmp(a.High.At)
	return c > 0 || c == 0 && (a.Low.Open || a.High.Open)
}

// Contains says whether n lies in a.
func (a Interval) Contains(n Number) bool { return a.Meets(Point(n)) }

// Equal says whether a and b are the same numbers, ends and their openness
// included.
func (a Interval) Equal(b Interval) bool {
	return CompareLower(a, b) == 0 && CompareUpper(a, b) == 0
}

// Cover is the least interval that holds both.
func (a Interval) Cover(b Interval) Interval {
	if CompareLower(b, a) < 0 {
		a.Low = b.Low
	}
	if CompareUpper(b, a) > 0 {
		a.High = b.High
	}
	return a
}

// Width is High less Low; false where a side has no end.
func (a Interval) Width() (Number, bool) {
	if a.Low.Infinite || a.High.Infinite {
		return Number{}, false
	}
	return a.High.At.Sub(a.Low.At), true
}

// CompareUpper orders intervals by their upper end: -1, 0 or 1. An open end
// comes before a closed one at the same number, no end comes last. Sorting by
// it is the first step of interval piercing.
func CompareUpper(a, b Interval) int { return compareEnds(a.High, b.High) }

// CompareLower orders intervals by their lower end: -1, 0 or 1. No end comes
// first, a closed end before an open one at the same number.
func CompareLower(a, b Interval) int {
	return -compareEnds(a.Low.mirror(), b.Low.mirror())
}

func compareEnds(a, b Bound) int {
	switch {
	case a.Infinite && b.Infinite:
		return 0
	case a.Infinite:
		return 1
	case b.Infinite:
		return -1
	}
	if c := a.At.Cmp(b.At); c != 0 || a.Open == b.Open {
		return c
	}
	if a.Open {
		return -1
	}
	return 1
}

// mirror is the bound on the other side of zero.
func (b Bound) mirror() Bound {
	b.At = b.At.Neg()
	return b
}

// Reaches says whether there is a number from the lower end b up to the upper
// end high.
func (b Bound) Reaches(high Bound) bool { return !Interval{b, high}.Empty() }

// Neg is the numbers -x for each x in a.
func (a Interval) Neg() Interval { return Interval{a.High.mirror(), a.Low.mirror()} }

// Add is the sums of a number of a and one of b.
func (a Interval) Add(b Interval) Interval {
	return Interval{addEnds(a.Low, b.Low), addEnds(a.High, b.High)}
}

func addEnds(a, b Bound) Bound {
	if a.Infinite || b.Infinite {
		return Bound{Infinite: true}
	}
	return Bound{At: a.At.Add(b.At), Open: a.Open || b.Open}
}

// Sub is the differences of a number of a and one of b.
func (a Interval) Sub(b Interval) Interval { return a.Add(b.Neg()) }

// Mul is the products of a number of a and one of b.
func (a Interval) Mul(b Interval) Interval {
	low := product(a.Low, -1, b.Low, -1)
	high := low
	for _, p := range []end{
		product(a.Low, -1, b.High, 1), product(a.High, 1, b.Low, -1), product(a.High, 1, b.High, 1),
	} {
		if p.before(low) {
			low = p
		}
		if p.mirror().before(high.mirror()) {
			high = p
		}
	}
	return Interval{low.Bound, high.Bound}
}

// end is a bound together with the side on which it is infinite: -1, 1, or 0.
type end struct {
	Bound
	side int
}

func (e end) mirror() end { return end{e.Bound.mirror(), -e.side} }

// before says whether e lies lower than f, or reaches the same number where f
// does not.
func (e end) before(f end) bool {
	if e.side != f.side {
		return e.side < f.side
	}
	if e.side != 0 {
		return false
	}
	c := e.At.Cmp(f.At)
	return c < 0 || c == 0 && !e.Open && f.Open
}

// product multiplies two ends, given on which side each is infinite if it is.
// Zero times anything is zero, and is reached where that zero is.
func product(a Bound, aSide int, b Bound, bSide int) end {
	aZero, bZero := !a.Infinite && a.At.IsZero(), !b.Infinite && b.At.IsZero()
	switch {
	case aZero && bZero:
		return end{Bound: Bound{Open: a.Open && b.Open}}
	case aZero:
		return end{Bound: Bound{Open: a.Open}}
	case bZero:
		return end{Bound: Bound{Open: b.Open}}
	case a.Infinite || b.Infinite:
		return end{Bound{Infinite: true}, a.sign(aSide) * b.sign(bSide)}
	}
	return end{Bound: Bound{At: a.At.Mul(b.At), Open: a.Open || b.Open}}
}

func (b Bound) sign(side int) int {
	if b.Infinite {
		return side
	}
	return b.At.Sign()
}

// Quo is the quotients of a number of a and one of b; false where b contains
// zero.
func (a Interval) Quo(b Interval) (Interval, bool) {
	if b.Empty() || b.Contains(Number{}) {
		return Interval{}, false
	}
	return a.Mul(Interval{reciprocal(b.High), reciprocal(b.Low)}), true
}

// reciprocal is 1/b, for an end of an interval without zero: no end gives an
// open zero and the other way round.
func reciprocal(b Bound) Bound {
	switch {
	case b.Infinite:
		return Bound{Open: true}
	case b.At.IsZero():
		return Bound{Infinite: true}
	}
	return Bound{At: Int(1).Quo(b.At), Open: b.Open}
}
