package draft

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// noun says how many bytes of what follows a number are the noun that it
// counts, as value.Reading asks it.
func (s *scanner) noun(rest string) int {
	if quote := closingQuote().FindString(rest); quote != "" { // plus de 140» voisins
		if n := nounLength(s.language, rest[len(quote)-1:]); n > 0 {
			return len(quote) - 1 + n
		}
	}
	if word := nextWord(rest); s.belowTwo && utf8.RuneCountInString(word) > 2 &&
		!stops(s.language, strings.ToLower(word)) {
		return 1 + len(word)
	}
	return nounLength(s.language, rest)
}

var closingQuote = compileOne(`^ ?["”»’'] `)

// nounLength is noun in a language: the words up to the counted noun, at most
// four; 0 where no counted noun stands there.
func nounLength(language, rest string) int {
	switch language {
	case "ko", "ja", "zh":
		n := len(counters[language]().FindString(rest))
		if language == "ko" && strings.HasPrefix(rest, " ") && !particle().MatchString(rest[n:]) {
			return 0 // 두 회사
		}
		return n
	}
	if c, _ := utf8.DecodeRuneInString(rest); language == "fr" && unicode.IsLetter(c) {
		return max(0, nounLength(language, " "+rest)-1) // d'utilisateurs
	}
	if !strings.HasPrefix(rest, " ") {
		return 0
	}
	end := 0
	for n := range 4 {
		word := nextWord(rest[end:])
		if word == "" || stops(language, word) {
			return 0
		}
		end += 1 + len(word)
		switch {
		case word == "States" && strings.HasSuffix(rest[:end], " United States"): // two United States soldiers
		case !isCounted(language, word):
		case n == 0 && (language == "es" || language == "fr") && adjectivesInFront.has(word):
		default:
			return end
		}
		if (language == "es" || language == "fr") && n >= 1 {
			return 0
		}
	}
	return 0
}

// nextWord is the word behind a space at the start of rest; empty where
// something else comes.
func nextWord(rest string) string {
	if !strings.HasPrefix(rest, " ") {
		return ""
	}
	end := 1
	for end < len(rest) {
		c, size := utf8.DecodeRuneInString(rest[end:])
		joins := (c == '-' || c == '\'' || c == '’') && end > 1 && end+size < len(rest)
		if joins {
			next, _ := utf8.DecodeRuneInString(rest[end+size:])
			joins = unicode.IsLetter(next)
		}
		if !unicode.IsLetter(c) && !joins {
			break
		}
		end += size
	}
	return rest[1:end]
}

// isCounted says whether a word looks like a noun that is counted: in the plural,
// or in German with a capital.
func isCounted(language, word string) bool {
	lower := strings.ToLower(word)
	if plurals.has(lower) {
		return true
	}
	c, _ := utf8.DecodeRuneInString(word)
	switch language {
	case "de":
		return unicode.IsUpper(c) && utf8.RuneCountInString(word) > 2 && !strings.HasSuffix(lower, "-")
	case "fr":
		return len(lower) > 3 && (strings.HasSuffix(lower, "s") || strings.HasSuffix(lower, "x"))
	case "es", "pt", "nl":
		return len(lower) > 3 && (strings.HasSuffix(lower, "s") || language == "nl" && strings.HasSuffix(lower, "en"))
	case "it":
		return len(lower) > 3 && strings.ContainsRune("ie", rune(lower[len(lower)-1]))
	}
	if len(word) > 2 && strings.HasSuffix(word, "s") && word[:len(word)-1] == strings.ToUpper(word[:len(word)-1]) {
		return true // GPUs
	}
	return len(lower) > 3 && strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss") &&
		!strings.HasSuffix(lower, "us") &&
		!strings.HasSuffix(lower, "is") && !strings.HasSuffix(lower, "'s")
}

// plurals are counted nouns that their ending does not tell.
var plurals = set("horsepower people men women children staff personnel data-centres aircraft spacecraft companies " +
	"countries cities series media viruses buses " +
	"campuses statuses bonuses species headcount feet analyses offices premises " +
	"cas pays gens emplois travaux journaux bureaux")

// stops says whether a word can't stand between a number and its noun.
func stops(language, word string) bool {
	lower := strings.ToLower(word)
	return stopWords[language].has(lower) || stopWords[""].has(lower)
}

