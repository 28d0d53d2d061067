package value

import (
	"unicode/utf8"

	"collate/generator/number"
)

// characterDigits are the digits that Chinese, Japanese and Korean write as
// characters.
var characterDigits = map[rune]int64{
	'〇': 0, '零': 0, '一': 1, '二': 2, '两': 2, '兩': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'일': 1, '이': 2, '삼': 3, '사': 4, '오': 5, '육': 6, '칠': 7, '팔': 8, '구': 9,
}

// characters is the number in characters at pos, and where it ends: 三百二十,
// 천억, 십이.
func (p *parser) characters(pos int) (n number.Number, end int, ok bool) {
	var total, section, digit int64 = 0, 0, -1
	end = pos
	below := int64(1e18)
	for end < len(p.text) {
		c, size := utf8.DecodeRuneInString(p.text[end:])
		d, isDigit := characterDigits[c]
		m := easternMagnitudes[c]
		switch {
		case isDigit && d == 0 && digit < 0:
			// 一百零五
		case isDigit && digit < 0:
			digit = d
		case m > 1 && m < 1e4 && (section%(10*m) < m || section == 0) && digit != 0:
			section, digit = section+max(digit, 1)*m, -1
		case m >= 1e4 && m < below && (section > 0 || digit > 0 || end == pos):
			part := section + max(digit, 0)
			if end == pos {
				part = 1
			}
			total, section, digit, below = total+part*m, 0, -1, m
		default:
			return number.Number{}, pos, false
		}
		end += size
		if next, _ := utf8.DecodeRuneInString(p.text[end:]); next != '〇' && next != '零' && characterDigits[next] == 0 &&
			easternMagnitudes[next] == 0 {
			break
		}
	}
	if end == pos || isDigitAt(p.text, end) {
		return number.Number{}, pos, false
	}
	return number.Int(total + section + max(digit, 0)), end, true
}

// inCharacters reads a number in characters that a unit or a currency follows,
// with nothing else behind but a qualifier or a remark: 四割, 천억원. Anything
// else is rather a name, as 三菱 is.
func (p *parser) inCharacters(q *quantity) bool {
	if c, _ := utf8.DecodeRuneInString(p.text[p.pos:]); !isCJK(c) {
		return false
	}
	n, end, ok := p.characters(p.pos)
	if !ok {
		return false
	}
	if _, _, ok := p.name(&quantity{word: true}, p.spaced(end)); !ok {
		return false
	}
	q.number, q.half, q.word, p.pos = n, halfOfCount(n), true, end
	return true
}
