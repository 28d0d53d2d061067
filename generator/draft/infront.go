package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/article"
	"collate/generator/value"
)

// cutInFront reports whether the number of a reading begins before it.
func (s *scanner) cutInFront(f value.Found) bool {
	head := s.upTo(f.Start)
	if s.broken > 0 && s.broken <= f.Start && f.Start-s.broken <= nearby &&
		joint().MatchString(s.block[s.broken:f.Start]) {
		return true // the rest of what was refused just before
	}
	return head != "" && (s.spacedMinus(f) || s.markInFront(f, head) ||
		s.isEastern() && eastInFront().MatchString(head) || s.tokenInFront(f))
}

// upTo is what stands before a byte, and from what stands behind it, as far as
// anything there can belong to a number.
func (s *scanner) upTo(at int) string { return s.block[max(0, at-2*nearby):at] }

func (s *scanner) from(at int) string { return s.block[at:min(len(s.block), at+2*nearby)] }

// joint is what can stand between two parts of one quantity.
var joint = compileOne(`^(?i:[ \x{a0}]?(?:and|y|e|et|und|con|to|bis|à|a|と|から|에서)?[ \x{a0}]?|[-–—~〜～])$`)

// eastInFront is what a Chinese, Japanese or Korean text has before a number
// that is not read with it: a sign, a denominator, several.
var eastInFront = compileOne(`(?:マイナス|마이너스|负|負|分の|분의|分之|[수數数몇幾几]) ?$`)

// markInFront reports whether a mark or character right before a reading is its
// number's.
func (s *scanner) markInFront(f value.Found, head string) bool {
	c, size := utf8.DecodeLastRuneInString(head)
	beyond, _ := utf8.DecodeLastRuneInString(head[:len(head)-size])
	digits := isDigitFirst(s.block[f.Start:])
	alone := len(head) == size || unicode.IsSpace(beyond) || strings.ContainsRune("(（「『“\"/、。：:", beyond)
	switch {
	case unicode.IsDigit(c), strings.ContainsRune("½¼¾⅓⅔⅛±×^▲△▼∆"+easternNumerals, c):
		return true
	case strings.ContainsRune("만억조천백십", c):
		return unicode.IsDigit(beyond)
	case strings.ContainsRune(".,．，・", c) && digits:
		return alone || unicode.IsDigit(beyond)
	case strings.ContainsRune("-–−‒－", c):
		return alone || article.Eastern(beyond) || unicode.IsDigit(beyond)
	case c == '—':
		return unicode.IsDigit(beyond) && digits
	case strings.ContainsRune("~∼〜～", c):
		return unicode.IsDigit(beyond) || article.Eastern(beyond)
	}
	return false
}

// tokenInFront reports whether a word or number before a reading is its
// number's.
func (s *scanner) tokenInFront(f value.Found) bool {
	text := s.block[f.Start:f.End]
	before := s.tokensBefore(f.Start)
	last := before[0]
	switch {
	case last.text == "":
		return false
	case isNumeralText(last.text) && codeInFront().MatchString(text):
		return last.gap == " " && s.masked[last.start] != blot // 17 USD 25
	case overWords.has(last.text):
		return before[1].isNumber() && !before[1].isQuantity()
	case isNumeralText(last.text):
		return last.gap == " " && groupedBehind(last.text, text) && s.masked[last.start] != blot
	case signWords.has(last.text):
		return s.isSign(before)
	case strings.HasPrefix(text, "$") && last.gap != "" && (dollarOf.has(last.raw) || dollarOfLower.has(last.raw)):
		return true
	case decimalPointWords.has(last.text):
		return before[1].isNumber()
	case f.Unit == "" && last.gap == " " && !before[1].isNumber() && !magnitudeNouns.has(before[1].text) &&
		(moneyInFront.has(last.text) || strings.ContainsAny(last.text, "$€£¥")):
		return isDigitFirst(text)
	case s.isEastern() && speedEnding().MatchString(s.upTo(f.Start)):
		return f.Unit == "m"
	case magnitudeNouns.has(last.text):
		return before[1].isNumber() || scalesAlone.has(last.text)
	case (last.text == "a" || last.text == "an") && hedgeInFront().MatchString(s.upTo(last.start)):
		return true
	case orWords.has(last.text):
		return before[1].isNumber() && !before[1].isQuantity() && s.masked[before[1].start] != blot
	case koreanScales.has(last.text):
		return true
	case last.text == "이상":
		return f.Qualifier == value.AtMost || f.Qualifier == value.LessThan
	case (last.isNumber() || magnitudeNouns.has(last.text)) && dividedBy().MatchString(text):
		return true
	}
	if f.Word && s.wordInFront(f, before) {
		return true
	}
	return f.Kind != value.KindRange && s.rangeInFront(f, before)
}

