package draft

import (
	"math/bits"
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
	"unicode"
)

// A pattern is a regular expression, and what it needs: each text that it
// matches has a character of each set. Most texts lack one, which is soon seen.
type pattern struct {
	*regexp.Regexp
	needs []chars
}

// compile compiles patterns when they are first used: what drafts nothing does
// not wait for it. Their \d are full-width digits as well, their spaces those
// that do not break.
func compile(patterns ...string) func() []pattern {
	return sync.OnceValue(func() []pattern {
		var list []pattern
		for _, p := range patterns {
			p = anySpace(strings.ReplaceAll(p, `\d`, dig))
			tree, _ := syntax.Parse(p, syntax.Perl) // MustCompile panics where this fails
			list = append(list, pattern{regexp.MustCompile(p), needs(tree)})
		}
		return list
	})
}

// anySpace is a pattern in which a space, or \s, is also one that does not
// break, as French and German set before units.
func anySpace(pattern string) string {
	const hard = `\x{a0}\x{202f}`
	var b strings.Builder
	within := false // a class
	for i := 0; i < len(pattern); i++ {
		c, width := pattern[i], 1
		if c == '\\' {
			width = 2
		}
		part := pattern[i : i+width]
		switch part {
		case " ", `\s`:
			if part += hard; !within {
				part = "[" + part + "]"
			}
		case "[":
			within = true
		case "]":
			within = false
		}
		b.WriteString(part)
		i += width - 1
	}
	return b.String()
}

// compileOne is compile for one expression, whose \d are ASCII alone.
func compileOne(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// mayMatch says whether a text of these characters has what the pattern needs.
func (p pattern) mayMatch(text chars) bool {
	for _, need := range p.needs {
		if need.and(text) == (chars{}) {
			return false
		}
	}
	return true
}

// chars is a set of characters: a bit for each that is ASCII, and one for all
// others.
type chars [3]uint64

func (c *chars) add(r rune) {
	if r < 128 {
		c[r/64] |= 1 << (r % 64)
	} else {
		c[2] = 1
	}
}

func (c chars) and(d chars) chars { return chars{c[0] & d[0], c[1] & d[1], c[2] & d[2]} }

func (c chars) or(d chars) chars { return chars{c[0] | d[0], c[1] | d[1], c[2] | d[2]} }

// charsOf are the characters of a text, and blots, which it may come to have.
func charsOf(text string) chars {
	var all chars
	all.add(blot)
	for _, r := range text {
		all.add(r)
	}
	return all
}

// letters are those that nearly every text has.
var letters = charsOf("abcdefghijklmnopqrstuvwxyz ")

// common is how common the characters of a set are, roughly.
func (c chars) common() int {
	often := c.and(letters)
	return bits.OnesCount64(c[0]) + bits.OnesCount64(c[1]) + bits.OnesCount64(c[2]) +
		9*bits.OnesCount64(often[0]|often[1])
}

// needs are sets of which whatever the expression matches has a character each.
func needs(e *syntax.Regexp) []chars {
	switch e.Op {
	case syntax.OpLiteral:
		var all []chars
		for _, r := range e.Rune {
			var one chars
			one.add(r)
			for other := unicode.SimpleFold(r); e.Flags&syntax.FoldCase != 0 &&
				other != r; other = unicode.SimpleFold(other) {
				one.add(other)
			}
			all = append(all, one)
		}
		return all
	case syntax.OpCharClass:
		var one chars
		for i := 0; i < len(e.Rune); i += 2 {
			for r := e.Rune[i]; r <= min(e.Rune[i+1], 128); r++ {
				one.add(r)
			}
			one.add(e.Rune[i+1])
		}
		return []chars{one}
	case syntax.OpConcat:
		var all []chars
		for _, part := range e.Sub {
			all = append(all, needs(part)...)
		}
		return all
	case syntax.OpAlternate:
		return needsOfAny(e.Sub)
	case syntax.OpCapture, syntax.OpPlus:
		return needs(e.Sub[0])
	case syntax.OpRepeat:
		if e.Min > 0 {
			return needs(e.Sub[0])
		}
	}
	return nil // it may match nothing, or anything
}

// needsOfAny is one set with the rarest that each of the expressions needs.
func needsOfAny(those []*syntax.Regexp) []chars {
	var union chars
	for _, e := range those {
		all := needs(e)
		if len(all) == 0 {
			return nil
		}
		rarest := all[0]
		for _, one := range all {
			if one.common() < rarest.common() {
				rarest = one
			}
		}
		union = union.or(rarest)
	}
	return []chars{union}
}
