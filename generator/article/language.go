package article

import (
	"strings"
	"sync"
	"unicode"

	"collate/generator/value"
)

// functionWords are frequent little words that tell a language from others.
var functionWords = map[string]string{
	"en": "the and of to in that for with was is has its from by which said will have been are on at as it be this",
	"de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch werden wird nach bei " +
		"es am aus",
	"es": "el la los las de que y en un una por con para del se su al como más según ha no lo es fue",
	"fr": "le la les de des et en un une du dans que qui pour est par sur au aux avec plus ses selon a ce il pas",
	"it": "il lo la gli di che e un una per con del della nel dei sono alla è anche più non le si da i ha",
	"pt": "o os as de que e um uma para com do da no na em dos das por mais ao são não se foi pela",
	"nl": "de het een en van in op dat met voor zijn te is aan door ook bij naar niet die er worden wordt om",
	"ca": "el la els les de que i en un una per amb del dels al com més ha és són ser aquest aquesta",
	"gl": "o a os as de que e en un unha por con para do da dos das no na máis ao foi é",
	"eu": "eta da du ez bat dute izan ere dira den bere egin zen baina duen",
	"sv": "och att det som en är på för av den med till har inte om ett han var från vid kan också",
	"da": "og at det som en er på for af den med til har ikke et han var fra kan også der blev efter",
	"nb": "og at det som en er på for av den med til har ikke et han var fra kan også etter sier ble",
	"fi": "ja on ei se että oli ovat mutta myös kun hän sekä kuin joka mukaan ole jo vuoden",
	"is": "og að er í á sem það var en við til um með fyrir ekki hann af",
	"et": "ja on ei et see oli kui ka mis ning oma selle aga aasta",
	"lv": "un ir no ar par kā ka lai arī tas bija uz gan pēc",
	"lt": "ir yra kad su iš į tai buvo bei kaip per dėl nuo ar apie",
	"pl": "i w na z że do się nie jest o to po jak od za przez dla oraz są był które roku",
	"cs": "a v na se že je s z do o to i po za jako pro by podle které jeho od byl však také",
	"sk": "a v na sa že je s z do o to aj po za ako pre by podľa ktoré jeho od bol však tiež",
	"sl": "in v na se da je za so ki pa z bi po kot od tudi ni še iz pri bo",
	"hr": "i u na se da je za su koji od s o iz kako to će ne što bi koje godine",
	"hu": "a az és hogy nem is egy meg el volt szerint már csak még de ez azt mint után",
	"ro": "și de în la a cu pe că din pentru care nu au fost mai ce este prin după un o al",
	"tr": "ve bir bu için ile da de olarak olan çok daha gibi kadar sonra ise en ne yeni var",
	"id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan ke oleh juga adalah telah",
	"vi": "và của là có được cho trong các với không một người này đã những từ để khi",
	"sq": "të e në dhe një për me që i nga është se ka më nuk u",
	"tl": "ang ng sa mga na at ay ni kay para ito hindi si",
	"sw": "ya na wa kwa ni katika za la kuwa hii cha huo yake",
	"ru": "и в не на что с по из к как это от для за его о он был было также",
	"uk": "і в не на що з по із до як це від для за його та у він було також про",
	"bg": "и в не на че с по от се за да е са като това по-рано беше ще",
	"sr": "и у не на да са по из се за је су као то који од ће би",
	"mk": "и во не на дека со по од се за да е се како тоа ќе",
	"be": "і ў не на што з па як гэта ад для за яго былі",
	"kk": "және бұл үшін мен де да бар деп болды",
}

// onlyLetters are Cyrillic letters that only one of some languages has, or most.
var onlyLetters = []struct{ language, letters string }{
	{"uk", "їєґ"}, {"be", "ў"}, {"kk", "әғқңөұүһ"}, {"mk", "ќѓѕ"}, {"sr", "ђћџљњ"}, {"ru", "ыэё"}, {"bg", "ъ"},
}

// mostRead is how much of a text decides its language.
const mostRead = 20000

// Language is the BCP 47 tag of the language that a text is written in, told by
// its script or by its function words; en where nothing tells. Spanish with a
// decimal point, as in Mexico, is es-419, since numbers are written otherwise
// there.
func Language(text string) string {
	text = UpTo(text, mostRead)
	if script := byScript(text); script != "" {
		return script
	}
	counts := functionCounts(text)
	best, most := "en", counts["en"]
	for language, n := range counts {
		if n > most || n == most && best != "en" && language < best {
			best, most = language, n
		}
	}
	if most < 2 {
		return "en"
	}
	if best == "es" && pointsDecimals(text) {
		return "es-419"
	}
	return best
}

// pointsDecimals reports whether a text has points before decimals.
func pointsDecimals(text string) bool {
	return len(pointDecimal().FindAllString(text, -1)) > len(commaDecimal().FindAllString(text, -1))
}

// GroupsByPoints is the language without its region where numbers of the region
// have a decimal point, and the text has points only where they group three
// digits, as other regions do.
func GroupsByPoints(text, language string) string {
	broad := Base(language)
	if broad == language || !pointGroup().MatchString(text) || pointDecimal().MatchString(text) {
		return language
	}
	if v, err := (value.Locale{Language: broad}).Parse("12.500"); err != nil || !v.Number.IsWhole() {
		return language
	}
	return broad
}

var pointGroup = compileOne(`(?:^|[^\d.,])\d{1,3}(?:\.\d{3})+(?:[^\d.,]|[.,]\D|$)`)

