package article

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"strings"
)

// thing is an object of a page's JSON-LD.
type thing map[string]any

// linkedData is what a page says of itself in JSON-LD.
type linkedData struct {
	things []thing          // in the order of the page, those that hold others first
	byID   map[string]thing // what is referred to by @id
}

// mostNested is how deep objects are looked for in one another.
const mostNested = 12

// read takes over what a script element holds. Line breaks in strings, comments
// around it and commas too many are put up with, since pages have them.
func (d *linkedData) read(script string) {
	script = strings.Map(func(c rune) rune {
		if c < ' ' {
			return ' '
		}
		return c
	}, script)
	script = strings.Trim(commentMarks().ReplaceAllString(script, ""), "; \ufeff")
	for _, text := range []string{script, extraComma().ReplaceAllString(script, "$1")} {
		decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
		var value any
		read := 0
		for decoder.Decode(&value) == nil {
			d.add(value, 0)
			value = nil
			read++
		}
		if read > 0 {
			return
		}
	}
}

var (
	commentMarks = compileOne(`<!\[CDATA\[|\]\]>|<!--|-->|/\*[^*]{0,100}\*/`)
	extraComma   = compileOne(`,\s*([}\]])`)
)

// subjectKeys are the keys under which an object has others that are the page's own;
// what is under any other key is about something else: related articles,
// comments, the posts of a live blog.
var subjectKeys = map[string]bool{"@graph": true, "mainEntity": true, "mainEntityOfPage": true, "publisher": true,
	"isPartOf": true, "author": true, "creator": true}

func (d *linkedData) add(value any, depth int) {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			d.add(item, depth)
		}
	case map[string]any:
		if depth > mostNested {
			return
		}
		t := thing(value)
		d.things = append(d.things, t)
		if id, ok := t["@id"].(string); ok && len(t) > 1 {
			d.byID[id] = t
		}
		for key := range subjectKeys {
			if inner, ok := t[key]; ok {
				d.add(inner, depth+1)
			}
		}
	}
}

// is reports whether a thing is of a kind, by the ending of one of its types.
func (t thing) is(endings ...string) bool {
	types, ok := t["@type"].([]any)
	if !ok {
		types = []any{t["@type"]}
	}
	for _, kind := range types {
		name, _ := kind.(string)
		for _, ending := range endings {
			if strings.HasSuffix(name, ending) {
				return true
			}
		}
	}
	return false
}

// text is the plain text under a key, whatever shape it has: a string, a
// number, an object with a name or a value, or the first of a list.
func (d *linkedData) text(t thing, key string) string {
	names := d.names(t[key])
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// names are the texts of a value: of each object its name.
func (d *linkedData) names(value any) []string {
	switch value := value.(type) {
	case string:
		if text := oneLine(html.UnescapeString(value)); text != "" {
			return []string{text}
		}
	case float64, bool:
		return []string{fmt.Sprint(value)}
	case []any:
		var list []string
		for _, item := range value {
			list = append(list, d.names(item)...)
		}
		return list
	case map[string]any:
		for _, key := range []string{"name", "@value", "headline"} {
			if inner, ok := value[key]; ok {
				return d.names(inner)
			}
		}
		id, _ := value["@id"].(string)
		if known, ok := d.byID[id]; ok && known["name"] != nil {
			return d.names(known["name"])
		}
	}
	return nil
}

// article is the article that the page is, among all that its data describe:
// the first with one of the titles that the page has elsewhere, else the first;
// where there is none, a page, a video or a report with a date.
func (d *linkedData) article(titles []string) thing {
	var first, dated thing
	for _, t := range d.things {
		if !t.is("Article", "BlogPosting", "Report", "Story") {
			if dated == nil && d.text(t, "datePublished") != "" &&
				t.is("WebPage", "Object", "Review", "CreativeWork", "Posting") {
				dated = t
			}
			continue
		}
		for _, title := range titles {
			if alikeNames(d.text(t, "headline"), title) {
				return t
			}
		}
		if first == nil {
			first = t
		}
	}
	if first == nil {
		return dated
	}
	return first
}
