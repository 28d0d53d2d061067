package draft

import (
	"collate/generator/article"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// spanning tells a number of days from a day of the month, by language: what
// follows it, and what stands before it.
var spanning = map[string]struct{ behind, before func() *regexp.Regexp }{
	"ko": {
		compileOne(`^(?:간|짜리|치|분|째|씩| ?(?:동안|이내|안에|내에|만에|연속|뒤|앞|이상|이하|미만|넘|가량|정도|남짓|늦|빠|짧|길|더|유예|정지|휴가|전에|전보다|` +
			`후에|내내|여))`),
		compileOne(`(?:약|최소|최대|최장|적어도|거의|앞으로|무려|불과|꼬박|유예|기간(?:은|이)?) ?$`),
	},
	"ja": {
		compileOne(`^(?:間|以内|以上|未満|連続|ぶり|ほど|程度|後に|遅れ|早く|分の|弱|強|余り)`),
		compileOne(`(?:約|最大|最大で|最長|最長で|丸|わずか|およそ|少なくとも|期間は|今後)$`),
	},
}

var days = compileOne(`([0-9０-９]+)(?:일|日)`)

// days blots out the days of months in Korean and Japanese, where 5일 is the
// fifth or five days.
func (m *masker) days() {
	tell, ok := spanning[article.Base(m.locale.Language)]
	if !ok {
		return
	}
	for _, at := range days().FindAllSubmatchIndex(m.out, -1) {
		n, err := strconv.Atoi(width.Narrow.String(string(m.out[at[2]:at[3]])))
		if err != nil || n > 31 || n == 0 || at[0] > 0 && m.out[at[0]-1] == '.' || tell.behind().Match(m.out[at[1]:]) ||
			tell.before().MatchString(strings.TrimRight(string(m.out[max(0, at[0]-30):at[0]]), " ")) {
			continue
		}
		m.blot(at[0], at[1])
	}
}

// aged finds the years of somebody's age in Spanish: un voluntario de 35 años.
var aged = compileOne(`(?i)\b(?:una?|el|la) (\p{L}+)(?: \p{L}+)? de ([1-9][0-9] años)`)

// lastingNouns are nouns that take years and have no age.
var lastingNouns = set("contrato condena plazo período periodo pena préstamo hipoteca bono programa plan acuerdo " +
	"proceso ciclo espera concesión historia vida experiencia " +
	"carrera retraso prórroga moratoria permiso garantía crédito mandato deuda tope alquiler pacto gobierno guerra " +
	"conflicto crisis embargo compromiso proyecto media promedio " +
	"máximo mínimo total duración antigüedad demora tasa rendimiento tregua vigencia")

// ages blots out the ages that aged finds.
func (m *masker) ages() {
	if article.Base(m.locale.Language) != "es" {
		return
	}
	for _, at := range aged().FindAllSubmatchIndex(m.out, -1) {
		if !lastingNouns.has(strings.ToLower(string(m.out[at[2]:at[3]]))) {
			m.blot(at[4], at[5])
		}
	}
}
