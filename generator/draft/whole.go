package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/value"
)

// This file holds every reading against what stands beside it. A number that
// could not be read as a whole is not read in part: what touches a digit, a
// sign, a decimal mark, a number word, a half, a magnitude, a currency or a
// country that the reading leaves out is no figure.

// isWhole reports whether a reading leaves out nothing beside it that belongs
// to its number.
func (s *scanner) isWhole(f value.Found) bool {
	if s.cutInFront(f) || s.cutBehind(f) {
		s.broken = f.End
		return false
	}
	return !strangeLabel(f.Label)
}

// strangeLabel reports whether a label has a word in it that is none of a noun:
// a number, a half, a hedge, a currency.
func strangeLabel(label string) bool {
	for _, word := range splitWords(label) {
		lower := strings.ToLower(word)
		if isNumberWord(lower) || magnitudeWords.has(lower) || decimalWords.has(lower) || halfWords.has(lower) ||
			hedgeWords.has(lower) || currencyWords.has(lower) || fraction().MatchString(lower) {
			return true
		}
	}
	return false
}

// fraction is the denominator of a fraction in words, in the plural.
var fraction = compileOne(`^(?:thirds|fourths|fifths|sixths|sevenths|eighths|ninths|tenths|\p{L}+(?:teenths|tieths|dredths|sandths)|` +
	`(?:drit|vier|fünf|sechs|sieben|sieb|ach|neun|zehn|\p{L}+zehn)tel|\p{L}+(?:zig|dert|send)stel|` +
	`(?:cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt|trent|cent|mill|\p{L}+ant)i[èe]mes?|tiers|quarts|` +
	`terci[oa]s|terceras|cuart[oa]s|quint[oa]s|sext[oa]s|s[ée]ptim[oa]s|octav[oa]s|noven[oa]s|d[ée]cim[oa]s|cent[ée]sim[oa]s|mil[ée]sim[oa]s|\p{L}+avos|` +
	`terços|quartos|sétim[oa]s|oitav[oa]s|avos|terzi|quarti|quinti|sesti|settimi|ottavi|decimi|centesimi)$`)

// cutInFront reports whether the number of a reading begins before it.
func (s *scanner) cutInFront(f value.Found) bool {
	head := s.block[:f.Start]
	if s.broken > 0 && s.broken <= f.Start && joint().MatchString(head[s.broken:]) {
		return true // the rest of what was refused just before
	}
	return head != "" && (s.spacedMinus(f) || s.markInFront(f, head) || s.isEastern() && eastInFront().MatchString(head) || s.tokenInFront(f))
}

// joint is what can stand between two parts of one quantity.
var joint = compileOne(`^(?i:[ \x{a0}]?(?:and|y|e|et|und|con|to|bis|à|a|と|から|에서)?[ \x{a0}]?|[-–—~〜～])$`)

// eastInFront is what a Chinese, Japanese or Korean text has before a number
// that is not read with it: a sign, a denominator, several.
var eastInFront = compileOne(`(?:マイナス|마이너스|负|負|分の|분의|分之|[수數数몇幾几]) ?$`)

// markInFront reports whether a mark or character right before a reading is its
// number's.
func (s *scanner) markInFront(f value.Found, head string) bool {
	c, size := utf8.DecodeLastRuneInString(head)
	beyond, _ := utf8.DecodeLastRuneInString(head[:len(head)-size])
	digits := isDigitFirst(s.block[f.Start:])
	alone := len(head) == size || unicode.IsSpace(beyond) || strings.ContainsRune("(（「『“\"/、。：:", beyond)
	switch {
	case unicode.IsDigit(c), strings.ContainsRune("½¼¾⅓⅔⅛±×^▲△▼∆"+easternNumerals, c):
		return true
	case strings.ContainsRune("만억조천백십", c):
		return unicode.IsDigit(beyond)
	case strings.ContainsRune(".,．，・", c) && digits:
		return alone || unicode.IsDigit(beyond)
	case strings.ContainsRune("-–−‒－", c):
		return alone || eastern(beyond) || unicode.IsDigit(beyond)
	case c == '—':
		return unicode.IsDigit(beyond) && digits
	case strings.ContainsRune("~∼〜～", c):
		return unicode.IsDigit(beyond) || eastern(beyond)
	}
	return false
}

