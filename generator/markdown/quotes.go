package markdown

import (
	"strings"
	"unicode"
)

// quotes are the signs of a language.
type quotes struct {
	on     bool
	double [2]string // opening and closing
	single [2]string
}

const apostrophe = "’"

var (
	english          = quotes{true, [2]string{"“", "”"}, [2]string{"‘", "’"}}
	german           = quotes{true, [2]string{"„", "“"}, [2]string{"‚", "‘"}}
	polish           = quotes{true, [2]string{"„", "”"}, [2]string{"‚", "’"}}
	swedish          = quotes{true, [2]string{"”", "”"}, [2]string{"’", "’"}}
	danish           = quotes{true, [2]string{"»", "«"}, [2]string{"›", "‹"}}
	spanish          = quotes{true, [2]string{"«", "»"}, [2]string{"“", "”"}}
	swiss            = quotes{true, [2]string{"«", "»"}, [2]string{"‹", "›"}}
	russian          = quotes{true, [2]string{"«", "»"}, [2]string{"„", "“"}}
	french           = quotes{true, [2]string{"«\u202f", "\u202f»"}, [2]string{"“", "”"}}
	japanese         = quotes{true, [2]string{"「", "」"}, [2]string{"『", "』"}}
	quotesByLanguage = map[string]quotes{
		"de": german, "cs": german, "sk": german, "sl": german, "bg": german, "is": german, "lt": german,
		"de-ch": swiss, "de-li": swiss, "fr-ch": swiss, "it-ch": swiss,
		"pl": polish, "hu": polish, "ro": polish, "hr": polish,
		"sv": swedish, "fi": swedish, "da": danish, "ja": japanese,
		"es": spanish, "it": spanish, "ca": spanish, "pt-pt": spanish, "el": spanish,
		"no": spanish, "nb": spanish, "nn": spanish,
		"ru": russian, "uk": russian, "be": russian, "fr": french,
	}
)

// quotesOf gives the signs of a language, English ones where it is not listed,
// and none where it is not known.
func quotesOf(language string) quotes {
	if language == "" {
		return quotes{}
	}
	language = strings.ToLower(language)
	if q, ok := quotesByLanguage[language]; ok {
		return q
	}
	base, _, _ := strings.Cut(language, "-")
	if q, ok := quotesByLanguage[base]; ok {
		return q
	}
	return english
}

// quoter follows the quotes of one block.
type quoter struct {
	before         rune // the character before; 0 at the start
	double, single int  // how many are open
}

// set gives the sign for a straight quote that stands between two characters.
// A quote that nothing opened stays straight after a digit, where it may mean
// inches or minutes.
func (q *quoter) set(s *quotes, c byte, before, after rune) string {
	signs, open := &s.double, &q.double
	if c == '\'' {
		signs, open = &s.single, &q.single
	}
	switch {
	case c == '\'' && isWordRune(after) && (isWordRune(before) || unicode.IsDigit(after)):
		q.before = '’'
		return apostrophe
	case mayOpen(before) && !unicode.IsSpace(after), before == '’' && isWordRune(after): // d'"or"
		*open++
		q.before = '('
		return signs[0]
	case *open > 0:
		*open--
		q.before = ')'
		return signs[1]
	case c == '\'' && !unicode.IsDigit(before):
		q.before = '’'
		return apostrophe
	}
	q.before = 'x'
	return string(c)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// mayOpen reports whether a quote after r may be an opening one.
func mayOpen(r rune) bool {
	return r == 0 || unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pd) || r == '/' || r == '='
}

// words sets the quotes in the words of a reference.
func (s *quotes) words(words string) string {
	if !s.on || !strings.ContainsAny(words, `"'`) {
		return words
	}
	w := &writer{gather: &gather{quotes: *s}, plain: true}
	w.prose([]byte(strings.ReplaceAll(words, `\`, `\\`)), nil)
	return string(w.out)
}
