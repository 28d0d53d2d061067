package value

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/number"
)

// eastern reads the magnitudes of Chinese, Japanese and Korean behind the
// number of q, and the parts that may follow: 1조 2000억, 3億5000万, 3천5백만.
// Each part is worth less than what the one before counts. False where no such
// magnitude follows.
func (p *parser) eastern(q *quantity, places int) bool {
	if at(p.text, p.spaced(p.pos)) < utf8.RuneSelf {
		return false
	}
	var total, section number.Number // closed by 万 and above; still open
	var below, belowOpen number.Number
	n, half, before := q.number, q.half, p.pos
	for part := 0; ; part++ {
		small, pos := p.multiplier(p.pos, part == 0, 1, 1e4)
		big, pos := p.multiplier(pos, part == 0 && small == 1, 1e4, 1e18)
		open := section.Add(n.Mul(number.Int(small)))
		worth := open.Mul(number.Int(big))
		if part > 0 && !total.IsZero() && worth.Cmp(below) >= 0 ||
			part > 0 && !section.IsZero() && n.Mul(number.Int(small)).Cmp(belowOpen) >= 0 {
			p.pos = before
			break
		}
		if part == 0 && small == 1 && big == 1 {
			return false
		}
		q.half, p.pos, section = half.Mul(number.Int(small)).Mul(number.Int(big)), pos, open
		q.note(part, small, big)
		if big > 1 {
			total, section, below = total.Add(worth), number.Number{}, number.Int(big)
		}
		belowOpen = number.Int(small)
		before = p.pos
		if places > 0 || small == 1 && big == 1 {
			break
		}
		var ok bool
		if n, half, places, ok = p.part(big == 1e4); !ok {
			p.pos = before
			break
		}
	}
	q.number, q.sized = total.Add(section), true
	return true
}

// note keeps the first magnitudes of each kind.
func (q *quantity) note(part int, small, big int64) {
	if part == 0 {
		q.hundreds = small
	}
	if q.myriads < 2 {
		q.myriads = big
	}
}

// multiplier is the eastern magnitude at pos, behind a space if that may be,
// of at least least and below most: 1 and pos where there is none.
func (p *parser) multiplier(pos int, space bool, least, most int64) (int64, int) {
	from := pos
	if space {
		from = p.spaced(pos)
	}
	c, size := utf8.DecodeRuneInString(p.text[from:])
	n, ok := easternMagnitudes[c]
	if strings.HasPrefix(p.text[from:], "경기") {
		return 1, pos // 35경기 are matches
	}
	if !ok || n < least || n >= most {
		return 1, pos
	}
	if _, end, ok := p.name(&quantity{}, from); ok && end > from+size {
		return 1, pos // 千瓦 is a unit
	}
	end := from + size
	if c, size := utf8.DecodeRuneInString(p.text[end:]); n == 1e4 && easternMagnitudes[c] == 1e8 {
		return n * 1e8, end + size // 万亿
	}
	return n, end
}

// part reads the digits of a further part. Behind a space they are one only
// with a magnitude of their own, or as the hundreds and thousands behind 만 that
// count something: 2만 5000개.
func (p *parser) part(myriads bool) (n, half number.Number, places int, ok bool) {
	from := p.pos
	p.pos = p.spaced(from)
	digits, places, err := p.digits()
	if err != nil || digits == "" {
		return n, half, 0, false
	}
	if c, _ := utf8.DecodeRuneInString(p.text[p.pos:]); p.text[from] == ' ' && easternMagnitudes[c] == 0 {
		c, _ = utf8.DecodeRuneInString(p.text[p.spaced(p.pos):])
		if !myriads || places > 0 || len(digits) < 3 || len(digits) > 4 || !unicode.Is(unicode.Hangul, c) ||
			strings.ContainsRune("년월일", c) {
			return n, half, 0, false
		}
	}
	return number.Decimal(digits, places), halfOf(places), places, true
}

// indian reads the lakhs that may follow crores: 1 crore 20 lakh.
func (p *parser) indian(q *quantity, places int) {
	const crore, lakh = 1e7, 1e5
	if !q.size.Equal(number.Int(crore)) || places > 0 || !isDigitAt(p.text, p.spaced(p.pos)) {
		return
	}
	from := p.pos
	p.pos = p.spaced(from)
	digits, places, err := p.digits()
	if n, end, ok := match(p, magnitudes, p.spaced(p.pos)); err == nil && ok && n == lakh {
		lakhs := number.Decimal(digits, places)
		if lakhs.Cmp(number.Int(crore/lakh)) < 0 {
			q.number = q.number.Add(lakhs.Quo(number.Int(crore / lakh)))
			q.half = halfOf(places).Quo(number.Int(crore / lakh))
			p.pos = end
			return
		}
	}
	p.pos = from
}
