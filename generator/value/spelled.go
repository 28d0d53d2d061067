package value

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/number"
)

// spelling is a number in words as far as it was read: the closed parts, each
// worth less than the one before (2 million, 400 thousand), and the group of
// hundreds, tens and ones that is still open.
type spelling struct {
	parts []spelledPart
	group int64
	limit int64 // what is added to the group next must be less; the group is empty at groupEmpty
	last  int64 // the word read last, where it is a magnitude
	tens  bool  // ones may follow ten: dix-sept
}

// spelledPart is count × size.
type spelledPart struct{ count, size int64 }

const groupEmpty = 1000

// add takes one more word, and reports whether it fits.
func (s *spelling) add(n int64, reversed bool) bool {
	switch {
	case n >= 1000:
		return s.multiply(n)
	case n == 100:
		if s.group >= 100 || s.group == 0 && s.limit != groupEmpty {
			return false
		}
		s.group, s.limit, s.last = max(s.group, 1)*100, 100, 0
		return true
	case n == 20 && s.group%100 == 4 && s.limit == 1: // quatre-vingts
		s.group, s.limit = s.group+76, 20
		return true
	case reversed && n >= 20 && n < 100 && n%10 == 0 && s.group%100 > 0 && s.group%100 < 10: // dreiundzwanzig
		s.group, s.limit = s.group+n, 1
		return true
	case n >= s.limit || n == 0:
		return false
	}
	s.group, s.last = s.group+n, 0
	switch {
	case n >= 100:
		s.limit = 100
	case s.group%100 == 60 || s.group%100 == 80:
		s.limit = 20
	case n >= 20 && n%10 == 0, n == 10 && s.tens:
		s.limit = 10
	default:
		s.limit = 1
	}
	return true
}

// multiply closes the group, with the parts worth less, by a magnitude.
func (s *spelling) multiply(size int64) bool {
	count, parts := s.group, s.parts
	for len(parts) > 0 && parts[len(parts)-1].size < size {
		last := parts[len(parts)-1]
		if last.count > 1e6 {
			return false
		}
		count += last.count * last.size
		parts = parts[:len(parts)-1]
	}
	if count == 0 && size == 1000 && len(parts) == 0 {
		count = 1 // mille, tausend, mil
	}
	if count == 0 || count > 1e6 || len(parts) > 0 && parts[len(parts)-1].size <= size {
		return false
	}
	s.parts = append(parts[:len(parts):len(parts)], spelledPart{count, size})
	s.group, s.limit, s.last = 0, groupEmpty, size
	return true
}

// value is the number read.
func (s *spelling) value() number.Number {
	n := number.Int(s.group)
	for _, part := range s.parts {
		n = n.Add(number.Int(part.count).Mul(number.Int(part.size)))
	}
	return n
}

// spelled reads a number of several words, or of one above twelve, at the
// position of p: twenty-one, dreihundert Millionen, two thousand five hundred.
// It takes all number words that touch it or none. A magnitude at its end is
// left to q.
func (p *parser) spelled(q *quantity) bool {
	s := spelling{limit: groupEmpty, tens: p.languages[1] == "fr"}
	pos, words := p.pos, 0
	first := p.lower[pos:p.wordEnd(pos)]
	if after := pos + len(first) + 1; spelledArticles[first] && at(p.text, after-1) == ' ' {
		if n, ok := p.spelledNumber(p.lower[after:p.wordEnd(after)]); ok && n >= 100 && n < 1e6 {
			pos, words = after-1, 1 // a hundred and fifty
			s.add(1, false)
		}
	}
	for {
		next, end, ok := p.spelledWord(s, pos, words > 0)
		if !ok {
			break
		}
		s, pos = next, end
		words++
	}
	if words == 0 || words == 1 && (s.group <= 12 && len(s.parts) == 0 || needsCount[first]) ||
		articles[first] && words == 2 || p.spelledOn(pos) && !p.decimalBehind(pos) {
		return false
	}
	q.number, q.word = s.value(), true
	if s.last > 0 {
		q.size, q.sized = number.Int(s.last), true
		q.number = q.number.Quo(q.size)
	}
	q.half = halfOfCount(q.number)
	p.pos = pos
	return true
}

// needsCount are the number words that are no number alone: hundred, which
// mil, cent and tausend are.
var needsCount = listed("hundred thousand million billion trillion")

