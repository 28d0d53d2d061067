package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"collate/generator/agreement"
	"collate/generator/explain"
	"collate/generator/problem"
	"collate/generator/value"
)

// explainValue prints in words how one value is read.
func explainValue(w io.Writer, written string, v value.Value, err error) {
	fmt.Fprintf(w, "%s\n", printableText(written))
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
			fmt.Fprintf(w, "  %-8s  %s\n", name, printableText(text))
		}
	}
	field("reads as", explain.ReadsAs(v))
	field("allows", explain.Allows(v))
	field("because", explain.Because(v))
	field("counts", v.Label)
	if v.Also != nil {
		field("also", explain.ReadsAs(*v.Also)+", "+explain.Allows(*v.Also))
	} else if v.Remark != "" {
		field("remark", v.Remark+", which is shown and not compared")
	}
}

// explainTogether says in words how values stand together.
func explainTogether(w io.Writer, reports []agreement.Report, result agreement.Result) {
	fmt.Fprintf(w, "\nagreement: %s\n", result.Kind)
	switch result.Kind {
	case agreement.Same:
		fmt.Fprintln(w, "  all say the same")
	case agreement.Consistent:
		fmt.Fprintf(w, "  they are not equal, but one true value could lie behind all: %s\n",
			sharedInterval(reports, result.Camps[0]))
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
			members = append(members, printableText(reports[m].Value.Written))
		}
		fmt.Fprintf(w, "  camp %d: %s: %s\n", i+1, strings.Join(members, ", "), sharedInterval(reports, camp))
	}
	for _, i := range result.Apart {
		fmt.Fprintf(w, "  fits more than one: %s\n", printableText(reports[i].Value.Written))
	}
}

// sharedInterval is what all members of a camp allow, in words.
func sharedInterval(reports []agreement.Report, camp agreement.Camp) string {
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
		return explain.Day(both.Interval.Low.At.String())
	case both.Kind == value.KindDate:
		return explain.Allows(both)
	}
	return explain.WithUnit(explain.Span(both.Interval, explain.Grouped), unit)
}

// printableText shows control characters, which could command a terminal, as
// escapes.
func printableText(s string) string {
	if strings.IndexFunc(s, unicode.IsControl) < 0 {
		return s
	}
	quoted := fmt.Sprintf("%q", s)
	return quoted[1 : len(quoted)-1]
}
