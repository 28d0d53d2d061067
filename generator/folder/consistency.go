package folder

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"collate/generator/content"
	"collate/generator/frontmatter"
	"collate/generator/number"
	"collate/generator/problem"
	"collate/generator/slug"
	"collate/generator/value"
)

// compare looks at the summaries of a story together, for what no file shows
// by itself: two that want one page, and slips, which are warnings.
func (p *storyBuild) compare() {
	keys := spellingOf{}
	p.aliases(keys)
	if !p.story.Incomplete {
		p.names(keys)
	}
	p.slips(keys)
	p.units(keys)
	p.bare(keys)
	p.doubles()
	p.claimants()
	p.circles()
}

// warn is a warning at a place with its line.
func warn(at problem.Place, line, message, hint string) problem.Problem {
	return problem.Problem{Place: at, Severity: problem.Warning, Message: message, Hint: hint, Text: line}
}

// mostCompared is with how many names, those that are used most, the others
// are compared.
const mostCompared = 300

// A nameUse is a name of a story with the summaries that have it.
type nameUse struct {
	name  string
	files []string // sorted
	place problem.Place
	line  string
	known bool // the story's index.md has it
}

// names warns of figures of a story whose names nearly match: of one that few
// summaries have, if it is nearly one that the story knows or more have, or of
// two the one that came later. Names that stand in one summary together are
// different.
func (p *storyBuild) names(keys spellingOf) {
	uses := p.uses(keys)
	p.onePage(uses)
	slices.SortStableFunc(uses, func(x, y *nameUse) int {
		if x.known != y.known {
			return map[bool]int{true: -1, false: 1}[x.known]
		}
		return len(y.files) - len(x.files)
	})
	for i, u := range uses {
		if u.known {
			continue
		}
		for _, other := range uses[:min(i, mostCompared)] {
			if misspells(u.name, other.name) && !usedTogether(u, other) {
				p.problems = append(p.problems, warn(u.place, u.line,
					fmt.Sprintf("figures: %s is nearly the name %s of the same story", u.name, other.name),
					fmt.Sprintf("write %s if it is the same figure, or make it an alias in the story's index.md",
						other.name)))
				break
			}
		}
	}
}

// onePage warns of figures that are different, and whose names give one
// address, so that they share a page.
func (p *storyBuild) onePage(uses []*nameUse) {
	first := map[string]*nameUse{}
	for _, u := range uses {
		if len(u.files) == 0 {
			continue
		}
		slug := slug.Of(u.name)
		if other := first[slug]; other != nil {
			p.problems = append(p.problems, warn(u.place, u.line,
				fmt.Sprintf("figures: %s and %s of the same story have one page, /figures/%s/", u.name, other.name,
					slug),
				"write them alike if they are one figure, or let their names differ in a letter or digit"))
			continue
		}
		first[slug] = u
	}
}

// uses are the names of a story's figures, in their order.
func (p *storyBuild) uses(keys spellingOf) []*nameUse {
	var uses []*nameUse
	at := map[string]*nameUse{}
	note := func(name content.Name) *nameUse {
		key := keys.of(name)
		u := at[key]
		if u == nil {
			u = &nameUse{name: name.String()}
			at[key] = u
			uses = append(uses, u)
		}
		return u
	}
	for _, spec := range p.story.Figures {
		note(spec.Name).known = true
	}
	for i, m := range p.story.Summaries {
		for _, fig := range m.Figures {
			u := note(fig.Name)
			if len(u.files) == 0 {
				u.place, u.line = p.from.files[i].File.Find(fig.NamePosition())
			}
			u.files = append(u.files, m.File)
		}
	}
	return uses
}

// usedTogether reports whether one summary has both names.
func usedTogether(x, y *nameUse) bool {
	return slices.ContainsFunc(x.files, func(file string) bool {
		_, found := slices.BinarySearch(y.files, file)
		return found
	})
}

// spellingOf are folded names, remembered: a story's summaries have the same few.
type spellingOf map[content.Name]string

func (k spellingOf) of(name content.Name) string {
	key, ok := k[name]
	if !ok {
		key = name.Key()
		k[name] = key
	}
	return key
}

// misspells reports whether two names differ by a typing error: not in digits, and
// not in a word of few letters, as Series A and B do.
func misspells(a, b string) bool {
	fold := func(s string) string { return strings.ReplaceAll(strings.ToLower(s), "-", " ") }
	a, b = fold(a), fold(b)
	limit := 1
	if n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)); n < 5 {
		return false
	} else if n >= 10 {
		limit = 2
	}
	if a == b || problem.Distance(a, b, limit) > limit {
		return false
	}
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return r
			}
			return -1
		}, s)
	}
	if digits(a) != digits(b) {
		return false
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return true
	}
	for i := range x {
		if x[i] != y[i] && min(utf8.RuneCountInString(x[i]), utf8.RuneCountInString(y[i])) < 4 {
			return false
		}
	}
	return true
}

