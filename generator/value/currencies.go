package value

import "strings"

// dollars stands for whatever dollar the site's bare $ means.
const dollars = "$"

// currencyCodes are the codes of ISO 4217 in use, and those of late years that
// reports still name.
var currencyCodes = func() map[string]bool {
	codes := map[string]bool{}
	for _, code := range strings.Fields(`
		AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
		CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP
		GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR
		KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
		MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
		SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
		USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF
		XPT XSU XUA YER ZAR ZMW ZWG
		ANG BGN CUC HRK SLL ZWL`) {
		codes[code] = true
	}
	return codes
}()

// KnownCurrency says whether code is a currency code of ISO 4217: USD.
func KnownCurrency(code string) bool { return currencyCodes[code] }

// currencySigns may stand before or after the number.
var currencySigns = table(words[string]{
	"": {
		"$": dollars, "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD",
		"NT$": "TWD", "S$": "SGD", "SG$": "SGD", "NZ$": "NZD", "R$": "BRL", "MX$": "MXN", "Mex$": "MXN",
		"$US": "USD", "$ US": "USD", "$CA": "CAD", "$ CA": "CAD", "$CAN": "CAD", "$ CAN": "CAD", "$AU": "AUD",
		"$NZ": "NZD", "$HK": "HKD",
		"US $": "USD", "USD$": "USD", "CAD$": "CAD", "AUD$": "AUD", "U.S.$": "USD", "U.S. $": "USD",
		"€": "EUR", "£": "GBP", "UK£": "GBP", "¥": "JPY", "JP¥": "JPY", "CN¥": "CNY", "RMB¥": "CNY", "RMB": "CNY",
		"₩": "KRW", "₹": "INR", "Rs": "INR", "Rs.": "INR", "₽": "RUB", "₺": "TRY", "₫": "VND", "₪": "ILS",
		"SFr": "CHF", "SFr.": "CHF", "Fr.": "CHF", "₦": "NGN", "₴": "UAH", "₸": "KZT", "₼": "AZN",
		"₾": "GEL", "฿": "THB", "₱": "PHP", "₲": "PYG", "₡": "CRC", "₵": "GHS", "₭": "LAK", "₮": "MNT",
		"៛": "KHR", "؋": "AFN", "֏": "AMD", "৳": "BDT", "zł": "PLN", "Kč": "CZK",
		"Rp": "IDR", "RM": "MYR", "円": "JPY", "圓": "JPY", "원": "KRW", "元": "CNY",
	},
	"zh": {"¥": "CNY"}, "zh-TW": {"元": "TWD", "圓": "TWD"}, "zh-HK": {"元": "HKD", "圓": "HKD"}, "zh-MO": {"元": "MOP"},
	"sv": {"kr": "SEK"}, "da": {"kr": "DKK", "kr.": "DKK"}, "is": {"kr": "ISK", "kr.": "ISK"},
	"no": {"kr": "NOK", "kr.": "NOK"}, "nb": {"kr": "NOK", "kr.": "NOK"}, "nn": {"kr": "NOK", "kr.": "NOK"},
	"hu": {"Ft": "HUF"},
})

