package article

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// compileOne compiles a pattern when it is first used: what reads no article
// does not wait for it.
func compileOne(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// oneLine is text with single spaces for all its space.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func splitWords(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) })
}

func firstRune(text string) rune {
	c, _ := utf8.DecodeRuneInString(text)
	return c
}

// UpTo is text up to a number of bytes, its last character whole.
func UpTo(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// cutFrontMatter is how long the front matter is that a text begins with, and
// its lines.
func cutFrontMatter(text string) (size int, lines []string, ok bool) {
	if !strings.HasPrefix(text, "---\n") && !strings.HasPrefix(text, "---\r\n") {
		return 0, nil, false
	}
	for line := range strings.Lines(text) {
		size += len(line)
		trimmed := strings.TrimRight(line, "\r\n")
		if trimmed == "---" && lines != nil {
			return size, lines[1:], true
		}
		lines = append(lines, trimmed)
	}
	return 0, nil, false
}

// Body is text with empty lines in the place of the front matter
// that it begins with, as many bytes long.
func Body(text string) string {
	head, _, _ := cutFrontMatter(text)
	return strings.Repeat("\n", head) + text[head:]
}

// Eastern reports whether c belongs to a script written without spaces, or with
// particles joined to words.
func Eastern(c rune) bool {
	return c >= 0x1100 && (unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || c == 'ー')
}