// tokenInFront reports whether a word or number before a reading is its
// number's.
func (s *scanner) tokenInFront(f value.Found) bool {
	text := s.block[f.Start:f.End]
	before := s.tokensBefore(f.Start)
	last := before[0]
	switch {
	case last.text == "":
		return false
	case isNumeral(last.text) && codeInFront().MatchString(text):
		return last.gap == " " && s.masked[last.start] != blot // 17 USD 25
	case overWords.has(last.text):
		return before[1].isNumber() && !before[1].isQuantity()
	case isNumeral(last.text):
		return last.gap == " " && groupedBehind(last.text, text) && s.masked[last.start] != blot
	case signWords.has(last.text):
		return s.isSign(before)
	case strings.HasPrefix(text, "$") && last.gap != "" && (dollarOf.has(last.raw) || dollarOfLower.has(last.raw)):
		return true
	case decimalWords.has(last.text):
		return before[1].isNumber()
	case f.Unit == "" && last.gap == " " && !before[1].isNumber() && !magnitudeWords.has(before[1].text) && (moneyInFront.has(last.text) || strings.ContainsAny(last.text, "$€£¥")):
		return isDigitFirst(text)
	case s.isEastern() && speedEnding().MatchString(s.block[:f.Start]):
		return f.Unit == "m"
	case magnitudeWords.has(last.text):
		return before[1].isNumber() || scalesAlone.has(last.text)
	case (last.text == "a" || last.text == "an") && s.language == "en":
		return hedgeInFront().MatchString(s.block[:last.start])
	case orWords.has(last.text):
		return before[1].isNumber() && !before[1].isQuantity() && s.masked[before[1].start] != blot
	case koreanScales.has(last.text):
		return true
	case last.text == "이상":
		return f.Qualifier == value.AtMost || f.Qualifier == value.LessThan
	case (last.isNumber() || magnitudeWords.has(last.text)) && divided().MatchString(text):
		return true
	}
	if f.Word && s.wordInFront(f, before) {
		return true
	}
	return f.Kind != value.KindRange && s.rangeInFront(f, before)
}

// codeInFront is a currency's code or sign, parted from the number behind it.
var codeInFront = compileOne(`^(?:[A-Z]{3}|[$€£]) \d`)

// hedgeInFront is a hedge that an article parts from its number: up to a 90
// percent tax break.
var hedgeInFront = compileOne(`(?i)(?:^|\P{L})(?:up to|at least|more than|less than|as much as|nearly|about|almost|around|roughly) $`)

// divided is a division that begins like a bound: one over twenty.
var divided = compileOne(`^(?i:over|sur|sobre|über) `)

// isSign reports whether a word for minus before a number is its sign, and no
// operation, comparison or tolerance.
func (s *scanner) isSign(before [4]token) bool {
	behind := before[1]
	switch {
	case notSigned.has(behind.text), behind.isNumber(), magnitudeWords.has(behind.text), currencyWords.has(behind.text):
		return false
	}
	return !strings.HasSuffix(s.block[:before[0].start], "/")
}

// spacedMinus reports whether a minus may stand before a reading, parted from it
// by a space: growth was - 0.4%. It is no dash where another follows.
func (s *scanner) spacedMinus(f value.Found) bool {
	dash := spacedDash().FindStringIndex(s.block[:f.Start])
	switch {
	case dash == nil || f.Unit != "%" && f.Unit != "pp" && f.Unit != "°C" && !isCurrency(f.Unit):
		return false
	case s.language == "fr" || strings.HasSuffix(s.block[:dash[1]-2], "("):
		return !nextDash().MatchString(s.block[f.End:])
	}
	return amounting.has(s.before(dash[0]))
}

var (
	spacedDash = compileOne(`[\s(][-−–] $`)
	nextDash   = compileOne(`^[^.;!?]* [-–] `)
)

