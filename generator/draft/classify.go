package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/article"
	"collate/generator/number"
	"collate/generator/value"
)

// isFigure says whether a value that was read is meant as a figure, by the
// words around it.
func (s *scanner) isFigure(f value.Found) bool {
	text := s.block[f.Start:f.End]
	before := s.before(f.Start)
	switch {
	case f.Kind == value.KindDate || f.Kind == value.KindText:
		return false
	case strings.HasPrefix(text, "円"), strings.HasPrefix(text, "원"):
		return false // the end of the amount before
	case strings.HasPrefix(s.block[f.End:], "째"):
		return false // the seventh year: 7년째
	case codeWords.has(firstWord(text)) && !f.Sized, leadsToName.has(before) && !f.Sized && f.Unit == "":
		return false
	case f.Article:
		return s.articleCounts(f, before)
	case f.Unit == "×":
		return s.isMultiple(f, text, before)
	case f.Unit != "" && single().MatchString(s.block[f.Digits:f.End]) && by().MatchString(s.block[f.End:]):
		return false
	case f.Unit != "" && f.Number.Equal(number.Int(1)) && strings.HasPrefix(strings.TrimLeft(s.block[f.End:], " "),
		"="):
		return false // 1 USD = 32.3 TWD
	case f.Word && f.Unit == "KRW" && strings.HasSuffix(text, " won"),
		strings.HasPrefix(string(f.Unit), "/") && namesRate().MatchString(text):
		return false // won a match, 34/Eintracht
	case f.Unit == "second" && follows().MatchString(text) && !f.Number.Equal(number.Int(1)),
		f.Unit == "GBP" && s.isWeight(f, text):
		return false
	case f.Unit != "":
		return !s.idle(f, before)
	case f.Sized && lettered().MatchString(text) && s.nameBefore(f.Start):
		return false // Llama 70B, Station 3B
	case f.Sized && tonnes().MatchString(text), f.Sized && s.isLength(f, text):
		return false // tonnes and metres, which the value grammar takes for magnitudes
	case f.Sized:
		return !ofWhole.has(before) || !f.Word
	case f.Label != "" && !strings.Contains(text, f.Label) && !closingQuote().MatchString(s.block[f.End:]):
		return false // a noun that the value grammar does not know: 52주
	case f.Word:
		return s.wordCounts(f, before)
	case f.Label != "":
		return s.digitsCount(f, text, before)
	}
	return s.aloneCounts(f, text, before)
}

// codeWords are currency codes that are rather words.
var codeWords = set("SDG STD TOP ALL CUP SOS BAM MOP ANG TRY PEN LAK COP GEL MAD")

// single is one of a measure.
var single = compileOne(`^[1１一](?:[^0-9０-９.,]|$)`)

// tonnes is a number with a t: 300 t Schrott.
var tonnes = compileOne(`^[0-9][0-9., \x{a0}\x{202f}]*t(?: |$)`)

// namesRate is a stroke before a name.
var namesRate = compileOne(`/\p{Lu}`)

// metres is a number with an m: 310 m.
var metres = compileOne(`[0-9] ?m(?: \p{Ll}|$)`)

// isLength reports whether an m behind a number is metres, as it is in most
// languages, and in English before wide, long or high.
func (s *scanner) isLength(f value.Found, text string) bool {
	if f.Unit != "" || !metres().MatchString(text) {
		return false
	}
	return s.language != "en" || measured().MatchString(s.block[f.End:])
}

var measured = compileOne(`^[ -](?:wide|long|high|tall|deep|thick|above|below|away|from|apart|underground|tower|` +
	`bridge|wall|pool|race|dash|freestyle|hurdles|x )`)

// follows is the Italian and Portuguese for according to, which is a second as
// well.
var follows = compileOne(`(?: |\x{a0})(?:secondo|segundo)$`)

// isWeight reports whether pounds are of weight, by what is said around them.
func (s *scanner) isWeight(f value.Found, text string) bool {
	if strings.ContainsAny(text, "£") || !poundWord().MatchString(text) {
		return false
	}
	return weighing().MatchString(s.block[max(0, f.Start-nearby):min(len(s.block), f.End+nearby/2)])
}

var (
	poundWord = compileOne(`(?i)(?:pounds?|pfund|libras?|livres?|libbre|pond|ポンド|파운드)$`)
	weighing  = compileOne(`(?i)weigh|heav|\blost\b|\blosing|\blose\b|gained|\bshed\b|lift|kilo|\bkg\b|ounces?|` +
		`carr(?:y|ied)|baby|wieg|wog\b|gewicht|schwer|pesa[br]?|peso\b|perdi|adelgaz|poids|pèse|pesait|kilogram|` +
		`pesava|重|体重|무게|체중`)
)

