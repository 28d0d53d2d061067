package value

import "strings"

// magnitudes multiply the number that they follow. Those of English hold in
// every language, unless the language gives the same word another meaning.
var magnitudes = table(words[int64]{
	"": {
		"k": 1e3, "K": 1e3, "thousand": 1e3, "hundred": 100,
		"m": 1e6, "M": 1e6, "mn": 1e6, "Mn": 1e6, "MN": 1e6, "mln": 1e6, "mln.": 1e6, "MM": 1e6, "million": 1e6,
		"millions": 1e6, "mio": 1e6, "mio.": 1e6,
		"b": 1e9, "B": 1e9, "bn": 1e9, "Bn": 1e9, "BN": 1e9, "bln": 1e9, "bln.": 1e9, "billion": 1e9, "billions": 1e9,
		"mrd": 1e9, "mrd.": 1e9,
		"t": 1e12, "T": 1e12, "tn": 1e12, "Tn": 1e12, "TN": 1e12, "trn": 1e12, "trillion": 1e12, "trillions": 1e12,
		"bio.": 1e12,
		"ダース":  12, "다스": 12,
		"lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "crore": 1e7, "crores": 1e7, "cr": 1e7, "Cr": 1e7,
		"हजार": 1e3, "हज\u093cार": 1e3, "लाख": 1e5, "करोड\u093c": 1e7, "करोड": 1e7, "अरब": 1e9, "खरब": 1e11,
		"मिलियन": 1e6, "बिलियन": 1e9, "ट्रिलियन": 1e12,
		"ألف": 1e3, "ألفا": 1e3, "ألفًا": 1e3, "ألفاً": 1e3, "ألفي": 1e3, "ألفين": 1e3, "ألفان": 1e3, "آلاف": 1e3,
		"مليون": 1e6, "مليونا": 1e6, "مليونًا": 1e6, "مليوناً": 1e6, "مليوني": 1e6, "مليونين": 1e6, "مليونان": 1e6,
		"ملايين": 1e6,
		"مليار":  1e9, "مليارا": 1e9, "مليارًا": 1e9, "ملياراً": 1e9, "ملياري": 1e9, "مليارين": 1e9, "ملياران": 1e9,
		"مليارات": 1e9,
		"بليون":   1e9, "بلايين": 1e9, "تريليون": 1e12, "تريليونا": 1e12, "تريليونًا": 1e12, "تريليوناً": 1e12,
		"تريليوني": 1e12, "تريليونين": 1e12, "تريليونات": 1e12,
		"אלף": 1e3, "אלפי": 1e3, "אלפים": 1e3, "מיליון": 1e6, "מיליוני": 1e6, "מיליונים": 1e6, "מיליארד": 1e9,
		"מיליארדי": 1e9, "מיליארדים": 1e9,
		"טריליון": 1e12, "טריליוני": 1e12, "טריליונים": 1e12,
		"พัน": 1e3, "หมื่น": 1e4, "แสน": 1e5, "ล้าน": 1e6, "พันล้าน": 1e9, "หมื่นล้าน": 1e10, "แสนล้าน": 1e11,
		"ล้านล้าน": 1e12,
		"тыс.":     1e3, "тыс": 1e3, "тысяча": 1e3, "тысячи": 1e3, "тысяч": 1e3, "млн": 1e6, "млн.": 1e6,
		"миллион": 1e6, "миллиона": 1e6,
		"миллионов": 1e6, "млрд": 1e9, "млрд.": 1e9, "миллиард": 1e9, "миллиарда": 1e9, "миллиардов": 1e9, "трлн": 1e12,
		"трлн.":    1e12,
		"триллион": 1e12, "триллиона": 1e12, "триллионов": 1e12,
	},
	"de": {
		"tausend": 1e3, "tsd": 1e3, "tsd.": 1e3, "million": 1e6, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9,
		"md.":     1e9,
		"billion": 1e12, "billionen": 1e12, "bio": 1e12, "billiarde": 1e15, "billiarden": 1e15, "trillion": 1e18,
		"trillionen": 1e18,
		"billions":   1e12, "trillions": 1e18, "hundert": 100, "hunderte": 100, "tausende": 1e3,
	},
	"es": {
		"mil": 1e3, "miles": 1e3, "centenar": 100, "centenares": 100, "millar": 1e3, "millares": 1e3, "millón": 1e6,
		"millon": 1e6, "millones": 1e6, "mill.": 1e6, "millardo": 1e9, "millardos": 1e9,
		"mil millones": 1e9, "billón": 1e12, "billon": 1e12, "billones": 1e12, "trillón": 1e18, "trillon": 1e18,
		"trillones": 1e18,
		"billion":   1e12, "billions": 1e12, "trillion": 1e18, "trillions": 1e18,
	},
	"fr": {
		"Bn": 1e12, "mille": 1e3, "centaine": 100, "centaines": 100, "millier": 1e3, "milliers": 1e3, "million": 1e6,
		"millions": 1e6, "milliard": 1e9, "milliards": 1e9, "md": 1e9, "Md": 1e9,
		"mds": 1e9, "mrds": 1e9, "billion": 1e12, "billions": 1e12, "trillion": 1e18, "trillions": 1e18,
	},
	"pt": {
		"mil": 1e3, "centena": 100, "centenas": 100, "milhar": 1e3, "milhares": 1e3, "milhão": 1e6, "milhões": 1e6,
		"milhao": 1e6, "milhoes": 1e6, "mi": 1e6, "mil milhões": 1e9,
		"bilhão": 1e9, "bilhões": 1e9, "bilhao": 1e9, "bilhoes": 1e9, "bi": 1e9, "bilião": 1e12, "biliões": 1e12,
		"trilhão": 1e12, "trilhões": 1e12, "trilhoes": 1e12, "tri": 1e12, "trilião": 1e18, "triliões": 1e18,
	},
	"pt-PT": {"billion": 1e12, "trillion": 1e18},
	"it": {
		"mila": 1e3, "centinaio": 100, "centinaia": 100, "migliaio": 1e3, "migliaia": 1e3, "milione": 1e6,
		"milioni": 1e6, "miliardo": 1e9, "miliardi": 1e9, "mld": 1e9, "mld.": 1e9,
		"bilione": 1e12, "bilioni": 1e12, "mille miliardi": 1e12, "mila miliardi": 1e12, "trilione": 1e18,
		"trilioni": 1e18,
		"billion":  1e12, "trillion": 1e18,
	},
	"nl": {
		"bln": 1e12, "duizend": 1e3, "miljoen": 1e6, "miljard": 1e9, "mld": 1e9, "mld.": 1e9, "biljoen": 1e12,
		"biljard": 1e15, "triljoen": 1e18,
		"billion": 1e12, "trillion": 1e18, "honderd": 100,
	},
	"sv": {"tusen": 1e3, "miljon": 1e6, "miljoner": 1e6, "milj": 1e6, "miljard": 1e9, "miljarder": 1e9, "mdr": 1e9,
		"biljon": 1e12, "biljoner": 1e12, "billion": 1e12, "trillion": 1e18},
	"da": {"tusind": 1e3, "tusinde": 1e3, "millioner": 1e6, "milliard": 1e9, "milliarder": 1e9, "mia": 1e9, "mia.": 1e9,
		"billion": 1e12, "billioner": 1e12, "trillion": 1e18},
	"no": norwegian, "nb": norwegian, "nn": norwegian,
	"pl": {"tys": 1e3, "tys.": 1e3, "tysiąc": 1e3, "tysiące": 1e3, "tysięcy": 1e3, "tysiąca": 1e3, "milion": 1e6,
		"miliona": 1e6, "miliarda": 1e9, "biliona": 1e12, "miliony": 1e6, "milionów": 1e6, "miliard": 1e9,
		"miliardy": 1e9, "miliardów": 1e9, "mld": 1e9, "mld.": 1e9, "bilion": 1e12, "biliony": 1e12, "bilionów": 1e12,
		"bln": 1e12, "billion": 1e12, "trillion": 1e18},
	"el": greek,
	"tr": {"bin": 1e3, "milyon": 1e6, "milyar": 1e9, "trilyon": 1e12},
	"cs": {"tisíc": 1e3, "tisíce": 1e3, "tisíců": 1e3, "tis.": 1e3, "milion": 1e6, "milionu": 1e6, "miliony": 1e6,
		"milionů": 1e6, "milión": 1e6, "miliónu": 1e6, "milióny": 1e6, "miliónů": 1e6, "mil.": 1e6,
		"miliarda": 1e9, "miliardy": 1e9, "miliard": 1e9, "mld": 1e9, "mld.": 1e9, "bilion": 1e12, "bilionu": 1e12,
		"biliony": 1e12, "bilionů": 1e12, "trilion": 1e18, "trilionů": 1e18},
	"fi": {"tuhat": 1e3, "tuhatta": 1e3, "tuhannen": 1e3, "miljoona": 1e6, "miljoonaa": 1e6, "miljoonan": 1e6,
		"milj": 1e6, "milj.": 1e6, "miljardi": 1e9, "miljardia": 1e9, "miljardin": 1e9,
		"biljoona": 1e12, "biljoonaa": 1e12, "biljoonan": 1e12},
	"hu": {"ezer": 1e3, "millió": 1e6, "milliárd": 1e9, "billió": 1e12, "billiárd": 1e15, "trillió": 1e18},
	"id": {"ribu": 1e3, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12},
	"ro": {"mie": 1e3, "mii": 1e3, "milion": 1e6, "milioane": 1e6, "mil.": 1e6, "miliard": 1e9, "miliarde": 1e9,
		"mld": 1e9, "mld.": 1e9},
	"uk": {"тисяча": 1e3, "тисячі": 1e3, "тисяч": 1e3, "тис": 1e3, "тис.": 1e3, "мільйон": 1e6, "мільйона": 1e6,
		"мільйони": 1e6, "мільйонів": 1e6, "мільярд": 1e9, "мільярда": 1e9, "мільярди": 1e9, "мільярдів": 1e9,
		"трильйон": 1e12, "трильйона": 1e12, "трильйони": 1e12, "трильйонів": 1e12},
	"vi": {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9, "nghìn tỷ": 1e12, "nghìn tỉ": 1e12,
		"ngàn tỷ": 1e12, "ngàn tỉ": 1e12},
})