// codeInFront is a currency's code or sign, parted from the number behind it.
var codeInFront = compileOne(`^(?:[A-Z]{3}|[$€£]) \d`)

// hedgeInFront is a hedge that an article parts from its number: up to a 90
// percent tax break.
var hedgeInFront = compileOne(`(?i)(?:^|\P{L})(?:up to|at least|more than|less than|as much as|nearly|about|` +
	`almost|around|roughly) $`)

// dividedBy is a division that begins like a bound: one over twenty.
var dividedBy = compileOne(`^(?i:over|sur|sobre|über) `)

// isSign reports whether a word for minus before a number is its sign, and no
// operation, comparison or tolerance.
func (s *scanner) isSign(before [4]token) bool {
	behind := before[1]
	switch {
	case notSigned.has(behind.text), behind.isNumber(), magnitudeNouns.has(behind.text), currencyWords.has(behind.text):
		return false
	}
	return !strings.HasSuffix(s.block[:before[0].start], "/")
}

// spacedMinus reports whether a minus may stand before a reading, parted from it
// by a space: growth was - 0.4%. It is no dash where another follows.
func (s *scanner) spacedMinus(f value.Found) bool {
	head := s.upTo(f.Start)
	dash := spacedDash().FindStringIndex(head)
	switch {
	case dash == nil || f.Unit != "%" && f.Unit != "pp" && f.Unit != "°C" && !isCurrency(f.Unit):
		return false
	case s.language == "fr" || head[dash[0]] == '(':
		return !nextDash().MatchString(s.from(f.End))
	}
	return amounting.has(s.before(f.Start - len(head) + dash[0]))
}

var (
	spacedDash = compileOne(`[\s(][-−–] $`)
	nextDash   = compileOne(`^[^.;!?]* [-–] `)
)

// wordInFront reports whether a number in words goes on in the words of a
// reading: forty-eight, cuarenta y ocho, three and a half million.
func (s *scanner) wordInFront(f value.Found, before [4]token) bool {
	at := 0
	if halfWords.has(strings.ToLower(firstWord(s.block[f.Digits:f.End]))) && articleWords.has(before[0].text) {
		at = 1
		if !joiningWords.has(before[at].text) {
			return false
		}
	}
	if joiningWords.has(before[at].text) {
		word := before[at+1].text
		return tensWords.has(word) || magnitudeNouns.has(word) || at == 1 && before[at+1].isNumber()
	}
	return isNumberWord(before[at].text) && !ones.has(before[at].text)
}

// rangeInFront reports whether a reading is the second number of a range whose
// first could not be read with it: between $30 and $40 million, 8- to 10-week.
func (s *scanner) rangeInFront(f value.Found, before [4]token) bool {
	joint, first := before[0], before[1]
	if articleWords.has(joint.text) {
		joint, first = before[1], before[2]
	}
	switch {
	case rangeWords.has(joint.text) && first.isNumber():
		if s.masked[first.start] == blot || first.isQuantity() {
			return false
		}
		return strings.HasSuffix(s.block[first.start:joint.start], "- ") ||
			!s.movesTo(first.start) && !s.isBelow(f, first)
	case joiningWords.has(joint.text):
		if numberWordSet.has(first.text) && openingWords.has(before[2].text) {
			return true
		}
		return openedRange().MatchString(strings.ToLower(s.block[max(0, joint.start-nearby):joint.start]))
	}
	return false
}

// isBelow reports whether a reading is less than the number before it, so that
// the two are no range.
func (s *scanner) isBelow(f value.Found, first token) bool {
	v, err := s.locale.Parse(first.raw)
	return err == nil && f.Kind == value.KindNumber && f.Number.Cmp(v.Number) < 0
}

// movesTo reports whether the number at a byte is the first of a change: from
// 40 to 60.
func (s *scanner) movesTo(at int) bool {
	head := strings.ToLower(s.block[max(0, at-nearby):at])
	word := lastWord(strings.TrimRight(head, " \u00a0"))
	return leaving.has(word) || changeVerbs.has(word) || moving().MatchString(head)
}

// openedRange is the first number of a range that a word opens.
var openedRange = compileOne(`(?:^|\P{L})(?:between|entre|zwischen|tussen|tra|fra)(?: (?:el|la|los|las|le|les|` +
	`l'|il|lo|i|gli))? ?[^\p{L}\s]*\d[^\s]*(?: ?(?:%|\p{L}+)){0,2} ?$`)