// by follows a measure of which there is so much: 1リットルあたり50グラム.
var by = compileOne(`^ ?(?:あたり|当たり|につき|당|[0-9])`)

// leadsToName are words behind which a number is a name.
var leadsToName = set("top vs versus formula fortune")

// lettered is a number with a magnitude of one letter and no currency.
var lettered = compileOne(`^[0-9]+[a-zA-Z](?: |$)`)

var ofWhole = set("half")

// articleCounts says whether a or an counts: before a magnitude only, and not
// in "half a million" or "a billion-dollar company".
func (s *scanner) articleCounts(f value.Found, before string) bool {
	if f.Unit == "pp" {
		return before != "half" && before != "of"
	}
	if !f.Sized || f.Number.Cmp(number.Int(1e6)) < 0 && f.Label == "" || before == "half" || before == "of" ||
		before == "demi" || before == "medio" || before == "halbe" {
		return false
	}
	return !strings.HasPrefix(s.block[f.End:], "-") && !strings.Contains(s.block[f.Start:f.End], "-")
}

// idle says whether a value with a unit is only a way of speaking: one day,
// one of the quarters, a quarter of.
func (s *scanner) idle(f value.Found, before string) bool {
	if !f.Word || f.Unit != "month" && f.Unit != "second" {
		return f.Word && f.Sized && before == "half"
	}
	number := strings.ToLower(firstWord(s.block[f.Digits:f.End]))
	if !ones.has(number) {
		return false
	}
	text := s.block[f.Start:f.End]
	return f.Qualifier == 0 && !strings.ContainsAny(text, "-0123456789") // one hour and 40 minutes are long
}

var ones = set("한 one ein eine einem einen einer un una uno une")

// isMultiple says whether a number of times compares one thing with another.
func (s *scanner) isMultiple(f value.Found, text, before string) bool {
	lower := strings.ToLower(text)
	after := strings.ToLower(nextWord(s.block[f.End:]))
	last := lower[strings.LastIndexAny(lower, " -")+1:]
	switch strings.TrimLeft(last, "0123456789.,") {
	case "times", "mal", "veces", "fois", "keer", "volte", "vezes":
		return comparing.has(after) || f.Qualifier != 0 || strings.Contains(f.Number.String(), ".")
	case "x":
		return (f.Number.Cmp(number.Int(100)) < 0 || !strings.HasPrefix(s.block[f.End:], " ") ||
			comparing.has(after)) &&
			!strings.HasPrefix(strings.TrimLeft(s.block[f.End:], " "), "x") && !digitNext(s.block[f.End:])
	case "twice", "double", "triple", "treble", "quadruple", "doble", "dobro", "triplo":
		return f.Qualifier != 0 && last != "twice" || doubling.has(after) || last == "doble" && before == "el" ||
			before == "le" || before == "by" || before == "to" && after == ""
	case "doubled", "tripled", "quadrupled":
		return after != "down"
	case "dreifache", "dreifachen", "dreifacher", "vierfache", "vierfachen", "vierfacher", "fünffache", "fünffachen",
		"fünffacher", "zweifache", "zweifachen", "zweifacher":
		return before == "das" || before == "dem" // der dreifache Weltmeister has won three times
	case "doppelt":
		return after == "so" || f.Qualifier != 0
	}
	return true
}

var comparing = set("the its as more higher larger what their that bigger greater faster cheaper over su sus más " +
	"mayor mayores superior superiores lo el la plus le la les son sa supérieur supérieure mehr so größer höher " +
	"schneller " +
	"lower less smaller fewer current previous earlier annual last au que moins menos menor menores inférieur " +
	"inférieure weniger kleiner niedriger als")

var doubling = set("the its their his her that what as last de du des le la der die des lo que this those current " +
	"previous earlier son sa su")

func digitNext(rest string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	return unicode.IsDigit(c)
}

// pointing are words before a number word that speak of things known already.
var pointing = set("the these those its their his her our your my all both other another each any either of-the " +
	"following only last next first past previous final top " +
	"die der den dem das diese dieser diesen beiden alle aller ihre ihren seine seinen unsere jene letzten nächsten " +
	"ersten " +
	"los las estos estas esos esas sus nuestros ambos otros otras todos todas últimos últimas primeros primeras " +
	"próximos " +
	"les ces ses leurs nos vos tous toutes aux des derniers dernières premiers premières autres prochains one " +
	"gli dei delle i le questi queste suoi os dos das estes seus deze")

