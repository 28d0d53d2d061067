package value

import "collate/generator/number"

// speeds are the words in front of a length that make it a speed, with the
// seconds in which it is gone.
var speeds = table(words[int64]{
	"": {"時速": hour, "时速": hour, "시속": hour, "秒速": 1, "초속": 1, "分速": minute, "분속": minute},
})

// speed reads such a word.
func (p *parser) speed() (seconds int64, ok bool) {
	seconds, end, ok := matchWord(p, speeds, p.pos)
	if ok {
		p.pos = p.spaced(end)
	}
	return seconds, ok
}

// perTime makes a speed of a length; false where q is none.
func (p *parser) perTime(q *quantity, seconds int64) bool {
	if q.unit.unit != "m" || q.rate != "" {
		return false
	}
	q.rate, q.divisor = "/second", number.Int(seconds)
	return true
}

// plainly are the words in front of a number that change nothing about it.
var plainly = table(words[bool]{
	"": {"exactly": true, "precisely": true, "a record": true, "a total of": true, "ちょうど": true, "정확히": true,
		"整整": true},
	"de": {"genau": true, "exakt": true, "insgesamt": true}, "es": {"exactamente": true, "un total de": true},
	"fr": {"exactement": true, "précisément": true, "un total de": true},
	"pt": {"exatamente": true, "um total de": true},
	"it": {"esattamente": true, "un totale di": true}, "nl": {"precies": true},
})

// skipWord goes on behind a phrase of the table and its space.
func (p *parser) skipWord(table phrases[bool]) {
	p.skipSpace()
	if _, end, ok := matchWord(p, table, p.pos); ok {
		p.pos = p.spaced(end)
	}
}
