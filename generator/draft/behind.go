package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/article"
	"collate/generator/value"
)

// cutBehind reports whether the number of a reading goes on behind it.
func (s *scanner) cutBehind(f value.Found) bool {
	rest := s.from(f.End)
	return rest != "" && (s.markBehind(f, rest) || s.isEastern() && s.eastBehind(f, rest) || s.wordsBehind(f))
}

// markBehind reports whether a mark right behind a reading is its number's.
func (s *scanner) markBehind(f value.Found, rest string) bool {
	c, size := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[size:])
	last := lastRuneOf(s.block[f.Start:f.End])
	switch {
	case strings.ContainsRune("½¼¾⅓⅔⅛±×^²³‰", c):
		return true
	case unicode.Is(unicode.Sc, c):
		return unicode.IsDigit(last) || unicode.IsLetter(last)
	case unicode.Is(unicode.Sc, last):
		return unicode.IsLetter(c) && !article.Eastern(c) // 15 $US
	case last == '×':
		return unicode.IsDigit(c)
	case c == '/':
		return unicode.IsLetter(next) && !article.Eastern(next) || unicode.IsDigit(next) && unicode.IsDigit(last)
	case c == '\'' || c == '’':
		return unicode.IsLetter(next) && strings.HasSuffix(s.block[:f.End], " l")
	case isDash(c) || strings.ContainsRune("~∼〜～", c):
		return (unicode.IsDigit(next) || unicode.Is(unicode.Sc, next)) &&
			(f.Kind != value.KindRange || unicode.IsDigit(last))
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
	c, last := firstRune(rest), lastRuneOf(text)
	switch {
	case strings.ContainsRune("半강", c), c == '반' && unicode.IsDigit(last):
		return true
	case strings.ContainsRune(easternNumerals, c):
		return unicode.IsDigit(last) || strings.ContainsRune(easternNumerals, last)
	case last == '割':
		return c == '引' || unicode.IsDigit(c)
	case last == '分' && (c == '之' || c == 'の'), last == '인' && c == '치', last == '부' && c == '터',
		last == '部' && c == '門':
		return true
	case last == '분' && koreanPart().MatchString(rest):
		return true
	case s.language == "ko" && !isCurrency(f.Unit) && strings.HasSuffix(text, " "+string(last)) &&
		article.Eastern(last) &&
		article.Eastern(c) && !particle().MatchString(rest):
		return true
	case f.Unit == "":
		return easternMoney().MatchString(rest) || koreanMoney().MatchString(string(last)+rest) && f.Label != ""
	}
	return unicode.IsDigit(c) && s.smallerBehind(f, f.End)
}

var (
	koreanPart   = compileOne(`^의 ?(?:마이너스 ?)?[0-9일이삼사오육칠팔구십]`)
	easternMoney = compileOne(`^(?:[\p{Katakana}\p{Han}ー・]{0,14}(?:ドル|ルピー|フラン|ポンド|ペソ|クローネ|クローナ|リラ|レアル|ランド|ディナール|` +
		`リンギット|バーツ|ルーブル|マルク|ウォン|ユーロ|ルピア|ガロン)|` +
		` ?(?:\p{Hangul}{1,6} ?)?(?:달러|센트|프랑|페소|루피|크로나|크로네|링깃|바트|킵|리라|헤알|디나르|디르함|파운드|마르카|마르크|페세타|루블|루피아|유로|위안|` +
		`휠던|배럴|갤런|입방|평방|세제곱|제곱)|` +
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
	case open && (magnitudeNouns.has(first.text) || f.Unit != "" && magnitudeLetters.has(first.text)):
		return first.gap != "" || !article.Eastern(firstRune(first.raw))
	case isNumeralText(first.text):
		return s.digitsBehind(f, text, after, bare)
	case orWords.has(first.text) && bare && !f.Sized && after[1].isNumber():
		return !ones.has(after[1].text)
	case decimalPointWords.has(first.text) && bare:
		return after[1].isNumber()
	case joiningWords.has(first.text):
		return s.joinedBehind(f, after, bare)
	case isNumberWord(first.text) && open && !ones.has(first.text):
		return bare || isNumberWord(after[1].text) || magnitudeNouns.has(after[1].text) ||
			s.isPrice(f, text) && !s.beginsValue(first.start)
	case halfWords.has(first.text) && open && first.gap == "", first.text == "반",
		first.text == "plus" && first.gap == "-":
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
	rest := s.from(f.End)
	if s.masked[after[0].start] == blot {
		return fractionBehind().MatchString(rest)
	}
	switch {
	case after[0].gap == " " && groupedBehind(lastNumeral(text), after[0].text), fractionBehind().MatchString(rest):
		return true
	case bare && (f.Sized || strings.ContainsRune(easternNumerals+"천만억조", lastRuneOf(text))),
		s.isPrice(f, text) && len(after[0].text) == 2:
		return true
	}
	return s.smallerBehind(f, f.End)
}

// isPrice reports whether a reading ends with the name of a currency, and has
// no magnitude: 15 dollars, of 15 dollars 50.
func (s *scanner) isPrice(f value.Found, text string) bool {
	return isCurrency(f.Unit) && !f.Sized && unicode.IsLetter(lastRuneOf(text))
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
	case isNumeralText(next.text):
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
	return s.smallerBehind(f, next.start)
}

// smallerBehind reports whether what follows is the rest of a quantity in two
// units: 20 minutes behind hours, 40 cents behind euros.
func (s *scanner) smallerBehind(f value.Found, at int) bool {
	if f.Unit == "" || f.Sized {
		return false
	}
	rest := strings.TrimLeft(s.from(at), " \u00a0")
	at += len(s.from(at)) - len(rest)
	if isCurrency(f.Unit) && hundredths().MatchString(rest) || f.Unit == "m" && inches().MatchString(rest) {
		return true
	}
	next, ok := s.running.At(at, value.Reading{Alone: true, Bare: true})
	if !ok || next.Sized || next.Unit == "" || f.Number.Sign() <= 0 || next.Number.Sign() <= 0 {
		return false
	}
	smaller := next.Unit == f.Unit && next.Number.Cmp(f.Number) < 0 || f.Unit == "month" && next.Unit == "second"
	return smaller && (f.Unit == "month" || f.Unit == "second" || f.Unit == "m" || f.Unit == "g")
}

var (
	hundredths = compileOne(`(?i)^\d{1,2} ?(?:cents?\b|pence\b|p\b|céntimos?|centavos?|centimes?|centesimi|` +
		`cêntimos?|센트|전|銭|分|角|セント)`)
	inches = compileOne(`^\d{1,2} ?(?:in\b|inch|["”″])`)
	// fractionBehind is the half of 3 1/2.
	fractionBehind = compileOne(`^[ \x{a0}-]\d/\d{1,2}(?:\D|$)`)
	// speedEnding is a word for a speed that joins its number: 時速300キロ.
	speedEnding = compileOne(`(?:時速|秒速|分速|毎時|毎秒|毎分|时速|每小时|每秒|每分钟|시속|초속|분속) ?$`)
)