// wordCounts says whether a number word with a noun counts something: from two
// up, its noun in the plural near by, nothing pointing back.
func (s *scanner) wordCounts(f value.Found, before string) bool {
	word := strings.ToLower(firstWord(s.block[f.Digits:f.End]))
	if strings.HasSuffix(f.Label, "people") && unnamed().MatchString(s.block[f.End:]) {
		return false
	}
	if s.isShare(f) || ones.has(word) || pointing.has(before) ||
		before == "as" && (s.language == "pt" || f.Qualifier != 0) || sharing.has(before) || f.Label == "" {
		return false
	}
	return (len(strings.Fields(f.Label)) <= 2 || namedThings().MatchString(f.Label)) &&
		!loose.has(strings.ToLower(lastWord(f.Label)))
}

// namedThings are things behind a name: Premier League titles.
var namedThings = compileOne(`^(?:\p{Lu}[\p{L}'’.-]* ){1,3}\p{Ll}\p{L}*$`)

// unnamed follows people who are sources, no figure: two people familiar with it.
var unnamed = compileOne(`^ (?:familiar|briefed|close|with|said|told|who asked|who spoke)`)

// loose are nouns that number words before them rarely count for a reader's
// sake: two sides, three things.
var loose = set("sides things ways parties reasons options others halves thirds names words questions points steps " +
	"seiten dinge gründe partes cosas razones façons choses raisons côtés " +
	"fronts fronten minds hands eyes tiers quarts tercios cuartos drittel viertel fünftel")

// sharing are words behind which a number of things is the basis of a share:
// three of every ten adults.
var sharing = set("every per cada chaque jeder jedes jede")

// shareOf follows a number of things that is the counter of a share: huit
// véhicules sur dix.
var shareOf = compileOne(`^ (?:sur|von|de cada|out of|em cada|op de) (?:every )?(?:dix|zehn|diez|ten|dieci|dez|` +
	`tien|10|cinq|fünf|cinco|five|cinque|vijf|trois|three|drei|tres|tre|quatre|four|vier|cuatro|` +
	`[2-9])(?:[^\p{L}\p{N}.,]|[.,](?:\P{N}|$)|$)`)

// isShare reports whether a number of things is the counter of a share.
func (s *scanner) isShare(f value.Found) bool {
	return f.Number.Cmp(number.Int(10)) <= 0 && shareOf().MatchString(s.block[f.End:])
}

// contests are nouns that make a score of a range.
var contests = set("vote votes win wins victory defeat loss draw decision ruling lead split score sieg niederlage " +
	"unentschieden victoria derrota empate victoire défaite")

// digitsCount says whether digits with a noun count it, and are no part of a
// name before them: "35 countries", but not "Falcon 9 rockets".
func (s *scanner) digitsCount(f value.Found, text, before string) bool {
	if f.Kind == value.KindRange && contests.has(strings.ToLower(firstWord(f.Label))) || s.isModel(f) {
		return false
	}
	if sharing.has(before) || s.isShare(f) {
		return false
	}
	if f.Qualifier != 0 || f.Digits > f.Start || groupedDigits().MatchString(text) {
		return true // so does between: the PP entre 53 y 56 escaños
	}
	if s.language == "ja" || s.language == "ko" || s.language == "zh" {
		return !f.Number.Equal(number.Int(1)) // 1人, 1社: one, any
	}
	if s.language == "de" && f.Number.Cmp(number.Int(10)) >= 0 {
		return true // "hat Siemens 20 Werke": the verb stands before
	}
	return !s.nameBefore(f.Start) || s.isItem(f.Start)
}

// isModel reports whether a number behind a number word is the name of what is
// counted: five 787 Dreamliners.
func (s *scanner) isModel(f value.Found) bool {
	word := s.before(f.Start)
	return f.Digits == f.Start && numberWordSet.has(word) && !ones.has(word)
}

var (
	groupedDigits = compileOne(`[0-9](?:[.,'’\x{00a0}\x{202f} ][0-9]{3})+`)
)

// amounting are words behind which a number alone is an amount.
var amounting = set("to of from reached reaching totalled totaled totalling totaling hit exceeded exceeding " +
	"numbered numbering auf von bei insgesamt hasta alcanzó alcanzar sumó totalizó atteint atteignant totalisant " +
	"was were is are averaged employs employing employed has had have emplea beschäftigt emploie compte cuenta zählt")

