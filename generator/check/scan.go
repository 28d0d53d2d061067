package check

import (
	"strings"
	"unicode"

	"collate/generator/value"
)

// Limits on an equation. They bound the time that reading one and working it
// out can take.
const (
	maxText     = 2000 // characters
	maxOperands = 100
	maxNesting  = 50 // brackets and signs in one another
	maxName     = 400
	maxNumber   = 60 // characters of a number with its unit
)

// equationScanner finds names and numbers in an equation.
type equationScanner struct {
	text   []rune
	at     int
	known  Names
	window int // no name is written with more characters
}

func newScanner(text string, known Names) *equationScanner {
	longest := 0
	for key, figure := range known.Figures {
		longest = max(longest, len([]rune(key)), len([]rune(figure.Name)))
	}
	for key := range known.Groups {
		longest = max(longest, len([]rune(key)))
	}
	// Twice and a bit leaves room for spaces that folding takes away.
	window := min(2*longest+16, maxName)
	return &equationScanner{text: []rune(text), known: known, window: window}
}

func (s *equationScanner) space() {
	for s.at < len(s.text) && unicode.IsSpace(s.text[s.at]) {
		s.at++
	}
}

// peek is the next character, or 0 at the end.
func (s *equationScanner) peek() rune {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

// skip passes over one of the given characters, if it comes next.
func (s *equationScanner) skip(chars string) bool {
	if s.at < len(s.text) && strings.ContainsRune(chars, s.text[s.at]) {
		s.at++
		return true
	}
	return false
}

// figure finds the longest name of a figure that begins here, and where it
// ends; ok is false if there is none.
func (s *equationScanner) figure() (figure Name, end int, ok bool) {
	for end := s.longest(s.window); end > s.at; end-- {
		written := s.text[s.at:end]
		if !s.boundary(end) {
			continue
		}
		figure, known := s.known.Figures[value.FoldName(string(written))]
		if known && minuses(written) <= minuses([]rune(figure.Name)) {
			return figure, end, true
		}
	}
	return Name{}, s.at, false
}

// group finds the longest name of a group that begins here.
func (s *equationScanner) group() (key string, end int, ok bool) {
	for end := s.longest(s.window); end > s.at; end-- {
		if !s.boundary(end) {
			continue
		}
		key := value.FoldName(string(s.text[s.at:end]))
		if _, known := s.known.Groups[key]; known {
			return key, end, true
		}
	}
	return "", s.at, false
}

// number finds the longest number with its unit that begins here. A date is
// found too, so that it can be told from a difference.
func (s *equationScanner) number() (number value.Value, end int, ok bool) {
	for end := s.longest(maxNumber); end > s.at; end-- {
		written := s.text[s.at:end]
		if !s.boundary(end) || strings.ContainsAny(string(written), "+*×÷−()=<>≤≥\"") {
			continue
		}
		if v, err := s.known.Locale.Parse(string(written)); err == nil && s.constant(v, written) {
			return v, end, true
		}
	}
	return value.Value{}, s.at, false
}

// constant reports whether a value that was read at this place can stand in an
// equation: one number, with nothing behind it but its unit.
func (s *equationScanner) constant(v value.Value, written []rune) bool {
	if v.Kind == value.KindDate {
		return true
	}
	if v.Kind != value.KindNumber || v.Qualifier != 0 || v.Remark != "" || v.Label != "" {
		return false
	}
	slash := strings.IndexRune(string(written), '/')
	if slash < 0 {
		return true
	}
	// $20/month is one number, unless a figure is called Month.
	rest := *s
	rest.at += len([]rune(string(written)[:slash])) + 1
	rest.space()
	_, _, named := rest.figure()
	return !named
}

// longest is the end of the longest text to be tried from here.
func (s *equationScanner) longest(limit int) int { return min(len(s.text), s.at+limit) }

// boundary reports whether a name or number may end before the given place: not
// in the middle of a word, and not with a space.
func (s *equationScanner) boundary(end int) bool {
	last := s.text[end-1]
	if unicode.IsSpace(last) {
		return false
	}
	return end == len(s.text) || !inWord(last) || !inWord(s.text[end])
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// minuses counts the hyphens of a name, taken by itself, that are minus signs.
func minuses(text []rune) int {
	n := 0
	for i := range text {
		if minusAt(text, i) {
			n++
		}
	}
	return n
}

// minusAt reports whether a hyphen is a minus sign: it stands at an end or
// beside a space.
func minusAt(text []rune, i int) bool {
	outside := func(i int) bool { return i < 0 || i == len(text) || unicode.IsSpace(text[i]) }
	return strings.ContainsRune("-–—−", text[i]) && (outside(i-1) || outside(i+1))
}

// phrase is the text from here to the next sign, for messages about it.
func (s *equationScanner) phrase() string {
	end := s.at
	for end < len(s.text) && !strings.ContainsRune("=<>≤≥≠+*/×÷−()\"“”", s.text[end]) {
		if minusAt(s.text, end) {
			break
		}
		end++
	}
	if end == s.at && end < len(s.text) {
		end++
	}
	return strings.TrimSpace(string(s.text[s.at:end]))
}
