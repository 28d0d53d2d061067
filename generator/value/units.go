package value

import (
	"strings"

	"collate/generator/number"
)

// measure is what a unit's name says: x of it are x × factor + offset of unit.
type measure struct {
	unit   Unit
	factor number.Number // zero stands for 1
	offset number.Number
}

func (m measure) scale() number.Number {
	if m.factor.IsZero() {
		return number.Int(1)
	}
	return m.factor
}

// prefixes are the SI prefixes that news use, as a symbol and in Latin, Kana and
// Hangul, with the powers of ten.
var prefixes = []struct {
	symbol, name, kana, hangul string
	power                      int
}{
	{"n", "nano", "ナノ", "나노", -9}, {"µ", "micro", "マイクロ", "마이크로", -6}, {"m", "milli", "ミリ", "밀리", -3},
	{"c", "centi", "センチ", "센티", -2},
	{"d", "deci", "デシ", "데시", -1}, {"", "", "", "", 0}, {"h", "hecto", "ヘクト", "헥토", 2}, {"k", "kilo", "キロ", "킬로", 3},
	{"M", "mega", "メガ", "메가", 6}, {"G", "giga", "ギガ", "기가", 9}, {"T", "tera", "テラ", "테라", 12},
	{"P", "peta", "ペタ", "페타", 15},
	{"E", "exa", "エクサ", "엑사", 18}, {"Z", "zetta", "ゼタ", "제타", 21}, {"Y", "yotta", "ヨタ", "요타", 24},
}

// prefixed are the units that take SI prefixes: the symbol, the powers of ten
// from least to most, the base unit (with how many of it one is, as a power of
// ten) and the names by language.
var prefixed = []struct {
	symbol      string
	least, most int
	unit        Unit
	power       int
	names       map[string][]string
}{
	{"W", -9, 18, "W", 0, map[string][]string{"ja": {"ワット"}, "ko": {"와트"}, "": {"watt", "watts"},
		"es": {"vatio", "vatios", "watio", "watios"}, "pt": {"watt", "watts"}, "it": {"watt"}, "de": {"watt"},
		"fr": {"watt", "watts"}}},
	{"Wh", -3, 18, "Wh", 0, map[string][]string{
		"ja": {"ワット時"}, "ko": {"와트시"},
		"":   {"watt-hour", "watt-hours", "watt hour", "watt hours", "watthour", "watthours"},
		"de": {"wattstunde", "wattstunden"}, "fr": {"wattheure", "wattheures", "watt-heure", "watt-heures"},
		"es": {"vatio hora", "vatios hora", "vatios-hora", "vatio-hora"}, "it": {"wattora"}, "nl": {"wattuur"},
		"pt": {"watt-hora", "watts-hora"},
	}},
	{"Hz", -3, 18, "Hz", 0, map[string][]string{"ja": {"ヘルツ"}, "ko": {"헤르츠"}, "": {"hertz"},
		"es": {"hercio", "hercios"}}},
	{"V", -9, 9, "V", 0, map[string][]string{"ja": {"ボルト"}, "ko": {"볼트"}, "": {"volt", "volts"},
		"es": {"voltio", "voltios"}, "de": {"volt"}}},
	{"B", 0, 24, "B", 0, map[string][]string{"ja": {"バイト"}, "ko": {"바이트"}, "": {"byte", "bytes"},
		"fr": {"octet", "octets"}}},
	{"bit", 0, 24, "bit", 0, map[string][]string{"ja": {"ビット"}, "ko": {"비트"}, "": {"bit", "bits"}}},
	{"m", -9, 3, "m", 0, map[string][]string{
		"ja": {"メートル"}, "ko": {"미터"},
		"": {"metre", "metres", "meter", "meters"}, "de": {"meter", "metern"}, "es": {"metro", "metros"},
		"fr": {"mètre", "mètres"},
		"pt": {"metro", "metros"}, "it": {"metro", "metri"}, "nl": {"meter"},
	}},
	{"g", -9, 18, "g", 0, map[string][]string{
		"ja": {"グラム"}, "ko": {"그램"},
		"": {"gram", "grams", "gramme", "grammes"}, "de": {"gramm"}, "es": {"gramo", "gramos"},
		"fr": {"gramme", "grammes"}, "pt": {"grama", "gramas"},
		"it": {"grammo", "grammi"}, "nl": {"gram"},
	}},
	{"L", -6, 18, "L", 0, map[string][]string{
		"ja": {"リットル"}, "ko": {"리터"},
		"": {"litre", "litres", "liter", "liters"}, "de": {"liter", "litern"}, "fr": {"litre", "litres"},
		"es": {"litro", "litros"}, "pt": {"litro", "litros"},
		"it": {"litro", "litri"}, "nl": {"liter"},
	}},
	{"l", -6, 18, "L", 0, nil},
	{"t", 0, 9, "g", 6, map[string][]string{
		"": {"tonne", "tonnes"}, "de": {"tonne", "tonnen"}, "es": {"tonelada", "toneladas"},
		"pt": {"tonelada", "toneladas"},
		"it": {"tonnellata", "tonnellate"}, "nl": {"ton"},
	}},
}

