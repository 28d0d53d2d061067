package evidence

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/draft"
	"collate/generator/number"
	"collate/generator/value"
)

// A quoteReading is read in two ways: surely, as the figures of an article are, and
// loosely, as whatever can be read anywhere in it. What is surely in it can
// speak against a value; what is loosely in it is enough to speak for one.
type quoteReading struct {
	words    string
	language string
	locale   value.Locale
	sure     []quoteValue
}

// A quoteValue is a number that a quote has.
type quoteValue struct {
	value.Value
	text string // as it stands in the quote
}

// mostQuoted is how long a quote is read, in bytes: a few sentences.
const mostQuoted = 2000

// read reads a quote.
func read(words string, locale value.Locale) quoteReading {
	q := quoteReading{words: strings.Join(strings.Fields(words), " "), language: locale.Language, locale: locale}
	for _, f := range draft.FindAll(q.words, locale) {
		if f.Kind == value.KindNumber || f.Kind == value.KindRange {
			q.sure = append(q.sure, quoteValue{f.Value, f.Text})
		}
	}
	return q
}

// loose yields whatever can be read anywhere in the quote.
func (q quoteReading) loose(yield func(value.Value) bool) {
	if whole, err := q.locale.Parse(q.words); err == nil && !yield(whole) {
		return
	}
	running := q.locale.Running(q.words)
	for at, c := range q.words {
		before, _ := utf8.DecodeLastRuneInString(q.words[:at])
		if unicode.IsSpace(c) || unicode.IsDigit(before) || unicode.IsLetter(before) && before < 0x1100 {
			continue
		}
		for _, how := range []value.Reading{{}, {Alone: true}, {Bare: true}} {
			if f, ok := running.At(at, how); ok && !yield(f.Value) {
				return
			}
		}
	}
	readWords(q.words, q.locale, yield)
}

// mostWords is how many words a number in words has at most.
const mostWords = 6

// readWords yields the numbers that words of a quote are by themselves.
func readWords(text string, locale value.Locale, yield func(value.Value) bool) {
	words := strings.FieldsFunc(text, func(c rune) bool { return unicode.IsSpace(c) || unicode.IsPunct(c) && c != '-' })
	for i := range words {
		for n := 1; n <= mostWords && i+n <= len(words); n++ {
			v, err := locale.Parse(strings.Join(words[i:i+n], " "))
			if err == nil && v.Kind == value.KindNumber && !yield(v) {
				return
			}
		}
	}
}

// equal are the readings that are a value, or a range with it at an end.
func (q quoteReading) equal(readings []quoteValue, v value.Value) []quoteValue {
	var found []quoteValue
	for _, r := range readings {
		if sameValue(v, r.Value) {
			found = append(found, r)
		}
	}
	return found
}

// holds reports whether the value can be read anywhere in the quote.
func (q quoteReading) holds(v value.Value) bool {
	return len(q.equal(q.sure, v)) > 0 || q.has(func(r value.Value) bool { return sameValue(v, r) }) || q.spans(v) ||
		len(q.nearby(v)) == 0 && q.spells(v)
}

// has reports whether anything that can be read in the quote is so.
func (q quoteReading) has(so func(value.Value) bool) bool {
	for r := range q.loose {
		if so(r) {
			return true
		}
	}
	return false
}

// within reports whether a number is only the end of a range that the quote
// surely has.
func (q quoteReading) within(v value.Value) bool {
	return v.Kind == value.KindNumber && slices.ContainsFunc(q.sure, func(r quoteValue) bool {
		return r.Kind == value.KindRange && unitOf(v) == unitOf(r.Value) &&
			(endAt(r.Interval.Low, v.Number) || endAt(r.Interval.High, v.Number))
	})
}

// spans reports whether both ends of a range stand in the quote as numbers.
func (q quoteReading) spans(v value.Value) bool {
	if v.Kind != value.KindRange {
		return false
	}
	has := func(end number.Bound) bool {
		return q.has(func(r value.Value) bool {
			return r.Kind == value.KindNumber && relatedValues(v, r) && endAt(end, r.Number)
		})
	}
	return has(v.Interval.Low) && has(v.Interval.High)
}

