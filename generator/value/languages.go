package value

import "strings"

// style is how a language writes numbers.
type style struct {
	comma bool // 1.234,5 or 1 234,5; else 1,234.5
}

// commaLanguages write a decimal comma, apart from pointRegions.
var commaLanguages = listed("af az be bg bs ca cs da de el es et eu fi fo fr gl hr hu hy id is it ka kk ky lb lt lv " +
	"mk mn nb nl nn no pl pt rm ro ru sk sl sq sr sv tg tk tr uk uz vi wo")

var pointRegions = listed("de-ch de-li it-ch es-mx es-us es-419 es-gt es-hn es-ni es-pa es-pr es-do es-sv es-pe " +
	"es-cu es-bz rm-ch")

var commaRegions = listed("ar-dz ar-ly ar-ma ar-tn ar-mr en-at en-be en-de en-dk en-fi en-nl en-si en-se")

// languagesOf is where words are looked up for a BCP 47 tag, narrowest first
// (zh-TW, zh, ""), and how numbers are written there. No tag is English.
func languagesOf(tag string) ([3]string, style) {
	if tag == "" || tag == "en" {
		return [3]string{}, style{}
	}
	parts := strings.FieldsFunc(tag, func(c rune) bool { return c == '-' || c == '_' })
	if len(parts) == 0 {
		return [3]string{}, style{}
	}
	base, region := strings.ToLower(parts[0]), ""
	for _, part := range parts[1:] {
		if len(part) == 1 {
			break // an extension follows
		}
		if len(part) == 2 || len(part) == 3 && isDigit(part[0]) {
			region = strings.ToUpper(part)
		}
	}
	narrow := base
	if region != "" {
		narrow = base + "-" + region
	}
	key := strings.ToLower(narrow)
	s := style{comma: commaLanguages[base] && !pointRegions[key] || commaRegions[key]}
	return [3]string{narrow, base, ""}, s
}

// unitLetters are the letters that are a unit and no magnitude, in languages
// whose magnitudes are other words: 310 m are metres, 3.000 t tonnes.
var unitLetters = map[string]measure{"m": {unit: "m"}, "t": tonne}

// letterLanguages are those languages.
var letterLanguages = listed("de es fr it pt nl ja ko zh sv da nb nn no pl cs fi")

// unitLetter is the unit that a letter at pos means in the value's language,
// unless a currency's sign stands before the number.
func (p *parser) unitLetter(q *quantity, pos int) (m measure, end int, ok bool) {
	end = p.wordEnd(pos)
	if m, ok = unitLetters[p.text[pos:end]]; !ok || q.sign || !letterLanguages[p.languages[1]] || p.money(end) {
		return measure{}, pos, false
	}
	return m, end, true
}

// money reports whether a currency stands at pos, behind a space or a link.
func (p *parser) money(pos int) bool {
	pos = p.spaced(pos)
	if _, end, ok := matchWord(p, links, pos); ok {
		pos = p.spaced(end)
	}
	_, _, sign := p.currency(pos)
	_, _, name := match(p, currencyNames, pos)
	return sign || name
}
