package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/value"
)

// changeVerbs are words behind which "X to Y" is a change: rose $5 to $8.
var changeVerbs = set("rose rise rises rising fell fall falls falling grew grow grows growing jumped jump jumps " +
	"climbed climb climbs gained gain gains dropped drop drops " +
	"declined slid soared surged increased decreased up down raised lifted cut boosted slipped sank plunged " +
	"advanced added lost shed " +
	"by from von desde de da")

// twoFigures says whether the numbers at a byte, if there are two, are a change
// and no range.
func (s *scanner) twoFigures(at int) bool {
	before := s.before(at)
	switch first := strings.ToLower(firstWord(s.masked[at:])); {
	case openingWords.has(first):
		return false
	case leaving.has(first):
		return changeVerbs.has(before)
	}
	if before == "de" && moving().MatchString(strings.ToLower(s.block[max(0, at-40):at])) {
		return true
	}
	if leadingWords.has(before) && leadingFrom().MatchString(strings.ToLower(s.block[max(0, at-40):at])) {
		return true
	}
	if before == "from" || before == "von" || before == "desde" {
		return !ranging().MatchString(strings.ToLower(s.block[max(0, at-40):at]))
	}
	return changeVerbs.has(before) && before != "de" && before != "da" && !s.sharesUnit(at)
}

// leadingFrom is from and what may stand before the number that it leads to,
// leadingWords: from the current $12,000 to $15,500.
var leadingWords = set("the its their a current previous earlier former today's year's about around den derzeit " +
	"bisher zuletzt aktuell bislang el los la las actual actuales le les actuellement")

var leadingFrom = compileOne(`(?:^|\P{L})(?:from|von|desde|de|depuis) (?:(?:the|its|their|a|current|previous|` +
	`earlier|former|today's|last year's|about|around|den|derzeit|bisher|zuletzt|aktuell|bislang|el|los|la|las|` +
	`actual|actuales|le|les|actuellement) ?)+$`)

// sharesUnit reports whether of the two numbers at a byte the first has no unit
// or magnitude but that of the second, and is at least half of it: up 20 to 25
// percent, by €2 to €3 billion.
func (s *scanner) sharesUnit(at int) bool {
	whole, ok := s.running.At(at, value.Reading{Noun: s.noun})
	if !ok || whole.Kind != value.KindRange || whole.Unit == "" && !whole.Sized && whole.Label == "" {
		return false
	}
	first, ok := s.running.At(at, value.Reading{Alone: true})
	if ok && (first.Sized || first.Unit != "" && !whole.Sized) {
		return false
	}
	low, high := whole.Interval.Low.At, whole.Interval.High.At
	return low.Add(low).Cmp(high) >= 0
}

// change says whether a range that was read is rather a change: from $5 billion
// to $8 billion, 58%에서 64%로.
func (s *scanner) change(f value.Found) bool {
	text, rest := s.block[f.Start:f.End], s.block[f.End:]
	switch s.language {
	case "ko":
		return strings.Contains(text, "에서") && (strings.HasPrefix(rest, "로") || strings.HasPrefix(rest, "으로"))
	case "ja":
		return strings.Contains(text, "から") && (strings.HasPrefix(rest, "に") || strings.HasPrefix(rest, "へ"))
	}
	if !leaving.has(strings.ToLower(firstWord(text))) {
		return false
	}
	near := strings.ToLower(s.block[max(0, f.Start-40):f.Start])
	if ranging().MatchString(near) {
		return false
	}
	first, ok := s.running.At(f.Digits, value.Reading{Alone: true})
	return moving().MatchString(near) || ok && (first.Sized || first.Unit != "")
}

// dropsQualifier says whether the word at a byte is no qualifier there: over
// eight years, under three conditions, up to the beginning of a longer word.
func (s *scanner) dropsQualifier(at int) bool {
	word := strings.ToLower(firstWord(s.masked[at:min(len(s.masked), at+12)]))
	switch word {
	case "un", "mínimo", "máximo": // cae a un mínimo de 18 años
		return record().MatchString(s.block[at:]) && reachedLow().MatchString(s.upTo(at))
	case "exceeds", "exceeded", "exceeding", "surpasses", "surpassed", "topping", "topped", "übersteigt", "überstieg",
		"übertrifft", "supera", "superó", "superan", "dépasse", "dépassait": // has never exceeded
		return negations.has(s.before(at)) || nichtBehind().MatchString(s.block[at:])
	case "minus": // plus or minus 2%
		return s.before(at) == "or"
	case "por", "superior", "superiores", "inferior", "inferiores": // por debajo del 6,7% de marzo
		return definite().MatchString(s.block[at:])
	case "hasta": // subió un 3%, hasta 14 euros
		before := strings.TrimRight(s.block[:at], " \u00a0\n")
		return movedNear().MatchString(strings.ToLower(s.block[max(0, at-nearby):at])) ||
			strings.HasSuffix(before, ",") || strings.HasSuffix(before, "%") || moved().MatchString(s.before(at))
	case "jusqu": // le taux grimpe jusqu'à 52 %
		return climbing().MatchString(s.before(at))
	case "over", "über", "under", "unter", "above":
		rest := strings.TrimLeft(s.masked[at+len(word):], " ")
		number := firstWord(rest[:min(len(rest), 12)])
		f, ok := s.running.At(len(s.masked)-len(rest), value.Reading{Noun: s.noun})
		if word == "over" && number != "" && ok && !f.Sized && f.Unit == "" {
			return true // over three seasons
		}
		if word == "über" && (number != "" && ok && !f.Sized && f.Unit == "" ||
			worthNouns().MatchString(s.before(at))) {
			return true // über zwei Flächen is rather about them, and a Bürgschaft über 25 Mio. Euro is of that size
		}
		if word == "under" || word == "unter" { // unter 1.250 Firmen is rather among them
			return number != "" || ok && word == "unter" && f.Unit == "" && f.Label != ""
		}
		if !ok || f.Unit != "month" && f.Unit != "second" {
			return false
		}
		return !lasting.has(s.before(at))
	}
	return false
}

