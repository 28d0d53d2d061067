package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"collate/generator/value"
)

// explain prints how one value is read, in words.
func explain(w io.Writer, written string, v value.Value, err error) {
	line := value.JSON(v, err, written)
	fmt.Fprintf(w, "%s\n", printable(written))
	if err != nil {
		fmt.Fprintf(w, "  %s^\n  error: %s\n", strings.Repeat(" ", max(0, line.Column-3)), line.Error)
		if line.Hint != "" {
			fmt.Fprintf(w, "  hint: %s\n", line.Hint)
		}
		return
	}
	field := func(name, text string) {
		if text != "" {
			fmt.Fprintf(w, "  %-9s  %s\n", name, text)
		}
	}
	field("kind", string(v.Kind))
	field("qualifier", string(v.Qualifier))
	field("value", line.Value)
	field("allows", allows(v, line))
	field("unit", string(v.Unit))
	field("counts", v.Label)
	field("remark", v.Remark)
}

// allows says in words which true values a value allows.
func allows(v value.Value, line value.Line) string {
	low, high := v.Interval.Low, v.Interval.High
	switch {
	case v.Kind == value.KindText:
		return "the same words"
	case low.Infinite && high.Infinite:
		return "anything"
	case low.Infinite:
		return bound(high.Open, "below ", "up to ") + line.High
	case high.Infinite:
		return bound(low.Open, "above ", "from ") + line.Low + bound(low.Open, "", " up")
	case line.Low == line.High:
		return line.Low + " only"
	}
	return bound(low.Open, "above ", "from ") + line.Low + bound(high.Open, " up to, not including, ", " to ") + line.High
}

func bound(open bool, ifOpen, ifClosed string) string {
	if open {
		return ifOpen
	}
	return ifClosed
}

func join(members []string) string {
	shown := make([]string, len(members))
	for i, m := range members {
		shown[i] = printable(m)
	}
	return strings.Join(shown, ", ")
}

// printable shows control characters, which could command a terminal, as
// escapes.
func printable(s string) string {
	obeyed := func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }
	if strings.IndexFunc(s, obeyed) < 0 {
		return s
	}
	quoted := fmt.Sprintf("%q", s)
	return quoted[1 : len(quoted)-1]
}
