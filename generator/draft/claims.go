package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/article"
	"collate/generator/value"
)

// nameWords are the words of a figure's name, cut to their stems.
type nameWords struct {
	own   []string // that have to stand beside the number: killed, of "Killed in Norwick"
	place []string // behind a preposition: norwick; anywhere in the sentence
	group []string // of the group's name
}

func (n nameWords) size() int { return len(n.own) + len(n.place) + len(n.group) }

// wordsOf are the words of a name. What is counted in general (number, total)
// has no word of its own where there is another.
func wordsOf(group, item string) nameWords {
	var n nameWords
	behind := false
	var general []string
	for _, word := range wordsIn(item) {
		lower := strings.ToLower(word)
		switch {
		case prepositions.has(lower):
			behind = true
		case littleWordSet.has(lower):
		case generalWords.has(lower):
			general = append(general, stemOf(word))
		case behind && len(n.own) > 0:
			n.place = append(n.place, stemOf(word))
		default:
			n.own = append(n.own, stemOf(word))
		}
	}
	if len(n.own) == 0 {
		n.own, n.place = append(n.place, general...), nil
	}
	for _, word := range wordsIn(group) {
		if !littleWordSet.has(strings.ToLower(word)) && !prepositions.has(strings.ToLower(word)) {
			n.group = append(n.group, stemOf(word))
		}
	}
	return n
}

var (
	prepositions = set("in at of from by on for near to with in im bei von aus am en de del à au aux par pour chez " +
		"di da nel em no na do")
	littleWordSet = set("the and its their a an per der die das und des el la los las y le les et l d du des")
	generalWords  = set("number total count amount overall sum anzahl gesamt gesamtzahl zahl número total cifra " +
		"monto nombre montant")
)

func wordsIn(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) })
}

// wordEndings are what words of one stem differ in: killed, kills, killing.
var wordEndings = []string{"ings", "ing", "ées", "és", "ée", "ed", "en", "es", "er", "os", "as", "em", "é", "s", "e",
	"a",
	"o", "n"}

// stemOf is a word without its ending, in lower case.
func stemOf(word string) string {
	word = strings.ToLower(word)
	for _, ending := range wordEndings {
		if short, ok := strings.CutSuffix(word, ending); ok && utf8.RuneCountInString(short) >= 3 &&
			!article.Eastern(lastRuneOf(word)) {
			return short
		}
	}
	return word
}

// clause is what stands around a figure: its own part of the sentence and the
// whole of it.
type clause struct {
	text     string // from the figure before, or the mark or conjunction before, up to the next; without the figure
	own      map[string]bool
	sentence map[string]bool
	whole    string
	shared   bool // another figure of the same unit is in the same part
}

// clauseOf is the clause of the figure at i among those of a text.
func clauseOf(figures []Find, i int) clause {
	f := figures[i]
	at := strings.Index(f.Sentence, oneLine(f.Text))
	before, after := 0, len(f.Sentence)
	for j := i - 1; j >= 0 && figures[j].Nth == f.Nth; j-- { // the same words may stand there before
		if text := oneLine(figures[j].Text); text == oneLine(f.Text) {
			if next := strings.Index(f.Sentence[at+len(text):], text); next >= 0 {
				at += len(text) + next
			}
		}
	}
	if at < 0 {
		return clause{whole: f.Sentence}
	}
	end := at + len(oneLine(f.Text))
	c := clause{whole: f.Sentence, sentence: stemsOf(f.Sentence)}
	if i > 0 && figures[i-1].Nth == f.Nth {
		if p := strings.LastIndex(f.Sentence[:at], oneLine(figures[i-1].Text)); p >= 0 {
			before = p + len(oneLine(figures[i-1].Text))
			c.shared = !hasBoundary(f.Sentence[before:at])
		}
	}
	if i+1 < len(figures) && figures[i+1].Nth == f.Nth {
		if p := strings.Index(f.Sentence[end:], oneLine(figures[i+1].Text)); p >= 0 {
			after = end + p
			c.shared = c.shared || !hasBoundary(f.Sentence[end:after])
		}
	}
	before += lastBoundary(f.Sentence[before:at])
	after = end + firstBoundary(f.Sentence[end:after])
	c.own = stemsOf(f.Sentence[before:after])
	c.text = f.Sentence[before:at] + " … " + f.Sentence[end:after]
	return c
}