// greek are the magnitudes of Greek, with the micro sign that a line has for mu.
var greek = func() map[string]int64 {
	named := map[string]int64{}
	for name, n := range map[string]int64{
		"χιλιάδες": 1e3, "χιλιάδων": 1e3, "χιλ.": 1e3, "εκατομμύριο": 1e6, "εκατομμύρια": 1e6, "εκατομμυρίων": 1e6,
		"εκατ.": 1e6, "εκατ": 1e6,
		"δισεκατομμύριο": 1e9, "δισεκατομμύρια": 1e9, "δισεκατομμυρίων": 1e9, "δισ.": 1e9, "δισ": 1e9,
		"τρισεκατομμύριο": 1e12, "τρισεκατομμύρια": 1e12, "τρισεκατομμυρίων": 1e12, "τρισ.": 1e12, "τρισ": 1e12,
	} {
		named[strings.ReplaceAll(name, "μ", "µ")] = n
	}
	return named
}()

// norwegian are the magnitudes of both written forms.
var norwegian = map[string]int64{
	"tusen": 1e3, "millioner": 1e6, "millionar": 1e6, "mill": 1e6, "mill.": 1e6, "milliard": 1e9, "milliarder": 1e9,
	"milliardar": 1e9, "mrd": 1e9,
	"billion": 1e12, "billioner": 1e12, "billionar": 1e12, "trillion": 1e18,
}