func endAt(end number.Bound, n number.Number) bool { return !end.Infinite && end.At.Equal(n) }

var digits = regexp.MustCompile(`[\p{Nd}][\p{Nd}.,'’]*`)

// spells reports whether the quote has the digits of a value as a number of
// their own, where nothing tells what they count.
func (q quoteReading) spells(v value.Value) bool {
	written := digits.FindString(v.Written)
	return written != "" && slices.ContainsFunc(digits.FindAllString(q.words, -1), func(d string) bool {
		return strings.TrimRight(d, ".,'’") == strings.TrimRight(written, ".,'’")
	})
}

// nearby are the sure readings in the unit of a value.
func (q quoteReading) nearby(v value.Value) []quoteValue {
	var found []quoteValue
	for _, r := range q.sure {
		if relatedValues(v, r.Value) {
			found = append(found, r)
		}
	}
	return found
}

// nearest is the sure reading that a value was likely meant to be: the first
// in its unit, else the first.
func (q quoteReading) nearest(v value.Value) quoteValue {
	for _, r := range q.sure {
		if unitOf(r.Value) == unitOf(v) {
			return r
		}
	}
	return append(q.nearby(v), q.sure...)[0]
}

// silent reports whether nothing can be said of a value beside the quote.
func (q quoteReading) silent(v value.Value) bool {
	if v.Kind == value.KindNumber && v.Number.IsZero() || oneOf.MatchString(v.Bare()) {
		return true
	}
	return len(q.nearby(v)) == 0 && !strings.ContainsFunc(q.words, unicode.IsDigit) && !q.wordless()
}

// wordless reports whether the quote surely has no number in words either:
// its language is one whose words for numbers are known, and none is there.
func (q quoteReading) wordless() bool {
	language, _, _ := strings.Cut(q.language, "-")
	words := numberWordPatterns[cmp.Or(language, "en")]
	return words != nil && !words.MatchString(q.words)
}

// numberWordPatterns find whatever may be a number in words, or stand for one.
var numberWordPatterns = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent|` +
		`thirt|fort|fift|hundred|thousand|million|billion|trillion|dozen|couple|both|pair|twice|thrice|doubl|tripl|` +
		`quadrupl|` +
		`twofold|\w+fold|hal[fv]|third|quarter|few|several|score|(?:no|none|nobody|an?)\b)`),
	"de": regexp.MustCompile(`(?i)(?:ein|zwei|zwo|drei|vier|fünf|sechs|sieb|acht|neun|zehn|elf|zwölf|hundert|tausend|` +
		`million|milliard|dutzend|paar|doppel|verdopp|beide|halb|hälft|viertel|drittel|fach|mehrere|einige|` +
		`kein|niemand)`),
	"es": regexp.MustCompile(`(?i)\b(?:un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|` +
		`quince|diec|veint|treint|cuarent|cincuent|sesent|setent|ochent|novent|cien|\w+cient|mil|docena|par|dobl|` +
		`duplic|` +
		`tripl|mitad|medi|terci|cuart|quint|vari|ambos|ningun|nadie|sin)`),
	"fr": regexp.MustCompile(`(?i)(?:\bune?\b|deux|trois|quatr|cinq|six|sept|huit|neuf|dix|onze|douz|treiz|quatorz|` +
		`quinz|` +
		`seiz|vingt|trent|quarant|soixant|cent|mille|million|milliard|dizain|doubl|tripl|moitié|demi|tiers|quart|` +
		`plusieurs|` +
		`aucun|personne|sans)`),
	"ja": regexp.MustCompile(`[〇一二三四五六七八九十百千万億兆半倍数両]`),
	"ko": regexp.MustCompile(`[일이삼사오육칠팔구십백천만억조반배수몇한두세네]|다섯|여섯|일곱|여덟|아홉|열`),
}

// oneOf is one of something: an hour.
var oneOf = regexp.MustCompile(`^\D*\b1\b[^\d.,]*$`)
