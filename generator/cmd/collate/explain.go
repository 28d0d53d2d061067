package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"collate/generator/agreement"
	"collate/generator/number"
	"collate/generator/problem"
	"collate/generator/value"
)

// explain prints in words how one value is read.
func explain(w io.Writer, written string, v value.Value, err error) {
	fmt.Fprintf(w, "%s\n", printable(written))
	if err != nil {
		line := value.JSON(v, err, written)
		before := string([]rune(written)[:min(max(line.Column-1, 0), len([]rune(written)))])
		fmt.Fprintf(w, "%s^\n  error: %s\n", strings.Repeat(" ", problem.Columns(before)), line.Error)
		if line.Hint != "" {
			fmt.Fprintf(w, "  hint: %s\n", line.Hint)
		}
		return
	}
	field := func(name, text string) {
		if text != "" {
			fmt.Fprintf(w, "  %-8s  %s\n", name, printable(text))
		}
	}
	field("reads as", readsAs(v))
	field("allows", allows(v))
	field("because", because(v))
	field("counts", v.Label)
	if v.Remark != "" {
		field("remark", v.Remark+", which is shown and not compared")
	}
}

// readsAs says what was written: about 110,000,000,000 US dollars ($110B).
func readsAs(v value.Value) string {
	low, high := v.Interval.Low.At, v.Interval.High.At
	switch v.Kind {
	case value.KindText:
		return "words: " + v.Words
	case value.KindDate:
		day := low.String()
		if low.Equal(high) {
			return "the day " + inWords(day)
		}
		return "the month " + monthInWords(day)
	case value.KindRange:
		return "a range: " + withUnit(grouped(low)+" to "+grouped(high), v.Unit)
	}
	text := withUnit(grouped(v.Number), v.Unit)
	if v.Qualifier != 0 {
		text = v.Qualifier.String() + " " + text
	}
	if short := value.Format(v.Number, v.Unit); short != grouped(v.Number) && !strings.HasPrefix(short, "≈") {
		text += " (" + short + ")"
	}
	return text
}

// allows says which true values a value allows.
func allows(v value.Value) string {
	low, high := v.Interval.Low, v.Interval.High
	show := grouped
	switch {
	case v.Kind == value.KindText:
		return "the same words, without regard to case and spacing"
	case v.Kind == value.KindDate && low.At.Equal(high.At):
		return "that day"
	case v.Kind == value.KindDate:
		show = func(n number.Number) string { return inWords(n.String()) }
	}
	return span(v.Interval, show)
}

// span is an interval in words.
func span(i number.Interval, show func(number.Number) string) string {
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

// because says why a value allows what it does.
func because(v value.Value) string {
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
	return "the number may be rounded: half a unit of the last digit written, both ways"
}

// explainTogether says in words how values stand together.
func explainTogether(w io.Writer, reports []agreement.Report, result agreement.Result) {
	fmt.Fprintf(w, "\nagreement: %s\n", result.Kind)
	switch result.Kind {
	case agreement.Same:
		fmt.Fprintln(w, "  all say the same")
	case agreement.Consistent:
		fmt.Fprintf(w, "  they are not equal, but one true value could lie behind all: %s\n",
			common(reports, result.Camps[0]))
	case agreement.Differ:
		fmt.Fprintf(w, "  no one true value could lie behind all, but %d could:\n", len(result.Camps))
	case agreement.Incomparable:
		fmt.Fprintln(w, "  they have different kinds of unit, and can't be compared:")
	}
	camps := slices.Concat(result.Camps, result.Others)
	if len(camps) < 2 {
		return
	}
	for i, camp := range camps {
		var members []string
		for _, m := range camp.Members {
			members = append(members, printable(reports[m].Value.Written))
		}
		fmt.Fprintf(w, "  camp %d: %s: %s\n", i+1, strings.Join(members, ", "), common(reports, camp))
	}
	for _, i := range result.Apart {
		fmt.Fprintf(w, "  fits more than one: %s\n", printable(reports[i].Value.Written))
	}
}

// common is what all members of a camp allow, in words.
func common(reports []agreement.Report, camp agreement.Camp) string {
	first := reports[camp.Members[0]].Value
	both, unit := first, first.Unit
	for _, m := range camp.Members[1:] {
		both.Interval, _ = both.Interval.Intersect(reports[m].Value.Interval)
		if unit == "" {
			unit = reports[m].Value.Unit
		}
	}
	switch {
	case both.Kind == value.KindText:
		return "the same words"
	case both.Kind == value.KindDate && both.Interval.Low.At.Equal(both.Interval.High.At):
		return inWords(both.Interval.Low.At.String())
	case both.Kind == value.KindDate:
		return allows(both)
	}
	return withUnit(span(both.Interval, grouped), unit)
}

// grouped is a number with its thousands grouped.
func grouped(n number.Number) string {
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

// inWords is a day, counted from 1970-01-01, as people write it.
func inWords(days string) string { return dayOf(days).Format("Monday 2 January 2006") }

func monthInWords(days string) string { return dayOf(days).Format("January 2006") }

func dayOf(days string) time.Time {
	n := 0
	fmt.Sscan(days, &n) // what a date's bounds are is always a whole number
	return time.Unix(0, 0).UTC().AddDate(0, 0, n)
}

// printable shows control characters, which could command a terminal, as
// escapes.
func printable(s string) string {
	if strings.IndexFunc(s, unicode.IsControl) < 0 {
		return s
	}
	quoted := fmt.Sprintf("%q", s)
	return quoted[1 : len(quoted)-1]
}
