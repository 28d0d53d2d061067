package markdown

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// headingPrefix has an underscore, which no slug has.
const headingPrefix = "h_"

// maxSlug is how many letters and digits of a heading go into its slug.
const maxSlug = 60

func (w *writer) heading(n *ast.Heading) {
	label := &writer{gather: w.gather, bare: true, plain: true}
	label.children(n)
	text := w.t.within(n.Pos(), label.named())
	h := Heading{Level: n.Level, ID: headingPrefix + w.slugs.take(slug(text)), Text: text}
	w.d.headings = append(w.d.headings, h)
	w.tag("<h")
	w.part(partLevel, n.Level)
	w.tag(` id="`)
	w.out = append(w.out, h.ID...)
	w.wrap(`">`, n, "</h")
	w.part(partLevel, n.Level)
	w.tag(">\n")
	w.later += 2 // the levels
}

// HeadingID is the id of the heading that a fragment means, as this or another
// program would make it of the heading's words.
func (d *Document) HeadingID(fragment string) (id string, ok bool) {
	ids := make(map[string]bool, len(d.headings))
	for _, h := range d.headings {
		ids[h.ID] = true
	}
	return headingFor(ids, fragment)
}

// headingFor is the one of the ids that a fragment means.
func headingFor(ids map[string]bool, fragment string) (id string, ok bool) {
	for _, id := range []string{fragment, headingPrefix + fragment} {
		if ids[id] {
			return id, true
		}
	}
	if written, err := url.PathUnescape(fragment); err == nil {
		fragment = written
	}
	id = headingPrefix + slug(fragment)
	return id, ids[id]
}

// named is what was written, with references as their words or names.
func (w *writer) named() string {
	var b strings.Builder
	last := 0
	for _, p := range w.parts {
		b.Write(w.out[last:p.at])
		b.WriteString(w.d.shown(p.n, nil).Text)
		last = p.at
	}
	b.Write(w.out[last:])
	return strings.Join(strings.Fields(b.String()), " ")
}

// slug keeps letters and digits of any script in lower case, and joins words
// by hyphens.
func slug(text string) string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range text {
		if n >= maxSlug {
			break
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
		n++
	}
	if n == 0 {
		return "section"
	}
	return b.String()
}

// usedSlugs are those that have been given away, with the last number that was
// added to each.
type usedSlugs map[string]int

// take gives a slug that nobody has.
func (s *usedSlugs) take(slug string) string {
	if *s == nil {
		*s = usedSlugs{}
	}
	free := slug
	for n := (*s)[slug]; ; {
		if _, taken := (*s)[free]; !taken {
			(*s)[free] = 1
			return free
		}
		n++
		(*s)[slug] = n
		free = slug + "-" + strconv.Itoa(n)
	}
}
