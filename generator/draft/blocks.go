package draft

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// span is a stretch of a text, in bytes.
type span struct{ start, end int }

// blocks are the stretches of a text that no value reaches out of: paragraphs,
// headings, list items, table rows. A line break within a paragraph is a space;
// one that is not in a paragraph ends a block.
func blocks(text string) []span {
	var list []span
	start, end := 0, 0 // of the open block
	lineAt := 0
	for line := range strings.Lines(text) {
		body := strings.TrimRight(line, "\r\n")
		switch {
		case strings.TrimSpace(body) == "":
			list, start = add(list, start, end), lineAt+len(line)
		case end > start && !continues(text[start:end], body):
			list, start = add(list, start, end), lineAt
		}
		end = lineAt + len(body)
		lineAt += len(line)
	}
	return add(list, start, end)
}

func add(list []span, start, end int) []span {
	if end > start {
		return append(list, span{start, end})
	}
	return list
}

// marker begins a line that is no continuation: a list item, a heading, a
// quotation, a table row.
var marker = compileOne(`^\s*(?:[-*+•·–—]\s|#{1,6}\s|>|\||\d{1,3}[.)]\s|` + "```" + `)`)

// wrapped is how long the last line of text is that can go on in the next.
const wrapped = 45

// continues says whether line goes on with the paragraph that text is.
func continues(text, line string) bool {
	last := text[strings.LastIndexByte(text, '\n')+1:]
	c, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(last))
	return utf8.RuneCountInString(last) >= wrapped && !strings.ContainsRune(".!?:;。！？|", c) &&
		!marker().MatchString(line)
}

// sentences cuts a block into its sentences.
func sentences(text string) []span {
	var list []span
	start := 0
	for i, c := range text {
		next := i + utf8.RuneLen(c)
		if !strings.ContainsRune(".!?。！？", c) || !endsSentence(text, start, i, next) {
			continue
		}
		for {
			c, size := utf8.DecodeRuneInString(text[next:])
			if size == 0 || !strings.ContainsRune("\"”’»)]」』", c) {
				break
			}
			next += size
		}
		list, start = append(list, span{start, next}), next
	}
	if strings.TrimSpace(text[start:]) != "" {
		list = append(list, span{start, len(text)})
	}
	return list
}

// endsSentence says whether the mark at i, with next behind it, ends the
// sentence that begins at start: a point does before a space and a capital or
// digit, and not behind an abbreviation or a single letter.
func endsSentence(text string, start, i, next int) bool {
	if i < start {
		return false
	}
	if text[i] >= utf8.RuneSelf || text[i] != '.' {
		return true
	}
	rest := strings.TrimLeft(text[next:], "\"”’»)]")
	after := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if after == "" {
		return true
	}
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, "\"“‘«(¿¡*_"))
	if len(after) == len(rest) || unicode.IsLower(c) {
		return false
	}
	word := text[max(start, i-nearby):i]
	word = word[strings.LastIndexAny(word, " \n(\u00a0")+1:]
	return utf8.RuneCountInString(word) > 1 && !abbreviations.has(strings.ToLower(word)) &&
		!strings.Contains(word, ".") &&
		!(unicode.IsDigit(rune(word[0])) && len(word) <= 2 && !unicode.IsUpper(c))
}

var abbreviations = set("mr mrs ms dr prof st no nr inc corp ltd co vs approx ca jan feb mar apr jun jul aug sep " +
	"sept oct nov dec " +
	"mio mrd bio tsd bzw usw etc sr sra dra aprox mill gen sen rep gov bn mn fig vol art abs max min")

// wordSet is a set of words; nil has none. It is made when it is first asked:
// what drafts nothing does not wait for it.
type wordSet struct {
	make  sync.Once
	list  string
	words map[string]bool
}

func set(list string) *wordSet { return &wordSet{list: list} }

func (s *wordSet) has(word string) bool {
	if s == nil {
		return false
	}
	s.make.Do(func() {
		all := strings.Fields(s.list)
		s.words = make(map[string]bool, len(all))
		for _, word := range all {
			s.words[word] = true
		}
	})
	return s.words[word]
}