// boundary is what parts a sentence: marks, and the words that join its parts.
var boundary = compileOne(`[,;:—–()、，；：]|(?:^|\s)(?i:and|but|while|with|when|where|which|who|that|after|und|` +
	`aber|während|wobei|die|y|e|pero|mientras|que|et|mais|tandis|dont|qui|ed|ma)(?:\s|$)`)

func hasBoundary(text string) bool { return boundary().MatchString(text) }

// lastBoundary is where the last part of a text begins. What leads up to a
// number, as a colon does, parts nothing.
func lastBoundary(text string) int {
	text = strings.TrimRight(text, " :(–—：（")
	all := boundary().FindAllStringIndex(text, -1)
	if len(all) == 0 {
		return 0
	}
	return all[len(all)-1][1]
}

func firstBoundary(text string) int {
	if at := boundary().FindStringIndex(text); at != nil {
		return at[0]
	}
	return len(text)
}

func stemsOf(text string) map[string]bool {
	stems := map[string]bool{}
	for _, word := range wordsIn(text) {
		stems[stemOf(word)] = true
	}
	return stems
}

// has reports whether a stem is among the words of a text; in writing without
// spaces, whether it is in the text.
func has(stems map[string]bool, text, word string) bool {
	return stems[word] || article.Eastern(lastRuneOf(word)) && strings.Contains(text, word)
}

// claim is how strongly a name claims a figure.
type claim struct {
	known    *Known
	words    nameWords // of the name or alias that fits
	strength int
}

// sureClaim is the strength from which a name is sure, where no other has it.
const sureClaim = 10

// narrower reports whether a claim's name says all that another's does, and
// more: "Killed in Norwick" beside "Killed".
func (c claim) narrower(other claim) bool {
	if c.words.size() <= other.words.size() {
		return false
	}
	all := slices.Concat(c.words.own, c.words.place, c.words.group)
	for _, word := range slices.Concat(other.words.own, other.words.place, other.words.group) {
		if !slices.Contains(all, word) {
			return false
		}
	}
	return true
}

// claim is the claim of a name to a figure; ok is false where nothing speaks
// for it.
func (k *Known) claim(f Find, c clause) (best claim, ok bool) {
	if !k.sameUnit(f.Value) {
		return claim{}, false
	}
	met := k.meets(f.Value)
	best = claim{known: k}
	for _, n := range k.names {
		own, place := 0, 0
		for _, word := range n.own {
			if has(c.own, c.text, word) {
				own++
			}
		}
		for _, word := range n.place {
			if has(c.sentence, c.whole, word) {
				place++
			}
		}
		strength := own + place
		if met {
			strength++
		}
		all := own == len(n.own) && place == len(n.place) && own > 0
		if all && !c.shared && n.groupIn(c) && k.fits(f, n, c, met) {
			strength += sureClaim
		}
		if strength > best.strength || best.words.size() == 0 {
			best.strength, best.words = strength, n
		}
	}
	return best, best.strength > 0 && (met || best.strength > 1)
}

// groupIn reports whether a word of the group is in the sentence.
func (n nameWords) groupIn(c clause) bool {
	for _, word := range n.group {
		if has(c.sentence, c.whole, word) {
			return true
		}
	}
	return len(n.group) == 0
}

// fits reports whether nothing in the sentence speaks against a name whose words
// are all there.
func (k *Known) fits(f Find, n nameWords, c clause, met bool) bool {
	if otherNumber().MatchString(c.text) || !k.sameLabel(f) {
		return false
	}
	if met {
		return true
	}
	return !partNumber().MatchString(c.text) && k.near(f.Value) && !k.elsewhere(n, c)
}

