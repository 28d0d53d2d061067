package draft

// The words that a number can be made of or stand beside, of all languages
// together: what is one of them in any language is no noun that is counted.

// numberWordSet are numbers below a hundred, and hundreds where they are one word.
var numberWordSet = set("zero nought null cero zéro one two three four five six seven eight nine ten eleven twelve " +
	"thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
	"twenty thirty forty fourty fifty sixty seventy eighty ninety " +
	"zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn " +
	"achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig " +
	"dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho " +
	"diecinueve veinte veintiuno veintiún veintidós veintitrés veinticuatro veinticinco " +
	"veintiséis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa " +
	"doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos quinientas " +
	"seiscientos seiscientas setecientos setecientas ochocientos ochocientas novecientos novecientas " +
	"deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante " +
	"cinquante soixante septante huitante nonante " +
	"dois duas três oito nove dez doze treze catorze quatorze dezesseis dezasseis dezessete dezassete dezoito " +
	"dezenove dezanove vinte trinta quarenta cinquenta sessenta oitenta " +
	"duzentos duzentas trezentos trezentas quatrocentos quinhentos quinhentas seiscentos setecentos oitocentos " +
	"novecentos " +
	"due tre quattro cinque sei sette otto dieci undici dodici tredici quattordici quindici sedici diciassette " +
	"diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta " +
	"duecento trecento quattrocento cinquecento seicento settecento ottocento novecento cinquecentomila centomila " +
	"duecentomila trecentomila duemila tremila " +
	"twee drie vijf zes zeven negen tien twaalf dertien veertien vijftien zestien zeventien achttien negentien " +
	"twintig dertig veertig vijftig zestig zeventig tachtig negentig")

// tensWords are those that one more number follows: treinta y dos.
var tensWords = set("treinta cuarenta cincuenta sesenta setenta ochenta noventa veinte vingt trente quarante " +
	"cinquante soixante " +
	"vinte trinta quarenta cinquenta sessenta setenta oitenta noventa duzentos trezentos quatrocentos quinhentos " +
	"seiscentos setecentos oitocentos novecentos")

// magnitudeNouns are magnitudes, and hundreds.
var magnitudeNouns = set("hundred thousand million billion trillion quadrillion hundreds thousands millions " +
	"billions trillions lakh lakhs crore crores mln bln mrd mio mill dozen dozens " +
	"hundert tausend millionen milliarde milliarden billionen tausende hunderte dutzend dutzende " +
	"cien ciento cientos mil miles millón millones billón billones docena docenas mdp mdd millar millares " +
	"cent cents mille milliers million milliard milliards billions douzaine centaine centaines millier " +
	"cento milhão milhões bilhão bilhões trilhão trilhões milhares mila milione milioni miliardo miliardi migliaia " +
	"centinaia " +
	"honderd duizend miljoen miljard biljoen miljoenen miljarden тысяч тысячи тысяча миллион миллиона миллионов " +
	"миллиард миллиарда миллиардов млн млрд тыс")

// scalesAlone are those that need no number before them.
var scalesAlone = set("mil cien ciento cent mille cento hundert tausend")

// magnitudeLetters are magnitudes that can stand behind a currency only.
var magnitudeLetters = set("m mn bn b k tn")

// koreanScales stand before a number that goes on: 천 600만.
var koreanScales = set("십 백 천 만 억 조")

// decimalPointWords are decimal marks in words.
var decimalPointWords = set("point komma coma virgule vírgula virgola punto ponto")

// halfWords are halves and quarters that end a number.
var halfWords = set("half quarter quarters third thirds halb halbe halben einhalb media medio demi demie meio meia " +
	"mezzo mezza")

// joiningWords stand within numbers in words, and before the second of two.
var joiningWords = set("and y e et und con &")

// overWords stand within a fraction: 1 sobre 3.
var overWords = set("over sobre sur")

// ordinalWords end a fraction behind a magnitude: one hundred fifth.
var ordinalWords = set("third fourth fifth sixth seventh eighth ninth tenth fifths sixths tenths hundredths")

// centWords are hundredths of a currency.
var centWords = set("cent cents centimes céntimos centavos centesimi cêntimos pence")

var articleWords = set("a an un una une ein eine einen um uma the el la los las le les l il lo i gli o os as")

// rangeWords stand between the numbers of a range.
var rangeWords = set("to through bis a à tot até hasta 부터 에서")

// orWords stand between two numbers of which one is right: three or four.
var orWords = set("or oder ou o u")

