package value

import "strings"

// before are the words and symbols that stand before a number and widen it, by
// language; those of English, the symbols, and what is written in Hangul, Han,
// Kana or Cyrillic hold in every language.
var before = widening(map[string]map[Qualifier]string{
	"": {
		About: "~|∼|≈|≃|≅|～|about|around|roughly|some|approximately|approx|approx.|c.|ca|ca.|circa|an " +
			"estimated|estimated|estimated at|close to|in the region of|in the neighborhood of|in the neighbourhood " +
			"of|in the order of|on the order of|more or less|somewhere around|just about|" +
			"約|およそ|おおよそ|ほぼ|약|대략|约|大约|大約|примерно|около|порядка|приблизительно",
		Nearly: "nearly|almost|just under|just below|just short of|a little under|a little less than|a little " +
			"below|slightly under|slightly less than|slightly below|a bit less than|a bit under|just less than|not " +
			"quite|close on|approaching|거의|近|将近|將近|接近|почти",
		AtLeast: "≥|>=|=>|≧|⩾|greater than or equal to|more than or equal to|at least|no less than|not less than|no " +
			"fewer than|not fewer than|no lower than|a minimum of|minimum of|minimum|min.|as little as|as few as|as " +
			"low as|少なくとも|最低|最低でも|최소|적어도|최소한|至少|最少|не менее|как минимум|минимум",
		MoreThan: ">|more than|bigger than|larger " +
			"than|exceeds|exceeded|surpasses|surpassed|topping|topped|over|above|greater than|higher " +
			"than|exceeding|in excess of|upwards of|upward of|north of|just over|just above|a little over|a little " +
			"more than|a little above|slightly over|slightly more than|slightly above|a bit more than|a bit " +
			"over|well over|well above|well more than|much more than|far more than|beyond|" +
			"超过|超過|突破|逾|高于|多于|более|больше|свыше",
		AtMost: "≤|does not exceed|did not exceed|do not exceed|not exceeding|<=|=<|≦|⩽|less than or equal to|up " +
			"to|at most|as much as|as many as|as high as|no more than|not more than|no greater than|no higher " +
			"than|not over|a maximum of|maximum of|maximum|max.|最大|最大で|最高|최대|최고|最多|高达|高達|不超过|до|не более|максимум",
		LessThan: "<|less than|under|below|fewer than|lower than|smaller than|well under|well below|far less " +
			"than|much less than|far below|far under|south of|short of|不到|不足|低于|少于|менее|меньше",
	},
	"de": {
		About:   "etwa|rund|circa|zirka|ungefähr|schätzungsweise|in etwa|um die|geschätzt|geschätzte",
		Nearly:  "fast|knapp|beinahe|nahezu|annähernd|etwas weniger als|etwas unter",
		AtLeast: "mindestens|wenigstens|nicht weniger als|zumindest",
		MoreThan: "mehr als|übersteigt|überstieg|übertrifft|über|gut|etwas mehr als|etwas über|deutlich mehr " +
			"als|weit über|weit mehr als|größer als",
		AtMost:   "bis zu|höchstens|maximal|nicht mehr als|bis zu maximal",
		LessThan: "weniger als|unter|deutlich weniger als|weit unter|kleiner als",
	},
	"es": {
		About: "unos|unas|cerca de|alrededor de|aproximadamente|en torno a|más o menos|cerca de los|un estimado " +
			"de|aprox.|aprox",
		Nearly:  "casi|poco menos de|algo menos de|un poco menos de|prácticamente",
		AtLeast: "al menos|por lo menos|como mínimo|no menos de|un mínimo de|mínimo",
		MoreThan: "más de|supera los|superó los|superan los|supera el|superó el|mas de|poco más de|algo más de|un " +
			"poco más de|por encima de|superior a|superiores a|mayor que|mayor de|sobre los",
		AtMost: "no supera los|no supera el|no superó los|no superó el|no superan los|no superan el|no " +
			"supera|hasta|como máximo|como mucho|a lo sumo|no más de|un máximo de|máximo",
		LessThan: "menos de|no llega a|no llegan a|no llega al|por debajo de|inferior a|inferiores a|menor " +
			"que|menor de",
	},
	"fr": {
		About: "environ|quelque|autour de|à peu près|aux alentours de|aux environs de|approximativement|env.|de " +
			"l'ordre de|une estimation de",
		Nearly:  "près de|près d'|presque|un peu moins de|un peu moins d'",
		AtLeast: "au moins|au minimum|pas moins de|pas moins d'|un minimum de|minimum",
		MoreThan: "plus de|plus d'|dépasse les|dépasse|dépassait|a dépassé|un peu plus de|un peu plus d'|au-delà " +
			"de|au dessus de|au-dessus de|supérieur à|supérieure à|bien plus de",
		AtMost: "ne dépasse pas|ne dépassait pas|n'a pas dépassé|inférieur ou égal à|inférieure ou égale " +
			"à|jusqu'à|jusqu’à|au plus|au maximum|tout au plus|pas plus de|pas plus d'|un maximum de|maximum",
		LessThan: "moins de|moins d'|au-dessous de|en dessous de|inférieur à|inférieure à|bien moins de",
	},
	"pt": {
		About:    "cerca de|aproximadamente|em torno de|por volta de|uns|umas|aprox.|estimados",
		Nearly:   "quase|pouco menos de|um pouco menos de|perto de",
		AtLeast:  "pelo menos|ao menos|no mínimo|não menos de|um mínimo de",
		MoreThan: "mais de|mais do que|acima de|pouco mais de|um pouco mais de|superior a",
		AtMost:   "até|no máximo|não mais de|não mais que|um máximo de",
		LessThan: "menos de|menos do que|abaixo de|inferior a",
	},
	"it": {
		About:    "circa|intorno a|all'incirca|approssimativamente|attorno a|più o meno",
		Nearly:   "quasi|poco meno di|un po' meno di",
		AtLeast:  "almeno|non meno di|un minimo di|come minimo",
		MoreThan: "più di|oltre|poco più di|un po' più di|sopra i|superiore a|al di sopra di",
		AtMost:   "fino a|al massimo|non più di|un massimo di",
		LessThan: "meno di|sotto i|inferiore a|al di sotto di",
	},
	"nl": {
		About:    "ongeveer|circa|rond de|zo'n|pakweg|grofweg|naar schatting",
		Nearly:   "bijna|haast|iets minder dan|iets onder",
		AtLeast:  "minstens|ten minste|minimaal|tenminste|niet minder dan",
		MoreThan: "meer dan|ruim|boven de|iets meer dan|ruim boven",
		AtMost:   "tot|hoogstens|maximaal|ten hoogste|niet meer dan",
		LessThan: "minder dan|onder de",
	},
})