// wordInFront reports whether a number in words goes on in the words of a
// reading: forty-eight, cuarenta y ocho, three and a half million.
func (s *scanner) wordInFront(f value.Found, before [4]token) bool {
	at := 0
	if halfWords.has(strings.ToLower(firstWord(s.block[f.Digits:f.End]))) && articleWords.has(before[0].text) {
		at = 1
		if !joiningWords.has(before[at].text) {
			return false
		}
	}
	if joiningWords.has(before[at].text) {
		word := before[at+1].text
		return tensWords.has(word) || magnitudeWords.has(word) || at == 1 && before[at+1].isNumber()
	}
	return isNumberWord(before[at].text) && !ones.has(before[at].text)
}

// rangeInFront reports whether a reading is the second number of a range whose
// first could not be read with it: between $30 and $40 million, 8- to 10-week.
func (s *scanner) rangeInFront(f value.Found, before [4]token) bool {
	joint, first := before[0], before[1]
	if articleWords.has(joint.text) {
		joint, first = before[1], before[2]
	}
	switch {
	case rangeWords.has(joint.text) && first.isNumber():
		if s.masked[first.start] == blot || first.isQuantity() {
			return false
		}
		return strings.HasSuffix(s.block[first.start:joint.start], "- ") || !s.movesTo(first.start) && !s.isBelow(f, first)
	case joiningWords.has(joint.text):
		if numberWords.has(first.text) && openingWords.has(before[2].text) {
			return true
		}
		return openedRange().MatchString(strings.ToLower(s.block[max(0, joint.start-nearby):joint.start]))
	}
	return false
}

// isBelow reports whether a reading is less than the number before it, so that
// the two are no range.
func (s *scanner) isBelow(f value.Found, first token) bool {
	v, err := s.locale.Parse(first.raw)
	return err == nil && f.Kind == value.KindNumber && f.Number.Cmp(v.Number) < 0
}

// movesTo reports whether the number at a byte is the first of a change: from
// 40 to 60.
func (s *scanner) movesTo(at int) bool {
	head := strings.ToLower(s.block[max(0, at-nearby):at])
	word := lastWord(strings.TrimRight(head, " \u00a0"))
	return leaving.has(word) || changing.has(word) || moving().MatchString(head)
}

// openedRange is the first number of a range that a word opens.
var openedRange = compileOne(`(?:^|\P{L})(?:between|entre|zwischen|tussen|tra|fra)(?: (?:el|la|los|las|le|les|l'|il|lo|i|gli))? ?[^\p{L}\s]*\d[^\s]*(?: ?(?:%|\p{L}+)){0,2} ?$`)

// cutBehind reports whether the number of a reading goes on behind it.
func (s *scanner) cutBehind(f value.Found) bool {
	rest := s.block[f.End:]
	return rest != "" && (s.markBehind(f, rest) || s.isEastern() && s.eastBehind(f, rest) || s.wordsBehind(f))
}

// markBehind reports whether a mark right behind a reading is its number's.
func (s *scanner) markBehind(f value.Found, rest string) bool {
	c, size := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[size:])
	last := lastRune(s.block[f.Start:f.End])
	switch {
	case strings.ContainsRune("½¼¾⅓⅔⅛±×^²³‰", c):
		return true
	case unicode.Is(unicode.Sc, c):
		return unicode.IsDigit(last) || unicode.IsLetter(last)
	case unicode.Is(unicode.Sc, last):
		return unicode.IsLetter(c) && !eastern(c) // 15 $US
	case last == '×':
		return unicode.IsDigit(c)
	case c == '/':
		return unicode.IsLetter(next) && !eastern(next) || unicode.IsDigit(next) && unicode.IsDigit(last)
	case c == '\'' || c == '’':
		return unicode.IsLetter(next) && strings.HasSuffix(s.block[:f.End], " l")
	case isDash(c) || strings.ContainsRune("~∼〜～", c):
		return (unicode.IsDigit(next) || unicode.Is(unicode.Sc, next)) && (f.Kind != value.KindRange || unicode.IsDigit(last))
	}
	return false
}

