package value

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"collate/generator/number"
)

// longestShape is how long a value is at most that a hint repeats.
const longestShape = 80

// shapeHint is what to write in the place of the whole value, where it is
// written in a way that many know and that is no value here; "" where it is
// not. What it says to write can be read, and means what was written.
func (p *parser) shapeHint() string {
	text := strings.TrimSpace(p.text)
	if len(text) > longestShape {
		return ""
	}
	if unsaid().MatchString(text) {
		return "leave the line out where the article does not say"
	}
	for _, s := range counts {
		if part := s.pattern().FindStringSubmatch(text); part != nil {
			if hint := s.hint(p, part); hint != "" {
				return hint
			}
		}
	}
	for _, r := range rewritings {
		at := r.pattern().FindStringSubmatchIndex(text)
		if at == nil {
			continue
		}
		template := r.template
		if p.style.comma {
			template = marksSwapped.Replace(template)
		}
		if better := string(r.pattern().ExpandString(nil, template, text, at)); p.reads(better) {
			return "write " + better + r.means
		}
	}
	if inWords().MatchString(text) {
		return digitsHint + p.asText()
	}
	return ""
}

// reads says whether a value is read as a number or a range.
func (l Locale) reads(written string) bool {
	_, ok := l.plain(written)
	return ok
}

// plain is the number that a value without hints reads as; the zero value for
// a range.
func (l Locale) plain(written string) (number.Number, bool) {
	p := &parser{line: newLine(written), Locale: l, quiet: true}
	p.languages, p.style = languagesOf(l.Language)
	v, err := p.value()
	return v.Number, err == nil && (v.Kind == KindNumber || v.Kind == KindRange)
}

// asText is the value as front matter has words, in quotes where YAML would
// take them for something else.
func (p *parser) asText() string {
	written := strings.TrimSpace(p.original(0, len(p.text)))
	if unquoted().MatchString(written) {
		return "{text: " + written + "}"
	}
	return "{text: " + strconv.Quote(written) + "}"
}

var unquoted = like(`^[\pL\d$€£](?:[^\pC"\\,:#{}\[\]]|:\d)*$`)

// A rewriting is a way of writing a value and what is read instead of it.
type rewriting struct {
	pattern  func() *regexp.Regexp
	template string
	means    string
}

var rewritings = []rewriting{
	{like(`^(.*\d.*?)[ -]plus$`), "$1+", ""},
	{like(`^(.*\d.*?)[ -]?ish$`), "about $1", ""},
	{like(`^(.*\d.*?) or (\D{0,3}\d.*)$`), "$1 to $2", ""},
	{like(`^(.*\d.*?),? (?:p\.a\.?|pa|annually|yearly)$`), "$1 a year", ""},
	{like(`^(.*\d.*?),? (hour|week|month|quarter)ly$`), "$1 a $2", ""},
	{like(`^(.*\d.*?),? daily$`), "$1 a day", ""},
	{like(`^(.*\d.*?)-(an?|per)-(\pL+)$`), "$1 $2 $3", ""},
	{like(`^(.*\d.*?) ?(?: a | per |/)(gallon|pint)$`), "$1 per US-$2", ", or per imperial-gallon, whichever it is"},
	{like(`^(.*\d.*?) ?(?: an | per |/)(?:ounce|oz)$`), "$1 per troy-ounce", ", or whichever ounce it is"},
	{like(`^(.*\d.*?) ?/ ?([$€£¥₹₩] ?\d.*)$`), "$1 ($2)", ""},
	{like(`^(.*\d.*[\pL\d%])[.,;:!]$`), "$1", ""},
	{like(`^(.*\d)[.,;:!]$`), "$1", ""},
	{like(`^\(([^()]*\d[^()]*)\)$`), "-$1", " for a number below zero"},
	{like(`^(.*\d)e\+?0?3$`), "${1}k", ""},
	{like(`^(.*\d)e\+?0?6$`), "${1}M", ""},
	{like(`^(.*\d)e\+?0?9$`), "${1}B", ""},
	{like(`^(.*\d)e\+?12$`), "${1}T", ""},
	{like(`^([$€£] ?[\d.,]+) ?mm$`), "${1}M", ""},
	{like(`^(\D*\d{1,3})[ _](\d{3})(\D.*)?$`), "$1,$2$3", ""},
	{like(`^(\D*\d{1,3})[ _](\d{3})[ _](\d{3})(\D.*)?$`), "$1,$2,$3$4", ""},
	{like(`^[x×] ?([\d.,]+)$`), "${1}×", ""},
	{like(`^% ?([\d.,]+)$`), "$1%", ""},
	{like(`^(.*\d) ?pc$`), "$1%", ""},
	{like(`^(.*\d) ?mi\.?$`), "$1 miles", ""},
	{like(`^(.*\d) ?in\.?$`), "$1 inches", ""},
	{like(`^(.*\d) ?f$`), "$1 °F", " for a temperature"},
	{like(`^(.*\d) ?(?:°|deg\.?|degrees?)$`), "$1 °C", " or °F for a temperature"},
	{like(`^(.*\d) ?(?:pts?|points?)$`), "$1 percentage points", " where they are, and index-points for those of an " +
		"index"},
}

var marksSwapped = strings.NewReplacer(",", ".", ".", ",")

// inWords is what has digits and is words: places in an order, versions, times
// of day, decades, seasons, odds.
var inWords = like(`^(?:(?:the )?\d+(?:st|nd|rd|th)\b.*|v?\d+(?:\.\d+){2,}|` +
	`\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m\b|[ap]\.m\.|o['’]clock).*|` +
	`(?:the )?\d{3}0['’]?s|[1-4]Q ?\d*|\d+[ -](?:for|and|vs?\.?|versus|against)[ -]\d.*)$`)

// unsaid is what stands in tables where nothing is known.
var unsaid = like(`^[$€£]? ?(?:[-–—~?]+|n\.?/?a\.?|tb[acd])$`)

// Unsaid says whether the words of a text are none, but what stands in tables
// where nothing is known: n/a, TBD, ?.
func (v Value) Unsaid() bool { return v.Kind == KindText && unsaid().MatchString(v.Words) }

// like is an expression without regard to case, made when it is first asked
// for: most values are right.
func like(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("(?i)" + pattern) })
}
