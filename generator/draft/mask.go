package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/article"
	"collate/generator/number"
	"collate/generator/value"
)

// blot stands in a masked text where something is that is no figure. It is a
// byte that nothing can be read from.
const blot = '\x00'

// mask is a block of the same length with blots for what no figure can be made
// of, whatever stands beside it.
func mask(block string, locale value.Locale) string {
	m := masker{out: []byte(block), chars: charsOf(block), locale: locale}
	m.all(anywhere())
	if dates, ok := calendars[article.Base(locale.Language)]; ok {
		m.all(dates())
	}
	m.days()
	m.ages()
	m.numbered()
	m.years()
	return string(m.out)
}

type masker struct {
	out    []byte
	chars  chars // of the text, unmasked
	locale value.Locale
}

func (m *masker) blot(start, end int) {
	for i := start; i < end; i++ {
		m.out[i] = blot
	}
}

// all blots out what the patterns find: their groups, or all where they have
// none.
func (m *masker) all(patterns []pattern) {
	for _, p := range patterns {
		if !p.mayMatch(m.chars) {
			continue
		}
		for _, at := range p.FindAllSubmatchIndex(m.out, -1) {
			if len(at) == 2 {
				m.blot(at[0], at[1])
			}
			for i := 2; i < len(at); i += 2 {
				if at[i] >= 0 {
					m.blot(at[i], at[i+1])
				}
			}
		}
	}
}

// numbered blots out the numbers of numbered things, unless a magnitude or a
// unit makes an amount of them.
func (m *masker) numbered() {
	for _, at := range runs().FindAllIndex(m.out, -1) {
		start, end := at[0], at[1]
		if saysWhich(m.out[:start]) && !m.amount(start, end) {
			m.blot(start, end)
		}
	}
}

// amount says whether the digits there have a magnitude or a unit behind them.
func (m *masker) amount(start, end int) bool {
	rest := string(m.out[end:min(len(m.out), end+30)])
	word := strings.TrimLeft(rest, " \u00a0\u202f-")
	if i := strings.IndexFunc(word,
		func(c rune) bool { return !unicode.IsLetter(c) && c != '%' && c != '$' && c != '€' && c != '£' }); i >= 0 {
		word = word[:i]
	}
	if c, _ := utf8.DecodeRuneInString(word); article.Eastern(c) {
		return m.easternAmount(word)
	}
	if word == "" || utf8.RuneCountInString(word) == 1 && word < "\x7f" && !strings.ContainsAny(word, "%$") {
		return false
	}
	v, err := m.locale.Parse("30 " + word)
	return err == nil && (v.Unit != "" || !v.Number.Equal(number.Int(30)))
}

// easternAmount is amount where words are not told apart.
func (m *masker) easternAmount(word string) bool {
	n := 0
	for i, c := range word {
		if n++; n > 5 {
			break
		}
		v, err := m.locale.Parse("30" + word[:i+utf8.RuneLen(c)])
		if err == nil && (v.Unit != "" || !v.Number.Equal(number.Int(30))) {
			return true
		}
	}
	return false
}

var year = compileOne(`(?:19|20)[0-9]{2}`)

// years blots out the four digits of years. They are none behind a currency or
// before a unit or a magnitude, and hundreds are none before a noun.
func (m *masker) years() {
	for _, at := range year().FindAllIndex(m.out, -1) {
		start, end := at[0], at[1]
		before, _ := utf8.DecodeLastRune(m.out[:start])
		after, size := utf8.DecodeRune(m.out[end:])
		next, _ := utf8.DecodeRune(m.out[min(len(m.out), end+size):])
		switch {
		case unicode.IsDigit(before) || unicode.IsDigit(after) || unicode.Is(unicode.Sc, before) || after == '%' ||
			strings.ContainsRune("만억조천万億兆千", before):
		case strings.ContainsRune(".,'", before) && start > 1 && unicode.IsDigit(rune(m.out[start-2])):
		case strings.ContainsRune(".,'", after) && unicode.IsDigit(next):
		case m.amount(start, end) && !strings.ContainsRune("年년", after) && !m.hasBegun(end):
		case (m.out[end-1] == '0' && m.out[end-2] == '0' || article.Eastern(after)) &&
			nounLength(article.Base(m.locale.Language), string(m.out[end:min(len(m.out), end+100)])) > 0:
		default:
			m.blot(start, end)
		}
	}
}

// hasBegun reports whether ha follows, which is has in some languages, and no
// hectares: en 2024 ha subido.
func (m *masker) hasBegun(end int) bool {
	switch article.Base(m.locale.Language) {
	case "es", "it", "ca", "gl":
		return begun().Match(m.out[end:])
	}
	return false
}

var begun = compileOne(`^ ha [\p{L}]`)
