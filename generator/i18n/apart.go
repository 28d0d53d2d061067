package i18n

import (
	"collate/generator/number"
	"collate/generator/value"
)

// Apart is how far two values of a unit are apart, the lower one first: 9%
// apart, three times as much and more as 12 times, or the amount where a share
// would say nothing.
func (w *Words) Apart(low, high number.Number, unit value.Unit) string {
	gap := high.Sub(low)
	if unit == "%" {
		unit = "pp" // 35% and 25% are ten points apart
	}
	amount := w.Text("apart.amount", "gap", w.Amount(value.Format(gap, unit)))
	if unit == "pp" || low.Sign() <= 0 {
		return amount
	}
	hundred := number.Int(100)
	percent := gap.Mul(hundred).Quo(low)
	switch {
	case high.Cmp(low.Mul(number.Int(3))) >= 0:
		return w.Text("apart.times", "n", w.Amount(tenthsOf(high.Quo(low))))
	case percent.Cmp(number.Int(1)) < 0:
		return amount
	}
	return w.Text("apart.percent", "n", rounded(percent))
}

// rounded is a number without decimals, a half rounded up.
func rounded(n number.Number) string {
	return n.Add(number.Int(1).Quo(number.Int(2))).Floor().String()
}

// tenthsOf is a number with one decimal, without where it is ten or more.
func tenthsOf(n number.Number) string {
	ten := number.Int(10)
	if n.Cmp(ten) >= 0 {
		return rounded(n)
	}
	return n.Mul(ten).Add(number.Int(1).Quo(number.Int(2))).Floor().Quo(ten).String()
}
