package value

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Same says whether a and b report the same thing: equal numbers of the same
// unit with the same qualifier (2 GW and 2000 MW; $110B and $110.0B), where a
// unit that one of them lacks is taken from the other; the same range, day,
// month or words.
func (a Value) Same(b Value) bool {
	if a.Kind != b.Kind || a.Qualifier != b.Qualifier || !Comparable(a, b) {
		return false
	}
	switch a.Kind {
	case KindText:
		return a.Text() == b.Text()
	case KindNumber:
		return a.Number.Equal(b.Number)
	}
	return a.Interval.Equal(b.Interval)
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
func (a Value) In(unit Unit) Value {
	if a.isNumber() && a.Unit == "" && a.Label == "" {
		a.Unit = unit
	}
	return a
}

func (a Value) isNumber() bool { return a.Kind == KindNumber || a.Kind == KindRange }

// FoldName is a figure's name as names are matched: without regard to case,
// spaces and hyphens, and to how its characters are composed.
func FoldName(name string) string {
	return fold(norm.NFC.String(name), func(c rune) bool { return unicode.IsSpace(c) || unicode.Is(unicode.Pd, c) })
}

// foldText is text as it is compared: without regard to case and spacing.
func foldText(text string) string { return fold(text, unicode.IsSpace) }
