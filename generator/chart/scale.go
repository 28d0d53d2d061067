package chart

import (
	"math"
	"math/bits"
	"slices"

	"collate/generator/number"
	"collate/generator/value"
)

// timeScale places numbers along a length.
type timeScale struct {
	low, high number.Number
	log       bool // logarithmic; low is then above zero
	length    int
}

// logFrom is how many times the smallest number the largest must be for a
// logarithmic scale.
const logFrom = 50

// newScale makes the scale of the numbers, at least one, along a length.
func newScale(numbers []number.Number, length int) timeScale {
	low := slices.MinFunc(numbers, number.Number.Cmp)
	high := slices.MaxFunc(numbers, number.Number.Cmp)
	s := timeScale{low: low, high: high, length: length}
	span := high.Sub(low)
	switch {
	case low.Sign() > 0 && high.Cmp(low.Mul(number.Int(logFrom))) >= 0:
		s.log = true
	case low.Sign() > 0 && span.Add(span).Cmp(high) > 0:
		s.low = number.Int(0)
	case high.Sign() < 0 && span.Add(span).Cmp(low.Neg()) > 0:
		s.high = number.Int(0)
	default:
		s.widen()
	}
	return s
}

// widen sees to it that small differences between large numbers don't fill
// the scale: it covers a fifth of the largest number at least.
func (s *timeScale) widen() {
	most := s.low.Abs()
	if s.high.Abs().Cmp(most) > 0 {
		most = s.high.Abs()
	}
	if most.IsZero() {
		most = number.Int(5)
	}
	span := s.high.Sub(s.low)
	if add := most.Quo(number.Int(5)).Sub(span); add.Sign() > 0 {
		half := add.Quo(number.Int(2))
		s.low, s.high = s.low.Sub(half), s.high.Add(half)
	}
}

// at is where a number lies: 0 for low, length for high, and beyond them where
// it lies beyond (on a logarithmic scale, far below for what is not above zero).
func (s timeScale) at(n number.Number) int {
	if s.log {
		if n.Sign() <= 0 {
			return -s.length
		}
		from, to := log2(s.low), log2(s.high)
		return roundedQuotient((log2(n)-from)*s.length, max(to-from, 1))
	}
	part := n.Sub(s.low).Quo(s.high.Sub(s.low)).Mul(number.Int(int64(s.length)))
	return int(math.Round(max(-1e6, min(1e6, part.Float()))))
}

// log2 is the logarithm of n, above zero, in units of 1/65536. It is worked
// out bit by bit, since math.Log may differ from machine to machine.
func log2(n number.Number) int {
	fraction, exponent := math.Frexp(min(n.Float(), math.MaxFloat64))
	m := uint64(fraction * (1 << 63)) // 0.5 to 1 as 2^62 to 2^63
	log := exponent - 1
	m <<= 1 // 1 to 2 as 2^63 to 2^64
	for range 16 {
		m, _ = bits.Mul64(m, m) // 1 to 4 as 2^62 to 2^64
		log *= 2
		if m>>63 == 1 {
			log++
		} else {
			m <<= 1
		}
	}
	return log
}

// ticks are numbers on the scale that are round in the unit in which they are
// shown, three to six where that can be, of which none lies more than slack
// beyond its ends.
func (s timeScale) ticks(unit value.Display, slack int) []number.Number {
	if s.log {
		return s.powers(unit, slack)
	}
	low, high := unit.Count(s.low), unit.Count(s.high)
	base := unit.Base()
	if high.Cmp(base.Add(base)) < 0 {
		base = number.Int(1)
	}
	step := niceStep(high.Sub(low).Quo(number.Int(4)), base)
	var ticks []number.Number
	for i := wholeBelow(low.Quo(step)); ; i++ {
		tick := unit.Number(number.Int(i).Mul(step))
		at := s.at(tick)
		switch {
		case at > s.length+slack:
			return ticks
		case at >= -slack:
			ticks = append(ticks, tick)
		}
	}
}

// powers are the ticks of a logarithmic scale: powers of ten, so many apart
// that there are six at most.
func (s timeScale) powers(unit value.Display, slack int) []number.Number {
	ten := number.Int(10)
	at := func(count number.Number) int { return s.at(unit.Number(count)) }
	count := number.Int(1)
	for at(count) > -slack {
		count = count.Quo(ten)
	}
	for at(count) < -slack {
		count = count.Mul(ten)
	}
	var all []number.Number
	for ; at(count) <= s.length+slack; count = count.Mul(ten) {
		all = append(all, unit.Number(count))
	}
	var ticks []number.Number
	for i := 0; i < len(all); i += (len(all) + 5) / 6 {
		ticks = append(ticks, all[i])
	}
	return ticks
}

// niceStep is the least of 1, 2 and 5 times a power of ten that is not below
// least. From a quarter of base on it counts in bases.
func niceStep(least, base number.Number) number.Number {
	ten := number.Int(10)
	step := number.Int(1)
	if base.Cmp(step) > 0 && least.Mul(number.Int(4)).Cmp(base) > 0 {
		if least.Cmp(base) <= 0 {
			return base
		}
		step = base
	}
	for step.Cmp(least) >= 0 {
		step = step.Quo(ten)
	}
	for {
		for _, times := range []int64{1, 2, 5} {
			if nice := step.Mul(number.Int(times)); nice.Cmp(least) >= 0 {
				return nice
			}
		}
		step = step.Mul(ten)
	}
}

// wholeBelow is the largest whole number not above n.
func wholeBelow(n number.Number) int64 { return int64(math.Floor(n.Float())) }