var wordLanguages = sync.OnceValue(func() map[string][]string {
	index := map[string][]string{}
	for language, words := range functionWords {
		for word := range strings.FieldsSeq(words) {
			index[word] = append(index[word], language)
		}
	}
	return index
})

// functionCounts counts the function words of each language in a text.
func functionCounts(text string) map[string]int {
	counts := map[string]int{}
	index := wordLanguages()
	for word := range strings.FieldsFuncSeq(strings.ToLower(text),
		func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) }) {
		for _, language := range index[word] {
			counts[language]++
		}
	}
	return counts
}

// sisters are languages whose function words are another's.
var sisters = map[string]string{"no": "nb", "nn": "nb", "bs": "hr", "ms": "id", "fil": "tl"}

// enoughWords is how many function words of another language a text has before
// it speaks against what its page says.
const enoughWords = 8

// languageOf is the language of an article whose page says that it is in
// declared. The text speaks against that where its script is another, or where
// words of another language are more than half as many again.
func languageOf(declared, text string) string {
	text = UpTo(text, mostRead)
	read := Language(text)
	if declared == "" {
		return read
	}
	of := Base(declared)
	if script := byScript(text); script != "" {
		if writtenIn(of) == writtenIn(script) && writtenIn(of) != "" {
			return declared
		}
		return read
	}
	if writtenIn(of) != "" && lettersOf(text) != "" {
		return read // the page says Russian, and the text is Latin
	}
	counts := functionCounts(text)
	if near, ok := sisters[of]; ok {
		of = near
	}
	if functionWords[of] == "" && counts[Base(read)] < 5*enoughWords {
		return declared
	}
	if Base(read) != of && counts[Base(read)] >= enoughWords && counts[Base(read)]*2 > counts[of]*3 {
		return read
	}
	if declared == "es" && Base(read) == "es" {
		return read
	}
	return declared
}

var (
	pointDecimal = compileOne(`\d\.\d{1,2}(?:\D|$)|\d,\d{3}(?:\D|$)`)
	commaDecimal = compileOne(`\d,\d{1,2}(?:\D|$)|\d\.\d{3}(?:\D|$)`)
)

// scripts are the scripts that are not Latin, with the language that is told by
// each where nothing else is, and the others that are written in it.
var scripts = []struct {
	table    *unicode.RangeTable
	language string
	others   string
}{
	{unicode.Hangul, "ko", ""}, {unicode.Hiragana, "ja", ""}, {unicode.Katakana, "ja", ""}, {unicode.Han, "zh", "yue"},
	{unicode.Cyrillic, "ru", "uk bg sr mk be kk ky mn tg tt ba"}, {unicode.Greek, "el", ""},
	{unicode.Arabic, "ar", "fa ur ps ckb ug sd"}, {unicode.Hebrew, "he", "yi"},
	{unicode.Thai, "th", ""}, {unicode.Devanagari, "hi", "mr ne sa"}, {unicode.Bengali, "bn", "as"},
	{unicode.Tamil, "ta", ""}, {unicode.Telugu, "te", ""},
	{unicode.Gujarati, "gu", ""}, {unicode.Gurmukhi, "pa", ""}, {unicode.Malayalam, "ml", ""},
	{unicode.Kannada, "kn", ""}, {unicode.Sinhala, "si", ""},
	{unicode.Georgian, "ka", ""}, {unicode.Armenian, "hy", ""}, {unicode.Ethiopic, "am", "ti"},
	{unicode.Khmer, "km", ""}, {unicode.Lao, "lo", ""}, {unicode.Myanmar, "my", ""},
}

// writtenIn is the language that stands for the script of another; empty for
// languages in Latin script.
func writtenIn(language string) string {
	for _, s := range scripts {
		if s.language == language || language != "" && strings.Contains(" "+s.others+" ", " "+language+" ") {
			return s.language
		}
	}
	return ""
}

// byScript tells the languages that their script gives away; empty for Latin.
func byScript(text string) string {
	counts := map[string]int{}
	all := 0
	for _, c := range text {
		if !unicode.IsLetter(c) && !unicode.IsMark(c) {
			continue
		}
		all++
		if c < 0x370 {
			continue
		}
		for _, s := range scripts {
			if unicode.Is(s.table, c) {
				counts[s.language]++
				break
			}
		}
	}
	enough := all / 8
	switch kana, han := counts["ja"], counts["zh"]; {
	case counts["ko"] > enough:
		return "ko"
	case kana > enough, kana > 0 && kana+han > enough && kana*5 > han:
		return "ja"
	case han > enough:
		return "zh"
	}
	for language, n := range counts {
		if n > all/2 {
			if language == "ru" {
				return cyrillic(text)
			}
			if language == "ar" && strings.ContainsAny(text, "پچژگ") {
				return "fa"
			}
			return language
		}
	}
	return ""
}

// cyrillic tells the languages in Cyrillic script by the letters that only they
// have.
func cyrillic(text string) string {
	best, most := "ru", 0
	for _, l := range onlyLetters {
		n := 0
		for _, c := range text {
			if strings.ContainsRune(l.letters, unicode.ToLower(c)) {
				n++
			}
		}
		if n > most {
			best, most = l.language, n
		}
	}
	return best
}

// Base is the language of a tag without its region: es of es-419.
func Base(language string) string {
	tag, _, _ := strings.Cut(strings.ReplaceAll(language, "_", "-"), "-")
	if tag == "" {
		return "en"
	}
	return strings.ToLower(tag)
}