// units are the names of units, those of English and the symbols under "". The
// metre, the tonne and the byte have no symbol of their own: a letter alone is
// a magnitude.
var units = addPrefixed(words[measure]{
	"": {
		"マイル": {"m", milli(1609344), number.Number{}}, "フィート": {"m", foot, number.Number{}},
		"インチ": {"m", inch, number.Number{}}, "피트": {"m", foot, number.Number{}}, "인치": {"m", inch, number.Number{}},
		"마일": {"m", milli(1609344), number.Number{}}, "英里": {"m", milli(1609344), number.Number{}},
		"英尺": {"m", foot, number.Number{}}, "英寸": {"m", inch, number.Number{}},
		"赫兹": {unit: "Hz"}, "エーカー": acre, "에이커": acre, "英亩": acre, "프로": {unit: "%"},
		"ミリ": {"m", number.Tenth(3), number.Number{}}, "センチ": {"m", number.Tenth(2), number.Number{}},
		"兆比特": {"bit", number.Int(1e6), number.Number{}}, "兆字节": {"B", number.Int(1e6), number.Number{}},
		"%": {unit: "%"}, "percent": {unit: "%"}, "per cent": {unit: "%"}, "pct": {unit: "%"}, "pct.": {unit: "%"},
		"pp": point, "pp.": point, "p.p.": point, "percentage point": point, "percentage points": point,
		"percent point": point, "percent points": point, "percentage-point": point, "percentage-points": point,
		"bp": basisPoint, "bps": basisPoint, "basis point": basisPoint, "basis points": basisPoint,
		"basis-point": basisPoint,
		"x":           times1, "X": times1, "×": times1, "times": times1, "fold": times1,
		"mile": {"m", milli(1609344), number.Number{}}, "miles": {"m", milli(1609344), number.Number{}},
		"ft": {"m", foot, number.Number{}}, "ft.": {"m", foot, number.Number{}},
		"foot": {"m", foot, number.Number{}}, "feet": {"m", foot, number.Number{}},
		"yard":  {"m", milli(9144).Quo(number.Int(10)), number.Number{}},
		"yards": {"m", milli(9144).Quo(number.Int(10)), number.Number{}}, "inch": {"m", inch, number.Number{}},
		"inches":        {"m", inch, number.Number{}},
		"nautical mile": {"m", number.Int(1852), number.Number{}}, "nautical miles": {"m", number.Int(1852),
			number.Number{}},
		"kms": {"m", number.Int(1000), number.Number{}}, "kgs": {"g", number.Int(1000), number.Number{}}, "mph": mph,
		"kph": {"m/second", number.Fraction(10, 36), number.Number{}},
		"kmh": {"m/second", number.Fraction(10, 36), number.Number{}}, "m/s": {unit: "m/second"},
		"m/h": {"m/second", number.Fraction(1, 3600), number.Number{}},
		"lb":  pound, "lbs": pound, "lb.": pound, "lbs.": pound,
		"metric ton": tonne, "metric tons": tonne, "metric tonne": tonne, "metric tonnes": tonne,
		"short ton": {"g", milli(907184740), number.Number{}}, "short tons": {"g", milli(907184740), number.Number{}},
		"long ton":  {"g", number.Decimal("10160469088", 4), number.Number{}},
		"long tons": {"g", number.Decimal("10160469088", 4), number.Number{}},
		"m²":        {unit: "m²"}, "m2": {unit: "m²"}, "sq m": {unit: "m²"}, "sq. m": {unit: "m²"}, "sqm": {unit: "m²"},
		"square metre": {unit: "m²"}, "square metres": {unit: "m²"}, "square meter": {unit: "m²"},
		"square meters": {unit: "m²"},
		"cm²":           {"m²", number.Decimal("1", 4), number.Number{}},
		"cm2":           {"m²", number.Decimal("1", 4), number.Number{}},
		"mm²":           {"m²", number.Decimal("1", 6), number.Number{}},
		"mm2":           {"m²", number.Decimal("1", 6), number.Number{}},
		"km²":           squareKilometre, "km2": squareKilometre, "sq km": squareKilometre, "sq. km": squareKilometre,
		"sqkm":             squareKilometre,
		"square kilometre": squareKilometre, "square kilometres": squareKilometre, "square kilometer": squareKilometre,
		"square kilometers": squareKilometre,
		"ha":                hectare, "hectare": hectare, "hectares": hectare, "acre": acre, "acres": acre,
		"ft²": squareFoot, "ft2": squareFoot, "sq ft": squareFoot, "sq. ft": squareFoot, "sq. ft.": squareFoot,
		"sq ft.": squareFoot, "sqft": squareFoot,
		"square foot": squareFoot, "square feet": squareFoot, "square-foot": squareFoot, "square-feet": squareFoot,
		"square mile": squareMile, "square miles": squareMile, "sq mi": squareMile, "sq. mi": squareMile,
		"sq. mi.": squareMile, "square-mile": squareMile,
		"m³": {"L", number.Int(1000), number.Number{}}, "m3": {"L", number.Int(1000), number.Number{}},
		"cubic metre":  {"L", number.Int(1000), number.Number{}},
		"cubic metres": {"L", number.Int(1000), number.Number{}},
		"cubic meter":  {"L", number.Int(1000), number.Number{}},
		"cubic meters": {"L", number.Int(1000), number.Number{}},
		"°C":           celsius, "ºC": celsius, "℃": celsius, "degree celsius": celsius, "degrees celsius": celsius,
		"degrees c": celsius, "celsius": celsius, "° C": celsius,
		"°F": fahrenheit, "ºF": fahrenheit, "℉": fahrenheit, "degree fahrenheit": fahrenheit,
		"degrees fahrenheit": fahrenheit, "degrees f": fahrenheit, "fahrenheit": fahrenheit, "° F": fahrenheit,
		"kb/s": {"bit/second", number.Int(1e3), number.Number{}},
		"Mb/s": {"bit/second", number.Int(1e6), number.Number{}},
		"Gb/s": {"bit/second", number.Int(1e9), number.Number{}}, "Tb/s": {"bit/second", number.Int(1e12),
			number.Number{}},
		"kbps": {"bit/second", number.Int(1e3), number.Number{}},
		"Kbps": {"bit/second", number.Int(1e3), number.Number{}},
		"Mbps": {"bit/second", number.Int(1e6), number.Number{}},
		"Gbps": {"bit/second", number.Int(1e9), number.Number{}}, "Tbps": {"bit/second", number.Int(1e12),
			number.Number{}},
		"KBps": {"B/second", number.Int(1e3), number.Number{}}, "kBps": {"B/second", number.Int(1e3), number.Number{}},
		"MBps": {"B/second", number.Int(1e6), number.Number{}}, "GBps": {"B/second", number.Int(1e9), number.Number{}},
		"TBps": {"B/second", number.Int(1e12), number.Number{}},
		"KB":   {"B", number.Int(1e3), number.Number{}}, "KiB": {"B", number.Int(1 << 10), number.Number{}},
		"MiB": {"B", number.Int(1 << 20), number.Number{}}, "GiB": {"B", number.Int(1 << 30), number.Number{}},
		"TiB": {"B", number.Int(1 << 40), number.Number{}}, "PiB": {"B", number.Int(1 << 50), number.Number{}},
		"EiB":   {"B", number.Int(1 << 60), number.Number{}},
		"Kibit": {"bit", number.Int(1 << 10), number.Number{}}, "Mibit": {"bit", number.Int(1 << 20), number.Number{}},
		"Gibit": {"bit", number.Int(1 << 30), number.Number{}},
		"kwh":   {"Wh", number.Int(1e3), number.Number{}}, "KW": {"W", number.Int(1e3), number.Number{}},
		"KHz": {"Hz", number.Int(1e3), number.Number{}},

		"퍼센트": {unit: "%"}, "% points": point, "% point": point, "%-points": point, "%포인트": point, "% 포인트": point,
		"퍼센트포인트": point, "퍼센트 포인트": point, "%p": point, "%P": point, "배": times1,
		"パーセント": {unit: "%"}, "割": {"%", number.Int(10), number.Number{}}, "成": {"%", number.Int(10), number.Number{}},
		"할": {"%", number.Int(10), number.Number{}}, "प्रतिशत": {unit: "%"}, "パーセントポイント": point, "ポイント": point,
		"倍":    times1,
		"个百分点": point, "百分点": point, "個百分點": point, "基点": basisPoint, "个基点": basisPoint, "ベーシスポイント": basisPoint,
		"bp포인트": basisPoint,
		"千瓦":    {"W", number.Int(1e3), number.Number{}}, "兆瓦": {"W", number.Int(1e6), number.Number{}},
		"吉瓦": {"W", number.Int(1e9), number.Number{}}, "太瓦": {"W", number.Int(1e12), number.Number{}},
		"千瓦时": {"Wh", number.Int(1e3), number.Number{}}, "兆瓦时": {"Wh", number.Int(1e6), number.Number{}},
		"吉瓦时": {"Wh", number.Int(1e9), number.Number{}}, "太瓦时": {"Wh", number.Int(1e12), number.Number{}},
		"平方メートル": {unit: "m²"}, "平方キロメートル": squareKilometre, "ヘクタール": hectare, "トン": tonne,
		"제곱미터": {unit: "m²"}, "제곱킬로미터": squareKilometre, "㎡": {unit: "m²"}, "㎢": squareKilometre,
		"㎞": {"m", number.Int(1e3), number.Number{}}, "㎝": {"m", number.Tenth(2), number.Number{}},
		"㎜": {"m", number.Tenth(3), number.Number{}}, "㎏": {"g", number.Int(1e3), number.Number{}},
		"㎎": {"g", number.Tenth(3), number.Number{}},
		"㎾": {"W", number.Int(1e3), number.Number{}}, "㎾h": {"Wh", number.Int(1e3), number.Number{}},
		"㎿h": {"Wh", number.Int(1e6), number.Number{}}, "㎿": {"W", number.Int(1e6), number.Number{}},
		"㎓": {"Hz", number.Int(1e9), number.Number{}}, "㎒": {"Hz", number.Int(1e6), number.Number{}}, "ℓ": {unit: "L"},
		"㏊": hectare, "헥타르": hectare, "톤": tonne,
		"公里": {"m", number.Int(1e3), number.Number{}}, "平方米": {unit: "m²"}, "平方公里": squareKilometre, "公顷": hectare,
		"吨": tonne, "公斤": {"g", number.Int(1e3), number.Number{}}, "千克": {"g", number.Int(1e3), number.Number{}},
		"гигаватт": {"W", number.Int(1e9), number.Number{}}, "мегаватт": {"W", number.Int(1e6), number.Number{}},
		"тонна": tonne, "тонны": tonne, "тонн": tonne, "км": {"m", number.Int(1e3), number.Number{}},
		"кг":      {"g", number.Int(1e3), number.Number{}},
		"процент": {unit: "%"}, "процента": {unit: "%"}, "процентов": {unit: "%"}, "п.п.": point, "п. п.": point,
		"гвт": {"W", number.Int(1e9), number.Number{}}, "мвт": {"W", number.Int(1e6), number.Number{}}, "раза": times1,
		"раз": times1,
	},
	"de": {
		"fuß": {"m", foot, number.Number{}}, "zoll": {"m", inch, number.Number{}}, "acre": acre, "acres": acre,
		"stundenkilometer":     {"m/second", number.Fraction(10, 36), number.Number{}},
		"stundenkilometern":    {"m/second", number.Fraction(10, 36), number.Number{}},
		"kilometer pro stunde": {"m/second", number.Fraction(10, 36), number.Number{}},
		"TEUR":                 {"EUR", number.Int(1e3), number.Number{}},
		"T€":                   {"EUR", number.Int(1e3), number.Number{}}, "prozent": {unit: "%"}, "v.h.": {unit: "%"},
		"prozentpunkt": point, "prozentpunkte": point, "prozentpunkten": point, "basispunkt": basisPoint,
		"basispunkte": basisPoint, "basispunkten": basisPoint,
		"fach": times1, "fache": times1, "mal": times1, "quadratmeter": {unit: "m²"}, "quadratmetern": {unit: "m²"},
		"qm": {unit: "m²"}, "quadratkilometer": squareKilometre, "quadratkilometern": squareKilometre,
		"hektar":     hectare,
		"kubikmeter": {"L", number.Int(1000), number.Number{}}, "meile": {"m", milli(1609344), number.Number{}},
		"meilen": {"m", milli(1609344), number.Number{}}, "grad celsius": celsius, "grad fahrenheit": fahrenheit,
	},
	"es": {
		"mdp": {"MXN", number.Int(1e6), number.Number{}}, "mdd": {"USD", number.Int(1e6), number.Number{}},
		"milla": {"m", milli(1609344), number.Number{}}, "pie": {"m", foot, number.Number{}},
		"pies": {"m", foot, number.Number{}}, "pulgada": {"m", inch, number.Number{}},
		"pulgadas": {"m", inch, number.Number{}}, "acre": acre, "toneladas métricas": tonne, "tonelada métrica": tonne,
		"por cien":   {unit: "%"},
		"por ciento": {unit: "%"}, "porciento": {unit: "%"}, "punto porcentual": point, "puntos porcentuales": point,
		"punto básico": basisPoint, "puntos básicos": basisPoint, "puntos basicos": basisPoint,
		"punto base": basisPoint, "puntos base": basisPoint,
		"veces": times1, "metros cuadrados": {unit: "m²"}, "metro cuadrado": {unit: "m²"},
		"kilómetros cuadrados": squareKilometre, "kilómetro": {"m", number.Int(1e3), number.Number{}},
		"kilómetros": {"m", number.Int(1e3), number.Number{}}, "hectárea": hectare, "hectáreas": hectare,
		"metros cúbicos": {"L", number.Int(1000), number.Number{}}, "millas": {"m", milli(1609344), number.Number{}},
		"grados celsius": celsius, "acres": acre,
	},
	"fr": {
		"pied": {"m", foot, number.Number{}}, "pieds": {"m", foot, number.Number{}},
		"pouce": {"m", inch, number.Number{}}, "pouces": {"m", inch, number.Number{}},
		"mille marin": {"m", number.Int(1852), number.Number{}}, "kilo": {"g", number.Int(1000), number.Number{}},
		"kilos":     {"g", number.Int(1000), number.Number{}},
		"pour-cent": {unit: "%"}, "mégabits": {"bit", number.Int(1e6), number.Number{}},
		"mégabit": {"bit", number.Int(1e6), number.Number{}}, "tonnes métriques": tonne,
		"pour cent": {unit: "%"}, "pourcent": {unit: "%"}, "point de pourcentage": point,
		"points de pourcentage": point, "point de base": basisPoint, "points de base": basisPoint, "pdb": basisPoint,
		"fois": times1, "mètre carré": {unit: "m²"}, "mètres carrés": {unit: "m²"}, "kilomètre carré": squareKilometre,
		"kilomètres carrés": squareKilometre, "mètres cubes": {"L", number.Int(1000), number.Number{}},
		"Go": {"B", number.Int(1e9), number.Number{}}, "To": {"B", number.Int(1e12), number.Number{}},
		"Mo": {"B", number.Int(1e6), number.Number{}}, "Ko": {"B", number.Int(1e3), number.Number{}},
		"Po": {"B", number.Int(1e15), number.Number{}}, "degrés celsius": celsius, "degrés": celsius,
	},
	"pt": {
		"milha": {"m", milli(1609344), number.Number{}}, "milhas": {"m", milli(1609344), number.Number{}},
		"pé": {"m", foot, number.Number{}}, "pés": {"m", foot, number.Number{}},
		"polegada": {"m", inch, number.Number{}}, "polegadas": {"m", inch, number.Number{}}, "acres": acre,
		"acre":      acre,
		"por cento": {unit: "%"}, "ponto percentual": point, "pontos percentuais": point, "p.p.": point,
		"ponto-base": basisPoint, "pontos-base": basisPoint, "pontos base": basisPoint,
		"vezes": times1, "metros quadrados": {unit: "m²"}, "quilômetro": {"m", number.Int(1e3), number.Number{}},
		"quilômetros": {"m", number.Int(1e3), number.Number{}}, "quilómetros": {"m", number.Int(1e3), number.Number{}},
		"quilômetros quadrados": squareKilometre,
		"quilo":                 {"g", number.Int(1e3), number.Number{}},
		"quilos":                {"g", number.Int(1e3), number.Number{}}, "hectare": hectare, "graus celsius": celsius,
	},
	"it": {
		"miglio": {"m", milli(1609344), number.Number{}}, "miglia": {"m", milli(1609344), number.Number{}},
		"piede": {"m", foot, number.Number{}}, "piedi": {"m", foot, number.Number{}},
		"pollice": {"m", inch, number.Number{}}, "pollici": {"m", inch, number.Number{}}, "acro": acre, "acri": acre,
		"chilometri orari":   {"m/second", number.Fraction(10, 36), number.Number{}},
		"km orari":           {"m/second", number.Fraction(10, 36), number.Number{}},
		"chilometri all'ora": {"m/second", number.Fraction(10, 36), number.Number{}},
		"per cento":          {unit: "%"}, "percento": {unit: "%"}, "punto percentuale": point,
		"punti percentuali": point, "punti base": basisPoint, "punto base": basisPoint, "volte": times1,
		"metri quadrati": {unit: "m²"}, "metri quadri": {unit: "m²"},
		"chilometro": {"m", number.Int(1e3), number.Number{}}, "chilometri": {"m", number.Int(1e3), number.Number{}},
		"chilometri quadrati": squareKilometre, "ettaro": hectare, "ettari": hectare,
		"chilo": {"g", number.Int(1e3), number.Number{}}, "chili": {"g", number.Int(1e3), number.Number{}},
		"chilogrammi": {"g", number.Int(1e3), number.Number{}}, "gradi celsius": celsius,
	},
	"nl": {
		"mijl": {"m", milli(1609344), number.Number{}}, "voet": {"m", foot, number.Number{}},
		"inch": {"m", inch, number.Number{}}, "acre": acre, "mijl per uur": mph,
		"kilometer per uur": {"m/second", number.Fraction(10, 36), number.Number{}},
		"procent":           {unit: "%"}, "procentpunt": point, "procentpunten": point, "basispunt": basisPoint,
		"basispunten": basisPoint, "keer": times1, "maal": times1, "voudig": times1,
		"vierkante meter": {unit: "m²"}, "vierkante kilometer": squareKilometre,
		"kuub": {"L", number.Int(1000), number.Number{}}, "graden celsius": celsius,
	},
	"zh": {"瓦": {unit: "W"}, "米": {unit: "m"}, "克": {unit: "g"}, "升": {unit: "L"}},
	"sv": {"procent": {unit: "%"}, "procentenhet": point, "procentenheter": point},
	"da": {"procent": {unit: "%"}, "procentpoint": point},
	"nb": {"prosent": {unit: "%"}, "prosentpoeng": point},
})

