// Package value reads written values exactly: "$110B" is 110,000,000,000 US
// dollars, and says of the true value that it lies from 109.5 up to, not
// including, 110.5 billion.
//
// A written value is one of
//
//	a number   $110B, about 2 GW, nine million users, 8 years, $20 a month
//	a range    $100B–$120B, between 5 and 6 million
//	a date     2026-02-27, 2026-02
//	text       exclusive to AWS
//
// followed, if need be, by a remark in brackets. A number is
//
//	[qualifier] [sign] [currency] digits [+] [magnitude] [unit] [rate] [label] [qualifier]
//
// with a currency on one side only, a label only where there is no unit, and
// one qualifier at most. A number in words stands for digits, read whole with
// its hundreds, magnitudes and half (spelled.go); a and an before a magnitude or
// a unit. Two units of one kind make one quantity: 2 hours and 20 minutes. In
// running text a number that number words touch, on either side, is none.
//
// What a value allows: a number without a qualifier, half a unit of its last
// digit both ways, without the end away from zero; of one digit before a
// magnitude, and of a count's last digit before two zeros or more, a tenth of
// the number at most ($1 billion, 1,600 people); "about", the site's tolerance
// both ways and never less than the digits; "nearly", the tolerance towards zero
// and not the number itself; a bound, one side; a range, what lies between its
// ends, both included as written, and with "about" the tolerance beyond them; a
// date, its days. Allowed intervals are never empty.
//
// An amount of another currency in the brackets is the same amount (Also):
// £100m (€117.5m).
//
// In a range, a number without magnitude or unit takes the other's: the first
// of $100–120B is 100 billion, of 100〜120億 10 billion and of 3〜5千万 30
// million. A first number that has a magnitude or a unit behind it keeps what
// it has, but for 千 before 千万 (3千〜5千万); so does one of four digits or more
// where the range would otherwise run downwards ($500,000 to $1 million,
// 8000〜1万, not 8000〜1兆).
//
// A unit is converted to its base unit: W, Wh, Hz, V, B, bit, m, g, L, m², °C,
// month (from a month up), second (up to a week), %, pp, ×, or the currency's
// code. A rate divides by what it is counted by, in base units as well:
// USD/month, B/second; a noun there is kept in lower case: USD/user.
//
// Words are those of English, of Chinese, Japanese, Korean and Russian, whose
// script tells them (as it does the magnitudes of Arabic, Hebrew, Hindi and
// Thai), and of the source's language; the tables are in
// qualifiers.go, magnitudes.go, units.go, times.go, currencies.go and joins.go.
// Separators are those of the source's language (languages.go).
//
// What has a digit or a currency sign, or begins with a sign, and is none of
// these is an error: a *SyntaxError with the column of the first character, or
// of the first word, that could not be read.
package value
