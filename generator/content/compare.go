package content

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"collate/generator/problem"
	"collate/generator/value"
)

// compare looks at the summaries together, for slips that no file shows by
// itself. Everything that it finds is a warning.
func (b *builder) compare() {
	own := map[*Story][]filed{}
	for _, f := range b.files {
		own[f.story.Story] = append(own[f.story.Story], f)
	}
	for _, t := range b.site.Stories {
		if !t.Incomplete {
			b.names(t, own[t])
		}
		b.slips(own[t])
	}
	b.sources()
}

// warn adds a warning at a place with its line.
func (b *builder) warn(at problem.Place, line, message, hint string) {
	b.problems = append(b.problems, problem.Problem{Place: at, Severity: problem.Warning, Message: message, Hint: hint, Text: line})
}

// A use is a name with the summaries that have it.
type use struct {
	name  string
	key   string
	files []string
	first Figure
	line  string // where the first has the name
	known bool   // the story's index.md has it
}

// names warns of figures of a story whose names nearly match.
func (b *builder) names(t *Story, own []filed) {
	var uses []*use
	at := map[string]*use{}
	note := func(name Name) *use {
		u := at[name.Key()]
		if u == nil {
			u = &use{name: name.String(), key: name.Key()}
			at[u.key] = u
			uses = append(uses, u)
		}
		return u
	}
	for _, spec := range t.Figures {
		note(spec.Name).known = true
	}
	for _, f := range own {
		for _, fig := range f.Figures {
			u := note(fig.Name)
			if len(u.files) == 0 {
				u.first, u.line = fig, f.sheet.line(fig.key.Line)
			}
			u.files = append(u.files, f.File)
		}
	}
	for _, u := range uses {
		if u.known {
			continue
		}
		if other := nearest(u, uses); other != nil {
			b.warn(u.first.key, u.line, fmt.Sprintf("figures: %s is nearly the name %s of the same story", u.name, other.name),
				fmt.Sprintf("write %s if it is the same figure, or make it an alias in the story's index.md", other.name))
		}
	}
}

// nearest is the name that u probably was meant to be: one that the story
// knows or that more summaries have, or of two the one that came first. Names
// that stand in one summary together are different.
func nearest(u *use, uses []*use) *use {
	before := true
	for _, other := range uses {
		if other == u {
			before = false
			continue
		}
		better := other.known || len(other.files) > len(u.files) || len(other.files) == len(u.files) && before
		if better && slip(u.name, other.name) && !slices.ContainsFunc(u.files, func(f string) bool { return slices.Contains(other.files, f) }) {
			return other
		}
	}
	return nil
}

// slip reports whether two names differ by a typing error: not in digits, and
// not in a word of few letters, as Series A and B do.
func slip(a, b string) bool {
	fold := func(s string) string { return strings.ReplaceAll(strings.ToLower(s), "-", " ") }
	a, b = fold(a), fold(b)
	limit := 1
	if n := min(columns(a), columns(b)); n < 5 {
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
		if x[i] != y[i] && min(columns(x[i]), columns(y[i])) < 4 {
			return false
		}
	}
	return true
}

// slips warns of values that are a thousand or a million times what the other
// summaries of the story report for the same figure, or that part of it.
func (b *builder) slips(own []filed) {
	rows := map[string][]Figure{}
	var keys []string
	for _, f := range own {
		for _, fig := range f.Figures {
			v := fig.Value
			if v.Kind != value.KindNumber || v.Number.Sign() <= 0 {
				continue
			}
			key := fmt.Sprint(fig.Name.Key(), "\x00", v.Unit, "\x00", fig.AsOf.Time)
			if rows[key] == nil {
				keys = append(keys, key)
			}
			rows[key] = append(rows[key], fig)
		}
	}
	for _, key := range keys {
		row := rows[key]
		for i, fig := range row {
			if neighbour, times := outlier(row, i); neighbour != nil {
				b.warn(fig.Place, fig.Line, fmt.Sprintf("figures: %s: %s is about %s %s in %s", fig.Name, fig.Value.Written, times, neighbour.Value.Written, neighbour.Place.File),
					"check million and billion")
			}
		}
	}
}

// factors are the sizes of a slip, and how they are called either way.
var factors = []struct {
	factor     int64
	more, less string
}{
	{1_000, "a thousand times", "a thousandth of"},
	{1_000_000, "a million times", "a millionth of"},
}

// outlier looks whether most others of a row are smaller or larger than row[i]
// by one of the factors; of two values the later is the outlier.
func outlier(row []Figure, i int) (neighbour *Figure, times string) {
	for _, f := range factors {
		var less, more []int
		for j := range row {
			if j == i {
				continue
			}
			if about(row[i].Value.Number, row[j].Value.Number, f.factor) {
				less = append(less, j)
			}
			if about(row[j].Value.Number, row[i].Value.Number, f.factor) {
				more = append(more, j)
			}
		}
		most := func(n int) bool { return 2*n > len(row)-1 && (len(row) > 2 || i > 0) }
		if most(len(less)) {
			return &row[less[0]], f.more
		}
		if most(len(more)) {
			return &row[more[0]], f.less
		}
	}
	return nil, ""
}

// about reports whether a is b times factor, give or take half of it.
func about(a, b value.Number, factor int64) bool {
	times := a.Quo(b)
	return times.Cmp(value.Int(factor/2)) >= 0 && times.Cmp(value.Int(factor*2)) <= 0
}

// usualSources is with how many sources, those with the most summaries, the
// others are compared.
const usualSources = 300

// sources warns of one source that is written in two ways.
func (b *builder) sources() {
	type writing struct {
		name  string
		key   string
		count int
		first filed
	}
	var all []*writing
	at := map[string]*writing{}
	for _, f := range b.files {
		name := f.Source.Name
		if name == "" {
			continue
		}
		w := at[name]
		if w == nil {
			w = &writing{name: name, key: value.FoldName(name), first: f}
			at[name] = w
			all = append(all, w)
		}
		w.count++
	}
	slices.SortStableFunc(all, func(x, y *writing) int { return y.count - x.count })
	outlets := map[string]bool{}
	for _, o := range b.site.Outlets {
		outlets[o.Title], outlets[o.Slug] = true, true
	}
	for i, w := range all {
		for _, usual := range all[:min(i, usualSources)] {
			if outlets[w.name] || outlets[Slug(w.name)] && Slug(w.name) != Slug(usual.name) {
				continue
			}
			if w.key == usual.key || slip(w.name, usual.name) {
				p := w.first.Source.Place
				b.warn(p, w.first.sheet.line(p.Line), fmt.Sprintf("source: %s is probably %s, as other summaries have it", show(w.name), show(usual.name)),
					"write "+usual.name+", or make a file in sources/ for each")
				break
			}
		}
	}
}