// aloneCounts says whether digits without unit, magnitude and noun are a
// figure.
func (s *scanner) aloneCounts(f value.Found, text, before string) bool {
	if s.tallied(f, before) || scaleWords.has(before) && !f.Number.IsWhole() {
		return true
	}
	if f.Kind == value.KindRange {
		return groupedDigits().MatchString(text) && (f.Digits > f.Start || closesCount(s.masked[f.End:]))
	}
	if f.Number.IsZero() {
		return false
	}
	if f.Qualifier == 0 && s.nameBefore(f.Start) {
		return false
	}
	if groupedDigits().MatchString(text) {
		return true
	}
	rest := strings.TrimLeft(s.masked[f.End:], "\"”’*)")
	after := strings.ToLower(nextWord(rest))
	c, _ := utf8.DecodeRuneInString(rest)
	if c == ',' && strings.HasSuffix(strings.TrimRight(s.block[:f.Start], " \u00a0"), ",") {
		return false // Marsh, 47, who
	}
	if theNumber().MatchString(rest) || s.language == "it" && theCounted().MatchString(rest) ||
		s.language == "fr" && ofThat().MatchString(s.block[max(0, f.Start-nearby):f.Start]) {
		return true
	}
	closed := rest == "" || asideBehind().MatchString(rest) || strings.ContainsRune(".,;:!?—–", c) ||
		closingWords.has(after)
	if leaving.has(before) && arriving.has(after) && (after != "a" || s.language != "en") {
		return s.arrives(f.End)
	}
	enough := f.Number.Cmp(number.Int(12)) > 0 && !strings.ContainsAny(text, "-/")
	if f.Qualifier != 0 && f.Number.Cmp(number.Int(100)) >= 0 && having.has(after) {
		return true
	}
	return closed && enough && (amounting.has(before) ||
		(before == "at" || before == "on") && standing().MatchString(s.block[max(0, f.Start-nearby):f.Start]) ||
		f.Qualifier != 0 || s.continues(f.Start, before))
}

// scaleWords stand before a number on a scale of its own: a magnitude 7.7 quake.
var scaleWords = set("magnitude magnitud magnitudine stärke")

// standing are words that make an amount of what follows at.
var standing = compileOne(`(?i)(?:st(?:oo|an)d(?:s|ing)?|put|estimated|remain(?:s|ed)?|is|was|are|were|toll|` +
	`total|unchanged|capped|peaked|fixed|set|valued|clos(?:es|ed)|end(?:s|ed)|open(?:s|ed)|trad(?:es|ed|ing)|` +
	`settled|finished|came in|now) (?:at|on) $`)

var (
	// asideBehind is what follows a number whose noun is left out: a dash, the day before.
	asideBehind = compileOne(`^ (?:[-–—] |the (?:day|week|month|year|night|morning|previous|same|year-ago)|` +
		`respectively)`)
	// theCounted are those who are counted, in Italian: almeno 9 le femmine.
	theCounted = compileOne(`^ (?:le|i|gli) \p{Ll}{3,}`)
	// ofThat is the French for so many of them: en avoir endommagé 32.
	ofThat = compileOne(`(?i)(?:^|\P{L})en (?:avoir|a|ont|avait|avaient|compte|comptent|comptait|dénombre|` +
		`recense) (?:\p{L}+ )?$`)
)

// theNumber says what so many are: elevó a 242 la cifra.
var theNumber = compileOne(`^ (?:la cifra|el número|el total|el balance|le nombre|le bilan|die Zahl|the number|` +
	`the toll|the death toll|il numero|il bilancio|o número)(?:\P{L}|$)`)

// leaving and arriving are the words before the two numbers of a change.
var (
	leaving  = set("from von de desde")
	arriving = set("to auf à a hasta")
)

// arrives says whether the second number of a change, behind a byte, has no
// magnitude or unit that the first would have to share.
func (s *scanner) arrives(at int) bool {
	rest := strings.TrimLeft(s.masked[at:], " ")
	rest = strings.TrimLeft(rest[len(firstWord(rest)):], " ")
	f, ok := s.running.At(len(s.masked)-len(rest), value.Reading{Noun: s.noun})
	return ok && !f.Sized && f.Unit == ""
}