// spelledDecimals reads the decimals of a number in words: three point six,
// dos coma veinticinco.
func (p *parser) spelledDecimals(q *quantity) {
	pos := p.pos + 1
	if _, end, ok := matchWord(p, decimalWords, pos); !q.sized && at(p.text, p.pos) == ' ' && ok &&
		at(p.text, end) == ' ' {
		decimals, end := p.spelledDigits(end + 1)
		if decimals != "" && (!p.spelledOn(end) || p.sizeBehind(end)) {
			q.number = q.number.Add(number.Decimal(decimals, len(decimals)))
			q.half, p.pos = halfOf(len(decimals)), end
		}
	}
}

// decimalBehind reports whether the word for a decimal mark stands behind the
// number word that ends at pos.
func (p *parser) decimalBehind(pos int) bool {
	_, _, ok := matchWord(p, decimalWords, pos+1)
	return ok
}

// spelledDigits are the digits that the number words at pos stand for: one each
// below ten, or one number of two digits.
func (p *parser) spelledDigits(pos int) (digits string, end int) {
	for end = pos; len(digits) < mostDigits; {
		word := p.lower[pos:p.wordEnd(pos)]
		n, ok := p.spelledNumber(word)
		switch {
		case zeroWords[word]:
			n = 0
		case !ok || n > 99 || n > 9 && digits != "":
			return digits, end
		}
		digits += strconv.FormatInt(n, 10)
		end = pos + len(word)
		if n > 9 || at(p.text, end) != ' ' {
			return digits, end
		}
		pos = end + 1
	}
	return digits, end
}

// zeroWords are nought as a digit.
var zeroWords = listed("zero oh nought null cero zéro nul")

// spelledWord reads the word at pos, behind a space, a hyphen or a connecting
// word if it is not the first.
func (p *parser) spelledWord(s spelling, pos int, more bool) (spelling, int, bool) {
	if !more {
		return p.spelledAt(s, pos)
	}
	if c := at(p.text, pos); c != ' ' && c != '-' {
		return s, pos, false
	}
	if next, end, ok := p.spelledAt(s, pos+1); ok {
		return next, end, true
	}
	if _, end, ok := matchWord(p, spelledJoins, pos+1); ok && s.limit != 1 &&
		(at(p.text, end) == ' ' || at(p.text, end) == '-') {
		return p.spelledAt(s, end+1)
	}
	return s, pos, false
}

// spelledAt reads one written word, which may be made of several.
func (p *parser) spelledAt(s spelling, pos int) (spelling, int, bool) {
	end := p.wordEnd(pos)
	if c, _ := utf8.DecodeRuneInString(p.text[pos:]); end == pos || isDigitAt(p.text, pos) || isCJK(c) {
		return s, pos, false
	}
	word := p.lower[pos:end]
	if n, ok := p.spelledNumber(word); ok {
		ok = s.add(n, false)
		return s, end, ok
	}
	if len(word) < 7 || len(word) > 80 || !gluing[p.languages[1]] {
		return s, pos, false
	}
	return p.compoundWord(s, word, end, false)
}

// compoundWord reads a word that is several number words written as one.
func (p *parser) compoundWord(s spelling, word string, end int, reversed bool) (spelling, int, bool) {
	if word == "" {
		return s, end, true
	}
	for size := len(word); size > 1; size-- {
		n, ok := p.spelledNumber(word[:size])
		if !ok {
			continue
		}
		next := s
		if !next.add(n, reversed) {
			continue
		}
		rest := word[size:]
		for _, join := range []string{"und", "ën", "en"} {
			if behind, ok := strings.CutPrefix(rest, join); ok && behind != "" {
				if all, end, ok := p.compoundWord(next, behind, end, true); ok {
					return all, end, true
				}
			}
		}
		if all, end, ok := p.compoundWord(next, rest, end, false); ok {
			return all, end, true
		}
	}
	return s, end, false
}

// spelledNumber is what a word counts, a magnitude included.
func (p *parser) spelledNumber(word string) (int64, bool) {
	if n, ok := find(p.languages, numberWords, word); ok && !spelledArticles[word] {
		return n, true
	}
	if n, ok := find(p.languages, higherWords, word); ok {
		return n, true
	}
	n, ok := find(p.languages, magnitudes, word)
	return n, ok && n >= 1000 && len(word) >= 3 && !strings.HasSuffix(word, ".") && !abbreviated[word]
}