// easternMagnitudes are the magnitudes of Chinese, Japanese and Korean, which make
// compound numbers: 3천5백만 is (3×1000 + 5×100) × 10,000.
var easternMagnitudes = map[rune]int64{
	'十': 10, '百': 100, '千': 1e3, '십': 10, '백': 100, '천': 1e3,
	'万': 1e4, '萬': 1e4, '만': 1e4, '億': 1e8, '亿': 1e8, '억': 1e8, '兆': 1e12, '조': 1e12, '京': 1e16, '경': 1e16,
}

// chainedBelow: a magnitude below this may be followed by a greater one, as in
// thousand million and lakh crore.
const chainedBelow = 1e6

// numberWords count as numbers before a magnitude, a unit or a noun.
var numberWords = table(words[int64]{
	"": {
		"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
		"nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	},
	"de": {
		"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
		"sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
	},
	"es": {
		"un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
		"nueve": 9, "diez": 10, "once": 11, "doce": 12,
	},
	"fr": {
		"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
		"dix": 10, "onze": 11, "douze": 12,
	},
	"pt": {
		"um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8,
		"nove": 9, "dez": 10, "onze": 11, "doze": 12,
	},
	"it": {
		"un": 1, "una": 1, "uno": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8,
		"nove": 9, "dieci": 10, "undici": 11, "dodici": 12,
	},
	"ko": {
		"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열한": 11,
		"열두": 12,
	},
	"nl": {
		"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
		"tien": 10, "elf": 11, "twaalf": 12,
	},
})

// halves are the words for a half of a magnitude: half a billion.
var halves = table(words[bool]{
	"":   {"half a": true, "half": true},
	"de": {"eine halbe": true, "einer halben": true, "halbe": true, "halben": true},
	"es": {"medio": true}, "fr": {"un demi": true, "demi": true}, "pt": {"meio": true}, "it": {"mezzo": true},
})

// articles are the number words that are rather articles: they count only
// before a magnitude or a unit, not before a noun.
var articles = map[string]bool{
	"a": true, "an": true, "ein": true, "eine": true, "einen": true, "einem": true, "einer": true, "un": true,
	"una": true,
	"une": true, "um": true, "uma": true, "een": true,
}