var (
	point           = measure{unit: "pp"}
	basisPoint      = measure{"pp", number.Tenth(2), number.Number{}}
	times1          = measure{unit: "×"}
	foot            = number.Decimal("3048", 4)
	inch            = number.Decimal("254", 4)
	mph             = measure{"m/second", number.Decimal("44704", 5), number.Number{}}
	pound           = measure{"g", number.Decimal("45359237", 5), number.Number{}}
	tonne           = measure{"g", number.Int(1e6), number.Number{}}
	hectare         = measure{"m²", number.Int(1e4), number.Number{}}
	acre            = measure{"m²", number.Decimal("40468564224", 7), number.Number{}}
	squareFoot      = measure{"m²", foot.Mul(foot), number.Number{}}
	squareMile      = measure{"m²", milli(1609344).Mul(milli(1609344)), number.Number{}}
	squareKilometre = measure{"m²", number.Int(1e6), number.Number{}}
	celsius         = measure{unit: "°C"}
	fahrenheit      = measure{"°C", number.Fraction(5, 9), number.Fraction(-160, 9)}
)

// milli is n thousandths.
func milli(n int64) number.Number { return number.Fraction(n, 1000) }

// addPrefixed adds each prefixed unit with each of its prefixes.
func addPrefixed(all words[measure]) phrases[measure] {
	for _, u := range prefixed {
		for _, p := range prefixes {
			everyday := p.power%3 != 0 // as in centimetre
			if p.power < u.least || p.power > u.most || everyday &&
				(u.symbol == "t" || u.unit != "m" && u.unit != "L" && u.unit != "g") {
				continue
			}
			m := measure{unit: u.unit, factor: powerOfTen(p.power + u.power)}
			if symbol := p.symbol + u.symbol; symbol != "m" && symbol != "B" && symbol != "t" {
				all[""][symbol] = m
			}
			for language, names := range u.names {
				for _, name := range names {
					switch language {
					case "ja":
						all[""][p.kana+name] = m
					case "ko":
						all[""][p.hangul+name] = m
					default:
						all[language][prefixedName(language, p.name, name)] = m
					}
				}
			}
		}
	}
	return table(all)
}

