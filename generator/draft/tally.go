package draft

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/number"
	"collate/generator/value"
)

// This file finds counts whose noun stands elsewhere in the sentence: 160 of 338
// seats, the Conservatives 119; at least 22 were killed and about 70 missing;
// 43.5 per cent to 41.4.

// tallied reports whether digits without a noun are a count, by what is counted
// around them.
func (s *scanner) tallied(f value.Found, before string) bool {
	rest := s.masked[f.End:min(len(s.masked), f.End+2*nearby)]
	if f.Word || f.Kind == value.KindRange || strings.ContainsAny(s.block[f.Digits:f.End], "-/") {
		return false
	}
	if !f.Number.IsWhole() {
		return s.sharesPercent(f)
	}
	switch {
	case ofSoMany().MatchString(rest):
		return s.countsOf(f.End)
	case voteWords.has(before) && isScore().MatchString(rest):
		return f.Number.Cmp(number.Int(12)) > 0
	case ofThose().MatchString(rest):
		return f.Number.Cmp(number.Int(10)) > 0
	case ofThem().MatchString(rest), fate().MatchString(rest), fateVerbs.has(before) && closesCount(rest):
		return f.Number.Cmp(number.Int(1)) > 0
	}
	return s.inList(f, before, rest)
}

// ofSoMany follows the first number of so many of so many.
var ofSoMany = compileOne(`^ (?:out of|of|von|der|de|des|sur|di|su|van|af|av) (?:(?:the|a total of|its|all|los|` +
	`las|les|den|insgesamt|un total de) ){0,2}\d`)

// voteWords stand before the two sides of a vote, and isScore follows the first:
// passed 218 to 210.
var (
	voteWords = set("passed voted approved rejected defeated won lost adopted confirmed by")
	isScore   = compileOne(`^ (?:to|votes to|against) \d{2,}(?:[.,;)]|$| (?:with|in|on|after|to)\b)`)
)

// ofThose follows a number of things that are known already: 123 of the planes.
var ofThose = compileOne(`^ (?:of (?:the|its|their|those|these|our|his|her)|der|von den|de los|de las|de sus|` +
	`de ses|de ces|des) \p{L}+`)

// ofThem follows a part of those who were counted: 22 of whom.
var ofThem = compileOne(`^ (?:of (?:whom|which|them|those)|von ihnen|davon|de ellos|de ellas|d['’]entre eux|` +
	`d['’]entre elles|di loro|deles)(?:\P{L}|$)`)

// countsOf reports whether behind a byte stand of and a number of things, more
// than ten: of 338 seats.
func (s *scanner) countsOf(at int) bool {
	digits := strings.IndexFunc(s.masked[at:], unicode.IsDigit)
	whole, ok := s.running.At(at+digits, value.Reading{Noun: s.noun, Alone: true})
	return ok && whole.Unit == "" && whole.Number.Cmp(number.Int(10)) > 0 &&
		(whole.Label != "" || closesCount(s.masked[whole.End:]))
}

// fate is what became of so many people, behind their number: were killed, are
// missing, voted.
var fate = compileOne(`^ (?:(?:of them |people |others )?(?:were|are|was|have been|had been|has been|have|had|` +
	`remain|remained|remains|still|reported|went|later|also|wurden|waren|sind|werden|gelten|fueron|resultaron|` +
	`están|han sido|siguen|ont été|ont|sont|étaient|restent|demeurent|haben|hatten|han)(?: (?:also|still|` +
	`reported|reportedly|feared|presumed|confirmed|now|being|since|already|later|als|noch|aún|todavía|encore|` +
	`toujours))? )?` +
	`(?:killed|dead|died|survived|injured|wounded|hurt|missing|arrested|detained|rescued|evacuated|displaced|` +
	`hospitali[sz]ed|infected|sickened|trapped|stranded|charged|convicted|acquitted|hired|fired|laid off|` +
	`dismissed|homeless|unaccounted for|drowned|executed|kidnapped|abducted|deported|freed|released|voted|` +
	`recovered|vaccinated|affected|` +
	`getötet|verletzt|vermisst|tot|starben|überlebten|dafür|dagegen|enthielten|festgenommen|evakuiert|gerettet|` +
	`infiziert|obdachlos|verhaftet|` +
	`muert[oa]s|herid[oa]s|desaparecid[oa]s|detenid[oa]s|hospitalizad[oa]s|evacuad[oa]s|rescatad[oa]s|murieron|` +
	`fallecieron|sobrevivieron|votaron|` +
	`survécu|péri|grièvement|légèrement|tués|tuées|morts|mortes|blessés|blessées|portés disparus|disparus|` +
	`interpellés|arrêtés|évacués|hospitalisés)(?:[\s.,;:!?)"”»]|$)`)