var stopWords = map[string]*wordSet{
	"": set("percent per cent million millions billion billions trillion trillions thousand dollars euros"),
	"en": set("the a an and or but of to in on at by for from with as than that this these those its his her their " +
		"our is are was were be been being has had have " +
		"will would could can may might should must do does did not no nor if when while where which who whom whose " +
		"what after before since until during over under about into " +
		"onto off out up down via per plus versus vs more less fewer so then now ago later earlier each every all " +
		"both last next says said such because across between among against within " +
		"without above below again also only just even still once there here it he she they we you i one two three " +
		"four five six seven eight nine ten times points point goes makes takes gives " +
		"means shows remains includes comes rises falls grows others yes towards toward regardless always perhaps " +
		"versus whereas thus pounds cents pence degrees tons ounces minus " +
		"ones thirds quarters fifths tenths seconds years months weeks days hours minutes us this was has does " +
		"unless besides plus afterwards overseas outdoors indoors sometimes nowadays thanks " +
		"respectively annually january february march april may june july august september october november " +
		"december monday tuesday wednesday thursday friday saturday sunday"),
	"de": set("der die das den dem des und oder aber von vom zu zum zur in im an am auf aus bei mit nach für über " +
		"unter vor seit bis um als wie ist sind war waren wird werden wurde wurden " +
		"hat haben hatte hatten kann können soll sollen will mehr weniger pro je nicht auch noch nur schon sich ein " +
		"eine einen einem einer so bereits allein zwischen gegen ohne durch " +
		"zwei drei vier fünf sechs sieben acht neun zehn jeweils insgesamt betragen beträgt gestiegen gesunken " +
		"prozent januar februar märz april mai juni juli august september oktober november dezember montag dienstag " +
		"mittwoch donnerstag freitag samstag sonntag uhr ende anfang mitte"),
	"es": set("el la los las un una unos unas de del al a en con por para sin sobre entre hasta desde y e o u que " +
		"como más menos pero es son fue fueron será serán ha han había se su sus lo le les " +
		"resultaron siguen murieron fallecieron quedaron sobrevivieron votaron fueron están este esta estos estas " +
		"ese esos esas puntos tras según cuando donde mientras antes después además ya no muy cada veces respecto " +
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes " +
		"miércoles jueves viernes"),
	"fr": set("le la les l un une des du de d au aux à en dans avec par pour sans sur sous entre et ou mais plus " +
		"moins que qui dont où est sont était étaient sera ont a avait ce cette ces son sa ses " +
		"leur leurs ne pas se points point alors depuis après avant pendant vers chez selon contre puis ainsi fois " +
		"lors très jamais toujours dès près " +
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi " +
		"jeudi vendredi samedi dimanche"),
	"it": set("il lo la i gli le di del della dei delle da in con su per tra fra e o che è sono non più meno al " +
		"alla nel nella anche come"),
	"pt": set("o a os as de do da dos das em no na nos nas com por para sem sobre entre e ou que é são foi mais " +
		"menos ao à se seu sua seus suas"),
	"nl": set("de het een en van in op aan dat die met voor te is zijn was waren door bij naar over onder tot of " +
		"meer minder dan als ook niet werden worden hebben"),
}

// adjectivesInFront stand between a number and its noun where adjectives
// otherwise follow it.
var adjectivesInFront = set("nouveaux nouvelles autres grands grandes petits petites premiers premières derniers " +
	"dernières principaux principales différents différentes jeunes anciens " +
	"nuevos nuevas otros otras grandes primeros primeras últimos últimas principales pequeños pequeñas diferentes " +
	"distintos distintas grandes")

// particle is what may follow a counter that stands apart in Korean; anything
// else makes a longer noun of it.
var particle = compileOne(`^(?:[이가은는을를의에도만과와로으씩째까부보나라며였다인등중당쯤정안내여]|\P{Hangul}|$)`)

// counters are the words that count things in Korean, Japanese and Chinese;
// particles and nouns that follow are left.
var counters = map[string]func() *regexp.Regexp{
	"ko": compileOne(`^ ?여? ?(?:개 ?(?:국|사|사업장|기업|업체|기관|도시|주|지역|매장|점포|공장|부서|은행|학교|대학|팀|부문|시설|센터|품목|분야|단체|계열사)|사람|` +
		`편성|병상|개교|개소|개|명|곳|건|대|사|국|척|채|가구|마리|장|권|편|여 명|인(?:분)?|기|석|좌|종|가지|그루|켤레|차례|회|군데|쌍|팀|점|주|석|표|골|경기|병|잔|그릇|` +
		`통|벌|학급|곡|부|매|박스|상자|량|세대|과목|문항|노선|구간|품종|마리)`),
	"ja": compileOne(`^ ?(?:[かカヵヶケ]国|[かカヵヶケ]所|箇所|店舗|世帯|都市|都道府県|拠点|地点|種類|品目|項目|団体|機関|チーム|施設|作品|編成|袋|皿|冊|羽|匹|足|着|` +
		`組|曲|通|票|議席|試合|得点|発|泊|食|軒|会場|政党|市町村|市町|市|町|村|病床|案|客室|座席|部屋|部|勝|敗|安打|本塁打|打点|球|ゴール|杯|錠|缶|箱|玉|列|区間|区域|セット|` +
		`ケース|パック|ブランド|タイトル|サイト|文字|盗塁|車種|機種|路線|自治体|地域|大学|銀行|工場|名|人|社|件|台|店|株|基|機|本|枚|個|棟|戸|校|隻|頭|県|州|行|便|両|語|つ|点|` +
		`床|席|室|区画|回線|口座|回)`),
	"zh": compileOne(`^ ?(?:个国家|個國家|家公司|名|人|家|个|個|台|臺|件|辆|輛|架|艘|座|所|份|项|項|次|亿人|億人|位|张|張|间|間|户|戶|宗|起|例|枚|套|条|條|棟|` +
		`栋|頭|头|匹|本|部|場|场|票|席|队|隊|支|株|棵|箱|袋|瓶|桶|剂|劑|床|站|处|處|枪|槍|发|發|種|种|款|班|节|節|期|届|屆)`),
}