// closingWords are words that can follow an amount whose noun is left out.
var closingWords = set("from to by in against abstained abstentions this last at after as and compared over since a " +
	"today now while ago on gegenüber im in seit nach und frente en este tras y desde contre en cette for für para " +
	"pour après et fin")

// continues says whether a number at a byte goes on with what was counted just
// before: 137 seats and 121 for the others.
func (s *scanner) continues(at int, before string) bool {
	const near = 70
	head := strings.TrimRight(s.block[:at], " \u00a0")
	if name := lastWord(strings.TrimRight(head, ",")); strings.HasSuffix(head, ",") &&
		unicode.IsUpper(firstRune(name)) {
		return false // said Bell, 51
	}
	if article.Eastern(lastRuneOf(s.block[:at])) || len(before) == 1 && before != "y" && before != "e" {
		return false
	}
	return s.counted > 0 && at-s.counted < near && !strings.ContainsAny(s.block[s.counted:at], ".;:()\n")
}

func lastRuneOf(text string) rune {
	c, _ := utf8.DecodeLastRuneInString(text)
	return c
}

// having are words behind which a qualified number is an amount of what was
// spoken of: more than 180 have been reached.
var having = set("have has had were was are is will would could may of who sind waren haben werden wurden kamen " +
	"davon fueron son han están sont ont étaient ont dont de")

// nameBefore says whether a number at a byte belongs to a name that stands
// before it: the word there is capitalised, and no word of a sentence.
func (s *scanner) nameBefore(at int) bool {
	head := strings.TrimRight(s.block[max(0, at-nearby):at], " \u00a0")
	word := lastWord(head)
	c, _ := utf8.DecodeRuneInString(word)
	if word == "" || !unicode.IsUpper(c) && !unicode.IsDigit(c) ||
		strings.HasSuffix(s.block[:at], head) && !strings.HasSuffix(head, "-") {
		return false
	}
	lower := strings.ToLower(word)
	if notNames.has(lower) || strings.HasSuffix(head, ".") || strings.Trim(word, "0123456789") == "" {
		return false
	}
	if s.language == "de" {
		return utf8.RuneCountInString(word) > 1 &&
			foreignName(s.block[max(0, at-quoteReach):min(len(s.block), at+quoteReach)], word)
	}
	if s.language == "es" && verbal().MatchString(word) {
		return false
	}
	if s.titled || strings.TrimSpace(head[:len(head)-len(word)]) == "" {
		return !strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ing") && !strings.HasSuffix(lower, "ed")
	}
	return true
}

// verbal are the endings of Spanish verbs that often begin a sentence: Marcó 27
// goles.
var verbal = compileOne(`\p{Ll}(?:ó|ron|rá|rán|ndo)$`)

// foreignName says whether a capitalised German word is rather the name of a
// product or a series than a noun: it stands without an article in the text.
func foreignName(block, word string) bool {
	for _, article := range []string{"das ", "der ", "die ", "den ", "dem ", "des ", "Das ", "Der ", "Die ", "ein ",
		"eine ", "einen ", "im ", "am ", "zum ", "zur ", "vom ", "beim "} {
		if strings.Contains(block, article+word) {
			return false
		}
	}
	return true
}

// quoteReach is how far an article is looked for on either side of a noun, in bytes.
const quoteReach = 1000

// nearby is how many bytes before a number are looked at.
const nearby = 80

// before is the word before a byte of the block, in lower case; empty where
// something else than a space lies between.
func (s *scanner) before(at int) string {
	head := strings.TrimRight(s.block[max(0, at-nearby):at], " \u00a0\n\u202f")
	return strings.ToLower(lastWord(head))
}

// lastWord is the word that text ends with; marks within words belong to it.
func lastWord(text string) string {
	at := strings.LastIndexFunc(text, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("-'’&.", c)
	})
	if at < 0 {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return text[at+size:]
}

func firstWord(text string) string {
	text = strings.TrimSpace(text)
	if at := strings.IndexFunc(text, func(c rune) bool { return !unicode.IsLetter(c) }); at >= 0 {
		return text[:at]
	}
	return text
}

// titleCase says whether a block is a headline In Title Case.
func titleCase(block string) bool {
	upper, all := 0, 0
	for _, word := range strings.Fields(block) {
		c, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "\"“‘'(*#"))
		if utf8.RuneCountInString(word) > 3 && unicode.IsLetter(c) {
			all++
			if unicode.IsUpper(c) {
				upper++
			}
		}
	}
	return all > 2 && upper*4 >= all*3
}
