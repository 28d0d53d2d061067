package value

import (
	"strings"

	"collate/generator/number"
)

// Display is how numbers of a base unit are shown: in the unit that somebody
// wrote (45,000/day, 20 acres, 2 weeks), or as [Format] has it, which is right
// for money, plain counts and units with prefixes such as watts. The zero
// value with a Unit is the latter.
type Display struct {
	Unit   Unit          // the base unit
	size   number.Number // how many of Unit one is; zero: as Format has it
	offset number.Number // how many of Unit none is: of °F
	base   string        // what is counted, before the stroke
	name   names         // what that is called; empty: as Format has it
	rate   string        // "/day"
}

// names are a unit's name behind one and behind any other number.
type names struct{ one, many string }

// Written is how v was written, read by the same locale.
func (l Locale) Written(v Value) Display {
	plain := Display{Unit: v.Unit}
	base, rate, rated := strings.Cut(string(v.Unit), "/")
	if !rated && !several[Unit(base)] || v.Kind != KindNumber && v.Kind != KindRange {
		return plain
	}
	q, ok := l.reread(v.Written)
	if !ok || q.base() != v.Unit {
		return plain
	}
	d := Display{Unit: v.Unit, size: q.unit.scale(), offset: q.unit.offset, name: nameOf(q.unit.unit, q.unit.scale())}
	if q.rate == "" {
		if d.name.many == "" {
			return plain
		}
		return d
	}
	if base == "m" && rate == "second" && d.name.many == "" {
		d.name.one = symbolOf(q.unit.unit, d.size) // Format has kilometres from 1,000 m/s only
		d.name.many = d.name.one
	}
	if d.base = string(q.unit.unit); d.name.many == "" {
		d.size = number.Int(1)
	}
	d.size = d.size.Quo(q.divisor)
	d.rate, ok = rateOf(d.base, strings.Split(strings.TrimPrefix(q.rate, "/"), "/"), q.divisor)
	if !ok {
		return plain
	}
	return d
}

// reread reads the number of a written value again, of a range the second one.
func (l Locale) reread(written string) (quantity, bool) {
	if l.Currency == "" {
		l.Currency = "USD"
	}
	p := &parser{line: newLine(written), Locale: l, quiet: true}
	p.languages, p.style = languagesOf(l.Language)
	qualifier, err := p.qualifierInFront()
	if err != nil {
		return quantity{}, false
	}
	asked, opened := p.opening()
	first, err := p.quantity()
	if err != nil {
		return quantity{}, false
	}
	second, err := p.second(asked, opened, first, qualifier)
	if err != nil {
		return quantity{}, false
	}
	last := &first
	if second != nil {
		last = second
	}
	if _, err = p.tail(&qualifier, first, last, second != nil); err != nil {
		return quantity{}, false
	}
	return *last, second == nil || p.share(&first, second) == nil
}

// rateOf is how a rate is written of which the parts, in base units, come to
// a divisor: one of them has a name for it, and the others are what they are.
func rateOf(base string, parts []string, divisor number.Number) (string, bool) {
	rate := ""
	for _, part := range parts {
		size := divisor
		if name := byName(base, Unit(part), size); name != "" {
			part, divisor = name, number.Int(1)
		} else if name = byName(base, Unit(part), number.Int(1)); name != "" {
			part = name
		}
		rate += "/" + part
	}
	return rate, divisor.Equal(number.Int(1))
}

// byName is the name of a unit behind the stroke; empty where it has none.
func byName(base string, unit Unit, size number.Number) string {
	name := nameOf(unit, size).one
	switch technical := scales[base] != nil && base != "g"; {
	case technical && name == "second":
		return "s"
	case technical && name == "hour":
		return "h"
	case name != "":
		return name
	}
	return symbolOf(unit, size)
}

// Usual is the one that most of ds are, of several the first; the zero value
// where there is none. Two are the same if they have the same name.
func Usual(ds []Display) Display {
	most := 0
	count := map[string]int{}
	for _, d := range ds {
		count[d.Name()]++
		most = max(most, count[d.Name()])
	}
	for _, d := range ds {
		if count[d.Name()] == most {
			return d
		}
	}
	return Display{}
}

// Count is how many of the displayed unit a number of the base unit is.
func (d Display) Count(n number.Number) number.Number {
	if d.size.IsZero() {
		return n
	}
	return n.Sub(d.offset).Quo(d.size)
}

// Number is a count of the displayed unit in the base unit.
func (d Display) Number(count number.Number) number.Number {
	if d.size.IsZero() {
		return count
	}
	return count.Mul(d.size).Add(d.offset)
}