// currencyNames stand after the number.
var currencyNames = table(words[string]{
	"": {
		"taiwanese dollar": "TWD", "taiwanese dollars": "TWD", "jamaican dollar": "JMD", "jamaican dollars": "JMD",
		"fijian dollar": "FJD", "fijian dollars": "FJD", "namibian dollar": "NAD", "namibian dollars": "NAD",
		"liberian dollar": "LRD", "liberian dollars": "LRD", "bahamian dollar": "BSD", "bahamian dollars": "BSD",
		"sudanese pounds": "SDG", "south sudanese pounds": "SSP", "syrian pounds": "SYP", "turkish pounds": "TRY",
		"brazilian reals": "BRL", "cambodian riels": "KHR", "cambodian riel": "KHR", "riels": "KHR", "rmb": "CNY",
		"sterlings": "GBP", "pakistani rupee": "PKR", "sri lankan rupee": "LKR", "kazakh tenge": "KZT",
		"bangladeshi taka": "BDT", "ニュージーランドドル": "NZD", "米国ドル": "USD", "オーストラリアドル": "AUD", "インドルピー": "INR",
		"パキスタンルピー": "PKR", "中国元": "CNY", "韓国ウォン": "KRW", "トルコリラ": "TRY", "タイバーツ": "THB", "バーツ": "THB",
		"ブラジルレアル": "BRL", "メキシコペソ": "MXN", "フィリピンペソ": "PHP", "ベトナムドン": "VND", "ルピア": "IDR", "インドネシアルピア": "IDR",
		"대만달러": "TWD", "뉴질랜드 달러": "NZD", "뉴질랜드달러": "NZD", "캐나다달러": "CAD", "호주달러": "AUD", "홍콩달러": "HKD",
		"싱가포르달러": "SGD", "일본 엔": "JPY", "일본 엔화": "JPY", "중국 위안": "CNY", "인도 루피": "INR", "파키스탄 루피": "PKR",
		"브라질 헤알": "BRL", "헤알": "BRL", "멕시코 페소": "MXN", "필리핀 페소": "PHP", "태국 바트": "THB", "바트": "THB",
		"튀르키예 리라": "TRY", "터키 리라": "TRY", "베트남 동": "VND", "러시아 루블": "RUB", "영국 파운드": "GBP", "스위스프랑": "CHF",
		"美圆": "USD", "美圓": "USD", "新西兰元": "NZD", "加拿大元": "CAD", "澳大利亚元": "AUD", "印度卢比": "INR",
		"dollar": dollars, "dollars": dollars,
		"us dollar": "USD", "us dollars": "USD", "u.s. dollar": "USD", "u.s. dollars": "USD",
		"us-dollar": "USD", "us-dollars": "USD", "american dollars": "USD", "canadian dollars": "CAD",
		"australian dollars": "AUD",
		"hong kong dollars":  "HKD", "singapore dollars": "SGD", "new zealand dollars": "NZD",
		"taiwan dollars": "TWD", "new taiwan dollars": "TWD",
		"canadian dollar": "CAD", "australian dollar": "AUD", "hong kong dollar": "HKD",
		"singapore dollar": "SGD", "new zealand dollar": "NZD", "taiwan dollar": "TWD", "new taiwan dollar": "TWD",
		"euro": "EUR", "euros": "EUR",
		"pound": "GBP", "pounds": "GBP", "pound sterling": "GBP", "pounds sterling": "GBP",
		"british pounds": "GBP", "sterling": "GBP",
		"won": "KRW", "korean won": "KRW", "south korean won": "KRW",
		"yuan": "CNY", "chinese yuan": "CNY", "renminbi": "CNY", "yuan renminbi": "CNY",
		"yen": "JPY", "japanese yen": "JPY",
		"rupee": "INR", "rupees": "INR", "indian rupee": "INR", "indian rupees": "INR",
		"pakistani rupees": "PKR", "sri lankan rupees": "LKR", "nepalese rupees": "NPR",
		"rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "russian roubles": "RUB",
		"russian rubles": "RUB",
		"swiss franc":    "CHF", "swiss francs": "CHF", "cfa francs": "XOF",
		"swedish krona": "SEK", "swedish kronor": "SEK", "swedish crowns": "SEK",
		"norwegian krone": "NOK", "norwegian kroner": "NOK", "norwegian crowns": "NOK",
		"danish krone": "DKK", "danish kroner": "DKK", "danish crowns": "DKK",
		"czech koruna": "CZK", "czech crowns": "CZK", "icelandic kronur": "ISK",
		"zloty": "PLN", "zlotys": "PLN", "złoty": "PLN", "zlotych": "PLN", "złotych": "PLN", "polish zloty": "PLN",
		"polish zlotys": "PLN",
		"forint":        "HUF", "forints": "HUF", "hryvnia": "UAH", "hryvnias": "UAH", "lei": "RON",
		"turkish lira": "TRY", "turkish liras": "TRY", "lira": "TRY", "liras": "TRY",
		"shekel": "ILS", "shekels": "ILS", "new shekels": "ILS", "israeli shekels": "ILS",
		"reais": "BRL", "brazilian real": "BRL", "brazilian reais": "BRL",
		"mexican peso": "MXN", "mexican pesos": "MXN", "argentine pesos": "ARS", "chilean pesos": "CLP",
		"colombian pesos": "COP", "philippine pesos": "PHP", "philippine peso": "PHP", "uruguayan pesos": "UYU",
		"rand": "ZAR", "south african rand": "ZAR", "naira": "NGN", "kenyan shillings": "KES", "cedis": "GHS",
		"rupiah": "IDR", "indonesian rupiah": "IDR", "ringgit": "MYR", "malaysian ringgit": "MYR",
		"baht": "THB", "thai baht": "THB", "dong": "VND", "vietnamese dong": "VND", "taka": "BDT", "tenge": "KZT",
		"uae dirhams": "AED", "emirati dirhams": "AED", "moroccan dirhams": "MAD",
		"saudi riyals": "SAR", "saudi riyal": "SAR", "qatari riyals": "QAR", "omani rials": "OMR",
		"iranian rials":  "IRR",
		"kuwaiti dinars": "KWD", "bahraini dinars": "BHD", "jordanian dinars": "JOD",
		"egyptian pounds": "EGP", "lebanese pounds": "LBP",

		"ドル": dollars, "米ドル": "USD", "豪ドル": "AUD", "カナダドル": "CAD", "香港ドル": "HKD", "台湾ドル": "TWD", "シンガポールドル": "SGD",
		"ユーロ": "EUR", "ポンド": "GBP", "英ポンド": "GBP", "ウォン": "KRW", "人民元": "CNY", "日本円": "JPY", "ルピー": "INR",
		"スイスフラン": "CHF", "ルーブル": "RUB", "レアル": "BRL",
		"달러": dollars, "미 달러": "USD", "미달러": "USD", "미국 달러": "USD", "캐나다 달러": "CAD", "호주 달러": "AUD", "홍콩 달러": "HKD",
		"싱가포르 달러": "SGD", "대만 달러": "TWD", "유로": "EUR", "파운드": "GBP", "엔": "JPY", "엔화": "JPY", "위안": "CNY", "위안화": "CNY",
		"루피": "INR", "루블": "RUB", "스위스 프랑": "CHF",
		"美元": "USD", "美金": "USD", "欧元": "EUR", "歐元": "EUR", "英镑": "GBP", "英鎊": "GBP", "日元": "JPY", "日圆": "JPY",
		"日圓": "JPY",
		"韩元": "KRW", "韓元": "KRW", "人民币": "CNY", "人民幣": "CNY", "元人民币": "CNY", "港元": "HKD", "港币": "HKD", "加元": "CAD",
		"澳元":  "AUD",
		"新台币": "TWD", "新台幣": "TWD", "新加坡元": "SGD", "新元": "SGD", "瑞士法郎": "CHF", "卢布": "RUB", "卢比": "INR",
		"доллар": dollars, "доллара": dollars, "долларов": dollars, "долларов сша": "USD", "доллара сша": "USD",
		"евро": "EUR", "рубль": "RUB",
		"рубля": "RUB", "рублей": "RUB", "руб.": "RUB", "руб": "RUB", "юаней": "CNY", "иен": "JPY", "фунтов": "GBP",
		"фунтов стерлингов": "GBP",
	},
	"de": {
		"kanadischen dollar": "CAD", "kanadischer dollar": "CAD", "australischen dollar": "AUD",
		"australischer dollar": "AUD", "neuseeländische dollar": "NZD", "neuseeländischen dollar": "NZD",
		"neuseeländischer dollar": "NZD", "taiwanische dollar": "TWD", "taiwanischen dollar": "TWD",
		"taiwanischer dollar": "TWD", "singapurische dollar": "SGD", "singapurischen dollar": "SGD",
		"singapurischer dollar": "SGD", "amerikanische dollar": "USD", "amerikanischen dollar": "USD",
		"amerikanischer dollar": "USD", "indische rupien": "INR", "indischen rupien": "INR",
		"pakistanische rupien": "PKR", "pakistanischen rupien": "PKR", "hongkong-dollar": "HKD",
		"ägyptische pfund": "EGP", "ägyptischen pfund": "EGP", "mexikanische peso": "MXN",
		"mexikanische pesos": "MXN", "argentinische peso": "ARS", "argentinische pesos": "ARS",
		"brasilianische real": "BRL", "brasilianische reais": "BRL", "britischen pfund": "GBP",
		"tschechische kronen": "CZK", "schwedischen kronen": "SEK", "norwegischen kronen": "NOK",
		"dänischen kronen": "DKK",
		"us-dollar":        "USD", "us dollar": "USD", "kanadische dollar": "CAD", "australische dollar": "AUD",
		"pfund": "GBP", "britische pfund": "GBP", "pfund sterling": "GBP", "franken": "CHF", "schweizer franken": "CHF",
		"rubel": "RUB", "rupien": "INR", "türkische lira": "TRY", "schwedische kronen": "SEK",
		"norwegische kronen": "NOK",
		"dänische kronen":    "DKK", "südkoreanische won": "KRW", "japanische yen": "JPY", "chinesische yuan": "CNY",
	},
	"es": {
		"dólares taiwaneses": "TWD", "dólares neozelandeses": "NZD", "dólares singapurenses": "SGD",
		"dólares de hong kong": "HKD", "dólares de singapur": "SGD", "dólares de nueva zelanda": "NZD",
		"dólares de taiwán": "TWD", "dólares de canadá": "CAD", "dólares de australia": "AUD",
		"rupias pakistaníes": "PKR", "rupias indias": "INR", "rupias indonesias": "IDR", "coronas danesas": "DKK",
		"coronas checas": "CZK", "yenes japoneses": "JPY", "yuanes chinos": "CNY", "wones surcoreanos": "KRW",
		"rublos rusos": "RUB", "libras egipcias": "EGP", "libras británicas": "GBP", "reales brasileños": "BRL",
		"soles peruanos": "PEN", "pesos filipinos": "PHP", "pesos cubanos": "CUP", "pesos dominicanos": "DOP",
		"pesos bolivianos": "BOB",
		"dólar":            dollars, "dólares": dollars, "dolares": dollars, "dólares estadounidenses": "USD",
		"dólares americanos":  "USD",
		"dólares canadienses": "CAD", "dólares australianos": "AUD", "libra": "GBP", "libras": "GBP",
		"libras esterlinas": "GBP",
		"yenes":             "JPY", "yuanes": "CNY", "wones": "KRW", "rupias": "INR", "rublos": "RUB",
		"francos suizos":  "CHF",
		"pesos mexicanos": "MXN", "pesos argentinos": "ARS", "pesos chilenos": "CLP", "pesos colombianos": "COP",
		"pesos uruguayos": "UYU",
		"soles":           "PEN", "reales": "BRL", "liras turcas": "TRY", "coronas suecas": "SEK",
		"coronas noruegas": "NOK",
	},
	"es-MX": {"pesos": "MXN", "peso": "MXN"}, "es-AR": {"pesos": "ARS", "peso": "ARS"},
	"es-CL": {"pesos": "CLP", "peso": "CLP"},
	"es-CO": {"pesos": "COP", "peso": "COP"}, "es-UY": {"pesos": "UYU", "peso": "UYU"},
	"fr": {
		"dollars taïwanais": "TWD", "dollars singapouriens": "SGD", "dollars néo-zélandais": "NZD",
		"dollars de hong kong": "HKD", "dollars de singapour": "SGD", "dollars hongkongais": "HKD",
		"livres égyptiennes": "EGP", "livres libanaises": "LBP", "livres soudanaises": "SDG",
		"livres syriennes": "SYP", "yens japonais": "JPY", "yuans chinois": "CNY", "wons sud-coréens": "KRW",
		"roupies pakistanaises": "PKR", "roubles russes": "RUB", "réals brésiliens": "BRL",
		"reals brésiliens": "BRL", "pesos mexicains": "MXN", "pesos argentins": "ARS",
		"dollars américains": "USD", "dollars us": "USD", "dollars canadiens": "CAD", "dollars australiens": "AUD",
		"livre": "GBP", "livres": "GBP", "livre sterling": "GBP", "livres sterling": "GBP", "yens": "JPY",
		"yuans": "CNY", "wons": "KRW",
		"roupies": "INR", "roupies indiennes": "INR", "roubles": "RUB", "franc suisse": "CHF", "francs suisses": "CHF",
		"livres turques": "TRY",
		"réais":          "BRL", "reals": "BRL", "francs cfa": "XOF", "couronnes suédoises": "SEK",
		"couronnes norvégiennes": "NOK", "couronnes danoises": "DKK",
	},
	"fr-CH": {"franc": "CHF", "francs": "CHF"},
	"pt": {
		"dólares canadianos": "CAD", "dólares australianos": "AUD", "dólares taiwaneses": "TWD",
		"ienes japoneses": "JPY", "dólares de hong kong": "HKD", "rupias indianas": "INR", "libras egípcias": "EGP",
		"dólar": dollars, "dólares": dollars, "dólares americanos": "USD", "dólares canadenses": "CAD", "real": "BRL",
		"reais":  "BRL",
		"libras": "GBP", "libras esterlinas": "GBP", "ienes": "JPY", "yuans": "CNY", "rupias": "INR", "rublos": "RUB",
		"francos suíços": "CHF",
	},
	"it": {
		"dollari australiani": "AUD", "dollari neozelandesi": "NZD", "dollari di hong kong": "HKD",
		"dollari taiwanesi": "TWD", "yen giapponesi": "JPY", "yuan cinesi": "CNY", "rupie indiane": "INR",
		"corone svedesi": "SEK", "corone danesi": "DKK", "corone norvegesi": "NOK", "sterline egiziane": "EGP",
		"dollaro": dollars, "dollari": dollars, "dollari statunitensi": "USD", "dollari americani": "USD",
		"dollari canadesi": "CAD",
		"sterlina":         "GBP", "sterline": "GBP", "rupie": "INR", "rubli": "RUB", "franchi svizzeri": "CHF",
		"lire turche": "TRY",
	},
	"nl": {"australische dollar": "AUD", "canadese dollar": "CAD", "nieuw-zeelandse dollar": "NZD",
		"hongkongse dollar": "HKD", "taiwanese dollar": "TWD", "zweedse kronen": "SEK", "pond": "GBP",
		"britse pond": "GBP", "zwitserse frank": "CHF", "amerikaanse dollar": "USD", "roebel": "RUB", "roepie": "INR"},
	"ar": {
		"دولار": dollars, "دولارا": dollars, "دولارًا": dollars, "دولاراً": dollars, "دولارات": dollars,
		"دولار أمريكي": "USD", "دولار أميركي": "USD", "دولارات أمريكية": "USD", "يورو": "EUR",
	},
	"hi": {"डॉलर": dollars, "अमेरिकी डॉलर": "USD", "यूरो": "EUR", "रुपया": "INR", "रुपये": "INR", "रुपए": "INR"},
	"he": {"דולר": dollars, "דולרים": dollars, "אירו": "EUR", "יורו": "EUR", "שקל": "ILS", "שקלים": "ILS"},
	"el": {"δολάριο": dollars, "δολάρια": dollars, "δολαρίων": dollars, "ευρώ": "EUR"},
	"th": {"ดอลลาร์": dollars, "ดอลลาร์สหรัฐ": "USD", "เหรียญสหรัฐ": "USD", "ยูโร": "EUR", "บาท": "THB"},
	"tr": {"dolar": dollars, "abd doları": "USD", "avro": "EUR", "türk lirası": "TRY", "TL": "TRY"},
	"pl": {"dolar": dollars, "dolara": dollars, "dolary": dollars, "dolarów": dollars, "dolarów amerykańskich": "USD",
		"złotego": "PLN", "złote": "PLN"},
	"cs": {"dolar": dollars, "dolaru": dollars, "dolary": dollars, "dolarů": dollars, "amerických dolarů": "USD",
		"eura": "EUR", "eur": "EUR", "koruna": "CZK", "koruny": "CZK", "korun": "CZK"},
	"fi": {"dollari": dollars, "dollaria": dollars, "dollarin": dollars, "euroa": "EUR", "euron": "EUR"},
	"hu": {"dollár": dollars, "amerikai dollár": "USD", "euró": "EUR"},
	"id": {"dolar": dollars, "dolar as": "USD"},
	"ro": {"dolar": dollars, "dolari": dollars, "dolari americani": "USD", "leu": "RON"},
	"uk": {"долар": dollars, "долара": dollars, "долари": dollars, "доларів": dollars, "доларів сша": "USD",
		"євро": "EUR", "гривня": "UAH", "гривні": "UAH", "гривень": "UAH", "грн": "UAH", "грн.": "UAH"},
	"vi": {"đô la": dollars, "đô-la": dollars, "đô la mỹ": "USD", "đồng": "VND"},
	"sv": {"kronor": "SEK", "krona": "SEK"}, "da": {"kroner": "DKK", "krone": "DKK"},
	"no": {"kroner": "NOK", "krone": "NOK"}, "nb": {"kroner": "NOK", "krone": "NOK"},
	"nn": {"kroner": "NOK", "krone": "NOK"},
})
