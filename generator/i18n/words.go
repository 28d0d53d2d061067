package i18n

import (
	"html"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Words are the interface words of one language, ready to be filled in. They
// never change once made.
type Words struct {
	Language  string // BCP 47, as the site asks for it
	Direction string // ltr or rtl

	tag     language.Tag
	texts   map[string]message
	escaped map[string]message // the same for HTML
	short   [13]string         // names of the months, from 1: Feb
	long    [13]string         // February
	group   string             // what stands between thousands
	amounts amounts
}

// New makes the words of a language from its texts by key.
func New(name string, texts map[string]string) *Words {
	w := &Words{
		Language: name, Direction: direction(name), tag: language.Make(name),
		texts: map[string]message{}, escaped: map[string]message{},
	}
	for key, text := range texts {
		w.texts[key] = parseMessage(text)
		w.escaped[key] = w.texts[key].escaped()
	}
	for i := 1; i <= 12; i++ {
		w.short[i] = w.Text("month.short." + strconv.Itoa(i))
		w.long[i] = w.Text("month.long." + strconv.Itoa(i))
	}
	w.group = w.Text("number.group")
	w.amounts = newAmounts(w)
	return w
}

// direction says which way a language is written.
func direction(language string) string {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch base {
	case "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi":
		return "rtl"
	}
	return "ltr"
}

// Has reports whether there is a text for a key.
func (w *Words) Has(key string) bool {
	_, ok := w.texts[key]
	return ok
}

// Text fills in plain text; pairs are names and plain texts. A key that is
// missing stands for itself: a test holds that none is.
func (w *Words) Text(key string, pairs ...string) string {
	if m, ok := w.texts[key]; ok {
		return m.fill(pairs)
	}
	return key
}

// HTML fills in HTML: the words are escaped, pairs are names and HTML.
func (w *Words) HTML(key string, pairs ...string) string {
	if m, ok := w.escaped[key]; ok {
		return m.fill(pairs)
	}
	return html.EscapeString(key)
}

// List joins texts with commas and a last word: a, b and c.
func (w *Words) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return w.Text("list.and", "some", strings.Join(items[:last], w.Text("list.comma")), "last", items[last])
}

// LanguageName is what a language is called in the site's own, by its BCP 47
// tag; the tag itself where no name is known.
func (w *Words) LanguageName(tag string) string {
	named, err := language.Parse(tag)
	if namer := display.Tags(w.tag); err == nil && namer != nil {
		if name := namer.Name(named); name != "" {
			return name
		}
	}
	return tag
}
