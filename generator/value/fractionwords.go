package value

// denominators are the words for the parts that something is cut into.
var denominators = table(words[int64]{
	"": {
		"half": 2, "third": 3, "thirds": 3, "fourth": 4, "fourths": 4, "quarters": 4, "fifth": 5, "fifths": 5,
		"sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
		"tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12, "fifteenth": 15, "fifteenths": 15, "twentieth": 20,
		"twentieths": 20, "hundredth": 100, "hundredths": 100,
	},
	"de": {
		"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "siebentel": 7, "achtel": 8,
		"neuntel": 9, "zehntel": 10, "zwölftel": 12, "zwanzigstel": 20, "hundertstel": 100,
	},
	"es": {
		"tercio": 3, "tercios": 3, "tercera parte": 3, "terceras partes": 3, "cuarto": 4, "cuartos": 4,
		"cuarta parte": 4, "cuartas partes": 4, "quinto": 5, "quintos": 5, "quinta parte": 5, "quintas partes": 5,
		"sexto": 6, "sextos": 6, "sexta parte": 6, "sextas partes": 6, "séptimo": 7, "séptimos": 7, "séptima parte": 7,
		"séptimas partes": 7, "octavo": 8, "octavos": 8, "octava parte": 8, "octavas partes": 8, "noveno": 9,
		"novenos": 9, "novena parte": 9, "novenas partes": 9, "décimo": 10, "décimos": 10, "décima parte": 10,
		"décimas partes": 10, "vigésimo": 20, "vigésimos": 20, "vigésima parte": 20,
	},
	"fr": {
		"tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "sixième": 6, "sixièmes": 6,
		"septième": 7, "septièmes": 7, "huitième": 8, "huitièmes": 8, "neuvième": 9, "neuvièmes": 9, "dixième": 10,
		"dixièmes": 10, "douzième": 12, "douzièmes": 12, "vingtième": 20, "vingtièmes": 20, "centième": 100,
		"centièmes": 100,
	},
	"pt": {
		"terço": 3, "terços": 3, "quarto": 4, "quartos": 4, "quinto": 5, "quintos": 5, "sexto": 6, "sextos": 6,
		"sétimo": 7, "sétimos": 7, "oitavo": 8, "oitavos": 8, "nono": 9, "nonos": 9, "décimo": 10, "décimos": 10,
	},
	"it": {
		"terzo": 3, "terzi": 3, "quarto": 4, "quarti": 4, "quinto": 5, "quinti": 5, "sesto": 6, "sesti": 6,
		"settimo": 7, "settimi": 7, "ottavo": 8, "ottavi": 8, "nono": 9, "noni": 9, "decimo": 10, "decimi": 10,
		"ventesimo": 20, "ventesimi": 20,
	},
	"nl": {
		"derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9,
		"tiende": 10,
	},
})

// wholeFractions are fractions that need no numerator.
var wholeFractions = table(words[int64]{
	"": {"half": 2, "one-half": 2, "a half": 2, "one half": 2, "半分": 2, "半数": 2, "절반": 2, "一半": 2, "半數": 2},
	"de": {"die hälfte": 2, "hälfte": 2, "jeder zweite": 2, "jeder dritte": 3, "jeder vierte": 4, "jeder fünfte": 5,
		"jeder zehnte": 10},
	"es": {"la mitad": 2, "mitad": 2, "la tercera parte": 3, "la cuarta parte": 4, "la quinta parte": 5,
		"la décima parte": 10},
	"fr": {"la moitié": 2, "moitié": 2, "le tiers": 3, "le quart": 4}, "pt": {"metade": 2, "a metade": 2},
	"it": {"la metà": 2, "metà": 2}, "nl": {"de helft": 2, "helft": 2, "een kwart": 4},
})

// outOf stand between the two numbers of a share: one in five.
var outOf = table(words[bool]{
	"":   {"in": true, "in every": true, "of": true, "out of": true, "out of every": true},
	"de": {"von": true}, "es": {"de cada": true, "de": true}, "fr": {"sur": true},
	"pt": {"em cada": true, "de cada": true, "em": true},
	"it": {"su": true}, "nl": {"op de": true, "op": true, "van de": true},
})
