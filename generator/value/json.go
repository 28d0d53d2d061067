package value

import (
	"errors"
	"time"

	"collate/generator/number"
)

// Line is a value as collate value --json prints it. Numbers are plain decimals
// in the base unit, dates as written; what does not apply is left out.
type Line struct {
	Written   string  `json:"written"`
	Kind      string  `json:"kind,omitempty"`
	Value     string  `json:"value,omitempty"` // absent for ranges
	Low       string  `json:"low,omitempty"`   // absent where that side is open
	High      string  `json:"high,omitempty"`
	Unit      *string `json:"unit,omitempty"` // "" where there is none, absent for text
	Qualifier string  `json:"qualifier,omitempty"`
	Remark    string  `json:"remark,omitempty"`
	Also      *Line   `json:"also,omitempty"` // the same in another currency, as the remark gives it
	Label     string  `json:"label,omitempty"`
	Error     string  `json:"error,omitempty"`
	Column    int     `json:"column,omitempty"` // of the error, in characters from 1
	Hint      string  `json:"hint,omitempty"`
}

// JSON is the line for a value read from written, or for the error that
// reading it gave.
func JSON(v Value, err error, written string) Line {
	if err != nil {
		line := Line{Written: written, Error: err.Error(), Column: 1}
		if syntax := (*SyntaxError)(nil); errors.As(err, &syntax) {
			line.Column, line.Hint = syntax.Column, syntax.Hint
		}
		return line
	}
	line := Line{Written: written, Kind: v.Kind.String(), Qualifier: v.Qualifier.String(), Remark: v.Remark,
		Label: v.Label}
	if v.Also != nil {
		also := JSON(*v.Also, nil, v.Also.Written)
		line.Also = &also
	}
	unit := string(v.Unit)
	line.Unit = &unit
	line.Low, line.High = v.Bounds()
	switch v.Kind {
	case KindNumber:
		line.Value = v.Number.String()
	case KindDate:
		line.Value = v.dateWritten()
	case KindText:
		line.Value, line.Unit = v.Words, nil
	}
	return line
}

// Bounds are the ends of what v allows as the site's data files give them:
// plain decimals in the base unit, days for dates, "" for a side without end
// and for text.
func (v Value) Bounds() (low, high string) {
	if v.Kind == KindText {
		return "", ""
	}
	show := number.Number.String
	if v.Kind == KindDate {
		show = dayString
	}
	if !v.Interval.Low.Infinite {
		low = show(v.Interval.Low.At)
	}
	if !v.Interval.High.Infinite {
		high = show(v.Interval.High.At)
	}
	return low, high
}

// dateWritten is the day or the month, as dates are written.
func (v Value) dateWritten() string {
	low, high := v.Bounds()
	if low == high {
		return low
	}
	return low[:len("2026-02")]
}

// dayString is the day that is n days after 1970-01-01.
func dayString(n number.Number) string {
	return time.Unix(n.Int64()*day, 0).UTC().Format("2006-01-02")
}
