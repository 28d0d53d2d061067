package evidence

import (
	"strings"

	"collate/generator/value"
)

// sameValue reports whether a reading is a value: the same number in the same unit,
// or without one. The sign may be in a verb.
func sameValue(v, r value.Value) bool {
	if v.Kind == value.KindText || r.Kind == value.KindText || !relatedValues(v, r) {
		return false
	}
	if v.Kind == value.KindRange || r.Kind == value.KindRange {
		return v.Kind == r.Kind && v.Interval.Equal(r.Interval)
	}
	return v.Number.Abs().Equal(r.Number.Abs()) || isFraction(r) && v.Interval.Meets(r.Interval)
}

// isFraction reports whether a reading is a fraction in words: a third.
func isFraction(r value.Value) bool {
	return r.Unit == "%" && !strings.ContainsFunc(r.Written, func(c rune) bool {
		return c >= '0' && c <= '9' ||
			c == '%'
	})
}

// relatedValues reports whether a reading may be of a value's unit: it has the same,
// or one of the two has none.
func relatedValues(v, r value.Value) bool {
	a, b := unitOf(v), unitOf(r)
	return a == b || a == "" || b == ""
}

// unitOf is a value's unit without what a rate is for; points are percentages.
func unitOf(v value.Value) string {
	unit, _, _ := strings.Cut(string(v.Unit), "/")
	if unit == "pp" {
		return "%"
	}
	return unit
}
