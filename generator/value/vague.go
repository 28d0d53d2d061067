package value

import "collate/generator/number"

// vague are the words that say how large a number is, and no more: from two of
// them up.
var vague = table(words[int64]{
	"": {
		"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2e3, "tens of thousands": 2e4, "hundreds of " +
			"thousands": 2e5,
		"millions": 2e6, "tens of millions": 2e7, "hundreds of millions": 2e8, "billions": 2e9,
		"数十": 20, "数百": 200, "数千": 2e3, "数万": 2e4, "数十万": 2e5, "수십": 20, "수백": 200, "수천": 2e3, "수만": 2e4, "수십만": 2e5,
		"수백만": 2e6,
	},
	"de": {"dutzende": 24, "hunderte": 200, "tausende": 2e3, "zehntausende": 2e4, "hunderttausende": 2e5},
	"es": {
		"decenas": 20, "docenas": 24, "cientos": 200, "centenares": 200, "miles": 2e3, "millares": 2e3,
		"decenas de miles": 2e4, "cientos de miles": 2e5,
		"millones": 2e6,
	},
	"fr": {"dizaines": 20, "centaines": 200, "milliers": 2e3, "dizaines de milliers": 2e4,
		"centaines de milliers": 2e5},
	"pt": {"dezenas": 20, "centenas": 200, "milhares": 2e3, "dezenas de milhares": 2e4},
	"it": {"decine": 20, "centinaia": 200, "migliaia": 2e3},
	"nl": {"tientallen": 20, "honderden": 200, "duizenden": 2e3},
})

// dozens are the words for twelve.
var dozens = table(words[int64]{
	"":   {"a dozen": 12, "one dozen": 12, "half a dozen": 6, "two dozen": 24, "three dozen": 36},
	"de": {"ein dutzend": 12}, "es": {"una docena": 12, "media docena": 6}, "fr": {"une douzaine": 12},
	"pt": {"uma dúzia": 12}, "it": {"una dozzina": 12},
})

// partitives stand between such a word and what is counted.
var partitives = table(words[bool]{"": {"of": true}, "de": {"von": true}, "es": {"de": true},
	"fr": {"de": true, "d'": true}, "pt": {"de": true}, "it": {"di": true}})

// roughly reads a number that is only one of these words, with what is counted.
func (p *parser) roughly(qualifier Qualifier) (Value, bool) {
	p.skipSpace()
	ahead := *p
	n, end, ok := matchWord(p, dozens, p.pos)
	if !ok {
		if n, end, ok = matchWord(p, vague, p.pos); !ok || qualifier != 0 {
			return Value{}, false
		}
		qualifier = AtLeast
	}
	if isWordyAt(p.text, end) && !isCJK(lastRune(p.text[:end])) {
		return Value{}, false
	}
	ahead.pos = end
	if _, of, ok := matchWord(p, partitives, p.spaced(end)); ok {
		ahead.pos = of
	}
	q := quantity{start: p.pos, number: number.Int(n), half: number.Fraction(1, 2), size: number.Int(1), word: true,
		plus: -1}
	label := ahead.label(&q)
	if rest := p.spaced(ahead.pos); rest < len(p.text) && p.text[rest] != '(' || label == "" && ahead.pos > end {
		return Value{}, false
	}
	v, err := p.single(q, qualifier, label)
	p.pos = ahead.pos
	return v, err == nil
}
