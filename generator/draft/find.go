package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/article"
	"collate/generator/value"
)

// Find is a figure found in an article's text.
type Find struct {
	value.Value
	Text     string // as it stands in the text, character by character; Written has the unit as well that it shares
	Start    int    // of its first character in the text, from 0
	Sentence string // the sentence that it stands in, with single spaces; of a very long one what is near
	Nth      int    // which sentence that is, among those that have figures, from 1
}

// FindAll finds the figures of a text, in their order. The locale's language says
// how numbers and words are read; where it is empty, the text's own is told by
// Language. Of a text longer than MostText the rest is not read.
func FindAll(text string, locale value.Locale) []Find {
	text = article.UpTo(text, article.MostText)
	if locale.Language == "" {
		locale.Language = article.Language(text)
	}
	locale.Language = article.GroupsByPoints(text, locale.Language)
	var figures []Find
	characters, counted, nth := 0, 0, 0 // characters of text[:counted]
	body := article.Body(text)
	for _, b := range blocks(body) {
		found := scan(body[b.start:b.end], locale)
		if len(found) == 0 {
			continue
		}
		parts := sentences(text[b.start:b.end])
		sentence, whole, end := "", "", 0 // the sentence of the figure before, as it stands, and where it ends
		for _, f := range found {
			for ; f.Start >= end && len(parts) > 0; parts = parts[1:] {
				if end = parts[0].end; f.Start < end {
					whole = text[b.start+parts[0].start : b.start+end]
					sentence = oneLine(whole)
					nth++
				}
			}
			if len(whole) > mostSentence {
				sentence = oneLine(wordsAround(whole, f.Start-(end-len(whole))))
			}
			start := b.start + f.Start
			characters += utf8.RuneCountInString(text[counted:start])
			counted = start
			figures = append(figures, Find{
				Value: f.Value, Text: text[start : b.start+f.End], Start: characters,
				Sentence: sentence, Nth: nth,
			})
		}
	}
	return figures
}

// mostSentence is how long a sentence is given whole, in bytes.
const mostSentence = 2000

// wordsAround is what stands around a byte of a very long sentence.
func wordsAround(sentence string, at int) string {
	from := len(article.UpTo(sentence, max(0, at-mostSentence/2)))
	return article.UpTo(sentence[from:], mostSentence)
}

// scan finds the figures of one block.
func scan(block string, locale value.Locale) []value.Found {
	masked := mask(block, locale)
	s := &scanner{
		block: block, masked: masked, locale: locale, language: article.Base(locale.Language),
		running: locale.Running(masked), titled: titleCase(block),
	}
	var found []value.Found
	for at := 0; at < len(masked); {
		_, size := utf8.DecodeRuneInString(masked[at:])
		if s.canBegin(at) {
			if f, ok := s.read(at); ok {
				s.share(&f)
				s.often(&f)
				s.bound(&f)
				found = append(found, f)
				s.count(f)
				at = f.End
				continue
			}
		}
		at += size
	}
	return found
}

// count remembers what was counted last.
func (s *scanner) count(f value.Found) {
	switch {
	case f.Unit == "%" && f.Kind == value.KindNumber:
		s.percent = f
	case f.Unit == "" && f.Label != "":
		s.counted, s.tally = f.End, f.End
		s.listed = tallyNouns.has(strings.ToLower(lastWord(f.Label)))
	case f.Unit == "" && !f.Sized && f.Kind == value.KindNumber &&
		(s.tally > 0 || ofSoMany().MatchString(s.masked[f.End:]) || fate().MatchString(s.masked[f.End:]) ||
			isScore().MatchString(s.masked[f.End:])):
		s.tally, s.listed = f.End, true
	}
}

// scanner reads one block.
type scanner struct {
	block    string // as it stands
	masked   string // with what is no figure blotted out; as long as block
	locale   value.Locale
	language string
	running  *value.Running
	titled   bool        // the block is a headline In Title Case
	counted  int         // where the last figure with a counted noun ends; 0 where there is none
	tally    int         // where the last count ends, its noun left out or not; 0 where there is none
	percent  value.Found // the last percentage
	listed   bool        // what was counted last is counted of several places, parties or groups
	belowTwo bool        // the number being read is below two and has decimals, in French
	broken   int         // where the last reading ends that was refused as a part of a number; 0 where there is none
}

