package value

import (
	"strings"
	"unicode/utf8"

	"collate/generator/number"
)

// Kind says what sort of thing a written value is.
type Kind uint8

// The kinds; 0 is none.
const (
	KindNumber Kind = iota + 1 // one number, with or without qualifier: $110B, at least $180B
	KindRange                  // two numbers: $100B–$120B
	KindDate                   // a day or a month: 2026-02-27, 2026-02
	KindText                   // words, compared as words
)

// String is the kind as `collate value --json` prints it.
func (k Kind) String() string { return [...]string{"", "number", "range", "date", "text"}[k] }

// Qualifier is the word that widens a number; 0 where there is none.
type Qualifier uint8

// The qualifiers.
const (
	About Qualifier = iota + 1
	Nearly
	AtLeast
	MoreThan
	AtMost
	LessThan
)

// String is the qualifier's canonical form: at least. It is empty where there
// is none.
func (q Qualifier) String() string {
	return [...]string{"", "about", "nearly", "at least", "more than", "at most", "less than"}[q]
}

// Unit is the base unit that a value was converted to: "USD", "W", "%",
// "USD/month", "month", "×", "date". It is empty where there is none. Two
// values convert into each other when their units are equal.
type Unit string

// Value is a written value, read.
type Value struct {
	Written   string          // as it stands in the file, outer space trimmed
	Kind      Kind            // number, range, date or text
	Qualifier Qualifier       // 0 where there is none
	Number    number.Number   // KindNumber: the number written, in Unit; dates: days since 1970-01-01
	Interval  number.Interval // what Written allows, in Unit (numbers, ranges, dates); text: unused
	Unit      Unit            // base unit; empty where there is none and for text
	Remark    string          // the trailing brackets' inside: headline
	Label     string          // the counted noun: users
	Words     string          // KindText: the text as written, without the remark
	Also      *Value          // the same in another currency, as the remark gives it; nil where it doesn't
}

// Text is Words folded for comparison: case, spacing.
func (v Value) Text() string { return foldText(v.Words) }

// Bare is the value as written, without the remark that ends it: $110B for
// $110B (headline).
func (v Value) Bare() string {
	if v.Remark == "" {
		return v.Written
	}
	inside, ok := strings.CutSuffix(withoutLast(v.Written), v.Remark)
	if !ok {
		return v.Written
	}
	return withoutLast(strings.TrimSpace(inside))
}

// withoutLast is text without its last character, a bracket, and the space
// before it.
func withoutLast(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	return strings.TrimSpace(text[:len(text)-size])
}

// Locale is what the reading of a value depends on, apart from its characters.
type Locale struct {
	Language  string        // BCP 47 tag of the source: separators, magnitudes, words; empty: en
	Currency  string        // ISO 4217 code that a bare $ means; empty: USD
	Tolerance number.Number // what "about" allows, as a fraction (1/20); zero value: 1/20
}

// SyntaxError says why a written value can't be read.
type SyntaxError struct {
	Column  int    // of the first character that could not be read, in characters from 1
	Message string // what was found and what was expected; lower case, no full stop
	Hint    string // what to write instead; may be empty
}

func (e *SyntaxError) Error() string { return e.Message }

// AsText is a value that is words, whatever they look like.
func AsText(written string) Value {
	return Value{Written: written, Kind: KindText, Words: written}
}
