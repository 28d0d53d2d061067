// Package evidence holds values against the words that they come from: the
// quote of a figure is read as draft reads an article, in the language of its
// source.
//
// Told as warnings are
//
//   - a quote that has numbers, and none of them is the value: 95 beside "At
//     least 120 people"; or that has no number at all;
//   - a value without the word that limits it: 6 months beside "no more than
//     six months", or with another one;
//   - an exact value of which the quote or the note says that it is a minimum:
//     "verified", "actually higher".
//
// Numbers are equal that are the same in the base unit, whatever their
// interval: 2000 MW and two gigawatts. A quote may leave out what the value
// says: the currency, what the rate is for, the sign (fell 7%); and a range may
// stand there as two numbers. A fraction is enough where it allows the value.
//
// What can't be known is passed over: values that are words, dates or zero, one
// of something (an hour), and numbers in words of a language that isn't read in
// words.
package evidence
