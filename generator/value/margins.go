package value

import (
	"collate/generator/number"
	"strings"
)

// margins stand between a number and how far off it may be.
var margins = table(words[bool]{
	"": {"±": true, "+/-": true, "+-": true, "plus or minus": true, "plus/minus": true, "plusmn": true,
		"give or take": true},
	"de": {"plus/minus": true, "plus minus": true, "plusminus": true, "plus oder minus": true},
	"es": {"más/menos": true, "con un margen de": true}, "fr": {"plus/moins": true, "à plus ou moins": true},
})

// margin reads the margin behind a number: 73.04 ± 1.04, $45B ± 2%. Each takes
// the magnitude and the unit that only the other has. nil where there is none.
func (p *parser) margin(q *quantity) (*number.Number, error) {
	pos := p.spaced(p.pos)
	if at(p.text, pos) == ',' {
		pos = p.spaced(pos + 1)
	}
	_, end, ok := matchWord(p, margins, pos)
	if !ok {
		return nil, nil
	}
	p.pos = end
	off, err := p.quantity()
	if err != nil {
		return nil, err
	}
	if off.unit.unit == "%" && off.rate == "" && q.has && q.unit.unit != "%" {
		spread := q.number.Mul(q.size).Abs().Mul(off.number).Quo(number.Int(100))
		return &spread, nil
	}
	switch {
	case !q.has && off.has:
		q.unit, q.has, q.rate, q.divisor = off.unit, true, off.rate, off.divisor
	case q.has && off.has && (q.base() != off.base() || !q.unit.scale().Equal(off.unit.scale())):
		return nil, p.fail(off.unitAt, "a number and its margin have one unit, not %q and %q", q.base(), off.base())
	}
	switch {
	case !q.sized && off.sized:
		q.size, q.sized = off.size, true
	case q.sized && !off.sized:
		off.size = q.size
	}
	spread := off.number.Mul(off.size).Abs()
	return &spread, nil
}

// within is the value of a number with its margin, both ends included.
func (q *quantity) within(v Value, spread number.Number) Value {
	n := q.number.Mul(q.size)
	v.Number = q.convert(n)
	v.Interval = number.Between(q.convert(n.Sub(spread)), q.convert(n.Add(spread)))
	return v
}

// confidence takes what a remark says of a confidence interval for what the
// value allows: 95% (95% CI 90.3–97.6).
func (p *parser) confidence(v Value) Value {
	if v.Kind != KindNumber || v.Qualifier != 0 {
		return v
	}
	part := interval().FindStringSubmatch(v.Remark)
	if part == nil {
		return v
	}
	inside := &parser{line: newLine(part[1]), Locale: p.Locale, languages: p.languages, style: p.style, quiet: true}
	ends, err := inside.value()
	if err != nil || ends.Kind != KindRange || ends.Unit != "" && ends.Unit != v.Unit ||
		!ends.Interval.Contains(v.Number) {
		return v
	}
	v.Interval = ends.Interval
	return v
}

// interval is a remark that gives a confidence interval, and its range.
var interval = like(`^(?:\d\d(?:[.,]\d)? ?% ?-?)?(?:CI|KI|IC|confidence interval|` +
	`konfidenzintervall|intervalo de confianza)[:,]? (.+)$`)

// equivalent takes a remark that is an amount of another currency for the same
// amount: £100m (€117.5m).
func (p *parser) equivalent(v Value) Value {
	currency, per, _ := strings.Cut(string(v.Unit), "/")
	if v.Remark == "" || !KnownCurrency(currency) || v.Kind != KindNumber && v.Kind != KindRange {
		return v
	}
	inside := &parser{line: newLine(v.Remark), Locale: p.Locale, languages: p.languages, style: p.style, whole: true,
		quiet: true}
	also, err := inside.value()
	other, by, _ := strings.Cut(string(also.Unit), "/")
	if err != nil || other == currency || by != per || !KnownCurrency(other) || also.Remark != "" {
		return v
	}
	also.Written = v.Remark
	v.Also = &also
	return v
}