// units warns of values that are not in the unit which the story gives for
// their figure, nor in one that converts into it.
func (p *storyBuild) units(keys spellingOf) {
	specs := map[string]*content.FigureSpec{}
	for i, spec := range p.story.Figures {
		if spec.BaseUnit() != "" {
			specs[keys.of(spec.Name)] = &p.story.Figures[i]
		}
	}
	for i, m := range p.story.Summaries {
		for _, fig := range m.Figures {
			spec, v := specs[keys.of(fig.Name)], fig.Value
			if spec == nil || v.Unit == "" || v.Kind != value.KindNumber && v.Kind != value.KindRange ||
				spec.Fits(v) {
				continue
			}
			place, line := p.from.files[i].File.Find(fig.Position())
			p.problems = append(p.problems, warn(place, line,
				fmt.Sprintf("figures: %s: %s is in %s, and the story gives %s as the unit", fig.Name,
					problem.Quote(v.Written), v.Unit, spec.Unit),
				"mend the value, or the unit in the story's index.md"))
		}
	}
}

// A located report is one with the file that it was read from.
type located struct {
	*content.Report
	file *frontmatter.File
}

// A rowKey is what values have in common that ought to be of one size.
type rowKey struct {
	name string
	unit value.Unit
	asOf time.Time
}

// slips warns of values that are a thousand or a million times what the other
// summaries of the story report for the same figure, or that part of it.
func (p *storyBuild) slips(keys spellingOf) {
	rows := map[rowKey][]located{}
	var order []rowKey
	for n, m := range p.story.Summaries {
		for i := range m.Figures {
			fig := located{&m.Figures[i], p.from.files[n].File}
			v := &fig.Value
			if v.Kind != value.KindNumber || v.Number.Sign() <= 0 {
				continue
			}
			if _, _, doubtful := content.Thousandfold(*v); doubtful {
				continue // which is told already
			}
			key := rowKey{keys.of(fig.Name), v.Unit, fig.AsOf.Time}
			if rows[key] == nil {
				order = append(order, key)
			}
			rows[key] = append(rows[key], fig)
		}
	}
	for _, key := range order {
		row := rows[key]
		usual := median(row)
		for _, fig := range row {
			if times, hint := timesOf(fig.Value, usual.Value); times != "" {
				place, line := fig.file.Find(fig.Position())
				p.problems = append(p.problems, warn(place, line,
					fmt.Sprintf("figures: %s: %s is about %s %s in %s", fig.Name, fig.Value.Written, times,
						usual.Value.Written, usual.file.Path), hint))
			}
		}
	}
}

// median is the figure with the median of a row's values; of two the first.
func median(row []located) located {
	if len(row) <= 2 {
		return row[0]
	}
	sorted := slices.Clone(row)
	slices.SortStableFunc(sorted, func(x, y located) int { return x.Value.Number.Cmp(y.Value.Number) })
	return sorted[len(sorted)/2]
}

// timesOf says how a compares with b where it is about a thousand or a million
// times b or that part of it, or where one of them counts in myriads, ten
// thousand times; and what to look at. It is empty where it is not.
func timesOf(a, b value.Value) (times, hint string) {
	x, y := a.Number, b.Number
	switch {
	case strings.ContainsAny(a.Written+b.Written, myriads):
		hint = "check the magnitude: 万 is ten thousand, 億 ten thousand of them"
		switch {
		case nearlyTimes(x, y, 10_000):
			return "ten thousand times", hint
		case nearlyTimes(y, x, 10_000):
			return "a ten-thousandth of", hint
		}
	case nearlyTimes(x, y, 1_000):
		times = "a thousand times"
	case nearlyTimes(y, x, 1_000):
		times = "a thousandth of"
	case nearlyTimes(x, y, 1_000_000):
		times = "a million times"
	case nearlyTimes(y, x, 1_000_000):
		times = "a millionth of"
	}
	return times, "check million and billion"
}

// myriads are the magnitudes of those who count in ten thousands.
const myriads = "万萬億亿兆만억조"

// nearlyTimes reports whether a is b times factor, give or take half of it.
func nearlyTimes(a, b number.Number, factor int64) bool {
	return a.Cmp(b) > 0 && a.Cmp(b.Mul(number.Int(factor/2))) >= 0 && a.Cmp(b.Mul(number.Int(factor*2))) <= 0
}

// files are the parsed summaries that are taken in, story by story.
func (b *builder) files() []*parsed {
	files := make([]*parsed, 0, len(b.cache.at))
	for _, p := range b.builds {
		if p != nil {
			files = append(files, p.from.files...)
		}
	}
	return files
}