// reaches says whether the word behind a value is no qualifier but says where a
// change ends: 5124円まで上がった.
func (s *scanner) reaches(f value.Found) bool {
	text := s.block[f.Start:f.End]
	if f.Qualifier != value.AtMost || !strings.HasSuffix(text, "まで") && !strings.HasSuffix(text, "까지") {
		return false
	}
	return arrived().MatchString(s.block[f.End:])
}

var arrived = compileOne(`^(?:[、 ]|一時)*(?:に|は)?(?:減|増|上|下|達|伸|落|買|売|拡|縮|高|低|膨|回復|引き|戻|迫|広|悪化|改善|올|내|늘|줄|떨|치솟|상승|` +
	`하락|확대|축소|뛰|커|낮|높|오르|벌|몰|도달|다다|치|증가|감소)`)

var (
	// definite is a bound that is a number known already.
	definite = compileOne(`(?i)^(?:por (?:debajo|encima) del|(?:superior|inferior)(?:es)? al) [\d.,]+ ?(?:%|` +
		`por ciento)? ?(?:(?:registrado|previsto|esperado|proyectado|estimado|alcanzado|obtenido)?s? ?(?:de|` +
		`en) (?:` + spanishMonth + `|20\d{2}|hace|un año|la semana|el mes)|que |previsto|esperado|registrado|anterior)`)
	// record is a low or a high, said of so many years.
	record     = compileOne(`^(?:un )?(?:mínimo|máximo) de [\p{L}\d]+ (?:años|meses|semanas|días)`)
	reachedLow = compileOne(`(?i)(?:^|\P{L})(?:a|en|desde|hasta|su|marca|marcó|toca|tocó)(?: un)? $`)
	// movedNear is a Spanish verb behind which hasta says where a change ends,
	// and what changes.
	movedNear = compileOne(`(?:^|\P{L})(?:elev|sub[eía]|baj|aument|redu|rebaj|increment|ampl[ií]|recort|crec|` +
		`ca[eyí]|dispar|encarec|abarat)\p{L}*(?: \p{L}+){1,4} $`)
)

// worthNouns are German nouns behind which über says how much a thing is worth.
var worthNouns = compileOne(`(?:bürgschaft|kredit|kredite|darlehen|vertrag|verträge|auftrag|aufträge|scheck|rechnung|` +
	`anleihe|anleihen|finanzierung|fonds|bestellung|auktion|garantie|zusage|paket|runde|strafe|bescheid|` +
	`programm|schecks|bond|bonds|schuldschein|schuldscheine|kreditlinie|hypothek|volumen)s?$`)

// lasting are words behind which "over eight years" means more than eight.
var lasting = set("for in after spanning lasted lasting took takes is was than of well just within since aged seit " +
	"nach")

// joinedQualifier says whether the character at a byte only looks like a
// qualifier, being the end of a longer word: 最近3年, 계약 300억.
func (s *scanner) joinedQualifier(at int) bool {
	c, _ := utf8.DecodeRuneInString(s.block[at:])
	before, _ := utf8.DecodeLastRuneInString(s.block[:at])
	switch c {
	case '약', '최', '대', '거', '적', '근':
		return unicode.Is(unicode.Hangul, before)
	case '約':
		return strings.ContainsRune("契条予制節公規誓婚成特盟集要", before)
	case '大':
		return before == '最'
	case '近':
		if lastYears().MatchString(s.block[at:]) {
			return true
		}
		return strings.ContainsRune("最身付", before)
	case '超', '逾':
		return s.language != "zh" && unicode.Is(unicode.Han, before)
	case '到', '至':
		return unicode.Is(unicode.Han, before)
	}
	return false
}

// lastYears is the Chinese for the last so many years.
var lastYears = compileOne(`^近[0-9]{1,2} ?(?:年|个月|個月|天|日|周|週)`)

// ranging says that what follows is a range although it begins with from.
var ranging = compileOne(`rang(?:e|es|ed|ing)|anywhere|somewhere|var(?:y|ies|ied)|oscila|osciló|reicht|reichen|` +
	`liegt|schwank|allant`)

// moved is a Spanish verb behind which hasta says where a change ends.
var moved = compileOne(`^(?:sub|baj|cre[cz]|ca[eíy]|aument|redu|elev|escal|trep|avanz|retroce|desc|mejor|empeor|` +
	`lleg|dispar|repunt|desplom|hund)\p{L}*(?:ó|o|ron|do|ndo|a|e|an|en)$|^caen?$`)

// climbing is a French verb behind which jusqu'à says where a change ends.
var climbing = compileOne(`^(?:grimp|mont|augment|baiss|chut|recul|tomb|progress|bond|descen|remont)\p{L}*$`)

// moving says that "de X à Y" or "de X a Y" is a change.
var moving = compileOne(`pass(?:e|er|era|é|ée|és|ées|ant|ait|ent)|reven|tomb|mont[eéa]|grimp|recul|baiss|` +
	`augment|progress|rédui|chut|pas(?:ó|a|ar|ará|aron|ando)(?: |$)|subi|baj[óa]|crec|cay|aument|redu|elev`)

// negations are the words that turn a verb around; nichtBehind is one that
// German puts behind the number.
var (
	negations   = set("not never no nor nicht nie niemals kein nunca jamás ne jamais pas hasn't doesn't didn't hardly")
	nichtBehind = compileOne(`^\p{L}+ [^.!?;]{0,40} nicht\b`)
)