var openingWords = set("between entre zwischen tussen tra fra")

// signWords make a number less than zero; behind notSigned they do not.
var (
	signWords = set("minus negative menos moins meno min マイナス 마이너스 负 負")
	notSigned = set("al lo au du ao por o ou or oder not")
)

// hourlyWords make a speed of the length before them.
var hourlyWords = set("orari orarie orario")

// smallScales are the magnitudes that a smaller number is added to: 3 hundred
// and 21.
var smallScales = set("hundred thousand cents mille mil hundert tausend")

// hundredPer and percentWords say per cent.
var (
	hundredPer   = set("por pour per")
	percentWords = set("cien ciento cent cento")
)

// hedgeWords are no nouns, whatever they stand behind.
var hedgeWords = set("approximately roughly nearly almost exactly ungefähr etwa genau rund knapp circa fast " +
	"aproximadamente casi exactamente unos unas environ presque quasi almeno respectively pour-cent prozent procent")

// currencyWords name currencies, also those that the value grammar does not
// know for certain.
var currencyWords = set("dollar dollars dólar dólares dollari dollaro dólares euro euros pound pounds sterling " +
	"libra libras livre livres sterlina sterline pfund " +
	"yen yens yenes yuan yuans renminbi rmb won wons franc francs franken franco francos franchi rupee rupees " +
	"rupien rupia rupias roupie roupies rupie rupias " +
	"peso pesos real reals reais reales krona kronor krone kroner kronen couronne couronnes corona coronas crown " +
	"crowns corone coroas dinar dinars dinares dinare dirham dirhams riyal riyals rial rials " +
	"shilling shillings schilling baht zloty złoty złotys forint lira liras rupiah rupiahs ringgit rand rands naira " +
	"cedi cedis birr taka dong riel riels kip hryvnia hryvnias lei leva tenge som manat lari dram shekel shekels " +
	"mark marks markka marka marcos marchi marks " +
	"dólar рублей рубль рубля доллар доллара долларов евро")

// moneyInFront are currencies that stand before a number by mistake.
var moneyInFront = set("dollar dólar euro usd eur gbp cad aud rs inr jpy cny")

// linkWords stand between a magnitude and its noun.
var linkWords = set("de d di")

// ofWords stand between a currency and its country.
var ofWords = set("de d di del von of da do dos")

// dollarOf stand beside a $ that is another country's.
var dollarOf = set("C CA CAN A AU AUS NZ HK S SG NT R US CAD AUD NZD HKD SGD TWD")

var dollarOfLower = set("c hk nz nt us usd")

// countryStems are how words begin that say whose dollar, pound, franc, peso,
// rupee or crown it is.
var countryStems = []string{
	"canad", "kanad", "austral", "neuseel", "neozel", "néo", "new", "zealand", "hong", "hongkong", "singap", "taiw",
	"taïw", "tajw", "namib", "jamai", "jamaï", "barbad", "bahama", "beliz", "fidji", "fiji", "liberi",
	"egypt", "égypt", "ägypt", "egip", "suda", "soudan", "leban", "liban", "syri", "siri", "british", "brit", "suiz",
	"suis", "swiss", "schweiz", "svizz", "cfa", "congo", "ruand", "rwand", "guine",
	"mexic", "mexik", "mejic", "messic", "argentin", "chilen", "chilien", "colomb", "kolumb", "philip", "filip",
	"urugua", "domini", "cuban", "cubain", "bolivi",
	"india", "indi", "indo", "pakist", "sri", "nepal", "népal", "mauri", "danes", "danoi", "dänis", "danish", "swed",
	"schwed", "suec", "suéd", "sued", "norw", "norv", "norueg", "noruegu", "island", "iceland", "tschech", "czech",
	"chec", "tchè", "tchéc",
	"kuwa", "koweï", "irak", "iraq", "jordan", "serb", "tunis", "tunes", "alger", "argel", "bahre", "bahré", "libi",
	"liby", "brasil", "brazil", "brési", "saud", "qatar", "katar", "oman", "iran", "irán", "jeme", "yemen", "japon",
	"japan", "kenya", "kenia", "tanzan", "ugand", "oug", "marok", "maroc", "marro", "morocc", "emir", "émir", "vae",
	"uae",
}

// easternNumerals are the numerals and magnitudes of Chinese and Japanese, and
// what makes a number vague.
const easternNumerals = "一二三四五六七八九十百千万億兆亿萬〇零数數幾几"
