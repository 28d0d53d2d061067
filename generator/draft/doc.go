// Package draft makes a draft summary of an article that package article has
// read: what it says of itself, and the figures in its text, each with its
// sentence.
//
// FindAll reads what the value grammar reads (package value), in running text. It
// goes over the text paragraph by paragraph: what can't be part of a figure is
// blotted out first (mask.go), a value is read wherever one can begin
// (find.go), held against what stands beside it (whole.go), and judged by the
// words around it (classify.go, tally.go). The tables are by language, in
// nouns.go, names.go, numberwords.go, dates.go and days.go.
//
// A number is read whole or not at all: what touches a digit, a sign, a decimal
// mark, a number word, a half, a magnitude, a currency or a country that the
// reading leaves out is no figure.
//
// What counts as a figure:
//   - money, percentages, powers, sizes, rates and multiples, each with its
//     qualifier: "at least $180B", "2 gigawatts", "roughly triple";
//   - spans of time: eight-year, 18 months, seven years, but not "a year";
//   - digits with the noun that they count, or with a magnitude: 35 countries,
//     9 million; of the noun's words at most four are taken;
//   - digits alone that go on with what was counted just before: 14 dead and 34
//     injured; 160 of 338 seats, the Conservatives 119; 12 were killed;
//   - digits that are held against a percentage: 43.5 per cent to 41.4, which
//     is one as well;
//   - number words from two to twelve with a noun in the plural right behind
//     or one adjective away, unless the words before point back to things
//     known already: three investors, but not "the two companies", "its three
//     founders", "both" or "one company";
//   - digits alone only where they are grouped (4,500) or where the words
//     before make an amount of them (rose to 350).
//
// What only looks like one is left alone: dates, times of day, years, decades,
// ages, ordinals, versions, scores, telephone numbers, postal codes, list
// numbers, footnote marks, addresses, and numbers that belong to a name
// (Trainium 3, Series G, Boeing 737, Section 230, COVID-19, the S&P 500).
//
// "From $5B to $8B" and "rose $5 to $8" are two figures, "$5B to $8B" is one.
package draft
