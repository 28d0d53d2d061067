package value

import (
	"cmp"
	"regexp"
	"strings"

	"collate/generator/number"
)

// A count is a value that is made of two numbers, and what to write in its
// place; "" where the numbers do not fit.
type count struct {
	pattern func() *regexp.Regexp
	hint    func(p *parser, part []string) string
}

const (
	lead   = `^([^\d$€£¥₹₩]*?)`
	figure = `(\d+(?:[.,]\d+)*)`
	noun   = `([^\d/]\D*)?$`
)

var counts = []count{
	{like(lead + figure + `(?: ?/ ?|[ -](?:in|out of|of|per|von|sur|su|di|op|de)[ -](?:every |each |the |cada )?)` +
		figure + noun), (*parser).portion},
	{like(lead + figure + ` ?: ?` + `(\d|\d{3,})$`), (*parser).ratio},
	{like(`^(\d{4}) ?[-–/] ?(\d\d)$`), (*parser).season},
	{like(`^` + figure + `(?: ?[-–—‒−] ?| to )` + figure + `(?: [\pL '’-]+)?$`), (*parser).score},
	{like(`^(\d+) ?(?:h|hrs?|hours?) ?(\d{1,2}) ?(?:m|mins?|minutes?)?$`), (*parser).hours},
	{like(`^(\d+) ?(?:['’′]|ft\.?|foot|feet) ?(\d{1,2}) ?(?:["”″]|''|in\.?|inch|inches)?$`), (*parser).height},
	{like(`^(\D*?)(?:(\d+) ?)?(½|¼|¾)(.*)$`), (*parser).mixed},
	{like(`^(\D*?)(\d+)[ -](1/2|1/4|3/4)(\D.*)?$`), (*parser).mixed},
	{like(`^(\D*)(\d+)[ -](?:dozens?|doz\.?)(\D.*)?$`), (*parser).dozens},
}

// portion is for 1 in 5, 3 out of 4, 4/5.
func (p *parser) portion(part []string) string {
	a, ok1 := p.plain(part[2])
	b, ok2 := p.plain(part[3])
	year := len(part[3]) == 4 && (strings.HasPrefix(part[3], "19") || strings.HasPrefix(part[3], "20"))
	if !ok1 || !ok2 || year && part[2] != "1" {
		return "" // 120 in 2025
	}
	if a.Sign() > 0 && a.Cmp(b) < 0 {
		if share := part[1] + p.short(a.Mul(number.Int(100)).Quo(b)) + "%"; p.reads(share) {
			return "write " + share + " for a share, or " + p.asText()
		}
	}
	return digitsHint + p.asText()
}

// ratio is for 2:1.
func (p *parser) ratio(part []string) string {
	a, ok1 := p.plain(part[2])
	b, ok2 := p.plain(part[3])
	if !ok1 || !ok2 || b.IsZero() {
		return ""
	}
	if times := part[1] + p.short(a.Quo(b)) + "×"; p.reads(times) {
		return "write " + times + " for a ratio, or " + p.asText()
	}
	return digitsHint + p.asText()
}

// season is for 2026-27, which is no month.
func (p *parser) season(part []string) string {
	a, _ := p.plain(part[1])
	b, _ := p.plain(part[2])
	if next := a.Add(number.Int(1)).Sub(b); !next.Quo(number.Int(100)).IsWhole() {
		return ""
	}
	return digitsHint + p.asText()
}

// score is for 31-20, which is no range, for it runs downwards.
func (p *parser) score(part []string) string {
	a, ok1 := p.plain(part[1])
	b, ok2 := p.plain(part[2])
	if !ok1 || !ok2 || a.Cmp(b) < 0 || shaped(p.text, "0000-00") {
		return ""
	}
	return "a score or a vote is a figure for each side, or words: " + p.asText()
}

// hours is for 1h30.
func (p *parser) hours(part []string) string {
	h, ok1 := p.plain(part[1])
	m, ok2 := p.plain(part[2])
	if !ok1 || !ok2 || m.Cmp(number.Int(60)) >= 0 {
		return ""
	}
	return "write " + h.Mul(number.Int(60)).Add(m).String() + " minutes for a span of time, or " + p.asText()
}

// height is for 5'11", which may be minutes and seconds as well.
func (p *parser) height(part []string) string {
	a, ok1 := p.plain(part[1])
	b, ok2 := p.plain(part[2])
	if !ok1 || !ok2 || b.Cmp(number.Int(60)) >= 0 {
		return ""
	}
	var ways []string
	if b.Cmp(number.Int(12)) < 0 {
		ways = append(ways, a.Mul(number.Int(12)).Add(b).String()+" inches for a length")
	}
	if strings.ContainsAny(p.text, "'’′") {
		ways = append(ways, a.Mul(number.Int(60)).Add(b).String()+" seconds for a time")
	}
	if ways == nil {
		return ""
	}
	return "write " + strings.Join(ways, ", ")
}

// mixed is for 3½ and 5 1/2.
func (p *parser) mixed(part []string) string {
	whole := part[1] + cmp.Or(part[2], "0") + p.mark()
	better := whole + map[string]string{"½": "5", "1/2": "5", "¼": "25", "1/4": "25", "¾": "75", "3/4": "75"}[part[3]] +
		part[4]
	if !p.reads(better) {
		return ""
	}
	return "write " + better
}

// dozens is for 3 dozen.
func (p *parser) dozens(part []string) string {
	n, ok := p.plain(part[2])
	dozens := part[1] + n.Mul(number.Int(12)).String() + part[3]
	if !ok || !p.reads(dozens) {
		return ""
	}
	return "write " + dozens
}

// short is a number in the language of the value: whole from ten on, with two
// digits that count below, and as it is where that takes no more than one
// place.
func (p *parser) short(n number.Number) string {
	places := 1
	if n.Mul(number.Int(10)).IsWhole() {
		return p.marked(n)
	}
	switch m := n.Magnitude(); {
	case m > 1:
		places = 0
	case m <= 0:
		places = 2 - m
	}
	return strings.Replace(n.Round(places), ".", p.mark(), 1)
}

// marked is a number with the decimal mark of the value's language.
func (p *parser) marked(n number.Number) string { return strings.Replace(n.String(), ".", p.mark(), 1) }