// after are those that stand behind the number.
var after = widening(map[string]map[Qualifier]string{
	"": {
		About:   "or so|or thereabouts|approximately|前後|程度|ほど|くらい|ぐらい|あまり前後|정도|가량|안팎|내외|쯤|左右|上下",
		Nearly:  "近く|弱|가까이|에 육박|육박",
		AtLeast: "or more|or above|or higher|or over|or greater|and up|and above|and over|at least|以上|이상|及以上|и более",
		MoreThan: "より多い|보다 많은|を突破した|を突破し|を上回った|を上回り|을 넘었|를 넘었|을 넘어섰|를 넘어섰|을 넘어선|를 넘어선|을 넘겼|를 넘겼|을 돌파했|를 돌파했|을 돌파한|를 " +
			"돌파한|을 웃돌았|를 웃돌았|超|超え|強|余り|초과|넘는|넘게|남짓|이 넘는|가 넘는|을 넘게|를 넘게|이 넘게|を超える|を超|을 넘는|를 넘는|을 초과|를 초과|을 웃도는|를 " +
			"웃도는|을 상회|를 상회|を上回る",
		AtMost: "を超えない|を超えなかった|を突破しな|を上回らない|を上回らなかった|을 넘지 않|를 넘지 않|or less|or fewer|or lower|or below|or under|at " +
			"most|以下|以内|이하|이내|まで|까지",
		LessThan: "を下回った|を下回り|에 못 미치|에 못미치|未満|未满|미만|을 밑도는|를 밑도는|を下回る|に満たない",
	},
	"de": {AtLeast: "oder mehr|mindestens", AtMost: "oder weniger|höchstens|maximal", About: "oder so|ungefähr|circa"},
	"es": {AtLeast: "o más|como mínimo|al menos", AtMost: "o menos|como máximo|como mucho",
		About: "aproximadamente|más o menos"},
	"fr": {AtLeast: "ou plus|au moins|au minimum|minimum", AtMost: "ou moins|au plus|au maximum|maximum",
		About: "environ"},
	"pt": {AtLeast: "ou mais|no mínimo|ao menos|pelo menos", AtMost: "ou menos|no máximo", About: "aproximadamente"},
	"it": {AtLeast: "o più|almeno", AtMost: "o meno|al massimo", About: "circa"},
	"nl": {AtLeast: "of meer", AtMost: "of minder"},
})

// widening turns the lists around.
func widening(byLanguage map[string]map[Qualifier]string) phrases[Qualifier] {
	named := words[Qualifier]{}
	for language, lists := range byLanguage {
		named[language] = map[string]Qualifier{}
		for q, list := range lists {
			for _, name := range split(list) {
				named[language][name] = q
				if stem, ok := strings.CutSuffix(name, " de"); ok && language == "es" {
					named[language][stem+" del"] = q
				}
				if stem, ok := strings.CutSuffix(name, " a"); ok && language == "es" {
					named[language][stem+" al"] = q
				}
			}
		}
	}
	return table(named)
}

func split(list string) []string { return strings.Split(list, "|") }

// leadIn are the articles that may stand between a qualifier and the digits, of
// no meaning: casi el 30 %, about a 12%.
var leadIn = table(words[bool]{
	"":   {"a": true, "an": true},
	"es": {"un": true, "una": true, "el": true, "los": true, "las": true}, "pt": {"um": true, "o": true, "os": true},
	"fr": {"un": true, "les": true}, "it": {"un": true, "il": true, "i": true},
	"de": {"einen": true, "einem": true, "eine": true, "einer": true, "die": true, "den": true},
})

// onLine are the qualifiers that place a number below zero on the number line,
// as symbols do: below -5%. The others speak of its size.
var onLine = func() map[string]bool {
	set := map[string]bool{}
	for _, name := range split("above|below|under|over|well above|well below|just above|just below|lower " +
		"than|higher than|unter|über|por debajo de|por encima de|au-dessous de|au-dessus de|en dessous de|abaixo " +
		"de|acima de|al di sotto di|al di sopra di|低于|高于") {
		set[name] = true
	}
	return set
}()
