package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/digest"
	"collate/generator/draft"
)

// nearby is how many words may stand between a name and its number.
const nearby = 6

// named reports whether the name of a report stands among the last words before
// a number, or the next after it.
func (r *proseReader) named(k reportedValue, f draft.Find, last, next []string) bool {
	for _, name := range k.names {
		if f.Unit == "" && !counts(f, name, k.label) {
			continue
		}
		if r.at(last, name, k.Report, true) || r.at(next, name, k.Report, false) {
			return true
		}
	}
	return false
}

// counts reports whether what a number without a unit counts is what the figure
// is about.
func counts(f draft.Find, name, label []string) bool {
	for _, word := range wordsOfText(f.Label) {
		for _, known := range slices.Concat(name, label) {
			if alikeWords(word, known) {
				return true
			}
		}
	}
	return false
}

// around are the last words before a number of a sentence, and the next after
// it: the number's text, of which skip others stand before it.
func around(sentence, text string, skip int) (last, next []string, ok bool) {
	at := 0
	for ; skip >= 0; skip-- {
		i := strings.Index(sentence[at:], text)
		if i < 0 {
			return nil, nil, false
		}
		at += i + len(text)
	}
	last, next = wordsOfText(sentence[:at-len(text)]), wordsOfText(sentence[at:])
	return last[max(0, len(last)-nearby-4):], next[:min(len(next), nearby+4)], true
}

// at reports whether the name stands in a run of words next to the number, and is
// not part of another name of the story, or of a longer phrase: a single word
// must follow an article or such, or begin the sentence.
func (r *proseReader) at(run, name []string, report *digest.Report, ends bool) bool {
	if len(name) == 0 {
		return false
	}
	for i := 0; i+len(name) <= len(run); i++ {
		between := i
		if ends {
			between = len(run) - i - len(name)
		}
		if between > nearby || !sameStrings(run[i:i+len(name)], name) {
			continue
		}
		if len(name) == 1 && (i > 0 && !smallWords[run[i-1]] || !ends) {
			continue
		}
		if !r.longer(run, name, report) {
			return true
		}
	}
	return false
}

// longer reports whether the words have the name of another figure of the story
// that has this name in it.
func (r *proseReader) longer(run, name []string, report *digest.Report) bool {
	for _, row := range r.summary.Story.Rows {
		other := wordsOfText(row.Name.String())
		if row != report.Row && len(other) > len(name) && holdsAll(name, other) && holdsAll(other, run) {
			return true
		}
	}
	return false
}

// holdsAll reports whether some has each word of these.
func holdsAll(these, some []string) bool {
	for _, word := range these {
		found := false
		for _, other := range some {
			found = found || alikeWords(word, other)
		}
		if !found {
			return false
		}
	}
	return true
}

func sameStrings(a, b []string) bool {
	for i := range b {
		if !alikeWords(a[i], b[i]) {
			return false
		}
	}
	return true
}

// alikeWords reports whether two words differ by an ending at most: commitment and
// commitments.
func alikeWords(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return utf8.RuneCountInString(a) >= 4 && len(b)-len(a) <= 2 && strings.HasPrefix(b, a)
}

// wordsOfText are the words of a text in lower case, without signs.
func wordsOfText(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text),
		func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// elsewhere reports whether a sentence, but for the number itself, may speak of
// another time, another report or another thing.
func elsewhere(f draft.Find) bool {
	for _, word := range wordsOfText(strings.ReplaceAll(f.Sentence, f.Text, "")) {
		if otherWords[word] {
			return true
		}
	}
	return false
}

// otherWords are words of other times, other people and other things.
var otherWords = wordList("earlier previously previous former formerly before prior initially first original " +
	"originally once past ago last later next until after other others another elsewhere rival rivals competitor " +
	"similar instead rather not never no without unlike although though while whereas however but if could would " +
	"might may should plan plans planned expects target rumoured rumored speculation half part share each per more " +
	"less than additional extra further including includes excluding plus compared versus from früher zuvor vorher " +
	"ursprünglich zunächst anfangs andere anderen anderer statt nicht kein keine während aber wenn könnte würde " +
	"geplant je mehr weniger als vergleich antes anterior inicialmente primero otro otra otros otras en lugar no sin " +
	"mientras pero si podría más menos que cada avant précédent auparavant initialement premier autre autres plutôt " +
	"ne pas sans tandis mais si pourrait plus moins que chaque")

// smallWords are words that stand right before a name and belong to no longer
// one.
var smallWords = wordList("the a an its their his her this of at with in for der die das dem den des ein eine einer " +
	"einem ihre seine mit von bei el la los las un una su con de le les une sa son leur avec")

func wordList(list string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		m[word] = true
	}
	return m
}
