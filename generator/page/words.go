package page

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"collate/generator/content"
	"collate/generator/value"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// words are the interface words of one language, ready to be filled in.
type words struct {
	language string // BCP 47, as the site asks for it
	dir      string // ltr or rtl
	texts    map[string]phrase
	escaped  map[string]phrase // the same for HTML
	short    [13]string        // names of the months, from 1: Feb
	long     [13]string        // February
	group    string            // what stands between thousands
	amounts  amounts
}

// phrase is a text cut at its {placeholders}: text, name, text, name, text.
type phrase []string

func cutPhrase(text string) phrase {
	var p phrase
	for {
		before, rest, ok := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			return append(p, text)
		}
		p = append(p, before, name)
		text = after
	}
}

// escaped is the phrase with its texts as HTML.
func (p phrase) escaped() phrase {
	p = slices.Clone(p)
	for i := 0; i < len(p); i += 2 {
		p[i] = escape(p[i])
	}
	return p
}

// fill puts in texts by the names of their places; pairs are names and texts.
func (p phrase) fill(pairs []string) string {
	if len(p) == 1 {
		return p[0]
	}
	size := 0
	for _, part := range p {
		size += len(part)
	}
	for _, part := range pairs {
		size += len(part)
	}
	var b strings.Builder
	b.Grow(size)
	for i, part := range p {
		if i%2 == 0 {
			b.WriteString(part)
			continue
		}
		for j := 0; j < len(pairs); j += 2 {
			if pairs[j] == part {
				b.WriteString(pairs[j+1])
				break
			}
		}
	}
	return b.String()
}

func newWords(language string, texts map[string]string) *words {
	w := &words{language: language, dir: direction(language), texts: map[string]phrase{}, escaped: map[string]phrase{}}
	for key, text := range texts {
		w.texts[key] = cutPhrase(text)
		w.escaped[key] = w.texts[key].escaped()
	}
	for i := 1; i <= 12; i++ {
		w.short[i] = w.text("month.short." + strconv.Itoa(i))
		w.long[i] = w.text("month.long." + strconv.Itoa(i))
	}
	w.group = w.text("number.group")
	w.amounts = newAmounts(w)
	return w
}

// amountWords are the words of values that Collate writes itself: those that
// begin a value, then units of time and dates.
const (
	amountBounds = "about|at least|more than|at most|less than"
	amountWords  = amountBounds + "|years|year|months|month|weeks|week|days|day|hours|hour|minutes|minute|seconds|second|date"
)

// amounts are a language's own for the words and separators of values that
// Collate writes itself.
type amounts struct {
	bounds [][2]string       // what begins a value, and the language's own, {n} in the number's place
	units  map[string]string // words by Collate's
	points *strings.Replacer // separators within numbers
	none   bool              // the language has them as Collate writes them

	myriads []string // the words for ten thousand, its square and its cube, where the language counts so
}

func newAmounts(w *words) amounts {
	a := amounts{units: map[string]string{}, points: strings.NewReplacer(",", w.group, ".", w.text("number.point"))}
	own := strings.Split(w.text("amount.words", "n", "{n}"), "|")
	bounds := strings.Count(amountBounds, "|") + 1
	for i, word := range strings.Split(amountWords, "|") {
		switch {
		case i >= len(own) || own[i] == word || own[i] == word+" {n}":
		case i >= bounds:
			a.units[word] = own[i]
		case strings.Contains(own[i], "{n}"):
			a.bounds = append(a.bounds, [2]string{word + " ", own[i]})
		default:
			a.bounds = append(a.bounds, [2]string{word + " ", own[i] + " {n}"})
		}
	}
	if own := strings.Split(w.text("amount.myriads"), "|"); len(own) == 3 && own[0] != "" {
		a.myriads = own
	}
	a.none = len(a.bounds)+len(a.units)+len(a.myriads) == 0 && a.points.Replace(",.") == ",."
	return a
}

// scaled is a number with a magnitude in a value that Collate has written.
var scaled = regexp.MustCompile(`([0-9][0-9.,]*)([KMBT])\b`)

// byMyriads is a value with its magnitudes as 万, 億 and 兆: ¥3000億 for ¥300B.
func (a *amounts) byMyriads(written string) string {
	if len(a.myriads) == 0 {
		return written
	}
	return scaled.ReplaceAllStringFunc(written, func(part string) string {
		digits, letter := strings.ReplaceAll(part[:len(part)-1], ",", ""), part[len(part)-1]
		n, ok := value.ParseNumber(digits)
		if !ok {
			return part
		}
		n = n.Mul(value.Int(map[byte]int64{'K': 1e3, 'M': 1e6, 'B': 1e9, 'T': 1e12}[letter]))
		for i := len(a.myriads) - 1; i >= 0; i-- {
			size := value.Int([]int64{1e4, 1e8, 1e12}[i])
			if n.Abs().Cmp(size) >= 0 {
				return n.Quo(size).String() + a.myriads[i]
			}
		}
		return n.String()
	})
}

