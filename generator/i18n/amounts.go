package i18n

import (
	"regexp"
	"strings"
	"time"

	"collate/generator/content"
	"collate/generator/number"
	"collate/generator/value"
)

// amountWords are the words of values that Collate writes itself: those that
// begin a value, then units of time and dates.
const (
	amountBounds = "about|at least|more than|at most|less than"
	amountWords  = amountBounds + "|years|year|months|month|weeks|week|days|day|hours|hour|minutes|minute|" +
		"seconds|second|date"
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

func newAmounts(w *Words) amounts {
	a := amounts{units: map[string]string{}, points: strings.NewReplacer(",", w.group, ".", w.Text("number.point"))}
	own := strings.Split(w.Text("amount.words", "n", "{n}"), "|")
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
	if own := strings.Split(w.Text("amount.myriads"), "|"); len(own) == 3 && own[0] != "" {
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
		n, ok := number.Parse(digits)
		if !ok {
			return part
		}
		n = n.Mul(number.Int(map[byte]int64{'K': 1e3, 'M': 1e6, 'B': 1e9, 'T': 1e12}[letter]))
		for i := len(a.myriads) - 1; i >= 0; i-- {
			size := number.Int([]int64{1e4, 1e8, 1e12}[i])
			if n.Abs().Cmp(size) >= 0 {
				return n.Quo(size).String() + a.myriads[i]
			}
		}
		return n.String()
	})
}

// amountPart finds numbers and whole words in a value that Collate has written.
var amountPart = regexp.MustCompile(`[0-9][0-9.,]*[0-9]|\pL[\pL\pM'’-]*`)

// Amount is a value that Collate has worked out, at least $259.5B, as the
// language writes it.
func (w *Words) Amount(written string) string {
	if w.amounts.none {
		return written
	}
	for _, bound := range w.amounts.bounds {
		if rest, ok := strings.CutPrefix(written, bound[0]); ok {
			return strings.Replace(bound[1], "{n}", w.Amount(rest), 1)
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

// Written is a value as its summary writes it, a date as the language does.
func (w *Words) Written(v value.Value) string {
	text := w.Bare(v)
	if v.Kind != value.KindDate || text == v.Bare() {
		return v.Written
	}
	if v.Remark != "" {
		text += " (" + v.Remark + ")"
	}
	return text
}

// Bare is Written without the value's remark.
func (w *Words) Bare(v value.Value) string {
	text := v.Bare()
	if v.Kind != value.KindDate {
		return text
	}
	layout := time.DateOnly[:min(len(text), len(time.DateOnly))] // a day or a month
	day, err := time.Parse(layout, text)
	if err != nil {
		return text // in the digits of another script
	}
	d := content.Date{Time: day}
	if len(text) < len(time.DateOnly) {
		d.Period = content.Month
	}
	return w.Day(d)
}
