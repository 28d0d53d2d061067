package value

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/number"
)

// Running is a stretch of running text, such as a paragraph, in which values
// are read where they stand.
type Running struct {
	*parser
	locale Locale
}

// Found is a value in running text. Its bytes there are text[Start:End], and
// Locale.Parse reads these as the Value.
type Found struct {
	Value
	Start, End int
	Digits     int  // where the first number begins, behind the qualifier
	Word       bool // the (first) number is a word, not digits
	Article    bool // the word is rather an article: a million
	Sized      bool // it has a magnitude: million
}

// Reading is how a value in running text is to be read.
type Reading struct {
	Alone bool                  // as one number, even where a second one follows
	Bare  bool                  // without a qualifier behind it
	Noun  func(rest string) int // how many bytes of what follows a number without unit are the noun that it counts
}

// Running makes text ready for reading.
func (l Locale) Running(text string) *Running {
	p := &parser{line: newLine(text), Locale: l, quiet: true}
	if p.Currency == "" {
		p.Currency = "USD"
	}
	if p.Tolerance.Sign() <= 0 {
		p.Tolerance = number.Fraction(1, 20)
	}
	p.languages, p.style = languagesOf(l.Language)
	return &Running{p, l}
}

// window is how many bytes of the text a value has at most.
const window = 240

