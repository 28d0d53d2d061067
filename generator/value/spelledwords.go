package value

// higherWords are the number words above twelve, and hundred, which multiplies.
var higherWords = table(words[int64]{
	"": {
		"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
		"twenty": 20,
		"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
	},
	"de": {
		"ein": 1, "sech": 6, "sieb": 7, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
		"achtzehn": 18, "neunzehn": 19,
		"zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
		"achtzig": 80, "neunzig": 90,
		"hundert": 100,
	},
	"es": {
		"trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19,
		"veinte":    20,
		"veintiuno": 21, "veintiún": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24,
		"veinticinco": 25,
		"veintiséis":  26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40,
		"cincuenta": 50,
		"sesenta":   60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100, "doscientos": 200,
		"doscientas":  200,
		"trescientos": 300, "trescientas": 300, "cuatrocientos": 400, "cuatrocientas": 400, "quinientos": 500,
		"quinientas":  500,
		"seiscientos": 600, "seiscientas": 600, "setecientos": 700, "setecientas": 700, "ochocientos": 800,
		"ochocientas": 800,
		"novecientos": 900, "novecientas": 900,
	},
	"fr": {
		"treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
		"quarante": 40, "cinquante": 50,
		"soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90, "cent": 100, "cents": 100,
	},
	"pt": {
		"treze": 13, "catorze": 14, "quatorze": 14, "quinze": 15, "dezesseis": 16, "dezasseis": 16, "dezessete": 17,
		"dezassete": 17,
		"dezoito":   18, "dezenove": 19, "dezanove": 19, "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50,
		"sessenta": 60,
		"setenta":  70, "oitenta": 80, "noventa": 90, "cem": 100, "cento": 100, "duzentos": 200, "duzentas": 200,
		"trezentos": 300,
		"trezentas": 300, "quatrocentos": 400, "quatrocentas": 400, "quinhentos": 500, "quinhentas": 500,
		"seiscentos": 600,
		"seiscentas": 600, "setecentos": 700, "setecentas": 700, "oitocentos": 800, "oitocentas": 800,
		"novecentos": 900, "novecentas": 900,
	},
	"it": {
		"tredici": 13, "quattordici": 14, "quindici": 15, "sedici": 16, "diciassette": 17, "diciotto": 18,
		"diciannove": 19, "venti": 20,
		"trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70, "ottanta": 80, "novanta": 90,
		"cento":   100,
		"ventuno": 21, "ventotto": 28, "trentuno": 31, "trentotto": 38, "quarantuno": 41, "quarantotto": 48,
		"cinquantuno":  51,
		"cinquantotto": 58, "sessantuno": 61, "sessantotto": 68, "settantuno": 71, "settantotto": 78, "ottantuno": 81,
		"ottantotto": 88,
		"novantuno":  91, "novantotto": 98, "mille": 1000,
	},
	"nl": {
		"dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
		"twintig": 20,
		"dertig":  30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90,
		"honderd": 100,
	},
})

// gluing are the languages that write the words of a number as one.
var gluing = listed("de nl it")

// spelledJoins connect the words of a number: two hundred and five, treinta y
// uno.
var spelledJoins = table(words[bool]{
	"": {"and": true}, "de": {"und": true}, "es": {"y": true}, "fr": {"et": true}, "pt": {"e": true},
	"nl": {"en": true},
})

// decimalWords stand for the decimal mark of a number in words.
var decimalWords = table(words[bool]{
	"": {"point": true}, "de": {"komma": true}, "es": {"coma": true, "punto": true}, "fr": {"virgule": true},
	"pt": {"vírgula": true}, "it": {"virgola": true}, "nl": {"komma": true},
})

// halvesBehind say that half of what was counted comes on top.
var halvesBehind = table(words[bool]{
	"":   {"and a half": true, "and-a-half": true, "半": true, "반": true},
	"de": {"einhalb": true, "und eine halbe": true}, "es": {"y medio": true, "y media": true},
	"fr": {"et demi": true, "et demie": true},
	"pt": {"e meio": true, "e meia": true}, "it": {"e mezzo": true, "e mezza": true}, "nl": {"en een half": true},
})

// spelledArticles are number words that are rather articles, and no part of a
// longer number in words.
var spelledArticles = listed("a an")

// abbreviated are magnitudes that belong to digits, not to number words.
var abbreviated = listed("mln mio mrd trn mds mrds mld tsd bio bln mia mdr")

// minusWords are the minus in words and by symbol, apart from the ASCII one.
var minusWords = table(words[bool]{
	"":   {"minus": true, "▲": true, "△": true, "マイナス": true, "마이너스": true, "负": true, "負": true},
	"fr": {"moins": true}, "es": {"menos": true}, "pt": {"menos": true}, "it": {"meno": true}, "nl": {"min": true},
})

// onesAndHalf are the words for a number and a half, apart from those that end
// in einhalb.
var onesAndHalf = table(words[int64]{
	"de": {"anderthalb": 1, "anderthalben": 1, "eineinhalb": 1, "einundeinhalb": 1},
	"nl": {"anderhalf": 1, "anderhalve": 1},
})