// isEastern reports whether the text is in Chinese, Japanese or Korean.
func (s *scanner) isEastern() bool {
	return s.language == "zh" || s.language == "ja" || s.language == "ko"
}

// eastBehind reports whether Chinese, Japanese or Korean goes on with the number
// of a reading, or with a longer word than its unit.
func (s *scanner) eastBehind(f value.Found, rest string) bool {
	text := s.block[f.Start:f.End]
	c, last := firstRune(rest), lastRune(text)
	switch {
	case strings.ContainsRune("半강", c), c == '반' && unicode.IsDigit(last):
		return true
	case strings.ContainsRune(easternNumerals, c):
		return unicode.IsDigit(last) || strings.ContainsRune(easternNumerals, last)
	case last == '割':
		return c == '引' || unicode.IsDigit(c)
	case last == '分' && (c == '之' || c == 'の'), last == '인' && c == '치', last == '부' && c == '터', last == '部' && c == '門':
		return true
	case last == '분' && koreanPart().MatchString(rest):
		return true
	case s.language == "ko" && !isCurrency(f.Unit) && strings.HasSuffix(text, " "+string(last)) && eastern(last) && eastern(c) && !particle().MatchString(rest):
		return true
	case f.Unit == "":
		return easternMoney().MatchString(rest) || koreanMoney().MatchString(string(last)+rest) && f.Label != ""
	}
	return unicode.IsDigit(c) && s.smallerBehind(f, rest)
}

var (
	andCents     = compileOne(`^と[0-9０-９]{1,2}(?:セント|ペンス|銭|角|分|です|だ|。|$)`)
	koreanPart   = compileOne(`^의 ?(?:마이너스 ?)?[0-9일이삼사오육칠팔구십]`)
	easternMoney = compileOne(`^(?:[\p{Katakana}\p{Han}ー・]{0,14}(?:ドル|ルピー|フラン|ポンド|ペソ|クローネ|クローナ|リラ|レアル|ランド|ディナール|リンギット|バーツ|ルーブル|マルク|ウォン|ユーロ|ルピア|ガロン)|` +
		` ?(?:\p{Hangul}{1,6} ?)?(?:달러|센트|프랑|페소|루피|크로나|크로네|링깃|바트|킵|리라|헤알|디나르|디르함|파운드|마르카|마르크|페세타|루블|루피아|유로|위안|휠던|배럴|갤런|입방|평방|세제곱|제곱)|` +
		` (?:일본|중국|홍콩) (?:엔|위안|달러)|[\p{Han}]{1,4}(?:元|円|圓|卢比|盧比|法郎|比索|英镑|英鎊|克朗|里拉|雷亚尔|兰特|卢布))`)
	koreanMoney = compileOne(`^(?:대만|일본|호주|홍콩|미국|인도|캐나다) ?(?:달러|엔|루피)`)
)

// wordsBehind reports whether a word or number behind a reading is its number's.
func (s *scanner) wordsBehind(f value.Found) bool {
	text := s.block[f.Start:f.End]
	after := s.tokensAfter(f.End)
	first := after[0]
	open := f.Label == "" // nothing stands between the number, its unit and what follows
	bare := f.Unit == "" && open
	switch {
	case first.text == "":
		return false
	case open && (magnitudeWords.has(first.text) || f.Unit != "" && magnitudeLetters.has(first.text)):
		return first.gap != "" || !eastern(firstRune(first.raw))
	case isNumeral(first.text):
		return s.digitsBehind(f, text, after, bare)
	case orWords.has(first.text) && bare && !f.Sized && after[1].isNumber():
		return !ones.has(after[1].text)
	case decimalWords.has(first.text) && bare:
		return after[1].isNumber()
	case joiningWords.has(first.text):
		return s.joinedBehind(f, after, bare)
	case isNumberWord(first.text) && open && !ones.has(first.text):
		return bare || isNumberWord(after[1].text) || magnitudeWords.has(after[1].text) || s.isPrice(f, text) && !s.beginsValue(first.start)
	case halfWords.has(first.text) && open && first.gap == "", first.text == "반", first.text == "plus" && first.gap == "-":
		return true
	case bare && percentWords.has(after[1].text):
		return hundredPer.has(first.text)
	case bare && (f.Sized || f.Word) && (moneyInFront.has(first.text) || f.Word && ordinalWords.has(first.text)):
		return true
	}
	return s.foreignMoney(f, text, after)
}