// prefixNames are the names of prefixes that a language writes in its own way.
var prefixNames = map[string]map[string]string{
	"de": {"micro": "mikro", "centi": "zenti", "deci": "dezi", "hecto": "hekto"},
	"es": {"milli": "mili"},
	"fr": {"deci": "déci", "mega": "méga", "tera": "téra", "peta": "péta"},
	"pt": {"milli": "mili", "kilo": "quilo"},
	"it": {"hecto": "etto", "kilo": "chilo"},
}

// prefixedName is the name of a unit with a prefix, as a language writes it:
// kilómetro has an accent that kilogramo has not.
func prefixedName(language, prefix, name string) string {
	if own, ok := prefixNames[language][prefix]; ok {
		prefix = own
	}
	if (language == "es" || language == "pt") && strings.HasPrefix(name, "metro") && prefix != "" {
		stem, last := prefix[:len(prefix)-1], prefix[len(prefix)-1:]
		prefix = stem + strings.NewReplacer("a", "á", "i", "í", "o", "ó").Replace(last)
	}
	return prefix + name
}

func powerOfTen(p int) number.Number {
	if p < 0 {
		return number.Tenth(-p)
	}
	return number.Decimal("1"+strings.Repeat("0", p), 0)
}

// afterMagnitude are the symbols that only a magnitude before them, or a
// stroke, tells from magnitudes: 5 million t, $50/t.
var afterMagnitude = table(words[measure]{"": {"t": tonne}})