// At reads the value that begins at a byte of the text, as far as it goes: not
// a date, words or a remark. What follows a number and belongs to no value is
// left: "a share" and "por la empresa" are read only where they make a rate.
func (r *Running) At(start int, how Reading) (Found, bool) {
	from := r.position(start)
	if r.touchesNumber(from) {
		return Found{}, false
	}
	label := ""
	for end := from + window; ; {
		p := r.upTo(from, end)
		f, err := p.running(how)
		if err != nil && p.pos <= f.Digits {
			return Found{}, false // no number begins here
		}
		if cut := p.badRate(max(from, f.Digits), f.Unit, err); cut > from && cut < end {
			end = cut
			continue
		}
		if err != nil && !how.Alone {
			how.Alone = true
			continue
		}
		if err != nil || p.glued(f.Unit) {
			return Found{}, false
		}
		f.Start, f.End = start, r.offset(len(strings.TrimRight(r.text[:p.pos], " ")))
		f.Digits = r.offset(f.Digits)
		if r.sure(&f) {
			f.Label = first(f.Label, label)
			return f, true
		}
		if f.Label == "" {
			return Found{}, false
		}
		label, how.Noun = f.Label, nil // it still says what is counted
	}
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// position is where the byte at offset of the text as given stands.
func (l *line) position(offset int) int {
	if l.source == nil {
		return offset
	}
	return sort.Search(len(l.source), func(i int) bool { return int(l.source[i]) >= offset })
}

// upTo is a parser at from that sees the text up to end only.
func (r *Running) upTo(from, end int) *parser {
	p, seen := *r.parser, *r.line
	for end = min(end, len(seen.text)); end < len(seen.text) && !utf8.RuneStart(seen.text[end]); end-- {
	}
	seen.text, seen.lower = seen.text[:end], seen.lower[:end]
	p.line, p.pos = &seen, from
	return &p
}

// running reads a number or a range with qualifier and noun.
func (p *parser) running(how Reading) (f Found, err error) {
	qualifier, err := p.qualifierInFront()
	if err != nil {
		return f, err
	}
	asked, opened := p.opening()
	p.skipSpace()
	f.Digits = p.pos
	first, err := p.quantity()
	if err != nil {
		return f, err
	}
	var second *quantity
	if !how.Alone {
		if second, err = p.second(asked, opened, first, qualifier); err != nil {
			return f, err
		}
	} else if opened {
		return f, p.fail(p.pos, "a range")
	}
	last := &first
	if second != nil {
		last = second
	} else if first.article && !first.has && !first.sized {
		p.pos = f.Digits
		return f, p.fail(p.pos, "a magnitude or a unit") // in running text it is an article
	}
	label, err := p.runningTail(how, &qualifier, first, last, second != nil)
	if err != nil {
		return f, err
	}
	f.Word, f.Article, f.Sized = first.word, first.article, last.sized
	if second != nil {
		f.Value, err = p.ranged(first, *second, qualifier, label)
	} else {
		f.Value, err = p.single(first, qualifier, label)
	}
	return f, err
}

// runningTail is tail for running text, where the caller knows nouns.
func (p *parser) runningTail(how Reading, q *Qualifier, first quantity, last *quantity, ranged bool) (label string,
	err error) {
	if err = p.widened(how, q, last, ranged); err != nil {
		return "", err
	}
	if !first.has && !last.has && last.rate == "" && how.Noun != nil {
		start := p.pos
		if _, end, ok := matchWord(p, links, p.spaced(start)); ok && last.sized {
			start = end
		}
		if n := how.Noun(p.text[start:]); n > 0 {
			label = p.original(start, start+n)
			p.pos = start + n
		}
		if err = p.rates(last); err != nil {
			return "", err
		}
	}
	if last.word && !last.has && !last.sized && label == "" {
		return "", p.fail(p.pos, "a noun")
	}
	return label, p.widened(how, q, last, ranged)
}

// widened is qualifierBehind where one is asked for.
func (p *parser) widened(how Reading, q *Qualifier, last *quantity, ranged bool) error {
	if how.Bare {
		return nil
	}
	return p.qualifierBehind(q, last, ranged)
}

// badRate is the position of the word that makes a rate of the value where in
// running text it hardly does, or of a span of time; 0 where there is none.
func (p *parser) badRate(from int, of Unit, err error) int {
	end := p.pos
	if err != nil {
		end = min(len(p.text), p.pos+30)
	}
	for i := from + 1; i < end; i++ {
		if p.text[i-1] != ' ' && p.text[i] != '/' {
			continue
		}
		_, to, ok := matchWord(p, each, i)
		if !ok {
			continue
		}
		if _, longer, unit := p.name(&quantity{}, i); p.size(i) || unit && longer > to {
			continue // per cent, a million
		}
		if _, end, ok := matchWord(p, joins, i); ok && p.numberAt(end) {
			continue // de 12 a 18 meses
		}
		next := p.spaced(to)
		if strings.HasPrefix(string(of), "second/") || strings.HasPrefix(string(of), "month/") {
			return i
		}
		if _, after, unit := p.name(&quantity{sized: true}, next); unit {
			if past := p.spaced(after); pastWords[p.lower[past:p.wordEnd(past)]] {
				return i // $5B, a year earlier $3B
			}
			i = after - 1 // par an
			continue
		}
		word := p.lower[next:p.wordEnd(next)]
		plain := p.text[i] == '/' || perWords[p.lower[i:to]]
		if _, _, ok := p.counted(next); ok && (plain || shared[word]) {
			continue
		}
		return i
	}
	return 0
}

// size says whether an article at pos stands before a magnitude: a million.
func (p *parser) size(pos int) bool {
	ahead := *p
	ahead.pos = pos
	q := quantity{size: number.Int(1), plus: -1}
	if !ahead.numberWord(&q) {
		return false
	}
	ahead.magnitude(&q)
	return q.sized
}

// perWords say "for each" and nothing else.
var perWords = listed("per pro je")

// pastWords make a point in time of "a year", not a rate.
var pastWords = listed("earlier ago later before after prior previously siguiente anterior pasado passado vorher " +
	"später zuvor")

// shared are nouns that prices are often given for.
var shared = listed("share user head person employee seat token tokens subscriber customer barrel unit household " +
	"adult child patient student worker vote voter ticket seat room night game match point resident inhabitant " +
	"capita pound ounce acción usuario persona empleado habitante cápita barril hogar alumno trabajador noche " +
	"acciones action utilisateur personne salarié habitant tête foyer baril élève nuit kopf aktie nutzer einwohner " +
	"person haushalt mitarbeiter kunde fass ação pessoa usuário barril azione persona utente")

// glued says whether the value runs into a letter or digit that is no part of
// it, as in 5G, 4o and 20-seat. What has a unit may be: $25-a-month.
func (p *parser) glued(unit Unit) bool {
	end := len(strings.TrimRight(p.text[:p.pos], " "))
	c, size := utf8.DecodeRuneInString(p.text[end:])
	last, _ := utf8.DecodeLastRuneInString(p.text[:end])
	switch {
	case c == '-' || c == '\'':
		c, _ = utf8.DecodeRuneInString(p.text[end+size:])
		return isDigit(p.text[end-1]) && (unit == "" && unicode.IsLetter(c) && !isCJK(c) || unicode.IsDigit(c))
	case c == '/':
		return isDigitAt(p.text, end-1) && isDigitAt(p.text, end+1)
	case c == '.' || c == ',':
		return isDigitAt(p.text, end-1) && isDigitAt(p.text, end+1)
	case isCJK(c) || isCJK(last):
		return false
	case c == ' ' && p.numberPart(end+1):
		return true
	}
	return (isWordy(c) || unicode.IsDigit(c)) && (isWordy(last) || unicode.IsDigit(last))
}

// sure holds what was found against Parse, which must read the same.
func (r *Running) sure(f *Found) bool {
	v, err := r.locale.Parse(r.written[f.Start:f.End])
	if err != nil || v.Kind != f.Kind || v.Unit != f.Unit || !v.Interval.Equal(f.Interval) ||
		v.Qualifier != f.Qualifier {
		return false
	}
	f.Value = v
	return true
}