// digitsBehind is wordsBehind where digits follow: the next group of a number, a
// fraction, the rest of a quantity.
func (s *scanner) digitsBehind(f value.Found, text string, after [4]token, bare bool) bool {
	rest := s.block[f.End:]
	if s.masked[after[0].start] == blot {
		return fractionBehind().MatchString(rest)
	}
	switch {
	case after[0].gap == " " && groupedBehind(lastNumeral(text), after[0].text), fractionBehind().MatchString(rest):
		return true
	case bare && (f.Sized || strings.ContainsRune(easternNumerals+"천만억조", lastRune(text))), s.isPrice(f, text) && len(after[0].text) == 2:
		return true
	}
	return s.smallerBehind(f, rest)
}

// isPrice reports whether a reading ends with the name of a currency, and has
// no magnitude: 15 dollars, of 15 dollars 50.
func (s *scanner) isPrice(f value.Found, text string) bool {
	return isCurrency(f.Unit) && !f.Sized && unicode.IsLetter(lastRune(text))
}

// beginsValue reports whether a value begins at a byte.
func (s *scanner) beginsValue(at int) bool {
	_, ok := s.running.At(at, value.Reading{Noun: s.noun})
	return ok
}

// joinedBehind is wordsBehind where and follows: and a half, and fifty, and 40
// cents.
func (s *scanner) joinedBehind(f value.Found, after [4]token, bare bool) bool {
	next, text := after[1], s.block[f.Start:f.End]
	if bare && f.Sized && ones.has(next.text) && smallScales.has(strings.ToLower(lastWord(text))) {
		return true
	}
	if isCurrency(f.Unit) && isNumberWord(next.text) && centWords.has(after[2].text) {
		return true
	}
	if next.text == "a" || ones.has(next.text) {
		return halfWords.has(after[2].text) && (next.text == "a" || next.text == "one")
	}
	switch {
	case halfWords.has(next.text):
		return f.Label == ""
	case isNumberWord(next.text):
		return bare && (f.Sized || f.Word)
	case isNumeral(next.text):
		return s.amountBehind(f, after, bare)
	}
	return false
}

// amountBehind is joinedBehind where digits follow.
func (s *scanner) amountBehind(f value.Found, after [4]token, bare bool) bool {
	text, next := s.block[f.Start:f.End], after[1]
	if f.Kind != value.KindRange && f.Qualifier == 0 && openingWords.has(s.before(f.Start)) {
		return true
	}
	switch {
	case bare && f.Sized && smallScales.has(strings.ToLower(lastWord(text))):
		return true
	case s.isPrice(f, text) && len(next.text) == 2 && after[2].text == "":
		return true
	}
	return s.smallerBehind(f, s.block[next.start:])
}

// smallerBehind reports whether what follows is the rest of a quantity in two
// units: 20 minutes behind hours, 40 cents behind euros.
func (s *scanner) smallerBehind(f value.Found, rest string) bool {
	if f.Unit == "" || f.Sized {
		return false
	}
	rest = strings.TrimLeft(rest, " \u00a0")
	if isCurrency(f.Unit) && hundredths().MatchString(rest) || f.Unit == "m" && inches().MatchString(rest) {
		return true
	}
	next, ok := s.running.At(len(s.block)-len(rest), value.Reading{Alone: true, Bare: true})
	if !ok || next.Sized || next.Unit == "" || f.Number.Sign() <= 0 || next.Number.Sign() <= 0 {
		return false
	}
	smaller := next.Unit == f.Unit && next.Number.Cmp(f.Number) < 0 || f.Unit == "month" && next.Unit == "second"
	return smaller && (f.Unit == "month" || f.Unit == "second" || f.Unit == "m" || f.Unit == "g")
}

