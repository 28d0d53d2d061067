package explain

import (
	"collate/generator/number"
	"collate/generator/value"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// ReadsAs says what was written: about 110,000,000,000 US dollars ($110B).
func ReadsAs(v value.Value) string {
	low, high := v.Interval.Low.At, v.Interval.High.At
	switch v.Kind {
	case value.KindText:
		return "words: " + v.Words
	case value.KindDate:
		day := low.String()
		if low.Equal(high) {
			return "the day " + Day(day)
		}
		return "the month " + month(day)
	case value.KindRange:
		return "a range: " + WithUnit(Grouped(low)+" to "+Grouped(high), v.Unit)
	}
	text := WithUnit(Grouped(v.Number), v.Unit)
	if v.Qualifier != 0 {
		text = v.Qualifier.String() + " " + text
	}
	if short := value.Format(v.Number, v.Unit); short != Grouped(v.Number) && !strings.HasPrefix(short, "≈") {
		text += " (" + short + ")"
	}
	return text
}

// Allows says which true values a value allows.
func Allows(v value.Value) string {
	low, high := v.Interval.Low, v.Interval.High
	show := Grouped
	switch {
	case v.Kind == value.KindText:
		return "the same words, without regard to case and spacing"
	case v.Kind == value.KindDate && low.At.Equal(high.At):
		return "that day"
	case v.Kind == value.KindDate:
		show = func(n number.Number) string { return Day(n.String()) }
	}
	return Span(v.Interval, show)
}

// Span is an interval in words.
func Span(i number.Interval, show func(number.Number) string) string {
	low, high := i.Low, i.High
	switch {
	case low.Infinite && high.Infinite:
		return "anything"
	case low.Infinite:
		return either(high.Open, "anything below ", "anything up to ") + show(high.At)
	case high.Infinite:
		return either(low.Open, "anything above ", "anything from ") + show(low.At) + either(low.Open, "", " up")
	case low.At.Equal(high.At):
		return show(low.At) + " only"
	}
	return either(low.Open, "from above ", "from ") + show(low.At) + either(high.Open, " up to, not including, ",
		" to ") + show(high.At)
}

func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// Because says why a value allows what it does.
func Because(v value.Value) string {
	switch v.Kind {
	case value.KindText:
		return ""
	case value.KindDate:
		return either(v.Interval.Low.At.Equal(v.Interval.High.At), "", "no day of the month is named")
	case value.KindRange:
		return either(v.Qualifier == value.About, "about widens both ends by 5%", "both ends of a range are in it")
	}
	switch v.Qualifier {
	case value.About:
		return "about allows 5% to either side, or half a unit of the last digit written if that is more"
	case value.Nearly:
		return "nearly allows 5% less, and not the number itself"
	case value.AtLeast, value.MoreThan:
		return v.Qualifier.String() + " sets no upper end"
	case value.AtMost, value.LessThan:
		return v.Qualifier.String() + " sets no lower end"
	}
	if width, ends := v.Interval.Width(); ends && !v.Number.IsZero() && width.Mul(number.Int(5)).Equal(v.Number.Abs()) {
		return "the number may be rounded: by a tenth at most, both ways"
	} else if ends && v.Unit == "" && width.Cmp(number.Int(1)) > 0 &&
		!strings.ContainsFunc(v.Written, unicode.IsLetter) {
		return "a count in round numbers: half a unit of its last digit before the zeros, both ways"
	}
	return "the number may be rounded: half a unit of the last digit written, both ways"
}

// Grouped is a number with its thousands grouped.
func Grouped(n number.Number) string {
	whole, fraction, point := strings.Cut(n.String(), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return sign + whole + either(point, "."+fraction, "")
}

// Day is a day, counted from 1970-01-01, as people write it.
func Day(days string) string { return date(days).Format("Monday 2 January 2006") }

func month(days string) string { return date(days).Format("January 2006") }

func date(days string) time.Time {
	n := 0
	fmt.Sscan(days, &n) // what a date's bounds are is always a whole number
	return time.Unix(0, 0).UTC().AddDate(0, 0, n)
}