// multiples are words that are a number of times by themselves.
var multiples = table(words[int64]{
	"": {
		"twice": 2, "double": 2, "triple": 3, "treble": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6, "twofold": 2,
		"threefold": 3, "fourfold": 4,
		"fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "elevenfold": 11,
		"twelvefold": 12,
		"doubled":    2, "tripled": 3, "quadrupled": 4,
	},
	"de": {
		"doppelt": 2, "doppelte": 2, "das doppelte": 2, "zweifach": 2, "dreifach": 3, "das dreifache": 3,
		"dreifache": 3, "vierfach": 4,
		"das vierfache": 4, "fünffach": 5, "das fünffache": 5, "zehnfach": 10, "das zehnfache": 10,
	},
	"es": {"doble": 2, "el doble": 2, "triple": 3, "el triple": 3, "cuádruple": 4, "el cuádruple": 4},
	"fr": {"double": 2, "le double": 2, "triple": 3, "le triple": 3, "quadruple": 4, "le quadruple": 4},
	"pt": {"dobro": 2, "o dobro": 2, "triplo": 3, "o triplo": 3}, "it": {"doppio": 2, "il doppio": 2, "triplo": 3,
		"il triplo": 3},
	"nl": {"dubbel": 2, "het dubbele": 2, "drievoudig": 3, "het drievoudige": 3},
})
