package value

import "collate/generator/number"

// cent is the hundredth part of a currency.
func cent(currency Unit) measure { return measure{currency, number.Fraction(1, 100), number.Number{}} }

// cents are the names of small coins. Those of a dollar are of the dollar that
// the site means.
var cents = table(words[measure]{
	"": {
		"cent": cent(dollars), "cents": cent(dollars), "¢": cent(dollars), "us cents": cent("USD"),
		"セント": cent(dollars), "센트": cent(dollars),
		"euro cents": cent("EUR"), "euro cent": cent("EUR"), "eurocents": cent("EUR"), "eurocent": cent("EUR"),
		"ユーロセント": cent("EUR"),
		"pence":  cent("GBP"), "penny": cent("GBP"), "ペンス": cent("GBP"), "펜스": cent("GBP"), "美分": cent("USD"),
	},
	"de": {"cent": cent("EUR"), "cents": cent("EUR"), "eurocent": cent("EUR")},
	"nl": {"cent": cent("EUR"), "eurocent": cent("EUR")},
	"es": {"céntimo": cent("EUR"), "céntimos": cent("EUR"), "céntimos de euro": cent("EUR")},
	"fr": {"centime": cent("EUR"), "centimes": cent("EUR"), "centimes d'euro": cent("EUR"), "cent": {}, "cents": {}},
	"it": {"centesimo": cent("EUR"), "centesimi": cent("EUR"), "centesimi di euro": cent("EUR")},
})
