// Package check reads equations between figures and holds what one source
// reports against them.
//
// # Equations
//
// An equation is two expressions with a relation between them: = <= >= < >
// (≤ and ≥ are the same as <= and >=). An expression is made of
//
//   - names of figures, as they are written. The longest name that fits is
//     meant, without regard to case, spaces and hyphens, so a name may hold
//     spaces, hyphens, brackets, colons and signs. Only a hyphen with a space
//     beside it is a minus sign unless the name itself is written with one:
//     Total - Debt is a difference even where a figure is called Total debt;
//   - names in double quotes;
//   - numbers: 1.5, $10B, 25%, $20/month, 8 years. They are meant exactly as
//     they stand, unlike reported values, which are rounded;
//   - + - * / (also − × ÷), with the usual precedence, and round brackets;
//   - sum(Group), which adds the items of a group that the source names.
//
// An equation has at most 2,000 characters, 100 operands and 50 nested
// brackets, and a figure at least. One that no source could be held against,
// since it divides by a constant zero or computes with a figure that is only
// ever reported in words or as dates, is an error. [Parse] stops at the first
// thing that it cannot read.
//
// # Units
//
// Units are multiplied and divided like numbers: USD/month times month is USD,
// and USD divided by USD is a plain number, as is ×. Sums and relations need
// the same unit on both sides. A percentage that is multiplied or divided
// counts in hundredths, and a plain ratio that meets a percentage is turned
// into one: Share = Part / Whole holds for 25% = $1B / $4B. Percentage points
// add to percentages. A number without a unit fits any unit in a sum or a
// relation, and is a plain number in a product. What is known of a figure's
// unit is checked when the equation is read; a source that reports another
// unit is left out when its values are held against it.
//
// # Evaluation
//
// Both sides are computed in interval arithmetic from the intervals of the
// reported values, a whole number of things that is written to the last one
// being exact, and the equation holds when some pair of true values
// satisfies the relation: for = when the intervals have a point in common. A
// figure that stands in an equation twice is treated as two figures that
// happen to be reported alike, which makes a check more lenient, never
// stricter.
//
// A source that lacks exactly one figure of an equation with =, and reports
// another, gets what the equation implies for it, if the figure stands in it
// once: the equation is solved for it, in interval arithmetic too, and for a
// count it is a whole number. A group of which the source names no item counts
// as one figure. Where a divisor may be zero, or the figure is in a divisor,
// the source is left out.
//
// Where a source leaves out an item of a group that any source names, its sum
// is known from below only, since the item adds something from zero up; where
// an item may be negative it is not known at all. An equation that fails, but
// holds for such a sum, is [Incomplete], and it implies nothing.
//
// # Texts
//
// What is computed from a value with "about" is about as much, unless it may be
// off by more than twice what "about" allows; then, as with "nearly" and with
// ranges, the text is the range itself. A range that begins just above
// zero, as that of $380B divided by more than 2 does, is said by its upper end
// alone: less than $190.25B.
package check

import (
	"collate/generator/number"
	"collate/generator/value"
)

// Names are the figures that an equation may speak of. An alias is one more
// key for the figure or the items that it stands for.
type Names struct {
	Figures map[string]Name     // by folded name (value.FoldName) of "Round total" or "Commitment: Amazon"
	Groups  map[string][]string // folded group name to the folded names of its items, in the order of display
	Locale  value.Locale        // how numbers in an equation are read: the site's
}

// Name is a known figure.
type Name struct {
	Name string     // as it is displayed; folded, it is the key by which values are looked up
	Unit value.Unit // of the values reported for it; empty where none or mixed
	// KindText or KindDate where all values reported for it are that, which no
	// check can compute with; else 0
	Kind value.Kind

	Counted  bool // all values reported for it are whole numbers of things
	Negative bool // some value reported for it may be below zero
}

// SyntaxError says why an equation can't be read.
type SyntaxError struct {
	Offset  int    // in characters from 0
	Message string // what was found and what was expected; lower case, no full stop
	Hint    string // what to write instead; may be empty
	Bare    bool   // the text is the name of a figure or a group and nothing else
	Unknown bool   // a name is no figure's and no group's
}

func (e *SyntaxError) Error() string { return e.Message }

// Equation is a check, read. It never changes.
type Equation struct {
	Text        string // as it was written
	left, right *exprNode
	relation    relation
	tolerance   number.Number // what "about" allows, as a fraction
}

// Status says how a check stands for one source.
type Status string

// The statuses.
const (
	Holds      Status = "holds"      // some true values satisfy it
	Fails      Status = "fails"      // none do
	Implies    Status = "implies"    // exactly one figure was missing; Implied says what it must be
	Incomplete Status = "incomplete" // it fails, but by what an item that other sources name could make up for
	LeftOut    Status = "left out"   // it can't be held against this source
)

// Outcome is how an equation stands for one source.
type Outcome struct {
	Status  Status
	Left    Side     // Holds, Fails and Incomplete only
	Right   Side     // likewise
	Off     Distance // Fails and Incomplete: how far the sides are apart
	Parts   []Part   // the equation with the source's values in it
	Implied Implied  // Implies only

	Borrowed []string // keys of figures whose values are not the source's article's own

	reason string   // LeftOut: why: "reports no Round total and no Valuation"
	absent []string // keys of items that other sources name and this one leaves out
}

// Side is one side of an equation, computed. Its Text is the value as the
// source wrote it where the side is just that, and the total otherwise.
type Side struct {
	Nominal  number.Number   // computed from the numbers as they are written
	Known    bool            // Nominal means something: no range, no bound and no "nearly" took part
	Interval number.Interval // the true values that the reported ones allow
	Unit     value.Unit      // both sides have the same
	Terms    int             // numbers and values that the side is computed from
	Text     string          // $110B, at least $80B, $100B–$120B
}

// Distance says how far apart two sides are.
type Distance struct {
	Text string // for people: $10B, about $10B, at least $8.5B; empty where there is nothing to say
	// of the numbers as written, else between the intervals; ratios as fractions;
	// zero where there is nothing to say
	Size number.Number

	gap number.Number // between the nearest ends of the intervals; zero where they touch
}

// Part is a piece of an equation for display; pieces are separated by spaces,
// except inside brackets.
type Part struct {
	Text    string // $120B as the source wrote it, or a sign: = ≠ ≤ + − × ÷ ( )
	Key     string // the figure that Text is the value of; empty for numbers and signs
	Name    string // its name as displayed
	Missing bool   // the source does not report it; Text is its name
}

// Implied is what a figure must be if the equation is to hold.
type Implied struct {
	Key      string // of the figure, or of the group where Group is set
	Name     string // as displayed
	Group    bool   // the sum of a group's items
	Nominal  number.Number
	Known    bool // Nominal means something
	Interval number.Interval
	Unit     value.Unit
	Text     string // for people: $730B, about $730B, $700B–$730B, at least $80B
}
