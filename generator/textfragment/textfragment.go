// Package textfragment makes addresses that lead to words in a page, after the
// W3C community group's draft "URL Fragment Text Directives": browsers that
// know them scroll to the words and mark them, others open the page.
//
//	https://a.example/round#:~:text=a%20%2450%20billion%20commitment
//
// The words of a short quote stand there whole. Of a long one, of one that
// leaves something out (… or [the company]) and of one over several lines the
// beginning and the end do, since only these have to be found as they are:
// text=It%20was%20made,last%20year. Quotes around the whole are no part of it.
package textfragment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Link is the address of a page at the words of a quote; the page's own where
// the quote has no words.
func Link(address, quote string) string {
	if address == "" || quote == "" {
		return address
	}
	start, end := ends(quote)
	if start == "" {
		return address
	}
	directive := escapeFragment(start)
	if end != "" {
		directive += "," + escapeFragment(end)
	}
	page, fragment, _ := strings.Cut(address, "#")
	fragment, _, _ = strings.Cut(fragment, ":~:")
	return page + "#" + fragment + ":~:text=" + directive
}

// longest is how many characters of a quote are looked for as a whole, and
// part how many there are at least of its beginning and its end.
const (
	longest = 150
	part    = 40
)

// ends are the words that a quote begins and ends with; end is empty where
// start is all of it.
func ends(quote string) (start, end string) {
	pieces := splitQuote(quote)
	if len(pieces) == 0 {
		return "", ""
	}
	first, last := pieces[0], pieces[len(pieces)-1]
	if len(pieces) == 1 && utf8.RuneCountInString(first) <= longest {
		return first, ""
	}
	start, end = beginningOf(first), ending(last)
	if len(pieces) == 1 && utf8.RuneCountInString(start)+utf8.RuneCountInString(end) >= utf8.RuneCountInString(first) {
		return first, ""
	}
	return start, end
}

var omissions = strings.NewReplacer("[...]", "\n", "(...)", "\n", "(…)", "\n", "...", "\n", "…", "\n")

// splitQuote gives what stands in the article without a break: what is between
// marks of omission, words in brackets that the quote puts in, and line ends.
func splitQuote(quote string) []string {
	quote = omissions.Replace(quote)
	var b strings.Builder
	depth := 0
	for _, c := range quote {
		switch {
		case c == '[':
			depth++
			b.WriteByte('\n')
		case c == ']' && depth > 0:
			depth--
		case depth == 0:
			b.WriteRune(c)
		}
	}
	if depth > 0 { // a bracket that is never closed is the article's own
		b.Reset()
		b.WriteString(quote)
	}
	var pieces []string
	for line := range strings.SplitSeq(b.String(), "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line = strings.Trim(line, `"“”„‟«»「」『』 `); strings.ContainsFunc(line, isFragmentWord) {
			pieces = append(pieces, line)
		}
	}
	return pieces
}

func isFragmentWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }

// beginningOf is the first words of a text, which is the whole where it has no
// place to cut.
func beginningOf(text string) string {
	for i, n := 0, 0; i < len(text); n++ {
		c, size := utf8.DecodeRuneInString(text[i:])
		if n >= part && cuts(c) {
			return text[:i]
		}
		i += size
	}
	return text
}

// ending is the last words of a text, likewise.
func ending(text string) string {
	for i, n := len(text), 0; i > 0; n++ {
		c, size := utf8.DecodeLastRuneInString(text[:i])
		if n >= part && cuts(c) {
			return text[i:]
		}
		i -= size
	}
	return text
}

// cuts reports whether a word surely ends at a character: a space, or in
// writing without spaces a mark.
func cuts(c rune) bool { return c == ' ' || strings.ContainsRune("、。，；：！？", c) }

// escapeFragment writes words as a part of a text directive: beside what no address
// may have, the signs that mean something there are escaped.
func escapeFragment(words string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(words) {
		c := words[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
			strings.IndexByte("._~!$'()*+;=:@/?", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