var (
	hundredths = compileOne(`(?i)^\d{1,2} ?(?:cents?\b|pence\b|p\b|céntimos?|centavos?|centimes?|centesimi|cêntimos?|센트|전|銭|分|角|セント)`)
	inches     = compileOne(`^\d{1,2} ?(?:in\b|inch|["”″])`)
	// fractionBehind is the half of 3 1/2.
	fractionBehind = compileOne(`^[ \x{a0}-]\d/\d{1,2}(?:\D|$)`)
	// speedEnding is a word for a speed that joins its number: 時速300キロ.
	speedEnding = compileOne(`(?:時速|秒速|分速|毎時|毎秒|毎分|时速|每小时|每秒|每分钟|시속|초속|분속) ?$`)
)

// foreignMoney reports whether a currency follows that the reading has not
// taken in, or the country that it is of: 16 Millionen kanadischen Dollar, 16
// millones de dólares taiwaneses.
func (s *scanner) foreignMoney(f value.Found, text string, after [4]token) bool {
	first := after[0]
	if f.Unit == "" {
		if linkWords.has(first.text) {
			first, after[1], after[2] = after[1], after[2], after[3]
		}
		if f.Label != "" && !strings.HasSuffix(text, f.Label) {
			return false
		}
		return s.isMoney(first) || s.isMoney(after[1]) && (isCountry(first.text) || unicode.IsUpper(firstRune(first.raw))) ||
			s.isMoney(after[2]) && isCountry(after[1].text)
	}
	if !isCurrency(f.Unit) {
		return f.Unit == "m" && (hourlyWords.has(first.text) || first.text == "à" && after[1].text == "l" && after[2].text == "heure")
	}
	switch c := lastRune(text); {
	case c == '$':
		return dollarOf.has(first.raw) || dollarOfLower.has(first.raw)
	case linkWords.has(first.text) && s.isMoney(after[1]) && strings.ContainsAny(text, "$"):
		return true
	case !sharedMoney().MatchString(text):
		return false
	case ofWords.has(first.text):
		return isCountry(after[1].text) && unicode.IsUpper(firstRune(after[1].raw))
	}
	return isCountry(first.text) && !s.isMoney(after[1])
}

// sharedMoney is a currency's name that several countries have.
var sharedMoney = compileOne(`(?i)(?:d[oó]ll?ar\p{L}*|pounds?|pfund|libras?|livres?|francs?|franken|francos?|pesos?|rupees?|rupi\p{L}*|roupies?|kron\p{L}*|couronnes?|coronas?|crowns?|dinar\p{L}*|dirhams?|ri[jy]?als?|shillings?|liras?|yen(?:es|s)?|yuan(?:es|s)?)$`)

// isMoney reports whether a token names a currency.
func (s *scanner) isMoney(t token) bool {
	if t.text == "" || !unicode.IsLetter(firstRune(t.text)) {
		return false
	}
	return currencyWords.has(t.text)
}

func isCurrency(u value.Unit) bool {
	return len(u) == 3 && strings.ToUpper(string(u)) == string(u) && u[0] >= 'A' && u[0] <= 'Z'
}

