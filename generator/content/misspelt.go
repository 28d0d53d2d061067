package content

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/frontmatter"
	"collate/generator/problem"
)

// slipped is the first of the keys needed that a mapping was meant to have,
// where each of its keys is nearly one of known and none is one: {val: $3}.
// It would pass for a group of figures with strange names. It is empty for a
// group: one with another name in it, or with items that say nothing, or more
// than one thing.
func slipped(n *frontmatter.Node, known []string, needed ...string) string {
	found := ""
	for _, e := range n.Entries() {
		meant := nearKey(e.Key.Value, known)
		if meant == "" || meant == e.Key.Value || e.Value.Blank() || e.Value.Kind == frontmatter.Mapping {
			return ""
		}
		if found == "" && slices.Contains(needed, meant) {
			found = meant
		}
	}
	return found
}

// nearKey is the key that a word was meant to be; empty where it is none. A
// capital letter begins a name, unless all letters are those of a key: Value
// is one, and Vale and Units are not.
func nearKey(word string, known []string) string {
	at := slices.IndexFunc(known, func(key string) bool { return strings.EqualFold(word, key) })
	if at >= 0 {
		return known[at]
	}
	if strings.EqualFold(word, "val") { // too short to be near
		word = "value"
	}
	if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
		return ""
	}
	meant, _ := problem.Nearest(word, known)
	return meant
}