// fateVerbs stand before the number of those whom something befell: kills 16.
var fateVerbs = set("kills killed killing injures injured injuring wounds wounded wounding hospitalizes " +
	"hospitalizing hospitalising displaces displaced displacing arrests arrested arresting sickens sickened strands " +
	"stranded traps trapped rescues rescued rescuing hires hired hiring recruited fires fired firing sacked " +
	"dismissed tötet tötete verletzt verletzte mata mató hiere hirió deja dejó tue tuant blesse blessant détient")

// closesCount reports whether what follows a number can follow a count whose
// noun is left out.
func closesCount(rest string) bool {
	rest = strings.TrimLeft(rest, "\"”’»*)")
	c, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || strings.ContainsRune(".,;:!?—–", c) || strings.HasPrefix(rest, " (") ||
		closingWords.has(strings.ToLower(nextWord(rest)))
}

// mostBetween is how many bytes may lie between two counts of a list.
const mostBetween = 90

// inList reports whether digits go on with what is counted before them in the
// sentence: the Conservatives 119 and the Bloc 32, by 169 seats to 144.
func (s *scanner) inList(f value.Found, before, rest string) bool {
	if s.tally == 0 || f.Start-s.tally > mostBetween || f.Number.Cmp(number.Int(1)) <= 0 {
		return false
	}
	between := s.block[s.tally:f.Start]
	if becomes().MatchString(rest) && newClause().MatchString(between) {
		return true
	}
	if !closesCount(rest) {
		return false
	}
	if s.listed && afterColon().MatchString(between) {
		return true
	}
	if strings.ContainsAny(between, ":\n") || endOfSentence().MatchString(between) {
		return false
	}
	if c := lastRuneOf(strings.TrimRight(between, " ")); c == ',' || c == '(' {
		return false // Bell, 51, coaches
	}
	if against.has(before) {
		return len(strings.Fields(between)) <= 4
	}
	return s.isItem(f.Start) || s.listed && (joinedItem().MatchString(between) || othersNumber().MatchString(between))
}

// isItem reports whether what stands before a byte goes on with a list of places,
// parties or groups, each with its number.
func (s *scanner) isItem(at int) bool {
	return s.listed && s.tally > 0 && at-s.tally <= mostBetween && itemOfList().MatchString(s.block[s.tally:at])
}

// tallyNouns are what is counted of several places, parties or groups in a row.
var tallyNouns = set("seats votes ballots polls ridings districts constituencies mandates delegates councillors " +
	"deputies lawmakers goals points medals golds wins runs runners games matches " +
	"deaths dead fatalities casualties victims injuries cases infections arrests jobs posts people residents homes " +
	"houses schools children prisoners hostages " +
	"sitze sitzen stimmen mandate mandaten abgeordnete abgeordneten delegierte medaillen punkte tore tote toten " +
	"verletzte verletzten fälle stellen menschen " +
	"escaños votos diputados concejales delegados medallas goles puntos muertos heridos casos empleos personas " +
	"sièges voix députés médailles buts points morts blessés cas emplois personnes " +
	"seggi voti deputati morti feriti casi lugares mandatos votos mortos feridos casos zetels stemmen doden gewonden")

var (
	// becomes and newClause are around a part of those who were counted: while 393
	// have not been reached.
	becomes = compileOne(`^ (?:n['’](?:ont|avaient|étaient)|ne sont|ont|sont|étaient|avaient|have|had|` +
		`were|are|could|did|do|remain|haben|hatten|sind|waren|wurden|konnten|han|habían|fueron|están|siguen|` +
		`no han|no fueron) `)
	newClause = compileOne(`(?:[,;] ?(?:and |while |but |und |aber |et |mais |y |pero )?|\s(?:and|while|but|` +
		`und|aber|während|et|mais|tandis que|alors que|y|pero|mientras que|mientras) )$`)
	afterColon   = compileOne(`[.;,)] +(?:\p{Lu}[\p{L}'’&-]* ?){1,4}: $`)
	othersNumber = compileOne(`^ (?:to|against|versus) (?:the )?(?:\p{Lu}[\p{L}'’-]* ?){0,3}(?:['’]s?|their|` +
		`its|his|her) $`)
	joinedItem    = compileOne(`\s(?:and|und|y|et|e|en) $`)
	endOfSentence = compileOne(`[.!?。] +\p{Lu}`)
	// against are the words before a number that another is held against.
	against = set("to against versus vs from gegen zu gegenüber frente contra contre face auf von")
	// itemOfList is a mark or conjunction, and the name of whom the next number is.
	itemOfList = compileOne(`(?:^|[,;(]|\s(?:and|while|but|und|y|et|e|en|mientras|tandis que)) ?(?:and |while |` +
		`und |y |et |e |en )?(?:the |der |die |das |den |los |las |el |la |le |les |l['’]|il |lo |i |gli |o |a |` +
		`os |as |de |het )?(?:\p{Lu}[\p{L}\p{M}.'’&-]*[ ,]*){1,4}(?:with |on |at |had |has |won |took |got |` +
		`mit |auf |con |avec |hat |holte |obtuvo |obtient |)$`)
)