// spelledOn reports whether a number word that does not fit touches the number
// in words that ends at pos.
func (p *parser) spelledOn(pos int) bool {
	if c := at(p.text, pos); c != ' ' && c != '-' {
		return false
	}
	return p.numberPart(pos + 1)
}

// numberPart reports whether the word at pos is one that is part of a number.
func (p *parser) numberPart(pos int) bool {
	word := p.lower[pos:p.wordEnd(pos)]
	if word == "" {
		return false
	}
	if _, ok := find(p.languages, decimalWords, word); ok {
		after := p.spaced(pos + len(word))
		_, ok = p.spelledNumber(p.lower[after:p.wordEnd(after)])
		return ok
	}
	n, ok := p.spelledNumber(word)
	return ok && n != 1
}

// touchesNumber reports whether the number at from, in running text, goes on
// with number words that stand before it and that were not read with it.
func (p *parser) touchesNumber(from int) bool {
	if from > 1 && p.text[from-1] == ' ' && isDigit(p.text[from-2]) && p.numberPart(from) {
		return true // the thousand of 5 thousand
	}
	start := p.wordBefore(from)
	if start < 0 {
		return false
	}
	word := p.lower[start:p.wordEnd(start)]
	_, joins := find(p.languages, spelledJoins, word)
	_, point := find(p.languages, decimalWords, word)
	if c, _ := utf8.DecodeRuneInString(p.text[from:]); (joins || point) && unicode.IsLetter(c) {
		if start = p.wordBefore(start); start < 0 {
			return false
		}
	}
	return p.numberPart(start)
}

// wordBefore is where the word begins that stands before pos with a space or a
// hyphen between; below 0 where none does.
func (p *parser) wordBefore(pos int) int {
	end := pos - 1
	if end < 1 || p.text[end] != ' ' && p.text[end] != '-' {
		return -1
	}
	start := end
	for start > 0 {
		c, size := utf8.DecodeLastRuneInString(p.text[:start])
		if !isWordy(c) || isCJK(c) {
			break
		}
		start -= size
	}
	if start == end {
		return -1
	}
	return start
}

// halfOfCount is half a unit of the last digit of a count: of one that ends in
// two zeros or more, of its last other digit, a tenth of it at most.
func halfOfCount(n number.Number) number.Number {
	digits := strings.TrimLeft(n.String(), "-")
	zeros := len(digits) - len(strings.TrimRight(digits, "0"))
	half := number.Fraction(1, 2)
	if zeros < 2 || strings.Contains(digits, ".") {
		return half
	}
	half = powerOfTen(zeros).Quo(number.Int(2))
	if tenth := n.Abs().Quo(number.Int(10)); half.Cmp(tenth) > 0 {
		return tenth
	}
	return half
}

// halfBehind reads a half that follows a whole number, its magnitude or its
// unit: three and a half million, cuatro millones y medio, 2時間半.
func (p *parser) halfBehind(q *quantity) {
	pos := p.spaced(p.pos)
	if at(p.text, p.pos) == '-' {
		pos++
	}
	_, end, ok := matchWord(p, halvesBehind, pos)
	if !ok || !q.number.IsWhole() {
		return
	}
	c, _ := utf8.DecodeRuneInString(p.text[end:])
	if isCJK(lastRune(p.text[:end])) {
		if !q.sized && !q.has || c == 'ば' || unicode.Is(unicode.Hangul, c) && !strings.ContainsRune("이을은의만", c) {
			return // 半ば is the middle, 반도체 are semiconductors
		}
	} else if isWordy(c) {
		return
	}
	q.number, q.half, p.pos = q.number.Abs().Add(number.Fraction(1, 2)), number.Fraction(1, 4), end
}

// oneAndHalf reads one word for a number and a half: anderthalb, dreieinhalb.
func (p *parser) oneAndHalf(q *quantity) bool {
	end := p.wordEnd(p.pos)
	word := p.lower[p.pos:end]
	n, ok := find(p.languages, onesAndHalf, word)
	if stem, half := strings.CutSuffix(word, "einhalb"); !ok && half && p.languages[1] == "de" {
		n, ok = p.spelledNumber(stem)
	}
	if c := at(p.text, end); !ok || n > 99 || c != ' ' && c != '-' {
		return false
	}
	q.number, q.half, q.word, p.pos = number.Int(n).Add(number.Fraction(1, 2)), number.Fraction(1, 4), true, end
	return true
}
