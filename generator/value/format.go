package value

import (
	"strings"

	"collate/generator/number"
)

// Format is how Collate itself writes a number of a base unit, for a reader of
// English: $93.175B, 2 GW, 18 months, $20/month, 2026-02-27. A number that
// takes more than 6 significant digits is rounded to 4, and marked ≈. What is
// not rounded reads back as the same number.
func Format(n number.Number, unit Unit) string {
	if unit == "date" {
		return dayString(n)
	}
	base, rate, rated := strings.Cut(string(unit), "/")
	if rated {
		n, rate = formatRate(n, base, rate)
	}
	amount, rounded := formatAmount(n.Abs(), base)
	text := amount + rate
	if n.Sign() < 0 {
		text = "-" + text
	}
	if rounded {
		text = "≈" + text
	}
	return text
}

// formatAmount writes a number that is not negative, and says whether it had
// to be rounded.
func formatAmount(n number.Number, base string) (text string, rounded bool) {
	scaled, name := n, ""
	for _, s := range scales[base] {
		if n.Cmp(s.size) >= 0 {
			if name = s.name; !s.size.IsZero() {
				scaled = n.Quo(s.size)
			}
			break
		}
	}
	if spans, ok := spanNames[base]; ok {
		scaled, name = formatSpan(n, spans)
	}
	scaled, rounded = significant(scaled)
	if base == "month" || base == "second" {
		return formatNumber(scaled) + " " + plural(name, scaled), rounded
	}
	if name != "" {
		return formatNumber(scaled) + " " + name, rounded
	}
	if sign, ok := signOf[base]; ok {
		return sign + formatNumber(scaled), rounded
	}
	switch {
	case KnownCurrency(base):
		return base + " " + formatNumber(scaled), rounded
	case base == "%" || base == "×" || base == "":
		return formatNumber(scaled) + base, rounded
	}
	return formatNumber(scaled) + " " + base, rounded
}

// significant is n if 6 significant digits write it, else n rounded to 4.
func significant(n number.Number) (number.Number, bool) {
	if _, exact := n.Rat().FloatPrec(); exact {
		digits := strings.Trim(strings.Replace(n.String(), ".", "", 1), "0")
		if len(digits) <= 6 {
			return n, false
		}
	}
	unit := powerOfTen(n.Magnitude() - 4)
	whole, _ := number.Parse(n.Quo(unit).Round(0))
	return whole.Mul(unit), true
}

// formatNumber writes a number with its digits grouped, or with a magnitude
// from a million on.
func formatNumber(n number.Number) string {
	letter := ""
	for _, m := range []struct {
		power  int
		letter string
	}{{12, "T"}, {9, "B"}, {6, "M"}} {
		if size := powerOfTen(m.power); n.Cmp(size) >= 0 {
			n, letter = n.Quo(size), m.letter
			break
		}
	}
	whole, fraction, point := strings.Cut(n.String(), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		whole += "." + fraction
	}
	return whole + letter
}

type scale struct {
	size number.Number
	name string
}

// scales are the names that a base unit has from which size on, largest first;
// size 0 is the base unit itself, where its symbol could not be read back.
var scales = func() map[string][]scale {
	all := map[string][]scale{
		"m": {{number.Int(1000), "km"}}, "g": {{number.Int(1e6), "tonnes"}, {number.Int(1000), "kg"}},
		"m²": {{number.Int(1e6), "km²"}},
	}
	for _, unit := range []string{"W", "Wh", "Hz", "V", "B", "bit"} {
		for i := len(prefixes) - 1; i >= 0; i-- {
			if p := prefixes[i]; p.power >= 3 && p.power <= 18 && !(unit == "V" && p.power > 9) {
				all[unit] = append(all[unit], scale{powerOfTen(p.power), p.symbol + unit})
			}
		}
	}
	all["B"] = append(all["B"], scale{number.Int(0), "bytes"})
	all["m"] = append(all["m"], scale{number.Int(0), "metres"})
	return all
}()

var spanNames = map[string][]scale{
	"month": {{number.Int(12), "years"}, {number.Int(1), "months"}},
	"second": {{number.Int(week), "weeks"}, {number.Int(day), "days"}, {number.Int(hour), "hours"},
		{number.Int(minute), "minutes"}, {number.Int(1), "seconds"}},
}

// formatSpan picks the longest span of which n is a whole number, or the
// shortest.
func formatSpan(n number.Number, spans []scale) (number.Number, string) {
	last := spans[len(spans)-1]
	for _, s := range spans {
		if count := n.Quo(s.size); !n.IsZero() && count.IsWhole() {
			return count, s.name
		}
	}
	return n, last.name
}

func plural(name string, n number.Number) string {
	if n.Equal(number.Int(1)) {
		return strings.TrimSuffix(name, "s")
	}
	return name
}

// formatRate chooses what a rate is counted by: hours or days rather than
// seconds for what is not technical, kilowatt-hours rather than watt-hours.
func formatRate(n number.Number, base, by string) (number.Number, string) {
	first, rest, more := strings.Cut(by, "/")
	if more {
		rest = "/" + rest
	}
	switch {
	case first == "second" && scales[base] != nil && base != "g":
		return n, "/s" + rest
	case first == "second":
		for _, s := range []scale{{number.Int(1), "second"}, {number.Int(hour), "hour"}, {number.Int(day), "day"},
			{number.Int(week), "week"}, {number.Int(minute), "minute"}} {
			if _, rounded := significant(n.Mul(s.size)); !rounded {
				return n.Mul(s.size), "/" + s.name + rest
			}
		}
	case first == "Wh":
		return n.Mul(number.Int(1000)), "/kWh" + rest
	case first == "g":
		return n.Mul(number.Int(1e6)), "/tonne" + rest
	case first == "m":
		return n, "/metre" + rest
	case first == "B":
		return n, "/byte" + rest
	}
	return n, "/" + by
}

// signOf is how a currency is written before a number.
var signOf = map[string]string{
	"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "KRW": "₩", "INR": "₹", "RUB": "₽", "TRY": "₺", "VND": "₫",
	"ILS": "₪",
	"CNY": "CN¥", "CAD": "C$", "AUD": "A$", "HKD": "HK$", "TWD": "NT$", "SGD": "S$", "NZD": "NZ$", "BRL": "R$",
}