// read reads and judges what begins at a byte of the block.
func (s *scanner) read(at int) (value.Found, bool) {
	if s.dropsQualifier(at) {
		return value.Found{}, false
	}
	s.belowTwo = s.language == "fr" && belowTwo().MatchString(s.masked[at:])
	how := value.Reading{Noun: s.noun, Alone: s.twoFigures(at)}
	f, ok := s.readAt(at, how)
	if !ok {
		return f, false
	}
	if f.Kind == value.KindRange && (s.change(f) || twoSigns().MatchString(s.block[f.Start:f.End])) {
		how.Alone = true
		if f, ok = s.readAt(at, how); !ok {
			return f, false
		}
	}
	if s.reaches(f) || andUp().MatchString(s.block[f.Start:f.End]) && goesUp().MatchString(s.block[f.End:]) {
		how.Bare = true
		if f, ok = s.readAt(at, how); !ok {
			return f, false
		}
	}
	return f, s.isWhole(f) && s.isFigure(f)
}

// readAt is what the value grammar reads at a byte. So many of so many are two
// counts in running text, unless they are a share of ten or fewer.
func (s *scanner) readAt(at int, how value.Reading) (value.Found, bool) {
	f, ok := s.running.At(at, how)
	if !ok || f.Unit != "%" {
		return f, ok
	}
	if m := soMany().FindStringSubmatchIndex(s.block[f.Start:f.End]); m != nil {
		return s.locale.Running(s.masked[:f.Start+m[3]]).At(at, how)
	}
	return f, true
}

var soMany = compileOne(`^(\D*\d(?:[\d.,]*\d)?)(?: out)? (?:of|von|der|de|des|sur|di|su|van|` +
	`af) \D{0,5}(?:1[1-9]|[2-9]\d|\d[\d.,]+\d)`)

var (
	// andUp and goesUp are the parts of 2.3 percent and up 4 percent, which says
	// nothing of more than 2.3.
	andUp  = compileOne(`(?: and up| or more)$`)
	goesUp = compileOne(`^ (?:to |by |about |nearly |more than )?[$€£]?\d`)
	// twoSigns are two numbers below zero: -12.99 -5.44%.
	twoSigns = compileOne(`\d [-−]\d`)
)

// belowTwo is a number that takes the singular in French: 1,62 enfant.
var belowTwo = compileOne(`^[01],\d+ \p{L}`)

// canBegin says whether a value can begin at a byte: at the start of a word or
// number, at a sign, and in writing without spaces anywhere.
func (s *scanner) canBegin(at int) bool {
	c, size := utf8.DecodeRuneInString(s.masked[at:])
	before, width := utf8.DecodeLastRuneInString(s.masked[:at])
	beyond, _ := utf8.DecodeLastRuneInString(s.masked[:at-width])
	word := unicode.IsLetter(beyond) && !article.Eastern(beyond) || unicode.IsDigit(beyond)
	switch {
	case unicode.IsSpace(c) || c == blot:
		return false
	case article.Eastern(c):
		return !s.joinedQualifier(at) && !(native[c] && article.Eastern(before))
	case unicode.IsDigit(c):
		return !unicode.IsDigit(before) && (!unicode.IsLetter(before) || article.Eastern(before)) &&
			!unicode.Is(unicode.Sc, before) &&
			!strings.ContainsRune("#@_№§&", before) && !(strings.ContainsRune("-.,'’:/", before) && word)
	case before == '°':
		return false // °C. is no circa
	case unicode.IsLetter(c):
		return (!unicode.IsLetter(before) || article.Eastern(before)) && !unicode.IsDigit(before) &&
			!unicode.IsMark(before) &&
			!(before == '-' && word)
	case strings.ContainsRune("-−–+－▲△▼", c):
		next, _ := utf8.DecodeRuneInString(s.masked[at+size:])
		return (!unicode.IsLetter(before) && !unicode.IsDigit(before) || article.Eastern(before)) && before != '-' &&
			!unicode.IsSpace(next)
	case c == '.':
		next, _ := utf8.DecodeRuneInString(s.masked[at+size:])
		return (at == 0 || unicode.IsSpace(before)) && unicode.IsDigit(next)
	}
	return unicode.Is(unicode.Sc, c) && (!unicode.IsLetter(before) || article.Eastern(before)) &&
		!unicode.Is(unicode.Sc, before) || strings.ContainsRune("~∼≈≃≥≤><≧≦", c)
}

// native are the syllables that Korean number words begin with: 두 달, but not
// 모두 달라.
var native = map[rune]bool{'한': true, '두': true, '세': true, '석': true, '네': true, '넉': true, '다': true, '여': true,
	'일': true, '아': true, '열': true}
