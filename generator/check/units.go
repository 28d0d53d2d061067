package check

import (
	"slices"
	"strings"

	"collate/generator/value"
)

// dimension is a unit in a form that can be multiplied.
type dimension struct {
	unknown bool    // of a figure about whose unit nothing is known when the equation is read
	bare    bool    // no unit was written: it fits any
	literal bool    // bare, and a number of the equation itself
	plain   bool    // came out of a product, so that 1 means 1 and never 1%
	powers  []power // by unit; none for plain numbers
}

// power is a unit to some power other than 0.
type power struct {
	unit string
	n    int
}

var percent = dimension{powers: []power{{"%", 1}}}

// dimensionOf reads a unit: "USD", "USD/month", "%", "×", "". Percentage
// points are percentages here, since they are added to them.
func dimensionOf(unit value.Unit) dimension {
	switch unit {
	case "":
		return dimension{bare: true}
	case "×":
		return dimension{plain: true}
	case "pp":
		return percent
	}
	d := dimension{}
	for i, name := range strings.Split(string(unit), "/") {
		n := -1
		if i == 0 {
			n = 1
		}
		if name != "" && name != "×" {
			d.powers = combine(d.powers, []power{{name, n}}, 1)
		}
	}
	return d
}

// unit is the opposite of dimensionOf.
func (d dimension) unit() value.Unit {
	if d.isRatio() {
		return "×"
	}
	var above, below []string
	for _, p := range d.powers {
		for range p.n {
			above = append(above, p.unit)
		}
		for range -p.n {
			below = append(below, "/"+p.unit)
		}
	}
	return value.Unit(strings.Join(above, "·") + strings.Join(below, ""))
}

// String says for people what a quantity is.
func (d dimension) String() string {
	if len(d.powers) == 0 {
		return "a plain number"
	}
	return "in " + string(d.unit())
}

func (d dimension) isPercent() bool { return slices.Equal(d.powers, percent.powers) }

// isRatio reports whether d is a plain number and known to be one.
func (d dimension) isRatio() bool { return len(d.powers) == 0 && !d.bare && !d.unknown }

// times is the dimension of a product, or of a quotient with sign -1. Neither
// may be a percentage.
func (d dimension) times(e dimension, sign int) dimension {
	if d.unknown || e.unknown {
		return dimension{unknown: true}
	}
	product := dimension{powers: combine(d.powers, e.powers, sign), plain: true}
	if len(product.powers) == 0 {
		product.literal = d.literal && e.literal
		product.bare = product.literal || d.bare && !d.literal || e.bare && !e.literal
	}
	return product
}

// common is the dimension in which two quantities can be added or compared.
func common(d, e dimension) (dimension, bool) {
	switch {
	case d.unknown:
		return e, true
	case e.unknown:
		return d, true
	case d.bare && e.bare:
		return dimension{bare: true, literal: d.literal && e.literal, plain: d.plain || e.plain}, true
	case d.bare:
		return e, true
	case e.bare:
		return d, true
	case d.isPercent() && e.isRatio(), d.isRatio() && e.isPercent():
		return percent, true
	}
	return d, slices.Equal(d.powers, e.powers)
}

// combine adds the powers of b, times sign, to those of a.
func combine(a, b []power, sign int) []power {
	sum := slices.Clone(a)
	for _, p := range b {
		i := slices.IndexFunc(sum, func(q power) bool { return q.unit == p.unit })
		if i < 0 {
			sum = append(sum, power{p.unit, sign * p.n})
		} else {
			sum[i].n += sign * p.n
		}
	}
	sum = slices.DeleteFunc(sum, func(p power) bool { return p.n == 0 })
	slices.SortFunc(sum, func(p, q power) int { return strings.Compare(p.unit, q.unit) })
	return sum
}
