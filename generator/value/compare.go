package value

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Same says whether a and b report the same thing: equal numbers of the same
// unit with the same qualifier (2 GW and 2000 MW; $110B and $110.0B), where a
// unit that one of them lacks is taken from the other; the same range, day,
// month or words.
func (v Value) Same(other Value) bool {
	if v.Kind != other.Kind || v.Qualifier != other.Qualifier || !Comparable(v, other) {
		return false
	}
	switch v.Kind {
	case KindText:
		return v.Text() == other.Text()
	case KindNumber:
		return v.Number.Equal(other.Number)
	}
	return v.Interval.Equal(other.Interval)
}

// Comparable says whether a and b are of one kind: numbers and ranges whose
// units convert into each other, or of which one has none; dates; or words.
func Comparable(a, b Value) bool {
	if a.isNumber() && b.isNumber() {
		return a.Unit == b.Unit || a.Unit == "" || b.Unit == ""
	}
	return a.Kind == b.Kind
}

// In is a bare number, without unit or counted noun, in a unit: 5 is $5 where
// all others are in dollars. Any other value is as it was.
func (v Value) In(unit Unit) Value {
	if v.isNumber() && v.Unit == "" && v.Label == "" {
		v.Unit = unit
	}
	return v
}

func (v Value) isNumber() bool { return v.Kind == KindNumber || v.Kind == KindRange }

// FoldName is a figure's name as names are matched: without regard to case,
// spaces and hyphens, and to how its characters are composed.
func FoldName(name string) string {
	return fold(norm.NFC.String(name), func(c rune) bool { return unicode.IsSpace(c) || unicode.Is(unicode.Pd, c) })
}

// foldText is text as it is compared: without regard to case and spacing.
func foldText(text string) string { return fold(text, unicode.IsSpace) }
