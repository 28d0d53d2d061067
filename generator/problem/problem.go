// Package problem describes what is wrong with somebody's content: where it
// is, what was found there and what to write instead.
//
// A problem is the writer's; an error is ours. Every stage that reads content
// returns its problems beside its result, all of them, so that one run tells
// everything. A [List] that holds an error-level problem stops a build before
// anything is written; warnings never do.
//
// A list is sorted once, when a run is over, and then written in one of the
// formats, a file each: text for people, JSON lines for programs, workflow
// commands for GitHub, SARIF for code scanning. All say the same. In text a
// problem is
//
//	content/s/a.md:7:17: error: figures: Round total: "1,2,3M" groups digits in no known way
//	      Round total: 1,2,3M
//	                    ^
//	    hint: in this language the decimal mark is a point and thousands are grouped by commas: 1,234.5
//
// where a place without a column leaves out the column and the caret, and a
// place without a line leaves out the line too.
package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity reports whether a problem stops a build.
type Severity string

// The severities, as they are printed.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Place is a position in a content file.
type Place struct {
	File   string // slash path as the writer would type it: content/story/a.md
	Line   int    // from 1; 0 where the whole file is meant
	Column int    // in characters from 1; 0 where the whole line is meant
}

// Problem is one complaint about content.
type Problem struct {
	Place
	Severity Severity
	Message  string // field, what was found, what was expected; lower case, no full stop
	Hint     string // what to write or do; may be empty
	Text     string // the line at Place as it stands in the file; may be empty
}

// List is the problems of one run.
type List []Problem

// HasErrors reports whether the list holds a problem that stops a build.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(p Problem) bool { return p.Severity == Error })
}

// perFile is how many problems of one file are listed. Who has more has made
// one mistake very often, or is out to do harm.
const perFile = 500

// Sort puts the list into the order of files (by name), lines, columns and
// messages, and removes exact duplicates. Of a file with more than 500
// problems it keeps the first 500 and counts the rest in one more.
func (l *List) Sort() {
	if !slices.IsSortedFunc(*l, comparePlaces) {
		slices.SortStableFunc(*l, comparePlaces)
	}
	*l = bound(slices.Compact(*l))
}

// comparePlaces orders two problems.
func comparePlaces(a, b Problem) int {
	if c := strings.Compare(a.File, b.File); c != 0 {
		return c // nearly always, in a long list
	}
	return cmp.Or(
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Message, b.Message),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Hint, b.Hint),
		cmp.Compare(a.Text, b.Text),
	)
}

// bound keeps a sorted list from being endless.
func bound(l List) List {
	kept := l[:0]
	for len(l) > 0 {
		n := slices.IndexFunc(l, func(p Problem) bool { return p.File != l[0].File })
		if n < 0 {
			n = len(l)
		}
		if n <= perFile+1 {
			kept = append(kept, l[:n]...)
		} else {
			rest := Problem{Place: Place{File: l[0].File}, Severity: Warning,
				Message: fmt.Sprintf("%d more problems in this file are not listed", n-perFile)}
			if l[perFile:n].HasErrors() {
				rest.Severity = Error
			}
			kept = append(append(kept, l[:perFile]...), rest)
		}
		l = l[n:]
	}
	return kept
}

// Errors are the problems of the list that stop a build.
func (l List) Errors() List {
	var errors List
	for _, p := range l {
		if p.Severity == Error {
			errors = append(errors, p)
		}
	}
	return errors
}
