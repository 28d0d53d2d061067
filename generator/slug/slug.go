// Package slug turns names into parts of URLs.
package slug

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// slugCap is the most bytes of a slug: file systems allow 255 for a name.
const slugCap = 120

// devices are names that Windows keeps for itself.
var devices = []string{
	"con", "prn", "aux", "nul",
	"com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
}

// spokenSigns are those that tell names apart, C from C++ and C#, with their words.
var spokenSigns = map[rune]string{'+': "plus", '#': "sharp", '%': "percent"}

// Of turns a name into a part of a URL: its letters and digits, of any
// script, in lower case and composed form (NFC), with a hyphen for each run
// of anything else. % is the word percent, and + and # right behind a letter,
// digit or + are plus and sharp: C++ gives c-plus-plus. It is never empty and never the name of a device: a name
// without letters and digits gives its characters' numbers, "!" u-21, and
// "con" gives x-con. Names that match for readers have the same slug.
func Of(name string) string {
	if isSlug(name) {
		return name
	}
	var b strings.Builder
	gap := false
	before, joined := ' ', false // the character before this, and whether this stands right behind a name's
	for _, r := range norm.NFC.String(name) {
		word := spokenSigns[r]
		joined = unicode.IsLetter(before) || unicode.IsDigit(before) || joined && before == '+'
		before = r
		switch {
		case word != "" && (joined || r == '%'):
			if b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteString(word)
			gap = true
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && b.Len() > 0 && !gap:
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	s := norm.NFC.String(b.String())
	if s == "" {
		s = "u"
		for _, r := range name {
			s += fmt.Sprintf("-%x", r)
		}
	}
	if slices.Contains(devices, s) {
		s = "x-" + s
	}
	return shortSlug(s)
}

// isSlug reports whether a name is plainly its own slug, as those of folders
// and files mostly are. Short names may be devices, and are left to Of.
func isSlug(name string) bool {
	if len(name) <= 4 || len(name) > slugCap || name[0] == '-' || name[len(name)-1] == '-' {
		return false
	}
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		case c == '-' && name[i-1] != '-':
		default:
			return false
		}
	}
	return true
}

func shortSlug(s string) string {
	if len(s) <= slugCap {
		return s
	}
	n := slugCap
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return strings.TrimRight(s[:n], "-")
}

// taken are the first parts of the URLs that the site's own pages have.
var taken = []string{"timeline", "figures", "sources", "tags", "disagreements", "search"}

// Taken reports whether a story or page can't have a slug, for every site has
// a page there.
func Taken(slug string) bool { return slices.Contains(taken, slug) }