// isCountry reports whether a word is a country that shares the name of its
// currency with others, or its adjective.
func isCountry(word string) bool {
	for _, stem := range countryStems {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

// token is a word, a number or a mark beside a reading.
type token struct {
	gap   string // what parts it from what is next to it: a space, a hyphen, nothing
	text  string // in lower case; empty where there is none
	raw   string
	start int // in the block
}

// isNumber reports whether a token is a number, in digits or words.
func (t token) isNumber() bool { return t.isDigits() || isNumberWord(t.text) }

// isNumberWord reports whether a word is a number; German writes long ones as
// one word.
func isNumberWord(word string) bool { return numberWords.has(word) || germanNumber().MatchString(word) }

var germanNumber = compileOne(`^(?:ein|eine|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend)\p{L}*(?:zehn|zig|ßig|hundert|tausend|hundert\p{L}+|tausend\p{L}+|und\p{L}+zig)$`)

func (t token) isDigits() bool { return t.text != "" && strings.ContainsAny(t.text, "0123456789") }

// isQuantity reports whether a token is a number with something else: $5, 40%.
func (t token) isQuantity() bool {
	return t.isDigits() && strings.Trim(t.text, "0123456789.,'’-") != ""
}

// isNumeral reports whether a text is digits with marks between them.
func isNumeral(text string) bool {
	return text != "" && unicode.IsDigit(firstRune(text)) && strings.Trim(text, "0123456789.,") == ""
}

// groupedBehind reports whether the digits that a text begins with can be the
// next group of a number before a space: 640 000.
func groupedBehind(number, text string) bool {
	digits := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
	head := number[strings.LastIndexAny(number, ".,")+1:]
	return len(digits) == 3 && len(head) > 0 && len(head) <= 3 && !strings.ContainsAny(number, ".,") && head[0] != '0'
}

// lastNumeral is the digits that a text ends with.
func lastNumeral(text string) string { return text[len(strings.TrimRight(text, "0123456789.,")):] }

func isDigitFirst(text string) bool { return unicode.IsDigit(firstRune(text)) }

func firstRune(text string) rune {
	c, _ := utf8.DecodeRuneInString(text)
	return c
}

func isDash(c rune) bool { return strings.ContainsRune("-–—‒−", c) }

// tokensBefore are the tokens before a byte, the nearest first. None reaches
// over a mark that ends a phrase.
func (s *scanner) tokensBefore(at int) (list [4]token) {
	for i := range list {
		head := s.block[:at]
		short := strings.TrimRightFunc(head, unicode.IsSpace)
		short = strings.TrimSuffix(short, "-")
		start := len(short) - lastTokenLength(short)
		if start == len(short) {
			break
		}
		raw := short[start:]
		list[i] = token{gap: strings.Map(plainGap, head[len(short):]), raw: raw, text: strings.ToLower(raw), start: start}
		at = start
	}
	return list
}

// tokensAfter are the tokens behind a byte.
func (s *scanner) tokensAfter(at int) (list [4]token) {
	for i := range list {
		rest := s.block[at:]
		trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
		trimmed = strings.TrimPrefix(trimmed, "-")
		trimmed = strings.TrimPrefix(strings.TrimPrefix(trimmed, "'"), "’")
		size := firstTokenLength(trimmed)
		if size == 0 {
			break
		}
		start := at + len(rest) - len(trimmed)
		raw := trimmed[:size]
		list[i] = token{gap: strings.Map(plainGap, rest[:len(rest)-len(trimmed)]), raw: raw, text: strings.ToLower(raw), start: start}
		at = start + size
	}
	return list
}

func plainGap(c rune) rune {
	if unicode.IsSpace(c) && c != '\n' {
		return ' '
	}
	return c
}

// inToken reports whether c goes on with a token: letters and digits, and marks
// between digits.
func inToken(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c) || unicode.Is(unicode.Sc, c) || c == '%'
}

// lastTokenLength is how long the token is that a text ends with.
func lastTokenLength(text string) int {
	at := len(text)
	for at > 0 && len(text)-at < nearby {
		c, size := utf8.DecodeLastRuneInString(text[:at])
		mark := (c == '.' || c == ',') && at < len(text) && isDigitFirst(text[at:]) && unicode.IsDigit(lastRune(text[:at-size]))
		if !inToken(c) && !mark || at < len(text) && eastern(c) != eastern(firstRune(text[at:])) {
			break
		}
		at -= size
	}
	return len(text) - at
}

// firstTokenLength is how long the token is that a text begins with.
func firstTokenLength(text string) int {
	end := 0
	for end < len(text) && end < nearby {
		c, size := utf8.DecodeRuneInString(text[end:])
		mark := (c == '.' || c == ',') && end > 0 && unicode.IsDigit(lastRune(text[:end])) && isDigitFirst(text[end+size:])
		if !inToken(c) && !mark || end > 0 && eastern(c) != eastern(lastRune(text[:end])) {
			break
		}
		end += size
	}
	return end
}
