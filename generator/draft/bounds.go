package draft

import (
	"regexp"
	"strings"

	"collate/generator/value"
)

// This file reads bounds that running text says with verbs and comparisons, as
// the words that the value grammar has for them: "exceeds $7 billion" is more
// than $7 billion.

// bound gives a number the qualifier that a verb or a comparison around it says.
func (s *scanner) bound(f *value.Found) {
	if f.Kind != value.KindNumber || f.Qualifier != 0 && f.Qualifier != value.About {
		return
	}
	head, rest := s.upTo(f.Start), s.from(f.End)
	for _, b := range bounds {
		var front, behind []int
		if !s.isEastern() || s.language == "zh" {
			front = b.front().FindStringSubmatchIndex(head)
		}
		if b.behind != nil && s.isEastern() && front == nil && f.Qualifier == 0 {
			behind = b.behind().FindStringSubmatchIndex(rest)
		}
		if front == nil && behind == nil {
			continue
		}
		if front != nil && b.qualifier == value.MoreThan &&
			negations.has(s.before(f.Start-len(head)+max(front[2], front[len(front)-2]))) {
			return // has never exceeded
		}
		v, err := s.locale.Parse(strings.Replace(s.worded(b.qualifier), "%", s.block[f.Digits:f.End], 1))
		if err != nil || v.Unit != f.Unit || v.Qualifier != b.qualifier {
			return
		}
		f.Value = v
		if front != nil {
			f.Start -= len(head) - max(front[2], front[len(front)-2])
		} else {
			f.End += behind[3]
		}
		return
	}
}

// worded is how a language says a bound, with % for the number.
func (s *scanner) worded(q value.Qualifier) string {
	if words, ok := boundWords[s.language]; ok {
		return words[q]
	}
	return q.String() + " %"
}

var boundWords = map[string]map[value.Qualifier]string{
	"de": {value.MoreThan: "mehr als %", value.LessThan: "weniger als %", value.AtLeast: "mindestens %",
		value.AtMost: "höchstens %"},
	"es": {value.MoreThan: "más de %", value.LessThan: "menos de %", value.AtLeast: "al menos %",
		value.AtMost: "como máximo %"},
	"fr": {value.MoreThan: "plus de %", value.LessThan: "moins de %", value.AtLeast: "au moins %",
		value.AtMost: "au plus %"},
	"it": {value.MoreThan: "più di %", value.LessThan: "meno di %", value.AtLeast: "almeno %",
		value.AtMost: "al massimo %"},
	"pt": {value.MoreThan: "mais de %", value.LessThan: "menos de %", value.AtLeast: "pelo menos %",
		value.AtMost: "no máximo %"},
	"ko": {value.MoreThan: "% 초과", value.LessThan: "% 미만", value.AtLeast: "% 이상", value.AtMost: "% 이하"},
	"ja": {value.MoreThan: "%超", value.LessThan: "%未満", value.AtLeast: "%以上", value.AtMost: "%以下"},
	"zh": {value.MoreThan: "超过%", value.LessThan: "不到%", value.AtLeast: "%以上", value.AtMost: "%以下"},
}

// bounds are the verbs and comparisons in front of a number and behind it, each
// in a group.
var bounds = []struct {
	qualifier     value.Qualifier
	front, behind func() *regexp.Regexp
}{
	{
		value.AtMost,
		compileOne(`(?i)(?:^|\P{L})((?:less|lower|smaller|fewer) than or equal to|inférieure?s? ou égale?s? à|` +
			`(?:menor(?:es)?|inferior(?:es)?) o igual(?:es)? (?:a|que)|kleiner (?:als )?oder gleich) $`), nil,
	},
	{
		value.AtLeast,
		compileOne(`(?i)(?:^|\P{L})((?:more|greater|higher|larger) than or equal to|supérieure?s? ou égale?s? à|` +
			`(?:mayor(?:es)?|superior(?:es)?) o igual(?:es)? (?:a|que)|größer (?:als )?oder gleich) $`), nil,
	},
	{
		value.LessThan,
		compileOne(`(?i)(?:^|\P{L})((?:less|fewer) than|no (?:llega|llegan|llegó|llegaron|alcanza|alcanzan|alcanzó) ` +
			`(?:ni )?(?:a|al|a los|a las)|(?:n['’]atteint|n['’]atteignent) pas|unterschreitet|unterschritt) $`),
		compileOne(`^(에 (?:못 미[치쳤]|미치지 못))`),
	},
	{
		value.MoreThan,
		compileOne(`(?i)(?:^|\P{L})((?:exceeds?|exceeded|surpass(?:es|ed|ing)?|tops|topped|topping|` +
			`outstrip(?:s|ped)?|(?:bigger|larger|longer|heavier) than|übersteigt|übersteigen|überstieg(?:en)?|` +
			`überschreite[nt]|überschritt(?:en)?|übertrifft|übertreffen|übertraf(?:en)?|` +
			`supera|superan|superó|superaron|superaba[n]?|superará[n]?|rebasa|` +
			`rebasan|rebasó|excede|excedió|superano|superò|superou|ultrapassa|ultrapassam|ultrapassou|` +
			`dépasse(?:nt|ra|ront)?|dépassai(?:t|ent)|(?:a|ont|avait) dépassé|excède(?:nt)?)` +
			`(?: (?:désormais|now|already|ya|déjà|bereits))?(?: (?:the|los|las|el|la|les|le|l|die|den|` +
			`i|gli|os|as))?) $|((?:突破|超出)(?:了)?)$`),
		compileOne(`^([을를](?:이)? ?(?:넘(?:어|었|긴|겼|길|을)|돌파|웃돌|웃돈|상회)|이 넘|가 넘|を(?:突破|上回))`),
	},
}
