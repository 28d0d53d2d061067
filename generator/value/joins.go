package value

import "strings"

// dashes may stand between the two numbers of a range.
var dashes = table(words[bool]{
	"":   {"-": true, "–": true, "—": true, "‒": true, "―": true, "−": true},
	"ja": waves, "ko": waves, "zh": waves,
})

var waves = map[string]bool{"~": true, "〜": true, "～": true, "∼": true}

// joins are the words that may stand between the two numbers of a range.
var joins = table(words[bool]{
	"":   {"to": true, "through": true, "から": true, "에서": true, "至": true, "到": true},
	"de": {"bis": true}, "es": {"a": true}, "fr": {"à": true}, "pt": {"a": true}, "it": {"a": true},
	"nl": {"tot": true},
})

// until are the words that close a range behind its second number, of no
// meaning there: 2만 원에서 5만 원까지.
var until = listed("까지 まで")

// openings begin a range; each asks for one of its words between the numbers.
var openings = table(words[[]string]{
	"": {"between": {"and"}, "from": {"to"}, "anywhere from": {"to"}, "anywhere between": {"and"},
		"somewhere between": {"and"}},
	"de": {"zwischen": {"und"}, "von": {"bis"}}, "es": {"entre": {"y", "e"}, "de": {"a"}, "desde": {"hasta", "a"}},
	"fr": {"entre": {"et"}, "de": {"à"}}, "pt": {"entre": {"e"}, "de": {"a"}},
	"it": {"tra": {"e"}, "fra": {"e"}, "da": {"a"}},
	"nl": {"tussen": {"en"}, "van": {"tot"}},
})

// each are the words between a number and what it is counted by: $20 per month.
var each = table(words[bool]{
	"":   {"per": true, "a": true, "an": true, "/": true},
	"de": {"pro": true, "je": true, "im": true, "am": true}, "es": {"por": true, "al": true, "a la": true},
	"fr": {"par": true},
	"pt": {"por": true, "ao": true, "à": true}, "it": {"al": true, "all'": true, "alla": true, "per": true},
	"nl": {"per": true},
})

// links are the words between a magnitude and its noun, of no meaning here:
// 110 milliards de dollars.
var links = table(words[bool]{
	"es": {"de": true}, "fr": {"de": true, "d'": true}, "pt": {"de": true}, "it": {"di": true, "d'": true},
	"ro": {"de": true},
})

// unread are the words that can begin or be no label: not nouns, or nouns that
// mean a number or a unit that is not known for certain.
var unread = listed(littleWords, calendarWords, countingWords, doubtfulUnits)

const littleWords = "of or and to in on at by for from with per a an the out up off each every as than but if nor " +
	"not no is was are were be been will would has had plus minus over under about between this that these those " +
	"after before ago later early earlier late since until till during within am pm a.m p.m noon midnight o'clock ad " +
	"bc bce ce vs versus into onto via annually und oder von vom zu im am pro y o de del por al et ou du des par e " +
	"em no na di da con"

const calendarWords = "jan january feb february mar march apr april may jun june jul july aug august sep sept " +
	"september oct october nov november dec december monday tuesday wednesday thursday friday saturday sunday januar " +
	"februar märz mai juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre " +
	"octubre noviembre diciembre janvier février mars avril juin juillet août septembre octobre novembre décembre"

const countingWords = "half halves third thirds fourth fourths fifth fifths sixth sixths seventh sevenths eighth " +
	"eighths ninth ninths tenth tenths hundredth hundredths drittel viertel fünftel achtel zehntel tiers quart " +
	"quarts tercio tercios tercera terceras cuarto cuartos terzo terzi quarti terço terços kwart derde dozen dozens " +
	"doz dutzend docena docenas douzaine douzaines dúzia dúzias dozzina dozzine dozijn score scores hundreds " +
	"thousands tens thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty " +
	"seventy eighty ninety st nd rd th bil mil zillion quadrillion quintillion bilioane trilioane ביליון ביליוני 月 号 " +
	"월 號 點 点 天 周 分之 年 년"

// doubtfulUnits have more than one meaning.
const doubtfulUnits = "ton tons cent cents pence penny peso pesos franc francs crown crowns krona kronor krone " +
	"kroner kr dinar dinars dirham dirhams riyal riyals rial rials shilling shillings gallon gallons ounce ounces oz " +
	"pint pints stone degree degrees kelvin point points ppt ppts pps bis tot céntimo céntimos centavo centavos " +
	"centime centimes centesimo centesimi öre øre kopek kopeks"

// unreadLast can't end a label: they say how often, and so make a rate, or are
// a thousand in some mouths.
var unreadLast = listed("grand annually monthly yearly weekly daily hourly quarterly early late again more less fewer")

// neverLabel can't be in a label at all.
var neverLabel = listed("a an per each every apiece b c d e f g h i j k l m n o p q r s t u v w x y z")

func listed(lists ...string) map[string]bool {
	words := strings.Fields(strings.Join(lists, " "))
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}