// amountPart finds numbers and whole words in a value that Collate has written.
var amountPart = regexp.MustCompile(`[0-9][0-9.,]*[0-9]|\pL[\pL\pM'’-]*`)

// amount is a value that Collate has worked out, at least $259.5B, as the
// language writes it.
func (w *words) amount(written string) string {
	if w.amounts.none {
		return written
	}
	for _, bound := range w.amounts.bounds {
		if rest, ok := strings.CutPrefix(written, bound[0]); ok {
			return strings.Replace(bound[1], "{n}", w.amount(rest), 1)
		}
	}
	return amountPart.ReplaceAllStringFunc(w.amounts.byMyriads(written), func(part string) string {
		if own, ok := w.amounts.units[part]; ok {
			return own
		}
		if part[0] <= '9' {
			return w.amounts.points.Replace(part)
		}
		return part
	})
}

// direction says which way a language is written.
func direction(language string) string {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch base {
	case "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi":
		return "rtl"
	}
	return "ltr"
}

// text fills in plain text; pairs are names and plain texts. A key that is
// missing stands for itself: a test holds that none is.
func (w *words) text(key string, pairs ...string) string {
	if p, ok := w.texts[key]; ok {
		return p.fill(pairs)
	}
	return key
}

// html fills in HTML: the words are escaped, pairs are names and HTML.
func (w *words) html(key string, pairs ...string) string {
	if p, ok := w.escaped[key]; ok {
		return p.fill(pairs)
	}
	return escape(key)
}

// count is a number of things: "1 source", "9 sources". The key has a form
// for one and for others; a language may have more (few, many), for which
// plural chooses.
func (w *words) count(key string, n int) string {
	return w.text(key+"."+w.plural(key, n), "n", w.number(n))
}

// plural names the form that a number takes: the CLDR categories that the
// language's texts have.
func (w *words) plural(key string, n int) string {
	base, _, _ := strings.Cut(strings.ToLower(w.language), "-")
	form := "other"
	switch {
	case n == 1, n == 0 && base == "fr":
		form = "one"
	case base == "ru" || base == "uk" || base == "pl":
		form = slavic(base, n)
	}
	if _, ok := w.texts[key+"."+form]; !ok {
		form = "other"
	}
	return form
}

func slavic(base string, n int) string {
	ten, hundred := n%10, n%100
	switch {
	case ten == 1 && hundred != 11 && base != "pl":
		return "one"
	case ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14):
		return "few"
	}
	return "many"
}

// number writes a count, its thousands grouped as the language does.
func (w *words) number(n int) string {
	s := strconv.Itoa(n)
	if len(s) < 5 {
		return s
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + w.group + s[i:]
	}
	return s
}

// day writes a date without its time of day: 27 Feb 2026, or Feb 2026.
func (w *words) day(d content.Date) string {
	year, month, day := d.Time.Date()
	if d.Month {
		return w.text("date.month", "month", w.short[month], "year", strconv.Itoa(year))
	}
	return w.text("date.day", "day", w.dayOfMonth(day), "month", w.short[month], "year", strconv.Itoa(year))
}

// dayOfMonth is a day's number; some languages write the first as an ordinal.
func (w *words) dayOfMonth(day int) string {
	if day == 1 {
		return w.text("date.first")
	}
	return strconv.Itoa(day)
}

// written is a value as its summary writes it, a date as the language does.
func (w *words) written(v value.Value) string {
	text := w.bare(v)
	if v.Kind != value.KindDate || text == v.Bare() {
		return v.Written
	}
	if v.Remark != "" {
		text += " (" + v.Remark + ")"
	}
	return text
}

// bare is written without the value's remark.
func (w *words) bare(v value.Value) string {
	text := v.Bare()
	if v.Kind != value.KindDate {
		return text
	}
	layout := time.DateOnly[:min(len(text), len(time.DateOnly))] // a day or a month
	day, err := time.Parse(layout, text)
	if err != nil {
		return text // in the digits of another script
	}
	return w.day(content.Date{Time: day, Month: len(text) < len(time.DateOnly)})
}

// heading is a text as it begins a line of its own, as names of months do that
// are not capitalised within a sentence.
func heading(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// month writes a month in full: February 2026.
func (w *words) month(year int, month time.Month) string {
	return w.text("date.month", "month", w.long[month], "year", strconv.Itoa(year))
}

// list joins texts with commas and a last word: a, b and c.
func (w *words) list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return w.text("list.and", "some", strings.Join(items[:last], w.text("list.comma")), "last", items[last])
}

// languageName is what a language is called in the site's own, by its BCP 47
// tag; the tag itself where no name is known.
func (w *words) languageName(tag string) string {
	named, err := language.Parse(tag)
	if namer := display.Tags(language.Make(w.language)); err == nil && namer != nil {
		if name := namer.Name(named); name != "" {
			return name
		}
	}
	return tag
}