var (
	// otherNumber are words for a number that is not the one reported: an
	// earlier, a hoped for, a denied one.
	otherNumber = compileOne(`(?i)\b(?:earlier|previous(?:ly)?|former(?:ly)?|last (?:year|month|week)|(?:year|` +
		`month|week|quarter)s? (?:ago|earlier|before)|compared|up from|down from|instead of|rather than|` +
		`originally|initially|expect(?:s|ed|ing)?|forecast(?:s|ed)?|target(?:s|ed)?|could|would|might|may|` +
		`plans?|planned|denie[sd]|not|no longer|never|früher|zuvor|vorher|ursprünglich|vor(?:jahr|monat)\w*|` +
		`statt|erwartet\w*|könnte\w*|würde\w*|soll(?:en|te|ten)?|geplant|nicht|kein\w*|antes|anterior(?:es|` +
		`mente)?|previst[oa]s?|podría\w*|no|nunca|auparavant|précédent\w*|contre|attendu\w*|pourrai\w*|prévu\w*|` +
		`pas|jamais)\b`)
	// partNumber are words for a part of a number, an addition or a change.
	partNumber = compileOne(`(?i)\b(?:another|additional|more|further|extra|other|others|including|among|` +
		`of (?:whom|which|them|those)|at least one|each|per|average|daily|alone|so far this|by|rose|fell|` +
		`increase[sd]?|added|new|weitere[nrs]?|zusätzlich\w*|darunter|davon|mehr|je|pro|durchschnittlich|` +
		`täglich|allein|um|stieg\w*|fiel\w*|neue[nrs]?|otr[oa]s|adicional(?:es)?|incluid[oa]s?|entre ellos|más|` +
		`cada|por|promedio|nuev[oa]s?|autres|supplémentaires|dont|parmi|de plus|chaque|par|moyenne|nouveaux|` +
		`nouvelles)\b`)
)

// sameLabel reports whether what a figure counts is what the values known
// count, where both say it: people are whom a name is about.
func (k *Known) sameLabel(f Find) bool {
	if f.Label == "" || f.Unit != "" {
		return true
	}
	label := stemsOf(f.Label)
	said := false
	for _, v := range k.values {
		if v.Label == "" {
			continue
		}
		said = true
		for word := range stemsOf(v.Label) {
			if label[word] {
				return true
			}
		}
	}
	if !said {
		return true
	}
	for word := range label {
		for _, n := range k.names {
			if slices.Contains(n.own, word) {
				return true
			}
		}
	}
	return anybody.has(strings.ToLower(lastWord(f.Label)))
}

// anybody are nouns for people whoever they are.
var anybody = set("people persons men women others personen menschen leute personas gente personnes gens persone " +
	"pessoas 명 人 名")

// elsewhere reports whether the sentence says a place or a name that narrows
// the number down and that the figure's name lacks: "In Bangkok 22 were killed",
// of Killed.
func (k *Known) elsewhere(n nameWords, c clause) bool {
	for _, m := range narrowing().FindAllStringSubmatch(c.whole, -1) {
		for _, word := range wordsIn(m[1]) {
			s := stemOf(word)
			if !slices.Contains(n.place, s) && !slices.Contains(n.own, s) && !slices.Contains(n.group, s) {
				return true
			}
		}
	}
	return false
}

// narrowing is a preposition before a capitalised name, which is no month and no
// day.
var narrowing = compileOne(`(?:^|\s)(?i:in|at|near|from|bei|aus|en|à|au)\s+((?:\p{Lu}[\p{L}'’-]+\s?)+)`)

// meets reports whether one of the values known, with both ends, allows what v
// does, in the same unit.
func (k *Known) meets(v value.Value) bool {
	for _, known := range k.values {
		if known.Unit == v.Unit && value.Comparable(known, v) && known.Interval.Meets(v.Interval) && bounded(known) &&
			bounded(v) {
			return true
		}
	}
	return false
}

func bounded(v value.Value) bool { return !v.Interval.High.Infinite && !v.Interval.Low.Infinite }

func (k *Known) sameUnit(v value.Value) bool {
	for _, known := range k.values {
		if known.Unit == v.Unit && value.Comparable(known, v) {
			return true
		}
	}
	return len(k.values) == 0
}

// near reports whether a value is at most twice one that is known, and at least
// half.
func (k *Known) near(v value.Value) bool {
	a := v.Number.Abs()
	for _, known := range k.values {
		b := known.Number.Abs()
		if known.Unit == v.Unit && known.Number.Sign() == v.Number.Sign() && a.Add(a).Cmp(b) >= 0 &&
			b.Add(b).Cmp(a) >= 0 && !a.IsZero() {
			return true
		}
	}
	return false
}
