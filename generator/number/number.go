// Package number counts exactly: rational numbers, and the intervals between
// two of them with ends that are open, closed or missing.
package number

import (
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Number is an exact rational number. The zero value is 0; a Number is never
// changed once made and may be copied. Compare with Equal or Cmp, not ==.
//
// Numbers that fit two 64-bit integers, nearly all of them, are kept in place.
type Number struct {
	num int64
	den int64    // 0 stands for 1; otherwise above 1 and without common factor
	big *big.Rat // where the two integers do not suffice; never shared for writing
}

// Int is the whole number n.
func Int(n int64) Number {
	if n == minInt {
		return Number{big: new(big.Rat).SetInt64(n)}
	}
	return Number{num: n}
}

const minInt = -1 << 63 // left to big.Rat, so that a small number always has its negative

// Parse reads a plain decimal such as 110, -0.5 or +1.25: digits with at
// most one point and a sign, neither grouping nor exponent. It is false for
// anything else, and for more than 1000 characters.
func Parse(s string) (Number, bool) {
	digits := strings.TrimLeft(s, "+-")
	if len(s) > 1000 || len(s)-len(digits) > 1 || digits == "" {
		return Number{}, false
	}
	whole, fraction, point := strings.Cut(digits, ".")
	if !plainDigits(whole) || !plainDigits(fraction) || (whole == "" && fraction == "") || (point && fraction == "") {
		return Number{}, false
	}
	n := Decimal(whole+fraction, len(fraction))
	if s[0] == '-' {
		n = n.Neg()
	}
	return n, true
}

func plainDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Decimal is the number with these digits, of which the last places stand
// behind the point.
func Decimal(digits string, places int) Number {
	if len(digits) <= 18 && places <= 18 {
		n, _ := strconv.ParseInt(digits, 10, 64)
		return Fraction(n, int64(pow10[places]))
	}
	n, _ := new(big.Int).SetString(digits, 10)
	return fromRat(new(big.Rat).SetFrac(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)))
}

// Tenth is 10 to the power of -places.
func Tenth(places int) Number { return Decimal("1", places) }

var pow10 = func() (p [19]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return p
}()

// Fraction is num/den for a den above 0 and a num that is not minInt.
func Fraction(num, den int64) Number {
	if den != 1 {
		if g := gcd(abs(num), uint64(den)); g > 1 {
			num /= int64(g)
			den /= int64(g)
		}
	}
	if den == 1 {
		den = 0
	}
	return Number{num: num, den: den}
}

// fromRat takes r over, and makes it small where it fits.
func fromRat(r *big.Rat) Number {
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != minInt {
		n := Number{num: r.Num().Int64(), den: r.Denom().Int64()}
		if n.den == 1 {
			n.den = 0
		}
		return n
	}
	return Number{big: r}
}

// Rat is n for big arithmetic; the result is only to be read.
func (n Number) Rat() *big.Rat {
	if n.big != nil {
		return n.big
	}
	return big.NewRat(n.num, n.denominator())
}

func (n Number) denominator() int64 {
	if n.den == 0 {
		return 1
	}
	return n.den
}

// Add is n + m.
func (n Number) Add(m Number) Number {
	if n.big == nil && m.big == nil {
		nd, md := n.denominator(), m.denominator()
		a, ok1 := times(n.num, md)
		b, ok2 := times(m.num, nd)
		d, ok3 := times(nd, md)
		if sum := a + b; ok1 && ok2 && ok3 && sum != minInt && (a^sum)&(b^sum) >= 0 {
			return Fraction(sum, d)
		}
	}
	return fromRat(new(big.Rat).Add(n.Rat(), m.Rat()))
}

// Sub is n - m.
func (n Number) Sub(m Number) Number { return n.Add(m.Neg()) }

// Mul is n × m.
func (n Number) Mul(m Number) Number {
	if n.big == nil && m.big == nil {
		a, ok1 := times(n.num, m.num)
		d, ok2 := times(n.denominator(), m.denominator())
		if ok1 && ok2 {
			return Fraction(a, d)
		}
	}
	return fromRat(new(big.Rat).Mul(n.Rat(), m.Rat()))
}

// Quo is n ÷ m. The caller makes sure that m is not zero; a zero m gives zero.
func (n Number) Quo(m Number) Number {
	if m.IsZero() {
		return Number{}
	}
	if m.big != nil {
		return fromRat(new(big.Rat).Quo(n.Rat(), m.big))
	}
	num, den := m.denominator(), m.num
	if den < 0 {
		num, den = -num, -den
	}
	if den == 1 {
		den = 0
	}
	return n.Mul(Number{num: num, den: den})
}

