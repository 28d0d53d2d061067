package content

import "regexp"

// draftLine is how the front matter of a draft says so, in each format.
var draftLine = regexp.MustCompile(
	`(?m)^(?:draft:[ \t]+(?:true|True|TRUE)[ \t]*(?:#.*)?|draft[ \t]*=[ \t]*true[ \t]*(?:#.*)?|` +
		`[ \t{]*"draft"[ \t]*:[ \t]*true[ \t,}]*)\r?$`)

// closingLine is where front matter ends, behind its first line.
var closingLine = regexp.MustCompile(`\n(?:---|\+\+\+|\})[ \t]*\r?(?:\n|$)`)

// saysDraft reports whether a file that can't be read is a draft: what is wrong
// with one never stops a site that leaves it out.
func saysDraft(data []byte) bool {
	if end := closingLine.FindIndex(data); end != nil {
		data = data[:end[0]+1]
	}
	return draftLine.Match(data)
}