// Base is what people count large numbers of the displayed unit in: 12 of
// months, 60 of minutes; 1 where there is nothing of the kind.
func (d Display) Base() number.Number {
	if d.rate == "" {
		switch d.name.one {
		case "month":
			return number.Int(12)
		case "hour":
			return number.Int(24)
		case "minute", "second":
			return number.Int(60)
		}
	}
	return number.Int(1)
}

// Format writes a number of the base unit, for a reader of English, and rounds
// as [Format] does.
func (d Display) Format(n number.Number) string {
	if d.size.IsZero() {
		return Format(n, d.Unit)
	}
	count := d.Count(n)
	amount, rounded := formatAmount(count.Abs(), d.base)
	if d.name.many != "" {
		var scaled number.Number
		scaled, rounded = significant(count.Abs())
		name := d.name.many
		if scaled.Equal(number.Int(1)) {
			name = d.name.one
		}
		amount = formatNumber(scaled) + " " + name
	}
	text := amount + d.rate
	if count.Sign() < 0 {
		text = "-" + text
	}
	if rounded {
		text = "≈" + text
	}
	return text
}

// Name is what is counted, as the heading of a column: years, acres, USD/month,
// /day.
func (d Display) Name() string {
	switch {
	case d.size.IsZero():
		return string(d.Unit)
	case d.name.many != "":
		return d.name.many + d.rate
	}
	return d.base + d.rate
}

// several are the base units that are written in units of several names, which
// no prefix tells apart.
var several = map[Unit]bool{"month": true, "second": true, "m": true, "m²": true, "g": true, "L": true, "°C": true,
	"pp": true}

// nameOf is what a size of a base unit is called; empty where it has no name
// of its own.
func nameOf(unit Unit, size number.Number) names {
	for _, n := range sizes {
		if n.unit == unit && n.size.Equal(size) {
			return n.names
		}
	}
	return names{}
}

// symbolOf is the symbol of a size of a base unit: kWh.
func symbolOf(unit Unit, size number.Number) string {
	for _, u := range prefixed {
		for _, p := range prefixes {
			if u.unit == unit && powerOfTen(p.power+u.power).Equal(size) {
				return p.symbol + u.symbol
			}
		}
	}
	return ""
}

// sizes are the names of units that have no prefix.
var sizes = []struct {
	unit Unit
	size number.Number
	names
}{
	{"second", number.Int(1), names{"second", "seconds"}}, {"second", number.Int(minute), names{"minute", "minutes"}},
	{"second", number.Int(hour), names{"hour", "hours"}}, {"second", number.Int(day), names{"day", "days"}},
	{"second", number.Int(week), names{"week", "weeks"}},
	{"second", number.Tenth(3), names{"ms", "ms"}}, {"second", number.Tenth(6), names{"µs", "µs"}},
	{"second", number.Tenth(9), names{"ns", "ns"}},
	{"month", number.Int(1), names{"month", "months"}}, {"month", number.Int(3), names{"quarter", "quarters"}},
	{"month", number.Int(6), names{"half-year", "half-years"}},
	{"month", number.Int(12), names{"year", "years"}}, {"month", number.Int(120), names{"decade", "decades"}},
	{"month", number.Int(1200), names{"century", "centuries"}},
	{"m", number.Int(1), names{"metre", "metres"}}, {"m", milli(1609344), names{"mile", "miles"}},
	{"m", foot, names{"ft", "ft"}}, {"m", inch, names{"inch", "inches"}},
	{"m", milli(9144).Quo(number.Int(10)), names{"yard", "yards"}},
	{"m", number.Int(1852), names{"nautical mile", "nautical miles"}},
	{"m/second", number.Int(1), names{"m/s", "m/s"}}, {"m/second", mph.scale(), names{"mph", "mph"}},
	{"m/second", number.Fraction(10, 36), names{"km/h", "km/h"}},
	{"m²", hectare.scale(), names{"ha", "ha"}}, {"m²", acre.scale(), names{"acre", "acres"}},
	{"m²", squareFoot.scale(), names{"sq ft", "sq ft"}},
	{"m²", squareMile.scale(), names{"square mile", "square miles"}},
	{"g", number.Int(1e6), names{"tonne", "tonnes"}}, {"g", pound.scale(), names{"lb", "lb"}},
	{"g", milli(907184740), names{"short ton", "short tons"}},
	{"g", number.Decimal("10160469088", 4), names{"long ton", "long tons"}},
	{"L", number.Int(1000), names{"m³", "m³"}},
	{"°C", fahrenheit.scale(), names{"°F", "°F"}},
	{"pp", basisPoint.scale(), names{"bp", "bp"}},
	{"B", number.Int(1), names{"byte", "bytes"}},
}