// share gives a number that is compared or listed with a percentage its unit:
// 43.5 per cent to 41.4. A change by so many per cent shares nothing with where
// it ends.
func (s *scanner) share(f *value.Found) {
	if f.Unit != "" || f.Label != "" || f.Sized || f.Kind != value.KindNumber || !s.sharesPercent(*f) {
		return
	}
	unit := s.block[s.percent.Start:s.percent.End]
	unit = unit[strings.LastIndexAny(unit, "0123456789")+1:]
	if v, err := s.locale.Parse(s.block[f.Start:f.End] + unit); err == nil && v.Unit == "%" {
		f.Value = v
	}
}

// sharesPercent reports whether a number takes the unit of the percentage before
// it: where the two are held against each other, or are items of one list.
func (s *scanner) sharesPercent(f value.Found) bool {
	first := s.percent
	if first.End == 0 || first.Number.IsWhole() != f.Number.IsWhole() || f.Start-first.End > mostBetween {
		return false
	}
	between := s.block[first.End:f.Start]
	before := s.before(first.Start)
	switch {
	case changeVerbs.has(before) && !leaving.has(before), before == "um", endOfSentence().MatchString(between):
		return false
	case compared().MatchString(between):
		return f.Number.Add(f.Number).Cmp(first.Number) >= 0 && first.Number.Add(first.Number).Cmp(f.Number) >= 0
	}
	return !f.Number.IsWhole() && f.Number.Cmp(number.Int(100)) < 0 && percentItem().MatchString(between) &&
		closesCount(s.masked[f.End:])
}

// percentItem is what stands between two shares of one whole: 28,5 Prozent, auf
// die AfD 20,8.
var percentItem = compileOne(`^,? (?:and |und |y |et |e )?(?:auf |for |para |pour |per )?(?:the |die |den |der |` +
	`das |el |la |los |las |le |les |l['’]|il |o |a )?(?:\p{Lu}[\p{L}\p{M}.'’&-]* ){1,4}(?:with |on |at |mit |` +
	`auf |bei |con |avec |à )?$`)

// compared are the words between two numbers of which the second takes the unit
// of the first.
var compared = compileOne(`^,? (?:to|from|against|versus|vs\.?|compared (?:to|with)|up from|down from|auf|von|` +
	`gegenüber|nach|statt|frente al?|contra|desde|hasta|contre|à|a) $`)

// often gives an amount of money the rate that a word behind it says: 25 Euro
// monatlich is 25 Euro pro Monat.
func (s *scanner) often(f *value.Found) {
	if !isCurrency(f.Unit) || f.Label != "" {
		return
	}
	for _, r := range rateWords {
		words := strings.TrimRightFunc(r.words().FindString(s.from(f.End)),
			func(c rune) bool { return !unicode.IsLetter(c) })
		if words == "" {
			continue
		}
		if v, err := s.locale.Parse(s.block[f.Start:f.End] + r.rate); err == nil &&
			strings.HasPrefix(string(v.Unit), string(f.Unit)+"/") {
			f.Value, f.End = v, f.End+len(words)
		}
		return
	}
}

// rateWords say how often an amount is paid, and the same as a rate that the
// value grammar reads.
var rateWords = []struct {
	words func() *regexp.Regexp
	rate  string
}{
	{compileOne(`^,? (?:monthly|each month|every month)\b`), " a month"},
	{compileOne(`^,? (?:annually|yearly|each year|every year|per annum)\b`), " a year"},
	{compileOne(`^,? (?:weekly|each week|every week)\b`), " a week"},
	{compileOne(`^,? (?:daily|each day|every day)\b`), " a day"},
	{compileOne(`^ (?:monatlich|im Monat)(?:\P{L}|$)`), " pro Monat"},
	{compileOne(`^ (?:jährlich|im Jahr|per annum)(?:\P{L}|$)`), " pro Jahr"},
	{compileOne(`^ (?:wöchentlich|die Woche)(?:\P{L}|$)`), " pro Woche"},
	{compileOne(`^ (?:täglich|am Tag)(?:\P{L}|$)`), " pro Tag"},
	{compileOne(`^ (?:stündlich|die Stunde|in der Stunde)(?:\P{L}|$)`), " pro Stunde"},
	{compileOne(`^ mensuales(?:\P{L}|$)`), " al mes"},
	{compileOne(`^ anuales(?:\P{L}|$)`), " al año"},
	{compileOne(`^ (?:diarios|diarias)(?:\P{L}|$)`), " al día"},
	{compileOne(`^ (?:la hora)(?:\P{L}|$)`), " por hora"},
	{compileOne(`^ (?:mensuels|mensuelles)(?:\P{L}|$)`), " par mois"},
	{compileOne(`^ (?:annuels|annuelles)(?:\P{L}|$)`), " par an"},
	{compileOne(`^ (?:de l['’]heure|l['’]heure)(?:\P{L}|$)`), " par heure"},
	{compileOne(`^ (?:le mois)(?:\P{L}|$)`), " par mois"},
}