// Neg is -n.
func (n Number) Neg() Number {
	if n.big != nil {
		return fromRat(new(big.Rat).Neg(n.big))
	}
	return Number{num: -n.num, den: n.den}
}

// Abs is n without its sign.
func (n Number) Abs() Number {
	if n.Sign() < 0 {
		return n.Neg()
	}
	return n
}

// Sign is -1, 0 or 1.
func (n Number) Sign() int {
	switch {
	case n.big != nil:
		return n.big.Sign()
	case n.num < 0:
		return -1
	case n.num > 0:
		return 1
	}
	return 0
}

// IsWhole reports whether n is a whole number.
func (n Number) IsWhole() bool { return n.den == 0 && n.big == nil || n.big != nil && n.big.IsInt() }

// Int64 is n where it is a whole number of 64 bits; what any other gives has no
// meaning.
func (n Number) Int64() int64 { return n.num }

// IsZero says whether n is 0.
func (n Number) IsZero() bool { return n.Sign() == 0 }

// Floor is the largest whole number that is not above n.
func (n Number) Floor() Number {
	r := n.Rat()
	whole := new(big.Int).Div(r.Num(), r.Denom()) // Euclidean: towards minus infinity, as denominators are positive
	return fromRat(new(big.Rat).SetInt(whole))
}

// Cmp is -1, 0 or 1 as n is less than, equal to or greater than m.
func (n Number) Cmp(m Number) int {
	if n.big == nil && m.big == nil {
		a, ok1 := times(n.num, m.denominator())
		b, ok2 := times(m.num, n.denominator())
		if ok1 && ok2 {
			switch {
			case a < b:
				return -1
			case a > b:
				return 1
			}
			return 0
		}
	}
	return n.Rat().Cmp(m.Rat())
}

// Equal says whether n and m are the same number.
func (n Number) Equal(m Number) bool { return n.Cmp(m) == 0 }

// Float is the float64 nearest to n, infinite if n is out of its range. It is
// for placing pixels: values are compared and added as they are.
func (n Number) Float() float64 {
	const exact = 1 << 53 // up to here each whole number is a float64
	if n.big == nil && n.num < exact && n.num > -exact && n.den < exact {
		return float64(n.num) / float64(n.denominator())
	}
	f, _ := n.Rat().Float64()
	return f
}

// String is n as a plain decimal, without exponent and without zeros at the
// end: 110000000000, -0.245. A fraction that has no end as a decimal is
// rounded to 20 significant digits (whole digits are never rounded away).
func (n Number) String() string {
	if n.big == nil && n.den == 0 {
		return strconv.FormatInt(n.num, 10)
	}
	if short, ok := n.short(); ok {
		return short
	}
	r := n.Rat()
	places, exact := r.FloatPrec()
	if !exact {
		places = 20 - n.Magnitude()
	}
	return trimZeros(r.FloatString(max(places, 0)))
}

// short is String of a fraction of two integers that ends after at most 18
// places, as all but very few do.
func (n Number) short() (decimal string, ok bool) {
	if n.big != nil {
		return "", false
	}
	whole, rest := abs(n.num)/uint64(n.den), abs(n.num)%uint64(n.den)
	for power := uint64(10); power <= 1e18; power *= 10 {
		if power%uint64(n.den) != 0 {
			continue
		}
		b := make([]byte, 0, 40)
		if n.num < 0 {
			b = append(b, '-')
		}
		b = strconv.AppendUint(b, whole, 10)
		point := len(b)
		b = strconv.AppendUint(b, power+rest*(power/uint64(n.den)), 10) // a 1, and then all places
		b[point] = '.'
		return string(b), true
	}
	return "", false
}

// Magnitude is the number of digits before the point, or minus the number of
// zeros behind it that come before the first other digit.
func (n Number) Magnitude() int {
	r := n.Rat()
	if whole := new(big.Int).Quo(r.Num(), r.Denom()); whole.Sign() != 0 {
		return len(whole.Abs(whole).String())
	}
	ten, rest, zeros := big.NewInt(10), new(big.Int).Abs(r.Num()), 0
	for rest.Mul(rest, ten); rest.Sign() != 0 && rest.Cmp(r.Denom()) < 0; rest.Mul(rest, ten) {
		zeros++
	}
	return -zeros
}

// Round is n as a plain decimal with at most that many places.
func (n Number) Round(places int) string { return trimZeros(n.Rat().FloatString(places)) }

func trimZeros(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// times multiplies, and says whether the product fits (minInt does not).
func times(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(abs(a), abs(b))
	if hi != 0 || lo > 1<<63-1 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func abs(a int64) uint64 {
	if a < 0 {
		return uint64(-a)
	}
	return uint64(a)
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
