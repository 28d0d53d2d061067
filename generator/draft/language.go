package draft

import (
	"strings"
	"unicode"
)

// functionWords are frequent little words that tell a language from others.
var functionWords = map[string]string{
	"en": "the and of to in that for with was is has its from by which said will have been are",
	"de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch werden wird nach bei",
	"es": "el la los las de que y en un una por con para del se su al como más según ha",
	"fr": "le la les de des et en un une du dans que qui pour est par sur au aux avec plus ses selon a",
	"it": "il lo la gli di che e un una per con del della nel dei sono alla è anche più",
	"pt": "o os as de que e um uma para com do da no na em dos das por mais ao são",
	"nl": "de het een en van in op dat met voor zijn te is aan door ook bij naar",
}

// mostRead is how much of a text decides its language.
const mostRead = 20000

// Language is the BCP 47 tag of the language that a text is written in, told by
// its script or by its function words; en where nothing tells. Spanish with a
// decimal point, as in Mexico, is es-419, since numbers are written otherwise
// there.
func Language(text string) string {
	if len(text) > mostRead {
		text = text[:mostRead]
	}
	if script := byScript(text); script != "" {
		return script
	}
	counts := map[string]int{}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) }) {
		counts[word]++
	}
	best, most := "en", 0
	for _, language := range []string{"en", "de", "es", "fr", "it", "pt", "nl"} {
		n := 0
		for _, word := range strings.Fields(functionWords[language]) {
			n += counts[word]
		}
		if n > most && (n > 1 || language == "en") {
			best, most = language, n
		}
	}
	if best == "es" && len(pointDecimal().FindAllString(text, -1)) > len(commaDecimal().FindAllString(text, -1)) {
		return "es-419"
	}
	return best
}

var (
	pointDecimal = compileOne(`\d\.\d{1,2}(?:\D|$)|\d,\d{3}(?:\D|$)`)
	commaDecimal = compileOne(`\d,\d{1,2}(?:\D|$)|\d\.\d{3}(?:\D|$)`)
)

// byScript tells the languages that their script gives away.
func byScript(text string) string {
	var letters, hangul, kana, han, cyrillic int
	for _, c := range text {
		switch {
		case unicode.Is(unicode.Hangul, c):
			hangul++
		case unicode.In(c, unicode.Hiragana, unicode.Katakana):
			kana++
		case unicode.Is(unicode.Han, c):
			han++
		case unicode.Is(unicode.Cyrillic, c):
			cyrillic++
		}
		if unicode.IsLetter(c) {
			letters++
		}
	}
	enough := letters / 8
	switch {
	case hangul > enough:
		return "ko"
	case kana > enough, kana > 0 && kana+han > enough && kana*5 > han:
		return "ja"
	case han > enough:
		return "zh"
	case cyrillic > letters/2:
		return "ru"
	}
	return ""
}

// base is the language of a tag without its region: es of es-419.
func base(language string) string {
	tag, _, _ := strings.Cut(strings.ReplaceAll(language, "_", "-"), "-")
	if tag == "" {
		return "en"
	}
	return strings.ToLower(tag)
}
